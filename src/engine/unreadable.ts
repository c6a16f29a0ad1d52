import type { Unreadable } from '../artifacts/artifact.js';
import type { Verdict } from './verdict.js';

const OURS: ReadonlySet<string> = new Set(['read/failed', 'read/stopped']);

/** What a file that could not be read counts as: bad input is missing, a reader that failed or was stopped is our own failure. */
export function verdictOfUnreadable({ problems }: Unreadable): Verdict {
  return problems.some((problem) => OURS.has(problem.code)) ? 'undetermined' : 'missing';
}
