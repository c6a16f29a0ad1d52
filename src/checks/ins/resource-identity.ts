import type { Artifact } from '../../artifacts/artifact.js';
import type { Location } from '../../artifacts/location.js';
import { UNKNOWN_BIRTH_PLACE } from '../../identity/birth-place.js';
import { attributeFault, type IdentityAttribute, type IdentityStatus } from '../../identity/statuses.js';
import { placeIn } from '../context.js';
import { defineCheck, type Place, type RawFinding } from '../define.js';
import { extensionsOf, type FhirObject, fhirObjects, objectsOf } from '../identities/fhir-objects.js';
import { fhirIdentities, isBillingNumber, mayTellPatient } from '../identities/identities-of-fhir.js';
import { judgeIdentifier } from './fhir/identifier-slices.js';
import { type FhirInsPatient, fhirInsPatient } from './fhir/ins-patient.js';
import { RESOURCE_IDENTITY_EXAMPLES } from './fhir/resource-identity-examples.js';
import { RESOURCE_IDENTITY_RULES, type ResourceRule } from './fhir/resource-identity-rules.js';
import { judgeIdentity } from './rules/identity-rules.js';

/** A Patient with an INS, or that claims FR Core's profile of it, tells a whole identity and the status that allows it to travel. */
export const resourceIdentity = defineCheck({
  id: 'ins/resource-identity',
  on: 'fhir',
  rules: RESOURCE_IDENTITY_RULES,
  examples: RESOURCE_IDENTITY_EXAMPLES,
  run(fhir) {
    const judged: Found[][] = [];
    for (const object of fhirObjects(fhir.content.json.value, mayTellPatient))
      judged.push(...judgeObject(object, fhir));
    return { evaluated: judged.length, findings: judged.flat(), applies: judged.length > 0 };
  },
});

type Found = RawFinding<ResourceRule>;

/** What is wrong in what an object tells: a Patient, or a reference to one by its INS; nothing when it tells none. */
function judgeObject(object: FhirObject, fhir: Artifact<'fhir'>): Found[][] {
  const { json } = fhir.content;
  const place = (at: Location): Place => placeIn(fhir, at);
  const ins = fhirInsPatient(object, json);
  const at: At = (path) => place(json.locate(path));
  if (ins)
    return [
      [
        ...shared(ins.identity, place),
        ...birthPlaceIn(ins, place),
        ...ins.identifiers.flatMap((each) => judgeIdentifier(each, { claimed: ins.claimed, at })),
        ...[missingIn, namesIn, genderIn, statusIn, attributesIn].flatMap((judge) => judge(ins, at)),
      ],
    ];
  if (object.value.resourceType === 'Patient') return [];
  return fhirIdentities(object, json)
    .filter(({ asked }) => !asked)
    .map((identity) => shared(identity, place));
}

function shared(identity: FhirInsPatient['identity'], place: (at: Location) => Place): Found[] {
  return judgeIdentity(identity, place).flatMap(({ rule, ...found }) => (rule === 'sex' ? [] : [{ rule, ...found }]));
}

/** Codes that are a status; the others of table 0445 are attributes. */
const STATUS_CODES: ReadonlyMap<string, IdentityStatus> = new Map([
  ['VIDE', 'provisoire'],
  ['PROV', 'provisoire'],
  ['RECUP', 'récupérée'],
  ['VALI', 'validée'],
  ['QUAL', 'qualifiée'],
]);

const ATTRIBUTE_CODES: ReadonlyMap<string, IdentityAttribute> = new Map([
  ['HOMA', 'homonyme'],
  ['DOUT', 'douteuse'],
  ['FICT', 'fictive'],
]);

type At = (path: FhirObject['path']) => Place;

/** What the profile wants once at least, where it is claimed; where it is not, the traits that go with an INS. */
function missingIn(ins: FhirInsPatient, at: At): Found[] {
  const { patient, claimed, hasIns, identity } = ins;
  const { traits } = identity;
  const [official] = officialNames(patient);
  const told: readonly (readonly [element: string, isTold: boolean])[] = [
    ['birthDate', traits.birthDate !== undefined],
    ['gender', traits.sex !== undefined],
    ['name (use = official)', official !== undefined],
    ...(official
      ? ([
          ['name.family', traits.birthName !== undefined],
          ['name.given', traits.firstGiven !== undefined],
          ['name.extension birth-list-given-name', traits.givenList !== undefined],
        ] as const)
      : []),
    ['extension birthPlace.inseeCode', traits.birthPlace !== undefined],
  ];
  const missing = told.filter(([, isTold]) => !isTold).map(([element]) => element);
  if (claimed) {
    if (extensionsOf(patient, 'fr-core-identity-reliability').length === 0)
      missing.push('extension identityReliability');
    if (objectsOf(patient, 'identifier').length === 0) missing.push('identifier');
  } else if (!hasIns || Object.keys(traits).length === 0) return [];
  // A Patient without any trait, as DMP's metadata hold one, does nothing but refer by the INS.
  const rule = claimed ? 'element-missing' : 'trait-missing';
  return missing.map((element) => ({ rule, at: at(patient.path), args: { element } }));
}

