import { onOneLine } from '../escape-text.js';
import type { ReportDossierRun } from '../report.js';
import { addFindings } from './add-findings.js';
import type { Layout } from './add-requirement.js';

/** Adds the checks of the dossier as a whole; those that had nothing to look at say so only when all is to be shown. */
export function addDossier({ page, find, shown, verbose }: Layout, runs: readonly ReportDossierRun[]): void {
  const told = runs.filter(({ verdict }) => verbose || (verdict !== 'not-tested' && verdict !== 'not-applicable'));
  if (told.length === 0) return;
  page.addHeading(page.texts.dossier);
  for (const { id, verdict, reasons, findings } of told) {
    page.add(2, [page.mark(verdict), id, '—', page.word(verdict)]);
    for (const reason of reasons) page.add(4, [onOneLine(reason)]);
    addFindings(page, 4, find(findings), shown, verbose);
  }
}
