import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { DynamicError } from '../../../../src/packs/schematron/runtime/items.js';
import { compileRegex } from '../../../../src/packs/schematron/runtime/regex.js';
import type { Flags, RegexNode } from '../../../../src/packs/schematron/runtime/regex-ast.js';
import { longestSafeText } from '../../../../src/packs/schematron/runtime/regex-cost.js';
import { matches, replace, tokenize } from '../../../../src/packs/schematron/runtime/regex-functions.js';
import { parseRegex } from '../../../../src/packs/schematron/runtime/regex-parse.js';
import { writeJs, writeRe2 } from '../../../../src/packs/schematron/runtime/regex-write.js';

/** Whether what a quantifier repeats may be empty. */
function hasEmptyTurn(node: RegexNode): boolean {
  if (node.kind === 'repeat')
    return new RegExp(`^(?:${writeJs(node.body, NONE)})$`, 'u').test('') || hasEmptyTurn(node.body);
  if (node.kind === 'group') return hasEmptyTurn(node.body);
  return 'parts' in node && node.parts.some(hasEmptyTurn);
}

const NONE: Flags = { all: false, lines: false, anyCase: false, spaced: false };

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DynamicError) return error.code;
    throw error;
  }
  return 'none';
}

describe('matches', () => {
  it.each<[pattern: string, flags: string, yes: string[], no: string[]]>([
    ['', '', ['', 'a'], []],
    ['b', '', ['abc'], ['a']],
    ['^a', '', ['ab'], ['ba', 'b\na']],
    ['a$', '', ['ba'], ['ab', 'a\n']],
    ['^a', 'm', ['b\na'], ['ba']],
    ['a$', 'm', ['a\nb', 'ba'], ['ab']],
    ['^.$', '', ['a', '😀', '\u2028'], ['\n', '\r', 'ab']],
    ['^.$', 's', ['\n', '\r'], []],
    ['^\\d+$', '', ['12', '\u0660'], ['a', '1.']],
    ['^\\D$', '', ['a'], ['1']],
    ['^\\s$', '', [' ', '\t', '\n', '\r'], ['\u00a0', 'a']],
    ['^\\S$', '', ['a', '\u00a0'], [' ']],
    ['^\\w+$', '', ['aé1+'], ['a b', '-', '_']],
    ['^\\W$', '', ['-', '_', ' '], ['a', '+']],
    ['^\\i\\c*$', '', ['a-1', '_.b', ':a'], ['1a', '-']],
    ['^\\I\\C$', '', ['1+'], ['a1']],
    ['^\\p{Lu}\\P{Lu}$', '', ['Ab', 'É1'], ['ab', 'AB']],
    ['^\\p{IsBasicLatin}+$', '', ['az~'], ['é']],
    ['^\\P{IsLatin-1Supplement}$', '', ['a'], ['é']],
    ['^[a-z-[aeiou]]+$', '', ['xyz'], ['xaz', 'A']],
    ['^[^a-z-[x]]$', '', ['1', 'A'], ['a', 'x']],
    ['^[^\\d]$', '', ['a'], ['1']],
    ['^[\\w-]+$', '', ['a-b'], ['_']],
    ['^[-a]+$', '', ['-a'], ['b']],
    ['^[a\\-z]+$', '', ['a-z'], ['b']],
    ['^[(){}|/.*+?$^]+$', '', ['(){}|/.*+?$^'], ['a']],
    ['^+a', '', ['ab'], ['ba']],
    ['a$+', '', ['ba'], ['ab']],
    ['^a{2,3}$', '', ['aa', 'aaa'], ['a', 'aaaa']],
    ['^a}$', '', ['a}'], ['a']],
    ['^(a|b)*c$', '', ['c', 'abac'], ['ab']],
    ['^(?:ab)+$', '', ['abab'], ['aba']],
    ['^(a+?)(b)\\1$', '', ['aba', 'aabaa'], ['aab']],
    ['^É$', 'i', ['é', 'É'], ['e']],
    ['^[a-z]$', 'i', ['A', 'z'], ['1']],
    ['^ a b $', 'x', ['ab'], [' a b ']],
    ['^[ ]a$', 'x', [' a'], ['a']],
    ['\\n\\r\\t\\-\\\\\\|\\.\\^\\?\\*\\+\\{\\}\\(\\)\\[\\]\\$', '', ['\n\r\t-\\|.^?*+{}()[]$'], ['']],
  ])('%s with flags "%s"', (pattern, flags, yes, no) => {
    for (const text of yes) expect([text, matches(text, pattern, flags)]).toEqual([text, true]);
    for (const text of no) expect([text, matches(text, pattern, flags)]).toEqual([text, false]);
  });

  it.each([
    '(',
    ')',
    'a)',
    '[',
    '[]',
    '[a',
    '[^]',
    '*',
    'a**',
    'a{',
    'a{,2}',
    'a{2,1}',
    '{1}',
    ']',
    '\\',
    '\\q',
    '\\/',
    '\\x41',
    '\\u0041',
    '(?=a)',
    '(?<!a)',
    '\\1',
    '(a)\\2',
    '(a\\1)',
    '\\p{X}',
    '\\p{IsNone}',
    '\\pL',
    '\\p{L',
    '[z-a]',
    '[a-\\d]',
    '[[a]]',
    '[--a]',
    '[+--]',
    '[a-b-[c]',
    '[a-b-[c]d]',
    '((a{1000}){1000})',
    '('.repeat(200),
    '[a-['.repeat(200),
  ])('%s is FORX0002', (pattern) => {
    expect(codeOf(() => matches('a', pattern))).toBe('FORX0002');
  });

  it('knows no other flags', () => {
    expect(codeOf(() => matches('a', 'a', 'g'))).toBe('FORX0001');
    expect(codeOf(() => matches('a', '\\p{Lu}', 'i'))).toBe('FORX0002');
    expect(codeOf(() => matches('a', '\\p{IsBasicLatin}', 'i'))).toBe('FORX0002');
  });

  it('gives the same object for the same expression, and forgets the oldest', () => {
    const first = compileRegex('cached');
    expect(compileRegex('cached')).toBe(first);
    for (let rank = 0; rank < 600; rank++) compileRegex(`cached${rank}`);
    expect(compileRegex('cached')).not.toBe(first);
  });
});

