import type { Verdict } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import { onOneLine } from '../escape-text.js';
import type { ReportFile } from '../report.js';
import { addFindings } from './add-findings.js';
import type { Layout } from './layout.js';

/**
 * Adds a file of the command `check`: each check that found something or could not conclude, then the ids of the
 * others.
 */
export function addFile(layout: Layout, file: ReportFile): void {
  const { page, find } = layout;
  page.blank();
  page.add(0, [
    page.mark(file.verdict),
    page.strong(file.artifact),
    page.dim(`(${file.kind})`),
    '—',
    page.word(file.verdict),
  ]);
  for (const reason of file.reasons) page.add(2, [onOneLine(reason)]);
  const { conformingChecks, notApplicableChecks } = page.texts.terminal;
  const quiet = (verdict: Verdict) =>
    file.checks.filter((check) => check.verdict === verdict && check.findings.length === 0);
  const grouped = [
    [conformingChecks, 'conforming'],
    [notApplicableChecks, 'not-applicable'],
  ] as const;
  for (const check of file.checks) {
    if (grouped.some(([, verdict]) => quiet(verdict).includes(check))) continue;
    page.add(2, [page.mark(check.verdict), check.id, '—', page.word(check.verdict)]);
    addFindings(layout, 4, find(check.findings));
  }
  for (const [template, verdict] of grouped) {
    const checks = quiet(verdict);
    const ids = checks.map((check) => check.id).join(', ');
    if (checks.length > 0) page.add(2, [page.mark(verdict), page.dim(fill(template, { count: checks.length, ids }))]);
  }
}
