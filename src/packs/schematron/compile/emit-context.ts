import { PackError, type Place } from '../schema.js';
import type { Expr } from '../xpath/ast.js';
import type { Code } from './emit-code.js';
import type { StaticType } from './emitter.js';

/**
 * What generated code holds. Of one item: JavaScript's own boolean, number and string (`untyped` is the string of an untypedAtomic), `optional` the string of a
 * node that may be absent, or null, `node` a TreeNode, `item` an Item of any kind. Of many: `nodes` and `any`, arrays.
 */
export type ValueType = StaticType | 'decimal' | 'optional' | 'node' | 'item';

export interface Value {
  readonly js: string;
  readonly type: ValueType;
  /** A node whose string value is its `value`: attributes and texts. */
  readonly leaf?: boolean;
}

/** A variable where it is valid: in the frame that declares it, and in those inside as a parameter. */
export interface Binding {
  readonly frame: Frame;
  readonly type: ValueType;
  /** How it is handed to a function: the value, or for a lazy one what gives it when called. */
  readonly handed: string;
  readonly lazy: boolean;
  readonly literal?: string | undefined;
}

/** A function that is being generated. */
export interface Frame {
  readonly outer: Frame | undefined;
  readonly parameters: Map<Binding, string>;
  /** Names given so far. */
  names: number;
}

/** What an expression is compiled in. */
export interface Context {
  readonly code: Code;
  readonly frame: Frame;
  readonly place: Place;
  readonly namespaces: Readonly<Record<string, string>>;
  /** The context item. */
  readonly item: Value;
  /** `current()`: the node that the rule was fired for. */
  readonly current: Binding;
  readonly position: Binding | undefined;
  readonly last: Binding | undefined;
  readonly variables: ReadonlyMap<string, Binding>;
}

export function newFrame(outer: Frame | undefined): Frame {
  return { outer, parameters: new Map(), names: 0 };
}

/** A new local name of the function that is being generated. */
export function local(context: Context): string {
  return `v${context.frame.names++}`;
}

/** JavaScript that reads a variable. */
export function read(binding: Binding, frame: Frame): string {
  const handed = hand(binding, frame);
  return binding.lazy ? `${handed}()` : handed;
}

function hand(binding: Binding, frame: Frame): string {
  if (binding.frame === frame)
    return binding.lazy && !/^[\w$.]+$/.test(binding.handed) ? `(${binding.handed})` : binding.handed;
  if (!frame.outer) throw new Error('a variable is read outside of where it is bound');
  const known = frame.parameters.get(binding);
  if (known !== undefined) return known;
  const parameter = `p${frame.parameters.size}`;
  frame.parameters.set(binding, parameter);
  return parameter;
}

/** A call of a function whose body is generated in a frame of its own, so that equal ones are shared. */
export function hoisted(context: Context, body: (inner: Context) => string): string {
  const frame = newFrame(context.frame);
  const text = body({ ...context, frame, item: { ...context.item, js: 'n' } });
  const parameters = [...frame.parameters];
  const name = context.code.function(`(${['n', ...parameters.map(([, parameter]) => parameter)].join(',')}){${text}}`);
  const handed = parameters.map(([binding]) => hand(binding, context.frame));
  return `${name}(${[context.item.js, ...handed].join(',')})`;
}

/** The same context, inside: another context item, whose place is told when predicates ask for it. */
export function focused(context: Context, item: Value, place?: { position?: string; last?: string }): Context {
  const bind = (js: string | undefined): Binding | undefined =>
    js === undefined ? undefined : { frame: context.frame, type: 'integer', handed: js, lazy: false };
  return { ...context, item, position: bind(place?.position), last: bind(place?.last) };
}

export function withVariable(context: Context, name: string, value: Value): Context {
  const variables = new Map(context.variables);
  variables.set(name, { frame: context.frame, type: value.type, handed: value.js, lazy: false });
  return { ...context, variables };
}

export function unsupported(context: Context, detail: string): never {
  throw new PackError('unsupported', detail, context.place);
}

export function wrong(context: Context, detail: string): never {
  throw new PackError('xpath', detail, context.place);
}

/** The namespace of a prefix, as the schema declares it. */
export function namespaceOf(context: Context, prefix: string): string {
  if (prefix === '') return '';
  if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
  const uri = Object.hasOwn(context.namespaces, prefix) ? context.namespaces[prefix] : undefined;
  return uri ?? PREDECLARED.get(prefix) ?? wrong(context, `no namespace is declared for the prefix ${prefix}`);
}

const FN = 'http://www.w3.org/2005/xpath-functions';
const XS = 'http://www.w3.org/2001/XMLSchema';
// The skeleton's stylesheet declares these for itself.
const PREDECLARED: ReadonlyMap<string, string> = new Map([
  ['xs', XS],
  ['fn', FN],
]);

/** `fn` or `xs` and the local name of a function or type; undefined for other namespaces. */
export function builtinName(
  context: Context,
  name: { prefix: string; local: string },
  unprefixed: 'fn' | 'xs',
): string | undefined {
  if (name.prefix === '') return unprefixed === 'fn' ? name.local : undefined;
  const uri = namespaceOf(context, name.prefix);
  if (uri === FN) return name.local;
  return uri === XS ? `xs:${name.local}` : undefined;
}

/** Whether any part of an expression, itself included, satisfies a condition. */
export function mentions(expression: Expr, condition: (part: Expr) => boolean): boolean {
  if (condition(expression)) return true;
  return partsOf(expression).some((part) => mentions(part, condition));
}

/** The expressions that an expression is made of. */
function partsOf(expression: Expr): readonly Expr[] {
  switch (expression.kind) {
    case 'sequence':
      return expression.items;
    case 'or':
    case 'and':
      return expression.operands;
    case 'comparison':
    case 'arithmetic':
    case 'union':
    case 'intersect':
    case 'except':
      return [expression.left, expression.right];
    case 'range':
      return [expression.from, expression.to];
    case 'sign':
    case 'instance':
    case 'treat':
    case 'cast':
    case 'castable':
      return [expression.operand];
    case 'if':
      return [expression.test, expression.then, expression.otherwise];
    case 'for':
      return [...expression.bindings.map((each) => each.in), expression.result];
    case 'quantified':
      return [...expression.bindings.map((each) => each.in), expression.satisfies];
    case 'path':
      return expression.steps.flatMap((step) => (step.kind === 'axis' ? step.predicates : [step.expression]));
    case 'filter':
      return [expression.base, ...expression.predicates];
    case 'call':
      return expression.args;
    default:
      return [];
  }
}

/** Whether an expression asks for the place of the context item. Inner predicates that ask for their own are taken for it, which costs but a counter. */
export function asks(expression: Expr, name: 'position' | 'last'): boolean {
  return mentions(expression, (part) => part.kind === 'call' && part.args.length === 0 && part.name.local === name);
}
