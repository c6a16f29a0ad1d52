import { createHash } from 'node:crypto';
import type { PackFiles } from '../pack-files.js';

/** What was learned of a pack: as long as all of it is still so, what was made of it holds. */
export interface Learned {
  /** Paths and SHA-256 of the files that were read. */
  readonly read: readonly (readonly [path: string, sha256: string])[];
  /** Files that references led to, null for none. */
  readonly resolved: readonly (readonly [from: string, reference: string, path: string | null, exact: boolean])[];
  /** SHA-256 of the list of files, where it was looked at. */
  readonly paths: string | null;
}

/** A pack that notes what is learned of it. */
export function recordedFiles(files: PackFiles): { readonly files: PackFiles; learned(): Learned } {
  const read = new Set<string>();
  const resolved = new Map<string, Learned['resolved'][number]>();
  let listed = false;
  return {
    files: {
      get paths() {
        listed = true;
        return files.paths;
      },
      resolve: (from, reference) => {
        const found = files.resolve(from, reference);
        resolved.set(JSON.stringify([from, reference]), [from, reference, found?.path ?? null, found?.exact ?? true]);
        return found;
      },
      read: (path) => {
        read.add(path);
        return files.read(path);
      },
    },
    learned: () => ({
      read: [...read].flatMap((path) => (has(files, path) ? [[path, sha256Of(files, path)] as const] : [])),
      resolved: [...resolved.values()],
      paths: listed ? listHash(files) : null,
    }),
  };
}

/** Whether all that was learned of a pack is still so. */
export function stillHolds(learned: Learned, files: PackFiles): boolean {
  return (
    (learned.paths === null || learned.paths === listHash(files)) &&
    learned.resolved.every(([from, reference, path, exact]) => {
      const found = files.resolve(from, reference);
      return (found?.path ?? null) === path && (found?.exact ?? true) === exact;
    }) &&
    learned.read.every(([path, sha256]) => has(files, path) && sha256Of(files, path) === sha256)
  );
}

const lists = new WeakMap<PackFiles, ReadonlySet<string>>();

function has(files: PackFiles, path: string): boolean {
  let paths = lists.get(files);
  if (paths === undefined) {
    paths = new Set(files.paths);
    lists.set(files, paths);
  }
  return paths.has(path);
}

const hashes = new WeakMap<PackFiles, Map<string, string>>();

/** SHA-256 of a file of a pack, computed once for as long as the pack is open. @throws Error when the pack has no such file. */
export function sha256Of(files: PackFiles, path: string): string {
  let known = hashes.get(files);
  if (known === undefined) {
    known = new Map();
    hashes.set(files, known);
  }
  let hash = known.get(path);
  if (hash === undefined) {
    hash = createHash('sha256').update(files.read(path)).digest('hex');
    known.set(path, hash);
  }
  return hash;
}

function listHash(files: PackFiles): string {
  return createHash('sha256').update(JSON.stringify(files.paths)).digest('hex');
}
