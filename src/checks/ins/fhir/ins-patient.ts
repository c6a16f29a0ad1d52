import type { JsonView } from '../../../artifacts/json/document.js';
import { authorityOf } from '../../../identity/oids.js';
import { currentIns } from '../../identities/current-ins.js';
import { extensionsOf, type FhirObject, objectsOf } from '../../identities/fhir-objects.js';
import { fhirIdentities, isBillingNumber } from '../../identities/identities-of-fhir.js';
import type { ToldIdentity } from '../../identities/told-identity.js';

/** A status of identity, or an attribute of one, as FR Core writes it. */
interface FhirStatus {
  readonly code: string;
  /**
   * What gives the code its meaning: in `v2-0445` (FR Core up to 2.1) VALI says that the INS was qualified; in `fr-core-cs-identity-status`
   * (from 2.2) VALI says that INSi was not asked, and QUAL that it was. `other` when the code system is neither.
   */
  readonly table: 'v2-0445' | 'identity-status' | 'other';
  readonly system: string;
  readonly coding: FhirObject;
}

/** A Patient that says of itself to carry an INS: by an identifier, or by claiming FR Core's profile of it. */
export interface FhirInsPatient {
  readonly patient: FhirObject;
  readonly identity: ToldIdentity;
  /** It claims FRCorePatientINSProfile, or the profile of the documents that derives from it. */
  readonly claimed: boolean;
  /** The identifiers that stand under the OID of an INS or INS-C, or have its type. */
  readonly identifiers: readonly FhirObject[];
  /** It has an INS that is not told to be a former one. */
  readonly hasIns: boolean;
  readonly statuses: readonly FhirStatus[];
  /** Codes of the comments and statuses: where the attributes stand. */
  readonly attributes: readonly string[];
}

/** The Patient that an object is, or undefined when it is none that this is about. */
export function fhirInsPatient(patient: FhirObject, json: JsonView): FhirInsPatient | undefined {
  const [identity] = patient.value.resourceType === 'Patient' ? fhirIdentities(patient, json) : [];
  if (!identity) return undefined;
  const claimed = profilesOf(patient).some((profile) =>
    /\/fr-(?:core-)?patient-ins(?:-document)?(?:\|.*)?$/.test(profile),
  );
  const identifiers = objectsOf(patient, 'identifier').filter(isIns);
  if (!claimed && identifiers.length === 0) return undefined;
  const reliabilities = extensionsOf(patient, 'fr-core-identity-reliability');
  const statuses = reliabilities
    .flatMap((each) => extensionsOf(each, 'identityStatus'))
    .flatMap((each) => objectsOf(each, 'valueCoding'))
    .flatMap(statusOf);
  const comments = reliabilities
    .flatMap((each) => extensionsOf(each, 'comment'))
    .flatMap((each) => [...objectsOf(each, 'valueCoding'), ...objectsOf(each, 'valueCodeableConcept')])
    .flatMap((each) => [each, ...objectsOf(each, 'coding')])
    .flatMap(({ value }) => (typeof value.code === 'string' ? [value.code] : []));
  const hasIns = currentIns(identity) !== undefined;
  const attributes = [...statuses.map(({ code }) => code), ...comments];
  return { patient, identity, claimed, identifiers, hasIns, statuses, attributes };
}

/** The codes of FR Core that type an identifier as national: `INS-NIR`, `INS-NIA`, `INS-NIR-TEST`, `INS-NIR-DEMO`, `INS-C`. */
export function insTypesOf(identifier: FhirObject): string[] {
  return objectsOf(identifier, 'type')
    .flatMap((type) => objectsOf(type, 'coding'))
    .flatMap(({ value: { code } }) => (typeof code === 'string' && code.startsWith('INS-') ? [code] : []));
}

function isIns(identifier: FhirObject): boolean {
  const { system } = identifier.value;
  const nature = authorityOf(typeof system === 'string' ? system : undefined)?.nature;
  return (
    insTypesOf(identifier).length > 0 || (nature !== undefined && nature !== 'NSS' && !isBillingNumber(identifier))
  );
}

function profilesOf(resource: FhirObject): string[] {
  const profiles = objectsOf(resource, 'meta').flatMap(({ value }) => value.profile);
  return profiles.filter((each): each is string => typeof each === 'string');
}

function statusOf(coding: FhirObject): FhirStatus[] {
  const { code, system } = coding.value;
  if (typeof code !== 'string') return [];
  const named = typeof system === 'string' ? system : '';
  const table = /\/fr-core-cs-identity-status$/.test(named)
    ? 'identity-status'
    : /\/fr-core-cs-v2-0445$/.test(named)
      ? 'v2-0445'
      : 'other';
  return [{ code, table, system: named, coding }];
}
