import type { XmlElement } from '../xml/tree.js';
import { textAt, textValue, type XmlValue } from '../xml/value.js';

/** WS-Addressing headers: of the recommendation, else of the submission of 2004 that older services use. */
export interface WsAddressing {
  readonly action: XmlValue | undefined;
  readonly messageId: XmlValue | undefined;
  readonly relatesTo: XmlValue | undefined;
  readonly to: XmlValue | undefined;
  /** Address of the reply's endpoint. */
  readonly replyTo: XmlValue | undefined;
}

const NAMESPACES = ['http://www.w3.org/2005/08/addressing', 'http://schemas.xmlsoap.org/ws/2004/08/addressing'];

/** @param headers children of the SOAP header. */
export function readAddressing(headers: readonly XmlElement[]): WsAddressing {
  const header = (name: string): XmlElement | undefined =>
    headers.find((each) => each.localName === name && NAMESPACES.includes(each.namespaceURI ?? ''));
  return {
    action: textValue(header('Action')),
    messageId: textValue(header('MessageID')),
    relatesTo: textValue(header('RelatesTo')),
    to: textValue(header('To')),
    replyTo: textAt(header('ReplyTo'), 'Address'),
  };
}
