import type {
  XmlAttribute,
  XmlComment,
  XmlDocument,
  XmlElement,
  XmlInstruction,
  XmlText,
} from '../../../artifacts/xml/tree.js';
import { knownCode } from './names.js';
import type { Tree } from './tree.js';

/** Kinds of nodes, numbered as the DOM does. */
export const KIND = { element: 1, attribute: 2, text: 3, instruction: 7, comment: 8, document: 9 } as const;

/** What a node of the evaluation tree stands for. */
export type TreeSource = XmlDocument | XmlElement | XmlAttribute | XmlText | XmlComment | XmlInstruction;

/**
 * A node of the evaluation tree, whatever its kind: one class, so that generated code sees one shape. Elements and attributes are there at once;
 * texts, comments and instructions when they are first walked to.
 */
export class TreeNode {
  /** Code of the expanded name, 0 for one that no rule mentions and for what has no name. */
  code: number;
  /** Order of the last descendant. */
  end: number;
  /** The next attribute of an attribute, the next child of anything else; read `first` of the parent before. */
  next: TreeNode | null = null;
  firstElement: TreeNode | null = null;
  nextElement: TreeNode | null = null;
  firstAttribute: TreeNode | null = null;
  #first: TreeNode | null | undefined;

  constructor(
    readonly tree: Tree,
    readonly kind: number,
    readonly localName: string,
    readonly prefix: string,
    readonly uri: string,
    readonly parent: TreeNode | null,
    /** Rank in document order among all nodes: attributes come after their element, before its children. */
    readonly order: number,
    /** Rank in `tree.elements`, -1 for all but elements. */
    readonly rank: number,
    /** Of an attribute, a text, a comment or an instruction. */
    readonly value: string,
    readonly source: TreeSource,
  ) {
    this.code = localName === '' ? 0 : knownCode(uri, localName);
    this.end = order;
    this.#first = kind === KIND.element || kind === KIND.document ? undefined : null;
  }

  /** The first child. */
  get first(): TreeNode | null {
    if (this.#first === undefined) this.#first = linkChildren(this);
    return this.#first;
  }
}

/** Puts the children between elements in their places. Their order was counted when the tree was built. */
function linkChildren(parent: TreeNode): TreeNode | null {
  const { source, tree } = parent;
  // The document node above a part of a document has that part as its only child.
  if (!('childNodes' in source) || parent.firstElement?.source === source) return parent.firstElement;
  let order = parent.order;
  for (let each = parent.firstAttribute; each; each = each.next) order++;
  let element = parent.firstElement;
  let first: TreeNode | null = null;
  let last: TreeNode | null = null;
  for (const child of source.childNodes) {
    order++;
    let node: TreeNode;
    if (child.nodeType === KIND.element) {
      if (!element) break;
      node = element;
      element = element.nextElement;
      order = node.end;
    } else {
      const target = child.nodeType === KIND.instruction ? child.target : '';
      node = new TreeNode(tree, child.nodeType, target, '', '', parent, order, -1, child.data, child);
    }
    if (last) last.next = node;
    else first = node;
    last = node;
  }
  return first;
}

/** The string value: XPath 2.0 data model §6, without types. */
export function stringValue(node: TreeNode): string {
  if (node.kind !== KIND.element && node.kind !== KIND.document) return node.value;
  const { source } = node;
  if ('textContent' in source) return source.textContent;
  return node.firstElement ? stringValue(node.firstElement) : '';
}

/** The namespace that a prefix is bound to at an element, undefined when it is not. The empty prefix is bound to '' unless a default namespace is declared. */
export function inScopeNamespace(node: TreeNode, prefix: string): string | undefined {
  const element = node.kind === KIND.element ? node : node.parent;
  const { source } = element ?? node;
  const bound = 'namespaces' in source ? source.namespaces[prefix] : undefined;
  if (bound !== undefined && (bound !== '' || prefix === '')) return bound;
  if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
  return prefix === '' ? '' : undefined;
}
