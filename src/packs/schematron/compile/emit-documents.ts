import type { Expr, Step } from '../xpath/ast.js';
import { literal } from './emit-code.js';
import { textOf } from './emit-compare.js';
import { builtinName, type Context, focused, hoisted, local, mentions } from './emit-context.js';
import { eachOfPath, type Path } from './emit-path.js';
import { isPositional } from './emit-predicates.js';
import { isText, typeOf } from './emit-types.js';
import { boxed, eachItem, itemsOf } from './emit-value.js';

type Call = Extract<Expr, { kind: 'call' }>;

const NOTHING: Expr = { kind: 'sequence', items: [] };

/** `doc()`, and `document()` of XSLT with one argument. */
export function isDocumentCall(call: Expr, context: Context): boolean {
  if (call.kind !== 'call' || call.args.length !== 1) return false;
  const name = builtinName(context, call.name, 'fn');
  return name === 'doc' || name === 'document';
}

/** The document nodes of a call, an array. */
export function documentsOf(call: Call, context: Context): string {
  const [reference = NOTHING] = call.args;
  const text = constantText(reference, context);
  if (text !== undefined) return `[R.document(${literal(text)})]`;
  return `R.documents(${itemsOf(reference, context)},${isSeveral(call, context)})`;
}

/** The texts that a function finds in the documents of a call. It is told by its name too, by which they are kept between processes. */
function setOf(call: Call, texts: string, context: Context): string {
  const [reference = NOTHING] = call.args;
  const text = constantText(reference, context);
  if (text !== undefined) return `R.setOf(${literal(text)},${texts},${literal(texts)})`;
  return `R.setIn(${itemsOf(reference, context)},${isSeveral(call, context)},${texts},${literal(texts)})`;
}

function isSeveral(call: Call, context: Context): boolean {
  return builtinName(context, call.name, 'fn') === 'document';
}

/** Text that is known when the rules are compiled. */
function constantText(expression: Expr, context: Context): string | undefined {
  if (expression.kind === 'string') return expression.value;
  if (expression.kind === 'variable') return context.variables.get(expression.name)?.literal;
  if (expression.kind !== 'call' || builtinName(context, expression.name, 'fn') !== 'concat') return undefined;
  const parts = expression.args.map((each) => constantText(each, context));
  return parts.every((each) => each !== undefined) ? parts.join('') : undefined;
}

/** References of the files that an expression reads; undefined among them for one that is computed. */
export function referencesOf(expression: Expr, context: Context): (string | undefined)[] {
  const references: (string | undefined)[] = [];
  mentions(expression, (part) => {
    if (part.kind === 'call' && part.args[0] && isDocumentCall(part, context))
      references.push(constantText(part.args[0], context));
    return false;
  });
  return references;
}

/** The steps below a document, where the path begins with one and has more. */
function belowDocument(expression: Expr, context: Context): { call: Call; below: Path } | undefined {
  if (expression.kind !== 'path' || expression.from !== 'context' || expression.steps.length < 2) return undefined;
  const [first, ...steps] = expression.steps;
  const call = first?.kind === 'expression' ? first.expression : undefined;
  if (call?.kind !== 'call' || !isDocumentCall(call, context)) return undefined;
  return { call, below: { kind: 'path', from: 'context', steps } };
}

/** Whether what is below a document depends on nothing else: then it is evaluated once for the document. */
export function isConstantPath(expression: Expr, context: Context): boolean {
  const found = belowDocument(expression, context);
  return found !== undefined && !dependsOnMore(found.below, context);
}

function dependsOnMore(expression: Expr, context: Context): boolean {
  return mentions(expression, (part) => {
    if (part.kind === 'variable') return context.variables.get(part.name)?.literal === undefined;
    return part.kind === 'call' && (part.name.local === 'current' || isDocumentCall(part, context));
  });
}

/** The items of a constant path, made once for each document. */
export function itemsOfConstantPath(expression: Expr, context: Context): string {
  const found = belowDocument(expression, context);
  if (!found) throw new Error('not a path below a document');
  const items = ofDocument(context, (inner) => {
    const all = local(inner);
    const loop = eachOfPath(found.below, inner, 'order', (item) => `${all}.push(${boxed(item)});`);
    return `const ${all}=[];${loop}return ${all};`;
  });
  return `R.itemsIn(${documentsOf(found.call, context)},${items})`;
}

/** A function of a document: it takes nothing else, so that what it gives may be kept. */
function ofDocument(context: Context, body: (inner: Context) => string): string {
  const call = hoisted(focused(context, { js: 'n', type: 'node' }), body);
  return call.slice(0, call.indexOf('('));
}

