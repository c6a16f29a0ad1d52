import type { Expr } from '../xpath/ast.js';
import { asks, type Context, focused, local, type Value } from './emit-context.js';
import type { Body } from './emit-path.js';
import { testOf } from './emit-test.js';
import { isNumber, typeOf } from './emit-types.js';
import { itemsOf, valueIn } from './emit-value.js';

type Loop = (body: Body) => string;

/** Statements that run a body for what a loop gives and all predicates keep (XPath 2.0 §3.2.2). */
export function withPredicates(predicates: readonly Expr[], context: Context, loop: Loop, body: Body): string {
  let kept = loop;
  for (const predicate of predicates) kept = withPredicate(predicate, context, kept);
  return kept(body);
}

/** Whether a predicate depends on the place of the item among the others. */
export function isPositional(predicate: Expr, context: Context): boolean {
  const type = typeOf(predicate, { ...context, item: { js: '', type: 'node' } });
  return isNumber(type) || type === 'any' || type === 'item' || asks(predicate, 'position') || asks(predicate, 'last');
}

function withPredicate(predicate: Expr, context: Context, loop: Loop): Loop {
  if (predicate.kind === 'number') return atPlace(predicate.value, context, loop);
  if (asks(predicate, 'last'))
    return isCallOf(predicate, 'last') ? lastOf(context, loop) : amongAll(predicate, context, loop);
  return (body) => {
    let place: string | undefined;
    const inner = loop((item) => {
      const counted = asks(predicate, 'position') || !isTruth(predicate, focused(context, item));
      if (counted) place = local(context);
      const focus = focused(context, item, place === undefined ? {} : { position: place });
      const then = `if(${holds(predicate, focus, place)}){${body(item)}}`;
      return counted ? `${place}++;${then}` : then;
    });
    return place === undefined ? inner : `let ${place}=0;${inner}`;
  };
}

/** Whether a predicate is a truth value whatever the item, and no number. */
function isTruth(predicate: Expr, context: Context): boolean {
  const type = typeOf(predicate, context);
  return !isNumber(type) && type !== 'any' && type !== 'item';
}

function holds(predicate: Expr, context: Context, place: string | undefined): string {
  const type = typeOf(predicate, context);
  if (isNumber(type)) return `${place}===${valueIn(predicate, context).js}`;
  if (isTruth(predicate, context)) return testOf(predicate, context);
  return `R.selects(${itemsOf(predicate, context)},${place})`;
}

function isCallOf(expression: Expr, name: string): boolean {
  return expression.kind === 'call' && expression.args.length === 0 && expression.name.local === name;
}

/** `[1]`: the loop ends where the place is reached. */
function atPlace(place: number, context: Context, loop: Loop): Loop {
  return (body) => {
    const label = local(context);
    if (place === 1) return `${label}:{${loop((item) => `${body(item)}break ${label};`)}}`;
    const count = local(context);
    return `let ${count}=0;${label}:{${loop((item) => `if(++${count}===${place}){${body(item)}break ${label};}`)}}`;
  };
}

function lastOf(context: Context, loop: Loop): Loop {
  return (body) => {
    const last = local(context);
    let kept: Value = { js: last, type: 'item' };
    const inner = loop((item) => {
      kept = { ...item, js: last };
      return `${last}=${item.js};`;
    });
    return `let ${last}=null;${inner}if(${last}!==null){${body(kept)}}`;
  };
}

/** Any predicate that asks how many there are. */
function amongAll(predicate: Expr, context: Context, loop: Loop): Loop {
  return (body) => {
    const [all, size, index, each, place] = [
      local(context),
      local(context),
      local(context),
      local(context),
      local(context),
    ];
    let kept: Value = { js: each, type: 'item' };
    const inner = loop((item) => {
      kept = { ...item, js: each };
      return `${all}.push(${item.js});`;
    });
    const focus = focused(context, kept, { position: place, last: size });
    return (
      `const ${all}=[];${inner}const ${size}=${all}.length;for(let ${index}=0;${index}<${size};${index}++){` +
      `const ${each}=${all}[${index}],${place}=${index}+1;if(${holds(predicate, focus, place)}){${body(kept)}}}`
    );
  };
}
