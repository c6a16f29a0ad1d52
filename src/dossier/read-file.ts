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

/** Reads files one after the other, so that no more than one is in memory; stops between two when the signal is aborted. */
export async function* readEach(
  files: readonly NamedFile[],
  limits: Limits,
  options: { readonly signal: AbortSignal; readonly onFile: (done: number, total: number) => void },
): AsyncGenerator<Reading> {
  for (const [done, file] of files.entries()) {
    if (options.signal.aborted) return;
    options.onFile(done, files.length);
    yield await readFromDisk(file, limits);
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
