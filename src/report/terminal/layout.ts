import type { FindFindings } from '../find-findings.js';
import type { FindOpinions } from '../opinions.js';
import type { Page } from './page.js';

/** What the whole report shares while it is laid out. */
export interface Layout {
  readonly page: Page;
  readonly find: FindFindings;
  readonly opinions: FindOpinions;
  /** Ids of the findings that were shown in full. */
  readonly shown: Set<string>;
  readonly verbose: boolean;
}
