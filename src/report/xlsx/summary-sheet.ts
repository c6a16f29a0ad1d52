import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { VERDICTS, type Verdict } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { opinionCounts } from '../opinions.js';
import type { Report } from '../report.js';
import { type CellContent, countCut, headerStyle, toCell, verdictCell } from './cell.js';
import { OFFICIAL_SHEET } from './official-sheet.js';
import { rowHeight } from './row-height.js';
import { pageFooter, plainStyle } from './table-sheet.js';

type Look = 'title' | 'alarm' | 'note' | 'head' | 'data';
type Line = { readonly look: Look; readonly cells: readonly CellContent[] } | null;

const { font, headerFill } = OFFICIAL_SHEET;
const LABEL: CellStyle = { ...plainStyle(), font: { name: font, size: 10, bold: true } };
const STYLES: Readonly<Record<Look, { readonly first: CellStyle; readonly rest: CellStyle }>> = {
  title: look({ font: { name: font, size: 16, bold: true, color: { rgb: headerFill } } }),
  alarm: look({
    font: { name: font, size: 12, bold: true, color: { rgb: 'C00000' } },
    alignment: { vertical: 'center', wrapText: true },
  }),
  note: look({ font: { name: font, size: 10, italic: true } }),
  head: look(headerStyle({ size: 12, bold: true, horizontal: 'left', indent: 1 })),
  data: { first: LABEL, rest: plainStyle() },
};

/** Characters. */
const WIDTHS = [44, 80, 14] as const;

/** Sheet of the synthesis: verdict, caveats, candidate, counts and chapters; `cuts` is how many of its texts had to be cut. */
export function summarySheet(report: Report, texts: ReportTexts): { sheet: WriteSheet; cuts: number } {
  const lines: Line[] = [
    { look: 'title', cells: [`${texts.xlsx.title} — ${report.tool.name} ${report.tool.version}`] },
    ...report.alarms.map((alarm, index) => ({
      look: 'alarm' as const,
      cells: [index === 0 ? texts.labels.alarms : '', alarm],
    })),
    { look: 'note', cells: [texts.preVerification] },
    ...(report.partial ? [{ look: 'note' as const, cells: [texts.partial] }] : []),
    null,
    data(texts.labels.verdict, verdictCell(report.summary.verdict, texts)),
    data(texts.labels.exit, report.summary.exit),
    ...report.caveats.map((caveat, index) => data(index === 0 ? texts.labels.caveats : '', caveat)),
    null,
    ...candidateLines(report, texts),
    data(texts.labels.base, `${report.base.source} (${report.base.date})`),
    ...(report.rem ? [data(texts.xlsx.remWorkbook, `${report.rem.file} (${report.rem.sheet})`)] : []),
    null,
    ...countLines(report, texts),
    null,
    { look: 'head', cells: [texts.labels.findings, texts.xlsx.count] },
    ...(['error', 'warning', 'info'] as const).map((severity) =>
      data(texts.severitiesPlural[severity], report.summary.findings[severity]),
    ),
    ...opinionCounts(report, texts).map((counts) => data(texts.opinions.heading, counts)),
    ...chapterLines(report, texts),
  ];
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach((line, row) => {
    line?.cells.forEach((content, column) => {
      const { first, rest } = STYLES[line.look];
      cells.set(`${row},${column}`, toCell(content, column === 0 ? first : rest, texts));
    });
  });
  const sheet: WriteSheet = {
    name: texts.xlsx.sheets.summary,
    columns: WIDTHS.map((width) => ({ width })),
    cells,
    rowDefs: new Map(lines.map((line, row) => [row, { height: lineHeight(line) }])),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: pageFooter(texts),
  };
  return { sheet, cuts: countCut(lines.map((line) => line?.cells ?? [])) };
}

/** Titles and notes run over the columns at their right. */
function lineHeight(line: Line): number {
  const cells = line?.look === 'data' || line?.look === 'alarm' ? line.cells : [];
  const height = rowHeight(
    cells,
    WIDTHS.map((width) => ({ width, style: STYLES.data.rest })),
  );
  return line?.look === 'title' ? 1.5 * height : height;
}

function look(style: CellStyle): { first: CellStyle; rest: CellStyle } {
  return { first: style, rest: style };
}

function data(label: CellContent, ...values: CellContent[]): Line {
  return { look: 'data', cells: [label, ...values] };
}

function candidateLines({ candidate }: Report, { labels, wave }: ReportTexts): Line[] {
  if (candidate === null) return [];
  return [
    data(labels.vendor, candidate.vendor),
    data(labels.product, candidate.product),
    data(labels.version, candidate.version),
    data(labels.corridor, candidate.corridor),
    data(labels.wave, fill(wave, { wave: candidate.wave })),
    data(labels.profiles, candidate.profiles.join(', ')),
    data(labels.environment, candidate.environment),
  ];
}

function countLines(report: Report, texts: ReportTexts): Line[] {
  const { labels } = texts;
  if (report.command === 'check') {
    const count = (verdict: Verdict) => report.files.filter((file) => file.verdict === verdict).length;
    return [
      { look: 'head', cells: [labels.verdict, labels.files] },
      ...VERDICTS.map((verdict) => data(verdictCell(verdict, texts), count(verdict))),
    ];
  }
  const { requirements, steps, otherCorridors } = report.summary;
  return [
    { look: 'head', cells: [labels.verdict, labels.requirements, labels.steps] },
    ...VERDICTS.map((verdict) => data(verdictCell(verdict, texts), requirements[verdict], steps[verdict])),
    data(labels.otherCorridors, otherCorridors, ''),
  ];
}

function chapterLines({ summary }: Report, texts: ReportTexts): Line[] {
  if (summary.chapters.length === 0) return [];
  return [
    null,
    { look: 'head', cells: [texts.labels.chapters, texts.labels.verdict] },
    ...summary.chapters.map(({ chapter, verdict }) => data(chapter, verdictCell(verdict, texts))),
  ];
}
