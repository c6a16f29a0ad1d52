import { fill } from '../../messages/fill.js';
import { cutAt, onOneLine } from '../escape-text.js';
import { placeOf } from '../find-findings.js';
import type { ReportFinding } from '../report.js';
import { displayWidth } from '../wrap-text.js';
import type { Page } from './page.js';

/** Findings of one step in full, unless the report is verbose. */
const MAX_FINDINGS = 20;

/** Characters of a value, unless the report is verbose; the other formats have it whole. */
const MAX_VALUE = 400;

/**
 * Adds findings under a step or a check: place, what was found, what was expected, how to mend it, the clause. One
 * that `shown` already holds takes one line; beyond twenty the others are counted, and long values are cut.
 */
export function addFindings(
  page: Page,
  indent: number,
  findings: readonly ReportFinding[],
  shown: Set<string>,
  verbose: boolean,
): void {
  const { texts } = page;
  const listed = verbose ? findings : findings.slice(0, MAX_FINDINGS);
  for (const finding of listed) {
    if (shown.has(finding.id)) {
      page.add(indent, [fill(texts.terminal.seeAbove, { id: finding.id, place: placeOf(finding) })]);
      continue;
    }
    shown.add(finding.id);
    addFinding(page, indent, finding, verbose);
  }
  const more = findings.length - listed.length;
  if (more > 0) page.add(indent, [page.dim(fill(texts.moreFindings, { count: more }))]);
}

function addFinding(page: Page, indent: number, finding: ReportFinding, verbose: boolean): void {
  const { texts } = page;
  const { path } = finding.location;
  const cut = (text: string) => (verbose || text.length <= MAX_VALUE ? text : cutValue(page, text));
  page.add(indent, [
    page.severity(finding.severity),
    page.strong(placeOf(finding)),
    ...(path === undefined ? [] : [path]),
    page.dim(`${finding.id} ${finding.check}`),
  ]);
  page.add(indent + 2, [cut(finding.message)]);
  const fields: readonly (readonly [label: string, value: string])[] = [
    [texts.expected, finding.expected],
    [texts.actual, finding.actual],
    [texts.remedy, onOneLine(finding.remedy)],
    [texts.clause, onOneLine(finding.clause)],
  ];
  const width = Math.max(...fields.map(([label]) => displayWidth(label)));
  for (const [label, value] of fields) if (value !== '') page.addField(indent + 2, label, width, [cut(value)]);
}

function cutValue(page: Page, text: string): string {
  const kept = cutAt(text, MAX_VALUE);
  return kept + fill(page.texts.cut, { count: text.length - kept.length });
}
