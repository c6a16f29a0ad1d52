import { readFile } from 'node:fs/promises';
import type { Declaration } from '../artifacts/artifact.js';
import type { Limits } from '../artifacts/limits.js';
import { type Reading, read, withoutBang } from '../artifacts/read.js';

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

/** Reads a file of the disk as an artifact. What the system refuses to give is unreadable, and the other files are still judged. */
async function readFromDisk({ file, shown, declared }: NamedFile, limits: Limits): Promise<Reading> {
  const path = withoutBang(shown);
  try {
    return await read({ path, bytes: await readFile(file), declared }, limits);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const problems = [{ code: 'read/refused' as const, args: { reason }, location: {} }];
    return {
      artifact: undefined,
      unreadable: [{ path, containers: [], kind: 'other', sha256: '', bytes: 0, declared, problems }],
    };
  }
}
