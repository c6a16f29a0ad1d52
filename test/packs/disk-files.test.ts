import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFolder } from '../../src/packs/disk-files.js';
import { packFiles } from '../../src/packs/pack-files.js';
import { folderOf } from '../support/folder.js';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('the files of a folder', () => {
  it('are listed from its root, hidden ones, links and node_modules left out', async () => {
    const outside = await folderOf({ 'secret.xml': 'secret' });
    const folder = await folderOf({
      'b/c.sch': 'c',
      'a.xml': 'a',
      '.git/config': 'x',
      'b/.hidden': 'x',
      'node_modules/m.js': 'x',
    });
    symlinkSync(join(outside, 'secret.xml'), join(folder, 'link.xml'));
    symlinkSync(outside, join(folder, 'linked'));
    const files = openFolder(folder);
    expect(files.paths).toEqual(['a.xml', 'b/c.sch']);
    expect(textOf(files.read('b/c.sch'))).toBe('c');
    for (const path of ['link.xml', 'linked/secret.xml', '../x', '.git/config'])
      expect(() => files.read(path)).toThrow('no file');
  });

  it('are not read through a folder that became a link', async () => {
    const outside = await folderOf({ 'c.sch': 'secret' });
    const folder = await folderOf({ 'b/c.sch': 'c' });
    const files = openFolder(folder);
    renameSync(join(folder, 'b'), join(folder, 'gone'));
    symlinkSync(outside, join(folder, 'b'));
    expect(() => files.read('b/c.sch')).toThrow('out of the pack');
  });

  it('need a folder', async () => {
    const folder = await folderOf({ 'a.xml': 'a' });
    expect(() => openFolder(join(folder, 'a.xml'))).toThrow('not-a-folder');
    expect(() => openFolder(join(folder, 'absent'))).toThrow('not-a-folder');
    mkdirSync(join(folder, 'empty'));
    expect(openFolder(join(folder, 'empty')).paths).toEqual([]);
    writeFileSync(join(folder, 'empty/x'), '');
  });
});

describe('a reference', () => {
  const files = packFiles(
    ['s/a.sch', 's/Include/é b.sch', 'jdv/A.xml', 'S2/x.sch', 's2/y.sch'],
    () => new Uint8Array(),
  );
  const to = (reference: string, from = 's/a.sch') => files.resolve(from, reference);

  it.each([
    ['a.sch', 's/a.sch'],
    ['./a.sch#id', 's/a.sch'],
    ['../jdv/A.xml', 'jdv/A.xml'],
    ['%2e%2e/jdv/%41.xml', 'jdv/A.xml'],
    ['Include/%C3%A9%20b.sch', 's/Include/é b.sch'],
    ['Include//é b.sch', 's/Include/é b.sch'],
    ['x/../a.sch', 's/a.sch'],
    [' a.sch ', 's/a.sch'],
  ])('%s leads to a file', (reference, path) => {
    expect(to(reference)).toEqual({ path, exact: true });
  });

  it('is followed where only the case differs, in any segment', () => {
    expect(to('include/É b.sch')).toEqual({ path: 's/Include/é b.sch', exact: false });
    expect(to('../JDV/a.XML')).toEqual({ path: 'jdv/A.xml', exact: false });
    expect(to('../s2/x.sch')).toEqual({ path: 'S2/x.sch', exact: false });
    expect(to('../s2/y.sch')).toEqual({ path: 's2/y.sch', exact: true });
  });

  it.each([
    '',
    '#id',
    'absent.xml',
    '/jdv/A.xml',
    '//host/jdv/A.xml',
    'file:///jdv/A.xml',
    'http://a/b',
    'C:/x',
    '../../jdv/A.xml',
    '../../../s/a.sch',
    '%2e%2e/%2e%2e/s/a.sch',
    '..%2Fjdv%2FA.xml',
    '..\\jdv\\A.xml',
    '..%5Cjdv%5CA.xml',
    'a.sch?x',
    'a.sch%00',
    '%zz',
    '%ff',
  ])('%s leads nowhere', (reference) => {
    expect(to(reference)).toBeUndefined();
  });
});
