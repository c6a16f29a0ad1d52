import { profilesOf, type Reason } from '../engine/plan.js';
import type {
  CheckRun,
  EvidenceResult,
  Finding,
  RequirementResult,
  ScenarioResult,
  StepResult,
} from '../engine/results.js';
import { rollUp } from '../engine/verdict.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { fill } from '../messages/fill.js';
import type { Evidence } from '../scenarios/scenario.js';
import { maskArgs } from './findings.js';
import { type Mask, NO_MASK } from './mask.js';
import type {
  ReportCheckRun,
  ReportDossierRun,
  ReportEvidence,
  ReportFile,
  ReportRequirement,
  ReportScenario,
  ReportStep,
} from './report.js';
import type { FileResult, ReportInput } from './report-input.js';
import { wordUnrecognised } from './unrecognised.js';

/** Puts results into the words of one language, with what must be hidden hidden. */
export class Words {
  constructor(
    readonly catalogue: Catalogue,
    readonly mask: Mask,
    readonly idOf: (finding: Finding) => string,
    readonly input: ReportInput,
  ) {}

  requirement({ planned, verdict, reason, scenarios }: RequirementResult): ReportRequirement {
    const { requirement, mandatory } = planned;
    const language = this.catalogue.language;
    const hide = this.input.isHouse(requirement.requirement) ? this.mask : NO_MASK;
    return {
      id: requirement.requirement,
      title: hide(requirement.title[language]),
      chapter: hide(requirement.chapter),
      function: requirement.function === undefined ? null : hide(requirement.function),
      wave: requirement.applies.wave,
      nature: requirement.nature,
      mandatory,
      criticality: requirement.criticality ?? null,
      profiles: profilesOf(requirement, this.input.candidate?.corridor ?? ''),
      clause: requirement.source.clause === undefined ? null : hide(requirement.source.clause),
      correction: requirement.correction
        ? `${requirement.correction.changes[language]} (${requirement.correction.date}, ${requirement.correction.source})`
        : null,
      verdict,
      reason: this.#reason(reason, hide),
      ...(requirement.official && { official: requirement.official }),
      scenarios: scenarios.map((each) => this.#scenario(each, hide)),
    };
  }

  file({ artifact, verdict, reasons, runs }: FileResult): ReportFile {
    return {
      artifact: this.mask(artifact.path),
      kind: artifact.kind,
      verdict,
      reasons: [
        ...(artifact.unrecognised ? [wordUnrecognised(artifact.unrecognised, this.catalogue, this.mask).message] : []),
        ...reasons.map((each) => this.#reason(each) ?? ''),
      ],
      checks: runs.map((run) => this.#run(run)),
    };
  }

  /** A check of the dossier: why it concluded nothing names no artifact, since it looked at all. */
  dossierRun(run: CheckRun): ReportDossierRun {
    const { check, verdict, failure: reason } = run;
    const why: Reason[] = [...(run.reasons ?? [])];
    if (reason !== undefined) why.push({ code: 'reason/dossier-check-failed', args: { check, reason } });
    else if (verdict === 'not-tested') why.push({ code: 'reason/dossier-not-tested', args: { check } });
    return { ...this.#run(run), reasons: why.map((each) => this.#reason(each) ?? '') };
  }

  /** @param hide hides patients in words that are not ours. */
  #scenario({ planned, verdict, reason, steps, evidence }: ScenarioResult, hide: Mask): ReportScenario {
    const { scenario } = planned;
    return {
      id: scenario.id,
      title: hide(scenario.title[this.catalogue.language]),
      verdict,
      reason: this.#reason(reason, hide),
      steps: steps.map((step, index) =>
        this.#step(step, index, scenario.steps?.[index]?.title[this.catalogue.language] ?? '', hide),
      ),
      evidence: evidence.map((each, index) => this.#evidence(each, scenario.evidence?.[index], hide)),
      ...(scenario.informative && { informative: true as const }),
      ...(scenario.official && { official: scenario.official }),
    };
  }

  #step({ verdict, runs, reasons }: StepResult, index: number, title: string, hide: Mask): ReportStep {
    return {
      number: index + 1,
      title: hide(title),
      verdict,
      reasons: reasons.map((each) => this.#reason(each, hide) ?? ''),
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

  #evidence(result: EvidenceResult, declared: Evidence | undefined, hide: Mask): ReportEvidence {
    return {
      id: declared?.id ?? '',
      kind: declared?.kind ?? 'document',
      status: result.status,
      verdict: result.verdict,
      review: hide(declared?.review[this.catalogue.language] ?? ''),
      reason: this.#reason(result.reason, hide),
      files: result.files.map(({ path, sha256, bytes }) => ({ path: this.mask(path), sha256, bytes })),
      value: result.value === null ? null : this.mask(result.value),
      ...(declared?.official && { official: declared.official }),
    };
  }

  #reason(reason: Reason | undefined, hide: Mask = NO_MASK): string | null {
    if (!reason) return null;
    const args = maskArgs(reason.args, this.mask);
    const need =
      reason.code === 'reason/need' ? this.catalogue.needs[args.need as keyof Catalogue['needs']] : undefined;
    return fill(this.catalogue.reasons[reason.code], {
      ...args,
      text: hide(reason.text?.[this.catalogue.language] ?? ''),
      ...(need !== undefined && { need: fill(need, { ...args, leg: this.catalogue.legs[String(args.leg)] ?? '' }) }),
    }).trim();
  }
}

/** One line for each check of a step: its runs on several artifacts together. */
function merge(runs: readonly CheckRun[]): CheckRun[] {
  const byCheck = new Map<string, [CheckRun, ...CheckRun[]]>();
  for (const run of runs) {
    const known = byCheck.get(run.check);
    if (known) known.push(run);
    else byCheck.set(run.check, [run]);
  }
  return [...byCheck.values()].map((same) => ({
    ...same[0],
    artifacts: same.flatMap((run) => run.artifacts),
    verdict: rollUp(same.map((run) => run.verdict)),
    evaluated: same.reduce((sum, run) => sum + run.evaluated, 0),
    findings: same.flatMap((run) => run.findings),
  }));
}
