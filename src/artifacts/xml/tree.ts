import { groupBy } from '../group-by.js';
import type { Location } from '../location.js';
import { SourceText } from '../text/source-text.js';
import { attributeStart } from './attribute-start.js';
import { childrenByName, FEW_CHILDREN } from './children-by-name.js';
import { pathOf } from './path.js';
import type { XmlName } from './repeated.js';

/**
 * A read-only XML tree. Nodes carry the few DOM properties that an XPath 3.1 engine reads (`nodeType`, `localName`, `namespaceURI`…),
 * their offset in the source, and elements a preorder rank, so that node sets can be sorted, indexed and claimed by number.
 */
export type XmlNode = XmlDocument | XmlElement | XmlText | XmlComment | XmlInstruction;

const NODE = { element: 1, attribute: 2, text: 3, instruction: 7, comment: 8, document: 9 } as const;

/** An attribute, namespace declarations excepted. */
export class XmlAttribute {
  readonly #name: XmlName;

  constructor(
    readonly ownerElement: XmlElement,
    name: XmlName,
    readonly value: string,
  ) {
    this.#name = name;
  }

  get nodeType(): typeof NODE.attribute {
    return NODE.attribute;
  }

  get localName(): string {
    return this.#name.localName;
  }

  get prefix(): string | null {
    return this.#name.prefix;
  }

  get namespaceURI(): string | null {
    return this.#name.namespaceURI;
  }

  get name(): string {
    return this.prefix ? `${this.prefix}:${this.localName}` : this.localName;
  }
  get nodeName(): string {
    return this.name;
  }
  get nodeValue(): string {
    return this.value;
  }
}

/** Text and CDATA sections that follow one another. */
export class XmlText {
  #data: string;

  constructor(
    readonly parentNode: XmlElement,
    data: string,
    readonly start: number,
  ) {
    this.#data = data;
  }

  get nodeType(): typeof NODE.text {
    return NODE.text;
  }

  get nodeName(): string {
    return '#text';
  }

  get data(): string {
    return this.#data;
  }

  /** For the parser: a CDATA section beside text is one text node for XPath. */
  extend(data: string): void {
    this.#data += data;
  }
}

export class XmlComment {
  readonly nodeType = NODE.comment;
  readonly nodeName = '#comment';
  constructor(
    readonly parentNode: XmlElement | XmlDocument,
    readonly data: string,
    readonly start: number,
  ) {}
}

/** A processing instruction, the XML declaration excepted. */
export class XmlInstruction {
  readonly nodeType = NODE.instruction;
  constructor(
    readonly parentNode: XmlElement | XmlDocument,
    readonly target: string,
    readonly data: string,
    readonly start: number,
  ) {}
  get nodeName(): string {
    return this.target;
  }
}

type XmlChild = XmlElement | XmlText | XmlComment | XmlInstruction;

const NO_CHILD: readonly XmlChild[] = [];

// Not frozen: a document may declare `xml` again, as what it is.
const NO_NAMESPACE: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  xml: 'http://www.w3.org/XML/1998/namespace',
});

export class XmlElement {
  readonly attributes: readonly XmlAttribute[];
  // Most elements of most documents are leaves: they share one empty list.
  #children: XmlChild[] | undefined;
  readonly #name: XmlName;
  // Few elements declare prefixes: what they declare, then all that are in scope once that was asked for.
  #prefixes: { readonly own: Readonly<Record<string, string>>; all?: Readonly<Record<string, string>> } | undefined;

  constructor(
    readonly ownerDocument: XmlDocument,
    readonly parentNode: XmlElement | XmlDocument,
    name: XmlName,
    declared: Readonly<Record<string, string>> | undefined,
    /** Offset of the `<` of the start tag. */
    readonly start: number,
    /** Rank in document order among elements, from 0. */
    readonly rank: number,
    attributesOf: (element: XmlElement) => readonly XmlAttribute[],
  ) {
    this.#name = name;
    this.#prefixes = declared && { own: declared };
    this.attributes = attributesOf(this);
  }

  get localName(): string {
    return this.#name.localName;
  }

  get prefix(): string | null {
    return this.#name.prefix;
  }

  get namespaceURI(): string | null {
    return this.#name.namespaceURI;
  }

  get nodeType(): typeof NODE.element {
    return NODE.element;
  }

  get nodeName(): string {
    return this.prefix ? `${this.prefix}:${this.localName}` : this.localName;
  }

  /** Prefixes in scope, those of ancestors through the prototype; one object is shared by all elements between two `xmlns` declarations. */
  get namespaces(): Readonly<Record<string, string>> {
    const inherited = this.parentNode instanceof XmlElement ? this.parentNode.namespaces : NO_NAMESPACE;
    const prefixes = this.#prefixes;
    if (!prefixes) return inherited;
    prefixes.all ??= Object.assign(Object.create(inherited) as Record<string, string>, prefixes.own);
    return prefixes.all;
  }

