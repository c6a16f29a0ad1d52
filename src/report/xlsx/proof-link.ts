import type { ReportEvidence } from '../report.js';
import { runPage } from '../run-page.js';

/** Where a cell leads: an address, or a place in the workbook. */
export type Link = { readonly target: string } | { readonly location: string };

/** Longer addresses make Excel repair the workbook. */
const MAX_TARGET = 2_079;

/** Addresses of a proof: each of its files, from the folder of the dossier, or its page. Empty when none is safe to follow. */
export function proofTargets({ status, files, value }: ReportEvidence): string[] {
  // A proof that is refused, e.g. on an unknown host, is not one to open.
  const page = status === 'present' && value !== null ? pageTarget(value) : undefined;
  const targets = [...files.map(({ path }) => fileTarget(path)), page];
  return targets.flatMap((target) => (target !== undefined && target.length <= MAX_TARGET ? [target] : []));
}

/**
 * Relative address of a file of the dossier, percent-encoded; undefined for a path that would lead elsewhere: absolute, through `..`, with a
 * backslash or a colon (a drive, another scheme).
 */
function fileTarget(path: string): string | undefined {
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || /^\.\.?$/.test(segment.trim()))) return undefined;
  if (/[\\:\p{Cc}\p{Cs}]/u.test(path)) return undefined;
  // The report writes `!` so, which parts a container from what it contains.
  return segments.map((segment) => encodeURIComponent(segment.replaceAll('%21', '!'))).join('/');
}

/** The page of a run that its number names, or a permalink. A statement is neither: its author and its date follow it. */
function pageTarget(value: string): string | undefined {
  if (/^[1-9]\d*$/.test(value)) return runPage(value);
  if (/\s/.test(value) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : undefined;
}
