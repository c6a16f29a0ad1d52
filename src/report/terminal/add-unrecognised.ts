import { fill } from '../../messages/fill.js';
import type { ReportArtifact } from '../report.js';
import type { Layout } from './layout.js';

/** Files shown, unless the report is verbose. */
const MAX_FILES = 5;

/** Adds the files that no reader knows, one line each: path, why, nearest kind. */
export function addUnrecognised({ page, verbose }: Layout, artifacts: readonly ReportArtifact[]): void {
  const { texts } = page;
  const unknown = artifacts.flatMap(({ path, unrecognised }) => (unrecognised ? [{ path, ...unrecognised }] : []));
  if (unknown.length === 0) return;
  page.addHeading(texts.unrecognisedFiles);
  const listed = verbose ? unknown : unknown.slice(0, MAX_FILES);
  for (const { path, message } of listed) page.add(2, [page.mark('not-tested'), page.strong(path), '—', message]);
  const more = unknown.length - listed.length;
  if (more > 0) page.add(2, [page.dim(fill(texts.moreFindings, { count: more }))]);
}
