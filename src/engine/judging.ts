import {
  type Artifact,
  contained,
  type Kind,
  type Outline,
  outlineOf,
  type Unreadable,
  withContents,
} from '../artifacts/artifact.js';
import type { CheckContext } from '../checks/context.js';
import type { Check } from '../checks/define.js';
import {
  type CheckUse,
  type ExpressionUse,
  isExpression,
  type Scenario,
  type Selector,
  type Step,
} from '../scenarios/scenario.js';
import type { ExpressionRunner } from './expression.js';
import type { Plan, PlannedRequirement, PlannedScenario } from './plan.js';
import type { CheckRun } from './results.js';
import { type Kept, keptOf, runEachCheck, runSetCheck } from './run-check.js';
import { match } from './select.js';

/** What judging works with; every field is a value or a pure function. */
export interface Tools {
  readonly checkById: (id: string) => Check | undefined;
  readonly runExpression: ExpressionRunner;
  readonly context: CheckContext;
}

/** The artifacts that a scenario works on under one name. */
export interface Selection {
  readonly selector: Selector;
  readonly artifacts: readonly Outline[];
  /** Artifacts of the right kind that only lack the declaration that the selector asks for. */
  readonly undeclared: readonly Outline[];
}

/** A check or an expression as a step uses it; its id is `scenario/step.rank`. */
export interface Use {
  readonly id: string;
  readonly check: CheckUse | ExpressionUse;
}

/** A selector of the plan: what it has taken so far, and what is to run on what it takes. */
interface Watch extends Selection {
  readonly artifacts: Outline[];
  readonly undeclared: Outline[];
  readonly uses: Use[];
}

/**
 * Judges the files of a dossier one after the other against a plan. What was found and the outline of each artifact are kept, their content
 * is not, but for what set checks need. A check runs once on an artifact, however many steps ask for it.
 */
export class Judging {
  readonly #watches = new Map<string, Watch>();
  readonly #incomplete = new Set<Outline>();
  /** By name of the check or of the expression, then by artifact. */
  readonly #runs = new Map<string, Map<Outline, CheckRun>>();
  readonly #kept = new Map<string, Map<Outline, Kept>>();
  /** The path of each, in the list that its results share. */
  readonly #paths = new Map<Outline, readonly string[]>();
  /** By name of the check and paths of the artifacts. */
  readonly #setRuns = new Map<string, CheckRun>();

