import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { discover } from '../../src/dossier/discover.js';
import { ensureFolder, writeWhole } from '../../src/dossier/whole-file.js';
import { temporaryFolder } from '../support/cli.js';

/** What a process that is killed leaves. */
const besides = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
const isRoot = process.getuid?.() === 0;

describe('a file that is written whole', () => {
  it('takes the place of the one before, and of what a killed process of the same number left', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'before');
    writeFileSync(besides(path), 'left');
    await writeWhole(path, ['af', Buffer.from('ter')]);
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('is no file of a dossier while it is written, should the process be killed', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.json');
    const content = async function* () {
      yield 'begun';
      expect(existsSync(besides(path))).toBe(true);
      expect(await discover(folder)).toEqual([]);
    };
    await writeWhole(path, content());
    expect(await discover(folder)).toEqual(['a.json']);
  });

  it('takes the place of a link, and leaves what the link leads to', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'link');
    writeFileSync(join(folder, 'kept'), 'kept');
    symlinkSync(join(folder, 'kept'), path);
    // What is beside is no way out either.
    symlinkSync(join(folder, 'kept'), besides(path));
    await writeWhole(path, 'new');
    expect(lstatSync(path).isFile()).toBe(true);
    expect(['kept', 'link'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['kept', 'new']);
    expect(readdirSync(folder)).toEqual(['kept', 'link']);
  });

  it.skipIf(process.platform === 'win32')(
    'is refused in place of a device, of a link to one and of a pipe',
    async () => {
      const folder = temporaryFolder();
      const [pipe, link] = [join(folder, 'pipe'), join(folder, 'link')];
      execFileSync('mkfifo', [pipe]);
      symlinkSync('/dev/null', link);
      for (const path of ['/dev/null', link, pipe])
        await expect(writeWhole(path, 'a')).rejects.toMatchObject({ code: 'not-replaceable', args: { path } });
      expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
      expect(readdirSync(folder)).toEqual(['link', 'pipe']);
    },
  );

  it('is absent where a folder has its name, and under what is no folder; the message names what is shown', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a'));
    const taken = writeWhole(join(folder, 'a'), 'a', 'shown');
    await expect(taken).rejects.toMatchObject({ code: 'cannot-write', args: { path: 'shown' } });
    await expect(writeWhole(join(folder, 'b', 'c'), 'a')).rejects.toMatchObject({
      code: 'cannot-write',
      args: { reason: 'ENOENT' },
    });
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('is absent when its content fails, and that error is told as it is', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a');
    writeFileSync(path, 'before');
    const broken = new Error('broken');
    const content = function* () {
      yield 'begun';
      throw broken;
    };
    await expect(writeWhole(path, content())).rejects.toBe(broken);
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it.skipIf(isRoot || process.platform === 'win32')('is refused in a read-only folder', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    const refused = { code: 'cannot-write', args: { reason: 'EACCES' } };
    await expect(writeWhole(join(folder, 'a'), 'a')).rejects.toMatchObject(refused);
    chmodSync(folder, 0o755);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('folders are made down to the last, twice, and not under a file', async () => {
  const folder = temporaryFolder();
  await ensureFolder(join(folder, 'a', 'b'));
  await ensureFolder(join(folder, 'a', 'b'));
  expect(lstatSync(join(folder, 'a', 'b')).isDirectory()).toBe(true);
  writeFileSync(join(folder, 'file'), '');
  await expect(ensureFolder(join(folder, 'file', 'c'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test.skipIf(!existsSync('/proc/self'))('making a folder ends where the system refuses it with ENOENT', async () => {
  await expect(ensureFolder('/proc/absent/a')).rejects.toMatchObject({ code: 'ENOENT' });
});
