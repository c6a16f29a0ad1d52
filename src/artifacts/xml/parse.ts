import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LIMITS, type LimitName, type Limits } from '../limits.js';
import { overLimit, ReadError, spend } from '../read-error.js';
import { decodeXml } from '../text/decode.js';
import { Prefixes } from './prefixes.js';
import { Repeated } from './repeated.js';
import { XmlAttribute, XmlComment, XmlDocument, XmlElement, XmlInstruction, XmlText } from './tree.js';

/**
 * Parses an XML document with namespaces.
 * No document type, no entity beyond the five of XML, no external resource: nothing outside `bytes` is ever read.
 * @throws ReadError `read/xml` (not well formed), `read/xml-doctype`, `read/xml-limit`, `read/encoding`, with line and column.
 */
export function parseXml(bytes: Uint8Array, limits: Limits = LIMITS): XmlDocument {
  return parseXmlText(decodeXml(bytes), limits);
}

/**
 * Parses an XML document that is text already.
 * @param firstLine line of the file where the document starts, when it is in another.
 * @throws ReadError as `parseXml` does, but for the encoding.
 */
export function parseXmlText(given: string, limits: Limits = LIMITS, firstLine = 1): XmlDocument {
  // Line ends as XML 1.0 §2.11 reads them; blanks before the root are tolerated (published XDM metadata have them), not elsewhere.
  const text = given.replace(/\r\n?/g, '\n');
  const lead = /^[ \t\n]*(?=<\?xml)/.exec(text)?.[0].length ?? 0;
  const document = new XmlDocument(text, firstLine);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const prefixes = new Prefixes();
  // The parser's own goes through every open element for each name.
  parser.resolve = (prefix) => prefixes.resolve(prefix);
  let parent: XmlElement | XmlDocument = document;
  let depth = 0;
  let nodes = 0;
  let tagStart = 0;
  let attributes = 0;
  const repeated = new Repeated();
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
    spend(limits, 1);
    if (nodes % 65_536 === 0) keepTo('xmlNodesPerKilobyte', Math.round((nodes * 1024) / position()), position());
  };

  parser.on('error', ({ message }) => {
    const offset = position() - 1;
    // The parser quotes names, which may be as long as the document.
    const reason = text[offset] === '\0' ? 'nul' : message.replace(/^\d+:\d+: /, '').slice(0, 200);
    fail('read/xml', { reason }, offset);
  });
  parser.on('doctype', () => fail('read/xml-doctype', {}, text.lastIndexOf('<!DOCTYPE', position())));
  parser.on('opentagstart', (tag) => {
    tagStart = text.lastIndexOf('<', position() - 1);
    attributes = 0;
    prefixes.open();
    keepTo('xmlName', tag.name.length, tagStart);
  });
  // Counted as they come: a million of them would take memory before their element is known.
  parser.on('attribute', ({ name, prefix, local, value }) => {
    keepTo('xmlAttributes', ++attributes, tagStart);
    keepTo('xmlName', name.length, tagStart);
    keepTo('xmlText', value.length, tagStart);
    if (prefix === 'xmlns') prefixes.declare(local, value.trim());
    else if (name === 'xmlns') prefixes.declare('', value.trim());
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    count();
    keepTo('xmlDepth', ++depth, tagStart);
    const element: XmlElement = new XmlElement(
      document,
      parent,
      repeated.name(tag.local, tag.prefix, tag.uri),
      hasKeys(tag.ns) ? tag.ns : undefined,
      tagStart,
      document.elements.length,
      (owner) => attributesOf(owner, tag, repeated),
    );
    document.elements.push(element);
    parent.append(element);
    parent = element;
    markupEnd = position();
  });
  parser.on('closetag', () => {
    depth--;
    prefixes.close();
    if (parent instanceof XmlElement) parent = parent.parentNode;
    markupEnd = position();
  });
  const addText = (data: string): void => {
    if (!(parent instanceof XmlElement) || data === '') return;
    count();
    const last = parent.childNodes.at(-1);
    if (last instanceof XmlText) {
      keepTo('xmlText', last.data.length + data.length, last.start);
      last.extend(data);
    } else {
      keepTo('xmlText', data.length, markupEnd);
      parent.append(new XmlText(parent, repeated.text(data), markupEnd));
    }
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (data) => {
    count();
    parent.append(new XmlComment(parent, data, text.lastIndexOf('<!--', position() - data.length - 4)));
    markupEnd = position();
  });
  parser.on('processinginstruction', ({ target, body }) => {
    count();
    keepTo('xmlName', target.length, position());
    const start = text.lastIndexOf(`<?${target}`, position() - body.length - target.length - 3);
    if (target !== 'xml') parent.append(new XmlInstruction(parent, target, body, start));
    markupEnd = position();
  });

  parser.write(lead > 0 ? text.slice(lead) : text).close();
  if (document.elements.length === 0) fail('read/xml', { reason: 'no-root' }, 0);
  return document;
}

const NO_ATTRIBUTE: readonly XmlAttribute[] = [];

function attributesOf(owner: XmlElement, { attributes }: SaxesTagNS, repeated: Repeated): readonly XmlAttribute[] {
  if (!hasKeys(attributes)) return NO_ATTRIBUTE;
  const given = Object.values(attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns');
  return given.map(
    ({ local, prefix, uri, value }) => new XmlAttribute(owner, repeated.name(local, prefix, uri), repeated.text(value)),
  );
}

function hasKeys(object: object): boolean {
  for (const _ in object) return true;
  return false;
}
