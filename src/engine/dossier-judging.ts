import { type Artifact, withContents } from '../artifacts/artifact.js';
import type { CheckContext } from '../checks/context.js';
import type { SetCheck } from '../checks/define.js';
import type { CheckRun } from './results.js';
import { type Kept, keptOf, runSetCheck } from './run-check.js';
import type { Verdict } from './verdict.js';

/** What each of the checks keeps of a file and of all that it contains, in the order of the checks: plain values. */
export function keptOfFile(checks: readonly SetCheck[], artifact: Artifact): Kept[][] {
  const all = [...withContents(artifact)];
  return checks.map((check) => all.filter(({ kind }) => check.kinds.includes(kind)).map((each) => keptOf(check, each)));
}

/** Judges a dossier as a whole: each check keeps what it needs of every artifact of its kinds, then judges all of them together. */
export class DossierJudging {
  readonly #kept: readonly { readonly check: SetCheck; readonly kept: Kept[] }[];

  constructor(
    checks: readonly SetCheck[],
    readonly context: CheckContext,
  ) {
    this.#kept = checks.map((check) => ({ check, kept: [] }));
  }

  /** Takes note of a file and of all that it contains. */
  add(artifact: Artifact): void {
    this.take(
      keptOfFile(
        this.#kept.map(({ check }) => check),
        artifact,
      ),
    );
  }

  /** Takes note of what the checks kept of a file, as `keptOfFile` gives it. */
  take(all: readonly (readonly Kept[])[]): void {
    for (const [rank, { kept }] of this.#kept.entries()) for (const each of all[rank] ?? []) kept.push(each);
  }

  /** What the checks found, once every file was added. */
  runs(): CheckRun[] {
    return this.#kept.map(({ check, kept }) => runSetCheck(check, kept, this.context));
  }
}

/** The verdicts that count of the checks of a dossier: one without identities has nothing to compare, which is no lack. */
export function countedVerdicts(runs: readonly CheckRun[]): Verdict[] {
  return runs
    .map(({ verdict }) => verdict)
    .filter((verdict) => verdict !== 'not-tested' && verdict !== 'not-applicable');
}
