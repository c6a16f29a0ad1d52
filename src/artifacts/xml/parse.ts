import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import { LIMITS, type LimitName, type Limits } from '../limits.js';
import { overLimit, ReadError, spend } from '../read-error.js';
import { decodeXml } from '../text/decode.js';
import { newParser } from './new-parser.js';
import { plainTexts } from './plain-texts.js';
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
export function parseXmlText(written: string, limits: Limits = LIMITS, firstLine = 1): XmlDocument {
  // Line ends as XML 1.0 §2.11 reads them; blanks before the root are tolerated (published XDM metadata have them), not elsewhere.
  const text = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
  const lead = /^[ \t\n]*(?=<\?xml)/.exec(text)?.[0].length ?? 0;
  const document = new XmlDocument(text, firstLine);
  const parser = newParser();
  const prefixes = new Prefixes();
  // The parser's own goes through every open element for each name.
  parser.resolve = (prefix) => prefixes.resolve(prefix);
  let parent: XmlElement | XmlDocument = document;
  let depth = 0;
  let nodes = 0;
  let tagStart = 0;
  let attributes = 0;
  /** Of the tag that is read, without namespace declarations: the parser gives each its namespace once it has them all. */
  let own: SaxesAttributeNS[] = [];
  let declares = false;
  const repeated = new Repeated();
  // Where the last tag, comment or instruction ended: what follows begins there, entities and all.
  let markupEnd = lead;
  // Characters that the parser was not given.
  let unparsed = lead;

  const attributesOf = (owner: XmlElement): readonly XmlAttribute[] =>
    own.length === 0
      ? NO_ATTRIBUTE
      : own.map((each) => new XmlAttribute(owner, repeated.name(each), repeated.text(each.value)));

  const locate = (offset: number) => document.source.locate(Math.max(0, Math.min(offset, text.length - 1)));
  const fail = (code: 'read/xml' | 'read/xml-doctype', args: Record<string, string>, offset: number): never => {
    throw new ReadError(code, args, locate(offset));
  };
  const keepTo = (limit: LimitName, actual: number, offset: number): void => {
    if (actual > limits[limit]) throw overLimit(limits, limit, actual, locate(offset));
  };
  const position = (): number => unparsed + parser.position;
  const count = (offset = position()): void => {
    keepTo('xmlNodes', ++nodes, offset);
    spend(limits, 1);
    if (nodes % 65_536 === 0) keepTo('xmlNodesPerKilobyte', Math.round((nodes * 1024) / offset), offset);
  };

  parser.on('error', ({ message }) => {
    const offset = position() - 1;
    // The parser quotes names, which may be as long as the document.
    const reason = text[offset] === '\0' ? 'nul' : message.replace(/^\d+:\d+: /, '').slice(0, 200);
    fail('read/xml', { reason }, offset);
  });
  parser.on('doctype', () => fail('read/xml-doctype', {}, text.lastIndexOf('<!DOCTYPE', position())));
  parser.on('opentagstart', (tag) => {
    // What follows the name was read.
    tagStart = position() - tag.name.length - 2;
    attributes = 0;
    own = [];
    declares = false;
    prefixes.open();
    keepTo('xmlName', tag.name.length, tagStart);
  });
  // Counted as they come: a million of them would take memory before their element is known.
  parser.on('attribute', (attribute) => {
    const { name, prefix, local, value } = attribute;
    keepTo('xmlAttributes', ++attributes, tagStart);
    keepTo('xmlName', name.length, tagStart);
    keepTo('xmlText', value.length, tagStart);
    if (prefix !== 'xmlns' && name !== 'xmlns') {
      own.push(attribute);
      return;
    }
    declares = true;
    prefixes.declare(prefix === 'xmlns' ? local : '', value.trim());
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    count();
    keepTo('xmlDepth', ++depth, tagStart);
    const element: XmlElement = new XmlElement(
      document,
      parent,
      repeated.name(tag),
      declares ? tag.ns : undefined,
      tagStart,
      document.elements.length,
      attributesOf,
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
  /** @param end where the parser is once it knows that the text ended: after the `<`. */
  const addText = (data: string, end = position()): void => {
    if (!(parent instanceof XmlElement) || data === '') return;
    count(end);
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
    // Its `>` is still to be read.
    markupEnd = position() + 1;
  });
  parser.on('processinginstruction', ({ target, body }) => {
    count();
    keepTo('xmlName', target.length, position());
    const start = text.lastIndexOf(`<?${target}`, position() - body.length - target.length - 3);
    if (target !== 'xml') parent.append(new XmlInstruction(parent, target, body, start));
    markupEnd = position();
  });

  let given = lead;
  for (const { start, end } of plainTexts(text, lead)) {
    parser.write(text.slice(given, start));
    given = start;
    // Something ended there, that is not inside a comment, an attribute, a CDATA section or an instruction.
    if (markupEnd !== start || !(parent instanceof XmlElement)) continue;
    addText(text.slice(start, end), end + 1);
    unparsed += end - start;
    given = end;
  }
  parser.write(given > 0 ? text.slice(given) : text).close();
  if (document.elements.length === 0) fail('read/xml', { reason: 'no-root' }, 0);
  return document;
}

const NO_ATTRIBUTE: readonly XmlAttribute[] = [];
