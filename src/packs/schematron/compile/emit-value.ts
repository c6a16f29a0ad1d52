import type { Expr } from '../xpath/ast.js';
import { valueOfCall } from './emit-calls.js';
import { valueOfCast, valueOfCastable, valueOfInstance } from './emit-casts.js';
import { literal } from './emit-code.js';
import { comparisonOf, valueComparisonOf } from './emit-compare.js';
import { type Context, hoisted, local, read, type Value, withVariable, wrong } from './emit-context.js';
import { isConstantPath, itemsOfConstantPath } from './emit-documents.js';
import type { Need } from './emit-order.js';
import { type Body, eachOfPath } from './emit-path.js';
import { isPositional, withPredicates } from './emit-predicates.js';
import { testOf } from './emit-test.js';
import { typeOf } from './emit-types.js';

/** The value of an expression, of the type that `typeOf` tells. */
export function valueIn(expression: Expr, context: Context): Value {
  const type = typeOf(expression, context);
  const value = (js: string): Value => ({ js, type });
  switch (expression.kind) {
    case 'string':
      return value(literal(expression.value));
    case 'number':
      return value(String(expression.value));
    case 'variable':
      return variable(expression.name, context);
    case 'context':
      return context.item;
    case 'or':
    case 'and':
    case 'quantified':
      return value(testOf(expression, context));
    case 'castable':
      return value(valueOfCastable(expression, context));
    case 'instance':
    case 'treat':
      return value(valueOfInstance(expression, context));
    case 'cast':
      return value(valueOfCast(expression, context, type));
    case 'comparison':
      if (expression.style === 'general') return value(comparisonOf(expression, context));
      return value(valueComparisonOf(expression, context, type));
    case 'if': {
      const branch = (each: Expr): string => (type === 'any' ? itemsOf(each, context) : valueIn(each, context).js);
      return value(`(${testOf(expression.test, context)}?${branch(expression.then)}:${branch(expression.otherwise)})`);
    }
    case 'call':
      return value(valueOfCall(expression, context));
    case 'arithmetic':
      return value(arithmetic(expression, context, type));
    case 'sign': {
      const sign = expression.negative ? '-' : '';
      if (type !== 'any') return value(`(${sign}${valueIn(expression.operand, context).js})`);
      return value(`R.several(R.signed(${expression.negative},${itemsOf(expression.operand, context)}))`);
    }
    case 'range':
      return value(`R.range(${itemsOf(expression.from, context)},${itemsOf(expression.to, context)})`);
    case 'union':
    case 'intersect':
    case 'except':
      return value(`R.${expression.kind}(${itemsOf(expression.left, context)},${itemsOf(expression.right, context)})`);
    case 'sequence':
      if (expression.items.length === 0) return value('[]');
      if (expression.items.length === 1 && expression.items[0]) return valueIn(expression.items[0], context);
      return value(`[${expression.items.map((each) => spread(each, context)).join(',')}]`);
    case 'path':
      if (type !== 'nodes' && type !== 'any') return valueOfOnlyStep(expression, context);
      return value(collected(expression, context));
    case 'filter':
    case 'for':
      return value(collected(expression, context));
  }
}

function valueOfOnlyStep(path: Extract<Expr, { kind: 'path' }>, context: Context): Value {
  const [step] = path.steps;
  if (step?.kind !== 'expression') throw new Error('a path of one value has one step');
  return valueIn(step.expression, context);
}

function collected(expression: Expr, context: Context): string {
  if (isConstantPath(expression, context)) return itemsOfConstantPath(expression, context);
  return hoisted(context, (inner) => {
    const all = local(inner);
    const loop = eachItem(expression, inner, 'order', (item) => `${all}.push(${boxed(item)});`);
    return `const ${all}=[];${loop}return ${all};`;
  });
}

function spread(expression: Expr, context: Context): string {
  const value = valueIn(expression, context);
  return value.type === 'nodes' || value.type === 'any' ? `...${value.js}` : boxed(value);
}

/** Items of a sequence, as an array. */
export function itemsOf(expression: Expr, context: Context): string {
  const value = valueIn(expression, context);
  return value.type === 'nodes' || value.type === 'any' ? value.js : `[${boxed(value)}]`;
}

/** One value as an Item. */
export function boxed({ js, type }: Value): string {
  return type === 'integer' || type === 'decimal' || type === 'untyped' ? `R.${type}(${js})` : js;
}

function variable(name: string, context: Context): Value {
  const binding = context.variables.get(name) ?? wrong(context, `no variable ${name} is declared`);
  if (binding.literal !== undefined) return { js: literal(binding.literal), type: 'string' };
  return { js: read(binding, context.frame), type: binding.type };
}

function arithmetic(
  { operator, left, right }: Extract<Expr, { kind: 'arithmetic' }>,
  context: Context,
  type: string,
): string {
  if (type === 'any')
    return `R.several(R.arithmetic(${literal(operator)},${itemsOf(left, context)},${itemsOf(right, context)}))`;
  const symbol = { '+': '+', '-': '-', '*': '*', div: '/', mod: '%', idiv: '/' }[operator];
  return `(${valueIn(left, context).js}${symbol}${valueIn(right, context).js})`;
}

/** Statements that run a body for each item of an expression. */
export function eachItem(expression: Expr, context: Context, need: Need, body: Body): string {
  switch (expression.kind) {
    case 'path':
      if (isConstantPath(expression, context)) break;
      return eachOfPath(expression, context, need, body);
    case 'filter': {
      const inOrder =
        need === 'any' && !expression.predicates.some((each) => isPositional(each, context)) ? 'any' : 'order';
      return withPredicates(
        expression.predicates,
        context,
        (each) => eachItem(expression.base, context, inOrder, each),
        body,
      );
    }
    case 'for': {
      const [binding, ...rest] = expression.bindings;
      if (!binding) return eachItem(expression.result, context, 'order', body);
      return eachItem(binding.in, context, 'order', (item) =>
        bound(binding.name, item, context, (inner) =>
          eachItem({ ...expression, bindings: rest }, inner, 'order', body),
        ),
      );
    }
    case 'sequence':
      if (expression.items.length === 0) return '';
      break;
  }
  const value = valueIn(expression, context);
  const item = local(context);
  if (value.type === 'nodes' || value.type === 'any')
    return `for(const ${item} of ${value.js}){${body({ js: item, type: value.type === 'nodes' ? 'node' : 'item' })}}`;
  return `const ${item}=${value.js};${body({ ...value, js: item })}`;
}

/** Statements where a variable is bound to an item. */
export function bound(name: string, item: Value, context: Context, body: (inner: Context) => string): string {
  return body(withVariable(context, name, item));
}
