import type { TraitName } from '../../identity/traits.js';
import { type CheckContext, type DeclaredPatient, placeIn } from '../context.js';
import { defineSetCheck, type Place, type RawFinding, type Rule } from '../define.js';
import { changedInFeed } from '../identities/changed-in-feed.js';
import { divergencesOf, isAnotherPerson, resembles } from '../identities/identity-divergences.js';
import { type LinkedIdentities, linkedIdentities, TELLING_KINDS } from '../identities/linked-identities.js';
import { type IdentityPlace, type PatientPlaces, patientsOf } from '../identities/patients-of.js';
import {
  currentIns,
  type ReferenceIdentity,
  referenceIdentity,
  withoutInsiOids,
} from '../identities/reference-identity.js';
import { oneIdentityExamples } from './one-identity-examples.js';
import { RULE_28 } from './unqualified.js';

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

type RuleName = (typeof RULES)[TraitName] | 'another-person' | 'unqualified';
type Found = RawFinding<RuleName>;

/** One identity is told the same wherever it travels. */
const SAME: Rule = {
  severity: 'error',
  mark: 'primary',
  clause:
    'CI-SIS Structuration minimale §3.5.5.12 et volets XDS, HL7 v2 et FHIR ; Référentiel INS : un matricule, son OID et ses traits vont ensemble',
  samples: null,
};

/** Each patient of a dossier has one identity, wherever it appears: what differs is named with both places. */
export const oneIdentity = defineSetCheck({
  id: 'ins/one-identity',
  on: TELLING_KINDS,
  rules: {
    matricule: SAME,
    oid: SAME,
    'birth-name': SAME,
    'first-given': { ...SAME, severity: 'warning' },
    'given-list': { ...SAME, severity: 'warning' },
    sex: SAME,
    'birth-date': SAME,
    'birth-place': { ...SAME, severity: 'warning' },
    'used-name': { ...SAME, severity: 'warning' },
    'used-given': { ...SAME, severity: 'warning' },
    'another-person': { ...SAME, severity: 'warning' },
    unqualified: RULE_28,
  },
  examples: oneIdentityExamples,
  keep: linkedIdentities,
  run(kept, context) {
    const judged = patientsOf(kept, context.patients).map((patient) => judgePatient(patient, context));
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
  const steady = all.filter((place) => !changed.has(place));
  const places = placesOf(declared, environment === 'test' ? withoutInsiOids(steady, declared) : steady);
  const reference = referenceIdentity(declared, places);
  const findings = places.flatMap((place) => judgePlace(place, reference, declared));
  const unqualified =
    declared && declared.status !== 'qualifiée' ? all.filter((place) => !updated.has(place) && !place.isShared) : [];
  findings.push(...unqualified.flatMap(judgeUnqualified));
  const isDeclared = Object.values(reference).some(({ at }) => at === undefined);
  const compared = places.length > 1 || isDeclared ? places.length : 0;
  return { evaluated: Math.max(compared, unqualified.length), findings };
}

/** The places that are the patient's: where a file is about several persons, those alone that look like the person whom the others tell. */
function placesOf(declared: DeclaredPatient | undefined, places: readonly IdentityPlace[]): readonly IdentityPlace[] {
  const sure = declared ? places.filter(({ isShared }) => !isShared) : places;
  if (sure.length === places.length) return places;
  const likely = referenceIdentity(declared, sure.length > 0 ? sure : places);
  return places.filter((place) => !place.isShared || resembles(place, likely));
}

function judgePlace(
  place: IdentityPlace,
  reference: ReferenceIdentity,
  declared: DeclaredPatient | undefined,
): Found[] {
  const { artifact, identity } = place;
  const divergences = divergencesOf(identity, reference);
  if (isAnotherPerson(place, reference)) {
    const [first] = divergences;
    if (!first) return [];
    const args = otherPlace(reference, first.against, artifact, declared);
    return [
      { rule: 'another-person', at: placeIn(artifact, identity.at), args: { ...args, count: divergences.length } },
    ];
  }
  return divergences.map(({ trait, told, against }) => ({
    rule: RULES[trait],
    at: placeIn(artifact, told.at),
    args: otherPlace(reference, against, artifact, declared),
    actual: told.value,
  }));
}

/** The value that differs and where it stands: in an artifact, or in the manifest. */
function otherPlace(
  reference: ReferenceIdentity,
  trait: TraitName,
  { path }: LinkedIdentities,
  declared: DeclaredPatient | undefined,
): Record<string, string | number> {
  const { value = '', at } = reference[trait] ?? {};
  if (!at) return { other: value, artifact: 'segur.yaml', where: `segur.yaml, patients, id: ${declared?.id ?? ''}` };
  const { artifact, line, path: inside } = at;
  return {
    other: value,
    artifact,
    ...(line !== undefined && { line }),
    ...(inside !== undefined && { path: inside }),
    where: placeText(at, path),
  };
}

function placeText({ artifact, line, path }: Place, own: string): string {
  const file = artifact === own ? '' : artifact;
  return [[file, line].filter((each) => each !== undefined && each !== '').join(':'), path].filter(Boolean).join(' ');
}

/** A patient whose identity is not qualified has no matricule outside of INSi: it is told there, and taken away by an A47. */
function judgeUnqualified({ artifact, part, identity }: IdentityPlace): Found[] {
  if (identity.asked || identity.source === 'insi' || part.event === 'A47') return [];
  const [ins] = currentIns(identity.matricules);
  return ins ? [{ rule: 'unqualified', at: placeIn(artifact, ins.at), actual: ins.value }] : [];
}
