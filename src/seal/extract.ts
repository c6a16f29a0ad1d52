import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isRefusedByWindows } from '../artifacts/zip/entry-name.js';
import { UserError } from '../dossier/user-error.js';
import { DOSSIER_PREFIX } from './dossier-files.js';
import { entriesOf } from './integrity.js';

/** What was taken out of a seal. */
export interface Extracted {
  readonly paths: readonly string[];
  /** Of the entries that are not of the dossier. */
  readonly others: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes the dossier of an archive that was found intact in a folder, and gives the other entries.
 * @returns undefined when the signal was aborted.
 * @throws UserError for a file that can't be written here.
 */
export async function extractSeal(
  archive: Uint8Array,
  folder: string,
  signal: AbortSignal,
): Promise<Extracted | undefined> {
  const paths: string[] = [];
  const others = new Map<string, Uint8Array>();
  for (const { path, content } of entriesOf(archive)) {
    if (signal.aborted) return undefined;
    paths.push(path);
    if (!path.startsWith(DOSSIER_PREFIX)) {
      others.set(path, content());
      continue;
    }
    await writeExtracted(folder, path, content());
  }
  return { paths, others };
}

/**
 * Writes one entry in a folder, over nothing.
 * @throws UserError for a name that this system can't have, or would take for another.
 */
export async function writeExtracted(folder: string, path: string, content: Uint8Array): Promise<void> {
  // A seal holds none such: Windows would write it elsewhere.
  if (isRefusedByWindows(path)) throw new UserError('replay-extract', { path, reason: 'name' });
  // The reader of archives refused what leads out.
  const file = join(folder, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content, { flag: 'wx' });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError('replay-extract', { path, reason });
  }
}
