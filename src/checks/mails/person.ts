import type { CdaPatient } from '../../artifacts/cda/patient.js';
import { nameKey } from '../../identity/names.js';
import { isInsOid } from '../../identity/oids.js';

/** What tells one patient from another, in plain values. */
export interface Person {
  /** `root^extension` of each identifier. */
  readonly ids: readonly string[];
  /** The INS, as one of `ids`. */
  readonly ins: string | undefined;
  /** Birth name, first given name and birth date, empty when they are not told. */
  readonly traits: readonly string[];
}

export function personOf(patient: CdaPatient): Person {
  const { birthName, firstGiven, birthTime } = patient;
  const ids = patient.ids.filter(({ root, extension }) => root && extension);
  const ins = ids.find(({ root }) => isInsOid(root));
  return {
    ids: ids.map(({ root, extension }) => `${root}^${extension}`),
    ins: ins && `${ins.root}^${ins.extension}`,
    traits: [
      ...[birthName, firstGiven].map((name) => nameKey(name?.normalizedText ?? '')),
      birthTime?.attribute('value')?.slice(0, 8) ?? '',
    ],
  };
}

/**
 * `same` for one person, `doubtful` when an identifier that they share stands beside other traits, `other` for two persons. Two INS are one person's
 * when only their kind differs: a NIA becomes a NIR.
 */
export function comparePersons(a: Person, b: Person): 'same' | 'doubtful' | 'other' {
  const sameTraits = a.traits.every((trait, index) => !trait || !b.traits[index] || trait === b.traits[index]);
  const known = new Set(b.ids);
  if (a.ins && b.ins && a.ins !== b.ins) return sameTraits && rootOf(a.ins) !== rootOf(b.ins) ? 'same' : 'other';
  if (sameTraits) return 'same';
  return a.ids.some((id) => known.has(id)) ? 'doubtful' : 'other';
}

function rootOf(id: string): string {
  return id.slice(0, id.indexOf('^'));
}
