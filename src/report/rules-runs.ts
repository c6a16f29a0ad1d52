import { rollUp, type Verdict } from '../engine/verdict.js';
import type { Report, ReportDossierRun } from './report.js';

/** Runs of the checks of a dossier: those on it as a whole, and those of a pack's rules, document by document. */
export interface DossierRuns {
  readonly whole: readonly ReportDossierRun[];
  /** By the path of the document, in the order of the report. */
  readonly byDocument: ReadonlyMap<string, readonly ReportDossierRun[]>;
}

/** Parts the runs by what they judge. A check of a pack is named after it. */
export function dossierRuns({ dossier, packs }: Pick<Report, 'dossier' | 'packs'>): DossierRuns {
  const whole: ReportDossierRun[] = [];
  const byDocument = new Map<string, ReportDossierRun[]>();
  for (const run of dossier) {
    const [document] = run.artifacts;
    if (document === undefined || !packs.some(({ id }) => run.id.startsWith(`${id}/`))) {
      whole.push(run);
      continue;
    }
    const runs = byDocument.get(document);
    if (runs) runs.push(run);
    else byDocument.set(document, [run]);
  }
  return { whole, byDocument };
}

/** What the runs of one document come to: those that had nothing to look at count for nothing. */
export function verdictOfRuns(runs: readonly ReportDossierRun[]): Verdict {
  return rollUp(
    runs.map(({ verdict }) => verdict).filter((each) => each !== 'not-tested' && each !== 'not-applicable'),
  );
}
