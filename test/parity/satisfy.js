// @ts-check
import { compare, literalOf } from './compare-values.js';
import { reach } from './reach.js';
import { remove } from './remove.js';

/**
 * @typedef {import('./made-node.js').MadeNode} MadeNode
 * @typedef {import('./reach.js').Making} Making
 * @typedef {import('./reach.js').Wish} Wish
 * @typedef {import('../../src/packs/schematron/xpath/ast.js').Expr} Expr
 */

const CAST = /** @type {Readonly<Record<string, string>>} */ ({
  integer: '1',
  decimal: '1.5',
  double: '1.5',
  dateTime: '2024-01-01T00:00:00',
  date: '2024-01-01',
});
/** Values of which a pattern takes one, perhaps. */
const SAMPLES = [
  '1',
  '12',
  '1.5',
  'a',
  'AB',
  '20240101',
  '20240101120000+0100',
  '1.2.250.1',
  'a\nb',
  '0a1b2c3d-0000-4000-8000-000000000000',
  'a@b.fr',
  'tel:0102030405',
  '#a',
];
const REFUSED = '§';

/**
 * Changes a document so that a test becomes true, as far as its form tells how. What it cannot do it leaves.
 *
 * @param {Expr} test
 * @param {MadeNode} node the context node
 * @param {Making} making
 * @param {Wish} [wish]
 */
export function satisfy(test, node, making, wish = {}) {
  change(test, node, { ...making, depth: making.depth + 1 }, wish, true);
}

/**
 * Changes a document so that a test becomes false.
 *
 * @param {Expr} test
 * @param {MadeNode} node
 * @param {Making} making
 */
export function falsify(test, node, making) {
  change(test, node, { ...making, depth: making.depth + 1 }, {}, false);
}

/**
 * @param {Expr} test
 * @param {MadeNode} node
 * @param {Making} making
 * @param {Wish} wish
 * @param {boolean} wanted
 * @returns {void}
 */
function change(test, node, making, wish, wanted) {
  if (making.depth > 30) return;
  const again = (/** @type {Expr} */ each, /** @type {boolean} */ as) =>
    change(each, node, { ...making, depth: making.depth + 1 }, wish, as);
  switch (test.kind) {
    case 'or':
      if (wanted) return test.operands[0] && again(test.operands[0], true);
      for (const each of test.operands) again(each, false);
      return;
    case 'and':
      for (const each of test.operands.slice(0, -1)) again(each, true);
      return test.operands.at(-1) && again(/** @type {Expr} */ (test.operands.at(-1)), wanted);
    case 'path':
      return wanted ? reach(test, node, making, wish) : remove(test, node, making);
    case 'filter':
      return again(test.base, wanted);
    case 'union':
    case 'intersect':
    case 'except':
      again(test.left, wanted);
      if (!wanted) again(test.right, false);
      return;
    case 'comparison':
      return compare(test, node, making, wanted);
    case 'if':
      again(test.test, true);
      return again(test.then, wanted);
    case 'for':
    case 'quantified':
      return again(test.bindings[0]?.in ?? { kind: 'context' }, true);
    case 'castable':
      return put(test.operand, node, making, wanted ? (CAST[test.type.local] ?? '1') : 'x y');
    case 'variable': {
      const value = making.lets.get(test.name);
      return value && again(value, wanted);
    }
    case 'sequence':
      for (const each of test.items) again(each, wanted);
      return;
    case 'call':
      return call(test, node, making, wanted);
    default:
  }
}

/**
 * @param {Extract<Expr, { kind: 'call' }>} test
 * @param {MadeNode} node
 * @param {Making} making
 * @param {boolean} wanted
 */
function call({ name: { local }, args }, node, making, wanted) {
  const [first, second] = args;
  if (!first) return;
  const inner = { ...making, depth: making.depth + 1 };
  if (local === 'not' || local === 'empty') return change(first, node, inner, {}, !wanted);
  if (['exists', 'boolean'].includes(local)) return change(first, node, inner, {}, wanted);
  const literal = second && literalOf(second, making);
  if (local === 'matches' && literal !== undefined)
    return put(first, node, making, wanted ? (SAMPLES.find((each) => isMatched(each, literal)) ?? '1') : REFUSED);
  if (['starts-with', 'ends-with', 'contains'].includes(local))
    return put(first, node, making, wanted ? literal : REFUSED);
  for (const each of args) put(each, node, making, undefined);
}

/**
 * Gives a value to the node that an expression reads, through the functions around it.
 *
 * @param {Expr} expression
 * @param {MadeNode} node
 * @param {Making} making
 * @param {string | undefined} value
 * @param {boolean} [fresh]
 * @returns {void}
 */
export function put(expression, node, making, value, fresh = false) {
  const inner = { ...making, depth: making.depth + 1 };
  if (inner.depth > 30) return;
  if (expression.kind === 'context') node.text = value ?? (node.text || '1');
  else if (expression.kind === 'path') reach(expression, node, inner, { value, fresh });
  else if (expression.kind === 'filter') put(expression.base, node, inner, value, fresh);
  else if (expression.kind === 'union' || expression.kind === 'arithmetic')
    put(expression.left, node, inner, value, fresh);
  else if (expression.kind === 'call' && expression.args[0]) put(expression.args[0], node, inner, value, fresh);
  else if (expression.kind === 'variable') {
    const known = making.lets.get(expression.name);
    if (known) put(known, node, inner, value, fresh);
  }
}

/**
 * @param {string} text
 * @param {string} pattern
 */
function isMatched(text, pattern) {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch (error) {
    // A pattern that only XPath knows: no sample for it.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
