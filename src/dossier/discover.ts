import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { MAX_FILES } from '../artifacts/limits.js';
import { UserError } from './user-error.js';

/**
 * Files under `folder`, as paths from it with `/`, sorted by code unit. Hidden entries, links and `node_modules` are left out, so that
 * nothing outside the dossier is ever read.
 * @throws UserError when `folder` is not a folder or holds too many files.
 */
export async function discover(folder: string): Promise<string[]> {
  const files: string[] = [];
  const walk = async (inside: string): Promise<void> => {
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) files.push(path);
      if (files.length > MAX_FILES) throw new UserError('too-many-files', { path: folder, maximum: MAX_FILES });
    }
  };
  const stats = await lstat(folder).catch(() => undefined);
  if (!stats?.isDirectory()) throw new UserError('not-a-folder', { path: folder });
  await walk('');
  return files.sort(byCodeUnit);
}
