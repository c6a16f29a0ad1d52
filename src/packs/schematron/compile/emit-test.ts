import type { Expr } from '../xpath/ast.js';
import { testOfCall } from './emit-calls.js';
import { comparisonOf, testOfValueComparison } from './emit-compare.js';
import { type Context, hoisted, local } from './emit-context.js';
import { lookup } from './emit-documents.js';
import { singleAttribute } from './emit-path.js';
import { typeOf } from './emit-types.js';
import { bound, eachItem, itemsOf, valueIn } from './emit-value.js';

/** The effective boolean value of an expression (XPath 2.0 §2.4.3): a boolean of JavaScript. */
export function testOf(expression: Expr, context: Context): string {
  switch (expression.kind) {
    case 'or':
    case 'and':
      return `(${expression.operands.map((each) => testOf(each, context)).join(expression.kind === 'or' ? '||' : '&&')})`;
    case 'comparison':
      return expression.style === 'general'
        ? comparisonOf(expression, context)
        : testOfValueComparison(expression, context);
    case 'if':
      return `(${testOf(expression.test, context)}?${testOf(expression.then, context)}:${testOf(expression.otherwise, context)})`;
    case 'quantified':
      return quantified(expression, context);
    case 'call': {
      const test = testOfCall(expression, context);
      if (test !== undefined) return test;
      break;
    }
    case 'union':
      return `(${exists(expression.left, context)}||${exists(expression.right, context)})`;
  }
  const type = typeOf(expression, context);
  if (type === 'nodes') return exists(expression, context);
  if (type === 'any') return `R.effectiveBoolean(${itemsOf(expression, context)})`;
  const { js } = valueIn(expression, context);
  switch (type) {
    case 'boolean':
      return js;
    case 'string':
    case 'untyped':
      return `(${js}!=="")`;
    case 'integer':
    case 'decimal':
      return `(${js}!==0)`;
    case 'number':
      return `R.booleanOf(${js})`;
    case 'item':
      return `R.booleanOf(${js})`;
    default:
      return 'true';
  }
}

/** Whether an expression has any item. */
export function exists(expression: Expr, context: Context): string {
  if (expression.kind === 'union') return `(${exists(expression.left, context)}||${exists(expression.right, context)})`;
  if (expression.kind === 'sequence' && expression.items.length > 0)
    return `(${expression.items.map((each) => exists(each, context)).join('||')})`;
  const attribute = singleAttribute(expression, context);
  if (attribute) return `(R.attribute(${attribute.node},${attribute.code})!==null)`;
  if (expression.kind === 'variable' || expression.kind === 'except' || expression.kind === 'intersect') {
    const { js, type } = valueIn(expression, context);
    return type === 'nodes' || type === 'any' ? `(${js}.length!==0)` : 'true';
  }
  const found = lookup(expression, context);
  if (found !== undefined) return found;
  return hoisted(context, (inner) => `${eachItem(expression, inner, 'any', () => 'return true;')}return false;`);
}

/** How many items an expression has. */
export function countOf(expression: Expr, context: Context): string {
  const { kind } = expression;
  if (kind !== 'path' && kind !== 'filter' && kind !== 'for') return `${itemsOf(expression, context)}.length`;
  return hoisted(context, (inner) => {
    const count = local(inner);
    return `let ${count}=0;${eachItem(expression, inner, 'distinct', () => `${count}++;`)}return ${count};`;
  });
}

function quantified(expression: Extract<Expr, { kind: 'quantified' }>, context: Context): string {
  const some = expression.quantifier === 'some';
  return hoisted(context, (outer) => {
    const nest = (index: number, inner: Context): string => {
      const binding = expression.bindings[index];
      if (!binding) {
        const test = testOf(expression.satisfies, inner);
        return some ? `if(${test})return true;` : `if(!${test})return false;`;
      }
      // In order: which item raises an error first is seen.
      return eachItem(binding.in, inner, 'order', (item) =>
        bound(binding.name, item, inner, (within) => nest(index + 1, within)),
      );
    };
    return `${nest(0, outer)}return ${!some};`;
  });
}