function namesIn(ins: FhirInsPatient, at: At): Found[] {
  const { patient, claimed } = ins;
  const [first, second] = officialNames(patient);
  if (second) return [{ rule: 'official-name', at: at(second.path), args: { element: 'name (use = official)' } }];
  const given = first?.value.given;
  if (!first || !claimed || !Array.isArray(given) || given.length < 2) return [];
  const path = [...first.path, 'given', 1];
  return [{ rule: 'official-name', at: at(path), args: { element: 'name.given' }, actual: given.join(', ') }];
}

function genderIn(ins: FhirInsPatient, at: At): Found[] {
  const { identity, claimed, hasIns } = ins;
  const { sex } = identity.traits;
  if (!sex || (!claimed && !hasIns) || sex.value === 'male' || sex.value === 'female') return [];
  const rule = sex.value === 'unknown' ? 'sex-unknown' : 'sex';
  if (rule === 'sex-unknown' && !hasIns) return [];
  return [{ rule, at: at([...ins.patient.path, 'gender']), actual: sex.value }];
}

function statusIn(ins: FhirInsPatient, at: At): Found[] {
  const { patient, claimed, hasIns, statuses } = ins;
  const found: Found[] = statuses
    .filter(({ table }) => table === 'other')
    .map(({ coding, system, code }) => ({ rule: 'status-system', at: at(coding.path), args: { code, system } }));
  const told = statuses.filter(({ code }) => STATUS_CODES.has(code));
  if (told.length === 0 && hasIns && claimed) found.push({ rule: 'status-missing', at: at(patient.path) });
  // A Patient may tell its status in both tables, for receivers of either version: each is held to its own.
  found.push(...told.flatMap((status) => judgeStatus(status, hasIns, at)));
  if (hasIns && told.some(isOldValidated)) found.push(...officialsIn(ins, at));
  return found;
}

function judgeStatus(status: FhirInsPatient['statuses'][number], hasIns: boolean, at: At): Found[] {
  const { code, table, coding } = status;
  const told = { at: at([...coding.path, 'code']), args: { code, table }, actual: code };
  const isQualified = code === 'QUAL' || (code === 'VALI' && table !== 'identity-status');
  if (hasIns === isQualified) return [];
  if (hasIns) return [{ rule: 'status-unqualified', ...told }];
  return [{ rule: isOldValidated(status) ? 'validated-without-ins' : 'qualified-without-ins', ...told }];
}

/** VALI of the table where it says that the INS was qualified: what fr-core-1 and fr-core-2 are about. */
function isOldValidated({ code, table }: FhirInsPatient['statuses'][number]): boolean {
  return code === 'VALI' && table === 'v2-0445';
}

/** With an INS, it is told for every encoding alike; without, an identity that was validated has a birth place all the same. */
function birthPlaceIn({ identity, hasIns, statuses }: FhirInsPatient, place: (at: Location) => Place): Found[] {
  const { birthPlace } = identity.traits;
  const isValidated = statuses.some(({ code }) => code === 'VALI' || code === 'QUAL');
  if (hasIns || !isValidated || birthPlace?.value !== UNKNOWN_BIRTH_PLACE) return [];
  return [{ rule: 'birth-place-unknown', at: place(birthPlace.at), actual: birthPlace.value }];
}

/** fr-core-2. The billing number is official too in FR Core, which its own rule forgets. */
function officialsIn(ins: FhirInsPatient, at: At): Found[] {
  const identifiers = objectsOf(ins.patient, 'identifier');
  const official = identifiers.filter((each) => each.value.use === 'official' && !isBillingNumber(each));
  const hasNia = ins.identifiers.some(({ value }) => value.use === 'temp');
  const [, second] = official;
  return second && !hasNia ? [{ rule: 'several-official', at: at(second.path), args: { count: official.length } }] : [];
}

function attributesIn(ins: FhirInsPatient, at: At): Found[] {
  const { attributes, statuses, patient } = ins;
  const meant = attributes.flatMap((code) => ATTRIBUTE_CODES.get(code) ?? []);
  const told = statuses.filter(({ code }) => STATUS_CODES.has(code));
  const status = told.find(({ code }) => attributeFault(STATUS_CODES.get(code), meant)) ?? told[0];
  const fault = attributeFault(STATUS_CODES.get(status?.code ?? ''), meant);
  if (!fault) return [];
  const codes = attributes.filter((code) => ATTRIBUTE_CODES.has(code)).join(', ');
  const place = at(status?.coding.path ?? patient.path);
  return [
    fault === 'status'
      ? { rule: 'attribute-status', at: place, args: { codes, code: status?.code ?? '' } }
      : { rule: 'attribute-combination', at: place, args: { codes } },
  ];
}

function officialNames(patient: FhirObject): FhirObject[] {
  return objectsOf(patient, 'name').filter(({ value }) => value.use === 'official');
}
