import { groupBy } from '../artifacts/group-by.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { onOneLine } from './escape-text.js';
import type { Report, ReportOpinion } from './report.js';

/** File of a dossier, beside `segur.yaml`, where people say what they think of findings and proofs; its schema is `avis.schema.json`. */
export const AVIS_NAME = 'avis.yaml';

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
  const findings = groupBy(opinions, ({ on }) => ('finding' in on ? on.finding : undefined));
  const evidence = groupBy(opinions, ({ on }) => ('evidence' in on ? on.evidence : undefined));
  return {
    ofFinding: (fingerprint) => findings.get(fingerprint) ?? [],
    ofEvidence: (id) => evidence.get(id) ?? [],
    outdated: opinions.filter((opinion) => !opinion.current),
  };
}

/** An opinion or a derogation in one line, not escaped. */
export function sayOpinion(opinion: ReportOpinion, { opinions: texts }: ReportTexts): string {
  const { kind, decision, date, by, until, text } = opinion;
  const args = { date, by, until: until ?? '', decision: decision === null ? '' : texts.decisions[decision] };
  const what = fill(kind === 'opinion' ? texts.opinion : texts.derogation, args);
  return onOneLine(text === '' ? what : fill(texts.saying, { what, text }));
}

/** How many there are of each, then those that no finding of the report shows: on proofs, and on what it no longer has. */
export function otherOpinions(report: Pick<Report, 'opinions' | 'summary'>, texts: ReportTexts): string[] {
  const { opinions = [] } = report;
  const others = opinions.filter(({ on, current }) => !current || 'evidence' in on);
  return [...opinionCounts(report, texts), ...others.map((each) => placedOpinion(each, texts))];
}

/** How many opinions and derogations of each kind there are, in a sentence; none without `avis.yaml`. */
export function opinionCounts({ summary }: Pick<Report, 'summary'>, texts: ReportTexts): string[] {
  return summary.opinions ? [fill(texts.opinions.counts, summary.opinions)] : [];
}

/** An opinion with what it is on. */
export function placedOpinion(opinion: ReportOpinion, texts: ReportTexts): string {
  return fill(texts.opinions.on, { on: targetOf(opinion), said: sayOpinion(opinion, texts) });
}

/** What an opinion is on: a fingerprint or the number of a proof. */
export function targetOf({ on }: Pick<ReportOpinion, 'on'>): string {
  return 'finding' in on ? on.finding : on.evidence;
}
