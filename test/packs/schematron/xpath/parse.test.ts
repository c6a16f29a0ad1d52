import { describe, expect, it } from 'vitest';
import { XPathSyntaxError } from '../../../../src/packs/schematron/xpath/lexer.js';
import { parseXPath } from '../../../../src/packs/schematron/xpath/parse.js';

const child = (local: string | undefined, prefix: string | null = '', predicates: unknown[] = []) => ({
  kind: 'axis',
  axis: 'child',
  test: { kind: 'name', prefix: prefix ?? undefined, local },
  predicates,
});
const path = (...steps: unknown[]) => ({ kind: 'path', from: 'context', steps });
const number = (value: number, type = 'integer') => ({ kind: 'number', type, value });
const descendants = { kind: 'axis', axis: 'descendant-or-self', test: { kind: 'node' }, predicates: [] };
const self = { kind: 'axis', axis: 'self', test: { kind: 'node' }, predicates: [] };
const type = (local: string) => ({ prefix: 'xs', local });

function errorOf(text: string): XPathSyntaxError {
  try {
    parseXPath(text);
  } catch (error) {
    if (error instanceof XPathSyntaxError) return error;
    throw error;
  }
  throw new Error(`${text} was parsed`);
}

describe('parseXPath', () => {
  it.each<[string, unknown]>([
    ["'it''s'", { kind: 'string', value: "it's" }],
    ['"a""b\'"', { kind: 'string', value: 'a"b\'' }],
    ['12', number(12)],
    ['1.50', number(1.5, 'decimal')],
    ['.5', number(0.5, 'decimal')],
    ['5.', number(5, 'decimal')],
    ['1e3', number(1000, 'double')],
    ['$x', { kind: 'variable', name: 'x', offset: 0 }],
    [' $ p:x', { kind: 'variable', name: 'p:x', offset: 1 }],
    ['.', { kind: 'context' }],
    ['()', { kind: 'sequence', items: [] }],
    ['(1, 2)', { kind: 'sequence', items: [number(1), number(2)] }],
    ['((1))', number(1)],
    ['(: a (: nested :) :) 1 (::)', number(1)],
    ['f()', { kind: 'call', name: { prefix: '', local: 'f' }, args: [], offset: 0 }],
    [
      'p:f(1, .)',
      { kind: 'call', name: { prefix: 'p', local: 'f' }, args: [number(1), { kind: 'context' }], offset: 0 },
    ],
  ])('reads the primary expression %s', (text, expected) => {
    expect(parseXPath(text)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['a', path(child('a'))],
    ['p:a/b', path(child('a', 'p'), child('b'))],
    ['*', path(child(undefined, null))],
    ['*:a', path(child('a', null))],
    ['p:*', path(child(undefined, 'p'))],
    ['/', { kind: 'path', from: 'root', steps: [] }],
    ['/a', { kind: 'path', from: 'root', steps: [child('a')] }],
    ['//a', { kind: 'path', from: 'root', steps: [descendants, child('a')] }],
    ['a//b', path(child('a'), descendants, child('b'))],
    ['.//a', path(descendants, child('a'))],
    ['./a/./b', path(child('a'), child('b'))],
    ['a/.', path(child('a'), self)],
    ['..', path({ kind: 'axis', axis: 'parent', test: { kind: 'node' }, predicates: [] })],
    ['@a', path({ kind: 'axis', axis: 'attribute', test: { kind: 'name', prefix: '', local: 'a' }, predicates: [] })],
    ['@*', path({ ...child(undefined, null), axis: 'attribute' })],
    ['preceding-sibling::p:a', path({ ...child('a', 'p'), axis: 'preceding-sibling' })],
    ['self :: a', path({ ...child('a'), axis: 'self' })],
    ['a[1][b]', path(child('a', '', [number(1), path(child('b'))]))],
    ['(a)[1]', { kind: 'filter', base: path(child('a')), predicates: [number(1)] }],
    ['.[a]', { kind: 'filter', base: { kind: 'context' }, predicates: [path(child('a'))] }],
    ['a/.[b]', path(child('a'), { ...self, predicates: [path(child('b'))] })],
    ['a/(b | c)', path(child('a'), { kind: 'expression', expression: parseXPath('b | c') })],
    ['a/f()', path(child('a'), { kind: 'expression', expression: { ...(parseXPath('f()') as object), offset: 2 } })],
    ['text()', path({ ...child(''), test: { kind: 'text' } })],
    ['comment()', path({ ...child(''), test: { kind: 'comment' } })],
    ['processing-instruction()', path({ ...child(''), test: { kind: 'instruction', target: undefined } })],
    ["processing-instruction('x')", path({ ...child(''), test: { kind: 'instruction', target: 'x' } })],
    ['element(*)', path({ ...child(''), test: { kind: 'element', name: undefined } })],
    ['element(p:a)', path({ ...child(''), test: { kind: 'element', name: { prefix: 'p', local: 'a' } } })],
    ['attribute()', path({ ...child(''), axis: 'attribute', test: { kind: 'attribute', name: undefined } })],
    ['document-node()', path({ ...child(''), test: { kind: 'document' } })],
  ])('reads the path %s', (text, expected) => {
    expect(parseXPath(text)).toEqual(expected);
  });

  it.each([
    ['1 + 2 * 3', '1 + (2 * 3)'],
    ['1 - 2 - 3', '(1 - 2) - 3'],
    ['6 div 3 idiv 2 mod 1', '((6 div 3) idiv 2) mod 1'],
    ['- - 1', '+1'],
    ['-1 * 2', '(-1) * 2'],
    ['a or b and c', 'a or (b and c)'],
    ['a = 1 and b != 2', '(a = 1) and (b != 2)'],
    ['1 to 2 + 3', '1 to (2 + 3)'],
    ['a = 1 to 3', 'a = (1 to 3)'],
    ['a | b intersect c', 'a | (b intersect c)'],
    ['a union b except c', 'a | (b except c)'],
    ['a castable as xs:date = b', '(a castable as xs:date) = b'],
    ['a cast as xs:integer? instance of xs:integer', '(a cast as xs:integer?) instance of xs:integer'],
    ['if (a) then b else c or d', 'if (a) then b else (c or d)'],
    ['for $x in a return $x, 2', '(for $x in a return $x), 2'],
    ['a is b', '(a) is (b)'],
    ['a<b', 'a < b'],
  ])('groups %s as %s', (one, other) => {
    const withoutPlaces = (text: string) =>
      JSON.stringify(parseXPath(text), (key, value) => (key === 'offset' ? 0 : value));
    expect(withoutPlaces(one)).toBe(withoutPlaces(other));
  });

  it('tells names from operators and keywords by where they stand', () => {
    expect(parseXPath('* * *')).toMatchObject({ kind: 'arithmetic', operator: '*' });
    expect(parseXPath('and and or or div')).toMatchObject({
      kind: 'or',
      operands: [{ kind: 'and', operands: [path(child('and')), path(child('or'))] }, path(child('div'))],
    });
    expect(parseXPath('for/some/if/return')).toEqual(path(child('for'), child('some'), child('if'), child('return')));
    expect(parseXPath('a-b')).toEqual(path(child('a-b')));
    expect(parseXPath('a -b')).toMatchObject({ kind: 'arithmetic', operator: '-' });
    expect(parseXPath('a mod(b)')).toMatchObject({ kind: 'arithmetic', operator: 'mod' });
    expect(parseXPath('item[cast = castable]')).toMatchObject({ kind: 'path' });
  });

  it('reads bindings, conditions and types', () => {
    expect(parseXPath('some $x in a, $y in b satisfies $x = $y')).toMatchObject({
      kind: 'quantified',
      quantifier: 'some',
      bindings: [
        { name: 'x', in: path(child('a')) },
        { name: 'y', in: path(child('b')) },
      ],
    });
    expect(parseXPath('every $x in a satisfies 1')).toMatchObject({ kind: 'quantified', quantifier: 'every' });
    expect(parseXPath('for $x in a, $y in b return 1')).toMatchObject({
      kind: 'for',
      bindings: [{ name: 'x' }, { name: 'y' }],
    });
    expect(parseXPath('if (1) then 2 else 3')).toMatchObject({ kind: 'if', test: number(1), otherwise: number(3) });
    expect(parseXPath('. castable as xs:date?')).toEqual({
      kind: 'castable',
      operand: { kind: 'context' },
      type: type('date'),
      optional: true,
    });
    for (const [text, item, occurrence] of [
      ['xs:string', { kind: 'atomic', type: type('string') }, 'one'],
      ['item()*', { kind: 'item' }, 'any'],
      ['element()+', { kind: 'element', name: undefined }, 'some'],
      ['node()?', { kind: 'node' }, 'optional'],
      ['empty-sequence()', { kind: 'empty' }, 'any'],
    ] as const) {
      expect(parseXPath(`. instance of ${text}`)).toEqual({
        kind: 'instance',
        operand: { kind: 'context' },
        type: { item, occurrence },
      });
      expect(parseXPath(`. treat as ${text}`)).toMatchObject({ kind: 'treat', type: { occurrence } });
    }
  });

  it.each([
    ['eq', 'value'],
    ['ne', 'value'],
    ['lt', 'value'],
    ['le', 'value'],
    ['gt', 'value'],
    ['ge', 'value'],
    ['is', 'node'],
  ])('reads the comparison %s', (operator, style) => {
    expect(parseXPath(`a ${operator} b`)).toMatchObject({ kind: 'comparison', style, operator });
  });

  it.each([
    ['=', 'general', 'eq'],
    ['!=', 'general', 'ne'],
    ['<', 'general', 'lt'],
    ['<=', 'general', 'le'],
    ['>', 'general', 'gt'],
    ['>=', 'general', 'ge'],
    ['<<', 'node', 'before'],
    ['>>', 'node', 'after'],
  ])('reads the comparison %s', (text, style, operator) => {
    expect(parseXPath(`a${text}b`)).toMatchObject({ kind: 'comparison', style, operator });
  });

  it.each<[string, number, string]>([
    ['', 0, 'the end'],
    ['a b', 2, 'unexpected b'],
    ['a[1]]', 4, 'unexpected ]'],
    ['count(a', 7, ') expected'],
    ['a = b = c', 6, 'unexpected ='],
    ["'a", 0, 'not closed'],
    ['a (: b', 2, 'not closed'],
    ['10div 2', 2, 'blank'],
    ['a # b', 2, 'unexpected character #'],
    ['$*', 1, 'a name expected'],
    ['$p:*', 1, 'a name expected'],
    ['namespace::a', 0, 'no axis namespace'],
    ['if (a) then b', 13, 'else expected'],
    ['for $x of a', 7, 'in expected'],
    ['a/', 2, 'a step expected'],
    ['schema-element(a)', 0, 'not supported'],
    ['element(a, xs:date)', 0, 'not supported'],
    ['document-node(element())', 0, 'not supported'],
    ['processing-instruction(1)', 0, 'not supported'],
    ['1234567890123456', 0, '15 digits'],
  ])('refuses %s at %i', (text, offset, message) => {
    expect(errorOf(text)).toMatchObject({ offset, message: expect.stringContaining(message) });
  });

  it.each([
    ['parentheses', `${'('.repeat(100_000)}1${')'.repeat(100_000)}`],
    ['open parentheses', '('.repeat(100_000)],
    ['predicates', 'a[a'.repeat(100_000)],
    ['a chain of operators', `1${'+1'.repeat(100_000)}`],
    ['conditions', `${'if (1) then 1 else '.repeat(100_000)}1`],
    ['comments', '(:'.repeat(100_000)],
  ])('gives an error, not an overflow, for 100,000 %s', (_, text) => {
    expect(() => parseXPath(text)).toThrow(XPathSyntaxError);
  });

  it('reads long expressions that are not deep', () => {
    expect(parseXPath(`a${'/a'.repeat(20_000)}`)).toMatchObject({ kind: 'path' });
    expect(parseXPath(`${'-'.repeat(20_001)}1`)).toMatchObject({ kind: 'sign', negative: true });
    expect(parseXPath(`a${' or a'.repeat(20_000)}`)).toMatchObject({ kind: 'or' });
  });
});
