import { createHash } from 'node:crypto';
import { ReadError } from '../../artifacts/read-error.js';
import type { PackFiles } from '../pack-files.js';
import type { RuleCache } from './cache.js';
import { type Learned, recordedFiles, stillHolds } from './recorded-files.js';

/**
 * What is made of the files of a pack, or what was made of them in another process, as long as all that it was made of is the same.
 * @param name of the entry, that changes with the code of `make`.
 * @param make gives values that JSON can write.
 */
export function remembered<T>(
  files: PackFiles,
  { cache, name }: { readonly cache: RuleCache; readonly name: string },
  make: (files: PackFiles) => T,
): T {
  const bytes = cache.read(name);
  const kept = bytes && decode<T>(bytes);
  if (kept && stillHolds(kept.learned, files)) return kept.value;
  const recorded = recordedFiles(files);
  const value = make(recorded.files);
  const learned = learnedBy(recorded);
  if (learned) {
    const body = Buffer.from(JSON.stringify({ learned, value }));
    cache.write(name, Buffer.concat([sha256(body), body]));
  }
  return value;
}

/** Undefined when a file that was asked for is too large to be read. */
function learnedBy(recorded: ReturnType<typeof recordedFiles>): Learned | undefined {
  try {
    return recorded.learned();
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

const HASH_BYTES = 32;

function decode<T>(bytes: Buffer): { readonly learned: Learned; readonly value: T } | undefined {
  const body = bytes.subarray(HASH_BYTES);
  // The hash tells that these are the bytes that were made of such a value.
  return sha256(body).equals(bytes.subarray(0, HASH_BYTES)) ? JSON.parse(body.toString()) : undefined;
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
