import { fill } from '../../messages/fill.js';
import { onOneLine } from '../escape-text.js';
import type { ReportEvidence, ReportFinding, ReportRequirement, ReportScenario, ReportStep } from '../report.js';
import { addFindings } from './add-findings.js';
import { addSaid } from './add-opinions.js';
import type { Layout } from './layout.js';
import type { Page } from './page.js';

/** Adds a requirement that asks for nothing on one line: what is to review is in the report that the reviewer opens. */
export function addRequirementLine({ page, find }: Layout, requirement: ReportRequirement): void {
  const { mark, word } = { mark: page.mark(requirement.verdict), word: page.word(requirement.verdict) };
  const findings = find(requirement.scenarios.flatMap(({ steps }) => steps.flatMap(idsOf)));
  const counts = findings.length === 0 ? [] : [page.dim(countFindings(page, findings))];
  page.addOneLine(2, [mark, page.strong(requirement.id)], requirement.title, ['—', word, ...counts]);
}

/** Adds a requirement with its scenarios, their steps and proofs, and what was found. */
export function addRequirement(layout: Layout, requirement: ReportRequirement): void {
  const { page } = layout;
  const { id, title, verdict, mandatory, nature, reason, correction } = requirement;
  const reserve = mandatory ? [] : [page.dim(`(${page.texts.natures[nature]}, ${page.texts.nonMandatory})`)];
  page.blank();
  page.add(0, [page.mark(verdict), page.strong(id), onOneLine(title), '—', page.word(verdict), ...reserve]);
  if (reason !== null) page.add(2, [onOneLine(reason)]);
  if (correction !== null) page.add(2, [page.dim(onOneLine(fill(page.texts.correction, { correction })))]);
  const detailed = layout.verbose || verdict !== 'missing';
  for (const scenario of requirement.scenarios) (detailed ? addScenario : addMissing)(layout, scenario);
}

/** What to provide, in few lines: a dossier that begins lacks a hundred proofs. */
function addMissing(layout: Layout, scenario: ReportScenario): void {
  const { page, find, opinions } = layout;
  // A mode that another one replaces asks for nothing.
  if (scenario.reason !== null && scenario.verdict !== 'not-applicable') page.add(2, [onOneLine(scenario.reason)]);
  // The same export is what several steps lack.
  const said = new Set<string>();
  for (const step of scenario.steps) {
    const reasons = step.verdict === 'missing' ? step.reasons.filter((reason) => !said.has(reason)) : [];
    for (const reason of reasons) {
      said.add(reason);
      page.add(2, [onOneLine(reason)]);
    }
    addFindings(layout, 2, find(idsOf(step)));
  }
  for (const { id, kind, verdict, status, reason } of scenario.evidence) {
    if (verdict !== 'missing') continue;
    const name = fill(page.texts.evidenceTitle, { id, kind: page.texts.evidenceKinds[kind] });
    // That nothing was given is all that the mark says; anything else is worth its words.
    const words =
      status === 'missing' && reason === page.texts.notGiven
        ? []
        : ['—', reason === null ? page.word(verdict) : onOneLine(reason)];
    page.add(2, [page.mark(verdict), name, ...words]);
    addSaid(page, 4, opinions.ofEvidence(id));
  }
}

function addScenario(layout: Layout, scenario: ReportScenario): void {
  const { page } = layout;
  const { id, title, verdict, reason } = scenario;
  page.add(2, [page.mark(verdict), page.strong(id), onOneLine(title), '—', page.word(verdict)]);
  if (reason !== null) page.add(4, [onOneLine(reason)]);
  for (const step of scenario.steps) addStep(layout, step);
  for (const evidence of scenario.evidence) addEvidence(layout, evidence);
}

function addStep(layout: Layout, step: ReportStep): void {
  const { page, find } = layout;
  const { number, title, verdict } = step;
  const name = onOneLine(fill(page.texts.stepTitle, { number, title }));
  page.add(4, [page.mark(verdict), name, '—', page.word(verdict)]);
  for (const reason of step.reasons) page.add(6, [onOneLine(reason)]);
  addFindings(layout, 6, find(idsOf(step)));
}

/** A proof that is in order says nothing more than its verdict; one to review tells what to look for when asked. */
function addEvidence({ page, opinions, verbose }: Layout, evidence: ReportEvidence): void {
  const { texts } = page;
  const { id, kind, status, verdict, reason } = evidence;
  const review = onOneLine(evidence.review);
  const name = fill(texts.evidenceTitle, { id, kind: texts.evidenceKinds[kind] });
  page.add(4, [page.mark(verdict), name, '—', page.word(verdict)]);
  if (reason !== null) page.add(6, [onOneLine(reason)]);
  else if (status === 'unreadable') page.add(6, [texts.unreadable]);
  if (verdict === 'missing' && verbose && review !== '') page.add(6, [fill(texts.toAdd, { review })]);
  if (verdict === 'to-review' && verbose && review !== '') page.add(6, [fill(texts.review, { review })]);
  addSaid(page, 6, opinions.ofEvidence(id));
}

function idsOf(step: ReportStep): readonly string[] {
  return step.checks.flatMap((check) => check.findings);
}

function countFindings(page: Page, findings: readonly ReportFinding[]): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const words = count > 1 ? page.texts.severitiesPlural : page.texts.severities;
    return count === 0 ? [] : [`${count} ${words[severity]}`];
  });
  return `(${parts.join(', ')})`;
}
