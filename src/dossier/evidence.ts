import type { Artifact, Unreadable } from '../artifacts/artifact.js';
import type { PlannedScenario } from '../engine/plan.js';
import type { EvidenceFile, EvidenceGiven } from '../engine/results.js';
import type { Evidence } from '../scenarios/scenario.js';
import type { Manifest } from './manifest.js';

/**
 * What the dossier gives for each proof: the artifacts of a selection, the files that the manifest names, a permalink, an execution number
 * or a statement.
 */
export function evidenceLookup(
  manifest: Manifest,
  artifacts: readonly Artifact[],
  unreadable: readonly Unreadable[],
): (evidence: Evidence, planned: PlannedScenario) => EvidenceGiven {
  const files = new Map<string, EvidenceFile>(
    artifacts.map(({ path, sha256, bytes }) => [path, { path, sha256, bytes }]),
  );
  const broken = new Set(unreadable.map((each) => each.path));
  return (evidence, planned) => {
    const statement = manifest.statements?.[evidence.id];
    if (statement) return present([], `${statement.text} (${statement.by}, ${statement.on})`);
    const given = manifest.evidence?.[evidence.id];
    if (given !== undefined && typeof given === 'object' && !Array.isArray(given)) {
      const { permalink, execution } = given as { permalink?: string; execution?: number };
      return present([], permalink ?? String(execution));
    }
    if (given !== undefined)
      return fromPaths(typeof given === 'string' ? [given] : (given as readonly string[]), files, broken);
    const selected = evidence.from === undefined ? [] : (planned.selections[evidence.from]?.artifacts ?? []);
    // A contained artifact is deposited with the file that contains it.
    const paths = [...new Set(selected.map((artifact) => artifact.path.split('!')[0] ?? ''))];
    if (paths.length > 0) return fromPaths(paths, files, broken);
    return { status: 'missing', files: [], value: null, reason: { code: 'reason/evidence-missing', args: {} } };
  };
}

function present(files: readonly EvidenceFile[], value: string | null): EvidenceGiven {
  return { status: 'present', files, value, reason: undefined };
}

function fromPaths(
  paths: readonly string[],
  files: ReadonlyMap<string, EvidenceFile>,
  broken: ReadonlySet<string>,
): EvidenceGiven {
  const found = paths.flatMap((path) => files.get(path) ?? []);
  const wrong = paths.find((path) => !files.has(path));
  if (wrong === undefined) return present(found, null);
  const code = broken.has(wrong) ? 'reason/evidence-unreadable' : 'reason/evidence-file-missing';
  return {
    status: broken.has(wrong) ? 'unreadable' : 'missing',
    files: found,
    value: null,
    reason: { code, args: { path: wrong } },
  };
}
