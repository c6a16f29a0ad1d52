import type { XmlDocument } from '../xml/tree.js';

/** A SOAP message. */
export interface SoapContent {
  readonly document: XmlDocument;
}
