import { readFile } from 'node:fs/promises';
import type { Declaration } from '../artifacts/artifact.js';
import { type Reading, read, withoutBang } from '../artifacts/read.js';

/** Reads a file of the disk as an artifact. What the system refuses to give is unreadable, and the other files are still judged. */
export async function readFromDisk(file: string, shown: string, declared: Declaration): Promise<Reading> {
  const path = withoutBang(shown);
  try {
    return await read({ path, bytes: await readFile(file), declared });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const problems = [{ code: 'read/refused' as const, args: { reason }, location: {} }];
    return {
      artifact: undefined,
      unreadable: [{ path, containers: [], kind: 'other', sha256: '', bytes: 0, declared, problems }],
    };
  }
}
