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
  const kept: Kept<T> | undefined = bytes && JSON.parse(bytes.toString());
  if (kept && stillHolds(kept.learned, files)) return kept.value;
  const recorded = recordedFiles(files);
  const value = make(recorded.files);
  const learned = learnedBy(recorded);
  if (learned) cache.write(name, Buffer.from(JSON.stringify({ learned, value } satisfies Kept<T>)));
  return value;
}

interface Kept<T> {
  readonly learned: Learned;
  readonly value: T;
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
