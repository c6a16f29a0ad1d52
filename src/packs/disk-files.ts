import { closeSync, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS, MAX_FILES } from '../artifacts/limits.js';
import { overLimit } from '../artifacts/read-error.js';
import { UserError } from '../dossier/user-error.js';
import { type PackFiles, packFiles } from './pack-files.js';

/**
 * The files of a pack in a folder, listed once; hidden entries, links and `node_modules` are left out, so that nothing outside is read.
 * Synchronous: rules are compiled and run in worker threads.
 * @param known its files, when it was listed already.
 * @throws UserError when `folder` is not a folder or holds too many files; `read` throws ReadError for a file that is too large.
 */
export function openFolder(folder: string, known?: readonly string[]): PackFiles {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError('not-a-folder', { path: folder });
  const root = realpathSync.native(folder);
  return packFiles(known ?? listed(root, folder), (path) => readInside(root, path));
}

function listed(root: string, folder: string): string[] {
  const paths: string[] = [];
  const folders = [''];
  let entries = 0;
  for (const inside of folders) {
    for (const entry of readdirSync(join(root, inside), { withFileTypes: true })) {
      if (++entries > MAX_FILES) throw new UserError('too-many-files', { path: folder, maximum: MAX_FILES });
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) paths.push(path);
    }
  }
  return paths;
}

function readInside(root: string, path: string): Uint8Array {
  const file = join(root, path);
  // A folder may have become a link since it was listed.
  if (realpathSync.native(file) !== file) throw new Error(`${path} leads out of the pack`);
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    if (size > LIMITS.fileBytes) throw overLimit(LIMITS, 'fileBytes', size);
    return readFileSync(opened);
  } finally {
    closeSync(opened);
  }
}
