import { LIMITS, type Limits } from '../limits.js';
import { decodeXml } from '../text/decode.js';
import { withLineFeeds } from '../text/utf8.js';
import type { XmlDocument } from './tree.js';
import { TreeBuilder } from './tree-builder.js';

/**
 * Parses an XML document with namespaces.
 * No document type, no entity beyond the five of XML, no external resource: nothing outside `bytes` is ever read.
 * @throws ReadError `read/xml` (not well formed), `read/xml-doctype`, `read/xml-limit`, `read/encoding`, with line and column.
 */
export function parseXml(bytes: Uint8Array, limits: Limits = LIMITS): XmlDocument {
  return parseXmlText(decodeXml(bytes, 'lf'), limits);
}

/**
 * Parses an XML document that is text already.
 * @param firstLine line of the file where the document starts, when it is in another.
 * @throws ReadError as `parseXml` does, but for the encoding.
 */
export function parseXmlText(written: string, limits: Limits = LIMITS, firstLine = 1): XmlDocument {
  const text = withLineFeeds(written);
  // Blanks before the root are tolerated (published XDM metadata have them), not elsewhere.
  const lead = /^[ \t\n]*(?=<\?xml)/.exec(text)?.[0].length ?? 0;
  // One that fails stays in the middle of its document.
  const builder = idle ?? new TreeBuilder();
  idle = undefined;
  const document = builder.build(text, limits, firstLine, lead);
  idle = builder;
  return document;
}

/** Waits for the next document. */
let idle: TreeBuilder | undefined;
