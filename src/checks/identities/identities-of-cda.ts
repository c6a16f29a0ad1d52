import type { Artifact } from '../../artifacts/artifact.js';
import type { CdaPatient } from '../../artifacts/cda/patient.js';
import type { XmlElement } from '../../artifacts/xml/tree.js';
import { authorityOf } from '../../identity/oids.js';
import { isNull } from '../cda/header/is-null.js';
import { LONGEST_LIST, presentTraits, type Told, type ToldIdentity } from './told-identity.js';

/** The patient of a document: its recordTarget (CI-SIS Structuration minimale, §3.5.5.12). Related persons carry no INS. */
export function identitiesOfCda(cda: Artifact<'cda'>): ToldIdentity[] {
  return cda.content.patients.map((patient) => identityOf(cda, patient));
}

function identityOf(cda: Artifact<'cda'>, patient: CdaPatient): ToldIdentity {
  const { document } = cda.content;
  const told = (node: XmlElement | undefined, value: string | undefined): Told | undefined =>
    node && value?.trim() && !isNull(node) ? { value, at: document.locate(node) } : undefined;
  const text = (node: XmlElement | undefined): Told | undefined => told(node, node?.normalizedText);
  const idsWhere = (wanted: (root: string) => boolean): (Told & { root: string })[] =>
    patient.ids
      .filter(({ root = '' }) => wanted(root))
      .slice(0, LONGEST_LIST)
      .flatMap(({ root = '', extension, node }) => {
        const value = told(node, extension);
        return value ? [{ ...value, root }] : [];
      });
  const traits = presentTraits({
    birthName: text(patient.birthName),
    firstGiven: text(patient.firstGiven),
    givenList: told(patient.givenList, givenListOf(patient)),
    sex: told(patient.gender?.node, patient.gender?.code),
    birthDate: told(patient.birthTime, patient.birthTime?.attribute('value')),
    birthPlace: text(patient.birthCounty),
    usedName: text(patient.usedName),
    usedGiven: text(patient.usedGiven),
  });
  return {
    source: 'cda',
    at: document.locate(patient.node),
    matricules: idsWhere((root) => authorityOf(root) !== undefined).map(({ value, at, root }) => ({
      value,
      at,
      oid: { value: root, at },
    })),
    localIds: idsWhere((root) => authorityOf(root) === undefined).map(({ value, at, root }) => ({
      value,
      at,
      authority: root,
    })),
    traits,
  };
}

/** The list is one element; some write an element a name, and mean the same list. */
function givenListOf({ givenNames }: CdaPatient): string | undefined {
  return givenNames.length === 0 ? undefined : givenNames.map((given) => given.normalizedText).join(' ');
}
