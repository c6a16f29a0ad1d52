import type { SaxesAttributePlain } from 'saxes';
import { LIMITS, type LimitName, type Limits } from '../limits.js';
import { overLimit, ReadError, spend } from '../read-error.js';
import { newParser } from './new-parser.js';
import { plainTexts } from './plain-texts.js';
import { faultOfDeclaration, Prefixes } from './prefixes.js';
import { QualifiedNames } from './qualified-names.js';
import { Repeated } from './repeated.js';
import { XmlAttribute, XmlComment, XmlDocument, XmlElement, XmlInstruction, XmlText } from './tree.js';

const NO_DOCUMENT = new XmlDocument('', 1);
const NO_ATTRIBUTE: readonly XmlAttribute[] = [];

/**
 * Builds the tree of one document after the other, with one parser: V8 optimises what calls its handlers for the very functions that they are, and throws
 * that away when a document brings others. One that failed is not to be used again.
 */
export class TreeBuilder {
  readonly #parser = newParser();
  #text = '';
  #limits: Limits = LIMITS;
  #document = NO_DOCUMENT;
  #version = '1.0';
  #prefixes = new Prefixes();
  #elementNames = this.#namesOf('element');
  #attributeNames = this.#namesOf('attribute');
  #repeated = new Repeated();
  #parent: XmlElement | XmlDocument = NO_DOCUMENT;
  #depth = 0;
  #nodes = 0;
  #tagStart = 0;
  #attributes = 0;
  /** Of the tag that is read, without namespace declarations: which it is told by all of them. */
  #own: SaxesAttributePlain[] = [];
  #declared: Record<string, string> | undefined;
  // Where the last tag, comment or instruction ended: what follows begins there, entities and all.
  #markupEnd = 0;
  // Characters that the parser was not given.
  #unparsed = 0;

  readonly #attributesOf = (owner: XmlElement): readonly XmlAttribute[] =>
    this.#own.length === 0
      ? NO_ATTRIBUTE
      : this.#own.map(
          ({ name, value }) => new XmlAttribute(owner, this.#attributeNames.of(name), this.#repeated.text(value)),
        );

