import { compareTraits } from '../../identity/compare-traits.js';
import { TRAITS, type TraitName, type Traits, traitKey } from '../../identity/traits.js';
import type { IdentityPlace } from './patients-of.js';
import { type ReferenceIdentity, toldTraits } from './reference-identity.js';
import type { Told, ToldIdentity } from './told-identity.js';

/** A trait that a place tells otherwise than the reference. */
export interface IdentityDivergence {
  readonly trait: TraitName;
  readonly told: Told;
  /** The trait of the reference that contradicts it: the list of given names where the first one is not told. */
  readonly against: TraitName;
}

/** What an identity tells otherwise than the reference, once for each trait. */
export function divergencesOf(identity: ToldIdentity, reference: ReferenceIdentity): IdentityDivergence[] {
  const own = new Map(toldTraits(identity, traitKey('matricule', reference.matricule?.value ?? '')));
  const traitsOfOwn: Traits = Object.fromEntries([...own].map(([trait, { value }]) => [trait, value]));
  const traits = compareTraits(valuesOf(reference), traitsOfOwn).map(({ trait }) => trait);
  const differs = new Set(traits);
  // The OID of another person's matricule is another matter; a list that differs says already that its start does.
  if (differs.has('matricule')) differs.delete('oid');
  if (differs.has('givenList') && !own.has('firstGiven')) differs.delete('firstGiven');
  return [...differs].flatMap((trait) => {
    const told = own.get(trait) ?? (trait === 'firstGiven' ? own.get('givenList') : undefined);
    return told ? [{ trait, told, against: reference[trait] ? trait : 'givenList' }] : [];
  });
}

function valuesOf(reference: ReferenceIdentity): Traits {
  return Object.fromEntries(Object.entries(reference).map(([trait, { value }]) => [trait, value]));
}

/** The traits that tell two persons apart. */
const TELLING: readonly TraitName[] = [
  'matricule',
  'birthName',
  'firstGiven',
  'givenList',
  'sex',
  'birthDate',
  'birthPlace',
];

/** True when more speaks for another person than for an error in one or two traits. */
export function isAnotherPerson({ identity }: IdentityPlace, reference: ReferenceIdentity): boolean {
  const { same, different } = likeness(identity, reference);
  return different > 2 && different > same;
}

/** True when what an identity tells speaks for the person of the reference: the same matricule, or most of the other traits. */
export function resembles({ identity }: IdentityPlace, reference: ReferenceIdentity): boolean {
  const wanted = traitKey('matricule', reference.matricule?.value ?? '');
  if (identity.matricules.some(({ value }) => traitKey('matricule', value) === wanted)) return true;
  const { same, different } = likeness(identity, reference);
  return same > different;
}

function likeness(identity: ToldIdentity, reference: ReferenceIdentity): { same: number; different: number } {
  const told = new Set(toldTraits(identity).map(([trait]) => trait));
  const differs = new Set(divergencesOf(identity, reference).map(({ trait }) => trait));
  const compared = TRAITS.filter((trait) => TELLING.includes(trait) && told.has(trait) && reference[trait]);
  const different = TELLING.filter((trait) => differs.has(trait)).length;
  return { same: compared.filter((trait) => !differs.has(trait)).length, different };
}
