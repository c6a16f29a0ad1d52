import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../src/artifacts/zip/read-zip.js';
import { caught } from '../../support/caught.js';
import { zipOf } from '../../support/zip.js';

type Entries = Parameters<typeof zipOf>[0];
type Options = Parameters<typeof zipOf>[1];

const problemOf = async (zip: Buffer) => {
  const error = await caught(() => readZip(zip).entries.map(({ data }) => data));
  return error as { code: string; args: Record<string, unknown> };
};
const a = { name: 'a', data: 'some text' };
const b = { name: 'b', data: 'other text' };
const unicodePath = (raw: Buffer, name: string, crc = crc32(raw)) => {
  const field = Buffer.alloc(9 + Buffer.byteLength(name));
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(field.length - 4, 2);
  field[4] = 1;
  field.writeUInt32LE(crc, 5);
  field.write(name, 9);
  return field;
};

describe('what reads in two ways is refused', () => {
  const twice = zipOf([a]);
  it.each<[string, string, Entries, Options]>([
    ['an end record inside the comment', 'zip-two-ends', [a], { comment: zipOf([]) }],
    ['an archive inside the comment', 'zip-directory-place', [a], { comment: zipOf([b]) }],
    ['an end record after the archive', 'zip-two-ends', [a], { tail: Buffer.concat([zipOf([]), Buffer.from('x')]) }],
    ['entries before those of the directory', 'zip-hidden-entry', [{ ...a, before: twice }], {}],
    ['entries between those of the directory', 'zip-hidden-entry', [a, { ...b, before: twice }], {}],
    ['an archive after it, cut', 'zip-hidden-entry', [a], { tail: twice.subarray(0, 40) }],
    ['bytes between its directory and its end', 'zip-directory-place', [a], { gap: 'x' }],
    ['a directory elsewhere', 'zip-directory-place', [a], { start: 3 }],
    ['more entries than it says', 'zip-count', [a, b], { count: 1 }],
    ['fewer entries than it says', 'zip-count', [a], { count: 2 }],
    ['one volume of several', 'zip-disks', [a], { disk: 1 }],
  ])('%s', async (_, reason, entries, options) => {
    expect(await problemOf(zipOf(entries, options))).toMatchObject({ code: 'read/zip', args: { reason } });
  });

  it('an archive whose end of 64 bits is not that of 32 bits', async () => {
    const zip = zipOf([a], { zip64: true });
    zip.writeUInt16LE(3, zip.length - 12);
    zip.writeUInt16LE(3, zip.length - 14);
    expect(await problemOf(zip)).toMatchObject({ args: { reason: 'zip-two-ends' } });
  });

  it('an archive whose directory is damaged', async () => {
    const zip = zipOf([a, b]);
    zip.write('XX', zip.lastIndexOf('PK\x01\x02', undefined, 'latin1'), 'latin1');
    expect(await problemOf(zip)).toMatchObject({ code: 'read/zip', args: { reason: 'zip-directory', rank: 2 } });
  });

  it.each<[string, string, Entries]>([
    ['a name', 'zip-local-name', [{ ...a, local: { name: 'b' } }]],
    ['a method', 'zip-local-method', [{ ...a, local: { method: 8 } }]],
    ['a size', 'zip-local-size', [{ ...a, local: { size: 3 } }]],
    ['a check sum', 'zip-local-crc', [{ ...a, local: { crc: 3 } }]],
    ['a place', 'zip-no-local-header', [{ ...a, offset: 3 }]],
    ['a place beyond the archive', 'zip-no-local-header', [{ ...a, offset: 30_000 }]],
    ['a descriptor', 'zip-descriptor', [{ ...a, flags: 0x808 }, b]],
    ['a folder with content', 'zip-folder-with-data', [{ ...a, name: 'a/' }, b]],
  ])('an entry whose header and directory do not agree on %s', async (_, reason, entries) => {
    expect(await problemOf(zipOf(entries))).toMatchObject({ code: 'read/zip-entry', args: { reason } });
  });

  it('two entries on the same bytes', async () => {
    expect(await problemOf(zipOf([a, { ...a, name: 'b', offset: 0 }]))).toMatchObject({
      code: 'read/zip-entry',
      args: { entry: 'b', reason: 'zip-overlap', other: 'a' },
    });
  });

  it('an entry that reaches into the directory', async () => {
    const zip = zipOf([a]);
    // The compressed size, in the local header and in the directory.
    zip.writeUInt32LE(400, 18);
    zip.writeUInt32LE(400, zip.indexOf('PK\x01\x02', 0, 'latin1') + 20);
    expect(await problemOf(zip)).toMatchObject({ args: { entry: 'a', reason: 'zip-outside' } });
  });

  it.each([
    ['A/É.txt', 'a/é.TXT'],
    ['é', 'e\u0301'],
    ['a/b', './a//b'],
    ['a', 'a/'],
  ])('two entries that are one file somewhere: %s and %s', async (one, other) => {
    expect(await problemOf(zipOf([{ name: one }, { name: other }]))).toMatchObject({
      code: 'read/zip-entry',
      args: { entry: other, reason: 'zip-twin-name', other: one },
    });
  });
});

