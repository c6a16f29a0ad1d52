import { byCodeUnit } from '../artifacts/by-code-unit.js';
import type { PackFiles } from './pack-files.js';

/** Files by the paths of a pack, whatever holds them: references are resolved among these paths alone, so that none leads out. */
export function packFiles(given: Iterable<string>, read: (path: string) => Uint8Array): PackFiles {
  const paths = [...given].sort(byCodeUnit);
  const known = new Set(paths);
  const folded = new Map<string, string>();
  for (const path of paths) if (!folded.has(fold(path))) folded.set(fold(path), path);
  return {
    paths,
    resolve(from, reference) {
      const wanted = pathOfReference(from, reference);
      if (wanted === undefined) return undefined;
      if (known.has(wanted)) return { path: wanted, exact: true };
      const other = folded.get(fold(wanted));
      return other === undefined ? undefined : { path: other, exact: false };
    },
    read(path) {
      if (!known.has(path)) throw new Error(`the pack has no file ${path}`);
      return read(path);
    },
  };
}

/**
 * The path that a relative reference (RFC 3986 §4.2) means, its fragment left out.
 * @param from path in the pack of the file that holds it.
 * @returns undefined when it is absolute, has a scheme, a query or a backslash, or leaves the pack.
 */
export function pathOfReference(from: string, reference: string): string | undefined {
  const [relative = ''] = reference.trim().split('#');
  if (/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/)|[\\?\0]/.test(relative)) return undefined;
  const reached = from.split('/').slice(0, -1);
  for (const segment of relative.split('/').map(decoded)) {
    if (segment === '' || segment === '.') continue;
    // An encoded slash is part of a name, and no file of a pack has such a name.
    if (segment === undefined || /[/\\\0]/.test(segment)) return undefined;
    if (segment !== '..') reached.push(segment);
    else if (reached.pop() === undefined) return undefined;
  }
  return reached.join('/');
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return undefined;
  }
}

/** Names that a file system without case, or with composed accents, takes for the same. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
