import type { Unreadable } from '../artifacts/artifact.js';
import type { Verdict } from './verdict.js';

/** What a file that could not be read counts as: bad input is missing, a reader that failed is our own failure. */
export function verdictOfUnreadable({ problems }: Unreadable): Verdict {
  return problems.some((problem) => problem.code === 'read/failed') ? 'undetermined' : 'missing';
}
