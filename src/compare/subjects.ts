import { groupBy } from '../artifacts/group-by.js';
import { rollUp, type Verdict } from '../engine/verdict.js';
import type { Report, ReportCheckRun, ReportRequirement, ReportScenario } from '../report/report.js';
import { dossierRuns } from '../report/rules-runs.js';
import type { Level, Presence, Subject } from './comparison.js';

/** Something that has a verdict in a report, and what the comparison must know of it. */
export interface Judged extends Presence {
  /** True when its change is a regression or a fix. */
  readonly counted: boolean;
  /** True when its verdict sums up no other of the report. */
  readonly grain: boolean;
  /** Verdict of each check inside, with the findings that each names. */
  readonly checks: ReadonlyMap<string, CheckResult>;
  /** Numbers of what it sums up: in a partial report, levels that do not sum up the same things do not compare. */
  readonly parts: string;
}

interface CheckResult {
  readonly verdict: Verdict;
  readonly findings: readonly string[];
}

/** Everything that has a verdict, by its key; a number that a report has twice is told apart by its rank. */
export function judgedOf(report: Report): ReadonlyMap<string, Judged> {
  const all = new Map<string, Judged>();
  const ranks = new Map<string, number>();
  for (const each of walk(report)) {
    const plain = keyOf(each);
    // Counted, not sought again from 2: a number may stand a hundred thousand times in a report that nobody vouches for.
    let rank = ranks.get(plain) ?? 1;
    let key = rank === 1 ? plain : `${plain}\u0000${rank}`;
    while (all.has(key)) {
      rank += 1;
      key = `${plain}\u0000${rank}`;
    }
    ranks.set(plain, rank + 1);
    all.set(key, each);
  }
  return all;
}

function keyOf({ level, id, step, check }: Subject): string {
  return [level, id, step, check].join('\u0000');
}

function* walk(report: Report): Generator<Judged> {
  const { summary, requirements, files } = report;
  yield judged('report', '', summary.verdict, { parts: partsOf(requirements) });
  const parts = new Map(
    [...groupBy(requirements, (each) => each.chapter)].map(([chapter, own]) => [chapter, partsOf(own)]),
  );
  for (const { chapter, verdict } of summary.chapters)
    yield judged('chapter', chapter, verdict, { parts: parts.get(chapter) ?? '' });
  for (const requirement of requirements) yield* walkRequirement(requirement);
  for (const { artifact, verdict, checks } of files) {
    yield judged('file', artifact, verdict, { checks, counted: true, grain: true });
    for (const run of checks) yield judged('check', artifact, run.verdict, { check: run.id, checks: [run] });
  }
  const { whole, byDocument } = dossierRuns(report);
  for (const run of whole) yield ofDossier('', run);
  for (const [path, runs] of byDocument) for (const run of runs) yield ofDossier(path, run);
}

function ofDossier(document: string, run: ReportCheckRun): Judged {
  return judged('dossier', document, run.verdict, { check: run.id, checks: [run], counted: true, grain: true });
}

function partsOf(requirements: readonly ReportRequirement[]): string {
  return requirements.flatMap(({ id, scenarios }) => [id, ...scenarios.map((each) => each.id)]).join();
}

function* walkRequirement(requirement: ReportRequirement): Generator<Judged> {
  const { id, verdict, mandatory, scenarios } = requirement;
  const checks = scenarios.flatMap(checksOf);
  const parts = partsOf([requirement]);
  yield judged('requirement', id, verdict, { checks, parts, counted: mandatory, grain: scenarios.length === 0 });
  for (const scenario of scenarios) {
    const { steps, evidence } = scenario;
    const counted = mandatory && !scenario.informative;
    const grain = steps.length + evidence.length === 0;
    yield judged('scenario', scenario.id, scenario.verdict, {
      checks: checksOf(scenario),
      counted: counted && grain,
      grain,
    });
    for (const step of steps) {
      const at = { step: step.number };
      yield judged('step', scenario.id, step.verdict, { ...at, checks: step.checks, counted, grain: true });
      for (const run of step.checks)
        yield judged('check', scenario.id, run.verdict, { ...at, check: run.id, checks: [run] });
    }
    for (const proof of evidence)
      yield judged('evidence', proof.id, proof.verdict, { counted: mandatory, grain: true });
  }
}

function checksOf({ steps }: ReportScenario): readonly ReportCheckRun[] {
  return steps.flatMap((step) => step.checks);
}

function judged(
  level: Level,
  id: string,
  verdict: Verdict,
  {
    step = 0,
    check = '',
    checks = [],
    counted = false,
    grain = false,
    parts = '',
  }: Partial<Pick<Judged, 'step' | 'check' | 'counted' | 'grain' | 'parts'>> & {
    readonly checks?: readonly ReportCheckRun[];
  },
): Judged {
  return { level, id, step, check, verdict, counted, grain, parts, checks: byCheck(checks) };
}

/** A check that several steps use has the worst of its verdicts. */
function byCheck(runs: readonly ReportCheckRun[]): ReadonlyMap<string, CheckResult> {
  const results = new Map<string, CheckResult>();
  for (const { id, verdict, findings } of runs) {
    const known = results.get(id);
    results.set(id, {
      verdict: known ? rollUp([known.verdict, verdict]) : verdict,
      findings: [...(known?.findings ?? []), ...findings],
    });
  }
  return results;
}