/** Sets of texts that together hold what an expression of constant paths and literals gives; undefined for other expressions. */
export function constantSets(expression: Expr, context: Context): readonly string[] | undefined {
  if (expression.kind === 'sequence') {
    if (expression.items.length === 0) return undefined;
    const literals: string[] = [];
    const sets: string[] = [];
    for (const item of expression.items) {
      if (item.kind === 'string') literals.push(literal(item.value));
      else {
        const found = constantSets(item, context);
        if (!found) return undefined;
        sets.push(...found);
      }
    }
    if (literals.length > 0) sets.push(context.code.constant(`new Set([${literals.join(',')}])`));
    return sets;
  }
  if (!isConstantPath(expression, context)) return undefined;
  const found = belowDocument(expression, context);
  const last = found?.below.steps.at(-1);
  const inDocument = focused(context, { js: 'n', type: 'node' });
  if (!found || (last?.kind === 'expression' && !isText(typeOf(last.expression, inDocument)))) return undefined;
  const texts = ofDocument(context, (inner) => {
    const all = local(inner);
    const loop = eachOfPath(found.below, inner, 'any', (item) => `${all}.add(${textOf(item)});`);
    return `const ${all}=new Set();${loop}return ${all};`;
  });
  return [setOf(found.call, texts, context)];
}

interface Key {
  /** Within the document. */
  readonly of: Expr;
  /** What it is compared with, outside of it. */
  readonly sought: Expr;
}

/**
 * Whether some node below a document has what is sought: `doc(…)//Concept[@code=$a and @codeSystem=$b]`. The values of the document are kept in a set, all
 * keys of a node together. Undefined for other expressions.
 */
export function lookup(expression: Expr, context: Context): string | undefined {
  const found = belowDocument(expression, context);
  if (!found) return undefined;
  const steps = withLastPredicates(found.below.steps);
  const last = steps.at(-1);
  if (last?.kind !== 'axis') return undefined;
  const inside = focused(context, { js: 'n', type: 'node' });
  if (last.predicates.some((each) => isPositional(each, inside))) return undefined;
  const conditions = last.predicates.flatMap((each) => (each.kind === 'and' ? each.operands : [each]));
  const keys: Key[] = [];
  const kept: Expr[] = [];
  for (const condition of conditions) {
    const key = keyOf(condition, inside);
    if (key) keys.push(key);
    else kept.push(condition);
  }
  const below: Path = { kind: 'path', from: 'context', steps: [...steps.slice(0, -1), { ...last, predicates: kept }] };
  if (keys.length === 0 || dependsOnMore(below, context)) return undefined;
  const set = ofDocument(context, (inner) => {
    const all = local(inner);
    const loop = eachOfPath(below, inner, 'any', (item) =>
      eachKey(keys, 'of', focused(inner, item), (key) => `${all}.add(${key});`),
    );
    return `const ${all}=new Set();${loop}return ${all};`;
  });
  return hoisted(context, (inner) => {
    const name = local(inner);
    const loop = eachKey(keys, 'sought', inner, (key) => `if(${name}.has(${key}))return true;`);
    return `const ${name}=${setOf(found.call, set, inner)};${loop}return false;`;
  });
}

/** Loops over the texts of all keys, joined by what no document of XML has. */
function eachKey(keys: readonly Key[], side: 'of' | 'sought', context: Context, body: (key: string) => string): string {
  const nest = (index: number, texts: readonly string[]): string => {
    const key = keys[index];
    if (!key) return body(texts.join('+"\\u0000"+'));
    return eachItem(key[side], context, 'any', (item) => nest(index + 1, [...texts, textOf(item)]));
  };
  return nest(0, []);
}

/** `a[b/c[…]]` has a node exactly when `a/b/c[…]` has one: the last predicates that are paths become steps. */
function withLastPredicates(steps: readonly Step[]): readonly Step[] {
  const last = steps.at(-1);
  const predicate = last?.kind === 'axis' ? last.predicates.at(-1) : undefined;
  if (last?.kind !== 'axis' || predicate?.kind !== 'path' || predicate.from !== 'context') return steps;
  if (predicate.steps.some((step) => step.kind !== 'axis') || predicate.steps.length === 0) return steps;
  return withLastPredicates([
    ...steps.slice(0, -1),
    { ...last, predicates: last.predicates.slice(0, -1) },
    ...predicate.steps,
  ]);
}

function keyOf(condition: Expr, context: Context): Key | undefined {
  if (condition.kind !== 'comparison' || condition.style !== 'general' || condition.operator !== 'eq') return undefined;
  for (const { of, sought } of [
    { of: condition.left, sought: condition.right },
    { of: condition.right, sought: condition.left },
  ]) {
    const isOfNode = isText(typeOf(of, context)) && !dependsOnMore(of, context);
    if (isOfNode && isIndependent(sought, context) && isText(typeOf(sought, context))) return { of, sought };
  }
  return undefined;
}

/** Whether an expression reads variables and literals alone. */
function isIndependent(expression: Expr, context: Context): boolean {
  if (expression.kind === 'string' || expression.kind === 'variable') return true;
  if (expression.kind !== 'call' || isDocumentCall(expression, context) || expression.args.length === 0) return false;
  return (
    ['string', 'concat', 'normalize-space'].includes(expression.name.local) &&
    expression.args.every((each) => isIndependent(each, context))
  );
}
