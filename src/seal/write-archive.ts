import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Zip, ZipDeflate } from 'fflate';
import { UserError } from '../dossier/user-error.js';

/** One entry of an archive to write: its bytes are asked for when it is its turn, then let go. */
export interface ArchiveEntry {
  readonly path: string;
  content(): Promise<Uint8Array>;
}

/** Local time, since the ZIP format has no time zone: the bytes are the same everywhere. */
const FIRST_DATE = new Date(1980, 0, 1);

/**
 * Writes an archive beside its place, then renames it: it is whole or absent. The same entries in the same order give the same bytes on any
 * machine: no clock, and a compression in JavaScript, that no system library changes.
 * @returns bytes written; undefined when the signal was aborted: nothing is left then.
 * @throws UserError `cannot-write`, and what `content` throws.
 */
export async function writeArchive(
  path: string,
  entries: Iterable<ArchiveEntry>,
  signal: AbortSignal,
): Promise<number | undefined> {
  const beside = `${path}.${process.pid}.tmp`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(beside, 'w');
    const bytes = await writeEntries(handle, entries, signal);
    await handle.close();
    handle = undefined;
    if (bytes !== undefined) await rename(beside, path);
    return bytes;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError('cannot-write', { path, reason });
  } finally {
    await handle?.close();
    await rm(beside, { force: true });
  }
}

async function writeEntries(
  handle: FileHandle,
  entries: Iterable<ArchiveEntry>,
  signal: AbortSignal,
): Promise<number | undefined> {
  let written = 0;
  let pending: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    pending.push(bytes);
  });
  const flush = async (): Promise<void> => {
    for (const bytes of pending) {
      await handle.writeFile(bytes);
      written += bytes.length;
    }
    pending = [];
  };
  for (const { path, content } of entries) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = FIRST_DATE;
    zip.add(entry);
    entry.push(await content(), true);
    await flush();
    if (signal.aborted) return undefined;
  }
  zip.end();
  await flush();
  return written;
}
