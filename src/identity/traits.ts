import { birthDigits } from './birth-date-writings.js';
import { nameKey } from './names.js';
import { bareOid } from './oids.js';

/**
 * What identifies a person: the matricule and its OID, the strict traits (birth name, birth given names, birth date, sex, place of birth), the
 * first birth given name, and the name and given name used (RNIV; MOS, Personne prise en charge).
 */
export const TRAITS = [
  'matricule',
  'oid',
  'birthName',
  'firstGiven',
  'givenList',
  'sex',
  'birthDate',
  'birthPlace',
  'usedName',
  'usedGiven',
] as const;

export type TraitName = (typeof TRAITS)[number];

/** An identity: what is not known is absent. Values as written, in whatever encoding. */
export type Traits = Partial<Readonly<Record<TraitName, string>>>;

/** The sexes that an encoding can tell, as one letter; `U` for unknown or undetermined. */
export function sexOf(value: string): 'F' | 'M' | 'U' | undefined {
  return SEXES.get(value.trim().toLowerCase());
}

/** CDA (JDV_J143), HL7 table 0001, FHIR `AdministrativeGender`, and the I of software that knows none. */
const SEXES: ReadonlyMap<string, 'F' | 'M' | 'U'> = new Map([
  ['f', 'F'],
  ['female', 'F'],
  ['m', 'M'],
  ['male', 'M'],
  ['un', 'U'],
  ['u', 'U'],
  ['i', 'U'],
  ['o', 'U'],
  ['unknown', 'U'],
  ['other', 'U'],
]);

/** The form under which two writings of a trait are the same. */
export function traitKey(trait: TraitName, value: string): string {
  switch (trait) {
    case 'matricule':
    case 'birthPlace':
      return value.trim().toUpperCase();
    case 'oid':
      return bareOid(value);
    case 'sex':
      return sexOf(value) ?? value.trim();
    case 'birthDate':
      return birthDigits(value)?.slice(0, 8) ?? value.trim();
    default:
      return nameKey(value);
  }
}
