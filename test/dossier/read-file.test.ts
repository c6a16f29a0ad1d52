import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaSync } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaFiles } from '../../fixtures/make/artifacts/media.js';
import { datamatrixRaster, insCode } from '../../fixtures/make/datamatrix.js';
import { pdfOfText } from '../../fixtures/make/text-pdf.js';
import { pngOfRaster } from '../../fixtures/make/text-png.js';
import type { Declaration } from '../../src/artifacts/artifact.js';
import { LIMITS, type Limits } from '../../src/artifacts/limits.js';
import { readFromDisk as readNamed } from '../../src/dossier/read-file.js';

const film = mediaFiles().find(({ path }) => path.endsWith('screen.mp4'))?.bytes ?? Buffer.alloc(0);
const readFromDisk = (file: string, shown: string, declared: Declaration, limits: Limits = LIMITS) =>
  readNamed({ file, shown, declared }, limits);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segur-read-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function onDisk(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

describe('readFromDisk', () => {
  it('reads a film by its headers, and hashes it whole', async () => {
    const { artifact, unreadable } = await readFromDisk(await onDisk('a.mp4', film), 'preuves/a!.mp4', { order: 1 });
    expect(unreadable).toEqual([]);
    expect(artifact).toMatchObject({
      path: 'preuves/a%21.mp4',
      kind: 'video',
      sha256: sha256(film),
      bytes: film.length,
      declared: { order: 1 },
      content: { format: 'mp4', seconds: 2.5, width: 64, height: 48 },
    });
  });

  it('says that a film is cut, with its hash', async () => {
    const cut = film.slice(0, 60);
    expect((await readFromDisk(await onDisk('cut.mp4', cut), 'cut.mp4', {})).unreadable).toMatchObject([
      {
        kind: 'video',
        sha256: sha256(cut),
        bytes: 60,
        problems: [{ code: 'read/media', args: { reason: 'media-cut' } }],
      },
    ]);
  });

  it('hashes other files while it reads them', async () => {
    const pdf = pdfOfText(['Bonjour']);
    const { artifact } = await readFromDisk(await onDisk('a.pdf', pdf), 'a.pdf', {});
    expect(artifact).toMatchObject({ kind: 'pdf', sha256: sha256(pdf), bytes: pdf.length });
  });

  it('refuses what is too large, and knows it again', async () => {
    const [text, image] = [await onDisk('a.txt', Buffer.alloc(2000, 'a')), await onDisk('b.mp4', film)];
    expect((await readFromDisk(text, 'a.txt', {}, { ...LIMITS, fileBytes: 1000 })).unreadable).toMatchObject([
      {
        sha256: sha256(Buffer.alloc(2000, 'a')),
        bytes: 2000,
        problems: [{ code: 'read/too-large', args: { limit: 'fileBytes' } }],
      },
    ]);
    expect((await readFromDisk(image, 'b.mp4', {}, { ...LIMITS, mediaBytes: 100 })).unreadable).toMatchObject([
      { problems: [{ code: 'read/too-large', args: { limit: 'mediaBytes' } }] },
    ]);
  });

  it('says that a file is empty, absent, or no file', async () => {
    const problem = async (path: string) => (await readFromDisk(path, 'x.eml', {})).unreadable[0]?.problems[0];
    expect(await problem(await onDisk('empty.txt', Buffer.alloc(0)))).toMatchObject({ code: 'read/empty' });
    expect(await problem(join(folder, 'none'))).toMatchObject({ code: 'read/refused', args: { reason: 'ENOENT' } });
    expect(await problem(folder)).toMatchObject({ code: 'read/refused' });
  });

  it.skipIf(process.platform === 'win32')('waits for no pipe and no device', async () => {
    execaSync('mkfifo', [join(folder, 'pipe')]);
    for (const path of [join(folder, 'pipe'), '/dev/zero'])
      expect((await readFromDisk(path, 'x', {})).unreadable[0]?.problems[0]).toMatchObject({
        code: 'read/refused',
        args: { reason: 'not-a-file' },
      });
  });

  it.skipIf(process.platform !== 'linux')('says that a file is longer than it was said to be', async () => {
    expect((await readFromDisk('/proc/self/status', 'x', {})).unreadable[0]?.problems[0]).toMatchObject({
      code: 'read/refused',
      args: { reason: 'file-changed' },
    });
  });

  it('searches a file for the datamatrix that it is declared to show', async () => {
    const file = await onDisk('code.png', pngOfRaster(datamatrixRaster(insCode())));
    expect((await readFromDisk(file, 'code.png', {})).artifact?.children).toEqual([]);
    expect((await readFromDisk(file, 'code.png', { datamatrix: true })).artifact?.children).toMatchObject([
      { kind: 'datamatrix' },
    ]);
  });
});
