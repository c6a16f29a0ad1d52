import type { ExampleBase } from '../../../../src/checks/example-base.js';

/** One string of a bundled capture, and what stands in its place. */
export interface Rewriting {
  readonly base: ExampleBase;
  readonly part: string;
  readonly good: string;
  readonly bad: string;
}

/** One fault planted in a capture that conforms, and the checks that it trips: exactly these. */
export interface Alteration extends Rewriting {
  readonly trips: readonly string[];
}

/** Alterations of one part of a capture, each `good, bad, trips…`. */
export function alterationsOf(
  base: ExampleBase,
  part: string,
  ...changes: readonly (readonly [good: string, bad: string, ...trips: readonly string[]])[]
): Alteration[] {
  return changes.map(([good, bad, ...trips]) => ({ base, part, good, bad, trips }));
}
