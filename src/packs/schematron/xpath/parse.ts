import type { Binding, Expr } from './ast.js';
import { XPathSyntaxError } from './lexer.js';
import { pathParser } from './parse-path.js';
import { parseSequenceType } from './parse-types.js';
import { describe, readTokens, type TokenReader, variableName } from './token-reader.js';

/** How deep an expression may be. The deepest of the rules of the ANS is under 30; what walks an expression calls itself once or more for each level. */
const MAX_DEPTH = 256;

type Comparison = Extract<Expr, { kind: 'comparison' }>;
const COMPARISONS: ReadonlyMap<string, Pick<Comparison, 'style' | 'operator'>> = new Map([
  ['=', { style: 'general', operator: 'eq' }],
  ['!=', { style: 'general', operator: 'ne' }],
  ['<', { style: 'general', operator: 'lt' }],
  ['<=', { style: 'general', operator: 'le' }],
  ['>', { style: 'general', operator: 'gt' }],
  ['>=', { style: 'general', operator: 'ge' }],
  ['eq', { style: 'value', operator: 'eq' }],
  ['ne', { style: 'value', operator: 'ne' }],
  ['lt', { style: 'value', operator: 'lt' }],
  ['le', { style: 'value', operator: 'le' }],
  ['gt', { style: 'value', operator: 'gt' }],
  ['ge', { style: 'value', operator: 'ge' }],
  ['is', { style: 'node', operator: 'is' }],
  ['<<', { style: 'node', operator: 'before' }],
  ['>>', { style: 'node', operator: 'after' }],
]);

/**
 * An expression of XPath 2.0 (its whole grammar, §A.1, but for the namespace axis and the tests that ask for a schema). Its text may come from anyone: it is
 * read in a time that grows with its length, and to a bounded depth.
 * @throws XPathSyntaxError
 */
export function parseXPath(text: string): Expr {
  const reader = readTokens(text);
  const expression = parser(reader).expression();
  if (reader.peek().kind !== 'end') reader.fail(`unexpected ${describe(reader.peek())}`);
  // An expression is never deeper than its text is long.
  if (text.length > MAX_DEPTH && depthOf(expression) > MAX_DEPTH) throw new XPathSyntaxError('too deep', 0);
  return expression;
}

function parser(reader: TokenReader): { expression(): Expr } {
  let depth = 0;

  const expression = (): Expr => {
    const first = single();
    if (!reader.isSymbol(',')) return first;
    const items = [first];
    while (reader.take(',')) items.push(single());
    return { kind: 'sequence', items };
  };

  const single = (): Expr => {
    if (++depth > MAX_DEPTH) reader.fail('too deep');
    const parsed = parseSingle();
    depth--;
    return parsed;
  };

  const parseSingle = (): Expr => {
    const token = reader.peek();
    if (token.kind === 'name') {
      if (token.text === 'for' && reader.isSymbol('$', 1)) {
        reader.next();
        const found = bindings();
        reader.expectName('return');
        return { kind: 'for', bindings: found, result: single() };
      }
      if ((token.text === 'some' || token.text === 'every') && reader.isSymbol('$', 1)) {
        reader.next();
        const found = bindings();
        reader.expectName('satisfies');
        return { kind: 'quantified', quantifier: token.text, bindings: found, satisfies: single() };
      }
      if (token.text === 'if' && reader.isSymbol('(', 1)) return conditional();
    }
    return or();
  };

  const bindings = (): Binding[] => {
    const found: Binding[] = [];
    do {
      reader.expect('$');
      const name = variableName(reader);
      reader.expectName('in');
      found.push({ name, in: single() });
    } while (reader.take(','));
    return found;
  };

  const conditional = (): Expr => {
    reader.next();
    reader.expect('(');
    const test = expression();
    reader.expect(')');
    reader.expectName('then');
    const then = single();
    reader.expectName('else');
    return { kind: 'if', test, then, otherwise: single() };
  };

  const logical = (kind: 'or' | 'and', operand: () => Expr): Expr => {
    const first = operand();
    if (!reader.isName(kind)) return first;
    const operands = [first];
    while (reader.takeName(kind)) operands.push(operand());
    return { kind, operands };
  };
  const or = (): Expr => logical('or', and);
  const and = (): Expr => logical('and', comparison);

  const comparison = (): Expr => {
    const left = range();
    const token = reader.peek();
    const found = token.kind === 'name' || token.kind === 'symbol' ? COMPARISONS.get(token.text) : undefined;
    if (found === undefined) return left;
    reader.next();
    return { kind: 'comparison', ...found, left, right: range() };
  };

  const range = (): Expr => {
    const from = additive();
    return reader.takeName('to') ? { kind: 'range', from, to: additive() } : from;
  };

  const additive = (): Expr => {
    let left = multiplicative();
    for (;;) {
      const operator = reader.take('+') ? '+' : reader.take('-') ? '-' : undefined;
      if (operator === undefined) return left;
      left = { kind: 'arithmetic', operator, left, right: multiplicative() };
    }
  };

  const multiplicative = (): Expr => {
    let left = union();
    for (;;) {
      const operator = reader.take('*') ? '*' : (['div', 'idiv', 'mod'] as const).find((name) => reader.takeName(name));
      if (operator === undefined) return left;
      left = { kind: 'arithmetic', operator, left, right: union() };
    }
  };

  const union = (): Expr => {
    let left = intersection();
    while (reader.take('|') || reader.takeName('union')) left = { kind: 'union', left, right: intersection() };
    return left;
  };

  const intersection = (): Expr => {
    let left = typed();
    for (;;) {
      const kind = (['intersect', 'except'] as const).find((name) => reader.takeName(name));
      if (kind === undefined) return left;
      left = { kind, left, right: typed() };
    }
  };

  /** `cast as`, `castable as`, `treat as`, `instance of`, each at most once and in this order. */
  const typed = (): Expr => {
    let operand = unary();
    for (const kind of ['cast', 'castable'] as const) {
      if (!reader.isName(kind) || !reader.isName('as', 1)) continue;
      reader.next();
      reader.next();
      operand = { kind, operand, type: reader.qualifiedName(), optional: reader.take('?') };
    }
    for (const [kind, second] of [
      ['treat', 'as'],
      ['instance', 'of'],
    ] as const) {
      if (!reader.isName(kind) || !reader.isName(second, 1)) continue;
      reader.next();
      reader.next();
      operand = { kind, operand, type: parseSequenceType(reader) };
    }
    return operand;
  };

  const unary = (): Expr => {
    let negative: boolean | undefined;
    for (;;) {
      if (reader.take('-')) negative = !(negative ?? false);
      else if (reader.take('+')) negative ??= false;
      else break;
    }
    const operand = path();
    return negative === undefined ? operand : { kind: 'sign', negative, operand };
  };

  const path = pathParser(reader, { expression, single });
  return { expression };
}

/** The longest chain of values inside values, found without calling itself. */
function depthOf(expression: Expr): number {
  let deepest = 0;
  const pending: { readonly value: object; readonly depth: number }[] = [{ value: expression, depth: 1 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    const level = 'kind' in value ? depth + 1 : depth;
    deepest = Math.max(deepest, level);
    for (const part of Object.values(value)) {
      if (typeof part === 'object' && part !== null) pending.push({ value: part, depth: level });
    }
  }
  return deepest;
}
