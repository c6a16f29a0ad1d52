import type { Unreadable } from '../artifacts/artifact.js';
import { countedVerdicts } from '../engine/dossier-judging.js';
import type { CheckRun, RequirementResult } from '../engine/results.js';
import { verdictOfUnreadable } from '../engine/unreadable.js';
import type { Verdict } from '../engine/verdict.js';

/** The exit codes of every command; docs/exit-codes.md documents them and test/cli/exit-codes.test.ts holds them. */
export const EXIT = { ok: 0, nonconforming: 1, usage: 2, missing: 3, undetermined: 4, interrupted: 130 } as const;

/** Exit code of a run. When several hold: 130, 2 (thrown as a UserError), 4, 1, 3, 0. */
export function exitOfRun(
  results: readonly RequirementResult[],
  dossier: readonly CheckRun[],
  unreadable: readonly Unreadable[],
  interrupted: boolean,
): number {
  const verdicts = results.filter((result) => result.planned.mandatory).flatMap(grains);
  return exitOfVerdicts([...verdicts, ...countedVerdicts(dossier)], unreadable, interrupted);
}

/** Exit code of a list of verdicts, each of which counts. */
export function exitOfVerdicts(
  verdicts: readonly Verdict[],
  unreadable: readonly Unreadable[],
  interrupted: boolean,
): number {
  if (interrupted) return EXIT.interrupted;
  const all = [...verdicts, ...unreadable.map(verdictOfUnreadable)];
  if (all.includes('undetermined')) return EXIT.undetermined;
  if (all.includes('nonconforming')) return EXIT.nonconforming;
  if (all.includes('missing') || all.includes('not-tested')) return EXIT.missing;
  return EXIT.ok;
}

/**
 * The verdicts that count: those of steps and proofs, so that a step that was not tested is not hidden behind one to be reviewed; of the
 * scenario or the requirement where there is none.
 */
function grains(result: RequirementResult): Verdict[] {
  if (result.scenarios.length === 0) return [result.verdict];
  const counted = result.scenarios.filter((each) => !each.planned.scenario.informative);
  return counted.flatMap((scenario) => {
    const inside = [...scenario.steps, ...scenario.evidence].map((each) => each.verdict);
    return inside.length > 0 ? inside : [scenario.verdict];
  });
}
