import bwipjs from 'bwip-js/node';
import { describe, expect, it } from 'vitest';
import { mediaFiles } from '../../fixtures/make/artifacts/media.js';
import { datamatrixPdf } from '../../fixtures/make/artifacts/pdf.js';
import { datamatrixRaster, insCode } from '../../fixtures/make/datamatrix.js';
import { pdfOfText } from '../../fixtures/make/text-pdf.js';
import { pngOfRaster, pngOfText } from '../../fixtures/make/text-png.js';
import { LIMITS, type Limits } from '../../src/artifacts/limits.js';
import { read } from '../../src/artifacts/read.js';
import { findDatamatrices } from '../../src/extract/find-datamatrices.js';
import { pdfText } from '../../src/extract/pdf-text.js';

const extractors = { pdfText, findDatamatrices };
const found = async (file: Uint8Array, kind: 'image' | 'pdf' = 'image', limits: Limits = LIMITS) =>
  (await findDatamatrices(file, kind, limits)).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
const imageOf = (options: Parameters<typeof datamatrixRaster>[1]) => pngOfRaster(datamatrixRaster(insCode(), options));
const example = (name: string) => mediaFiles().find(({ path }) => path.endsWith(name))?.bytes ?? Buffer.alloc(0);

describe('findDatamatrices', () => {
  it.each([0, 1, 2, 3])('reads an image turned by %d quarters', async (quarterTurns) => {
    expect(await found(imageOf({ scale: 3, quarterTurns }))).toEqual([['datamatrix-1', insCode()]]);
  });

  it('reads an image of large modules', async () => {
    expect(await found(imageOf({ scale: 9 }))).toEqual([['datamatrix-1', insCode()]]);
  });

  it('reads an image with noise', async () => {
    const { width, height, pixels } = datamatrixRaster(insCode(), { scale: 6 });
    // One pixel of forty, always the same ones.
    let state = 1;
    const noisy = pixels.map((pixel) => {
      state = (state * 48271) % 0x7fffffff;
      return state % 40 === 0 ? 1 - pixel : pixel;
    });
    expect(await found(pngOfRaster({ width, height, pixels: noisy }))).toEqual([['datamatrix-1', insCode()]]);
  });

  it('reads an image that another tool drew', async () => {
    const text = insCode().replaceAll('\x1d', '^029');
    const png = await bwipjs.toBuffer({
      bcid: 'datamatrix',
      text,
      parse: true,
      scale: 3,
      padding: 6,
      backgroundcolor: 'FFFFFF',
    });
    expect(await found(png)).toEqual([['datamatrix-1', insCode()]]);
  });

  it('reads the pages of a PDF', async () => {
    expect(await found(datamatrixPdf(), 'pdf')).toEqual([['page-1/datamatrix-1', insCode()]]);
    expect(await found(pdfOfText(['Bonjour']), 'pdf')).toEqual([]);
  });

  it('finds nothing in a screenshot', async () => {
    expect(await found(pngOfText(['Écran']))).toEqual([]);
  });

  it('does not open an image too large to be held, or of a format that it does not read', async () => {
    await expect(found(imageOf({}), 'image', { ...LIMITS, imagePixels: 100 })).rejects.toMatchObject({
      code: 'read/limit',
      args: { limit: 'imagePixels' },
    });
    await expect(found(example('screen.webp'))).rejects.toMatchObject({ args: { reason: 'datamatrix-image-format' } });
  });
});

describe('a file that is searched', () => {
  it('contains what is found, and is searched only when it is asked for', async () => {
    const input = { path: 'a.pdf', bytes: datamatrixPdf(), declared: {} };
    expect((await read(input, LIMITS, { extractors })).artifact?.children).toEqual([]);
    const { artifact, unreadable } = await read(input, LIMITS, { extractors, datamatrix: true });
    expect(unreadable).toEqual([]);
    expect(artifact?.children).toMatchObject([
      { path: 'a.pdf!page-1/datamatrix-1', kind: 'datamatrix', containers: ['a.pdf'], content: { form: 'ins' } },
    ]);
  });

  it('must contain one when it is declared', async () => {
    const declared = { datamatrix: true };
    const good = await read({ path: 'a.png', bytes: imageOf({}), declared }, LIMITS, { extractors });
    expect([good.artifact?.children.length, good.unreadable]).toEqual([1, []]);
    const without = await read({ path: 'a.png', bytes: pngOfText(['Écran']), declared }, LIMITS, { extractors });
    expect(without.artifact?.kind).toBe('image');
    expect(without.unreadable).toMatchObject([
      {
        path: 'a.png!datamatrix',
        containers: ['a.png'],
        kind: 'datamatrix',
        problems: [{ code: 'read/datamatrix', args: { reason: 'datamatrix-none' } }],
      },
    ]);
  });

  it('is read all the same when it can not be searched', async () => {
    const { artifact, unreadable } = await read({ path: 'a.png', bytes: imageOf({}), declared: { datamatrix: true } });
    expect(artifact?.kind).toBe('image');
    expect(unreadable).toMatchObject([
      { path: 'a.png!datamatrix', kind: 'datamatrix', problems: [{ args: { reason: 'no-library' } }] },
    ]);
  });
});
