import { describe, expect, test } from 'vitest';
import { cleanForXml, cutAt, onOneLine, showHidden } from '../../src/report/escape-text.js';
import { displayWidth, truncate, wrapSegments } from '../../src/report/wrap-text.js';
import { NASTY } from './sample-report.js';

const plain = (text: string) => ({ text, style: (shown: string) => shown });

describe('showHidden', () => {
  test.each([
    [NASTY.escape, '␛[31mrouge␛]0;titre␇'],
    [NASTY.c1, '\\u{009B}31m'],
    [NASTY.bidi, 'abc\\u{202E}fdp.exe\\u{2066}'],
    [NASTY.illegal, 'a␀b␈c␋d\\u{FFFE}e\\u{FFFF}f\\u{D800}g'],
    [NASTY.lines, 'première ligne␍␊seconde ligne'],
    ['a\u200Bb\u007F', 'a\\u{200B}b␡'],
    [NASTY.emoji, NASTY.emoji],
    ['é à ’ « x » 東京', 'é à ’ « x » 東京'],
  ])('%j', (text, shown) => {
    expect(showHidden(text)).toBe(shown);
  });
});

test('cleanForXml takes out what XML forbids', () => {
  expect(cleanForXml(NASTY.illegal)).toBe('abcdefg');
  expect(cleanForXml('a\tb\nc\rd')).toBe('a\tb\nc\rd');
});

test('cutAt never leaves half a character', () => {
  expect(cutAt('a🩺b', 2)).toBe('a');
  expect(cutAt('a🩺b', 3)).toBe('a🩺');
  expect(cutAt('ab', 5)).toBe('ab');
});

test('onOneLine folds line ends and keeps no-break spaces', () => {
  expect(onOneLine('  a\n  b\u00A0: c ')).toBe('a b\u00A0: c');
});

test('displayWidth counts columns', () => {
  expect(displayWidth('été')).toBe(3);
  expect(displayWidth('e\u0301te\u0301')).toBe(3);
  expect(displayWidth('東京')).toBe(4);
  expect(displayWidth('💊')).toBe(2);
});

test('truncate holds in its width', () => {
  expect(truncate('abcdef', 6)).toBe('abcdef');
  expect(truncate('abcdef', 4)).toBe('abc…');
  expect(truncate('💊💊💊', 4)).toBe('💊…');
});

describe('wrapSegments', () => {
  test('indents, hangs and splits what is wider than a line', () => {
    expect(wrapSegments([plain('un deux trois quatre')], 14, 2, 4)).toEqual(['  un deux', '    trois', '    quatre']);
    expect(wrapSegments([plain('a'.repeat(25))], 20, 0, 10)).toEqual([
      'a'.repeat(10),
      `          ${'a'.repeat(10)}`,
      '          aaaaa',
    ]);
  });

  test('parts no guillemet and no double sign from its word', () => {
    expect(wrapSegments([plain('un nom « ALPHA » : deux ; trois')], 11, 0, 0)).toEqual([
      'un nom',
      '« ALPHA » :',
      'deux ;',
      'trois',
    ]);
    expect(wrapSegments([plain('dit (« ALPHA »), puis « B ».')], 12, 0, 0)).toEqual([
      'dit',
      '(« ALPHA »),',
      'puis « B ».',
    ]);
  });

  test('keeps the spaces of a value', () => {
    expect(wrapSegments([plain('a  b')], 40, 0, 0)).toEqual(['a  b']);
  });
});