  constructor(
    plan: Plan,
    readonly tools: Tools,
  ) {
    for (const { scenario } of plan.requirements.flatMap(scenariosToRun)) {
      for (const selector of Object.values(scenario.artifacts ?? {})) {
        const key = keyOf(selector);
        if (!this.#watches.has(key)) this.#watches.set(key, { selector, artifacts: [], undeclared: [], uses: [] });
      }
      for (const use of (scenario.steps ?? []).flatMap((step, index) => usesOf(step, index, scenario)))
        this.#watches.get(keyOf(selectorOf(use, scenario)))?.uses.push(use);
    }
  }

  /** Judges a file and all that it contains, and gives what is kept of it. */
  add(artifact: Artifact, unreadable: readonly Unreadable[]): Outline {
    const outline = outlineOf(artifact);
    const broken = new Set(unreadable.flatMap(({ containers }) => containers));
    const inside = [...withContents(outline)];
    const outlines = new Map([...withContents(artifact)].map((each, index) => [each, inside[index] ?? outline]));
    for (const each of inside) if (broken.has(each.path)) this.#incomplete.add(each);
    for (const watch of this.#watches.values()) {
      for (const [each, kept] of outlines) {
        const how = match(watch.selector, each, this.tools.context);
        if (how === 'lacks') watch.undeclared.push(kept);
        if (how !== 'matches') continue;
        watch.artifacts.push(kept);
        for (const use of watch.uses)
          for (const target of targetsOf(each, use.check)) this.#look(use, target, outlines.get(target) ?? kept);
      }
    }
    return outline;
  }

  selection(selector: Selector): Selection {
    return this.#watches.get(keyOf(selector)) ?? { selector, artifacts: [], undeclared: [] };
  }

  /** True when some content could not be read: a verdict on it would be about half a message. */
  isIncomplete(artifact: Outline): boolean {
    return this.#incomplete.has(artifact);
  }

  /** What a check or an expression gave on artifacts that a step looks at: each was judged when it was read, a set of them is now. */
  runs({ id, check: used }: Use, artifacts: readonly Outline[]): readonly CheckRun[] {
    if (isExpression(used)) return found(this.#runs.get(id), artifacts);
    const check = this.#check(used.use);
    if (check.scope === 'each') return found(this.#runs.get(check.id), artifacts);
    const kept = found(this.#kept.get(check.id), artifacts);
    const key = [check.id, ...kept.map(({ path }) => path)].join('\n');
    const run = this.#setRuns.get(key) ?? runSetCheck(check, kept, this.tools.context);
    this.#setRuns.set(key, run);
    return [run];
  }

  /** True for a check that compares artifacts with one another. */
  looksAtAll({ check: used }: Use): boolean {
    return !isExpression(used) && this.#check(used.use).scope === 'all';
  }

  #look({ id, check: used }: Use, artifact: Artifact, outline: Outline): void {
    if (this.isIncomplete(outline)) return;
    const { context, runExpression } = this.tools;
    if (isExpression(used)) {
      once(this.#runs, id, outline, () => runExpression(used, id, artifact));
      return;
    }
    const check = this.#check(used.use);
    if (!check.kinds.includes(artifact.kind)) return;
    if (check.scope === 'all') once(this.#kept, check.id, outline, () => keptOf(check, artifact));
    else once(this.#runs, check.id, outline, () => runEachCheck(check, artifact, context, this.#pathsOf(outline)));
  }

  #pathsOf(outline: Outline): readonly string[] {
    const known = this.#paths.get(outline) ?? [outline.path];
    this.#paths.set(outline, known);
    return known;
  }

  #check(id: string): Check {
    const check = this.tools.checkById(id);
    if (!check) throw new Error(`no check ${id}`);
    return check;
  }
}

/** Scenarios of a requirement that are run. */
function scenariosToRun({ excluded, unanswered, scenarios }: PlannedRequirement): readonly PlannedScenario[] {
  return excluded || unanswered ? [] : scenarios.filter((each) => !each.excluded);
}

/** The checks and expressions of a step, numbered. */
export function usesOf(step: Step, index: number, scenario: Scenario): Use[] {
  return (step.checks ?? []).map((check, rank) => ({ id: `${scenario.id}/${index + 1}.${rank + 1}`, check }));
}

/** The name under which a scenario declares what a check is on, and its selector. */
export function selectorOf({ id, check }: Use, scenario: Scenario): Selector {
  const name = nameOf(check);
  const selector = scenario.artifacts?.[name];
  if (!selector) throw new Error(`${id}: no selection ${name}`);
  return selector;
}

export function nameOf({ on }: Use['check']): string {
  return on.split('.')[0] ?? '';
}

/** What a check is on: `name` is the artifact selected, `name.documents` all that it contains, `name.documents.kind` what is of a kind. */
export function targetsOf(artifact: Artifact, check: Use['check']): Artifact[];
export function targetsOf(artifact: Outline, check: Use['check']): Outline[];
export function targetsOf(artifact: Outline, { on }: Use['check']): Outline[] {
  const [, documents, kind] = on.split('.');
  if (documents === undefined) return [artifact];
  return kind === undefined ? [...withContents(artifact)].slice(1) : contained(artifact, kind as Kind);
}

function keyOf(selector: Selector): string {
  return JSON.stringify(selector);
}

function once<T>(byCheck: Map<string, Map<Outline, T>>, check: string, artifact: Outline, make: () => T): void {
  const byArtifact = byCheck.get(check) ?? new Map<Outline, T>();
  byCheck.set(check, byArtifact);
  if (!byArtifact.has(artifact)) byArtifact.set(artifact, make());
}

function found<T>(byArtifact: ReadonlyMap<Outline, T> | undefined, artifacts: readonly Outline[]): T[] {
  return artifacts.flatMap((artifact) => byArtifact?.get(artifact) ?? []);
}
