import { VERDICTS } from '../engine/verdict.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { forgivenFindings, indexFindings, unreadableFindings } from './find-findings.js';
import { indexOpinions } from './opinions.js';
import type { Report, ReportRequirement } from './report.js';
import { dossierRuns } from './rules-runs.js';
import { addAlarms } from './terminal/add-alarms.js';
import { addDossier } from './terminal/add-dossier.js';
import { addFile } from './terminal/add-file.js';
import { addFindings } from './terminal/add-findings.js';
import { addOpinions } from './terminal/add-opinions.js';
import { addRequirement, addRequirementLine } from './terminal/add-requirement.js';
import { addSummary } from './terminal/add-summary.js';
import { addUnrecognised } from './terminal/add-unrecognised.js';
import type { Layout } from './terminal/layout.js';
import { Page } from './terminal/page.js';
import { displayWidth } from './wrap-text.js';

/** Characters of a hash that tell packs apart at a glance; the other formats have it whole. */
const SHORT_HASH = 12;

/**
 * Report for a terminal or a CI log: what judged, what is in order in one line each, what does not apply by rule, then
 * what is to deal with in full, since the end is what one sees first, and the synthesis. `width` is in columns (40 at
 * least, `Infinity` for no wrapping); `verbose` details what conforms and what is to review too.
 *
 * @throws Error when a result names a finding that the report does not hold
 */
export function toTerminal(
  report: Report,
  texts: ReportTexts,
  options: { readonly color: boolean; readonly width: number; readonly verbose?: boolean },
): string {
  const page = new Page(texts, options);
  const layout: Layout = {
    page,
    find: indexFindings(report),
    opinions: indexOpinions(report),
    shown: new Set(),
    verbose: options.verbose ?? false,
  };
  addHeader(page, report);
  addAlarms(page, report.alarms);
  if (report.command === 'check') for (const file of report.files) addFile(layout, file);
  else {
    addRequirements(layout, report.requirements);
    addUnrecognised(layout, report.artifacts);
  }
  addDossier(layout, dossierRuns(report));
  for (const [heading, findings] of [
    [texts.forgivenFiles, forgivenFindings(report)],
    [texts.unreadableFiles, unreadableFindings(report)],
  ] as const) {
    if (findings.length === 0) continue;
    page.addHeading(heading);
    addFindings(layout, 2, findings);
  }
  addOpinions(layout, report);
  addSummary(page, report);
  return page.toString();
}

function addHeader(page: Page, report: Report): void {
  const { texts } = page;
  const { labels, terminal } = texts;
  const { tool, candidate, base, packs } = report;
  page.add(0, [page.strong(`${tool.name} ${tool.version}`), '—', texts.preVerification]);
  const fields: [label: string, value: string][] = [];
  if (candidate !== null) {
    const { vendor, product, version, corridor, wave, environment } = candidate;
    const profiles = candidate.profiles.length === 0 ? texts.none : candidate.profiles.join(', ');
    fields.push([labels.product, fill(terminal.product, { product, version, vendor })]);
    fields.push([labels.corridor, fill(terminal.corridor, { corridor, wave, profiles, environment })]);
  }
  fields.push([labels.base, fill(terminal.base, { source: base.source, date: base.date })]);
  for (const { id, version, sha256 } of packs) {
    fields.push([labels.rules, fill(terminal.pack, { id, version, sha256: sha256.slice(0, SHORT_HASH) })]);
  }
  const width = Math.max(...fields.map(([label]) => displayWidth(label)));
  for (const [label, value] of fields) page.addField(2, label, width, [value]);
  if (report.partial) page.add(2, [page.mark('undetermined'), page.strong(texts.partial)]);
}

function addRequirements(layout: Layout, requirements: readonly ReportRequirement[]): void {
  const { page, verbose } = layout;
  const { reviewed, notApplicable, problems } = page.texts.terminal;
  const excluded = requirements.filter(({ verdict }) => verdict === 'not-applicable');
  const inOrder = requirements.filter(({ verdict }) => verdict === 'conforming' || verdict === 'to-review');
  const others = requirements.filter(
    (requirement) => !excluded.includes(requirement) && !inOrder.includes(requirement),
  );
  if (inOrder.length > 0) {
    page.addHeading(reviewed);
    for (const requirement of inOrder) (verbose ? addRequirement : addRequirementLine)(layout, requirement);
  }
  if (excluded.length > 0) {
    page.addHeading(notApplicable);
    addExcluded(page, excluded);
  }
  if (others.length > 0) {
    page.addHeading(problems);
    for (const requirement of others.toSorted(mostUrgentLast)) addRequirement(layout, requirement);
  }
}

/** What is only to be provided first, what fails last: the end is what one sees first. */
function mostUrgentLast(a: ReportRequirement, b: ReportRequirement): number {
  return VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict);
}

/** Requirements that do not apply, under the rule that excludes them. */
function addExcluded(page: Page, requirements: readonly ReportRequirement[]): void {
  const { becauseOf, noReason } = page.texts.terminal;
  const byReason = new Map<string, string[]>();
  for (const requirement of requirements) {
    const reasons = [requirement.reason, ...requirement.scenarios.map((scenario) => scenario.reason)];
    const reason = reasons.find((text) => text !== null) ?? noReason;
    byReason.set(reason, [...(byReason.get(reason) ?? []), requirement.id]);
  }
  for (const [reason, ids] of byReason) {
    page.add(2, [page.mark('not-applicable'), fill(becauseOf, { reason, count: ids.length })]);
    page.add(4, [page.dim(ids.join(', '))], 0);
  }
}
