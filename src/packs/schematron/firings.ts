import type { TreeNode } from './tree/node.js';

/** A pattern that has rules: they stand together. */
export interface FiringPattern {
  readonly rank: number;
  readonly firstRule: number;
  readonly endRule: number;
}

/**
 * Gives the nodes of a pattern to its rules: the first rule that matches a node takes it, as the descending priorities of the skeleton's templates have it.
 * @param claimed by rank of element, the root first: the pattern that took each last; one array for all patterns of a document, filled with -1.
 * @returns firings in the order of the document, each (rank of element + 1) * number of rules + rule.
 */
export function firingsOf(
  pattern: FiringPattern,
  contexts: readonly (readonly number[])[],
  sets: (rank: number) => readonly TreeNode[],
  claimed: Int32Array,
): ArrayLike<number> {
  const rules = contexts.length;
  const firings: number[] = [];
  let last = 0;
  let sorted = true;
  for (let rule = pattern.firstRule; rule < pattern.endRule; rule++)
    for (const set of contexts[rule] ?? [])
      for (const { rank } of sets(set)) {
        if (claimed[rank + 1] === pattern.rank) continue;
        claimed[rank + 1] = pattern.rank;
        const firing = (rank + 1) * rules + rule;
        if (firing < last) sorted = false;
        last = firing;
        firings.push(firing);
      }
  // A typed array sorts numbers as numbers without a function to compare them.
  return sorted ? firings : Float64Array.from(firings).sort();
}
