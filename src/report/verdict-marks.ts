import type { Verdict } from '../engine/verdict.js';

/** Readable without colour: no two verdicts share a mark, and the word stands beside it. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  undetermined: '!',
  nonconforming: '✗',
  missing: '?',
  'to-review': '◇',
  'not-tested': '○',
  conforming: '✓',
  'not-applicable': '-',
};
