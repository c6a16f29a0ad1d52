import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../src/artifacts/text/source-text.js';

describe('SourceText', () => {
  it('locates any offset by the line breaks before it', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r\n', '🩺') });
    fc.assert(
      fc.property(texts, fc.nat(60), (text, wanted) => {
        const offset = Math.min(wanted, text.length);
        const before = text.slice(0, offset);
        expect(new SourceText(text).locate(offset)).toEqual({
          line: before.split('\n').length,
          column: offset - (before.lastIndexOf('\n') + 1) + 1,
        });
      }),
    );
  });

  it('locates any offset of a long text, of lines long and short', () => {
    const text = `${'a'.repeat(40_000)}\n${'\n'.repeat(40_000)}${'b\n'.repeat(20_000)}${'c'.repeat(40_000)}`;
    const source = new SourceText(text);
    for (const offset of [
      0, 16_383, 16_384, 39_999, 40_000, 40_001, 49_152, 80_001, 80_002, 98_304, 120_001, 160_001,
    ]) {
      const before = text.slice(0, offset);
      expect(source.locate(offset), `offset ${offset}`).toEqual({
        line: before.split('\n').length,
        column: offset - before.lastIndexOf('\n'),
      });
    }
  });

  it('starts at line 1, column 1, even when empty', () => {
    expect(new SourceText('').locate(0)).toEqual({ line: 1, column: 1 });
    expect(new SourceText('\n').locate(1)).toEqual({ line: 2, column: 1 });
  });
});
