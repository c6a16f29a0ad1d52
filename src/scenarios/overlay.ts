import type { Bilingual } from './scenario.js';

/** A correction that the ANS published after a workbook (its FAQ, not the workbook, is where they live): one file of `scenarios/overlays/`. */
export interface Overlay {
  readonly overlay: string;
  /** Address of the page. */
  readonly source: string;
  /** Day of the publication, `YYYY-MM-DD`; of a page without a date, the day it was read. */
  readonly date: string;
  /** The page has no date: what is newer than the day it was read can't be told from what is older. */
  readonly undated?: boolean;
  readonly corridors: readonly string[];
  /** Numbers without prefix; several where the page itself gives several for the same one. */
  readonly requirements: readonly string[];
  /** Scenarios and proofs that it is about. */
  readonly scenarios?: readonly string[];
  readonly proofs?: readonly string[];
  /**
   * `wording`: what it says is shown after the wording of the workbook. `rule`: what the proof must be changes, and our scenarios of that
   * number, written from the correction, stand instead of those of the workbook.
   */
  readonly changes: 'wording' | 'rule';
  readonly says: Bilingual;
}

/** When a correction was published, for reports. */
export function dateOf({ date, undated }: Overlay): string {
  return undated ? `undated (read ${date})` : date;
}
