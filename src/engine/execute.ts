import { type Artifact, contained, fileOf, type Kind, withContents } from '../artifacts/artifact.js';
import type { CheckContext } from '../checks/context.js';
import type { Check } from '../checks/define.js';
import { type CheckUse, type Evidence, type ExpressionUse, isExpression, type Step } from '../scenarios/scenario.js';
import type { ExpressionRunner } from './expression.js';
import type { Plan, PlannedRequirement, PlannedScenario, Reason } from './plan.js';
import type {
  CheckRun,
  EvidenceGiven,
  EvidenceResult,
  RequirementResult,
  ScenarioResult,
  StepResult,
} from './results.js';
import { runCheck } from './run-check.js';
import { declarationLine, describeSelector, type Selection } from './select.js';
import { rollUp, rollUpSome, type Verdict } from './verdict.js';

/** What execution works with; every field is a value or a pure function. */
export interface Execution {
  readonly checkById: (id: string) => Check | undefined;
  readonly runExpression: ExpressionRunner;
  readonly context: CheckContext;
  readonly evidence: (evidence: Evidence, planned: PlannedScenario) => EvidenceGiven;
  /** Artifacts of which some content could not be read: a verdict on them would be about half a message. */
  readonly incomplete: ReadonlySet<string>;
}

/** Runs one planned requirement. A check runs once on an artifact however many steps ask for it. */
export class Executor {
  readonly #runs = new Map<string, readonly CheckRun[]>();

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
    return { planned, verdict: rollUp(scenarios.map((each) => each.verdict)), reason: undefined, scenarios };
  }

  /**
   * One of several: a scenario for which nothing was given is another vendor's. What was given is judged in full, so that nothing that
   * fails is hidden behind what succeeds.
   */
  #oneOf(planned: readonly PlannedScenario[]): ScenarioResult[] {
    const results = planned.map((each) => this.#scenario(each));
    const attempted = results.map(isAttempted);
    if (!attempted.includes(true)) return results;
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
    const steps = (scenario.steps ?? []).map((step, index) => this.#step(step, index, planned));
    const evidence = (scenario.evidence ?? []).map((each) =>
      judgeEvidence(each, this.execution.evidence(each, planned), steps),
    );
    return {
      planned,
      verdict: rollUp([...steps, ...evidence].map((each) => each.verdict)),
      reason: undefined,
      steps,
      evidence,
    };
  }

  #step(step: Step, index: number, planned: PlannedScenario): StepResult {
    const checks = step.checks ?? [];
    if (checks.length === 0)
      return { verdict: 'to-review', runs: [], reasons: [{ code: 'reason/human-step', args: {} }] };
    const results = checks.map((check, rank) =>
      this.#use(check, `${planned.scenario.id}/${index + 1}.${rank + 1}`, step, planned),
    );
    // A check that is not about these artifacts leaves the step to the others; if none is, nothing was looked at.
    const counted = results.filter((each) => each.verdict !== 'not-applicable');
    const runs = results.flatMap((each) => each.runs);
    const reasons = dedupe(results.flatMap((each) => each.reasons));
    if (counted.length > 0) return { verdict: rollUp(counted.map((each) => each.verdict)), runs, reasons };
    const optional = results.some((each) =>
      each.reasons.some((reason) => reason.code === 'reason/no-artifact-optional'),
    );
    if (optional) return { verdict: 'not-applicable', runs, reasons };
    return { verdict: 'not-tested', runs, reasons: [...reasons, { code: 'reason/no-check-applies', args: {} }] };
  }

  #use(check: CheckUse | ExpressionUse, id: string, step: Step, planned: PlannedScenario): StepResult {
    const [name = '', documents, kind] = check.on.split('.');
    const selection = planned.selections[name];
    if (!selection) throw new Error(`${id}: no selection ${name}`);
    const shortage = shortageOf(name, selection);
    if (shortage) return shortage;
    const all =
      documents === undefined
        ? selection.artifacts
        : selection.artifacts.flatMap((each) => documentsOf(each, kind as Kind | undefined));
    const whole = all.filter((artifact) => !this.execution.incomplete.has(artifact.path));
    const lost = all.filter((artifact) => this.execution.incomplete.has(artifact.path));
    const runs = isExpression(check) ? this.#expression(check, id, whole) : this.#check(check.use, whole);
    const verdicts: Verdict[] = [...runs.map((run) => run.verdict), ...lost.map((): Verdict => 'missing')];
    const relevant = verdicts.filter((verdict) => verdict !== 'not-applicable');
    const verdict =
      relevant.length === 0 && verdicts.length > 0
        ? 'not-applicable'
        : (step.needs === 'some' ? rollUpSome : rollUp)(relevant);
    // What other artifacts fail to show does not matter once one has shown it.
    const shown =
      step.needs === 'some' && verdict === 'conforming' ? runs.filter((run) => run.verdict === 'conforming') : runs;
    return { verdict, runs: shown, reasons: reasonsOf(shown, lost) };
  }

  #check(id: string, artifacts: readonly Artifact[]): readonly CheckRun[] {
    const check = this.execution.checkById(id);
    if (!check) throw new Error(`no check ${id}`);
    const mine = artifacts.filter((artifact) => artifact.kind === check.on);
    if (check.scope === 'all')
      return this.#once(`${id}\n${mine.map((each) => each.path).join('\n')}`, () =>
        runCheck(check, mine, this.execution.context),
      );
    return mine.flatMap((artifact) =>
      this.#once(`${id}\n${artifact.path}`, () => runCheck(check, [artifact], this.execution.context)),
    );
  }

  #expression(use: ExpressionUse, id: string, artifacts: readonly Artifact[]): readonly CheckRun[] {
    return artifacts.map((artifact) => this.execution.runExpression(use, id, artifact));
  }

  #once(key: string, run: () => readonly CheckRun[]): readonly CheckRun[] {
    const known = this.#runs.get(key);
    if (known) return known;
    const runs = run();
    this.#runs.set(key, runs);
    return runs;
  }
}

