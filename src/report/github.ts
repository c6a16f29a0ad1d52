import type { Severity } from '../checks/define.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { severityCounts, verdictCounts } from './count-words.js';
import { onOneLine, showHidden } from './escape-text.js';
import { filePlaces } from './file-places.js';
import { worstFirst } from './find-findings.js';
import { placedText } from './finding-text.js';
import { indexOpinions, opinionCounts, placedOpinion } from './opinions.js';
import type { Report } from './report.js';
import { unsettled } from './unsettled.js';

/** Annotations of each level that GitHub shows of one step. */
const MAX_SHOWN = 10;

/** Opinions that the first notice quotes, of those that no annotation shows: their counts are always there. */
const MAX_OPINIONS = 20;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly text: string;
  readonly file?: string;
  readonly line?: number | undefined;
  readonly col?: number | undefined;
  readonly fingerprint?: string;
}

/**
 * Workflow commands of GitHub Actions, one a line, that annotate the files and the run: at most ten of each level, worst first; the first, a notice,
 * says the verdict, what is not shown, and what people said of what no annotation shows.
 *
 * @param folder path of what was judged from the root of the repository
 * @throws Error when a result names a finding that the report does not hold
 */
export function toGithub(report: Report, texts: ReportTexts, folder = ''): string {
  const all = [...alarmsOf(report, texts), ...findingsOf(report, texts, folder), ...lacksOf(report, texts)];
  const shown = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    // One notice is the summary's.
    all.filter((each) => each.severity === severity).slice(0, severity === 'info' ? MAX_SHOWN - 1 : MAX_SHOWN),
  );
  return [summaryOf(report, texts, shown, all.length - shown.length), ...shown]
    .map((each) => `${command(each)}\n`)
    .join('');
}

function summaryOf(report: Report, texts: ReportTexts, shown: readonly Annotation[], rest: number): Annotation {
  const { summary, command: of, files } = report;
  const { github, verdicts, preVerification } = texts;
  const said = fill(github.summary, {
    counts: severityCounts(summary.findings, texts),
    judged: of === 'check' ? `${texts.labels.files} ${files.length}` : verdictCounts(summary.requirements, texts),
    exit: summary.exit,
  });
  const sentences = [
    `${preVerification}.`,
    said,
    ...(rest > 0 ? [fill(github.rest, { count: rest })] : []),
    ...opinionSentences(report, texts, shown),
  ];
  return {
    severity: 'info',
    title: fill(github.title, { verdict: verdicts[summary.verdict] }),
    text: sentences.join(' '),
  };
}

/** The counts of the opinions and derogations, then those on a proof, on a finding that is not shown, or on nothing any more. */
function opinionSentences(report: Report, texts: ReportTexts, shown: readonly Annotation[]): string[] {
  const { opinions = [] } = report;
  const said = new Set(shown.map(({ fingerprint }) => fingerprint));
  const others = opinions.filter(({ on }) => !('finding' in on && said.has(on.finding)));
  return [
    ...opinionCounts(report, texts),
    ...others.slice(0, MAX_OPINIONS).map((each) => `— ${placedOpinion(each, texts)}`),
  ];
}

function alarmsOf({ alarms }: Report, { github }: ReportTexts): Annotation[] {
  return alarms.map((text) => ({ severity: 'warning', title: github.alarm, text }));
}

function findingsOf(report: Report, texts: ReportTexts, folder: string): Annotation[] {
  const placeOf = filePlaces(report, folder);
  const opinions = indexOpinions(report);
  return worstFirst(report).map((finding) => {
    const place = placeOf(finding);
    return {
      severity: finding.severity,
      title: finding.check,
      text: placedText(finding, place, texts, opinions),
      file: place.file,
      line: place.line,
      col: place.column,
      fingerprint: finding.fingerprint,
    };
  });
}

/** What has no conclusion is of no file: it comes after what is to mend. */
function lacksOf(report: Report, texts: ReportTexts): Annotation[] {
  return unsettled(report, texts)
    .filter(({ mandatory, verdict }) => mandatory && verdict !== 'to-review')
    .map(({ verdict, subject, reasons }) => ({
      severity: verdict === 'missing' ? 'error' : 'warning',
      title: texts.verdicts[verdict],
      text: [subject, ...reasons].join(' — '),
    }));
}

function command({ severity, title, text, file, line, col }: Annotation): string {
  const properties = Object.entries({ file, line, col, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(text)}`;
}

/** The runner reads `%25`, `%0D` and `%0A` back; nothing else is left of what could begin a command on a line of its own. */
function data(text: string): string {
  return showHidden(onOneLine(text)).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
