import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { ei } from '../../artifacts/hl7v2/data-types.js';
import { TXA } from '../../artifacts/hl7v2/fields.js';
import type { Hl7Message } from '../../artifacts/hl7v2/message.js';
import { segmentsNamed } from '../../artifacts/hl7v2/named-segments.js';
import { isObject } from '../../artifacts/json/document.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';
import type { XdsObject } from '../../artifacts/xds/object.js';
import { bareOid } from '../../identity/oids.js';
import { fhirObjects, objectsOf } from './fhir-objects.js';

// A name that two artifacts share says that they are about the same patient: `document …` and `mail …` never meet.

/** The names of a document, of those that an archive describes, or of the thread of a mail. */
export function linksOf(artifact: Artifact): string[] {
  if (isKind(artifact, 'cda')) {
    const { root } = artifact.content;
    return [...root.childrenNamed('id'), ...root.childrenNamed('setId')].flatMap((node) =>
      documentLink(node.attribute('root'), node.attribute('extension')),
    );
  }
  if (isKind(artifact, 'xdm'))
    return artifact.content.subsets.flatMap(({ metadata }) => xdsLinks(metadata.documentEntries));
  if (isKind(artifact, 'mail')) {
    const fields = ['Message-ID', 'In-Reply-To', 'References'].flatMap((name) => headersNamed(artifact.content, name));
    return fields
      .flatMap(({ value }) => value.split(/[\s<>]+/).filter((id) => id.includes('@')))
      .map((id) => `mail ${id}`);
  }
  return [];
}

/** The document of a message, TXA-12. */
export function hl7Links(message: Hl7Message): string[] {
  return segmentsNamed(message, 'TXA').flatMap((txa) => {
    const { id, namespace, universalId } = ei(txa.field(TXA.documentId));
    const authority = universalId.text || namespace.text;
    return authority === '' ? documentLink(id.text, undefined) : documentLink(authority, id.text);
  });
}

/** The documents that a message submits. */
export function soapLinks({ documents }: SoapMessage): string[] {
  return xdsLinks(documents.flatMap(({ entry }) => entry ?? []));
}

function xdsLinks(entries: readonly XdsObject[]): string[] {
  return entries.flatMap((entry) => {
    const [root, extension] = entry.identifier('DocumentEntry.uniqueId')?.value.split('^') ?? [];
    return documentLink(root, extension);
  });
}

/** The document that a DocumentReference describes, and the Patient of the same Bundle that a resource is or refers to. */
export function fhirLinks(artifact: Artifact<'fhir'>): string[] {
  const { json, resourceType, id } = artifact.content;
  const bundle = artifact.containers.at(-1);
  const patient = (reference: string): string[] =>
    bundle === undefined ? [] : [`patient ${bundle} ${reference.split('/').slice(-2).join('/')}`];
  if (resourceType === 'Patient') return id === undefined ? [] : patient(`Patient/${id}`);
  const [root] = fhirObjects(json.value, () => true);
  if (!root || !isObject(json.value)) return [];
  const documents = objectsOf(root, 'masterIdentifier').flatMap(({ value }) =>
    typeof value.value === 'string' ? documentLink(bareOid(value.value), undefined) : [],
  );
  const patients = ['subject', 'patient', 'beneficiary', 'for']
    .flatMap((name) => objectsOf(root, name))
    .flatMap(({ value }) =>
      typeof value.reference === 'string' && /(?:^|\/)Patient\//.test(value.reference) ? patient(value.reference) : [],
    );
  return [...documents, ...patients];
}

/** The id of a document, one way of writing for all: OID and extension apart, or together as the DMP has it. */
function documentLink(root: string | undefined, extension: string | undefined): string[] {
  if (!root?.trim()) return [];
  return [`document ${root.trim()}${extension?.trim() ? `^${extension.trim()}` : ''}`];
}
