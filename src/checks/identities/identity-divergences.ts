import { compareTraits } from '../../identity/compare-traits.js';
import { type TraitName, type Traits, traitKey } from '../../identity/traits.js';
import type { DeclaredPatient } from '../context.js';
import { type ReferenceIdentity, referenceIdentity, toldTraits } from './reference-identity.js';
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
  return differing(valuesOf(Object.fromEntries(own)), valuesOf(reference)).flatMap((trait) => {
    const told = own.get(trait) ?? (trait === 'firstGiven' ? own.get('givenList') : undefined);
    return told ? [{ trait, told, against: reference[trait] ? trait : 'givenList' }] : [];
  });
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
export function isAnotherPerson(identity: ReferenceIdentity, reference: ReferenceIdentity): boolean {
  const { same, different } = likeness(identity, reference);
  return different > 2 && different > same;
}

/** True when what is declared of a patient tells that an identity is another person's. */
export function isNotDeclared(identity: ToldIdentity, declared: DeclaredPatient): boolean {
  const reference = referenceIdentity(declared, []);
  return isAnotherPerson(ownIdentity(identity, reference), reference);
}

/** True when what an identity tells speaks for the person of the reference: the same matricule, or most of the other traits. */
export function resembles(identity: ReferenceIdentity, reference: ReferenceIdentity): boolean {
  const [one, other] = [identity.matricule?.value, reference.matricule?.value];
  if (one !== undefined && other !== undefined && traitKey('matricule', one) === traitKey('matricule', other))
    return true;
  const { same, different } = likeness(identity, reference);
  return same > different;
}

/** The identity of one place, in the form of a reference. */
export function ownIdentity(identity: ToldIdentity, reference: ReferenceIdentity): ReferenceIdentity {
  return Object.fromEntries(toldTraits(identity, traitKey('matricule', reference.matricule?.value ?? '')));
}

function likeness(identity: ReferenceIdentity, reference: ReferenceIdentity): { same: number; different: number } {
  const differs = new Set(differing(valuesOf(identity), valuesOf(reference)));
  const compared = TELLING.filter((trait) => identity[trait] && reference[trait] && !differs.has(trait));
  return { same: compared.length, different: TELLING.filter((trait) => differs.has(trait)).length };
}

function differing(own: Traits, reference: Traits): TraitName[] {
  const differs = new Set(compareTraits(reference, own).map(({ trait }) => trait));
  // The OID of another person's matricule is another matter; a list that differs says already that its start does.
  if (differs.has('matricule')) differs.delete('oid');
  if (differs.has('givenList') && own.firstGiven === undefined) differs.delete('firstGiven');
  return [...differs];
}

function valuesOf(identity: ReferenceIdentity): Traits {
  return Object.fromEntries(Object.entries(identity).map(([trait, { value }]) => [trait, value]));
}
