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
  for (let rule = pattern.firstRule; rule < pattern.endRule; rule++) {
    const ranks = contexts[rule] ?? NONE;
    for (let each = 0; each < ranks.length; each++) {
      const nodes = sets(ranks[each] ?? 0);
      for (let at = 0; at < nodes.length; at++) {
        const place = (nodes[at]?.rank ?? 0) + 1;
        if (claimed[place] === pattern.rank) continue;
        claimed[place] = pattern.rank;
        const firing = place * rules + rule;
        if (firing < last) sorted = false;
        last = firing;
        firings.push(firing);
      }
    }
  }
  // A typed array sorts numbers as numbers without a function to compare them.
  return sorted ? firings : Float64Array.from(firings).sort();
}

const NONE: readonly number[] = [];
