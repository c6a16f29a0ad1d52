import type { ReportTexts } from '../messages/report-texts.js';
import { onOneLine, showHidden } from './escape-text.js';
import { filePlaces } from './file-places.js';
import { worstFirst } from './find-findings.js';
import { placedText } from './finding-text.js';
import type { Report } from './report.js';

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

/**
 * Code Quality report of GitLab, in pieces: an entry per finding, worst first. A finding of the whole file, or of what an archive holds, is at the
 * first line.
 *
 * @param folder path of what was judged from the root of the repository
 */
export function* gitlabPieces(report: Report, texts: ReportTexts, folder = ''): Generator<string> {
  const placeOf = filePlaces(report, folder);
  const met = new Map<string, number>();
  let before = '[';
  for (const finding of worstFirst(report)) {
    const { check, severity, fingerprint } = finding;
    // Two faults may be one to us: GitLab keeps one entry of a fingerprint.
    const count = (met.get(fingerprint) ?? 0) + 1;
    met.set(fingerprint, count);
    const place = placeOf(finding);
    const { file, line, column } = place;
    const entry = {
      description: showHidden(onOneLine(placedText(finding, place, texts))),
      check_name: check,
      fingerprint: count === 1 ? fingerprint : `${fingerprint}-${count}`,
      severity: SEVERITIES[severity],
      location: {
        path: file,
        ...(line !== undefined && column !== undefined
          ? { positions: { begin: { line, column } } }
          : { lines: { begin: line ?? 1 } }),
      },
    };
    yield `${before}\n  ${JSON.stringify(entry)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