/** Runs a whole plan; stops between two requirements when `signal` is aborted. */
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

function documentsOf(artifact: Artifact, kind: Kind | undefined): Artifact[] {
  return kind === undefined
    ? artifact.children.flatMap((child) => [...withContents(child)])
    : contained(artifact, kind);
}

function shortageOf(name: string, { selector, artifacts, undeclared }: Selection): StepResult | undefined {
  const minimum = selector.min ?? 1;
  if (minimum === 0 && artifacts.length === 0) {
    return {
      verdict: 'not-applicable',
      runs: [],
      reasons: [{ code: 'reason/no-artifact-optional', args: { name, selector: describeSelector(selector) } }],
    };
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

function reasonsOf(runs: readonly CheckRun[], lost: readonly Artifact[]): Reason[] {
  const reasons: Reason[] = lost.map((artifact) => ({
    code: 'reason/unreadable-content',
    args: { path: artifact.path },
  }));
  for (const run of runs) {
    const path = run.artifacts.join(', ');
    for (const need of run.needs)
      reasons.push({ code: 'reason/need', args: { ...need.args, need: need.code, path, check: run.check } });
    if (run.failure !== undefined)
      reasons.push({ code: 'reason/check-failed', args: { check: run.check, path, reason: run.failure } });
    else if (run.verdict === 'not-tested')
      reasons.push({ code: 'reason/nothing-looked-at', args: { check: run.check, path } });
  }
  return reasons;
}

function dedupe(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    const key = JSON.stringify([reason.code, reason.args]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** A proof that checks judge adds nothing to their verdict; any other is for a person to see. */
function judgeEvidence(evidence: Evidence, given: EvidenceGiven, steps: readonly StepResult[]): EvidenceResult {
  if (given.status !== 'present') return { ...given, verdict: 'missing' };
  const judged = evidence.from !== undefined && steps.some((step) => step.runs.length > 0);
  return { ...given, verdict: judged ? 'conforming' : 'to-review' };
}

function isAttempted(result: ScenarioResult): boolean {
  return (
    result.evidence.some((each) => each.status !== 'missing') ||
    Object.values(result.planned.selections).some((selection) => selection.artifacts.length > 0)
  );
}
