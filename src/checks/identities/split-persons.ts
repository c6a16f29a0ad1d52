import { groupBy } from '../../artifacts/group-by.js';
import { isAnotherPerson } from './identity-divergences.js';
import type { IdentityPlace, PatientPlaces } from './patients-of.js';
import { referenceIdentity } from './reference-identity.js';

/** Persons told apart under one name; beyond, nothing is compared with anything. */
const MAX_PERSONS = 50;

/**
 * The patients that only a name links, a document's or a thread's, and that are clearly different persons: tests write the same id in documents of
 * several patients. What stands in one another, or is declared for a patient, is left together.
 */
export function splitPersons({ declared, places }: PatientPlaces): PatientPlaces[] {
  const split: PatientPlaces[] = [];
  for (let patient = declared, rest = places; rest.length > 0 && split.length < MAX_PERSONS; patient = undefined) {
    const reference = referenceIdentity(patient, rest);
    const others: IdentityPlace[] = [];
    const own: IdentityPlace[] = [];
    for (const whole of wholesOf(rest)) {
      const isOther =
        !whole.some(({ isDeclared }) => isDeclared) && isAnotherPerson(referenceIdentity(undefined, whole), reference);
      (isOther ? others : own).push(...whole);
    }
    // Where nobody is like the majority of each trait, nobody can be told from the others.
    if (own.length === 0) return [...split, ...wholesOf(rest).map((whole) => ({ declared: undefined, places: whole }))];
    split.push({ declared: patient, places: own });
    rest = others;
  }
  return split;
}

function wholesOf(places: readonly IdentityPlace[]): IdentityPlace[][] {
  return [...groupBy(places, ({ whole }) => whole).values()];
}
