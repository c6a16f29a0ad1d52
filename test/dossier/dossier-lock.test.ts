import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listDossier, readManifest } from '../../src/dossier/dossier.js';
import { LOCK_NAME, readLock, writeLock } from '../../src/dossier/dossier-lock.js';
import { loadBase } from '../../src/packs/builtin.js';
import { folderOf } from '../support/folder.js';

const SHA = 'a'.repeat(64);

describe('segur.lock.json', () => {
  it('gives back what was written, sorted, and leaves nothing else in the folder', async () => {
    const folder = await folderOf({});
    const packs = [
      { id: 'fhir.b', version: '1', sha256: SHA },
      { id: 'builtin', version: '0.1.0', sha256: 'b'.repeat(64) },
    ];
    await writeLock(folder, { packs, rem: { sha256: SHA, file: 'rem/REM-MDV-LGC-Va2.xlsx' } });
    expect(await readLock(folder)).toEqual({
      rem: { file: 'rem/REM-MDV-LGC-Va2.xlsx', sha256: SHA },
      packs: packs.toReversed(),
    });
    const text = await readFile(join(folder, LOCK_NAME), 'utf8');
    expect(text.startsWith('{\n  "schema": "segur-check/lock/1",\n  "rem"')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    await writeLock(folder, { rem: { file: 'rem/REM-MDV-LGC-Va2.xlsx', sha256: SHA }, packs: packs.toReversed() });
    expect(await readFile(join(folder, LOCK_NAME), 'utf8')).toBe(text);
    expect(await readdir(folder)).toEqual([LOCK_NAME]);
  });

  it('is refused before it is parsed when it is longer than any', async () => {
    const folder = await folderOf({ [LOCK_NAME]: '['.repeat(5_000_001) });
    await expect(readLock(folder)).rejects.toMatchObject({ code: 'too-large', args: { path: LOCK_NAME } });
  });

  it('is not needed', async () => {
    expect(await readLock(await folderOf({}))).toBeUndefined();
  });

  it.each([
    ['no JSON', '{', 'mistake/yaml'],
    ['another schema', '{ "schema": "segur-check/lock/2" }', 'mistake/'],
    ['no schema', '{}', 'mistake/missing-key'],
    ['an unknown member', '{ "schema": "segur-check/lock/1", "rems": {} }', 'mistake/unknown-key'],
    [
      'a hash that is none',
      '{ "schema": "segur-check/lock/1", "rem": { "file": "a.xlsx", "sha256": "A" } }',
      'mistake/',
    ],
    ['a list', '[]', 'mistake/type'],
  ])('is refused with %s', async (_, text, code) => {
    const folder = await folderOf({ [LOCK_NAME]: text });
    await expect(readLock(folder)).rejects.toMatchObject({
      code: 'mistakes',
      mistakes: expect.arrayContaining([
        expect.objectContaining({ file: LOCK_NAME, code: expect.stringContaining(code) as unknown }),
      ]) as unknown,
    });
  });

  it('is refused when it is a folder, and not written where there is none', async () => {
    const folder = await folderOf({ [`${LOCK_NAME}/a`]: '' });
    await expect(readLock(folder)).rejects.toMatchObject({ code: 'not-a-file', args: { path: LOCK_NAME } });
    await expect(writeLock(folder, {})).rejects.toMatchObject({ code: 'cannot-write' });
    await expect(writeLock(join(folder, 'absent'), {})).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await readdir(folder)).toEqual([LOCK_NAME]);
  });

  it('is no artifact', async () => {
    const manifest = 'candidate: { vendor: a, product: b, version: "1" }\napplies: { wave: 2, corridor: LGC }\n';
    const folder = await folderOf({ 'segur.yaml': manifest, [LOCK_NAME]: '{}', 'a.xml': '<a/>' });
    const files = await listDossier(folder, await readManifest(folder), loadBase(), new Set());
    expect(files.map(({ shown }) => shown)).toEqual(['a.xml']);
  });
});
