import { createHash } from 'node:crypto';
import type { ReportTexts } from '../messages/report-texts.js';
import { onOneLine, showHidden } from './escape-text.js';
import { filePlaces } from './file-places.js';
import { worstFirst } from './find-findings.js';
import { placedText } from './finding-text.js';
import { AVIS_NAME, indexOpinions, otherOpinions } from './opinions.js';
import type { Report } from './report.js';

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

/**
 * Code Quality report of GitLab, in pieces: an entry per finding, worst first. A finding of the whole file, or of what an archive holds, is at the
 * first line. What people said of proofs comes after, at the file where they said it.
 *
 * @param folder path of what was judged from the root of the repository
 */
export function* gitlabPieces(report: Report, texts: ReportTexts, folder = ''): Generator<string> {
  const placeOf = filePlaces(report, folder);
  const opinions = indexOpinions(report);
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
      description: showHidden(onOneLine(placedText(finding, place, texts, opinions))),
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
  for (const entry of opinionEntries(report, texts, folder)) {
    yield `${before}\n  ${JSON.stringify(entry)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** What is on a proof, or on nothing any more, has no finding to be shown with: it is shown where it was written, after the counts of all. */
function opinionEntries(report: Report, texts: ReportTexts, folder: string): object[] {
  const path = showHidden([folder, AVIS_NAME].filter((part) => part !== '').join('/'));
  return [...new Set(otherOpinions(report, texts))].map((said, rank) => {
    // The counts have one name: GitLab takes another for something new to mend.
    const hash = createHash('sha256').update(`${AVIS_NAME} ${rank === 0 ? '' : said}`);
    return {
      description: showHidden(onOneLine(said)),
      check_name: AVIS_NAME,
      fingerprint: hash.digest('hex').slice(0, 16),
      severity: SEVERITIES.info,
      location: { path, lines: { begin: 1 } },
    };
  });
}
