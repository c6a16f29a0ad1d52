import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { looksLikeZip, readZip } from '../../../src/artifacts/zip/read-zip.js';
import { caught } from '../../support/caught.js';
import { zipOf } from '../../support/zip.js';

/** Opens every entry: what is wrong with it shows then. */
const openAll = (bytes: Uint8Array) => readZip(bytes).entries.map(({ name, data }) => ({ name, data }));
const textsOf = (bytes: Uint8Array) => openAll(bytes).map(({ name, data }) => [name, Buffer.from(data).toString()]);

describe('readZip', () => {
  it('reads stored and deflated files in the order of the directory, without the folders', async () => {
    const zip = zipOf([
      { name: 'IHE_XDM/' },
      { name: 'IHE_XDM/b.txt', data: 'second '.repeat(50), deflate: true },
      { name: 'a.txt', data: 'premier' },
      { name: 'é/à côté.txt', data: '' },
    ]);
    expect(looksLikeZip(zip)).toBe(true);
    expect(textsOf(zip)).toEqual([
      ['IHE_XDM/b.txt', 'second '.repeat(50)],
      ['a.txt', 'premier'],
      ['é/à côté.txt', ''],
    ]);
  });

  it('reads what another library writes', async () => {
    const names = fc.constantFrom('a', 'b/c', 'B/é', 'x y', 'z.tar.gz', '...', 'a..b', 'c:d/e'.replace(':', ''));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, fc.uint8Array()), async (files) => {
        const read = openAll(zipSync(files));
        expect(Object.fromEntries(read.map(({ name, data }) => [name, [...data]]))).toEqual(
          Object.fromEntries(Object.entries(files).map(([name, data]) => [name, [...data]])),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('reads an archive that stands inside a larger buffer', async () => {
    const zip = zipOf([{ name: 'a', data: 'x' }]);
    const larger = Buffer.concat([Buffer.from('before'), zip, Buffer.from('after')]);
    expect(textsOf(larger.subarray(6, 6 + zip.length))).toEqual([['a', 'x']]);
  });

  it('reads an empty archive', async () => {
    expect(looksLikeZip(zipOf([]))).toBe(true);
    expect(readZip(zipOf([])).entries).toEqual([]);
  });

  it.each(['../a', 'a/../../b', 'a/..', '/etc/passwd', 'C:/a', 'C:a', 'a\\b', '..\\a', 'a\0b'])(
    'refuses the name %j',
    async (name) => {
      const zip = zipOf([
        { name: 'good', data: 'x' },
        { name, data: 'x' },
      ]);
      expect(await caught(() => openAll(zip))).toMatchObject({ code: 'read/zip-unsafe-name', args: { entry: name } });
    },
  );

  it('refuses a link', async () => {
    const zip = zipOf([{ name: 'link', data: '/etc/passwd', mode: 0o120777 }]);
    expect(await caught(() => openAll(zip))).toMatchObject({ code: 'read/zip-unsafe-name', args: { entry: 'link' } });
  });

  it('refuses two entries of the same name', async () => {
    const zip = zipOf([
      { name: 'a', data: '1' },
      { name: 'a', data: '2' },
    ]);
    expect(await caught(() => openAll(zip))).toMatchObject({
      code: 'read/zip-entry',
      args: { entry: 'a', reason: 'duplicate-name' },
    });
  });

  it.each([false, true])('refuses a wrong check sum (deflated: %s)', async (deflate) => {
    const zip = zipOf([{ name: 'a', data: 'some text', deflate, crc: 1 }]);
    expect(await caught(() => openAll(zip))).toMatchObject({
      code: 'read/zip-entry',
      args: { entry: 'a', reason: 'crc' },
    });
  });

  it('refuses a damaged deflated entry', async () => {
    const zip = zipOf([{ name: 'a', data: 'some text that is long enough to be deflated', deflate: true }]);
    zip.fill(0xff, 31, 36);
    expect(await caught(() => openAll(zip))).toMatchObject({ code: 'read/zip-entry', args: { entry: 'a' } });
  });

  it.each([10, 1000])('refuses a size that is not the real one: %d', async (size) => {
    const zip = zipOf([{ name: 'a', data: 'x'.repeat(100), deflate: true, size }]);
    expect(await caught(() => openAll(zip))).toMatchObject({ code: 'read/zip-entry', args: { entry: 'a' } });
  });

  it('refuses an encrypted entry', async () => {
    const zip = zipOf([{ name: 'a', data: 'x', deflate: true, flags: 0x801 }]);
    expect(await caught(() => openAll(zip))).toMatchObject({ args: { entry: 'a', reason: 'encrypted' } });
  });

  it('refuses what is cut, wherever it is', async () => {
    const zip = zipOf([{ name: 'a', data: 'some text' }]);
    for (let length = 4; length < zip.length; length++)
      expect(await caught(() => openAll(zip.subarray(0, length))), `${length} bytes`).toMatchObject({
        code: expect.stringMatching(/^read\/zip/),
      });
  });

  it('refuses a bomb before it inflates it', async () => {
    const zip = zipOf([{ name: 'a', data: Buffer.alloc(2 * 1024 * 1024), deflate: true }]);
    expect(await caught(() => openAll(zip))).toMatchObject({
      code: 'read/zip-limit',
      args: { limit: 'zipRatio', maximum: LIMITS.zipRatio },
    });
  });

  it('refuses an entry that says that it is too large', async () => {
    const zip = zipOf([{ name: 'a', data: 'x', deflate: true, size: LIMITS.zipEntryBytes + 1 }]);
    expect(await caught(() => openAll(zip))).toMatchObject({
      code: 'read/zip-limit',
      args: { limit: 'zipEntryBytes' },
    });
  });

  it('refuses too many entries before it reads them', async () => {
    const zip = zipOf([{ name: 'a' }], { count: LIMITS.zipEntries + 1 });
    expect(await caught(() => openAll(zip))).toMatchObject({ code: 'read/zip-limit', args: { limit: 'zipEntries' } });
  });

  it('never throws anything but what it announces', async () => {
    const zip = zipOf([
      { name: 'a', data: 'some text', deflate: true },
      { name: 'b', data: 'other' },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const damaged = Buffer.from(zip);
        damaged[at] = ((damaged[at] ?? 0) + by) % 256;
        try {
          openAll(damaged);
        } catch (error) {
          expect(error).toMatchObject({ name: 'ReadError', code: expect.stringMatching(/^read\/zip/) });
        }
      }),
      { numRuns: 300 },
    );
  });
});

it('looks at the signature only', () => {
  expect(looksLikeZip(Buffer.from('PK\x01\x02'))).toBe(false);
  expect(looksLikeZip(Buffer.from('PK'))).toBe(false);
});
