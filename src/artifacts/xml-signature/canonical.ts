import { byCodeUnit } from '../by-code-unit.js';
import {
  type XmlAttribute,
  XmlComment,
  type XmlDocument,
  XmlElement,
  XmlInstruction,
  type XmlNode,
  XmlText,
} from '../xml/tree.js';

/** A way to write XML canonically: Canonical XML 1.0 or 1.1, or Exclusive XML Canonicalization 1.0. */
export interface CanonicalForm {
  readonly version: '1.0' | '1.1' | 'exclusive';
  readonly comments: boolean;
  /** Prefixes that the exclusive form treats as the inclusive one does; the default namespace is the empty prefix. */
  readonly inclusivePrefixes?: readonly string[];
}

type Namespaces = Readonly<Record<string, string>>;

const XML = 'http://www.w3.org/XML/1998/namespace';
const NOTHING: Namespaces = Object.freeze(Object.create(null) as Record<string, string>);

/**
 * Gives a document, or an element with all that it holds, in canonical form, piece by piece, to be encoded in UTF-8.
 * @param omitted element that is left out with all that it holds: the signature itself, when it stands in what it signs.
 */
export function canonicalize(
  apex: XmlDocument | XmlElement,
  form: CanonicalForm,
  omitted: XmlElement | undefined,
  write: (piece: string) => void,
): void {
  new Canonicalizer(form, omitted, write).add(apex);
}

/** True when the canonical form 1.1 of an element depends on the `xml:base` of what it stands in: the one thing that is not done here. */
export function inheritsBase(apex: XmlDocument | XmlElement): boolean {
  return apex instanceof XmlElement && ancestorsOf(apex).some((each) => each.attributeNS(XML, 'base') !== undefined);
}

class Canonicalizer {
  constructor(
    readonly form: CanonicalForm,
    readonly omitted: XmlElement | undefined,
    readonly write: (piece: string) => void,
  ) {}

  add(apex: XmlDocument | XmlElement): void {
    if (apex instanceof XmlElement) {
      this.#element(apex, NOTHING, true);
      return;
    }
    const root = apex.documentElement;
    const rank = apex.childNodes.indexOf(root);
    for (const [index, child] of apex.childNodes.entries()) {
      if (child === root) this.#element(root, NOTHING, true);
      else if (child instanceof XmlInstruction || this.form.comments) {
        if (index > rank) this.write('\n');
        this.#other(child);
        if (index < rank) this.write('\n');
      }
    }
  }

  #other(node: XmlNode): void {
    if (node instanceof XmlText) this.write(escapeText(node.data));
    else if (node instanceof XmlInstruction)
      this.write(node.data === '' ? `<?${node.target}?>` : `<?${node.target} ${node.data}?>`);
    else if (node instanceof XmlComment && this.form.comments) this.write(`<!--${node.data}-->`);
  }

  /** @param rendered namespaces that what is written around the element declares. */
  #element(element: XmlElement, rendered: Namespaces, isApex: boolean): void {
    if (element === this.omitted) return;
    const declared = this.#declared(element, rendered, isApex);
    const attributes = isApex ? [...element.attributes, ...this.#inherited(element)] : element.attributes;
    const sorted = attributes.length < 2 ? attributes : [...attributes].sort(byName);
    let tag = `<${element.nodeName}`;
    for (const [prefix, uri] of declared) {
      tag += prefix === '' ? ` xmlns="${escapeAttribute(uri)}"` : ` xmlns:${prefix}="${escapeAttribute(uri)}"`;
    }
    for (const { name, value } of sorted) tag += ` ${name}="${escapeAttribute(value)}"`;
    this.write(`${tag}>`);
    const inside = declared.length === 0 ? rendered : extended(rendered, declared);
    for (const child of element.childNodes) {
      if (child instanceof XmlElement) this.#element(child, inside, false);
      else this.#other(child);
    }
    this.write(`</${element.nodeName}>`);
  }

  /** The declarations that an element is written with, in order: those that are not written around it already. */
  #declared(element: XmlElement, rendered: Namespaces, isApex: boolean): [prefix: string, uri: string][] {
    const candidates = this.form.version === 'exclusive' ? this.#used(element) : inScope(element, isApex);
    if (candidates.size === 0) return [];
    const scope = element.namespaces;
    return [...candidates]
      .map((prefix): [string, string] => [prefix, scope[prefix] ?? ''])
      .filter(([prefix, uri]) => prefix !== 'xml' && uri !== (rendered[prefix] ?? ''))
      .sort(([a], [b]) => byCodeUnit(a, b));
  }

  /** The prefixes that an element and its attributes use, and those that are always told. */
  #used(element: XmlElement): Set<string> {
    const used = new Set(this.form.inclusivePrefixes);
    used.add(element.prefix ?? '');
    for (const { prefix } of element.attributes) if (prefix) used.add(prefix);
    return used;
  }

  /** Attributes of `xml:` that an element has from what it stands in, and that the inclusive forms write on it. */
  #inherited(element: XmlElement): XmlAttribute[] {
    if (this.form.version === 'exclusive') return [];
    const found = new Map<string, XmlAttribute>();
    const own = new Set(element.attributes.filter(isXml).map(({ localName }) => localName));
    for (const attribute of ancestorsOf(element).flatMap((each) => each.attributes.filter(isXml))) {
      const { localName } = attribute;
      if (this.form.version === '1.1' && localName !== 'lang' && localName !== 'space') continue;
      if (!own.has(localName) && !found.has(localName)) found.set(localName, attribute);
    }
    return [...found.values()];
  }
}

function inScope(element: XmlElement, isApex: boolean): Set<string> {
  const all = new Set<string>();
  const from = isApex ? element.namespaces : element.declaredPrefixes;
  for (const prefix in from) all.add(prefix);
  return all;
}

/** Nearest first. */
function ancestorsOf(element: XmlElement): XmlElement[] {
  const ancestors: XmlElement[] = [];
  for (let at = element.parentNode; at instanceof XmlElement; at = at.parentNode) ancestors.push(at);
  return ancestors;
}

function extended(rendered: Namespaces, declared: readonly [string, string][]): Namespaces {
  const inside = Object.create(rendered) as Record<string, string>;
  for (const [prefix, uri] of declared) inside[prefix] = uri;
  return inside;
}

function isXml({ namespaceURI }: XmlAttribute): boolean {
  return namespaceURI === XML;
}

function byName(a: XmlAttribute, b: XmlAttribute): number {
  return byCodeUnit(a.namespaceURI ?? '', b.namespaceURI ?? '') || byCodeUnit(a.localName, b.localName);
}

const TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const ATTRIBUTE: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => TEXT[character] ?? character);
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<"\t\n\r]/g, (character) => ATTRIBUTE[character] ?? character);
}
