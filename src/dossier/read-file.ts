import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Declaration } from '../artifacts/artifact.js';
import { withoutBang } from '../artifacts/child-names.js';
import type { ReadOptions } from '../artifacts/extractors.js';
import type { Limits } from '../artifacts/limits.js';
import { imageFormat, videoFormat } from '../artifacts/media/formats.js';
import { type Reading, read, readStreamed, unreadable } from '../artifacts/read.js';
import { overLimit, ReadError } from '../artifacts/read-error.js';
import { findDatamatrices } from '../extract/find-datamatrices.js';
import { pdfText } from '../extract/pdf-text.js';

const PIECE = 1024 * 1024;

/** A file to read. */
export interface NamedFile {
  /** Path of the report: never absolute, unique. */
  readonly shown: string;
  readonly file: string;
  readonly declared: Declaration;
}

/** Reads files one after the other; stops between two when the signal is aborted. What `take` does not keep is gone before the next is read. */
export async function readEach(
  files: readonly NamedFile[],
  limits: Limits,
  take: (reading: Reading) => void,
  options: { readonly signal: AbortSignal; readonly onFile: (done: number, total: number) => void },
): Promise<void> {
  // A function of its own: while this one waits for a file, its variables would hold the file before.
  const readOne = async (file: NamedFile): Promise<void> => take(await readFromDisk(file, limits));
  for (const [done, file] of files.entries()) {
    if (options.signal.aborted) return;
    options.onFile(done, files.length);
    await readOne(file);
  }
}

/**
 * Reads a file of the disk as an artifact. Images and films are hashed by pieces and never held. What the system refuses to give is unreadable, and
 * the other files are still judged. Files are read synchronously: the detour by other threads takes longer than most of them.
 */
export async function readFromDisk(
  { file, shown, declared }: NamedFile,
  limits: Limits,
  options: ReadOptions = {},
): Promise<Reading> {
  const identity = { path: withoutBang(shown), containers: [], sha256: '', bytes: 0, declared };
  let opened: number | undefined;
  // A signal is heard between two files.
  await setImmediate();
  try {
    // Without it, a named pipe would be waited for.
    opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(opened);
    if (!stats.isFile()) throw new ReadError('read/refused', { reason: 'not-a-file' });
    return await readOpen(opened, stats.size, { ...identity, bytes: stats.size }, limits, {
      extractors: { pdfText, findDatamatrices },
      ...options,
    });
  } catch (error) {
    if (error instanceof ReadError) return unreadable(identity, error);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return unreadable(identity, new ReadError('read/refused', { reason }));
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

type Identity = Parameters<typeof unreadable>[0];

async function readOpen(
  opened: number,
  size: number,
  identity: Identity,
  limits: Limits,
  options: ReadOptions,
): Promise<Reading> {
  const { path, declared } = identity;
  const at = async (offset: number, length: number): Promise<Buffer> => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
    return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, offset));
  };
  const head = await at(0, 16);
  // What is searched must be held, if it can be.
  const searched = (options.datamatrix || declared.datamatrix) && imageFormat(head) && size <= limits.fileBytes;
  if (!searched && (imageFormat(head) || videoFormat(head))) {
    if (size > limits.mediaBytes) return unreadable(identity, overLimit(limits, 'mediaBytes', size));
    const sha256 = await hashed(opened, size);
    return readStreamed({ ...identity, sha256 }, { size, read: at }, limits);
  }
  if (size > limits.fileBytes) {
    // Too large to be read, not to be known again.
    const sha256 = size > limits.mediaBytes ? '' : await hashed(opened, size);
    return unreadable({ ...identity, sha256 }, overLimit(limits, 'fileBytes', size));
  }
  const bytes = Buffer.allocUnsafeSlow(size);
  const sha256 = await hashed(opened, size, bytes);
  return read({ path, bytes, declared, sha256 }, limits, options);
}

/**
 * Hashes the `size` bytes of a file, through `into` when they are kept.
 * @throws ReadError when the file has become shorter or longer.
 */
async function hashed(opened: number, size: number, into?: Buffer): Promise<string> {
  const hash = createHash('sha256');
  const buffer = into ?? Buffer.allocUnsafe(Math.min(PIECE, size));
  for (let done = 0; done < size; ) {
    const start = into ? done : 0;
    const bytesRead = readSync(opened, buffer, start, Math.min(PIECE, size - done, buffer.length - start), done);
    if (bytesRead === 0) throw new ReadError('read/refused', { reason: 'file-changed' });
    hash.update(buffer.subarray(start, start + bytesRead));
    done += bytesRead;
    if (done < size) await setImmediate();
  }
  if (readSync(opened, Buffer.allocUnsafe(1), 0, 1, size) > 0)
    throw new ReadError('read/refused', { reason: 'file-changed' });
  return hash.digest('hex');
}
