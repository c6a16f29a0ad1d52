import { fill } from '../../messages/fill.js';
import { sayOpinion, targetOf } from '../opinions.js';
import type { Report, ReportOpinion } from '../report.js';
import type { Layout } from './layout.js';
import type { Page } from './page.js';

/** Adds what people said under what they said it of. */
export function addSaid(page: Page, indent: number, opinions: readonly ReportOpinion[]): void {
  for (const opinion of opinions) page.add(indent, [page.strong('»'), sayOpinion(opinion, page.texts)]);
}

/** Adds every opinion and derogation by what it is on, since what it is on may be summed up above; then what is on nothing any more. */
export function addOpinions({ page, opinions: found }: Layout, { opinions = [], findings }: Report): void {
  const { texts } = page;
  const names = new Map(
    findings.map(({ fingerprint, id, check, artifact }) => [fingerprint, `${id} ${check} ${artifact}`]),
  );
  for (const [heading, listed] of [
    [texts.opinions.heading, opinions.filter(({ current }) => current)],
    [texts.opinions.outdated, found.outdated],
  ] as const) {
    if (listed.length > 0) page.addHeading(heading);
    for (const opinion of listed) {
      const target = targetOf(opinion);
      const on = [target, names.get(target)].filter((each) => each !== undefined).join(' ');
      page.add(2, [fill(texts.opinions.on, { on, said: sayOpinion(opinion, texts) })]);
    }
  }
}
