import type { Artifact } from '../../artifacts/artifact.js';
import { authorityOf, bareOid, isInsOid } from '../../identity/oids.js';
import { extensionsOf, type FhirObject, fhirObjects, objectsOf } from './fhir-objects.js';
import type { Told, ToldIdentity, ToldMatricule } from './told-identity.js';

/**
 * The patients that a FHIR resource tells: each Patient (the resource itself, one that it contains, or a parameter), and each reference to a
 * patient by an INS (`subject.identifier`). The entries of a Bundle tell theirs.
 */
export function identitiesOfFhir(artifact: Artifact<'fhir'>): ToldIdentity[] {
  const { json } = artifact.content;
  const locate: Locate = (path) => json.locate(path);
  return fhirObjects(json.value).flatMap((object) => {
    if (object.value.resourceType === 'Patient') return [patientOf(object, locate)];
    return referenceOf(object, locate) ?? [];
  });
}

type Locate = Artifact<'fhir'>['content']['json']['locate'];

function patientOf(patient: FhirObject, locateIn: Locate): ToldIdentity {
  const told = teller(locateIn);
  const names = objectsOf(patient, 'name');
  const [official, usual] = ['official', 'usual'].map((use) => names.find(({ value }) => value.use === use));
  const [list] = official ? extensionsOf(official, 'fr-core-patient-birth-list-given-name') : [];
  const [place] = extensionsOf(patient, 'patient-birthPlace').flatMap((each) => objectsOf(each, 'valueAddress'));
  const [code] = place
    ? extensionsOf(place, 'fr-core-address-insee-code').flatMap((each) => objectsOf(each, 'valueCoding'))
    : [];
  const traits = {
    birthName: told(official, 'family'),
    firstGiven: told(official, 'given', 0),
    givenList: told(list, 'valueString'),
    sex: told(patient, 'gender'),
    birthDate: told(patient, 'birthDate'),
    birthPlace: told(code, 'code'),
    usedName: told(usual, 'family'),
    usedGiven: told(usual, 'given', 0),
  };
  const identifiers = objectsOf(patient, 'identifier').map((each) => identifierOf(each, told));
  return {
    source: 'fhir',
    at: locateIn(patient.path),
    matricules: identifiers.flatMap((each) => each.matricule ?? []),
    localIds: identifiers.flatMap((each) => each.localId ?? []),
    traits: Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined)),
  };
}

/** A reference to a patient by an identifier alone. */
function referenceOf(object: FhirObject, locateIn: Locate): ToldIdentity | undefined {
  const { identifier, type = 'Patient' } = object.value;
  if (identifier === undefined || Array.isArray(identifier) || type !== 'Patient') return undefined;
  const [inner] = objectsOf(object, 'identifier');
  const { matricule } = inner ? identifierOf(inner, teller(locateIn)) : {};
  if (!matricule || !isInsOid(bareOid(matricule.oid?.value ?? ''))) return undefined;
  return { source: 'fhir', at: locateIn(object.path), matricules: [matricule], localIds: [], traits: {} };
}

function identifierOf(
  identifier: FhirObject,
  told: ReturnType<typeof teller>,
): { matricule?: ToldMatricule; localId?: Told & { authority: string } } {
  const value = told(identifier, 'value');
  const oid = told(identifier, 'system');
  // FR Core gives the billing number the system of the INS: it is nobody's INS, nor an identifier of a software.
  if (!value || isBillingNumber(identifier)) return {};
  if (!authorityOf(oid?.value)) return { localId: { ...value, authority: bareOid(oid?.value ?? '') } };
  return { matricule: { ...value, oid, ...(identifier.value.use === 'old' && { former: true }) } };
}

/** True for FR Core's slice `NSS`: the type of an identifier of health insurance, `NH`, whatever its system. */
export function isBillingNumber(identifier: FhirObject): boolean {
  return objectsOf(identifier, 'type')
    .flatMap((type) => objectsOf(type, 'coding'))
    .some(({ value }) => value.code === 'NH');
}

/** Reads a member of an object, or an item of the list that it is, when it tells something. */
function teller(locateIn: Locate) {
  return (object: FhirObject | undefined, member: string, index?: number): Told | undefined => {
    if (!object) return undefined;
    const whole = object.value[member];
    const value = index !== undefined && Array.isArray(whole) ? whole[index] : whole;
    if (typeof value !== 'string' || value.trim() === '') return undefined;
    const path = [...object.path, member, ...(Array.isArray(whole) && index !== undefined ? [index] : [])];
    return { value, at: locateIn(path) };
  };
}
