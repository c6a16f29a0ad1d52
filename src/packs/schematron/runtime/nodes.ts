import { KIND, stringValue, type TreeNode } from '../tree/node.js';
import { type Item, isNode, raise, type Sequence } from './items.js';

/** The attribute of a name. */
function attribute(node: TreeNode, code: number): TreeNode | null {
  let each = node.firstAttribute;
  while (each !== null && each.code !== code) each = each.next;
  return each;
}

function attributeValue(node: TreeNode, code: number): string | null {
  for (let each = node.firstAttribute; each !== null; each = each.next) if (each.code === code) return each.value;
  return null;
}

/** Rank among all elements of the first below a node, or of the node itself. */
function firstElement(elements: readonly TreeNode[], above: TreeNode, strict: boolean): number {
  if (above.kind === KIND.document) return 0;
  if (above.kind !== KIND.element) return elements.length;
  return strict ? above.rank + 1 : above.rank;
}

/** Rank among elements of one name of the first below a node, or of the node itself. */
function firstNamed(elements: readonly TreeNode[], above: TreeNode, strict: boolean): number {
  let low = 0;
  let high = elements.length;
  const least = strict ? above.order + 1 : above.order;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle] as TreeNode).order < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nodes below, attributes excepted, in document order. */
function below(above: TreeNode, self: boolean): TreeNode[] {
  const found: TreeNode[] = self ? [above] : [];
  addBelow(above, found);
  return found;
}

function addBelow(above: TreeNode, found: TreeNode[]): void {
  for (let child = above.first; child; child = child.next) {
    found.push(child);
    addBelow(child, found);
  }
}

function followingSiblings(node: TreeNode): TreeNode[] {
  const found: TreeNode[] = [];
  if (node.kind === KIND.attribute || !node.parent?.first) return found;
  for (let each = node.next; each; each = each.next) found.push(each);
  return found;
}

/** The nearest first. */
function precedingSiblings(node: TreeNode): TreeNode[] {
  const found: TreeNode[] = [];
  if (node.kind === KIND.attribute || !node.parent) return found;
  for (let each = node.parent.first; each && each !== node; each = each.next) found.push(each);
  return found.reverse();
}

function following(node: TreeNode): TreeNode[] {
  return below(node.tree.document, false).filter((each) => each.order > node.end);
}

/** The nearest first. */
function preceding(node: TreeNode): TreeNode[] {
  return below(node.tree.document, false)
    .filter((each) => each.end < node.order && each !== node)
    .reverse();
}

const compareOrder = (one: TreeNode, other: TreeNode): number =>
  one.tree === other.tree ? one.order - other.order : one.tree.rank - other.tree.rank;

/** Sorts into document order, each once. The array is the caller's own. */
function inOrder(nodes: TreeNode[]): readonly TreeNode[] {
  let isSorted = true;
  for (let at = 1; at < nodes.length && isSorted; at++)
    isSorted = compareOrder(nodes[at - 1] as TreeNode, nodes[at] as TreeNode) < 0;
  if (isSorted) return nodes;
  nodes.sort(compareOrder);
  return nodes.filter((node, at) => node !== nodes[at - 1]);
}

/** A sequence of nodes. @throws DynamicError XPTY0004 when it holds something else */
function nodesOf(items: Sequence): TreeNode[] {
  return items.map(nodeOf);
}

/** A node that a path goes on from. @throws DynamicError XPTY0019 */
function nodeOf(item: Item): TreeNode {
  return isNode(item) ? item : raise('XPTY0019', 'a path goes on from a value that is no node');
}

function union(left: Sequence, right: Sequence): readonly TreeNode[] {
  return inOrder([...nodesOf(left), ...nodesOf(right)]);
}

function intersect(left: Sequence, right: Sequence): readonly TreeNode[] {
  const kept = new Set(nodesOf(right));
  return inOrder(nodesOf(left).filter((each) => kept.has(each)));
}

function except(left: Sequence, right: Sequence): readonly TreeNode[] {
  const dropped = new Set(nodesOf(right));
  return inOrder(nodesOf(left).filter((each) => !dropped.has(each)));
}

/** `is`, `<<`, `>>`: undefined when an operand is empty. */
function compareNodes(operator: string, left: Sequence, right: Sequence): boolean | undefined {
  const [one, other] = [nodesOf(left), nodesOf(right)];
  if (one.length > 1 || other.length > 1) return raise('XPTY0004', 'more than one node is compared');
  if (!one[0] || !other[0]) return undefined;
  const order = compareOrder(one[0], other[0]);
  return operator === 'is' ? order === 0 : operator === 'before' ? order < 0 : order > 0;
}

/** The string values of nodes, kept for long ones: a variable may be searched for each node of a document. */
function textsOf(nodes: readonly TreeNode[]): ReadonlySet<string> {
  const known = TEXTS.get(nodes);
  if (known) return known;
  const texts = new Set(nodes.map(stringValue));
  if (nodes.length > 4) TEXTS.set(nodes, texts);
  return texts;
}

const TEXTS = new WeakMap<readonly TreeNode[], ReadonlySet<string>>();

/** How generated code walks trees, and what it does with sets of nodes. */
export const NODES = {
  attribute,
  attributeValue,
  below,
  compareNodes,
  except,
  firstElement,
  firstNamed,
  following,
  followingSiblings,
  inOrder,
  intersect,
  nodeOf,
  nodesOf,
  preceding,
  precedingSiblings,
  textsOf,
  union,
};
