import { fill } from '../messages/fill.js';
import type { cli } from '../messages/fr/cli.js';
import type { SameKeys } from '../messages/same-keys.js';
import { showHidden } from '../report/escape-text.js';
import { targetOf } from '../report/opinions.js';
import type { ReportOpinion } from '../report/report.js';

/** Days before its end from which a derogation is said to end soon. */
const SOON = 30;

/**
 * One line for each derogation that is over, or soon will be, on `today`; of the terminal alone, since a report holds no clock.
 * @param today YYYY-MM-DD
 */
export function derogationEnds(
  opinions: readonly Pick<ReportOpinion, 'kind' | 'on' | 'until'>[],
  today: string,
  texts: SameKeys<typeof cli>['derogations'],
): string[] {
  const soon = new Date(Date.parse(today) + SOON * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return opinions.flatMap((opinion) => {
    const { until } = opinion;
    if (until === null || until > soon) return [];
    const target = showHidden(targetOf(opinion));
    return [fill(until < today ? texts.expired : texts.soon, { on: target, until })];
  });
}

/** The day that it is here, YYYY-MM-DD. */
export function todayHere(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
