import { type Artifact, type Unreadable, withContents } from '../artifacts/artifact.js';
import type { Severity } from '../checks/define.js';
import type { Reason } from '../engine/plan.js';
import { profilesOf } from '../engine/plan.js';
import type {
  CheckRun,
  EvidenceResult,
  Finding,
  RequirementResult,
  ScenarioResult,
  StepResult,
} from '../engine/results.js';
import { verdictOfUnreadable } from '../engine/unreadable.js';
import { rollUp, VERDICTS, type Verdict } from '../engine/verdict.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { Pack } from '../packs/builtin.js';
import type { Base } from '../scenarios/scenario.js';
import { Findings, maskArgs } from './findings.js';
import type { Mask } from './mask.js';
import type {
  Report,
  ReportCandidate,
  ReportCheckRun,
  ReportEvidence,
  ReportFile,
  ReportRequirement,
  ReportScenario,
  ReportStep,
} from './report.js';

/** What a report says of an artifact: its content need not be kept until then. */
export type ArtifactSummary = Pick<Artifact, 'path' | 'kind' | 'sha256' | 'bytes'>;

/** The summaries of an artifact and of what it contains. */
export function summariesOf(artifact: Artifact): ArtifactSummary[] {
  return [...withContents(artifact)].map(({ path, kind, sha256, bytes }) => ({ path, kind, sha256, bytes }));
}

/** Results of the checks on one file, when there is no dossier. */
export interface FileResult {
  readonly artifact: ArtifactSummary;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly runs: readonly CheckRun[];
}

/** What a report is made from. */
export interface ReportInput {
  readonly command: Report['command'];
  readonly packs: readonly Pack[];
  readonly base: Pick<Base, 'source' | 'date'>;
  readonly candidate: ReportCandidate | null;
  readonly results: readonly RequirementResult[];
  readonly files: readonly FileResult[];
  readonly artifacts: readonly ArtifactSummary[];
  readonly unreadable: readonly Unreadable[];
  readonly otherCorridors: number;
  readonly exit: number;
  readonly partial: 'interrupted' | { readonly narrowed: string } | undefined;
  readonly masked: boolean;
  /** Requirements that use a check, for findings of files judged without a dossier. */
  readonly requirementsOf: (check: string) => readonly string[];
  /** Id of the pack that a check is from. */
  readonly packOf: (check: string) => string;
}

/** Puts results into words: the same results give the same report, in the language of the catalogue. */
export function buildReport(input: ReportInput, catalogue: Catalogue, mask: Mask): Report {
  const rendered = collectFindings(input).render(catalogue, mask, input.packOf);
  const words = new Words(catalogue, mask, rendered.idOf, input);
  const requirements = input.results.map((each) => words.requirement(each));
  const files = input.files.map((each) => words.file(each));
  const steps = requirements.flatMap((each) => each.scenarios.flatMap((scenario) => scenario.steps));
  return {
    schema: 'segur-check/report/1',
    language: catalogue.language,
    command: input.command,
    tool: { name: 'segur-check', version: input.packs[0]?.version ?? '' },
    packs: input.packs,
    base: { source: input.base.source, date: input.base.date },
    candidate: input.candidate,
    partial: input.partial !== undefined,
    caveats: caveatsOf(input, catalogue),
    summary: {
      verdict: overallVerdict(input),
      exit: input.exit,
      requirements: countVerdicts(requirements),
      steps: countVerdicts(steps),
      findings: countSeverities(rendered.findings),
      chapters: chaptersOf(requirements),
      otherCorridors: input.otherCorridors,
    },
    requirements,
    files,
    artifacts: artifactsOf(input, mask),
    findings: rendered.findings,
  };
}

class Words {
  constructor(
    readonly catalogue: Catalogue,
    readonly mask: Mask,
    readonly idOf: (finding: Finding) => string,
    readonly input: ReportInput,
  ) {}

