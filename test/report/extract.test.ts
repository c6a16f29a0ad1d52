import { describe, expect, test } from 'vitest';
import { extractOf } from '../../src/report/extract.js';
import { NO_MASK } from '../../src/report/mask.js';

/** Hides a name as the masks do: whole words, in any text. */
const mask = (text: string): string => text.replace(/\b(?:dupont|dupont-martin)\b/gi, '[P1-nom]');

const lines = Array.from({ length: 100 }, (_, index) => `ligne ${index + 1}`);

describe('extractOf', () => {
  test('gives the lines around a place', () => {
    expect(extractOf(lines, { line: 50, column: 3 }, mask)).toEqual({
      first: 48,
      lines: ['ligne 48', 'ligne 49', 'ligne 50', 'ligne 51', 'ligne 52'],
      line: 50,
      column: 2,
    });
    expect(extractOf(lines, { line: 1 }, mask)).toEqual({ first: 1, lines: lines.slice(0, 3), line: 1 });
    expect(extractOf(lines, { line: 100 }, mask)?.lines).toEqual(lines.slice(97));
  });

  test('gives nothing of a place that is not there', () => {
    for (const place of [{ line: 0 }, { line: 101 }, { line: 2, column: 9 }])
      expect(extractOf(lines, place, mask)).toBeUndefined();
    expect(extractOf(lines, { line: 2, column: 8 }, mask)).toBeDefined();
  });

  test('hides what must be, and then no longer says where in the line', () => {
    expect(extractOf(['<a>', '<family>DUPONT</family>', '</a>'], { line: 2, column: 9 }, mask)).toEqual({
      first: 1,
      lines: ['<a>', '<family>[P1-nom]</family>', '</a>'],
      line: 2,
    });
    expect(extractOf(['a DUPONT b'], { line: 1, column: 3 }, NO_MASK)?.column).toBe(2);
  });

  test.each([
    ['over two lines of quoted-printable', ['DUP=', 'ONT']],
    ['folded', ['name: DUP', ' ONT']],
    ['with marks in it', ['<b>DUP</b>ONT']],
    ['with a space that folds it', ['x <i>D</i>UPONT']],
    ['against a number', ['44DUPONT12']],
    ['against a label', ['nomDupont']],
  ])('a name written %s is not shown at all', (_, given) => {
    expect(extractOf(given, { line: 1 }, mask)).toBeUndefined();
    expect(extractOf(given, { line: 1 }, NO_MASK)?.lines).toEqual(given);
  });

  test('what is hidden over several lines leaves no lines to number', () => {
    const key = (text: string) => text.replace(/BEGIN[\s\S]*END/, '[jeton]');
    expect(extractOf(['BEGIN', 'x', 'END'], { line: 2 }, key)).toBeUndefined();
  });

  test('what stands around tells what to hide', () => {
    const beside = (text: string) => (text.includes('SECRET') ? text.replace(/Paris/g, '[lieu]') : text);
    const far = ['SECRET', ...lines.slice(0, 20), 'Paris', ...lines.slice(0, 20)];
    expect(extractOf(far, { line: 22 }, beside)?.lines[2]).toBe('[lieu]');
  });

  test('encoded content is counted, not shown', () => {
    const base64 = 'QUJD'.repeat(19);
    expect(extractOf(['a text', base64, 'RHVwb250'], { line: 1 }, mask)?.lines).toEqual([
      'a text',
      '[… 76 …]',
      '[… 8 …]',
    ]);
    expect(extractOf([`<v>${base64}</v>`], { line: 1 }, mask)?.lines).toEqual(['<v>[… 76 …]</v>']);
  });

  test('a document of one line is shown around the place', () => {
    const line = `${'<a/>'.repeat(5000)}<here/>${'<b/>'.repeat(5000)}`;
    const extract = extractOf([line], { line: 1, column: 20_001 }, mask);
    const [shown = ''] = extract?.lines ?? [];
    expect(shown.length).toBeLessThan(250);
    expect(shown.slice(extract?.column).startsWith('<here/>')).toBe(true);
    expect(shown).toMatch(/^….*…$/);
  });

  test('no half of a name stands at the ends of what is read', () => {
    const line = 'DUPONT '.repeat(2000);
    for (let column = 4990; column < 5010; column++)
      expect(extractOf([line], { line: 1, column }, mask)?.lines.join('') ?? '').not.toMatch(/DUP|ONT|UPO/);
  });

  test('control characters are visible, and the place is that of what is shown', () => {
    const extract = extractOf(['a\u202E\u001bb<x'], { line: 1, column: 5 }, mask);
    expect(extract?.lines).toEqual(['a\\u{202E}␛b<x']);
    expect(extract?.lines[0]?.slice(extract.column)).toBe('<x');
  });
});