  constructor() {
    const parser = this.#parser;
    parser.on('error', ({ message }) => this.#refuse(message));
    parser.on('xmldecl', ({ version = '1.0' }) => {
      this.#version = version;
    });
    parser.on('doctype', () =>
      this.#fail('read/xml-doctype', {}, this.#text.lastIndexOf('<!DOCTYPE', this.#position())),
    );
    parser.on('opentagstart', ({ name }) => this.#beginTag(name));
    parser.on('attribute', (attribute) => this.#addAttribute(attribute));
    parser.on('opentag', ({ name }) => this.#open(name));
    parser.on('closetag', () => this.#close());
    parser.on('text', (data) => this.#addText(data, this.#position()));
    parser.on('cdata', (data) => this.#addText(data, this.#position()));
    parser.on('comment', (data) => this.#addComment(data));
    parser.on('processinginstruction', ({ target, body }) => this.#addInstruction(target, body));
  }

  /**
   * @param text with the line ends of XML.
   * @param lead its characters that are no part of the document.
   * @throws ReadError as `parseXmlText` does.
   */
  build(text: string, limits: Limits, firstLine: number, lead: number): XmlDocument {
    this.#begin(text, limits, new XmlDocument(text, firstLine), lead);
    const document = this.#document;
    const parser = this.#parser;
    let given = lead;
    for (const { start, end } of plainTexts(text, lead)) {
      parser.write(text.slice(given, start));
      given = start;
      // Something ended there, that is not inside a comment, an attribute, a CDATA section or an instruction.
      if (this.#markupEnd !== start || !(this.#parent instanceof XmlElement)) continue;
      this.#addText(text.slice(start, end), end + 1);
      this.#unparsed += end - start;
      given = end;
    }
    parser.write(given > 0 ? text.slice(given) : text).close();
    if (document.elements.length === 0) this.#fail('read/xml', { reason: 'no-root' }, 0);
    // Nothing of the document stays here until the next.
    this.#begin('', LIMITS, NO_DOCUMENT, 0);
    return document;
  }

  #begin(text: string, limits: Limits, document: XmlDocument, lead: number): void {
    this.#text = text;
    this.#limits = limits;
    this.#document = document;
    this.#version = '1.0';
    this.#prefixes = new Prefixes();
    this.#elementNames = this.#namesOf('element');
    this.#attributeNames = this.#namesOf('attribute');
    this.#repeated = new Repeated();
    this.#parent = document;
    this.#depth = 0;
    this.#nodes = 0;
    this.#tagStart = 0;
    this.#attributes = 0;
    this.#own = [];
    this.#declared = undefined;
    this.#markupEnd = lead;
    this.#unparsed = lead;
  }

  #namesOf(kind: 'element' | 'attribute'): QualifiedNames {
    return new QualifiedNames(this.#prefixes, kind, (message) => this.#refuse(message));
  }

  #position(): number {
    return this.#unparsed + this.#parser.position;
  }

  #locate(offset: number) {
    return this.#document.source.locate(Math.max(0, Math.min(offset, this.#text.length - 1)));
  }

  #fail(code: 'read/xml' | 'read/xml-doctype', args: Record<string, string>, offset: number): never {
    throw new ReadError(code, args, this.#locate(offset));
  }

  #refuse(message: string): never {
    const offset = this.#position() - 1;
    // The parser quotes names, which may be as long as the document.
    const reason = this.#text[offset] === '\0' ? 'nul' : message.replace(/^\d+:\d+: /, '').slice(0, 200);
    return this.#fail('read/xml', { reason }, offset);
  }

  #keepTo(limit: LimitName, actual: number, offset: number): void {
    if (actual > this.#limits[limit]) throw overLimit(this.#limits, limit, actual, this.#locate(offset));
  }

  #count(offset: number): void {
    this.#keepTo('xmlNodes', ++this.#nodes, offset);
    spend(this.#limits, 1);
    if (this.#nodes % 65_536 === 0) {
      this.#keepTo('xmlNodesPerKilobyte', Math.round((this.#nodes * 1024) / offset), offset);
    }
  }

  #beginTag(name: string): void {
    // What follows the name was read.
    this.#tagStart = this.#position() - name.length - 2;
    this.#attributes = 0;
    this.#own = [];
    this.#declared = undefined;
    this.#prefixes.open();
    this.#keepTo('xmlName', name.length, this.#tagStart);
  }

  /** Counted as they come: a million of them would take memory before their element is known. */
  #addAttribute(attribute: SaxesAttributePlain): void {
    const { name, value } = attribute;
    this.#keepTo('xmlAttributes', ++this.#attributes, this.#tagStart);
    this.#keepTo('xmlName', name.length, this.#tagStart);
    this.#keepTo('xmlText', value.length, this.#tagStart);
    if (name === 'xmlns') this.#declare('', value.trim());
    else if (name.startsWith('xmlns:')) {
      const prefix = name.slice('xmlns:'.length);
      if (prefix === '' || prefix.includes(':')) this.#refuse(`malformed name: ${name}.`);
      this.#declare(prefix, value.trim());
    } else this.#own.push(attribute);
  }

  #declare(prefix: string, namespace: string): void {
    const fault = faultOfDeclaration(prefix, namespace, this.#version !== '1.0');
    if (fault !== undefined) this.#refuse(fault);
    this.#declared ??= Object.create(null) as Record<string, string>;
    this.#declared[prefix] = namespace;
    this.#prefixes.declare(prefix, namespace);
  }

  #open(name: string): void {
    this.#count(this.#position());
    this.#keepTo('xmlDepth', ++this.#depth, this.#tagStart);
    const element: XmlElement = new XmlElement(
      this.#document,
      this.#parent,
      this.#elementNames.of(name),
      this.#declared,
      this.#tagStart,
      this.#document.elements.length,
      this.#attributesOf,
    );
    refuseRepeated(element.attributes, (message) => this.#refuse(message));
    this.#document.elements.push(element);
    this.#parent.append(element);
    this.#parent = element;
    this.#markupEnd = this.#position();
  }

  #close(): void {
    this.#depth--;
    this.#prefixes.close();
    if (this.#parent instanceof XmlElement) this.#parent = this.#parent.parentNode;
    this.#markupEnd = this.#position();
  }

  /** @param end where the parser is once it knows that the text ended: after the `<`. */
  #addText(data: string, end: number): void {
    const parent = this.#parent;
    if (!(parent instanceof XmlElement) || data === '') return;
    this.#count(end);
    const last = parent.childNodes.at(-1);
    if (last instanceof XmlText) {
      this.#keepTo('xmlText', last.data.length + data.length, last.start);
      last.extend(data);
    } else {
      this.#keepTo('xmlText', data.length, this.#markupEnd);
      parent.append(new XmlText(parent, this.#repeated.text(data), this.#markupEnd));
    }
  }

  #addComment(data: string): void {
    const end = this.#position();
    this.#count(end);
    const start = this.#text.lastIndexOf('<!--', end - data.length - 4);
    this.#parent.append(new XmlComment(this.#parent, data, start));
    // Its `>` is still to be read.
    this.#markupEnd = end + 1;
  }

  #addInstruction(target: string, body: string): void {
    const end = this.#position();
    this.#count(end);
    this.#keepTo('xmlName', target.length, end);
    if (target.includes(':')) this.#refuse('disallowed character in processing instruction name.');
    const start = this.#text.lastIndexOf(`<?${target}`, end - body.length - target.length - 3);
    if (target !== 'xml') this.#parent.append(new XmlInstruction(this.#parent, target, body, start));
    this.#markupEnd = end;
  }
}

/** Two attributes of a tag may have different prefixes and one namespace (Namespaces in XML 1.0, 6.3); the parser refuses those that are written alike. */
function refuseRepeated(attributes: readonly XmlAttribute[], refuse: (message: string) => never): void {
  let seen: Set<string> | undefined;
  let first: XmlAttribute | undefined;
  for (let at = 0; at < attributes.length; at++) {
    const attribute = attributes[at];
    if (!attribute || attribute.prefix === null) continue;
    // Few tags have more than one.
    if (first === undefined) {
      first = attribute;
      continue;
    }
    seen ??= new Set([expanded(first)]);
    const name = expanded(attribute);
    if (seen.has(name)) refuse(`duplicate attribute: ${name}.`);
    seen.add(name);
  }
}

function expanded({ namespaceURI, localName }: XmlAttribute): string {
  return `{${namespaceURI}}${localName}`;
}
