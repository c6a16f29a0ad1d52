import type { Artifact } from '../../../artifacts/artifact.js';
import { isObject, type JsonPath } from '../../../artifacts/json/document.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';

/** A mailbox that a search of the Annuaire Santé found. */
export interface FoundMailbox {
  /** As written. */
  readonly address: string;
  /** Code of TRE_R257-TypeBAL: PER, ORG, APP, CAB; undefined when the answer does not tell it. */
  readonly type: string | undefined;
  /** Not to be published. */
  readonly isUnlisted: boolean;
  /** True when the answer says that the address is of another messaging than MSSanté, or of none. */
  readonly isOther: boolean;
  readonly at: Place;
}

/** Where the Annuaire Santé puts addresses (API FHIR Annuaire Santé v2, and the IG « API Messagerie sécurisée de santé »). */
const CARRIERS: ReadonlySet<unknown> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'HealthcareService',
]);
const METADATA = 'https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-ext-mailbox-mss-metadata';
const EMAIL_TYPE = 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type';
const MOST_MAILBOXES = 10_000;

/**
 * The mailboxes of an answer to a search of professionals or structures; undefined for any other resource: a search set has nothing else, and is
 * the only thing that the API answers. Answers of a batch are search sets inside, each an artifact of its own.
 */
export function searchedMailboxes(artifact: Artifact<'fhir'>): FoundMailbox[] | undefined {
  const { value } = artifact.content.json;
  if (artifact.content.resourceType !== 'Bundle' || !isObject(value) || value.type !== 'searchset') return undefined;
  const resources = list(value.entry).map((entry) => (isObject(entry) ? entry.resource : undefined));
  const types = resources.map((resource) => (isObject(resource) ? resource.resourceType : undefined));
  if (types.some((type) => type !== undefined && !CARRIERS.has(type) && !BESIDE.has(type))) return undefined;
  if (!types.some((type) => CARRIERS.has(type))) return undefined;
  const found: FoundMailbox[] = [];
  for (const [index, resource] of resources.entries()) {
    if (!isObject(resource) || !CARRIERS.has(resource.resourceType)) continue;
    for (const [rank, telecom] of list(resource.telecom).entries()) {
      const mailbox = mailboxOf(artifact, telecom, ['entry', index, 'resource', 'telecom', rank, 'value']);
      if (mailbox && found.push(mailbox) === MOST_MAILBOXES) return found;
    }
  }
  return found;
}

/** What the server adds to what was found. */
const BESIDE: ReadonlySet<unknown> = new Set(['OperationOutcome', 'Device', 'Location']);

function mailboxOf(artifact: Artifact<'fhir'>, telecom: unknown, path: JsonPath): FoundMailbox | undefined {
  if (!isObject(telecom) || telecom.system !== 'email' || typeof telecom.value !== 'string') return undefined;
  const extensions = list(telecom.extension).filter(isObject);
  const metadata = list(extensions.find(({ url }) => url === METADATA)?.extension).filter(isObject);
  const messaging = extensions.find(({ url }) => url === EMAIL_TYPE);
  const kind = codeOf(messaging?.valueCoding);
  return {
    address: telecom.value,
    type: codeOf(list(conceptOf(metadata.find(({ url }) => url === 'type')?.valueCodeableConcept).coding)[0]),
    isUnlisted: metadata.some(({ url, valueBoolean }) => url === 'listeRouge' && valueBoolean === true),
    isOther: kind !== undefined && kind !== 'MSSANTE' && metadata.length === 0,
    at: placeIn(artifact, artifact.content.json.locate(path)),
  };
}

function conceptOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

function codeOf(coding: unknown): string | undefined {
  return isObject(coding) && typeof coding.code === 'string' ? coding.code : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
