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
 * in a name; a date with an unknown day or month is the same as the one that replaces it; the first given name must start the list.
 */
export function compareTraits(one: Traits, other: Traits): Divergence[] {
  const divergences: Divergence[] = [];
  for (const trait of TRAITS) {
    const [a, b] = [one[trait], other[trait]];
    if (a === undefined || b === undefined || sameTrait(trait, a, b)) continue;
    divergences.push({ trait, one: a, other: b });
  }
  if (one.firstGiven === undefined || other.firstGiven === undefined) {
    for (const [first, list] of [
      [one.firstGiven, other.givenList],
      [other.firstGiven, one.givenList],
    ]) {
      if (first !== undefined && list !== undefined && !startsList(first, list))
        divergences.push({ trait: 'firstGiven', one: one.firstGiven ?? list, other: other.firstGiven ?? list });
    }
  }
  return divergences;
}

/** True when two writings of one trait say the same thing. */
export function sameTrait(trait: TraitName, one: string, other: string): boolean {
  const [a, b] = [traitKey(trait, one), traitKey(trait, other)];
  if (a === b) return true;
  if (trait === 'birthDate') return birthDateMeant(a) === birthDateMeant(b);
  // What is not known contradicts nothing.
  if (trait === 'birthPlace') return a === UNKNOWN_BIRTH_PLACE || b === UNKNOWN_BIRTH_PLACE;
  return false;
}

/** True when the first given name is the start of the list of given names, by whole words (RNIV; INS/va1.51). */
export function startsList(first: string, list: string): boolean {
  const [start, whole] = [traitKey('firstGiven', first), traitKey('givenList', list)];
  return start !== '' && (whole === start || whole.startsWith(`${start} `));
}
