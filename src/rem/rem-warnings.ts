import type { RemWarning } from '../scenarios/rem-workbook.js';

/** Warnings of what is odd, and was read. */
const READ = new Set(['rem/other-sheet', 'rem/id-unusual']);

/** True for a warning that tells of a text that was not read, or is not there. */
export function losesText({ code }: RemWarning): boolean {
  return !READ.has(code);
}
