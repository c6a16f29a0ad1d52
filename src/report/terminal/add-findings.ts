import { groupBy } from '../../artifacts/group-by.js';
import { fill } from '../../messages/fill.js';
import { cutAt, onOneLine } from '../escape-text.js';
import { placeOf } from '../find-findings.js';
import type { ReportFinding } from '../report.js';
import { displayWidth } from '../wrap-text.js';
import { addSaid } from './add-opinions.js';
import type { Layout } from './layout.js';
import type { Page } from './page.js';

/** Findings of one step in full, unless the report is verbose. */
const MAX_FINDINGS = 20;

/** Characters of a value, unless the report is verbose; the other formats have it whole. */
const MAX_VALUE = 400;

/** Places of a rule of a pack after the first that are shown, and lines of the others that are named, unless the report is verbose. */
const MAX_PLACES = 3;
const MAX_LINES = 10;

/**
 * Adds findings under a step or a check: place, what was found, what was expected, how to mend it, the clause. One
 * that `shown` already holds takes one line; beyond twenty the others are counted, and long values are cut. What one
 * rule of a pack says of several places counts for one: in full of the first, and by its place of the others.
 */
export function addFindings(layout: Layout, indent: number, findings: readonly ReportFinding[]): void {
  const { page, shown, verbose } = layout;
  const { texts } = page;
  const rules = verbose ? findings.map((each) => [each]) : [...groupBy(findings, ruleOf).values()];
  const listed = verbose ? rules : rules.slice(0, MAX_FINDINGS);
  for (const [first, ...others] of listed) {
    if (!first) continue;
    if (shown.has(first.id)) {
      page.add(indent, [fill(texts.terminal.seeAbove, { id: first.id, place: placeOf(first) })]);
    } else addFinding(layout, indent, first);
    addOthers(layout, indent, first, others);
    for (const { id } of [first, ...others]) shown.add(id);
  }
  const more = rules.slice(listed.length).reduce((sum, rule) => sum + rule.length, 0);
  if (more > 0) page.add(indent, [page.dim(fill(texts.moreFindings, { count: more }))]);
}

/** A rule of a pack asks the same of every place; what our own checks ask is made for each. */
function ruleOf({ id, check, code, clause, expected, severity }: ReportFinding): string {
  return code.startsWith('official/') ? JSON.stringify([check, code, clause, expected, severity]) : id;
}

/** The other places of which a rule says the same, or nearly. */
function addOthers(layout: Layout, indent: number, first: ReportFinding, others: readonly ReportFinding[]): void {
  const { page } = layout;
  const { texts } = page;
  for (const finding of others.slice(0, MAX_PLACES)) {
    addHead(layout, indent, finding, finding.id);
    const { message } = finding;
    page.add(indent + 2, [message === first.message ? texts.terminal.sameRule : cutValue(page, message)]);
    addSaid(page, indent + 2, layout.opinions.ofFinding(finding.fingerprint));
  }
  const more = others.slice(MAX_PLACES);
  if (more.length === 0) return;
  const lines = [...new Set(more.flatMap(({ location: { line } }) => line ?? []))];
  const named = lines.slice(0, MAX_LINES).join(', ') + (lines.length > MAX_LINES ? '…' : '');
  page.add(indent, [page.dim(fill(texts.terminal.moreOfRule, { count: more.length, lines: named }))]);
}

function addFinding(layout: Layout, indent: number, finding: ReportFinding): void {
  const { page, verbose } = layout;
  const { texts } = page;
  const cut = (text: string) => (verbose ? text : cutValue(page, text));
  addHead(layout, indent, finding, `${finding.id} ${finding.check}`);
  page.add(indent + 2, [cut(finding.message)]);
  const fields: readonly (readonly [label: string, value: string])[] = [
    [texts.expected, finding.expected],
    [texts.actual, finding.actual],
    [texts.remedy, onOneLine(finding.remedy)],
    [texts.clause, onOneLine(finding.clause)],
  ];
  const width = Math.max(...fields.map(([label]) => displayWidth(label)));
  for (const [label, value] of fields) if (value !== '') page.addField(indent + 2, label, width, [cut(value)]);
  addSaid(page, indent + 2, layout.opinions.ofFinding(finding.fingerprint));
}

function addHead({ page, verbose }: Layout, indent: number, finding: ReportFinding, name: string): void {
  const { path } = finding.location;
  page.add(indent, [
    page.severity(finding.severity),
    page.strong(placeOf(finding)),
    ...(path === undefined ? [] : [path]),
    page.dim(verbose ? `${name} ${finding.fingerprint}` : name),
  ]);
}

function cutValue(page: Page, text: string): string {
  if (text.length <= MAX_VALUE) return text;
  const kept = cutAt(text, MAX_VALUE);
  return kept + fill(page.texts.cut, { count: text.length - kept.length });
}
