import { groupBy } from '../../artifacts/group-by.js';
import { isAnotherPerson } from './identity-divergences.js';
import type { IdentityPlace, PatientPlaces } from './patients-of.js';
import { type ReferenceIdentity, referenceIdentity } from './reference-identity.js';

/** Persons told apart under one name; beyond, nothing is compared with anything. */
const MAX_PERSONS = 50;

/**
 * The patients that only a name links, a document's or a thread's, and that are clearly different persons: tests write the same id in documents of
 * several patients. What stands in one another, or is declared for a patient, is left together.
 */
export function splitPersons({ declared, places }: PatientPlaces): PatientPlaces[] {
  const split: PatientPlaces[] = [];
  for (
    let patient = declared, rest = wholesOf(places);
    rest.length > 0 && split.length < MAX_PERSONS;
    patient = undefined
  ) {
    const reference = referenceIdentity(patient, rest.flatMap(placesOf));
    const alike = thoseLike(reference, rest);
    // The majority of each trait may be no one: of those that it gathers, one may be another person than the others.
    const own = thoseLike(referenceIdentity(patient, alike.flatMap(placesOf)), alike);
    // Where nobody is like the majority of each trait, nobody can be told from the others.
    if (own.length === 0) return [...split, ...rest.map((whole) => ({ declared: undefined, places: whole.places }))];
    split.push({ declared: patient, places: own.flatMap(placesOf) });
    const taken = new Set(own);
    rest = rest.filter((whole) => !taken.has(whole));
  }
  return split;
}

/** Those that are not clearly another person than the one of a reference; what is declared stays. */
function thoseLike(reference: ReferenceIdentity, wholes: readonly Whole[]): Whole[] {
  return wholes.filter((whole) => whole.isDeclared || !isAnotherPerson(whole.identity, reference));
}

function placesOf({ places }: Whole): readonly IdentityPlace[] {
  return places;
}

/** The places that stand in one another, and what they tell together. */
interface Whole {
  readonly places: readonly IdentityPlace[];
  readonly identity: ReferenceIdentity;
  /** The patient is declared for some of them. */
  readonly isDeclared: boolean;
}

function wholesOf(all: readonly IdentityPlace[]): Whole[] {
  return [...groupBy(all, ({ whole }) => whole).values()].map((places) => ({
    places,
    identity: referenceIdentity(undefined, places),
    isDeclared: places.some((place) => place.isDeclared),
  }));
}
