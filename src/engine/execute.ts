import { fileOf, type Outline } from '../artifacts/artifact.js';
import { type Evidence, type Scenario, type Selector, type Step, sourcesOf } from '../scenarios/scenario.js';
import { type Judging, nameOf, type Selection, selectorOf, targetsOf, type Use, usesOf } from './judging.js';
import { mergedReasons, named } from './merged-reasons.js';
import type { Plan, PlannedRequirement, PlannedScenario, Reason } from './plan.js';
import type {
  CheckRun,
  EvidenceGiven,
  EvidenceResult,
  RequirementResult,
  ScenarioResult,
  StepResult,
} from './results.js';
import { declarationLine, describeSelector } from './select.js';
import { rollUp, rollUpSome, type Verdict } from './verdict.js';

/** What a plan is concluded with. */
export interface Execution {
  /** The artifacts, judged. */
  readonly judging: Pick<Judging, 'selection' | 'isIncomplete' | 'runs' | 'looksAtAll'>;
  /** What the dossier gives for a proof; `selected` are the artifacts of the selection that it is from. */
  readonly evidence: (evidence: Evidence, selected: readonly Outline[]) => EvidenceGiven;
  /** Paths of the files that a redacted copy does not hold, and that a selection would take. */
  readonly withheld?: (selector: Selector) => readonly string[];
}

/** Concludes on one planned requirement from what was judged: steps roll up into scenarios, scenarios into the requirement. */
export class Executor {
  constructor(readonly execution: Execution) {}

