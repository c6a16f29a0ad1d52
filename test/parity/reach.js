// @ts-check
import { HL7, madeNode, putAttribute } from './made-node.js';
import { satisfy } from './satisfy.js';

/**
 * @typedef {import('./made-node.js').MadeNode} MadeNode
 * @typedef {import('../../src/packs/schematron/xpath/ast.js').Expr} Expr
 * @typedef {import('../../src/packs/schematron/xpath/ast.js').Step} Step
 * @typedef {{ root: MadeNode; namespaces: Readonly<Record<string, string>>; lets: ReadonlyMap<string, Expr>; locked: boolean; depth: number }} Making
 * @typedef {{ value?: string | undefined; fresh?: boolean }} Wish value: of what is at the end; fresh: one more, though there is one
 */

const DEEP = 12;
/** Elements of which CDA has several beside one another: predicates on one of them are no matter of the others. */
const MULTIPLE = new Set([
  ...['templateId', 'entry', 'entryRelationship', 'component', 'section', 'participant', 'author', 'performer'],
  ...['observation', 'act', 'organizer', 'procedure', 'supply', 'substanceAdministration', 'encounter', 'qualifier'],
]);

/**
 * Makes what a path asks for, from a node: what is there already is used where it fits.
 *
 * @param {Expr} path of the kind `path`
 * @param {MadeNode} node
 * @param {Making} making
 * @param {Wish} wish
 */
export function reach(path, node, making, wish) {
  if (path.kind !== 'path' || making.depth > DEEP) return;
  let current = path.from === 'root' ? making.root : node;
  let steps = path.steps;
  const first = steps[0];
  // `/a` from the root: the root itself, where it has that name.
  if (path.from === 'root' && first?.kind === 'axis' && first.axis === 'child' && isNamed(first, current, making)) {
    for (const predicate of first.predicates) satisfy(predicate, current, making);
    steps = steps.slice(1);
  }
  for (const [at, step] of steps.entries()) {
    const next = take(step, current, making, at === steps.length - 1 ? wish : {});
    if (!next) return;
    current = next;
  }
}

/**
 * @param {Step} step
 * @param {MadeNode} node
 * @param {Making} making
 * @param {Wish} wish
 * @returns {MadeNode | undefined} none at the end of what can be walked
 */
export function take(step, node, making, wish) {
  if (step.kind === 'expression') {
    satisfy(step.expression, node, making, wish);
    return undefined;
  }
  const reached = along(step, node, making, wish);
  if (reached) for (const predicate of step.predicates) satisfy(predicate, reached, making);
  return reached;
}

/**
 * @param {Extract<Step, { kind: 'axis' }>} step
 * @param {MadeNode} node
 * @param {Making} making
 * @param {Wish} wish
 * @returns {MadeNode | undefined}
 */
function along(step, node, making, wish) {
  const { axis, test } = step;
  const name = nameOf(step, making);
  if (axis === 'attribute') {
    putAttribute(node, name ?? { uri: '', local: 'nullFlavor' }, wish.value, making.locked);
    return undefined;
  }
  if (test.kind === 'text') {
    node.text = wish.value ?? (node.text || '1');
    return undefined;
  }
  if (axis === 'self' || axis === 'descendant-or-self') return named(node, name, wish);
  if (axis === 'parent') return node.parent && named(node.parent, name, wish);
  if (axis === 'ancestor' || axis === 'ancestor-or-self' || axis === 'following' || axis === 'preceding')
    return undefined;
  const beside = axis.endsWith('-sibling');
  const parent = beside ? node.parent : node;
  return parent && child(parent, step, name, making, { ...wish, fresh: wish.fresh || beside });
}

/**
 * @param {MadeNode} parent
 * @param {Extract<Step, { kind: 'axis' }>} step
 * @param {{ uri: string; local: string } | undefined} name
 * @param {Making} making
 * @param {Wish} wish
 */
function child(parent, step, name, making, wish) {
  const old = parent.children.find((each) => !name || (each.local === name.local && each.uri === name.uri));
  const isAnother = step.predicates.length > 0 && (old?.locked || MULTIPLE.has(name?.local ?? ''));
  const usable = wish.fresh || isAnother ? undefined : old;
  const made = usable ?? madeNode(name?.uri ?? HL7, name?.local ?? 'inconnu', making.locked, parent);
  if (!name && !usable) made.wild = true;
  if (making.locked) made.locked = true;
  if (wish.value !== undefined && !(usable?.locked && usable.text)) made.text = wish.value;
  return made;
}

/**
 * @param {MadeNode} node
 * @param {{ uri: string; local: string } | undefined} name
 * @param {Wish} wish
 */
function named(node, name, wish) {
  if (name && node.wild) Object.assign(node, { ...name, wild: false });
  if (wish.value !== undefined && !node.text) node.text = wish.value;
  return node;
}

/**
 * @param {Extract<Step, { kind: 'axis' }>} step
 * @param {Making} making
 * @returns {{ uri: string; local: string } | undefined} none where any name will do
 */
export function nameOf({ test, axis }, { namespaces }) {
  if (test.kind !== 'name' || test.local === undefined) return undefined;
  const fallback = axis === 'attribute' ? '' : HL7;
  const uri = test.prefix === '' ? '' : (namespaces[test.prefix ?? ''] ?? fallback);
  return { uri, local: test.local };
}

/**
 * @param {Extract<Step, { kind: 'axis' }>} step
 * @param {MadeNode} node
 * @param {Making} making
 */
export function isNamed(step, node, making) {
  const name = nameOf(step, making);
  return name !== undefined && name.local === node.local && name.uri === node.uri;
}
