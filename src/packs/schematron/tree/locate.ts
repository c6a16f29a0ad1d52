import type { XmlAttribute, XmlElement } from '../../../artifacts/xml/tree.js';
import { KIND, type TreeNode } from './node.js';

/**
 * The path of an element in the first notation of the ISO skeleton, that any engine of XPath 2 can follow without being told prefixes. Of the document node:
 * the root element's, since the skeleton's mode says nothing of document nodes and XSLT goes on to their children.
 */
export function expandedLocation(node: TreeNode): string {
  let path = '';
  for (let each: TreeNode | null = elementOf(node); each?.kind === KIND.element; each = each.parent)
    path = `/${expandedName(each)}[${placeOf(each)}]${path}`;
  return path;
}

function expandedName({ uri, localName }: TreeNode): string {
  return uri === '' ? localName : `*:${localName}[namespace-uri()='${uri.replaceAll("'", "''")}']`;
}

/** What a message about a node points to: an element for a text or a document node. */
export function sourceOf(node: TreeNode): XmlElement | XmlAttribute {
  if (node.source.nodeType === KIND.attribute) return node.source;
  const element = elementOf(node);
  if (element.source.nodeType !== KIND.element) throw new Error('a tree without a root element was built');
  return element.source;
}

function elementOf(node: TreeNode): TreeNode {
  if (node.kind === KIND.element) return node;
  return (node.kind === KIND.document ? node.firstElement : node.parent) ?? node;
}

/** Places among siblings of the same name, by parent: a thousand reports may stand among a hundred thousand siblings. */
const PLACES = new WeakMap<TreeNode, ReadonlyMap<TreeNode, number>>();

function placeOf(element: TreeNode): number {
  const { parent } = element;
  if (!parent) return 1;
  let places = PLACES.get(parent);
  if (!places) {
    places = placesIn(parent);
    PLACES.set(parent, places);
  }
  return places.get(element) ?? 1;
}

function placesIn(parent: TreeNode): ReadonlyMap<TreeNode, number> {
  const places = new Map<TreeNode, number>();
  const counts = new Map<string, number>();
  for (let child = parent.firstElement; child; child = child.nextElement) {
    const name = expandedName(child);
    const place = (counts.get(name) ?? 0) + 1;
    counts.set(name, place);
    places.set(child, place);
  }
  return places;
}
