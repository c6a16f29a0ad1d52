import type { Artifact } from '../../src/artifacts/artifact.js';
import type { CheckContext } from '../../src/checks/context.js';
import { ALL_CHECKS } from '../../src/checks/registry.js';
import { runCheck } from '../../src/engine/run-check.js';
import { rollUp } from '../../src/engine/verdict.js';
import { Identities, type Mask } from '../../src/report/mask.js';
import type { FileResult, ReportInput } from '../../src/report/report-input.js';

/** The input of a report of nothing, to be completed. */
export function reportInput(fields: Partial<ReportInput> = {}): ReportInput {
  return {
    command: 'check',
    packs: [{ id: 'builtin', version: '1.2.3', sha256: 'a'.repeat(64) }],
    base: { source: 'source', date: '2023-02-21' },
    candidate: null,
    results: [],
    files: [],
    dossier: [],
    artifacts: [],
    unreadable: [],
    said: [],
    otherCorridors: 0,
    exit: 0,
    partial: undefined,
    masked: true,
    changedLimits: [],
    requirementsOf: () => [],
    isHouse: () => false,
    packOf: () => 'builtin',
    ...fields,
  };
}

/** Every check on each of these artifacts, as the command `check` does. */
export function judged(artifacts: readonly Artifact[], context: CheckContext): FileResult[] {
  return artifacts.map((artifact) => {
    const runs = ALL_CHECKS.filter((check) => check.kinds.includes(artifact.kind)).flatMap((check) =>
      runCheck(check, [artifact], context),
    );
    const reasons = runs.flatMap((run) =>
      run.needs.map((need) => ({
        code: 'reason/need' as const,
        args: { ...need.args, need: need.code, path: artifact.path, check: run.check },
      })),
    );
    return { artifact, verdict: rollUp(runs.map(({ verdict }) => verdict)), reasons, runs };
  });
}

/** The mask of artifacts that are all at hand. */
export function maskFor(artifacts: readonly Artifact[], context: CheckContext): Mask {
  const identities = new Identities();
  for (const artifact of artifacts) identities.add(artifact);
  return identities.mask(context);
}