describe('replace', () => {
  it.each([
    ['banana', 'a', 'o', '', 'bonono'],
    ['banana', '(a)n', '[$1]', '', 'b[a][a]a'],
    ['band', 'an', '$0$0', '', 'banand'],
    ['ab', '(a)|(b)', '<$1$2>', '', '<a><b>'],
    ['a', 'a', '\\$\\\\', '', '$\\'],
    ['abcdefghijkl', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)', '$12$1', '', 'la'],
    ['ab', '(a)b', '$12', '', 'a2'],
    ['ab', '(a)b', '$2', '', ''],
    ['A', 'a', 'x', 'i', 'x'],
    ['abab', '((a)|b)+', '$2', '', 'a'],
    ['', 'a', 'x', '', ''],
  ])('%s %s %s %s', (text, pattern, replacement, flags, expected) => {
    expect(replace(text, pattern, replacement, flags)).toBe(expected);
  });

  it('refuses an expression that matches nothing, and a wrong replacement', () => {
    expect(codeOf(() => replace('a', 'x*', 'b'))).toBe('FORX0003');
    expect(codeOf(() => replace('a', '^', 'b'))).toBe('FORX0003');
    for (const replacement of ['$', '$a', '\\', '\\a']) {
      expect(codeOf(() => replace('a', 'a', replacement))).toBe('FORX0004');
    }
  });
});

describe('tokenize', () => {
  it.each<[string, string, string[]]>([
    ['a,b,,c', ',', ['a', 'b', '', 'c']],
    [',a,', ',', ['', 'a', '']],
    ['a , b', '\\s*,\\s*', ['a', 'b']],
    ['abc', 'x', ['abc']],
    ['a1b2', '(\\d)', ['a', 'b', '']],
    ['', ',', []],
    ['', 'x*', []],
  ])('%s by %s', (text, pattern, expected) => {
    expect(tokenize(text, pattern)).toEqual(expected);
  });

  it('refuses an expression that matches nothing', () => {
    expect(codeOf(() => tokenize('a', 'x*'))).toBe('FORX0003');
  });
});

