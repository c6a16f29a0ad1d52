import { ReadError } from '../read-error.js';
import type { XmlDocument, XmlElement } from '../xml/tree.js';
import { readAddressing } from './addressing.js';
import { EMPTY_BODY, readBody } from './body.js';
import { readContexts } from './insi.js';
import { readAssertion } from './saml.js';
import { isAssertion, readSecurity } from './security.js';
import type { SoapMessage } from './soap.js';

type Envelope = Pick<SoapMessage, 'version' | 'document' | 'headers' | 'addressing' | 'security' | 'contexts' | 'body'>;

const VERSIONS: ReadonlyMap<string, '1.1' | '1.2'> = new Map([
  ['http://schemas.xmlsoap.org/soap/envelope/', '1.1'],
  ['http://www.w3.org/2003/05/soap-envelope', '1.2'],
]);

/**
 * The envelope, or the lone SAML assertion, that a document is.
 * @throws ReadError `read/soap` for an envelope that has not exactly one body.
 */
export function readEnvelope(document: XmlDocument): Envelope | undefined {
  const root = document.documentElement;
  if (isAssertion(root)) return loneAssertion(document, root);
  const version = VERSIONS.get(root.namespaceURI ?? '');
  if (root.localName !== 'Envelope' || !version) return undefined;
  const [body, second] = root.childrenNamed('Body');
  if (!body) throw new ReadError('read/soap', { reason: 'no-soap-body' }, document.locate(root));
  if (second) throw new ReadError('read/soap', { reason: 'several-soap-bodies' }, document.locate(second));
  const headers = root.childrenNamed('Header').flatMap((header) => header.elements);
  const addressing = readAddressing(headers);
  return {
    version,
    document,
    headers,
    addressing,
    security: readSecurity(headers),
    contexts: readContexts(headers),
    body: readBody(document, body, addressing.action?.value),
  };
}

/** A VIHF is often saved alone: it is judged as the one of a message. */
function loneAssertion(document: XmlDocument, root: XmlElement): Envelope {
  return {
    version: undefined,
    document,
    headers: [],
    addressing: readAddressing([]),
    security: { node: root, assertions: [readAssertion(root)], timestamp: undefined },
    contexts: readContexts([]),
    body: EMPTY_BODY,
  };
}
