import { FUNCTIONS } from '../runtime/functions.js';
import type { Expr } from '../xpath/ast.js';
import { builtinName, type Context, type ValueType } from './emit-context.js';

const NUMBERS: ReadonlySet<ValueType> = new Set(['integer', 'decimal', 'number']);

export function isNumber(type: ValueType): boolean {
  return NUMBERS.has(type);
}

/** Whether the atomised values are strings or untyped, which are compared as strings. */
export function isText(type: ValueType): boolean {
  return type === 'string' || type === 'untyped' || type === 'optional' || type === 'node' || type === 'nodes';
}

/** Exactly one value, that needs no loop to be read. */
export function isSingle(type: ValueType): boolean {
  return type !== 'nodes' && type !== 'any' && type !== 'optional';
}

/** Types of what functions give that are compiled here. */
const RESULTS: ReadonlyMap<string, ValueType> = new Map([
  ['position', 'integer'],
  ['last', 'integer'],
  ['current', 'node'],
  ['doc', 'nodes'],
  ['document', 'nodes'],
  ['doc-available', 'boolean'],
]);

/** What is known of an expression's value. It tells the type of what `valueIn` generates. */
export function typeOf(expression: Expr, context: Context): ValueType {
  switch (expression.kind) {
    case 'string':
      return 'string';
    case 'number':
      return expression.type === 'double' ? 'number' : expression.type;
    case 'variable':
      return context.variables.get(expression.name)?.type ?? 'any';
    case 'context':
      return context.item.type;
    case 'or':
    case 'and':
    case 'quantified':
    case 'castable':
    case 'instance':
      return 'boolean';
    case 'comparison':
      return expression.style === 'general' ? 'boolean' : typeOfValueComparison(expression, context);
    case 'if': {
      const then = typeOf(expression.then, context);
      return then === typeOf(expression.otherwise, context) ? then : 'any';
    }
    case 'union':
    case 'intersect':
    case 'except':
      return 'nodes';
    case 'path':
      return typeOfPath(expression, context);
    case 'filter': {
      const base = typeOf(expression.base, context);
      return base === 'nodes' || base === 'node' ? 'nodes' : 'any';
    }
    case 'arithmetic':
      return typeOfArithmetic(expression, context);
    case 'sign': {
      const operand = typeOf(expression.operand, context);
      return operand === 'integer' || operand === 'number' ? operand : 'any';
    }
    case 'cast':
      return expression.optional ? 'any' : typeOfCast(expression, context);
    case 'call':
      return typeOfCall(expression, context);
    case 'sequence':
      return expression.items.length === 1 && expression.items[0] ? typeOf(expression.items[0], context) : 'any';
    default:
      return 'any';
  }
}

function typeOfValueComparison(expression: Extract<Expr, { kind: 'comparison' }>, context: Context): ValueType {
  if (expression.style === 'node') return 'any';
  const left = typeOf(expression.left, context);
  const right = typeOf(expression.right, context);
  return isValueComparable(left, right) ? 'boolean' : 'any';
}

/** Whether a value comparison of these is one of JavaScript's, whatever the values. */
export function isValueComparable(left: ValueType, right: ValueType): boolean {
  if (isNumber(left) && isNumber(right)) return true;
  const text = (type: ValueType): boolean => type === 'string' || type === 'untyped';
  return text(left) && text(right);
}

function typeOfPath({ from, steps }: Extract<Expr, { kind: 'path' }>, context: Context): ValueType {
  const last = steps.at(-1);
  if (!last || last.kind === 'axis') return 'nodes';
  if (steps.length === 1 && from === 'context') return typeOf(last.expression, context);
  const type = typeOf(last.expression, { ...context, item: { js: '', type: 'node' } });
  return type === 'nodes' || type === 'node' ? 'nodes' : 'any';
}

function typeOfArithmetic(
  { operator, left, right }: Extract<Expr, { kind: 'arithmetic' }>,
  context: Context,
): ValueType {
  const types = [typeOf(left, context), typeOf(right, context)];
  if (types.every((type) => type === 'integer')) return ['+', '-', '*'].includes(operator) ? 'integer' : 'any';
  return types.every(isNumber) && types.includes('number') && operator !== 'idiv' ? 'number' : 'any';
}

function typeOfCast(expression: Extract<Expr, { kind: 'cast' | 'castable' }>, context: Context): ValueType {
  return builtinName(context, expression.type, 'xs') === 'xs:string' ? 'string' : 'any';
}

function typeOfCall(expression: Extract<Expr, { kind: 'call' }>, context: Context): ValueType {
  const name = builtinName(context, expression.name, 'fn');
  if (name === undefined) return 'any';
  const own = RESULTS.get(name);
  if (own !== undefined) return own;
  const result = FUNCTIONS.get(name)?.result;
  if (result === 'double') return 'number';
  return result === undefined || result === 'item?' || result === 'items' ? 'any' : result;
}
