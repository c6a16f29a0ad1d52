import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LIMITS, type LimitName, type Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import { decodeXml } from '../text.js';
import { XmlAttribute, XmlComment, XmlDocument, XmlElement, XmlInstruction, XmlText } from './tree.js';

/**
 * Parses an XML document with namespaces.
 * No document type, no entity beyond the five of XML, no external resource: nothing outside `bytes` is ever read.
 * @throws ReadError `read/xml` (not well formed), `read/xml-doctype`, `read/xml-limit`, `read/encoding`, with line and column.
 */
export function parseXml(bytes: Uint8Array, limits: Limits = LIMITS): XmlDocument {
  return parseXmlText(decodeXml(bytes), limits);
}

/** @param firstLine line of the file where the document starts, when it is in another. */
export function parseXmlText(given: string, limits: Limits = LIMITS, firstLine = 1): XmlDocument {
  // Line ends as XML 1.0 §2.11 reads them; blanks before the root are tolerated (published XDM metadata have them), not elsewhere.
  const text = given.replace(/\r\n?/g, '\n');
  const lead = /^[ \t\n]*(?=<\?xml)/.exec(text)?.[0].length ?? 0;
  const document = new XmlDocument(text, firstLine);
  const parser = new SaxesParser({ xmlns: true, position: false });
  let parent: XmlElement | XmlDocument = document;
  let depth = 0;
  let nodes = 0;
  let tagStart = 0;
  // Where the last tag, comment or instruction ended: what follows begins there, entities and all.
  let markupEnd = lead;

  const locate = (offset: number) => document.source.locate(Math.max(0, Math.min(offset, text.length - 1)));
  const fail = (code: 'read/xml' | 'read/xml-doctype', args: Record<string, string>, offset: number): never => {
    throw new ReadError(code, args, locate(offset));
  };
  const keepTo = (limit: LimitName, actual: number, offset: number): void => {
    if (actual > limits[limit]) throw overLimit(limits, limit, actual, locate(offset));
  };
  const position = (): number => lead + parser.position;
  const count = (): void => {
    keepTo('xmlNodes', ++nodes, position());
  };

  parser.on('error', (error) => fail('read/xml', { reason: error.message.replace(/^\d+:\d+: /, '') }, position() - 1));
  parser.on('doctype', () => fail('read/xml-doctype', {}, text.lastIndexOf('<!DOCTYPE', position())));
  parser.on('opentagstart', (tag) => {
    tagStart = text.lastIndexOf(`<${tag.name}`, position() - 1);
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    count();
    keepTo('xmlDepth', ++depth, tagStart);
    const inherited = parent instanceof XmlElement ? parent.namespaces : NO_NAMESPACE;
    const own = Object.keys(tag.ns).length > 0 ? Object.assign(Object.create(null), inherited, tag.ns) : inherited;
    const element: XmlElement = new XmlElement(
      document,
      parent,
      tag.local,
      tag.prefix || null,
      tag.uri || null,
      own,
      tagStart,
      document.elements.length,
    );
    const attributes = Object.values(tag.attributes);
    keepTo('xmlAttributes', attributes.length, tagStart);
    for (const each of attributes) {
      if (each.prefix === 'xmlns' || each.name === 'xmlns') continue;
      keepTo('xmlText', each.value.length, tagStart);
      element.attributes.push(new XmlAttribute(element, each.local, each.prefix || null, each.uri || null, each.value));
    }
    document.elements.push(element);
    parent.childNodes.push(element);
    parent = element;
    markupEnd = position();
  });
  parser.on('closetag', () => {
    depth--;
    if (parent instanceof XmlElement) parent = parent.parentNode;
    markupEnd = position();
  });
  const addText = (data: string): void => {
    if (!(parent instanceof XmlElement) || data === '') return;
    count();
    const last = parent.childNodes.at(-1);
    // A CDATA section beside text is one text node for XPath.
    if (last instanceof XmlText) parent.childNodes.pop();
    const before = last instanceof XmlText ? last : undefined;
    keepTo('xmlText', (before?.data.length ?? 0) + data.length, before?.start ?? markupEnd);
    parent.childNodes.push(new XmlText(parent, (before?.data ?? '') + data, before?.start ?? markupEnd));
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (data) => {
    count();
    parent.childNodes.push(new XmlComment(parent, data, text.lastIndexOf('<!--', position() - data.length - 4)));
    markupEnd = position();
  });
  parser.on('processinginstruction', ({ target, body }) => {
    count();
    const start = text.lastIndexOf(`<?${target}`, position() - body.length - target.length - 3);
    if (target !== 'xml') parent.childNodes.push(new XmlInstruction(parent, target, body, start));
    markupEnd = position();
  });

  parser.write(lead > 0 ? text.slice(lead) : text).close();
  if (document.elements.length === 0) fail('read/xml', { reason: 'no-root' }, 0);
  return document;
}

const NO_NAMESPACE: Readonly<Record<string, string>> = Object.freeze(
  Object.assign(Object.create(null), { xml: 'http://www.w3.org/XML/1998/namespace' }),
);