  requirement({ planned, verdict, reason, scenarios }: RequirementResult): ReportRequirement {
    const { requirement, mandatory } = planned;
    const language = this.catalogue.language;
    return {
      id: requirement.requirement,
      title: requirement.title[language],
      chapter: requirement.chapter,
      function: requirement.function ?? null,
      wave: requirement.applies.wave,
      nature: requirement.nature,
      mandatory,
      criticality: requirement.criticality ?? null,
      profiles: profilesOf(requirement, this.input.candidate?.corridor ?? ''),
      clause: requirement.source.clause ?? null,
      correction: requirement.correction
        ? `${requirement.correction.changes[language]} (${requirement.correction.date}, ${requirement.correction.source})`
        : null,
      verdict,
      reason: this.#reason(reason),
      scenarios: scenarios.map((each) => this.#scenario(each)),
    };
  }

  file({ artifact, verdict, reasons, runs }: FileResult): ReportFile {
    return {
      artifact: this.mask(artifact.path),
      kind: artifact.kind,
      verdict,
      reasons: reasons.map((each) => this.#reason(each) ?? ''),
      checks: runs.map((run) => this.#run(run)),
    };
  }

  #scenario({ planned, verdict, reason, steps, evidence }: ScenarioResult): ReportScenario {
    const { scenario } = planned;
    return {
      id: scenario.id,
      title: scenario.title[this.catalogue.language],
      verdict,
      reason: this.#reason(reason),
      steps: steps.map((step, index) =>
        this.#step(step, index, scenario.steps?.[index]?.title[this.catalogue.language] ?? ''),
      ),
      evidence: evidence.map((each, index) => this.#evidence(each, scenario.evidence?.[index])),
    };
  }

  #step({ verdict, runs, reasons }: StepResult, index: number, title: string): ReportStep {
    return {
      number: index + 1,
      title,
      verdict,
      reasons: reasons.map((each) => this.#reason(each) ?? ''),
      checks: merge(runs).map((run) => this.#run(run)),
    };
  }

  #run(run: CheckRun): ReportCheckRun {
    const findings = [...new Set(run.findings.map(this.idOf))].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
    return {
      id: run.check,
      verdict: run.verdict,
      artifacts: run.artifacts.map(this.mask),
      evaluated: run.evaluated,
      findings,
    };
  }

  #evidence(
    result: EvidenceResult,
    declared: { id: string; kind: ReportEvidence['kind']; review: { fr: string; en: string } } | undefined,
  ): ReportEvidence {
    return {
      id: declared?.id ?? '',
      kind: declared?.kind ?? 'document',
      status: result.status,
      verdict: result.verdict,
      review: declared?.review[this.catalogue.language] ?? '',
      reason: this.#reason(result.reason),
      files: result.files.map(({ path, sha256, bytes }) => ({ path: this.mask(path), sha256, bytes })),
      value: result.value === null ? null : this.mask(result.value),
    };
  }

  #reason(reason: Reason | undefined): string | null {
    if (!reason) return null;
    const args = maskArgs(reason.args, this.mask);
    const need =
      reason.code === 'reason/need' ? this.catalogue.needs[args.need as keyof Catalogue['needs']] : undefined;
    return fill(this.catalogue.reasons[reason.code], {
      ...args,
      text: reason.text?.[this.catalogue.language] ?? '',
      ...(need !== undefined && { need: fill(need, { ...args, leg: this.catalogue.legs[String(args.leg)] ?? '' }) }),
    }).trim();
  }
}

/** One line for each check of a step: its runs on several artifacts together. */
function merge(runs: readonly CheckRun[]): CheckRun[] {
  const byCheck = new Map<string, CheckRun>();
  for (const run of runs) {
    const known = byCheck.get(run.check);
    byCheck.set(
      run.check,
      known
        ? {
            ...known,
            artifacts: [...known.artifacts, ...run.artifacts],
            verdict: rollUp([known.verdict, run.verdict]),
            evaluated: known.evaluated + run.evaluated,
            findings: [...known.findings, ...run.findings],
          }
        : run,
    );
  }
  return [...byCheck.values()];
}

function collectFindings({ unreadable, results, files, requirementsOf }: ReportInput): Findings {
  const findings = new Findings();
  for (const file of unreadable) findings.addUnreadable(file);
  for (const { planned, scenarios } of results) {
    const runs = scenarios.flatMap((scenario) => scenario.steps.flatMap((step) => step.runs));
    for (const finding of runs.flatMap((run) => run.findings)) findings.add(finding, [planned.requirement.requirement]);
  }
  for (const finding of files.flatMap((file) => file.runs.flatMap((run) => run.findings)))
    findings.add(finding, requirementsOf(finding.check));
  return findings;
}

function overallVerdict({ command, results, files, unreadable, partial }: ReportInput): Verdict {
  const lost = unreadable.map(verdictOfUnreadable);
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

function artifactsOf({ artifacts, unreadable }: ReportInput, mask: Mask): Report['artifacts'] {
  const read = artifacts.map(({ path, kind, sha256, bytes }) => ({
    path: mask(path),
    kind,
    sha256,
    bytes,
    readable: true,
  }));
  const lost = unreadable.map(({ path, kind, sha256, bytes }) => ({
    path: mask(path),
    kind,
    sha256,
    bytes,
    readable: false,
  }));
  return [...read, ...lost].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function caveatsOf(input: ReportInput, { caveats, partialReasons }: Catalogue): string[] {
  const orphans = input.results.filter((each) => each.reason?.code === 'reason/no-scenario').length;
  const list = [caveats.preVerification, fill(caveats.base, { ...input.base })];
  if (input.partial) {
    const why =
      input.partial === 'interrupted'
        ? partialReasons.interrupted
        : fill(partialReasons.narrowed, { pattern: input.partial.narrowed });
    list.push(fill(caveats.partial, { why }));
  }
  list.push(caveats.notJudged);
  if (orphans > 0) list.push(fill(caveats.noScenario, { count: orphans }));
  if (input.masked) list.push(caveats.masked);
  return list;
}
