import type { Artifact, Kind } from '../artifacts/artifact.js';
import { copied } from './copied.js';

/** What was kept of each artifact, by the function that told what to keep. */
const KEPT = new WeakMap<object, Map<unknown, unknown>>();

/** What a function keeps of an artifact: made once for all the checks that ask for it, alone or within what they keep themselves. */
export function keptBy<K extends Kind, T>(keep: (artifact: Artifact<K>) => T, artifact: Artifact<K>): T {
  const known = KEPT.get(artifact) ?? new Map<unknown, unknown>();
  KEPT.set(artifact, known);
  // Copied: a slice of a text would hold the whole file.
  if (!known.has(keep)) known.set(keep, copied(keep(artifact)));
  return known.get(keep) as T;
}
