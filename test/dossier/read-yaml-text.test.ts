import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/dossier/dossier.js';
import { readYamlText } from '../../src/dossier/read-yaml-text.js';
import { folderOf } from '../support/folder.js';

describe('a YAML file', () => {
  it('is read whole, or is not there', async () => {
    const folder = await folderOf({ 'a.yaml': 'a: é\n' });
    expect(await readYamlText(join(folder, 'a.yaml'), 'a.yaml')).toBe('a: é\n');
    expect(await readYamlText(join(folder, 'b.yaml'), 'b.yaml')).toBeUndefined();
  });

  it('is not read when it is too large, or a folder', async () => {
    const folder = await folderOf({ 'segur.yaml': `a: ${'x'.repeat(5_000_000)}`, 'folder/a.txt': '' });
    await expect(readManifest(folder)).rejects.toMatchObject({
      code: 'too-large',
      args: { path: 'segur.yaml', maximum: 5_000_000 },
    });
    await expect(readYamlText(join(folder, 'folder'), 'folder')).rejects.toMatchObject({
      code: 'not-a-file',
      args: { path: 'folder' },
    });
  });
});