  /** Prefixes that the element itself declares, with their namespaces. */
  get declaredPrefixes(): Readonly<Record<string, string>> | undefined {
    return this.#prefixes?.own;
  }

  get childNodes(): readonly XmlChild[] {
    return this.#children ?? NO_CHILD;
  }

  /** For the parser: a tree that was read does not change. */
  append(child: XmlChild): void {
    if (this.#children) this.#children.push(child);
    else this.#children = [child];
  }

  /** Value of the attribute without namespace called `name`. */
  attribute(name: string): string | undefined {
    return this.attributes.find((each) => each.localName === name && !each.namespaceURI)?.value;
  }

  attributeNS(namespace: string, name: string): string | undefined {
    return this.attributes.find((each) => each.localName === name && each.namespaceURI === namespace)?.value;
  }

  /** Child elements of this element's own namespace called `name`. */
  childrenNamed(name: string): XmlElement[] {
    if (this.childNodes.length > FEW_CHILDREN) return [...(childrenByName(this).get(name) ?? [])];
    const found: XmlElement[] = [];
    for (const child of this.childNodes) {
      if (child instanceof XmlElement && child.localName === name && child.namespaceURI === this.namespaceURI)
        found.push(child);
    }
    return found;
  }

  /** First element reached by following child names, all in this element's namespace. */
  first(...names: string[]): XmlElement | undefined {
    let at: XmlElement | undefined = this;
    for (const name of names)
      at = at && at.childNodes.length > FEW_CHILDREN ? childrenByName(at).get(name)?.[0] : at?.childrenNamed(name)[0];
    return at;
  }

  /** Every element reached by following child names, all in this element's namespace. */
  all(...names: string[]): XmlElement[] {
    let reached: XmlElement[] = [this];
    for (const name of names) reached = reached.flatMap((each) => each.childrenNamed(name));
    return reached;
  }

  get elements(): XmlElement[] {
    return this.childNodes.filter((child): child is XmlElement => child instanceof XmlElement);
  }

  get textContent(): string {
    let text = '';
    for (const child of this.childNodes) {
      if (child instanceof XmlText) text += child.data;
      else if (child instanceof XmlElement) text += child.textContent;
    }
    return text;
  }

  /** Text with white space collapsed, as `normalize-space()` does. */
  get normalizedText(): string {
    return this.textContent.replace(/[ \t\r\n]+/g, ' ').trim();
  }
}

export class XmlDocument {
  readonly nodeType = NODE.document;
  readonly nodeName = '#document';
  readonly childNodes: Exclude<XmlChild, XmlText>[] = [];
  /** Every element in document order: `elements[e.rank] === e`. */
  readonly elements: XmlElement[] = [];
  readonly source: SourceText;
  #byName: Map<string, XmlElement[]> | undefined;
  #byTemplateId: Map<string, XmlElement[]> | undefined;

  constructor(text: string, firstLine: number) {
    this.source = new SourceText(text, firstLine);
  }

  append(child: Exclude<XmlChild, XmlText>): void {
    this.childNodes.push(child);
  }

  get documentElement(): XmlElement {
    const root = this.elements[0];
    if (!root) throw new Error('an XML document without a root was built');
    return root;
  }

  /** Elements with this local name, whatever their namespace, in document order. */
  named(localName: string): readonly XmlElement[] {
    this.#byName ??= groupBy(this.elements, (element) => element.localName);
    return this.#byName.get(localName) ?? [];
  }

  /** Elements that declare conformance to a template: those with a child `templateId/@root` equal to `root`. */
  withTemplateId(root: string): readonly XmlElement[] {
    if (!this.#byTemplateId) {
      const index = new Map<string, XmlElement[]>();
      for (const template of this.named('templateId')) {
        const id = template.attribute('root');
        const owner = template.parentNode;
        if (id === undefined || !(owner instanceof XmlElement)) continue;
        const list = index.get(id);
        if (!list) index.set(id, [owner]);
        else if (list.at(-1) !== owner) list.push(owner);
      }
      this.#byTemplateId = index;
    }
    return this.#byTemplateId.get(root) ?? [];
  }

  /** Line, column and XPath of a node. */
  locate(node: XmlElement | XmlAttribute | XmlText | XmlInstruction): Location {
    return { ...this.position(node), path: pathOf(node) };
  }

  /** Line and column of a node. */
  position(node: XmlElement | XmlAttribute | XmlText | XmlInstruction): { line: number; column: number } {
    return this.source.locate(node instanceof XmlAttribute ? attributeStart(this.source.text, node) : node.start);
  }
}
