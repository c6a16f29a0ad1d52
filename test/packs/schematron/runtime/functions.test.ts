import { describe, expect, it } from 'vitest';
import { parseXmlText } from '../../../../src/artifacts/xml/parse.js';
import { CONVERSIONS } from '../../../../src/packs/schematron/runtime/arguments.js';
import { castItem } from '../../../../src/packs/schematron/runtime/cast.js';
import { FUNCTIONS } from '../../../../src/packs/schematron/runtime/functions.js';
import {
  type Atomic,
  DynamicError,
  type Item,
  integer,
  isNode,
  type Sequence,
  stringOf,
  typeOf,
  untyped,
} from '../../../../src/packs/schematron/runtime/items.js';
import { castQName } from '../../../../src/packs/schematron/runtime/node-functions.js';
import { buildDocumentTree } from '../../../../src/packs/schematron/tree/build.js';
import { KIND, type TreeNode } from '../../../../src/packs/schematron/tree/node.js';

const tree = buildDocumentTree(
  parseXmlText(
    '<r xmlns:p="urn:p" n="5" s="abc" x="p:foo" p:y="zz:foo"><a v="1">x</a><a v="2">y</a><c><!--com--><?pi data?>t</c><c><?no?>t</c></r>',
  ),
);
const root = tree.elements[0] as TreeNode;
const [, a1, a2, c1, c2] = tree.elements as [TreeNode, TreeNode, TreeNode, TreeNode, TreeNode];
const attribute = (local: string): TreeNode => {
  let each = root.firstAttribute;
  while (each && each.localName !== local) each = each.next;
  return each as TreeNode;
};
const [n, s, x, y] = ['n', 's', 'x', 'y'].map(attribute) as [TreeNode, TreeNode, TreeNode, TreeNode];
const comment = c1.first as TreeNode;
const decimal = (text: string): Item => castItem('decimal', text);
const date = (text: string): Item => castItem('date', text);
const uri = (value: string): Atomic => ({ type: 'anyURI', value });
const I = integer;

/** As the generic path of generated code calls a function; each argument is a sequence. */
function call(name: string, ...args: (Item | Sequence)[]): string {
  const entry = FUNCTIONS.get(name);
  if (entry === undefined) throw new Error(`no ${name}`);
  const { parameters, result, run } = entry;
  const converted = args.map((arg, rank) => {
    const parameter = parameters[Math.min(rank, parameters.length - 1)];
    return parameter && CONVERSIONS[parameter](Array.isArray(arg) ? arg : [arg]);
  });
  const value = run(...converted);
  const items: Item[] =
    result === 'items'
      ? value
      : result === 'item?'
        ? value === undefined
          ? []
          : [value]
        : [result === 'integer' ? I(value) : value];
  return items.map((item) => (isNode(item) ? `node:${stringOf(item)}` : `${typeOf(item)}:${stringOf(item)}`)).join(' ');
}

function outcome(name: string, ...args: (Item | Sequence)[]): string {
  try {
    return call(name, ...args);
  } catch (error) {
    if (error instanceof DynamicError) return error.code;
    throw error;
  }
}

