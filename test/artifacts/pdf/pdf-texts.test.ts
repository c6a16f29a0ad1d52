import { describe, expect, it } from 'vitest';
import { assemble, edit, recipe } from '../../../fixtures/make/recipe.js';
import { type Artifact, type Declaration, isKind } from '../../../src/artifacts/artifact.js';
import { LIMITS } from '../../../src/artifacts/limits.js';
import type { PdfContent } from '../../../src/artifacts/pdf/pdf.js';
import { read } from '../../../src/artifacts/read.js';
import { ReadError } from '../../../src/artifacts/read-error.js';

const mail = (options: Parameters<typeof recipe>[1]) => recipe('mail', options);

/** The PDFs attached to a mail, and how many texts were extracted. */
async function pdfsOf(
  made: ReturnType<typeof recipe>,
  { declared = {}, fails, milliseconds = 0 }: { declared?: Declaration; fails?: ReadError; milliseconds?: number } = {},
): Promise<{ pdfs: PdfContent[]; reserves: number; extracted: number }> {
  const [file] = assemble(made);
  if (!file) throw new Error('no file');
  let extracted = 0;
  const pdfText = async () => {
    extracted++;
    if (fails) throw fails;
    return { pages: ['texte'], milliseconds };
  };
  const { artifact } = await read({ ...file, declared }, LIMITS, {
    extractors: { pdfText, findDatamatrices: async () => [] },
  });
  const pdfs = (artifact?.children ?? []).filter((child): child is Artifact<'pdf'> => isKind(child, 'pdf'));
  return {
    pdfs: pdfs.map(({ content }) => content),
    reserves: pdfs.flatMap(({ reserves }) => reserves ?? []).length,
    extracted,
  };
}

describe('the text of the PDFs of a mail', () => {
  it('is extracted beside a document of level 3, or one that replaces another', async () => {
    for (const options of [{ level: 3 }, { replacement: true }] as const) {
      const { pdfs, extracted } = await pdfsOf(mail(options));
      expect(pdfs).toMatchObject([{ text: { pages: ['texte'] } }]);
      expect(extracted).toBe(1);
    }
  });

  it('is not where no check needs it', async () => {
    expect(await pdfsOf(mail({}))).toMatchObject({ pdfs: [{}], extracted: 0 });
    expect((await pdfsOf(mail({ level: 3 }), { declared: { role: 'incoming' } })).extracted).toBe(0);
  });

  it('is extracted once of a PDF attached twice', async () => {
    const twice = edit(mail({ level: 3 }), 'attachments', ' | copy', ' | copy\nautre.pdf | application/pdf | copy');
    const { pdfs, extracted } = await pdfsOf(twice);
    expect(pdfs).toHaveLength(2);
    expect(extracted).toBe(1);
  });

  it('says why it is not there', async () => {
    const withoutLibrary = new ReadError('read/pdf', { reason: 'no-library', library: '@hyzyla/pdfium' });
    const without = await pdfsOf(mail({ level: 3 }), { fails: withoutLibrary });
    expect(without).toMatchObject({ pdfs: [{ noText: 'no-library' }], reserves: 0 });
    const damaged = await pdfsOf(mail({ level: 3 }), { fails: new ReadError('read/pdf', { reason: 'x' }) });
    expect(damaged).toMatchObject({ pdfs: [{ noText: 'failed' }], reserves: 1 });
  });

  it('stops at the PDFs of a file that are slow together', async () => {
    const many = edit(
      edit(mail({ level: 3 }), 'copy', '{pdf}', '%pdfa 1B\nUn'),
      'attachments',
      ' | copy',
      ' | copy\ndeux.pdf | application/pdf | pdf\ntrois.pdf | application/pdf | pdf3',
    );
    const made = { ...many, parts: { ...many.parts, pdf3: '%pdfa 1B\nTrois' } };
    const bomb = new ReadError('read/limit', { limit: 'readMilliseconds', maximum: 10_000, actual: 10_000 });
    const bombs = await pdfsOf(made, { fails: bomb });
    expect(bombs).toMatchObject({ pdfs: [{ noText: 'failed' }, { noText: 'failed' }, { noText: 'failed' }] });
    expect(bombs.extracted).toBe(2);
    const slow = await pdfsOf(made, { milliseconds: 6_000 });
    expect(slow.pdfs.map(({ text }) => text !== undefined)).toEqual([true, true, false]);
  });
});
