import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
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
  const file = createWriteStream(beside);
  let failure: Error | undefined;
  file.on('error', (error) => {
    failure = error;
  });
  try {
    const zip = new Zip((error, bytes) => {
      if (error) failure = error;
      else file.write(bytes);
    });
    for (const { path: name, content } of entries) {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = FIRST_DATE;
      zip.add(entry);
      entry.push(await content(), true);
      if (file.writableNeedDrain && !failure) await Promise.race([once(file, 'drain'), once(file, 'close')]);
      if (failure) throw failure;
      if (signal.aborted) return undefined;
    }
    zip.end();
    file.end();
    await once(file, 'finish');
    await rename(beside, path);
    return file.bytesWritten;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const told = failure ?? error;
    const reason = told instanceof Error && 'code' in told ? String(told.code) : String(told);
    throw new UserError('cannot-write', { path, reason });
  } finally {
    file.destroy();
    await rm(beside, { force: true });
  }
}