  requirement(planned: PlannedRequirement): RequirementResult {
    const { requirement, excluded, unanswered } = planned;
    if (excluded) return { planned, verdict: 'not-applicable', reason: excluded, scenarios: [] };
    if (unanswered) return { planned, verdict: 'missing', reason: unanswered, scenarios: [] };
    if (planned.scenarios.length === 0) {
      const reason: Reason = {
        code: 'reason/no-scenario',
        args: {},
        ...(requirement.review && { text: requirement.review }),
      };
      return { planned, verdict: 'to-review', reason, scenarios: [] };
    }
    const scenarios =
      requirement.needs === 'one-of'
        ? this.#oneOf(planned.scenarios)
        : planned.scenarios.map((each) => this.#scenario(each));
    const counted = scenarios.filter((each) => !each.planned.scenario.informative);
    return { planned, verdict: rollUp(counted.map((each) => each.verdict)), reason: undefined, scenarios };
  }

  /**
   * One of several: a scenario for which nothing was given is another vendor's. What was given is judged in full, so that nothing that
   * fails is hidden behind what succeeds.
   */
  #oneOf(planned: readonly PlannedScenario[]): ScenarioResult[] {
    const results = planned.map((each) => this.#scenario(each));
    const attempted = results.map((each) => this.#isAttempted(each));
    if (!attempted.some((each, index) => each && !planned[index]?.scenario.informative)) return results;
    return results.map((result, index) =>
      attempted[index]
        ? result
        : {
            ...result,
            verdict: 'not-applicable',
            reason: { code: 'reason/other-mode', args: {} },
            steps: [],
            evidence: [],
          },
    );
  }

  #scenario(planned: PlannedScenario): ScenarioResult {
    const { scenario, excluded } = planned;
    if (excluded) {
      const verdict = excluded.code === 'reason/condition-false' ? 'not-applicable' : 'missing';
      return { planned, verdict, reason: excluded, steps: [], evidence: [] };
    }
    const steps = (scenario.steps ?? []).map((step, index) => this.#step(step, index, scenario));
    const evidence = (scenario.evidence ?? []).map((each) =>
      judgeEvidence(each, this.#given(each, scenario, steps), steps),
    );
    return {
      planned,
      verdict: rollUp([...steps, ...evidence].map((each) => each.verdict)),
      reason: scenario.informative ? { code: 'reason/informative', args: {} } : undefined,
      steps,
      evidence,
    };
  }

  /** What is given for a proof; where checks judge it and could not, for what a redacted copy does not hold, it is not. */
  #given(evidence: Evidence, scenario: Scenario, steps: readonly StepResult[]): EvidenceGiven {
    const given = this.execution.evidence(evidence, this.#selected(evidence, scenario));
    if (evidence.from === undefined || given.status === 'unreadable') return given;
    if (given.status === 'present' && isJudged(steps)) return given;
    const withheld = sourcesOf(evidence).flatMap((name) => {
      const selector = scenario.artifacts?.[name];
      return selector ? (this.execution.withheld?.(selector) ?? []) : [];
    });
    if (withheld.length === 0) return given;
    const reason: Reason = { code: 'reason/evidence-redacted', args: { path: named(withheld) } };
    return { ...given, status: 'missing', reason };
  }

  /** Artifacts of the selections that a proof is from: one that has some is enough. */
  #selected(evidence: Evidence, scenario: Scenario): readonly Outline[] {
    return sourcesOf(evidence).flatMap((name) => {
      const selector = scenario.artifacts?.[name];
      return selector ? this.execution.judging.selection(selector).artifacts : [];
    });
  }

  #isAttempted({ planned, evidence }: ScenarioResult): boolean {
    const { judging } = this.execution;
    return (
      evidence.some((each) => each.status !== 'missing') ||
      Object.values(planned.scenario.artifacts ?? {}).some(
        (selector) => judging.selection(selector).artifacts.length > 0,
      )
    );
  }

  #step(step: Step, index: number, scenario: Scenario): StepResult {
    const uses = usesOf(step, index, scenario);
    if (uses.length === 0)
      return { verdict: 'to-review', runs: [], reasons: [{ code: 'reason/human-step', args: {} }] };
    const results = uses.map((use) => this.#use(use, step, scenario));
    // A check that is not about these artifacts leaves the step to the others; if none is, nothing was looked at.
    const counted = results.filter((each) => each.verdict !== 'not-applicable');
    const runs = results.flatMap((each) => each.runs);
    const reasons = mergedReasons(results.flatMap((each) => each.reasons));
    if (counted.length > 0) return { verdict: rollUp(counted.map((each) => each.verdict)), runs, reasons };
    const none: Reason = { code: 'reason/no-check-applies', args: {} };
    // What nobody had to give, or what was given without need, leaves nothing untested.
    if (uses.every((use) => selectorOf(use, scenario).min === 0))
      return { verdict: 'not-applicable', runs, reasons: runs.length > 0 ? [...reasons, none] : reasons };
    return { verdict: 'not-tested', runs, reasons: [...reasons, none] };
  }

  #use(use: Use, step: Step, scenario: Scenario): StepResult {
    const { judging } = this.execution;
    const selection = judging.selection(selectorOf(use, scenario));
    const withheld = this.execution.withheld?.(selection.selector) ?? [];
    const redacted: Reason[] =
      withheld.length > 0 ? [{ code: 'reason/redacted', args: { path: named(withheld) } }] : [];
    const shortage = shortageOf(nameOf(use.check), selection, scenario);
    if (shortage)
      return withheld.length > 0
        ? { verdict: 'missing', runs: [], reasons: [...redacted, ...shortage.reasons] }
        : shortage;
    // What is compared with what is not there would be found wrong for it.
    if (withheld.length > 0 && judging.looksAtAll(use)) return { verdict: 'missing', runs: [], reasons: redacted };
    const all = selection.artifacts.flatMap((each) => targetsOf(each, use.check));
    const lost = all.filter((each) => judging.isIncomplete(each));
    const whole = lost.length === 0 ? all : all.filter((each) => !judging.isIncomplete(each));
    const runs = judging.runs(use, whole);
    const verdicts: Verdict[] = [
      ...runs.map((run) => run.verdict),
      ...[...lost, ...withheld].map((): Verdict => 'missing'),
    ];
    const relevant = verdicts.filter((verdict) => verdict !== 'not-applicable');
    const verdict =
      relevant.length === 0 && verdicts.length > 0
        ? 'not-applicable'
        : (step.needs === 'some' ? rollUpSome : rollUp)(relevant);
    // What other artifacts fail to show does not matter once one has shown it.
    const shown =
      step.needs === 'some' && verdict === 'conforming' ? runs.filter((run) => run.verdict === 'conforming') : runs;
    const told = verdict === 'missing' || verdict === 'nonconforming' ? redacted : [];
    return { verdict, runs: shown, reasons: [...told, ...reasonsOf(shown, lost)] };
  }
}

