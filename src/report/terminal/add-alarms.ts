import { onOneLine } from '../escape-text.js';
import type { Page } from './page.js';

/** Adds what is to be read before all else, between two rules that one can't miss, with or without colour. */
export function addAlarms(page: Page, alarms: readonly string[]): void {
  const [first, ...others] = alarms;
  if (first === undefined) return;
  page.blank();
  page.add(0, [page.alarm(RULE)]);
  page.add(0, [page.alarm('!!'), page.strong(onOneLine(first))], 3);
  for (const alarm of others) page.add(3, ['-', onOneLine(alarm)]);
  page.add(0, [page.alarm(RULE)]);
}

/** As wide as the narrowest page. */
const RULE = '!'.repeat(40);