describe('expressions that would run away', () => {
  const text = `${'a'.repeat(30_000)}!`;

  it.each([
    '^(a+)+$',
    '(a|a)*b',
    '(a|ab?)*c',
    '.*.*.*x',
    'a*a*a*a*b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(x+x+)+y',
    '(\\p{L}+)+\\d',
    '(a{2,5}){2,6}$',
  ])('%s is answered on 30,000 characters', (pattern) => {
    expect(matches(text, pattern)).toBe(false);
    expect(replace(text, pattern, 'b')).toBe(text);
  });

  it('does not try what only the engine that tries all ways could do', () => {
    expect(matches('ab', '(a)\\1+b')).toBe(false);
    expect(matches('aaab', '(a)\\1+b')).toBe(true);
    for (const pattern of ['(a)\\1+b', '(.*)\\1b', 'a{1,2000}a{1,2000}b']) {
      expect(codeOf(() => matches(text, pattern))).toBe('FORX0002');
    }
    expect(codeOf(() => matches(text, '(a|a)*b$', 'm'))).toBe('FORX0002');
  });

  it('keeps to the engine of JavaScript where one way is all there is', () => {
    const longest = (pattern: string, flags = NONE) => longestSafeText(parseRegex(pattern, flags).root, flags);
    for (const pattern of [
      '^a*$',
      '^[0-2](\\.(0|[1-9][0-9]*))*$',
      '^(ab|cd)+$',
      '^a{2,5}b?$',
      '^(a(b)?)+$',
      '(^a|^b)c*',
    ]) {
      expect([pattern, longest(pattern)]).toEqual([pattern, Number.POSITIVE_INFINITY]);
    }
    for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|ab)*$', '^(\\w+\\s?)*$', '^(a?){40}$']) {
      expect([pattern, longest(pattern) < 10]).toEqual([pattern, true]);
    }
    expect(longest('^[a-z]*k*$', { ...NONE, anyCase: true })).toBeLessThan(1000);
    expect(longest('\\d+x')).toBeGreaterThan(500);
    expect(longest('\\d+x')).toBeLessThan(5000);
    expect(longest('[a-z]{2}-[A-Z]{2}')).toBeGreaterThan(100_000);
  });

  it('answers alike on both engines', () => {
    const set = fc.constantFrom(
      'a',
      'b',
      'c',
      '.',
      '[ab]',
      '[^a]',
      '\\d',
      '\\w',
      '\\s',
      'é',
      '[a-c-[b]]',
      '\\.',
      '\\p{L}',
      '😀',
      '\\W',
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        set,
        fc.tuple(tie('tree'), tie('tree')).map((parts) => parts.join('')),
        fc.tuple(tie('tree'), tie('tree')).map(([one, other]) => `(${one}|${other})`),
        fc
          .tuple(tie('tree'), fc.constantFrom('?', '*', '+', '{2}', '{1,2}', '*?', '+?'))
          .map(([one, times]) => `(?:${one})${times}`),
        tie('tree').map((one) => `^${one}`),
        tie('tree').map((one) => `${one}$`),
      ),
    }));
    const characters = fc.constantFrom('a', 'b', 'c', '1', ' ', '\n', 'é', 'A', '😀', '.', '-');
    fc.assert(
      fc.property(tree, fc.array(characters, { maxLength: 8 }), fc.boolean(), (pattern, letters, anyCase) => {
        const flags = { ...NONE, anyCase };
        const { root } = parseRegex(pattern, flags);
        const text = letters.join('');
        const js = new RegExp(writeJs(root, flags), anyCase ? 'giu' : 'gu');
        const linear = RE2JS.compile(writeRe2(root, flags) ?? '', anyCase ? RE2JS.CASE_INSENSITIVE : 0).matcher(text);
        const found = js.exec(text);
        const isFound = linear.find();
        expect(isFound).toBe(found !== null);
        // The first match tells: after an empty one the engines go on differently. JavaScript alone refuses an empty turn of a quantifier, for another way.
        if (found === null || hasEmptyTurn(root)) return;
        expect([linear.start(), linear.end()]).toEqual([found.index, found.index + found[0].length]);
      }),
      { numRuns: 500 },
    );
  });
});
