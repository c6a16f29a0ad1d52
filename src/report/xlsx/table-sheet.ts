import { type Cell, type CellStyle, rangeRef, type WriteSheet } from 'hucre/xlsx';
import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { type CellContent, dataStyle, headerStyle, toCell } from './cell.js';
import type { Look } from './official-sheet.js';
import { rowHeight } from './row-height.js';

export interface TableColumn {
  readonly header: string;
  /** Characters. */
  readonly width: number;
  readonly headerStyle: CellStyle;
  readonly style: CellStyle;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Points. */
  readonly headerHeight: number;
  /** Percent. */
  readonly zoom: number;
  /** First cell of the filter. */
  readonly filterFrom: string;
  readonly paper: 'a3' | 'a4';
}

/** Characters that a landscape page shows at a size one can read. */
const PAGE_WIDTHS = { a3: 300, a4: 210 } as const;

const HEAD: Look = { size: 12, bold: true, horizontal: 'center' };

/** What a spreadsheet holds, the header included. */
const MAX_ROWS = 1_048_576;

/** What Excel takes in a sheet before it repairs the workbook. */
const MAX_LINKS = 65_530;

/**
 * Sheet with a frozen header, a filter on its columns and one line per row. Rows beyond what a sheet holds are
 * announced; links beyond what it holds are texts.
 */
export function tableSheet(table: Table, texts: ReportTexts): WriteSheet {
  const { columns } = table;
  const rows = limitRows(table.rows, texts);
  const cells = new Map<string, Partial<Cell>>();
  let links = 0;
  const unlinked = (content: CellContent): CellContent => {
    if (typeof content !== 'object' || content.link === undefined || ++links <= MAX_LINKS) return content;
    return { ...content, link: undefined };
  };
  columns.forEach((column, c) => {
    cells.set(`0,${c}`, toCell(column.header, column.headerStyle, texts));
    rows.forEach((row, r) => {
      cells.set(`${r + 1},${c}`, toCell(unlinked(row[c] ?? ''), column.style, texts));
    });
  });
  const lastCell = rangeRef(0, 0, rows.length, columns.length - 1).split(':')[1] ?? table.filterFrom;
  return {
    name: table.name,
    columns: columns.map(({ width }) => ({ width })),
    cells,
    rowDefs: new Map([
      [0, { height: table.headerHeight }],
      ...rows.map((row, r) => [r + 1, { height: rowHeight(row, columns) }] as const),
    ]),
    freezePane: { rows: 1 },
    autoFilter: { range: `${table.filterFrom}:${lastCell}` },
    view: { zoomScale: table.zoom },
    pageSetup: {
      paperSize: table.paper,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_WIDTHS[table.paper]),
      // As many pages as it takes.
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: pageFooter(texts),
  };
}

/** Footer of a printed page: what the report is, the sheet and the page. */
export function pageFooter(texts: ReportTexts): NonNullable<WriteSheet['headerFooter']> {
  return { oddFooter: `&L${texts.xlsx.footer.replaceAll('&', '&&')}&C&A&R&P / &N` };
}

/** Plain column of our own sheets. */
export function plainColumn(header: string, width: number, horizontal: 'center' | 'left' = 'left'): TableColumn {
  return { header, width, headerStyle: headerStyle(HEAD), style: plainStyle(horizontal) };
}

/** Style of the data cells of our own sheets and columns. */
export function plainStyle(horizontal: 'center' | 'left' = 'left'): CellStyle {
  return dataStyle({ size: 10, horizontal, ...(horizontal === 'left' ? { indent: 1 } : {}) });
}

/** Table of our own: what differs from one to the next is only its name, columns and rows. */
export function plainTable(
  name: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly CellContent[])[],
): Table {
  return { name, columns, rows, headerHeight: 30, zoom: 85, filterFrom: 'A1', paper: 'a4' };
}

function limitRows(rows: Table['rows'], texts: ReportTexts): Table['rows'] {
  const room = MAX_ROWS - 1;
  if (rows.length <= room) return rows;
  const kept = rows.slice(0, room - 1);
  return [...kept, [fill(texts.xlsx.moreRows, { count: rows.length - kept.length })]];
}
