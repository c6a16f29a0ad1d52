import { describe, expect, it } from 'vitest';
import { pdfFiles } from '../../fixtures/make/artifacts/pdf.js';
import { pdfOfText } from '../../fixtures/make/text-pdf.js';
import { LIMITS } from '../../src/artifacts/limits.js';
import { read } from '../../src/artifacts/read.js';
import { findDatamatrices } from '../../src/extract/find-datamatrices.js';
import { pdfText } from '../../src/extract/pdf-text.js';

const extractors = { pdfText, findDatamatrices };
const encrypted = pdfFiles().find(({ path }) => path.endsWith('encrypted.pdf'))?.bytes ?? Buffer.alloc(0);

describe('pdfText', () => {
  it('gives the text of each page', async () => {
    const lines = Array.from({ length: 100 }, (_, index) => `Ligne n° ${index + 1}, accentuée`);
    const { pages } = await pdfText(pdfOfText(lines), LIMITS);
    expect(pages.length).toBeGreaterThan(1);
    expect(
      pages
        .join('\n')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ).toEqual(lines);
  });

  it('says why there is none', async () => {
    const good = pdfOfText(['Bonjour']);
    await expect(pdfText(encrypted, LIMITS)).rejects.toMatchObject({
      code: 'read/pdf',
      args: { reason: 'pdf-password' },
    });
    await expect(pdfText(Buffer.from('%PDF-1.4'), LIMITS)).rejects.toMatchObject({ code: 'read/pdf' });
    await expect(pdfText(good, { ...LIMITS, pdfPages: 0 })).rejects.toMatchObject({
      args: { limit: 'pdfPages', actual: 1 },
    });
  });

  it('stops at its limits of time and memory, and goes on with the next file', async () => {
    const good = pdfOfText(['Bonjour']);
    // Long enough that the thread can't have done with it before the timer of a millisecond.
    const long = pdfOfText(Array.from({ length: 10_000 }, (_, index) => `Ligne ${index}`));
    await expect(pdfText(long, { ...LIMITS, readMilliseconds: 0 })).rejects.toMatchObject({
      args: { limit: 'readMilliseconds' },
    });
    await expect(pdfText(good, { ...LIMITS, readerBytes: 2 ** 20 })).rejects.toMatchObject({
      args: { limit: 'readerBytes' },
    });
    expect((await pdfText(good, LIMITS)).pages).toEqual([expect.stringContaining('Bonjour')]);
  });

  it('does one file after the other', async () => {
    const texts = await Promise.all(['Un', 'Deux', 'Trois'].map((text) => pdfText(pdfOfText([text]), LIMITS)));
    expect(texts.map(({ pages }) => pages[0]?.trim())).toEqual(['Un', 'Deux', 'Trois']);
  });
});

describe('a PDF whose text is asked for', () => {
  it('has it in its content', async () => {
    const input = { path: 'a.pdf', bytes: pdfOfText(['Bonjour']), declared: {} };
    const { artifact } = await read(input, LIMITS, { extractors, pdfText: true });
    expect(artifact?.content).toMatchObject({ text: { pages: [expect.stringContaining('Bonjour')] } });
    expect((await read(input, LIMITS, { extractors })).artifact?.content).not.toHaveProperty('text');
  });

  it('is read without it when it can not be extracted, with a reserve', async () => {
    const { artifact, unreadable } = await read({ path: 'a.pdf', bytes: encrypted, declared: {} }, LIMITS, {
      extractors,
      pdfText: true,
    });
    expect(unreadable).toEqual([]);
    expect(artifact?.reserves).toMatchObject([{ code: 'read/pdf', args: { reason: 'pdf-password' } }]);
  });
});
