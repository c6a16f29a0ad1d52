import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapterFolder, ProofNames } from '../../../src/report/deposit/names.js';

/** What Windows, macOS and Linux take as a name, and a command as no option. */
function expectSafe(name: string): void {
  expect(name).toMatch(/^[\x20-\x7E]+$/);
  expect(name).not.toMatch(/[<>:"/\\|?*]|[ .]$|^[.-]/);
  expect(name).not.toMatch(/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i);
  expect(name.length).toBeLessThanOrEqual(110);
}

const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 200 })
  .map((codes) => String.fromCodePoint(...codes));

describe('chapterFolder', () => {
  test.each([
    [1, 46, 'Identité Nationale de Santé', '01 Identite Nationale de Sante'],
    [2, 46, "Intégration d’un document / l'œuvre", '02 Integration d un document l oeuvre'],
    [3, 120, 'DMP', '003 DMP'],
    [4, 9, '../..', '04 .. ..'.replace(/[ .]+$/, '')],
    [5, 9, '', '05'],
    [6, 9, 'CON', '06 CON'],
    [7, 9, '💊', '07'],
    [8, 9, '\u202Efdp\u0000', '08 fdp'],
  ])('%d of %d, %j', (rank, chapters, chapter, expected) => {
    expect(chapterFolder(rank, chapters, chapter)).toBe(expected);
  });

  test('is safe whatever the chapter', () => {
    fc.assert(fc.property(anyText, fc.nat(300), (chapter, rank) => expectSafe(chapterFolder(rank + 1, 301, chapter))));
  });
});

describe('ProofNames', () => {
  const take = (...proofs: readonly string[]) => {
    const names = new ProofNames(['CHECKLIST.md']);
    return proofs.map((proof) => names.take(proof, '', 'md'));
  };

  test.each([
    [['MSS/CONF.25.01.02'], ['MSS-CONF.25.01.02.md']],
    [
      ['A/B.01', 'A-B.01', 'a-b.01'],
      ['A-B.01.md', 'A-B.01~2.md', 'a-b.01~3.md'],
    ],
    [['checklist'], ['checklist~2.md']],
    [
      ['CON', 'nul.01', 'Com1'],
      ['_CON.md', '_nul.01.md', '_Com1.md'],
    ],
    [
      ['../../etc', '-rf', ''],
      ['_..-..-etc.md', '_-rf.md', '_.md'],
    ],
    [['INS/va1.53 BIS'], ['INS-va1.53-BIS.md']],
  ])('%j', (proofs, expected) => {
    expect(take(...proofs)).toEqual(expected);
  });

  test('gives safe names, each once whatever the case', () => {
    const proof = fc.oneof(
      anyText,
      fc.constantFrom('A/B.01', 'a-b.01', 'A-B.01-1', 'con', 'CHECKLIST', '.', '..', 'a~2'),
    );
    const suffix = fc.constantFrom('', '-1', '-2');
    fc.assert(
      fc.property(fc.array(fc.tuple(proof, suffix, fc.constantFrom('', 'md', 'png'))), (wanted) => {
        const names = new ProofNames(['CHECKLIST.md']);
        const given = wanted.map(([id, rank, extension]) => names.take(id, rank, extension));
        for (const name of given) expectSafe(name);
        const lower = ['checklist.md', ...given.map((name) => name.toLowerCase())];
        expect(new Set(lower).size).toBe(lower.length);
      }),
    );
  });
});
