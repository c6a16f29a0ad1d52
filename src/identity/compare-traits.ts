import { birthDateMeant } from './birth-date.js';
import { UNKNOWN_BIRTH_PLACE } from './birth-place.js';
import { TRAITS, type TraitName, type Traits, traitKey } from './traits.js';

/** A trait that two identities tell differently. */
export interface Divergence {
  readonly trait: TraitName;
  /** The values as written. */
  readonly one: string;
  readonly other: string;
}

/**
 * The traits that both identities tell, and tell differently. By the RNIV, case, diacritics, and hyphen, apostrophe or blank do not count
 * in a name; a date with an unknown day or month is the same as the one that replaces it. What one does not tell is not compared: a name
 * used is told only when it differs from the birth name. A first given name alone must start the list of the other identity.
 * The OID counts: a NIA (.9) is not a NIR (.8), whatever the number, and an identity of test (.10) is not one of production.
 */
export function compareTraits(one: Traits, other: Traits): Divergence[] {
  const divergences: Divergence[] = [];
  for (const trait of TRAITS) {
    const [a, b] = [one[trait], other[trait]];
    if (a === undefined || b === undefined || sameTrait(trait, a, b)) continue;
    divergences.push({ trait, one: a, other: b });
  }
  return [...divergences, ...firstAgainstList(one, other)];
}

/** The first given name of one identity and the list of the other, where neither tells both. */
function firstAgainstList(one: Traits, other: Traits): Divergence[] {
  const [first, list] = [one.firstGiven ?? other.firstGiven, one.givenList ?? other.givenList];
  const told = [one, other].map(
    (each) => [each.firstGiven, each.givenList].filter((name) => name !== undefined).length,
  );
  if (told.join() !== '1,1' || first === undefined || list === undefined || startsList(first, list)) return [];
  return [{ trait: 'firstGiven', one: one.firstGiven ?? list, other: other.firstGiven ?? list }];
}

/** True when two writings of one trait say the same thing. */
export function sameTrait(trait: TraitName, one: string, other: string): boolean {
  const [a, b] = [traitKey(trait, one), traitKey(trait, other)];
  if (a === b) return true;
  if (trait === 'birthDate') return sameDate(a, b);
  // What is not known contradicts nothing.
  if (trait === 'birthPlace') return a === UNKNOWN_BIRTH_PLACE || b === UNKNOWN_BIRTH_PLACE;
  return false;
}

/** A date that stops at the year or at the month is any day of it. */
function sameDate(one: string, other: string): boolean {
  const [a, b] = [birthDateMeant(one), birthDateMeant(other)];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return a === b || (/^\d{4}(?:\d{2})?$/.test(short) && /^\d{6,8}$/.test(long) && long.startsWith(short));
}

/** True when the first given name is the start of the list of given names, by whole words (RNIV; INS/va1.51). */
export function startsList(first: string, list: string): boolean {
  const [start, whole] = [traitKey('firstGiven', first), traitKey('givenList', list)];
  return start !== '' && (whole === start || whole.startsWith(`${start} `));
}