describe('an entry', () => {
  it('of a method that nobody reads is refused by its number', async () => {
    expect(await problemOf(zipOf([{ ...a, method: 9 }]))).toMatchObject({ args: { reason: 'zip-method', method: 9 } });
  });

  it('is not inflated before it is asked for', () => {
    const { entries } = readZip(zipOf([{ ...a, crc: 1 }, b]));
    expect(entries.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(() => entries[0]?.data).toThrow('read/zip-entry');
    expect(Buffer.from(entries[1]?.data ?? []).toString()).toBe('other text');
  });

  it.each([0o010000, 0o020000, 0o140000])('is no pipe, device or socket: %o', async (mode) => {
    expect(await problemOf(zipOf([{ ...a, mode }]))).toMatchObject({
      code: 'read/zip-unsafe-name',
      args: { reason: 'zip-special-file' },
    });
  });

  it('has a name, of which a message shows two hundred characters', async () => {
    expect(await problemOf(zipOf([{ name: '' }]))).toMatchObject({ args: { reason: 'zip-no-name' } });
    const { args } = await problemOf(zipOf([{ name: `/${'a'.repeat(60_000)}` }]));
    expect(String(args.entry)).toHaveLength(201);
  });
});

describe('the name of an entry', () => {
  const nameOf = (entry: Entries[number]) => readZip(zipOf([entry])).entries[0]?.name;
  const raw = Buffer.from([0x82, 0x74, 0x82]);

  it('is in code page 437 when nothing says otherwise', () => {
    expect(nameOf({ name: raw, flags: 0 })).toBe('été');
    const high = Uint8Array.from({ length: 128 }, (_, index) => 128 + index);
    expect(nameOf({ name: high, flags: 0 })).toMatch(/^ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ.{93}²■\u00a0$/);
  });

  it('is in UTF-8 when it is, and it is said that nothing says so', () => {
    const { entries, reserves } = readZip(zipOf([{ name: 'été', flags: 0 }]));
    expect(entries[0]?.name).toBe('été');
    expect(reserves()).toEqual([
      { code: 'read/forgiven', args: { reason: 'zip-utf8-unsaid', entry: 'été' }, location: {} },
    ]);
  });

  it('is that of the field of a Unicode path, as long as the field is about it', () => {
    expect(nameOf({ name: raw, flags: 0, extra: unicodePath(raw, 'œuvre') })).toBe('œuvre');
    expect(nameOf({ name: raw, flags: 0, extra: unicodePath(raw, 'œuvre', 1) })).toBe('été');
    expect(nameOf({ name: raw, flags: 0, extra: unicodePath(raw, 'œuvre').subarray(0, 6) })).toBe('été');
  });

  it('in a field leaves the archive no more than another', async () => {
    const zip = zipOf([{ name: raw, flags: 0, extra: unicodePath(raw, '../œuvre') }]);
    expect(await problemOf(zip)).toMatchObject({ code: 'read/zip-unsafe-name', args: { reason: 'zip-parent' } });
  });

  it('that is not the UTF-8 that it is said to be is refused', async () => {
    expect(await problemOf(zipOf([{ name: raw }]))).toMatchObject({ args: { reason: 'zip-name-not-utf8' } });
  });
});

describe('what is forgiven', () => {
  const reservesOf = (entries: Entries, options?: Options) =>
    readZip(zipOf(entries, options))
      .reserves()
      .map(({ args }) => args);

  it('is nothing in a plain archive', () => {
    expect(reservesOf([{ name: 'd/' }, { ...a, descriptor: true }, { ...b, zip64: true }], { comment: 'ok' })).toEqual(
      [],
    );
  });

  it('is a name that Windows refuses', () => {
    for (const name of ['aux.txt', 'a/NUL', 'ab:c', 'a?', 'a.', 'b /c', 'a\tb'])
      expect(reservesOf([{ name }]), name).toEqual([{ reason: 'zip-windows-name', entry: name }]);
    expect(reservesOf([{ name: 'auxiliaire.txt' }, { name: './com/lpt' }])).toEqual([]);
  });

  it('are bytes that belong to nothing, after the archive or between its entries', () => {
    expect(reservesOf([a], { tail: '\r\n' })).toEqual([{ reason: 'zip-stray-bytes', bytes: 2 }]);
    expect(reservesOf([a, { ...b, before: Buffer.alloc(10) }])).toEqual([{ reason: 'zip-stray-bytes', bytes: 10 }]);
  });
});
