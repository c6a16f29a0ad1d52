// @ts-check
import { put, satisfy } from './satisfy.js';

/**
 * @typedef {import('./made-node.js').MadeNode} MadeNode
 * @typedef {import('./reach.js').Making} Making
 * @typedef {import('../../src/packs/schematron/xpath/ast.js').Expr} Expr
 * @typedef {Extract<Expr, { kind: 'comparison' }>} Comparison
 */

const FLIPPED = /** @type {Readonly<Record<string, Comparison['operator']>>} */ ({
  lt: 'gt',
  gt: 'lt',
  le: 'ge',
  ge: 'le',
});
const OPPOSITE = /** @type {Readonly<Record<string, Comparison['operator']>>} */ ({
  eq: 'ne',
  ne: 'eq',
  lt: 'ge',
  ge: 'lt',
  gt: 'le',
  le: 'gt',
});
const MANY = 12;

/**
 * Makes a comparison true or false: one side is a literal nearly everywhere.
 *
 * @param {Comparison} test
 * @param {MadeNode} node
 * @param {Making} making
 * @param {boolean} wanted
 */
export function compare(test, node, making, wanted) {
  const right = literalOf(test.right, making);
  const left = literalOf(test.left, making);
  if (right === undefined && left === undefined) {
    // A value set, or two places: something to look at, that is in no value set.
    put(test.left, node, making, wanted ? undefined : 'XX-99');
    if (test.right.kind === 'path' && test.right.from === 'context')
      put(test.right, node, making, wanted ? undefined : 'YY-99');
    return;
  }
  const literal = right ?? left ?? '';
  const subject = right === undefined ? test.right : test.left;
  const told = right === undefined ? (FLIPPED[test.operator] ?? test.operator) : test.operator;
  hold(subject, wanted ? told : (OPPOSITE[told] ?? told), literal, node, making);
}

/**
 * @param {Expr} subject
 * @param {Comparison['operator']} operator
 * @param {string} literal
 * @param {MadeNode} node
 * @param {Making} making
 */
function hold(subject, operator, literal, node, making) {
  const number = Number(literal);
  if (subject.kind === 'call' && subject.name.local === 'count' && subject.args[0]) {
    const wanted = Math.min(MANY, nearby(operator, number));
    // One more than what a test of its own would make: the first may be there.
    for (let made = 0; made < wanted; made++) put(subject.args[0], node, making, undefined, made > 0);
    return;
  }
  if (subject.kind === 'call' && subject.name.local === 'string-length' && subject.args[0])
    return put(subject.args[0], node, making, 'x'.repeat(Math.min(300, Math.max(0, nearby(operator, number)))));
  if (subject.kind === 'variable' && making.lets.has(subject.name)) {
    const value = making.lets.get(subject.name);
    if (value && making.depth < 30) hold(value, operator, literal, node, { ...making, depth: making.depth + 1 });
    return;
  }
  if (operator === 'eq') return put(subject, node, making, literal);
  if (operator === 'ne') return put(subject, node, making, `${literal}X`);
  if (Number.isNaN(number)) return satisfy(subject, node, making);
  put(subject, node, making, String(nearby(operator, number)));
}

/**
 * @param {Comparison['operator']} operator
 * @param {number} number
 */
function nearby(operator, number) {
  if (operator === 'gt' || operator === 'ne') return number + 1;
  return operator === 'lt' ? number - 1 : number;
}

/**
 * @param {Expr} expression
 * @param {Making} making
 * @returns {string | undefined}
 */
export function literalOf(expression, making) {
  switch (expression.kind) {
    case 'string':
      return expression.value;
    case 'number':
      return String(expression.value);
    case 'sequence':
      return expression.items[0] && literalOf(expression.items[0], making);
    case 'variable': {
      const known = making.lets.get(expression.name);
      return known && (known.kind === 'string' || known.kind === 'number') ? String(known.value) : undefined;
    }
    case 'call':
      // `QName(uri, 'name')`, `xs:decimal('1')`.
      return expression.args.length > 0 && expression.args.every(({ kind }) => kind === 'string')
        ? literalOf(/** @type {Expr} */ (expression.args.at(-1)), making)
        : undefined;
    default:
      return undefined;
  }
}
