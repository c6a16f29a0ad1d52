import { NS } from '../xml/names.js';
import type { XmlElement } from '../xml/tree.js';
import { textAt, type XmlValue } from '../xml/value.js';
import { readAssertion, type SamlAssertion } from './saml.js';

/** A WS-Security header (OASIS WSS 1.0). */
export interface WsSecurity {
  /** The header; the assertion itself when it stands alone. */
  readonly node: XmlElement;
  /** In order: a message of the DMP or of INSi has one. */
  readonly assertions: readonly SamlAssertion[];
  readonly timestamp: Timestamp | undefined;
}

interface Timestamp {
  readonly node: XmlElement;
  readonly created: XmlValue | undefined;
  readonly expires: XmlValue | undefined;
}

/** @param headers children of the SOAP header. */
export function readSecurity(headers: readonly XmlElement[]): WsSecurity | undefined {
  const node = headers.find((each) => each.localName === 'Security' && each.namespaceURI === NS.wsse);
  if (!node) return undefined;
  const timestamp = node.elements.find((each) => each.localName === 'Timestamp' && each.namespaceURI === NS.wsu);
  return {
    node,
    assertions: node.elements.filter(isAssertion).map(readAssertion),
    timestamp: timestamp && {
      node: timestamp,
      created: textAt(timestamp, 'Created'),
      expires: textAt(timestamp, 'Expires'),
    },
  };
}

/** True for an assertion of SAML 2.0. */
export function isAssertion(element: XmlElement): boolean {
  return element.localName === 'Assertion' && element.namespaceURI === NS.saml;
}
