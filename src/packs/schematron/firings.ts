import type { TreeNode } from './tree/node.js';
import type { Tree } from './tree/tree.js';

/** A rule that takes a node. */
export interface Firing {
  readonly rule: number;
  readonly node: TreeNode;
}

/**
 * Gives the nodes of a pattern to its rules: the first rule that matches a node takes it, as the descending priorities of the skeleton's templates have it.
 * @param claimed by rank of element, the root first: the pattern that took each last; one array for all patterns of a document, filled with -1.
 */
export function firingsOf(
  pattern: { readonly rank: number; readonly firstRule: number; readonly endRule: number },
  contexts: readonly (readonly number[])[],
  sets: (rank: number) => readonly TreeNode[],
  claimed: Int32Array,
  tree: Tree,
): readonly Firing[] {
  const rules = contexts.length;
  const keys: number[] = [];
  let sorted = true;
  for (let rule = pattern.firstRule; rule < pattern.endRule; rule++)
    for (const set of contexts[rule] ?? [])
      for (const { rank } of sets(set)) {
        if (claimed[rank + 1] === pattern.rank) continue;
        claimed[rank + 1] = pattern.rank;
        const key = (rank + 1) * rules + rule;
        if (sorted && key < (keys.at(-1) ?? 0)) sorted = false;
        keys.push(key);
      }
  // Numbers are sorted as such, and without a function to compare them, only in a typed array.
  const ordered = sorted ? keys : Float64Array.from(keys).sort();
  return Array.from(ordered, (key) => {
    const rule = key % rules;
    return { rule, node: tree.elements[(key - rule) / rules - 1] ?? tree.document };
  });
}
