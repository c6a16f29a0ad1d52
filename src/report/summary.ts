import type { Severity } from '../checks/define.js';
import { countedVerdicts } from '../engine/dossier-judging.js';
import { verdictOfUnreadable } from '../engine/unreadable.js';
import { rollUp, VERDICTS, type Verdict } from '../engine/verdict.js';
import type { ReportFinding, ReportOpinion, ReportRequirement, ReportSummary } from './report.js';
import type { ReportInput } from './report-input.js';

/** The verdict of the whole and the counts that a reader looks at first. */
export function summaryOf(
  input: ReportInput,
  requirements: readonly ReportRequirement[],
  findings: readonly ReportFinding[],
  opinions: readonly ReportOpinion[] | undefined,
): ReportSummary {
  const steps = requirements.flatMap((each) => each.scenarios.flatMap((scenario) => scenario.steps));
  return {
    verdict: overallVerdict(input),
    exit: input.exit,
    requirements: countVerdicts(requirements),
    steps: countVerdicts(steps),
    findings: countSeverities(findings),
    chapters: chaptersOf(requirements),
    otherCorridors: input.otherCorridors,
    ...(opinions && { opinions: countOpinions(opinions, findings) }),
  };
}

function countOpinions(
  opinions: readonly ReportOpinion[],
  findings: readonly ReportFinding[],
): NonNullable<ReportSummary['opinions']> {
  const count = (decision: ReportOpinion['decision']): number =>
    opinions.filter((each) => each.kind === 'opinion' && each.decision === decision).length;
  const derogations = opinions.filter(({ kind }) => kind === 'derogation');
  const derogated = new Set(derogations.flatMap(({ on }) => ('finding' in on ? [on.finding] : [])));
  return {
    accepted: count('accepted'),
    refused: count('refused'),
    question: count('question'),
    derogations: derogations.length,
    derogatedErrors: findings.filter((each) => each.severity === 'error' && derogated.has(each.fingerprint)).length,
  };
}

function overallVerdict({ command, results, files, dossier, unreadable, partial }: ReportInput): Verdict {
  const lost = [...unreadable.map(verdictOfUnreadable), ...countedVerdicts(dossier)];
  if (partial === 'interrupted') lost.push('not-tested');
  if (command === 'check') {
    // A proof beside the files that checks are about takes nothing from their verdict.
    const judged = files.map((file) => file.verdict).filter((verdict) => verdict !== 'not-tested');
    return rollUp([...judged, ...lost]);
  }
  return rollUp([...results.filter((each) => each.planned.mandatory).map((each) => each.verdict), ...lost]);
}

function countVerdicts(values: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of values) counts[verdict]++;
  return counts;
}

function countSeverities(values: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of values) counts[severity]++;
  return counts;
}

function chaptersOf(requirements: readonly ReportRequirement[]): { chapter: string; verdict: Verdict }[] {
  const names = [...new Set(requirements.map((each) => each.chapter))];
  return names.map((chapter) => ({
    chapter,
    verdict: rollUp(requirements.filter((each) => each.chapter === chapter).map((each) => each.verdict)),
  }));
}
