import { byCodeUnit } from '../artifacts/by-code-unit.js';
import type { EntryDifference } from './replay-result.js';

/**
 * What was made again and is not as it was sealed, and what is sealed that nothing makes.
 * @param paths of all the sealed entries; `expected` are those that are not made.
 */
export function entryDifferences(
  made: ReadonlyMap<string, Uint8Array>,
  sealed: ReadonlyMap<string, Uint8Array>,
  paths: readonly string[],
  expected: readonly string[],
): EntryDifference[] {
  const known = new Set([...made.keys(), ...expected]);
  const differing = [...made].flatMap(([path, bytes]): EntryDifference[] => {
    const before = sealed.get(path);
    if (!before) return [{ path, difference: 'absent' }];
    return Buffer.compare(before, bytes) === 0 ? [] : [{ path, difference: 'other-content' }];
  });
  const unexpected = paths
    .filter((path) => !known.has(path))
    .map((path) => ({ path, difference: 'unexpected' as const }));
  return [...differing, ...unexpected].sort((a, b) => byCodeUnit(a.path, b.path));
}
