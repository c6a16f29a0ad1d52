import type { Artifact } from '../artifacts/artifact.js';
import type { CheckContext } from '../checks/context.js';
import type { Check, Outcome, RawFinding, Rule, SetCheck, Severity } from '../checks/define.js';
import type { CheckRun, Finding } from './results.js';
import type { Verdict } from './verdict.js';

/** Runs a check on artifacts of its kind, one by one or together as it asks. Its own failure is caught and told apart. */
export function runCheck(check: Check, artifacts: readonly Artifact[], context: CheckContext): CheckRun[] {
  if (check.scope === 'each') return artifacts.map((artifact) => runEachCheck(check, artifact, context));
  return [
    runSetCheck(
      check,
      artifacts.map((artifact) => keptOf(check, artifact)),
      context,
    ),
  ];
}

type EachCheck = Extract<Check, { scope: 'each' }>;

/**
 * Runs a check on one artifact.
 * @param paths what the results call the artifact: they are many, and are kept with one list for all of them.
 */
export function runEachCheck(
  check: EachCheck,
  artifact: Artifact,
  context: CheckContext,
  paths: readonly string[] = [artifact.path],
): CheckRun {
  return guarded(check, paths, () => check.run(artifact, context));
}

/** What a set check keeps of an artifact; what it throws then is thrown again when it judges. */
export interface Kept {
  readonly path: string;
  readonly value?: unknown;
  /** Message of the exception: a value that threads can send each other. */
  readonly failure?: string;
}

export function keptOf(check: SetCheck, artifact: Artifact): Kept {
  try {
    return { path: artifact.path, value: check.keep(artifact) };
  } catch (error) {
    return { path: artifact.path, failure: messageOf(error) };
  }
}

/** Runs a set check on what it kept of each artifact. */
export function runSetCheck(check: SetCheck, kept: readonly Kept[], context: CheckContext): CheckRun {
  const paths = kept.map(({ path }) => path);
  return guarded(check, paths, () => {
    const failed = kept.find(({ failure }) => failure !== undefined);
    if (failed?.failure !== undefined) throw new Error(failed.failure);
    return check.run(
      kept.map(({ value }) => value),
      context,
    );
  });
}

function guarded(check: Check, paths: readonly string[], run: () => Outcome): CheckRun {
  // Written out: V8 gives each object made by spreading a shape of its own, which weighs more than the object.
  try {
    const outcome = run();
    const kept = mostSerious(outcome.findings, (raw) => ruleOf(check, raw).severity);
    // A slice of a document's text would keep the whole document in memory.
    const findings = cloned(kept).map((raw): Finding => {
      const rule = ruleOf(check, raw);
      const actual = raw.actual ?? '';
      return {
        check: check.id,
        code: `${check.id}/${raw.rule}`,
        severity: rule.severity,
        clause: rule.clause,
        args: { ...raw.args, ...(raw.actual !== undefined && { actual }) },
        at: raw.at,
        actual,
      };
    });
    const whole: CheckRun = {
      check: check.id,
      artifacts: paths,
      verdict: verdictOf(outcome, findings),
      evaluated: outcome.evaluated,
      findings: findings.length === 0 ? NONE : findings,
      needs: cloned(outcome.needs ?? NONE),
      failure: outcome.failure,
    };
    const omitted = outcome.findings.length - kept.length;
    return omitted > 0 ? { ...whole, omitted } : whole;
  } catch (error) {
    const failure = messageOf(error);
    return {
      check: check.id,
      artifacts: paths,
      verdict: 'undetermined',
      evaluated: 0,
      findings: [],
      needs: [],
      failure,
    };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Of one check on one artifact: hostile documents have a fault a line, and a person mends the first thousand before asking again. */
const MAX_FINDINGS = 1000;

/** The findings in their order, but errors before the others where there are too many: none is lost that decides a verdict. */
export function mostSerious<T>(findings: readonly T[], severityOf: (finding: T) => Severity): readonly T[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const errors = findings.filter((each) => severityOf(each) === 'error').slice(0, MAX_FINDINGS);
  const others = findings.filter((each) => severityOf(each) !== 'error').slice(0, MAX_FINDINGS - errors.length);
  const kept = new Set([...errors, ...others]);
  return findings.filter((each) => kept.has(each));
}

function ruleOf(check: Check, { rule }: RawFinding): Rule {
  const found = check.rules[rule];
  if (!found) throw new Error(`unknown rule ${rule}`);
  return found;
}

/** Characters of a value that are kept: reports show a tenth of them. */
const LONGEST = 20_000;

/** Cut where a word ends: half of a matricule has no form to mask it by. */
function bounded(text: string): string {
  if (text.length <= LONGEST) return text;
  const kept = text.slice(0, LONGEST);
  let end = kept.length;
  while (end > 0 && !/[\s,;&?|^"'<>]/.test(kept.charAt(end - 1))) end--;
  return `${kept.slice(0, end)}…`;
}

/** Most checks find nothing: a dossier of thousands of files has hundreds of thousands of such results. */
const NONE: readonly never[] = [];

/** A text that a thousand findings tell, however long, is copied once. */
export function cloned<T>(values: readonly T[]): readonly T[] {
  if (values.length === 0) return NONE;
  const texts = new Map<string, string>();
  const clone = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const known = texts.get(value) ?? structuredClone(bounded(value));
      texts.set(value, known);
      return known;
    }
    if (Array.isArray(value)) return value.map(clone);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clone(each)]));
  };
  return clone(values) as readonly T[];
}

/** An error wins; then what can't be judged, then what is missing; then nothing looked at. Warnings do not change a verdict. */
export function verdictOf(
  outcome: Pick<Outcome, 'evaluated' | 'needs' | 'failure' | 'applies'>,
  findings: readonly Finding[],
): Verdict {
  if (outcome.applies === false) return 'not-applicable';
  if (findings.some((finding) => finding.severity === 'error')) return 'nonconforming';
  if (outcome.failure !== undefined) return 'undetermined';
  if (outcome.needs && outcome.needs.length > 0) return 'missing';
  return outcome.evaluated > 0 ? 'conforming' : 'not-tested';
}