/** What the reference engine gives. */
const CASES: readonly (readonly [name: string, args: readonly (Item | Sequence)[], expected: string])[] = [
  ['true', [], 'boolean:true'],
  ['false', [], 'boolean:false'],
  ['not', [[]], 'boolean:true'],
  ['not', [root], 'boolean:false'],
  ['boolean', [[a1, I(1)]], 'boolean:true'],
  ['boolean', [[I(1), a1]], 'FORG0006'],
  ['boolean', [''], 'boolean:false'],
  ['boolean', [Number.NaN], 'boolean:false'],
  ['boolean', [I(0)], 'boolean:false'],
  ['boolean', [decimal('0.1')], 'boolean:true'],
  ['boolean', [uri('')], 'boolean:false'],
  ['boolean', [untyped('0')], 'boolean:true'],
  ['boolean', [date('2020-01-01')], 'FORG0006'],
  ['string', [[]], 'string:'],
  ['string', [1e21], 'string:1.0E21'],
  ['string', [[I(1), I(2)]], 'XPTY0004'],
  ['string', [c1], 'string:t'],
  ['string-length', ['a😀'], 'integer:2'],
  ['string-length', [[]], 'integer:0'],
  ['string-length', [I(1)], 'XPTY0004'],
  ['string-length', [[a1, a2]], 'XPTY0004'],
  ['normalize-space', [' a \n b\t'], 'string:a b'],
  ['normalize-space', ['a b'], 'string:a b'],
  ['normalize-space', ['a '], 'string:a'],
  ['normalize-space', ['\u00a0a\u00a0'], 'string:\u00a0a\u00a0'],
  ['number', ['1e3'], 'double:1000'],
  ['number', [' 12 '], 'double:12'],
  ['number', ['+INF'], 'double:INF'],
  ['number', ['1x'], 'double:NaN'],
  ['number', [[]], 'double:NaN'],
  ['number', [true], 'double:1'],
  ['number', [n], 'double:5'],
  ['number', [decimal('1.5')], 'double:1.5'],
  ['number', [date('2020-01-01')], 'double:NaN'],
  ['substring', ['motor car', I(6)], 'string: car'],
  ['substring', ['12345', 1.5, 2.6], 'string:234'],
  ['substring', ['12345', 0, 3], 'string:12'],
  ['substring', ['12345', Number.NaN, 3], 'string:'],
  ['substring', ['12345', 1, Number.NaN], 'string:'],
  ['substring', ['12345', -42, Number.POSITIVE_INFINITY], 'string:12345'],
  ['substring', ['12345', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], 'string:'],
  ['substring', ['12345', 2.5], 'string:345'],
  ['substring', ['a😀b', 2, 1], 'string:😀'],
  ['substring', ['12345', '1'], 'XPTY0004'],
  ['substring', ['12345', []], 'XPTY0004'],
  ['substring', ['12345', s], 'FORG0001'],
  ['concat', ['a', I(1), decimal('2.50')], 'string:a12.5'],
  ['concat', [1e7, true, []], 'string:1.0E7true'],
  ['concat', ['a', [a1, a2]], 'XPTY0004'],
  ['string-join', [[a1, 'b'], '-'], 'string:x-b'],
  ['string-join', [[], '-'], 'string:'],
  ['string-join', [['a', 'b'], []], 'XPTY0004'],
  ['contains', ['abc', 'b'], 'boolean:true'],
  ['contains', ['', []], 'boolean:true'],
  ['contains', [I(1), 'b'], 'XPTY0004'],
  ['starts-with', [['a', 'b'], 'a'], 'XPTY0004'],
  ['starts-with', [uri('abc'), 'a'], 'boolean:true'],
  ['ends-with', [s, 'bc'], 'boolean:true'],
  ['substring-before', ['a-b', '-'], 'string:a'],
  ['substring-before', ['ab', '-'], 'string:'],
  ['substring-after', ['a-b', '-'], 'string:b'],
  ['substring-after', ['abc', ''], 'string:abc'],
  ['substring-after', ['ab', '-'], 'string:'],
  ['translate', ['--aaa--', 'abc-', 'ABC'], 'string:AAA'],
  ['translate', ['bar', 'aba', 'xyz'], 'string:yxr'],
  ['translate', ['a', [], 'b'], 'XPTY0004'],
  ['upper-case', ['straße'], 'string:STRASSE'],
  ['lower-case', ['ÀÉ'], 'string:àé'],
  ['compare', ['a', 'b'], 'integer:-1'],
  ['compare', ['\uffee', '😀'], 'integer:-1'],
  ['compare', ['ab', 'a'], 'integer:1'],
  ['compare', [[], 'a'], ''],
  [
    'iri-to-uri',
    ['http://x/é a?b=<c>#%20\\|^`{}"[]'],
    'string:http://x/%C3%A9%20a?b=%3Cc%3E#%20%5C%7C%5E%60%7B%7D%22[]',
  ],
  ['encode-for-uri', ['a b/é~_-.!*'], 'string:a%20b%2F%C3%A9~_-.%21%2A'],
  ['escape-html-uri', ['a bé<'], 'string:a b%C3%A9<'],
  ['codepoints-to-string', [[I(97), I(128512)]], 'string:a😀'],
  ['codepoints-to-string', [I(0)], 'FOCH0001'],
  ['codepoints-to-string', ['a'], 'XPTY0004'],
  ['string-to-codepoints', ['a😀'], 'integer:97 integer:128512'],
  ['matches', [[], 'a'], 'boolean:false'],
  ['matches', ['A', 'a', 'i'], 'boolean:true'],
  ['matches', ['a', []], 'XPTY0004'],
  ['replace', ['banana', 'a', 'o'], 'string:bonono'],
  ['tokenize', ['a,b', ','], 'string:a string:b'],
  ['count', [[a1, a2]], 'integer:2'],
  ['empty', [[]], 'boolean:true'],
  ['exists', [[]], 'boolean:false'],
  ['data', [n], 'untypedAtomic:5'],
  ['data', [comment], 'string:com'],
  [
    'distinct-values',
    [[I(1), 1, decimal('1.0'), '1', n, untyped('5'), Number.NaN, Number.NaN, true]],
    'integer:1 string:1 untypedAtomic:5 double:NaN boolean:true',
  ],
  ['distinct-values', [[]], ''],
  ['index-of', [[I(1), '1', 1, I(2)], I(1)], 'integer:1 integer:3'],
  ['index-of', [Number.NaN, Number.NaN], ''],
  ['index-of', [I(1), []], 'XPTY0004'],
  ['reverse', [[I(1), I(2)]], 'integer:2 integer:1'],
  ['subsequence', [[I(1), I(2), I(3)], 2], 'integer:2 integer:3'],
  ['subsequence', [[I(1), I(2), I(3)], 0, 2], 'integer:1'],
  ['insert-before', [[I(1), I(2)], I(2), 'x'], 'integer:1 string:x integer:2'],
  ['insert-before', [[I(1), I(2)], I(0), 'x'], 'string:x integer:1 integer:2'],
  ['insert-before', [I(1), 1, 'x'], 'XPTY0004'],
  ['remove', [[I(1), I(2)], I(1)], 'integer:2'],
  ['remove', [[I(1), I(2)], n], 'integer:1 integer:2'],
  ['remove', [[I(1), I(2)], s], 'FORG0001'],
  ['zero-or-one', [[I(1), I(2)]], 'FORG0003'],
  ['zero-or-one', [[]], ''],
  ['one-or-more', [[]], 'FORG0004'],
  ['one-or-more', [I(1)], 'integer:1'],
  ['exactly-one', [[]], 'FORG0005'],
  ['exactly-one', [I(1)], 'integer:1'],
  ['unordered', [I(1)], 'integer:1'],
  [
    'deep-equal',
    [
      [I(1), Number.NaN],
      [1, Number.NaN],
    ],
    'boolean:true',
  ],
  ['deep-equal', ['1', I(1)], 'boolean:false'],
  ['deep-equal', [c1, c2], 'boolean:true'],
  ['deep-equal', [a1, a2], 'boolean:false'],
  ['deep-equal', [a1, a1], 'boolean:true'],
  ['deep-equal', [n, '5'], 'boolean:false'],
  ['deep-equal', [[], I(1)], 'boolean:false'],
  ['sum', [[I(1), decimal('2.5')]], 'decimal:3.5'],
  ['sum', [[n, I(1)]], 'double:6'],
  ['sum', [[]], 'integer:0'],
  ['sum', [[], 'z'], 'string:z'],
  ['sum', [[], []], ''],
  ['sum', ['1'], 'FORG0006'],
  ['sum', [s], 'FORG0001'],
  ['avg', [[I(1), I(2)]], 'decimal:1.5'],
  ['avg', [[]], ''],
  ['max', [[I(1), decimal('2.5')]], 'decimal:2.5'],
  ['max', [[I(3), 2]], 'double:3'],
  ['max', [[I(1), Number.NaN, I(3)]], 'double:NaN'],
  ['max', [['a', 'b']], 'string:b'],
  ['max', [[I(1), 'a']], 'FORG0006'],
  ['max', [s], 'FORG0001'],
  ['max', [[]], ''],
  ['min', [[date('2020-01-01'), date('2019-01-01')]], 'date:2019-01-01'],
  ['min', [['b', uri('a')]], 'anyURI:a'],
  ['min', [[untyped('3'), I(2)]], 'double:2'],
  ['min', [castQName('a', {})], 'FORG0006'],
  ['abs', [decimal('-2.5')], 'decimal:2.5'],
  ['abs', [-0.5], 'double:0.5'],
  ['abs', [castItem('float', '-1.5')], 'float:1.5'],
  ['abs', [[]], ''],
  ['abs', ['a'], 'XPTY0004'],
  ['floor', [decimal('-2.5')], 'decimal:-3'],
  ['floor', [n], 'double:5'],
  ['ceiling', [decimal('-2.5')], 'decimal:-2'],
  ['ceiling', [-0.5], 'double:-0'],
  ['round', [decimal('-2.5')], 'decimal:-2'],
  ['round', [2.5], 'double:3'],
  ['round', [-0.4], 'double:-0'],
  ['round', [Number.NaN], 'double:NaN'],
  ['round', [castItem('float', '2.5')], 'float:3'],
  ['round-half-to-even', [decimal('0.5')], 'decimal:0'],
  ['round-half-to-even', [2.5], 'double:2'],
  ['round-half-to-even', [150.015, I(2)], 'double:150.02'],
  ['round-half-to-even', [35612.25, I(-2)], 'double:35600'],
  ['round-half-to-even', [-0.4], 'double:-0'],
  ['round-half-to-even', [Number.POSITIVE_INFINITY], 'double:INF'],
  ['name', [y], 'string:p:y'],
  ['name', [comment], 'string:'],
  ['name', [comment.next as TreeNode], 'string:pi'],
  ['name', [[]], 'string:'],
  ['name', ['a'], 'XPTY0004'],
  ['local-name', [y], 'string:y'],
  ['local-name', [[]], 'string:'],
  ['namespace-uri', [y], 'string:urn:p'],
  ['namespace-uri', [[]], 'string:'],
  ['node-name', [y], 'QName:p:y'],
  ['node-name', [comment], ''],
  ['root', [a1], 'node:xytt'],
  ['root', [[]], ''],
  ['resolve-QName', [x, root], 'QName:p:foo'],
  ['resolve-QName', [' x ', root], 'QName:x'],
  ['resolve-QName', ['xml:lang', root], 'QName:xml:lang'],
  ['resolve-QName', [y, root], 'FONS0004'],
  ['resolve-QName', ['', root], 'FOCA0002'],
  ['resolve-QName', ['a:b:c', root], 'FOCA0002'],
  ['resolve-QName', [[], root], ''],
  ['resolve-QName', ['x', x], 'XPTY0004'],
  ['resolve-QName', ['x', []], 'XPTY0004'],
  ['QName', ['u', 'p:a'], 'QName:p:a'],
  ['QName', [[], 'a'], 'QName:a'],
  ['QName', ['', 'p:a'], 'FOCA0002'],
  ['QName', ['u', ' a'], 'FOCA0002'],
  ['local-name-from-QName', [castQName('p:a', { p: 'u' })], 'string:a'],
  ['local-name-from-QName', [[]], ''],
  ['local-name-from-QName', ['a'], 'XPTY0004'],
  ['namespace-uri-from-QName', [castQName('p:a', { p: 'u' })], 'anyURI:u'],
  ['namespace-uri-from-QName', [castQName('a', {})], 'anyURI:'],
  ['prefix-from-QName', [castQName('p:a', { p: 'u' })], 'string:p'],
  ['prefix-from-QName', [castQName('a', {})], ''],
];

describe('the functions', () => {
  it.each(CASES)('%s of case %#', (name, args, expected) => {
    expect(outcome(name, ...args)).toBe(expected);
  });

  it('are all tried here', () => {
    expect([...FUNCTIONS.keys()].filter((name) => !CASES.some(([tried]) => tried === name))).toEqual([]);
  });

  it('tell no time, and are left out where they are not known', () => {
    for (const name of ['current-dateTime', 'current-date', 'implicit-timezone', 'doc', 'toString', 'constructor']) {
      expect(FUNCTIONS.has(name)).toBe(false);
    }
  });

  it('cast names with the namespaces of the expression', () => {
    expect(castQName('p:a', { p: 'u' })).toEqual({ type: 'QName', value: { uri: 'u', prefix: 'p', local: 'a' } });
    expect(() => castQName('q:a', { p: 'u' })).toThrow(DynamicError);
    expect(() => castQName('toString:a', {})).toThrow(DynamicError);
    expect(() => castQName('1a', {})).toThrow(DynamicError);
    expect(root.kind).toBe(KIND.element);
  });
});
