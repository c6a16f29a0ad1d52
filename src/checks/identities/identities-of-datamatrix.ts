import type { Artifact } from '../../artifacts/artifact.js';
import { presentTraits, type Told, type ToldIdentity } from './told-identity.js';

/** The patient of a datamatrix INS. A 2D-Doc is none. */
export function identitiesOfDatamatrix({ content }: Artifact<'datamatrix'>): ToldIdentity[] {
  if (content.form !== 'ins') return [];
  const told = content.fields.flatMap(({ id, name, value, column }) =>
    name === undefined || value.trim() === '' ? [] : [{ name, value, at: { line: 1, column: column + 2, path: id } }],
  );
  const first = (wanted: string): Told | undefined => {
    const found = told.find(({ name }) => name === wanted);
    return found && { value: found.value, at: found.at };
  };
  const matricule = first('matricule');
  return [
    {
      source: 'datamatrix',
      at: { line: 1, column: 1 },
      matricules: matricule ? [{ ...matricule, oid: first('oid') }] : [],
      localIds: [],
      traits: presentTraits({
        birthName: first('birth-name'),
        givenList: first('given-names'),
        sex: first('sex'),
        birthDate: first('birth-date'),
        birthPlace: first('birth-place'),
      }),
    },
  ];
}
