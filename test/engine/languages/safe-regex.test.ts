import { describe, expect, it } from 'vitest';
import { safeRegex } from '../../../src/engine/languages/safe-regex.js';

describe('safeRegex', () => {
  it.each<[string, string, string, boolean]>([
    ['b', '', 'abc', true],
    ['^b', '', 'abc', false],
    ['B', '', 'abc', false],
    ['B', 'i', 'abc', true],
    ['a.c', '', 'a\nc', false],
    ['a.c', 's', 'a\nc', true],
    ['^b$', '', 'a\nb\nc', false],
    ['^b$', 'm', 'a\nb\nc', true],
    ['a b\n c', 'x', 'abc', true],
    ['a b', '', 'ab', false],
    ['\\p{L}+', '', 'é', true],
    ['^\\d{8}$', '', '20260316', true],
    ['É', 'i', 'é', true],
  ])('matches %j with flags %j in %j: %s', (pattern, flags, text, expected) => {
    expect(safeRegex(pattern, flags).test(text)).toBe(expected);
  });

  it('replaces with groups, and splits', () => {
    expect(safeRegex('(\\d+)/(\\d+)').replace('14/07 15/08', '$2-$1')).toBe('07-14 08-15');
    expect(safeRegex(',').split('a,b,,')).toEqual(['a', 'b', '', '']);
  });

  it.each(['(?=a)', '(?<!a)b', '(a)\\1', '(', '[', '*'])('refuses %s', (pattern) => {
    expect(() => safeRegex(pattern)).toThrow();
  });

  it.each(['^(a+)+$', '^(a|a)*$', '(a*)*b', '^(\\w+\\s?)*$', '(x+x+)+y'])('comes to an end with %s', (pattern) => {
    expect(safeRegex(pattern).test(`${'a'.repeat(50_000)}!`)).toBe(false);
  });
});
