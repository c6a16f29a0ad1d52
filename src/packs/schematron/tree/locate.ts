import type { XmlAttribute, XmlElement } from '../../../artifacts/xml/tree.js';
import { KIND, type TreeNode } from './node.js';

/**
 * The path of an element as the official rules write it in `location` of SVRL: the ISO skeleton's second notation, that their stylesheet chooses. Names are as the
 * document writes them; a place is told from the second of a name on. Of the document node: the root element's, since the skeleton's mode says nothing of
 * document nodes and XSLT goes on to their children.
 */
export function svrlLocation(node: TreeNode): string {
  let path = '';
  for (let each: TreeNode | null = elementOf(node); each?.kind === KIND.element; each = each.parent) {
    const place = placeOf(each);
    path = `/${nameOf(each)}${place > 1 ? `[${place}]` : ''}${path}`;
  }
  return path;
}

/** The path of an element in the skeleton's first notation, that any engine of XPath 2 can follow without being told prefixes. */
export function expandedLocation(node: TreeNode): string {
  let path = '';
  for (let each: TreeNode | null = elementOf(node); each?.kind === KIND.element; each = each.parent)
    path = `/${expandedName(each)}[${placeOf(each, expandedName, EXPANDED_PLACES)}]${path}`;
  return path;
}

function expandedName({ uri, localName }: TreeNode): string {
  return uri === '' ? localName : `*:${localName}[namespace-uri()='${uri.replaceAll("'", "''")}']`;
}

function nameOf({ prefix, localName }: TreeNode): string {
  return prefix === '' ? localName : `${prefix}:${localName}`;
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
type Places = WeakMap<TreeNode, ReadonlyMap<TreeNode, number>>;
const PLACES: Places = new WeakMap();
const EXPANDED_PLACES: Places = new WeakMap();

function placeOf(element: TreeNode, name: (element: TreeNode) => string = nameOf, known = PLACES): number {
  const { parent } = element;
  if (!parent) return 1;
  let places = known.get(parent);
  if (!places) {
    places = placesIn(parent, name);
    known.set(parent, places);
  }
  return places.get(element) ?? 1;
}

function placesIn(parent: TreeNode, nameOf: (element: TreeNode) => string): ReadonlyMap<TreeNode, number> {
  const places = new Map<TreeNode, number>();
  const counts = new Map<string, number>();
  for (let child = parent.firstElement; child; child = child.nextElement) {
    const name = nameOf(child);
    const place = (counts.get(name) ?? 0) + 1;
    counts.set(name, place);
    places.set(child, place);
  }
  return places;
}
