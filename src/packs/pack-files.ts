import { byCodeUnit } from '../artifacts/by-code-unit.js';
import { pathOfReference } from './resolve-reference.js';

/** The files of a pack: nothing outside its folder is ever read. Paths are from its root, with `/`, whatever the system. */
export interface PackFiles {
  /** Every file, sorted by code unit. */
  readonly paths: readonly string[];
  /**
   * The path of the file that a reference names.
   * @param from path of the file that holds the reference.
   * @returns undefined when the pack has none, or when the reference leaves it; `exact` is false where only the case differs.
   */
  resolve(from: string, reference: string): { readonly path: string; readonly exact: boolean } | undefined;
  /** @throws Error when the pack has no such file. */
  read(path: string): Uint8Array;
}

/** The name of a file. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name of a file, without its extension: what a schema is called by. */
export function fileStem(path: string): string {
  return fileName(path).replace(/\.[^.]*$/, '');
}

/** Files by the paths of a pack, whatever holds them: references are resolved among these paths alone, so that none leads out. */
export function packFiles(given: Iterable<string>, read: (path: string) => Uint8Array): PackFiles {
  const paths = [...given].sort(byCodeUnit);
  const known = new Set(paths);
  let folded: Map<string, string> | undefined;
  return {
    paths,
    resolve(from, reference) {
      const wanted = pathOfReference(from, reference);
      if (wanted === undefined) return undefined;
      if (known.has(wanted)) return { path: wanted, exact: true };
      folded ??= byFoldedPath(paths);
      const other = folded.get(fold(wanted));
      return other === undefined ? undefined : { path: other, exact: false };
    },
    read(path) {
      if (!known.has(path)) throw new Error(`the pack has no file ${path}`);
      return read(path);
    },
  };
}

/** The first of those that fold to the same. */
function byFoldedPath(paths: readonly string[]): Map<string, string> {
  return new Map(paths.toReversed().map((path) => [fold(path), path]));
}

/** Names that a file system without case, or with composed accents, takes for the same. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
