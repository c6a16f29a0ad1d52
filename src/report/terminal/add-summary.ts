import { VERDICTS, type Verdict } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import { onOneLine } from '../escape-text.js';
import type { Report } from '../report.js';
import { dossierRuns, verdictOfRuns } from '../rules-runs.js';
import { displayWidth } from '../wrap-text.js';
import type { Page } from './page.js';

type Column = { readonly label: string; readonly counts: Readonly<Record<Verdict, number>> };

/** Adds the table of verdicts, the chapters, the caveats and the sentence that closes the report. */
export function addSummary(page: Page, report: Report): void {
  const { labels, severitiesPlural, terminal, closing } = page.texts;
  const { summary } = report;
  page.addHeading(labels.summary);
  addTable(page, columnsOf(page, report));
  const counts = (['error', 'warning', 'info'] as const).map((s) => `${severitiesPlural[s]} ${summary.findings[s]}`);
  page.add(2, [fill(terminal.findings, { counts: counts.join(', ') })]);
  if (summary.opinions) page.add(2, [fill(page.texts.opinions.counts, summary.opinions)]);
  if (summary.otherCorridors > 0) page.add(2, [fill(terminal.otherCorridors, { count: summary.otherCorridors })]);
  if (summary.chapters.length > 0) {
    page.addHeading(labels.chapters);
    for (const { chapter, verdict } of summary.chapters) {
      page.add(2, [page.mark(verdict), onOneLine(chapter), '—', page.word(verdict)]);
    }
  }
  if (report.caveats.length > 0) {
    page.addHeading(labels.caveats);
    for (const caveat of report.caveats) page.add(2, ['-', onOneLine(caveat)]);
  }
  page.blank();
  page.add(0, [
    page.mark(summary.verdict),
    page.strong(closing[summary.verdict]),
    fill(terminal.exit, { exit: summary.exit }),
  ]);
}

function columnsOf(page: Page, report: Report): Column[] {
  const { labels } = page.texts;
  const { command, summary, files } = report;
  if (command === 'run') {
    const documents = [...dossierRuns(report).byDocument.values()].map(verdictOfRuns);
    return [
      { label: labels.requirements, counts: summary.requirements },
      { label: labels.steps, counts: summary.steps },
      ...(documents.length > 0 ? [{ label: labels.documents, counts: tally(documents) }] : []),
    ];
  }
  return [
    { label: labels.files, counts: tally(files.map((file) => file.verdict)) },
    { label: labels.checks, counts: tally(files.flatMap((file) => file.checks.map((check) => check.verdict))) },
  ];
}

function tally(verdicts: readonly Verdict[]): Record<Verdict, number> {
  const counts = VERDICTS.map((verdict) => [verdict, verdicts.filter((other) => other === verdict).length]);
  return Object.fromEntries(counts) as Record<Verdict, number>;
}

/** Numbers at the right of their column; verdicts that never occur are left out. */
function addTable(page: Page, columns: readonly Column[]): void {
  const { verdicts } = page.texts;
  const first = Math.max(...VERDICTS.map((verdict) => displayWidth(verdicts[verdict])));
  const header = columns.map(({ label }) => label).join('  ');
  page.add(2, [page.dim(`${' '.repeat(first + 3)}${header}`)]);
  for (const verdict of VERDICTS) {
    if (columns.every(({ counts }) => counts[verdict] === 0)) continue;
    const gap = ' '.repeat(first - displayWidth(verdicts[verdict]));
    const numbers = columns
      .map(({ label, counts }) => String(counts[verdict]).padStart(displayWidth(label)))
      .join('  ');
    page.add(2, [page.mark(verdict), page.word(verdict), `${gap}${numbers}`]);
  }
}
