import { createHash } from 'node:crypto';
import type { ReportEvidence } from '../../../src/report/report.js';

/** A proof given by these files, missing without any; a path tells its content. */
export function proof(id: string, paths: readonly string[], bytes = 9): ReportEvidence {
  const sha256 = (path: string): string => createHash('sha256').update(path).digest('hex');
  return {
    id,
    kind: 'demonstration',
    status: paths.length > 0 ? 'present' : 'missing',
    verdict: paths.length > 0 ? 'to-review' : 'missing',
    review: 'Vérifier que tout se lit.',
    reason: null,
    files: paths.map((path) => ({ path, sha256: sha256(path), bytes })),
    value: null,
  };
}
