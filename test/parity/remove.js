// @ts-check
import { nameOf } from './reach.js';

/**
 * @typedef {import('./made-node.js').MadeNode} MadeNode
 * @typedef {import('./reach.js').Making} Making
 * @typedef {import('../../src/packs/schematron/xpath/ast.js').Expr} Expr
 */

/**
 * Takes away what a path leads to, whatever its predicates; what a context asks for stays.
 *
 * @param {Extract<Expr, { kind: 'path' }>} path
 * @param {MadeNode} node
 * @param {Making} making
 */
export function remove(path, node, making) {
  if (path.from === 'root') return;
  let nodes = [node];
  for (const [at, step] of path.steps.entries()) {
    if (step.kind !== 'axis') return;
    const name = nameOf(step, making);
    const isLast = at === path.steps.length - 1;
    if (step.axis === 'attribute') {
      for (const each of nodes)
        for (const [key, { uri, local, locked }] of each.attributes)
          if (isLast && !locked && (!name || (uri === name.uri && local === name.local))) each.attributes.delete(key);
      return;
    }
    if (step.axis !== 'child' && step.axis !== 'descendant') return;
    const isMeant = (/** @type {MadeNode} */ each) => !name || (each.uri === name.uri && each.local === name.local);
    if (isLast)
      for (const each of nodes) each.children = each.children.filter((child) => child.locked || !isMeant(child));
    nodes = nodes.flatMap((each) => each.children.filter(isMeant));
  }
}
