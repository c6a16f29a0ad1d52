import type { Artifact } from '../../artifacts/artifact.js';
import { isObject, type JsonView } from '../../artifacts/json/document.js';
import { authorityOf, bareOid, isInsOid } from '../../identity/oids.js';
import { extensionsOf, type FhirObject, fhirObjects, objectsOf } from './fhir-objects.js';
import { presentTraits, type Told, type ToldIdentity, type ToldMatricule, toldByMatricule } from './told-identity.js';
import { writtenMatricules } from './written-matricules.js';

/**
 * The patients that a FHIR resource tells: each Patient (the resource itself, one that it contains, or a parameter), and each reference to a
 * patient by an INS (`subject.identifier`, or `subject.reference` written as a search). The entries of a Bundle tell theirs; a Bundle tells those
 * whom its requests name.
 */
export function identitiesOfFhir(artifact: Artifact<'fhir'>): ToldIdentity[] {
  const { json } = artifact.content;
  const found: ToldIdentity[] = [];
  // One by one: a list of them all would hold as many paths.
  for (const object of fhirObjects(json.value, mayTellPatient)) found.push(...fhirIdentities(object, json));
  return found;
}

/** True for what `fhirIdentities` may have something to say of. */
export function mayTellPatient(value: FhirObject['value']): boolean {
  return value.resourceType === 'Patient' || isObject(value.identifier) || SEARCHES.some((member) => member in value);
}

/** Members that may hold a search. */
const SEARCHES = ['reference', 'ifNoneExist', 'url'];

/** What one object of a resource tells of patients, of those inside it nothing. */
export function fhirIdentities(object: FhirObject, json: JsonView): ToldIdentity[] {
  const told = teller(json);
  if (object.value.resourceType === 'Patient') return [patientOf(object, told, json)];
  const reference = logicalReferenceOf(object, told, json);
  return [...(reference ? [reference] : []), ...searchesOf(object, told)];
}

function patientOf(patient: FhirObject, told: Teller, json: JsonView): ToldIdentity {
  const names = objectsOf(patient, 'name');
  const [official, usual] = ['official', 'usual'].map((use) => names.find(({ value }) => value.use === use));
  const [list] = official ? extensionsOf(official, 'fr-core-patient-birth-list-given-name') : [];
  const [place] = extensionsOf(patient, 'patient-birthPlace').flatMap((each) => objectsOf(each, 'valueAddress'));
  const [code] = place
    ? extensionsOf(place, 'fr-core-address-insee-code').flatMap((each) => objectsOf(each, 'valueCoding'))
    : [];
  const traits = presentTraits({
    birthName: told(official, 'family'),
    firstGiven: told(official, 'given', 0),
    givenList: told(list, 'valueString'),
    sex: told(patient, 'gender'),
    birthDate: told(patient, 'birthDate'),
    birthPlace: told(code, 'code'),
    usedName: told(usual, 'family'),
    usedGiven: told(usual, 'given', 0),
  });
  const identifiers = objectsOf(patient, 'identifier').map((each) => identifierOf(each, told));
  return {
    source: 'fhir',
    at: json.locate(patient.path),
    matricules: identifiers.flatMap((each) => each.matricule ?? []),
    localIds: identifiers.flatMap((each) => each.localId ?? []),
    traits,
  };
}

/** A reference to a patient by an identifier alone. */
function logicalReferenceOf(object: FhirObject, told: Teller, json: JsonView): ToldIdentity | undefined {
  const { identifier, type = 'Patient' } = object.value;
  if (identifier === undefined || Array.isArray(identifier) || type !== 'Patient') return undefined;
  // Patient.link: another record, that this one replaces or is replaced by.
  if (object.path.at(-1) === 'other' && object.path.at(-3) === 'link') return undefined;
  const [inner] = objectsOf(object, 'identifier');
  const { matricule } = inner ? identifierOf(inner, told) : {};
  if (!matricule || !isInsOid(matricule.oid?.value)) return undefined;
  return { ...toldByMatricule('fhir', matricule), at: json.locate(object.path) };
}

/** Patients told by a search: a conditional reference (`Patient?identifier=…`, R4 §3.1.0.11.2), the condition or the address of a request. */
function searchesOf(object: FhirObject, told: Teller): ToldIdentity[] {
  return SEARCHES.flatMap((member) => {
    const written = told(object, member);
    return writtenMatricules(written?.value ?? '').map(({ value, oid }): ToldIdentity => {
      const at = written?.at ?? {};
      const identity = toldByMatricule('fhir', { value, oid: { value: oid, at }, at });
      return member === 'url' ? { ...identity, asked: true } : identity;
    });
  });
}

function identifierOf(
  identifier: FhirObject,
  told: Teller,
): { matricule?: ToldMatricule; localId?: Told & { authority: string } } {
  const value = told(identifier, 'value');
  const oid = told(identifier, 'system');
  // FR Core gives the billing number the system of the INS: it is nobody's INS, nor an identifier of a software.
  if (!value || isBillingNumber(identifier)) return {};
  if (!authorityOf(oid?.value)) return { localId: { ...value, authority: bareOid(oid?.value ?? '') } };
  return { matricule: { ...value, oid, ...(identifier.value.use === 'old' && { former: true }) } };
}

type Teller = (object: FhirObject | undefined, member: string, index?: number) => Told | undefined;

/** True for FR Core's slice `NSS`: the type of an identifier of health insurance, `NH`, whatever its system. */
export function isBillingNumber(identifier: FhirObject): boolean {
  return objectsOf(identifier, 'type')
    .flatMap((type) => objectsOf(type, 'coding'))
    .some(({ value }) => value.code === 'NH');
}

/** Reads a member of an object, or an item of the list that it is, when it tells something. */
function teller(json: JsonView): Teller {
  return (object, member, index) => {
    if (!object) return undefined;
    const whole = object.value[member];
    const value = index !== undefined && Array.isArray(whole) ? whole[index] : whole;
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const path = [...object.path, member, ...(Array.isArray(whole) && index !== undefined ? [index] : [])];
    return { value, at: json.locate(path) };
  };
}
