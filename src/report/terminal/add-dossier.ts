import { fill } from '../../messages/fill.js';
import { onOneLine } from '../escape-text.js';
import type { ReportDossierRun } from '../report.js';
import { type DossierRuns, verdictOfRuns } from '../rules-runs.js';
import { addFindings } from './add-findings.js';
import type { Layout } from './layout.js';

/** Adds the checks of the dossier as a whole; those that had nothing to look at say so only when all is to be shown. */
export function addDossier(layout: Layout, { whole, byDocument }: DossierRuns): void {
  const { page, verbose } = layout;
  const isTold = ({ verdict }: ReportDossierRun) =>
    verbose || (verdict !== 'not-tested' && verdict !== 'not-applicable');
  const told = whole.filter(isTold);
  const documents = [...byDocument].map(
    ([path, runs]) => [path, runs.filter((run) => isTold(run) || saysMore(run))] as const,
  );
  if (told.length > 0) page.addHeading(page.texts.dossier);
  for (const run of told) addRun(layout, 2, run);
  if (documents.length > 0) page.addHeading(page.texts.rules);
  for (const [path, runs] of documents) addDocument(layout, path, runs);
}

/** A document that the rules of a pack judged: what they found, then those that found nothing in one line; one line when none found anything. */
function addDocument(layout: Layout, path: string, runs: readonly ReportDossierRun[]): void {
  const { page, verbose } = layout;
  const { conformingChecks, conformingDocument } = page.texts.terminal;
  const verdict = verdictOfRuns(runs);
  const head = [page.mark(verdict), page.strong(path), '—', page.word(verdict)];
  const quiet = runs.filter((run) => run.verdict === 'conforming' && !saysMore(run));
  if (quiet.length === runs.length && !verbose) {
    page.add(2, [...head, page.dim(fill(conformingDocument, { count: quiet.length }))]);
    return;
  }
  page.add(2, head);
  for (const run of runs) if (!quiet.includes(run)) addRun(layout, 4, run);
  const ids = quiet.map(({ id }) => id).join(', ');
  if (quiet.length > 0)
    page.add(4, [page.mark('conforming'), page.dim(fill(conformingChecks, { count: quiet.length, ids }))]);
}

function saysMore({ findings, reasons, verdict }: ReportDossierRun): boolean {
  return findings.length > 0 || (reasons.length > 0 && verdict !== 'not-tested');
}

function addRun(layout: Layout, indent: number, run: ReportDossierRun): void {
  const { page, find } = layout;
  const { id, verdict, reasons, findings } = run;
  page.add(indent, [page.mark(verdict), id, '—', page.word(verdict)]);
  for (const reason of reasons) page.add(indent + 2, [onOneLine(reason)]);
  addFindings(layout, indent + 2, find(findings));
}
