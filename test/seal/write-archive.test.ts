import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../src/artifacts/zip/read-zip.js';
import { type ArchiveEntry, writeArchive } from '../../src/seal/write-archive.js';
import { caught } from '../support/caught.js';
import { folderOf } from '../support/folder.js';

const never = new AbortController().signal;
const CONTENT = { '10': 'ten', '9': '', __proto__x: 'proto', 'é/ü.txt': 'x'.repeat(100_000) };
const entries: readonly ArchiveEntry[] = Object.entries(CONTENT).map(([path, text]) => ({
  path,
  content: async () => Buffer.from(text),
}));

describe('an archive', () => {
  it('is written in the order given, twice the same, and read by others', async () => {
    const folder = await folderOf({});
    const [one = '', two = ''] = ['one.zip', 'two.zip'].map((name) => join(folder, name));
    const bytes = await writeArchive(one, entries, never);
    await writeArchive(two, entries, never);
    const archive = readFileSync(one);
    expect(archive.length).toBe(bytes);
    expect(archive.equals(readFileSync(two))).toBe(true);
    const read = readZip(archive);
    expect(read.entries.map(({ name }) => name)).toEqual(Object.keys(CONTENT));
    expect(read.reserves()).toEqual([]);
    const others = Object.entries(unzipSync(archive)).map(([name, data]) => [name, Buffer.from(data).toString()]);
    expect(Object.fromEntries(others)).toEqual(CONTENT);
    // 1980-01-01 00:00:00, as the format writes it.
    expect(archive.readUInt32LE(10)).toBe(0x00210000);
    expect(readdirSync(folder).sort()).toEqual(['one.zip', 'two.zip']);
  });

  it('is absent when it is interrupted, when what is asked for fails, and where nothing can be written', async () => {
    const folder = await folderOf({});
    const path = join(folder, 'a.zip');
    expect(await writeArchive(path, entries, AbortSignal.abort())).toBeUndefined();
    const broken = new Error('broken');
    const failing: ArchiveEntry = { path: 'b', content: () => Promise.reject(broken) };
    // A fault of ours is not the disk's.
    expect(await caught(() => writeArchive(path, [...entries, failing], never))).toBe(broken);
    expect(await caught(() => writeArchive(join(path, 'in', 'it.zip'), entries, never))).toMatchObject({
      code: 'cannot-write',
      args: { reason: 'ENOENT' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
