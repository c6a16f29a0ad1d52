import type { Artifact } from '../artifacts/artifact.js';
import type { CheckContext } from '../checks/context.js';
import type { Check, Outcome } from '../checks/define.js';
import type { CheckRun, Finding } from './results.js';
import type { Verdict } from './verdict.js';

/** Runs a check on artifacts of its kind, one by one or together as it asks. Its own failure is caught and told apart. */
export function runCheck(check: Check, artifacts: readonly Artifact[], context: CheckContext): CheckRun[] {
  if (check.scope === 'all') return [guarded(check, artifacts, () => check.run(artifacts, context))];
  return artifacts.map((artifact) => guarded(check, [artifact], () => check.run(artifact, context)));
}

function guarded(check: Check, artifacts: readonly Artifact[], run: () => Outcome): CheckRun {
  const common = { check: check.id, artifacts: artifacts.map((each) => each.path) };
  try {
    const outcome = run();
    const findings = outcome.findings.map((raw): Finding => {
      const rule = check.rules[raw.rule];
      if (!rule) throw new Error(`unknown rule ${raw.rule}`);
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
    return {
      ...common,
      verdict: verdictOf(outcome, findings),
      evaluated: outcome.evaluated,
      findings,
      needs: outcome.needs ?? [],
      failure: undefined,
    };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { ...common, verdict: 'undetermined', evaluated: 0, findings: [], needs: [], failure };
  }
}

/** An error wins; then what is missing; then nothing looked at. Warnings do not change a verdict. */
export function verdictOf(
  outcome: Pick<Outcome, 'evaluated' | 'needs' | 'applies'>,
  findings: readonly Finding[],
): Verdict {
  if (outcome.applies === false) return 'not-applicable';
  if (findings.some((finding) => finding.severity === 'error')) return 'nonconforming';
  if (outcome.needs && outcome.needs.length > 0) return 'missing';
  return outcome.evaluated > 0 ? 'conforming' : 'not-tested';
}
