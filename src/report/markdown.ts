import { VERDICTS, type Verdict } from '../engine/verdict.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { severityCounts, verdictCounts } from './count-words.js';
import { escapeMarkdown, markdownCode } from './escape-markdown.js';
import { cutAt } from './escape-text.js';
import { placeOf, worstFirst } from './find-findings.js';
import { findingText } from './finding-text.js';
import type { Report, ReportFinding } from './report.js';
import { type Unsettled, unsettled } from './unsettled.js';

/** Characters that each part may take: 60,000 at most together, which a comment of GitHub (65,536) holds. */
const ROOM = {
  head: 5000,
  alarms: 6000,
  caveats: 9000,
  chapters: 8000,
  findings: 19_000,
  lacking: 10_000,
  toReview: 3000,
};
/** Characters of a value, before it is escaped. */
const MAX_VALUE = 300;

/**
 * Summary of a report in Markdown, for a merge request or the page of a CI job: alarms and caveats first, the verdict, the chapters, the worst
 * findings, what has no conclusion. Never more than 60,000 characters: each list says how many of its lines were left out.
 *
 * @throws Error when a result names a finding that the report does not hold
 */
export function toMarkdown(report: Report, texts: ReportTexts): string {
  const { markdown, verdicts, labels, preVerification } = texts;
  const { summary } = report;
  const open = unsettled(report, texts);
  const lacking = open.filter(({ verdict }) => verdict !== 'to-review');
  const toReview = open.filter(({ verdict }) => verdict === 'to-review');
  const section = (title: string, lines: readonly string[], room: number): string[] =>
    lines.length === 0 ? [] : ['', `### ${title} (${lines.length})`, '', ...bounded(lines, room, texts)];
  return [
    `## ${fill(markdown.title, { verdict: verdicts[summary.verdict] })}`,
    '',
    `**${escapeMarkdown(preVerification)}** · ${shown(`${report.tool.name} ${report.tool.version}`)}`,
    ...section(
      labels.alarms,
      report.alarms.map((alarm) => `- ⚠️ **${shown(alarm)}**`),
      ROOM.alarms,
    ),
    ...section(
      labels.caveats,
      report.caveats.map((caveat) => `- ${shown(caveat)}`),
      ROOM.caveats,
    ),
    '',
    ...bounded(head(report, texts), ROOM.head, texts),
    ...chapters(report, texts),
    ...section(
      markdown.worst,
      worstFirst(report).map((finding) => findingLine(finding, texts)),
      ROOM.findings,
    ),
    ...section(
      markdown.lacking,
      lacking.map((each) => unsettledLine(each, texts)),
      ROOM.lacking,
    ),
    ...section(
      markdown.toReview,
      toReview.map((each) => unsettledLine(each, texts)),
      ROOM.toReview,
    ),
    '',
  ].join('\n');
}

function head({ base, candidate, summary, command, files, opinions = [] }: Report, texts: ReportTexts): string[] {
  const { labels, markdown } = texts;
  const of = (kind: 'opinion' | 'derogation'): number => opinions.filter((each) => each.kind === kind).length;
  const fields: [label: string, value: string][] = [];
  if (candidate) {
    const { product, version, vendor, corridor, wave } = candidate;
    fields.push([labels.product, `${product} ${version} (${vendor})`]);
    fields.push([labels.corridor, `${corridor}, ${fill(texts.wave, { wave })}`]);
  }
  fields.push([labels.base, `${base.source} (${base.date})`]);
  fields.push([labels.findings, severityCounts(summary.findings, texts)]);
  if (command === 'run') {
    fields.push([labels.requirements, verdictCounts(summary.requirements, texts)]);
    fields.push([labels.steps, verdictCounts(summary.steps, texts)]);
  } else fields.push([labels.files, verdictCounts(tally(files), texts)]);
  fields.push([labels.exit, String(summary.exit)]);
  const lines = fields.map(([label, value]) => `- ${fill(markdown.field, { label, value: shown(value) })}`);
  if (opinions.length > 0)
    lines.push(`- ${fill(markdown.opinions, { opinions: of('opinion'), derogations: of('derogation') })}`);
  return lines;
}

function tally(results: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts = VERDICTS.map((each) => [each, results.filter(({ verdict }) => verdict === each).length]);
  return Object.fromEntries(counts) as Record<Verdict, number>;
}

/** A table whose first rows are the chapters to look at first. */
function chapters({ summary, command }: Report, texts: ReportTexts): string[] {
  if (command === 'check' || summary.chapters.length === 0) return [];
  const { markdown, verdicts } = texts;
  const rows = VERDICTS.flatMap((verdict) => summary.chapters.filter((each) => each.verdict === verdict)).map(
    ({ chapter, verdict }) => `| ${shown(chapter)} | ${escapeMarkdown(verdicts[verdict])} |`,
  );
  const [first = '', ...others] = bounded(rows, ROOM.chapters, texts);
  return ['', `| ${markdown.chapter} | ${texts.labels.verdict} |`, '|---|---|', first, ...others];
}

function findingLine(finding: ReportFinding, texts: ReportTexts): string {
  const { severity, requirements } = finding;
  const place = markdownCode(cutAt(placeOf(finding), MAX_VALUE));
  const of = requirements.length > 0 ? ` (${shown(requirements.join(', '))})` : '';
  const said = escapeMarkdown(findingText(finding, texts, MAX_VALUE));
  return `- **${texts.severities[severity]}** ${place} ${said}${of} ${markdownCode(cutAt(finding.check, MAX_VALUE))}`;
}

function unsettledLine({ verdict, mandatory, subject, reasons }: Unsettled, texts: ReportTexts): string {
  const { unsettled: said, nonMandatory } = texts.notes;
  const first = fill(mandatory ? said : nonMandatory, { verdict: texts.verdicts[verdict], subject });
  return `- ${shown([first, ...reasons].join(' — '))}`;
}

/** The first lines that hold in `room` characters, then how many do not. */
function bounded(lines: readonly string[], room: number, texts: ReportTexts): string[] {
  let left = room;
  const kept = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  if (kept === -1) return [...lines];
  return [...lines.slice(0, kept), '', fill(texts.markdown.left, { count: lines.length - kept })];
}

function shown(text: string): string {
  const kept = cutAt(text, 2 * MAX_VALUE);
  return escapeMarkdown(kept.length < text.length ? `${kept}…` : kept);
}
