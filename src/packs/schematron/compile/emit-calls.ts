import type { Parameter } from '../runtime/arguments.js';
import { FUNCTIONS, type FunctionEntry } from '../runtime/functions.js';
import type { Expr } from '../xpath/ast.js';
import { castOf } from './emit-casts.js';
import { literal } from './emit-code.js';
import { textOf } from './emit-compare.js';
import { builtinName, type Context, hoisted, local, read, unsupported } from './emit-context.js';
import { documentsOf, isDocumentCall } from './emit-documents.js';
import { singleAttribute } from './emit-path.js';
import { countOf, exists, testOf } from './emit-test.js';
import { isNumber, typeOf } from './emit-types.js';
import { boxed, eachItem, itemsOf, valueIn } from './emit-value.js';

type Call = Extract<Expr, { kind: 'call' }>;

const CONTEXT: Expr = { kind: 'context' };

/** The truth of calls that need no value: undefined for others. */
export function testOfCall(call: Call, context: Context): string | undefined {
  const name = builtinName(context, call.name, 'fn');
  const [first] = call.args;
  if (call.args.length === 0 || first === undefined) return name === 'true' || name === 'false' ? name : undefined;
  if (call.args.length > 1) return undefined;
  switch (name) {
    case 'not':
      return `!${testOf(first, context)}`;
    case 'boolean':
      return testOf(first, context);
    case 'exists':
      return exists(first, context);
    case 'empty':
      return `!${exists(first, context)}`;
    default:
      return undefined;
  }
}

/** The value of a call, of the type that `typeOf` tells. */
export function valueOfCall(call: Call, context: Context): string {
  const name = builtinName(context, call.name, 'fn') ?? unknown(call, context);
  const test = testOfCall(call, context);
  if (test !== undefined) return test;
  if (isDocumentCall(call, context)) return documentsOf(call, context);
  if (name.startsWith('xs:')) {
    const [operand] = call.args;
    return operand && call.args.length === 1 ? castOf(call.name, operand, true, context) : unknown(call, context);
  }
  const own = ownCall(name, call, context);
  if (own !== undefined) return own;
  const entry = FUNCTIONS.get(name) ?? unknown(call, context);
  const given = call.args.length;
  if (given < entry.fewest || (given > entry.parameters.length && !entry.variadic)) unknown(call, context);
  const run = context.code.constant(`R.functions.get(${literal(name)}).run`);
  const js = `${run}(${argumentsOf(entry, call.args, context).join(',')})`;
  return entry.result === 'item?' ? `R.several(${js})` : js;
}

function unknown(call: Call, context: Context): never {
  const { prefix, local: name } = call.name;
  return unsupported(
    context,
    `the function ${prefix === '' ? '' : `${prefix}:`}${name}, with ${call.args.length} arguments`,
  );
}

/** Functions of the context, and those whose common forms need no call. */
function ownCall(name: string, call: Call, context: Context): string | undefined {
  const [first = CONTEXT] = call.args;
  switch (`${name}/${call.args.length}`) {
    case 'position/0':
    case 'last/0': {
      const place = name === 'position' ? context.position : context.last;
      return place ? read(place, context.frame) : unsupported(context, `${name}() outside of a predicate`);
    }
    case 'current/0':
      return read(context.current, context.frame);
    case 'count/1':
      return countOf(first, context);
    case 'doc-available/1':
      return `R.isAvailable(${argument('text', first, context)})`;
    case 'string/0':
    case 'string/1':
      return stringOf(first, context);
    case 'number/0':
    case 'number/1': {
      const text = optionalText(first, context);
      return text === undefined ? undefined : `R.numberOfText(${text})`;
    }
    default:
      if (name === 'concat' && call.args.length > 1)
        return `(${call.args.map((each) => stringOf(each, context)).join('+')})`;
      return undefined;
  }
}

/** fn:string of at most one item. */
function stringOf(expression: Expr, context: Context): string {
  const type = typeOf(expression, context);
  const text = optionalText(expression, context);
  if (text !== undefined) return type === 'string' || type === 'untyped' || type === 'node' ? text : `(${text}??"")`;
  if (isNumber(type) || type === 'boolean') return `R.stringOf(${boxed(valueIn(expression, context))})`;
  return `R.stringOfOptional(${itemsOf(expression, context)})`;
}

/** The text of at most one node or string: null, or no less than a string. Undefined for what may be anything else. */
function optionalText(expression: Expr, context: Context): string | undefined {
  const attribute = singleAttribute(expression, context);
  if (attribute) return `R.attributeValue(${attribute.node},${attribute.code})`;
  const type = typeOf(expression, context);
  if (type === 'string' || type === 'untyped' || type === 'node') return textOf(valueIn(expression, context));
  if (type !== 'nodes') return undefined;
  return hoisted(context, (inner) => {
    const text = local(inner);
    const loop = eachItem(
      expression,
      inner,
      'distinct',
      (item) => `if(${text}!==null)R.severalItems();${text}=${textOf(item)};`,
    );
    return `let ${text}=null;${loop}return ${text};`;
  });
}

function argumentsOf(entry: FunctionEntry, given: readonly Expr[], context: Context): string[] {
  const all = given.length === 0 && entry.context ? [CONTEXT] : given;
  const last = entry.parameters.at(-1) ?? 'items';
  return all.map((each, index) => argument(entry.parameters[index] ?? last, each, context));
}

function argument(parameter: Parameter, given: Expr, context: Context): string {
  const type = typeOf(given, context);
  const plain = (): string => valueIn(given, context).js;
  switch (parameter) {
    case 'text': {
      const text = optionalText(given, context);
      if (text !== undefined) return type === 'nodes' ? `(${text}??"")` : text;
      break;
    }
    case 'string':
    case 'string?':
      if (type === 'string' || type === 'untyped') return plain();
      break;
    case 'double':
      if (isNumber(type)) return plain();
      break;
    case 'integer':
      if (type === 'integer') return plain();
      break;
    case 'item?':
    case 'atom?':
      if (type === 'string' || type === 'number' || type === 'boolean') return plain();
      if (type === 'node' && parameter === 'item?') return plain();
      break;
    case 'node':
    case 'node?':
      if (type === 'node') return plain();
      break;
    case 'items':
      return itemsOf(given, context);
  }
  return `R.conversions[${literal(parameter)}](${itemsOf(given, context)})`;
}
