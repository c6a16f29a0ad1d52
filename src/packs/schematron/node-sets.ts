import { DynamicError } from './runtime/items.js';
import { KIND, type TreeNode } from './tree/node.js';
import type { Tree } from './tree/tree.js';

type Nodes = readonly TreeNode[];

/**
 * A set of elements as generated code tells it: the rank of the set before it, 1 for a step to its descendants and 0 for one to its children, the code of a name
 * or 0 for all, the templateId that the elements have or '', a condition, or a step that is evaluated as a whole because a predicate of it may be a position.
 */
export type ContextSet = readonly [
  from: number,
  descending: 0 | 1,
  code: number,
  templateId: string,
  passes: ((node: TreeNode) => boolean) | null,
  step: ((node: TreeNode) => Nodes) | null,
];

const NONE: Nodes = [];

/** The nodes of the sets in a tree, each computed once, and only when its name and its templateId are there. @param sets the first is the root. */
export function nodeSets(sets: readonly (ContextSet | null)[], tree: Tree): (rank: number) => Nodes {
  const known: (Nodes | undefined)[] = new Array(sets.length);
  known[0] = [tree.document];
  let marks: Int32Array | undefined;
  let lastMark = 0;

  const get = (rank: number): Nodes => {
    const nodes = known[rank];
    if (nodes !== undefined) return nodes;
    const set = sets[rank];
    const found = set ? compute(set) : NONE;
    known[rank] = found;
    return found;
  };

  // Places and ranks rather than iterators, here and in what rules fire by: code runs a few thousand times, not optimised, and each step of an iterator
  // is then an object.
  const compute = (set: ContextSet): Nodes => {
    const code = set[2];
    const templateId = set[3];
    const passes = set[4];
    const step = set[5];
    const index = templateId !== '' ? tree.byTemplateId(templateId) : code !== 0 ? tree.byName(code) : tree.elements;
    if (index.length === 0) return NONE;
    const from = get(set[0]);
    if (from.length === 0) return NONE;
    const candidates = set[1] === 1 ? within(from, index) : undefined;
    const found: TreeNode[] = [];
    if (step) {
      const parents = candidates ? parentsOf(candidates) : from;
      for (const parent of parents)
        for (const node of stepped(step, parent)) if (node.kind === KIND.element) found.push(node);
    } else if (candidates) {
      for (let at = 0; at < candidates.length; at++) {
        const node = candidates[at];
        if (node && isOf(node, code, passes)) found.push(node);
      }
    } else if (templateId !== '') {
      const isFrom = membership(from);
      for (let at = 0; at < index.length; at++) {
        const node = index[at];
        if (node?.parent && isFrom(node.parent) && isOf(node, code, passes)) found.push(node);
      }
    } else {
      for (let at = 0; at < from.length; at++)
        for (let node = from[at]?.firstElement ?? null; node; node = node.nextElement)
          if (isOf(node, code, passes)) found.push(node);
    }
    return found;
  };

  /** Those of an index that stand below some nodes. */
  const within = (from: Nodes, index: Nodes): Nodes => {
    if (from[0] === tree.document) return index;
    const found: TreeNode[] = [];
    let done = -1;
    // Sets that children of nested nodes make are out of order; what stands below a node that was read is read already.
    for (const top of from.toSorted((a, b) => a.order - b.order)) {
      if (top.order <= done) continue;
      done = top.end;
      for (let rank = firstAfter(index, top.order); rank < index.length; rank++) {
        const node = index[rank];
        if (node === undefined || node.order > done) break;
        found.push(node);
      }
    }
    return found;
  };

  const membership = (from: Nodes): ((node: TreeNode) => boolean) => {
    const [only] = from;
    if (from.length === 1) return (node) => node === only;
    marks ??= new Int32Array(tree.elements.length + 1);
    const stamps = marks;
    const mark = ++lastMark;
    for (const node of from) stamps[node.rank + 1] = mark;
    return (node) => stamps[node.rank + 1] === mark;
  };

  return get;
}

/** A dynamic error within a pattern means that the node does not match (XSLT 2.0 §5.5.4). */
function isOf(node: TreeNode, code: number, passes: ContextSet[4]): boolean {
  if (code !== 0 && node.code !== code) return false;
  if (passes === null) return true;
  try {
    return passes(node);
  } catch (error) {
    if (error instanceof DynamicError) return false;
    throw error;
  }
}

function stepped(step: (node: TreeNode) => Nodes, parent: TreeNode): Nodes {
  try {
    return step(parent);
  } catch (error) {
    if (error instanceof DynamicError) return NONE;
    throw error;
  }
}

function parentsOf(nodes: Nodes): Iterable<TreeNode> {
  const parents = new Set<TreeNode>();
  for (const { parent } of nodes) if (parent) parents.add(parent);
  return parents;
}

/** Rank of the first node after a place of the document. */
function firstAfter(nodes: Nodes, order: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((nodes[middle]?.order ?? 0) > order) high = middle;
    else low = middle + 1;
  }
  return low;
}
