import type { Declaration } from '../../src/artifacts/artifact.js';
import { read } from '../../src/artifacts/read.js';
import { type CheckContext, type DeclaredPatient, NOTHING_DECLARED } from '../../src/checks/context.js';
import type { SetCheck } from '../../src/checks/define.js';
import { DossierJudging } from '../../src/engine/dossier-judging.js';
import type { CheckRun } from '../../src/engine/results.js';

/** A file of a dossier in memory. */
export interface GivenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly declared?: Declaration;
}

/** What a check of the dossier gives on files, read and judged as the command does. */
export async function judgeDossier(
  check: SetCheck,
  files: readonly GivenFile[],
  context: Partial<CheckContext> & { readonly patients?: readonly DeclaredPatient[] } = {},
): Promise<CheckRun> {
  const judging = new DossierJudging([check], { ...NOTHING_DECLARED, ...context });
  for (const { path, bytes, declared = {} } of files) {
    const { artifact, unreadable } = await read({ path, bytes, declared });
    if (!artifact || unreadable.length > 0) throw new Error(`${path} can't be read`);
    judging.add(artifact);
  }
  const [run] = judging.runs();
  if (!run) throw new Error('no run');
  return run;
}
