import type { XmlDocument, XmlElement } from '../xml/tree.js';
import { readFault, type SoapFault } from './fault.js';
import { type Habilitation, readHabilitation } from './habilitation.js';
import { type InsiRequest, type InsiResponse, readInsi } from './insi.js';
import { type PatientQuery, type PatientQueryResponse, readPatientQuery } from './patient-query.js';
import { readXdsTransaction, type XdsTransaction } from './xds-transactions.js';

/** What a message is, by its `type`. `node` is the child of the SOAP body. */
export type SoapBody =
  | XdsTransaction
  | PatientQuery
  | PatientQueryResponse
  | Habilitation
  | InsiRequest
  | InsiResponse
  | SoapFault
  | OtherBody
  | EmptyBody;

/** A body that nothing above names. */
interface OtherBody {
  readonly type: 'other';
  readonly node: XmlElement;
  readonly namespace: string | undefined;
  readonly localName: string;
}

/** A body without child; a lone assertion. */
interface EmptyBody {
  readonly type: 'empty';
  readonly node: undefined;
}

export const EMPTY_BODY: EmptyBody = { type: 'empty', node: undefined };

/**
 * @param body the SOAP body.
 * @param action WS-Addressing action.
 */
export function readBody(document: XmlDocument, body: XmlElement, action: string | undefined): SoapBody {
  const node = body.elements[0];
  if (!node) return EMPTY_BODY;
  const { namespaceURI, localName } = node;
  if (localName === 'Fault' && namespaceURI === body.namespaceURI) return readFault(node);
  const name = `{${namespaceURI ?? ''}}${localName}`;
  return (
    readXdsTransaction(document, node, name, action) ??
    readPatientQuery(node, name) ??
    readHabilitation(node, name) ??
    readInsi(node, name) ?? { type: 'other', node, namespace: namespaceURI ?? undefined, localName }
  );
}

/** True for a body that only answers. */
export function isResponse({ type, ...rest }: SoapBody): boolean {
  return type === 'fault' || /-response$/.test(type) || ('localName' in rest && /Response$/.test(rest.localName));
}
