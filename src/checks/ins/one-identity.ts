import { differenceOf } from '../../identity/difference.js';
import type { TraitName } from '../../identity/traits.js';
import { type CheckContext, type DeclaredPatient, placeIn } from '../context.js';
import { defineSetCheck, type RawFinding, type Rule } from '../define.js';
import { changedInFeed } from '../identities/changed-in-feed.js';
import { divergencesOf, isAnotherPerson, ownIdentity, resembles } from '../identities/identity-divergences.js';
import { type IdentityPart, linkedIdentities, TELLING_KINDS } from '../identities/linked-identities.js';
import { type IdentityPlace, type PatientPlaces, patientsOf } from '../identities/patients-of.js';
import {
  likelyIns,
  type ReferenceIdentity,
  referenceIdentity,
  withoutInsiOids,
} from '../identities/reference-identity.js';
import { splitPersons } from '../identities/split-persons.js';
import { otherPlace } from '../other-place.js';
import { oneIdentityExamples } from './rules/one-identity-examples.js';
import { RULE_28 } from './rules/unqualified.js';

const RULES = {
  matricule: 'matricule',
  oid: 'oid',
  birthName: 'birth-name',
  firstGiven: 'first-given',
  givenList: 'given-list',
  sex: 'sex',
  birthDate: 'birth-date',
  birthPlace: 'birth-place',
  usedName: 'used-name',
  usedGiven: 'used-given',
} as const satisfies Record<TraitName, string>;

type RuleName = (typeof RULES)[TraitName] | 'another-person' | 'message-and-document' | 'unqualified';
type Found = RawFinding<RuleName>;

/** Archives and messages in which an identity stands twice: metadata and documents, PID and documents. */
const OFFICIAL = {
  broken: 0,
  of: 175,
  corpus: 'interop-exemples-xdm, 110 archives ; hl7V2-exemples, 65 messages',
} as const;

/** One identity is told the same wherever it travels. */
const SAME: Rule = {
  severity: 'error',
  mark: 'primary',
  clause:
    'CI-SIS Structuration minimale §3.5.5.12 et volets XDS, HL7 v2 et FHIR ; Référentiel INS : un matricule, son OID et ses traits vont ensemble',
  samples: OFFICIAL,
};

/** Each patient of a dossier has one identity, wherever it appears: what differs is named with both places. */
export const oneIdentity = defineSetCheck({
  id: 'ins/one-identity',
  on: TELLING_KINDS,
  rules: {
    matricule: SAME,
    oid: SAME,
    'birth-name': SAME,
    // What one software takes of a list of given names, and what an old document tells of a place, differ in right exports.
    'first-given': { ...SAME, severity: 'warning' },
    'given-list': { ...SAME, severity: 'warning' },
    sex: SAME,
    'birth-date': SAME,
    'birth-place': { ...SAME, severity: 'warning' },
    'used-name': { ...SAME, severity: 'warning' },
    'used-given': { ...SAME, severity: 'warning' },
    'another-person': { ...SAME, samples: { broken: 0, of: 110, corpus: 'interop-exemples-xdm, 110 archives' } },
    // Official messages carry the document of another patient.
    'message-and-document': {
      ...SAME,
      severity: 'warning',
      samples: { broken: 4, of: 65, corpus: 'hl7V2-exemples, 65 messages' },
    },
    unqualified: RULE_28,
  },
  examples: oneIdentityExamples,
  keep: linkedIdentities,
  run(kept, context) {
    const patients = patientsOf(kept, context.patients).flatMap(splitPersons);
    const judged = patients.map((patient) => judgePatient(patient, context));
    return {
      evaluated: judged.reduce((sum, each) => sum + each.evaluated, 0),
      findings: judged.flatMap((each) => each.findings),
    };
  },
});

function judgePatient(
  { declared, places: all }: PatientPlaces,
  { environment }: CheckContext,
): { evaluated: number; findings: Found[] } {
  const { changed, updated } = changedInFeed(all);
  const steady = all
    .filter((place) => !changed.has(place))
    .map((each) => (updated.has(each) ? withoutNamesUsed(each) : each));
  const places = placesOf(declared, environment === 'test' ? withoutInsiOids(steady, declared) : steady);
  const reference = likelyIdentity(declared, places);
  const strangers = strangersIn(places, reference);
  const messages = new Set(places.flatMap(({ artifact }) => (artifact.kind === 'hl7v2' ? artifact.path : [])));
  const differing = places.flatMap((place) => {
    const stranger = strangers.get(place.part);
    if (stranger && isSaidBy(stranger, place, reference)) return [];
    const { path, containers } = place.artifact;
    const isInMessage = declared === undefined && [path, ...containers].some((each) => messages.has(each));
    const other = isInMessage ? 'message-and-document' : 'another-person';
    return judgePlace(place, reference, declared, other);
  });
  const unqualified =
    declared && declared.status !== 'qualifiée' ? all.filter((place) => !updated.has(place) && !place.isShared) : [];
  const isDeclared = Object.values(reference).some(({ at }) => at === undefined);
  const compared = places.length > 1 || isDeclared ? places.length : 0;
  // Not pushed as arguments, of which there may be a hundred thousand.
  const findings = [...differing, ...unqualified.flatMap(judgeUnqualified)];
  return { evaluated: Math.max(compared, unqualified.length), findings };
}