/** Concludes on a whole plan; stops between two requirements when `signal` is aborted. */
export async function execute(
  plan: Plan,
  execution: Execution,
  options: { readonly signal?: AbortSignal; readonly onRequirement?: (done: number, total: number) => void } = {},
): Promise<{ results: RequirementResult[]; interrupted: boolean }> {
  const executor = new Executor(execution);
  const results: RequirementResult[] = [];
  for (const [index, planned] of plan.requirements.entries()) {
    if (options.signal?.aborted) return { results, interrupted: true };
    options.onRequirement?.(index, plan.requirements.length);
    results.push(executor.requirement(planned));
    // Lets an interruption in: signals are only heard between two turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { results, interrupted: options.signal?.aborted ?? false };
}

function shortageOf(
  name: string,
  { selector, artifacts, undeclared }: Selection,
  { evidence = [] }: Scenario,
): StepResult | undefined {
  const minimum = selector.min ?? 1;
  if (minimum === 0 && artifacts.length === 0) {
    const none: Reason = { code: 'reason/no-artifact-optional', args: { name, selector: describeSelector(selector) } };
    // One of several that a proof may be from: what only lacks a declaration may be that proof.
    const wanted = evidence.some((each) => sourcesOf(each).includes(name)) ? overlooked({ selector, undeclared }) : [];
    return { verdict: 'not-applicable', runs: [], reasons: [none, ...wanted] };
  }
  if (artifacts.length >= minimum) return undefined;
  const reasons: Reason[] = [
    {
      code: 'reason/too-few-artifacts',
      args: { name, selector: describeSelector(selector), minimum, found: artifacts.length },
    },
  ];
  return { verdict: 'missing', runs: [], reasons: [...reasons, ...overlooked({ selector, undeclared })] };
}

/** Artifacts that would do if a line declared them: the line to add for each file. */
function overlooked({ selector, undeclared }: Pick<Selection, 'selector' | 'undeclared'>): Reason[] {
  const byFile = new Map(undeclared.map((artifact) => [fileOf(artifact), artifact]));
  return [...byFile].map(([path, artifact]) => ({
    code: 'reason/undeclared-artifacts',
    args: { path, line: declarationLine(artifact, selector) },
  }));
}

/** Why a step is not conforming beside its findings: what several artifacts have in common is said once. */
function reasonsOf(runs: readonly CheckRun[], lost: readonly Outline[]): Reason[] {
  const shared = new Map<string, { reason: Reason; paths: Set<string> }>();
  const add = (reason: Reason, artifacts: readonly string[]): void => {
    const key = JSON.stringify([reason.code, reason.args]);
    const known = shared.get(key) ?? { reason, paths: new Set<string>() };
    for (const path of lookedAt(artifacts)) known.paths.add(path);
    shared.set(key, known);
  };
  for (const { path } of lost) add({ code: 'reason/unreadable-content', args: {} }, [path]);
  for (const { check, artifacts, needs, failure, verdict } of runs) {
    for (const need of needs) add({ code: 'reason/need', args: { ...need.args, need: need.code, check } }, artifacts);
    if (failure !== undefined) add({ code: 'reason/check-failed', args: { check, reason: failure } }, artifacts);
    else if (verdict === 'not-tested') add({ code: 'reason/nothing-looked-at', args: { check } }, artifacts);
  }
  return [...shared.values()].map(({ reason, paths }) => ({
    ...reason,
    args: { ...reason.args, path: named([...paths]) },
  }));
}

/** What a run looked at: of several artifacts, their files, since a capture has as many contents as exchanges. */
function lookedAt(artifacts: readonly string[]): readonly string[] {
  return artifacts.length < 2 ? artifacts : artifacts.map((path) => path.split('!', 1)[0] ?? path);
}

/** A proof that checks judge adds nothing to their verdict; any other is for a person to see. */
function judgeEvidence(evidence: Evidence, given: EvidenceGiven, steps: readonly StepResult[]): EvidenceResult {
  if (given.status !== 'present') return { ...given, verdict: 'missing' };
  return { ...given, verdict: evidence.from !== undefined && isJudged(steps) ? 'conforming' : 'to-review' };
}

function isJudged(steps: readonly StepResult[]): boolean {
  return steps.some(({ runs }) => runs.some(({ verdict }) => verdict !== 'not-applicable'));
}
