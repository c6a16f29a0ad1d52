import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byCodeUnit } from '../../src/artifacts/by-code-unit.js';
import { discover } from '../../src/dossier/discover.js';
import { caught } from '../support/caught.js';
import { folderOf } from '../support/folder.js';

describe('discover', () => {
  it('lists every file by its path, in an order that no locale changes', async () => {
    const folder = await folderOf({ 'é.xml': '', 'b/a.xml': '', 'B.xml': '', 'a.xml': '', 'b/c/d': '', 'b-a.xml': '' });
    expect(await discover(folder)).toEqual(['B.xml', 'a.xml', 'b-a.xml', 'b/a.xml', 'b/c/d', 'é.xml']);
  });

  it('leaves out what is hidden and what is installed', async () => {
    const folder = await folderOf({
      '.git/config': '',
      '.DS_Store': '',
      'a/.hidden': '',
      'node_modules/x/y': '',
      'a/node_modules/z': '',
      'a/b': '',
    });
    expect(await discover(folder)).toEqual(['a/b']);
  });

  it('follows no link', async () => {
    const outside = await folderOf({ secret: '' });
    const folder = await folderOf({ a: '' });
    await symlink(join(outside, 'secret'), join(folder, 'file'));
    await symlink(outside, join(folder, 'folder'));
    await symlink(folder, join(folder, 'loop'));
    expect(await discover(folder)).toEqual(['a']);
    expect(await caught(() => discover(join(folder, 'folder')))).toMatchObject({ code: 'not-a-folder' });
  });

  it('refuses what is no folder', async () => {
    const folder = await folderOf({ a: '' });
    for (const path of [join(folder, 'a'), join(folder, 'none')])
      expect(await caught(() => discover(path))).toMatchObject({
        name: 'UserError',
        code: 'not-a-folder',
        args: { path },
      });
  });

  it('of an empty folder is empty', async () => {
    expect(await discover(await folderOf({}))).toEqual([]);
  });
});

it('compares by code unit', () => {
  expect(['é', 'a', 'Z', 'a!', 'a'].sort(byCodeUnit)).toEqual(['Z', 'a', 'a', 'a!', 'é']);
});