/** A name used that changes takes nothing away from an identity, and contradicts nothing. */
function withoutNamesUsed(place: IdentityPlace): IdentityPlace {
  const { usedName: _name, usedGiven: _given, ...traits } = place.identity.traits;
  return { ...place, identity: { ...place.identity, traits } };
}

/** The places that are the patient's: where a file is about several persons, those alone that look like the person whom the others tell. */
function placesOf(declared: DeclaredPatient | undefined, places: readonly IdentityPlace[]): readonly IdentityPlace[] {
  const sure = declared ? places.filter(({ isShared }) => !isShared) : places;
  if (sure.length === places.length) return places;
  const likely = likelyIdentity(declared, sure.length > 0 ? sure : places);
  return places.filter((place) => !place.isShared || resembles(ownIdentity(place.identity, likely), likely));
}

/** The identity that the places tell, once those that are clearly another person's have no say. */
function likelyIdentity(declared: DeclaredPatient | undefined, places: readonly IdentityPlace[]): ReferenceIdentity {
  const first = referenceIdentity(declared, places);
  const strangers = strangersIn(places, first);
  const own = places.filter(({ part }) => !strangers.has(part));
  return strangers.size === 0 || own.length === 0 ? first : referenceIdentity(declared, own);
}

/** In each part, the first identity that is another person's. */
function strangersIn(places: readonly IdentityPlace[], reference: ReferenceIdentity): Map<IdentityPart, IdentityPlace> {
  const strangers = new Map<IdentityPart, IdentityPlace>();
  for (const place of places)
    if (!strangers.has(place.part) && isAnotherPerson(ownIdentity(place.identity, reference), reference))
      strangers.set(place.part, place);
  return strangers;
}

/** A message about another person tells that person in several of its places: once is enough. */
function isSaidBy(stranger: IdentityPlace, place: IdentityPlace, reference: ReferenceIdentity): boolean {
  if (place === stranger) return false;
  const [one, other] = [stranger, place].map(({ identity }) => ownIdentity(identity, reference));
  return one !== undefined && other !== undefined && resembles(other, one);
}

function judgePlace(
  place: IdentityPlace,
  reference: ReferenceIdentity,
  declared: DeclaredPatient | undefined,
  otherPerson: 'another-person' | 'message-and-document',
): Found[] {
  const { artifact, identity } = place;
  const divergences = divergencesOf(identity, reference);
  if (isAnotherPerson(ownIdentity(identity, reference), reference)) {
    const [first] = divergences;
    if (!first) return [];
    const args = otherValue(reference, first.against, declared);
    return [{ rule: otherPerson, at: placeIn(artifact, identity.at), args: { ...args, count: divergences.length } }];
  }
  return divergences.map(({ trait, told, against }) => ({
    rule: RULES[trait],
    at: placeIn(artifact, told.at),
    args: {
      ...otherValue(reference, against, declared),
      difference: differenceOf(trait, told.value, reference[against]?.value ?? ''),
    },
    actual: told.value,
  }));
}

/** The value that differs and where it stands: in an artifact, or in the manifest. */
function otherValue(
  reference: ReferenceIdentity,
  trait: TraitName,
  declared: DeclaredPatient | undefined,
): Record<string, string | number> {
  const { value = '', at } = reference[trait] ?? {};
  return {
    other: value,
    ...otherPlace({ artifact: 'segur.yaml', ...(at ?? { path: `patients, id: ${declared?.id ?? ''}` }) }),
  };
}

/** A patient whose identity is not qualified has no matricule outside of INSi: it is told there, and taken away by an A47. */
function judgeUnqualified({ artifact, part, identity }: IdentityPlace): Found[] {
  if (identity.asked || identity.source === 'insi' || part.event === 'A47') return [];
  const [ins] = likelyIns(identity.matricules);
  return ins ? [{ rule: 'unqualified', at: placeIn(artifact, ins.at), actual: ins.value }] : [];
}
