import type { Artifact } from '../../../artifacts/artifact.js';
import { isWellFormedOid } from '../../../identity/oids.js';
import type { RawFinding } from '../../define.js';
import { type FhirObject, objectsOf } from '../../identities/fhir-objects.js';
import { foundIn, objectsAt, rootOf, textOf } from './found.js';

/** System of an identifier that is a URI by itself. */
const URI = 'urn:ietf:rfc:3986';

/** True for an OID or a UUID written as a URN. */
function isUrn(value: string): boolean {
  const [, oid] = /^urn:oid:(.*)$/.exec(value) ?? [];
  return oid === undefined ? isUuidUrn(value) : isWellFormedOid(oid);
}

function isUuidUrn(value: string): boolean {
  return /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

/** The identifier of the document is an OID or a UUID, when its system says that it is a URI. */
export function judgeMasterIdentifier(resource: Artifact<'fhir'>): RawFinding<'unique-id'>[] {
  return objectsAt(rootOf(resource), 'masterIdentifier').flatMap((identifier) => {
    const value = textOf(identifier, 'value');
    if (value === undefined || textOf(identifier, 'system') !== URI || isUrn(value)) return [];
    return [foundIn(resource, 'unique-id', [...identifier.path, 'value'], { actual: value })];
  });
}

/** Identifiers of that type of MHD: `uniqueId`, `entryUUID`. */
export function typedIdentifiers(resource: Artifact<'fhir'>, type: string): FhirObject[] {
  return objectsOf(rootOf(resource), 'identifier').filter((each) => isOfType(each, type));
}

/** True when the identifier tells that it is of that type of MHD. */
export function isOfType(identifier: FhirObject, type: string): boolean {
  return objectsAt(identifier, 'type.coding').some(({ value }) => value.code === type);
}

/** An entryUUID is a UUID, under the system of URIs. */
export function judgeEntryUuids(resource: Artifact<'fhir'>): RawFinding<'entry-uuid'>[] {
  return typedIdentifiers(resource, 'entryUUID').flatMap((each) => {
    const value = textOf(each, 'value') ?? '';
    if (textOf(each, 'system') === URI && isUuidUrn(value)) return [];
    return [foundIn(resource, 'entry-uuid', [...each.path, 'value'], { actual: value })];
  });
}

/** The uniqueId of a submission set is an OID (MHD, SubmissionSetUniqueIdIdentifier). */
export function judgeSetUniqueIds(resource: Artifact<'fhir'>): RawFinding<'unique-id'>[] {
  return typedIdentifiers(resource, 'uniqueId').flatMap((each) => {
    const value = textOf(each, 'value') ?? '';
    if (textOf(each, 'system') === URI && value.startsWith('urn:oid:') && isUrn(value)) return [];
    return [foundIn(resource, 'unique-id', [...each.path, 'value'], { actual: value })];
  });
}
