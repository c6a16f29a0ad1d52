import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from './user-error.js';

type Piece = string | Uint8Array;

/**
 * Writes a file beside its place, then renames it: it is whole or absent, and what was there stays until then.
 *
 * - A full disk, a folder that refuses, content that fails: nothing is left of it. A power cut is not guarded against.
 * - Killed: `.NAME.<process>.tmp` stays, hidden so that it is no artifact; a process of the same number writes over it.
 * - A link is replaced, never followed. A device or a pipe is refused: it can't be replaced, and would be gone.
 * @param shown what messages name.
 * @throws UserError when it can't be written; what the content throws.
 */
export async function writeWhole(
  path: string,
  content: Piece | Iterable<Piece> | AsyncIterable<Piece>,
  shown = path,
): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile() && !there.isDirectory()) throw new UserError('not-replaceable', { path: shown });
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await rm(beside, { force: true });
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    // What was begun is removed if it can be; what went wrong is the error above.
    await rm(beside, { force: true }).catch(() => undefined);
    throw cannotWrite(error, shown);
  }
}

/** What an error of the file system is to the user; any other is our own fault, and stays what it is. */
export function cannotWrite(error: unknown, path: string): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return new UserError('cannot-write', { path, reason: 'code' in error ? String(error.code) : error.message });
}

/** Makes a folder and those above it. `mkdir` with `recursive` never ends on file systems that refuse new folders with ENOENT. */
export async function ensureFolder(folder: string): Promise<void> {
  const code = await mkdir(folder).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code,
  );
  if (code === undefined || code === 'EEXIST') return;
  if (code === 'ENOENT' && dirname(folder) !== folder) await ensureFolder(dirname(folder));
  await mkdir(folder);
}
