import { type CastType, castType } from '../runtime/cast.js';
import type { Expr, NodeTest, QualifiedName, SequenceType } from '../xpath/ast.js';
import { literal } from './emit-code.js';
import { type Context, focused, hoisted, namespaceOf, unsupported } from './emit-context.js';
import { nodeTest, singleAttribute } from './emit-path.js';
import { typeOf } from './emit-types.js';
import { itemsOf, valueIn } from './emit-value.js';

const XS = 'http://www.w3.org/2001/XMLSchema';

type Cast = Extract<Expr, { kind: 'cast' | 'castable' }>;
type Instance = Extract<Expr, { kind: 'instance' | 'treat' }>;

/** `castable as`. */
export function valueOfCastable({ operand, type: name, optional }: Cast, context: Context): string {
  const type = literal(typeNamed(name, context));
  const attribute = singleAttribute(operand, context);
  if (attribute) return `R.castableOptional(${type},R.attributeValue(${attribute.node},${attribute.code}),${optional})`;
  const known = typeOf(operand, context);
  if (known === 'string' || known === 'untyped') return `R.castableText(${type},${valueIn(operand, context).js})`;
  return `R.castable(${type},${itemsOf(operand, context)},${optional})`;
}

/** `instance of` and `treat as`. */
export function valueOfInstance({ kind, operand, type }: Instance, context: Context): string {
  const run = kind === 'instance' ? 'instanceOf' : 'treat';
  return `R.${run}(${itemsOf(operand, context)},${typeArguments(type, context)})`;
}

/** `cast as`. @param result what `typeOf` tells of it */
export function valueOfCast({ operand, type, optional }: Cast, context: Context, result: string): string {
  if (result !== 'string') return castOf(type, operand, optional, context);
  const known = typeOf(operand, context);
  if (known === 'string' || known === 'untyped') return valueIn(operand, context).js;
  return `R.cast("string",${itemsOf(operand, context)},false)`;
}

/** A cast, as items. */
export function castOf(type: QualifiedName, operand: Expr, optional: boolean, context: Context): string {
  if (type.local === 'QName' && namespaceOf(context, type.prefix) === XS && operand.kind === 'string') {
    const scope = context.code.constant(`JSON.parse(${literal(JSON.stringify(context.namespaces))})`);
    return `[R.castQName(${literal(operand.value)},${scope})]`;
  }
  return `R.several(R.cast(${literal(typeNamed(type, context))},${itemsOf(operand, context)},${optional}))`;
}

function typeNamed(name: QualifiedName, context: Context): CastType {
  const type = castType(namespaceOf(context, name.prefix), name.local);
  return type ?? unsupported(context, `a cast to ${name.prefix}:${name.local}`);
}

/** How many items, and a function that tells whether one is of the type. */
function typeArguments({ item, occurrence }: SequenceType, context: Context): string {
  if (item.kind === 'empty' || item.kind === 'item')
    return `${literal(item.kind === 'item' ? occurrence : 'empty')},null`;
  if (item.kind === 'atomic') {
    if (namespaceOf(context, item.type.prefix) !== XS)
      unsupported(context, `the type ${item.type.prefix}:${item.type.local}`);
    const test = context.code.function(`(n){return R.isOfType(n,${literal(item.type.local)})}`);
    return `${literal(occurrence)},${test}`;
  }
  const call = hoisted(focused(context, { js: 'n', type: 'node' }), (inner) => {
    const condition = nodeTest(item as NodeTest, 'n', inner, 1, true);
    return `return R.isNode(n)${condition === '' ? '' : `&&${condition}`};`;
  });
  return `${literal(occurrence)},${call.slice(0, call.indexOf('('))}`;
}
