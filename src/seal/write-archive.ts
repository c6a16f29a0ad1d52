import { Zip, ZipDeflate } from 'fflate';
import { writeWhole } from '../dossier/whole-file.js';

/** One entry of an archive to write: its bytes are asked for when it is its turn, then let go. */
export interface ArchiveEntry {
  readonly path: string;
  content(): Promise<Uint8Array>;
}

/** Local time, since the ZIP format has no time zone: the bytes are the same everywhere. */
const FIRST_DATE = new Date(1980, 0, 1);

/**
 * Writes an archive, whole or not at all. The same entries in the same order give the same bytes on any machine: no clock, and a compression in
 * JavaScript, that no system library changes.
 * @returns bytes written; undefined when the signal was aborted: nothing is left then.
 * @throws UserError `cannot-write`, and what `content` throws.
 */
export async function writeArchive(
  path: string,
  entries: Iterable<ArchiveEntry>,
  signal: AbortSignal,
): Promise<number | undefined> {
  let written = 0;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of zipped(entries, signal)) {
      written += piece.length;
      yield piece;
    }
  };
  try {
    await writeWhole(path, pieces());
    return written;
  } catch (error) {
    if (error === signal.reason) return undefined;
    throw error;
  }
}

async function* zipped(entries: Iterable<ArchiveEntry>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    pending.push(bytes);
  });
  for (const { path, content } of entries) {
    const entry = new ZipDeflate(path, { level: 6 });
    entry.mtime = FIRST_DATE;
    zip.add(entry);
    entry.push(await content(), true);
    yield* pending;
    pending = [];
    signal.throwIfAborted();
  }
  zip.end();
  yield* pending;
}
