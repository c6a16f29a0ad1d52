import { feedBytes } from '../../fixtures/make/feed-messages.js';
import type { Declaration } from '../../src/artifacts/artifact.js';
import { read } from '../../src/artifacts/read.js';
import { type CheckContext, NOTHING_DECLARED } from '../../src/checks/context.js';
import type { Check } from '../../src/checks/define.js';
import { runCheck } from './run-check.js';

export interface FeedFileOf {
  readonly path: string;
  /** Segments, one a line. */
  readonly text: string;
  readonly declared?: Declaration;
}

/** A dossier that declares a patient, so that what is not declared of a file is missed. */
export const DOSSIER: CheckContext = { ...NOTHING_DECLARED, patients: [{ id: 'A', status: 'qualifiée' }] };

/** What a check on a feed gives: `rule place` of each finding, and `code path` of each need. */
export async function runFeed(check: Check, files: readonly FeedFileOf[], context = DOSSIER) {
  const readings = await Promise.all(
    files.map(({ path, text, declared = {} }) => read({ path, bytes: Buffer.from(feedBytes(text)), declared })),
  );
  const artifacts = readings.flatMap(({ artifact }) => (artifact ? [artifact] : []));
  const { findings, needs, applies, evaluated } = runCheck(check, artifacts, context);
  return {
    findings: findings.map(({ rule, at, args }) => `${rule} ${at.artifact}:${at.line} < ${args?.other}`),
    needs: needs.map(({ code, args }) => [code, args?.file, args?.other].filter(Boolean).join(' ')),
    applies,
    evaluated,
  };
}
