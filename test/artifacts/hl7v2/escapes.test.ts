import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delimiters } from '../../../src/artifacts/hl7v2/delimiters.js';
import { withoutEscapes } from '../../../src/artifacts/hl7v2/escapes.js';

const delimiters: Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
  truncation: undefined,
};
const decoded = (raw: string, charset = 'utf-8') => withoutEscapes(raw, delimiters, charset);

describe('withoutEscapes', () => {
  it.each([
    ['a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f', 'a|b^c&d~e\\f'],
    ['\\H\\gras\\N\\', 'gras'],
    ['a\\.br\\b\\.sp+2\\c\\.ce\\d\\.sk3\\e\\.in+4\\\\.ti-2\\\\.fi\\\\.nf\\f', 'a\nb\nc\nd ef'],
    ['\\X41\\\\X0d0A\\', 'A\r\n'],
    ['\\XC3A9\\', 'é'],
    ['C:\\dir\\F\\x', 'C:\\dir|x'],
    ['\\', '\\'],
    ['a\\', 'a\\'],
    ['\\\\', '\\\\'],
    ['\\E\\', '\\'],
    ['\\X4\\\\XZZ\\\\X\\', '\\X4\\\\XZZ\\\\X\\'],
    ['\\XFF\\', '\\XFF\\'],
    ['\\Z1\\ \\C2842\\ \\P\\ \\.br5\\ \\f\\', '\\Z1\\ \\C2842\\ \\P\\ \n \\f\\'],
    ['\\.sp99999\\', '\\.sp99999\\'],
  ])('%j is %j', (raw, text) => {
    expect(decoded(raw)).toBe(text);
  });

  it('takes bytes in the charset of the message', () => {
    expect(decoded('\\XA4\\', 'iso-8859-15')).toBe('€');
  });

  it('knows the truncation character of the message', () => {
    expect(withoutEscapes('\\P\\', { ...delimiters, truncation: '#' }, 'utf-8')).toBe('#');
  });

  it('gives back any text whose separators were escaped', () => {
    const names = new Map([
      ['|', 'F'],
      ['^', 'S'],
      ['&', 'T'],
      ['~', 'R'],
      ['\\', 'E'],
    ]);
    const text = fc.string({ unit: fc.constantFrom('|', '^', '&', '~', '\\', 'F', 'X', '4', '.', 'é') });
    fc.assert(
      fc.property(text, (given) => {
        expect(decoded(given.replace(/[|^&~\\]/g, (each) => `\\${names.get(each)}\\`))).toBe(given);
      }),
    );
  });
});
