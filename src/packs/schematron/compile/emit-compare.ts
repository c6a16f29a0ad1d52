import type { Expr } from '../xpath/ast.js';
import { literal } from './emit-code.js';
import { type Context, hoisted, local, type Value } from './emit-context.js';
import { constantSets, isConstantPath } from './emit-documents.js';
import { singleAttribute } from './emit-path.js';
import { exists } from './emit-test.js';
import { isNumber, isSingle, isText, isValueComparable, typeOf } from './emit-types.js';
import { boxed, eachItem, itemsOf, valueIn } from './emit-value.js';

type Comparison = Extract<Expr, { kind: 'comparison' }>;
type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

const SYMBOLS = { eq: '===', ne: '!==', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;
const MIRRORED = { eq: 'eq', ne: 'ne', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' } as const;

/** A general comparison: `=`, `<`… (XPath 2.0 §3.5.2): whether some pair of items compares so. */
export function comparisonOf({ operator, left, right }: Comparison, context: Context): string {
  const op = operator as Operator;
  return (
    withConstants(op, left, right, context) ??
    withConstants(op, right, left, context) ??
    withOne(op, left, right, context) ??
    withOne(MIRRORED[op], right, left, context) ??
    texts(op, left, right, context) ??
    `R.generalCompare(${literal(op)},${itemsOf(left, context)},${itemsOf(right, context)})`
  );
}

/** With a list of literals, or what a file of the pack holds: a look-up in a set. */
function withConstants(operator: Operator, tested: Expr, constants: Expr, context: Context): string | undefined {
  const type = typeOf(tested, context);
  const isKnown = isText(type);
  if (operator !== 'eq' || !(isKnown || type === 'item' || type === 'any')) return undefined;
  if (constants.kind !== 'sequence' && constants.kind !== 'path') return undefined;
  const isConstant = (each: Expr): boolean => each.kind === 'string' || each.kind === 'path';
  if (constants.kind === 'sequence' && !constants.items.every(isConstant)) return undefined;
  if (constants.kind === 'path' && !isConstantPath(constants, context)) return undefined;
  if (!constantSets(constants, context)) return undefined;
  return hoisted(context, (inner) => {
    const sets = constantSets(constants, inner) ?? [];
    // Looked up where there is something to look for: a file that cannot be read is an error only then.
    const loop = eachItem(tested, inner, 'any', (item) => {
      const text = local(inner);
      const found = sets.map((set) => `${set}.has(${text})`).join('||');
      if (isKnown) return `const ${text}=${textOf(item)};if(${found})return true;`;
      const compared = `R.generalCompare("eq",[${item.js}],${itemsOf(constants, inner)})`;
      return `const ${text}=R.comparedText(${item.js});if(${text}===undefined?${compared}:${found})return true;`;
    });
    return `${loop}return false;`;
  });
}

/** Whether some text of an expression satisfies a condition that is cheap and false of null. */
function someText(tested: Expr, context: Context, condition: (text: string) => string): string {
  const attribute = singleAttribute(tested, context);
  if (attribute) return condition(`R.attributeValue(${attribute.node},${attribute.code})`);
  const type = typeOf(tested, context);
  if (isSingle(type)) return condition(textOf(valueIn(tested, context)));
  return hoisted(
    context,
    (inner) => `${eachItem(tested, inner, 'any', (item) => `if(${condition(textOf(item))})return true;`)}return false;`,
  );
}

/** The string of a node, or of a value that is one. */
export function textOf(value: Value): string {
  if (value.type !== 'node') return value.js;
  return value.leaf ? `${value.js}.value` : `R.stringValue(${value.js})`;
}

/** With one value of a known type on the right. */
function withOne(operator: Operator, many: Expr, one: Expr, context: Context): string | undefined {
  const type = typeOf(one, context);
  if (!isSingle(type) || type === 'item') return undefined;
  const manyType = typeOf(many, context);
  if (manyType === 'any' || manyType === 'item') return undefined;
  const atom = (item: Value): Value => (item.type === 'node' ? { js: textOf(item), type: 'untyped' } : item);
  if (isSingle(manyType)) return pair(operator, atom(valueIn(many, context)), atom(valueIn(one, context)));
  if (operator === 'eq' && isText(type) && singleAttribute(many, context))
    return someText(many, context, (text) => `(${text}===${atom(valueIn(one, context)).js})`);
  // A literal or a function without effect: it may be evaluated first, or never.
  return hoisted(context, (inner) => {
    const value = atom(valueIn(one, inner));
    const isLiteral = one.kind === 'string' || one.kind === 'number';
    const name = local(inner);
    const compared = isLiteral ? value : { js: name, type: value.type };
    const loop = eachItem(many, inner, 'any', (item) => `if(${pair(operator, atom(item), compared)})return true;`);
    return `${isLiteral ? '' : `const ${name}=${value.js};`}${loop}return false;`;
  });
}

/** Two atomic values. */
function pair(operator: Operator, left: Value, right: Value): string {
  const symbol = SYMBOLS[operator];
  if (isText(left.type) && isText(right.type)) {
    if (operator === 'eq' || operator === 'ne') return `(${left.js}${symbol}${right.js})`;
    return `(R.compareText(${left.js},${right.js})${symbol}0)`;
  }
  const number = (value: Value, other: Value): string | undefined => {
    if (isNumber(value.type)) return value.js;
    return value.type === 'untyped' && isNumber(other.type) ? `R.doubleOfText(${value.js})` : undefined;
  };
  const [one, other] = [number(left, right), number(right, left)];
  if (one !== undefined && other !== undefined) return `(${one}${symbol}${other})`;
  if (left.type === 'boolean' && right.type === 'boolean' && (operator === 'eq' || operator === 'ne'))
    return `(${left.js}${symbol}${right.js})`;
  return `R.generalCompare(${literal(operator)},[${boxed(left)}],[${boxed(right)}])`;
}

/** Two sequences of texts: through a set, since both may be as long as the document. */
function texts(operator: Operator, left: Expr, right: Expr, context: Context): string | undefined {
  if (operator !== 'eq' && operator !== 'ne') return undefined;
  if (typeOf(left, context) !== 'nodes' || typeOf(right, context) !== 'nodes') return undefined;
  const [loop, kept] = singleAttribute(left, context) ? [right, left] : [left, right];
  const attribute = singleAttribute(kept, context);
  if (attribute && operator === 'eq')
    return hoisted(context, (inner) => {
      const text = local(inner);
      const read = singleAttribute(kept, inner);
      const some = eachItem(loop, inner, 'any', (item) => `if(${textOf(item)}===${text})return true;`);
      return `const ${text}=R.attributeValue(${read?.node},${read?.code});if(${text}===null)return false;${some}return false;`;
    });
  return hoisted(context, (inner) => {
    const set = local(inner);
    const name = kept.kind === 'variable' ? `R.textsOf(${valueIn(kept, inner).js})` : undefined;
    const filled = name ?? 'new Set()';
    const fill = name ? '' : eachItem(kept, inner, 'any', (item) => `${set}.add(${textOf(item)});`);
    const start = `const ${set}=${filled};${fill}if(${set}.size===0)return false;`;
    if (operator === 'eq')
      return `${start}${eachItem(loop, inner, 'any', (item) => `if(${set}.has(${textOf(item)}))return true;`)}return false;`;
    const differs = eachItem(loop, inner, 'any', (item) => `if(!${set}.has(${textOf(item)}))return true;`);
    return `${start}if(${set}.size>1)return ${exists(loop, inner)};${differs}return false;`;
  });
}

/** A value comparison, `is`, `<<` or `>>` where a truth value is asked for: nothing is false. */
export function testOfValueComparison(expression: Comparison, context: Context): string {
  const { operator, left, right } = expression;
  if (expression.style === 'value' && operator === 'eq') {
    for (const [one, other] of [[left, right] as const, [right, left] as const]) {
      const type = typeOf(other, context);
      if (singleAttribute(one, context) && (type === 'string' || type === 'untyped'))
        return someText(one, context, (text) => `(${text}===${valueIn(other, context).js})`);
    }
  }
  const type = typeOf(expression, context);
  if (type === 'boolean') return valueComparisonOf(expression, context, type);
  return `(${compared(expression, context)}===true)`;
}

export function valueComparisonOf(expression: Comparison, context: Context, type: string): string {
  if (type !== 'boolean') return `R.several(${compared(expression, context)})`;
  const [left, right] = [valueIn(expression.left, context), valueIn(expression.right, context)];
  if (!isValueComparable(left.type, right.type)) throw new Error('types of a value comparison have changed');
  return pair(expression.operator as Operator, left, right);
}

function compared({ style, operator, left, right }: Comparison, context: Context): string {
  return `R.${style === 'node' ? 'compareNodes' : 'valueCompare'}(${literal(operator)},${itemsOf(left, context)},${itemsOf(right, context)})`;
}
