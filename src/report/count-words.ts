import type { Severity } from '../checks/define.js';
import { VERDICTS, type Verdict } from '../engine/verdict.js';
import type { ReportTexts } from '../messages/report-texts.js';

/** `erreurs 2, avertissements 0, informations 1`. */
export function severityCounts(counts: Readonly<Record<Severity, number>>, { severitiesPlural }: ReportTexts): string {
  return (['error', 'warning', 'info'] as const)
    .map((severity) => `${severitiesPlural[severity]} ${counts[severity]}`)
    .join(', ');
}

/** `non conforme 2, conforme 30`: what occurs only, worst first. */
export function verdictCounts(counts: Readonly<Record<Verdict, number>>, { verdicts, none }: ReportTexts): string {
  const said = VERDICTS.filter((verdict) => counts[verdict] > 0).map((each) => `${verdicts[each]} ${counts[each]}`);
  return said.join(', ') || none;
}
