import type { DatamatrixContent } from '../../artifacts/datamatrix/datamatrix.js';
import type { Person } from '../../artifacts/people/person.js';

/** The patient of a datamatrix INS; a 2D-Doc is not split into fields. */
export function peopleOfDatamatrix(content: DatamatrixContent): Person[] {
  if (content.form !== 'ins') return [];
  const valuesOf = (wanted: string): string[] =>
    content.fields.filter(({ name }) => name === wanted).map(({ value }) => value);
  return [
    {
      ins: valuesOf('matricule'),
      names: valuesOf('birth-name'),
      givens: valuesOf('given-names'),
      birthDates: valuesOf('birth-date').map((date) => date.replaceAll('-', '/')),
      birthPlaces: valuesOf('birth-place'),
    },
  ];
}
