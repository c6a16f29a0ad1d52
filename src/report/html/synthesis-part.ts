import { groupBy } from '../../artifacts/group-by.js';
import { VERDICTS, type Verdict } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import { opinionCounts } from '../opinions.js';
import { dossierRuns, verdictOfRuns } from '../rules-runs.js';
import { type Content, html, type Markup } from './markup.js';
import { oneLine, table, type View, verdictWord } from './view.js';

/** How many of each verdict, by what was judged and by chapter. */
export function synthesisPart(view: View): Markup {
  const { report, texts } = view;
  const { summary } = report;
  const severities = (['error', 'warning', 'info'] as const).map((severity) => [
    html`<span class="v ${severity}">${texts.severitiesPlural[severity]}</span>`,
    summary.findings[severity],
  ]);
  return html`<section aria-labelledby="summary"><h2 id="summary">${texts.labels.summary}</h2>
<div class="columns">${countTable(view)}
${table(texts.html.findingCounts, [texts.xlsx.severity, texts.xlsx.count], severities, true)}</div>
${chapterTable(view)}
${opinionCounts(report, texts).map((counts) => html`<p>${counts}</p>`)}
${summary.otherCorridors > 0 ? html`<p>${fill(texts.terminal.otherCorridors, { count: summary.otherCorridors })}</p>` : undefined}
</section>
`;
}

function countTable(view: View): Markup {
  const { report, texts } = view;
  const { labels } = texts;
  const documents = [...dossierRuns(report).byDocument.values()].map(verdictOfRuns);
  const columns: readonly (readonly [label: string, counts: Readonly<Record<Verdict, number>>])[] =
    report.command === 'run'
      ? [
          [labels.requirements, report.summary.requirements],
          [labels.steps, report.summary.steps],
          ...(documents.length > 0 ? [[labels.documents, tally(documents)] as const] : []),
        ]
      : [[labels.files, tally(report.files.map(({ verdict }) => verdict))]];
  const rows = VERDICTS.filter((verdict) => columns.some(([, counts]) => counts[verdict] > 0)).map((verdict) => [
    verdictWord(view, verdict),
    ...columns.map(([, counts]) => counts[verdict]),
  ]);
  return table(texts.html.counts, [labels.verdict, ...columns.map(([label]) => label)], rows, true);
}

/** A chapter, its verdict, and how many requirements have each verdict that occurs. */
function chapterTable(view: View): Content {
  const { report, texts } = view;
  if (report.summary.chapters.length === 0) return undefined;
  const byChapter = groupBy(report.requirements, ({ chapter }) => chapter);
  const ranks = new Map([...byChapter.keys()].map((chapter, rank) => [chapter, rank]));
  const counts = VERDICTS.filter((verdict) => report.summary.requirements[verdict] > 0);
  const rows = report.summary.chapters.map(({ chapter, verdict }) => {
    const verdicts = tally((byChapter.get(chapter) ?? []).map((each) => each.verdict));
    const rank = ranks.get(chapter);
    const name = oneLine(chapter);
    return [
      rank === undefined ? name : html`<a href="#c${rank + 1}">${name}</a>`,
      verdictWord(view, verdict),
      ...counts.map((each) => verdicts[each]),
    ];
  });
  const head = [texts.html.chapter, texts.labels.verdict, ...counts.map((each) => texts.verdicts[each])];
  return table(texts.html.byChapter, head, rows);
}

function tally(verdicts: readonly Verdict[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const verdict of verdicts) counts[verdict]++;
  return counts;
}
