import type { Report, ReportOpinion } from './report.js';

/** Finds what people said, for whoever writes a report. */
export interface FindOpinions {
  /** Of a finding, by its fingerprint; by date. */
  ofFinding(fingerprint: string): readonly ReportOpinion[];
  /** Of a proof, by its number; by date. */
  ofEvidence(id: string): readonly ReportOpinion[];
  /** On what this report no longer has. */
  readonly outdated: readonly ReportOpinion[];
}

/** The opinions and derogations of a report by what they are on; none without `avis.yaml`. */
export function indexOpinions({ opinions = [] }: Pick<Report, 'opinions'>): FindOpinions {
  const findings = new Map<string, ReportOpinion[]>();
  const evidence = new Map<string, ReportOpinion[]>();
  for (const opinion of opinions) {
    const [index, key] = 'finding' in opinion.on ? [findings, opinion.on.finding] : [evidence, opinion.on.evidence];
    const known = index.get(key);
    if (known) known.push(opinion);
    else index.set(key, [opinion]);
  }
  return {
    ofFinding: (fingerprint) => findings.get(fingerprint) ?? [],
    ofEvidence: (id) => evidence.get(id) ?? [],
    outdated: opinions.filter((opinion) => !opinion.current),
  };
}
