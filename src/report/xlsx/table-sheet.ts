import { type Cell, type CellStyle, rangeRef, type WriteSheet } from 'hucre/xlsx';
import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { type CellContent, headerStyle, THIN_BORDER, toCell } from './cell.js';
import { CONVERGENCE_SHEET } from './convergence-layout.js';
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

/** What a spreadsheet holds, the header included. */
const MAX_ROWS = 1_048_576;

/**
 * Sheet with a frozen header, a filter on its columns and one line per row. Rows beyond what a sheet holds are
 * announced.
 */
export function tableSheet(table: Table, texts: ReportTexts): WriteSheet {
  const { columns } = table;
  const rows = limitRows(table.rows, texts);
  const cells = new Map<string, Partial<Cell>>();
  columns.forEach((column, c) => {
    cells.set(`0,${c}`, toCell(column.header, column.headerStyle, texts));
    rows.forEach((row, r) => {
      cells.set(`${r + 1},${c}`, toCell(row[c] ?? '', column.style, texts));
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
  return { header, width, headerStyle: headerStyle('center'), style: plainStyle(horizontal) };
}

/** Style of the data cells of our own sheets and columns. */
export function plainStyle(horizontal: 'center' | 'left' = 'left'): CellStyle {
  return {
    font: { name: CONVERGENCE_SHEET.font, size: 10, color: { rgb: '000000' } },
    border: THIN_BORDER,
    alignment: { horizontal, vertical: 'center', wrapText: true, ...(horizontal === 'left' ? { indent: 1 } : {}) },
  };
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
