import { createHash } from 'node:crypto';
import { UserError } from '../dossier/user-error.js';
import type { RemWorkbook } from '../scenarios/rem-workbook.js';
import { givenFields, REM_FIELDS, type RemColumn, type RemField, type RemHeader, readHeader } from './columns.js';
import { plainText } from './html-text.js';
import { mergeRows } from './merge-rows.js';
import { type CellValue, eachRow, openWorkbook, type SheetTop } from './open-workbook.js';
import { cleanRows, type RawRow, unmerge } from './read-rows.js';

/** Rows that have cells, blank ones included: a base of requirements has some thousands. */
const MOST_ROWS = 500_000;

/** A row that holds headers. */
interface Place extends RemHeader {
  readonly sheet: SheetTop;
  /** From 0. */
  readonly row: number;
}

/**
 * Reads a workbook of the ANS, whatever its layout: its sheet and its columns are found by the texts of their headers.
 * @param file its name or path, which messages show.
 * @param options `columns`: fields by header, for what is not recognised.
 * @throws UserError for what is no such workbook, or has no column for the numbers or the texts of the requirements.
 */
export async function readRemWorkbook(
  bytes: Uint8Array,
  file: string,
  options: { readonly columns?: Readonly<Record<string, string>> } = {},
): Promise<RemWorkbook> {
  const sheets = await openWorkbook(bytes, file);
  const places = placesOf(sheets, givenFields(options.columns ?? {}));
  const [best, ...others] = places.filter(isComplete);
  if (!best) throw withoutColumns(file, places[0]);
  const { rows, warnings } = await rowsOf(bytes, file, best);
  const merged = mergeRows(rows);
  const other = others
    .filter(({ sheet }) => !sheet.hidden)
    .map(({ sheet }) => ({ row: undefined, code: 'rem/other-sheet', args: { sheet: sheet.name } }));
  const empty = merged.requirements.length === 0 ? [{ row: undefined, code: 'rem/empty', args: {} }] : [];
  return {
    file: file.split(/[\\/]/).at(-1) ?? file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sheet: best.sheet.name,
    layout: best.layout,
    requirements: merged.requirements,
    columns: best.headers,
    repairs: merged.repairs,
    warnings: [...empty, ...other, ...[...warnings, ...merged.warnings].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))],
  };
}

/** The likeliest row of headers of each sheet, the best sheet first: the one with the most columns that are known, shown before hidden. */
function placesOf(sheets: readonly SheetTop[], given: ReadonlyMap<string, RemField>): Place[] {
  const places = sheets.flatMap((sheet): Place[] => {
    const rows = sheet.rows.map((cells, row) => ({ sheet, row, ...readHeader(cells.map(headerOf), given) }));
    const [first] = rows.filter(({ headers }) => headers.length > 0).sort((a, b) => compare(a, b));
    return first ? [first] : [];
  });
  return places.sort((a, b) => Number(a.sheet.hidden) - Number(b.sheet.hidden) || compare(a, b));
}

/** With the columns that are needed first, then with the most fields, then with the most headers. */
function compare(a: RemHeader, b: RemHeader): number {
  return (
    Number(isComplete(b)) - Number(isComplete(a)) ||
    fieldsOf(b) - fieldsOf(a) ||
    b.columns.length - a.columns.length ||
    b.headers.length - a.headers.length
  );
}

function fieldsOf({ columns }: RemHeader): number {
  return new Set(columns.map(({ field }) => field).filter((field) => field !== 'ignored')).size;
}

function isComplete({ columns }: RemHeader): boolean {
  return (['id', 'statement'] as const).every((field) => columns.some((each) => each.field === field));
}

function headerOf(cell: CellValue): string {
  return typeof cell === 'string' ? plainText(cell.slice(0, 300), false).replace(/\s+/g, ' ') : '';
}

function withoutColumns(path: string, place: Place | undefined): UserError {
  if (!place) return new UserError('rem-no-sheet', { path });
  const missing = (['id', 'statement'] as const).filter((field) => !place.columns.some((each) => each.field === field));
  return new UserError('rem-columns', {
    path,
    sheet: place.sheet.name,
    missing: missing.join(', '),
    headers: place.headers
      .slice(0, 60)
      .map(({ header }) => `« ${header} »`)
      .join(', '),
    fields: REM_FIELDS.join(', '),
  });
}

async function rowsOf(bytes: Uint8Array, file: string, { sheet, row, columns, layout }: Place): ReturnTypeOfRows {
  const raw: RawRow[] = [];
  const fill = unmerge(columns, sheet.merges);
  await eachRow(bytes, file, sheet.name, ({ index, values }) => {
    if (index <= row) return;
    if (raw.length >= MOST_ROWS)
      throw new UserError('rem-too-large', { path: file, limit: 'rows', maximum: MOST_ROWS });
    const filled = fill({ row: index + 1, cells: columns.map(({ at }) => values[at] ?? null) });
    if (filled.cells.some((cell) => cell !== null && cell !== '')) raw.push(filled);
  });
  const { rows, warnings } = cleanRows(raw, columns, layout === 'convergence');
  const header = headerOfIds(columns);
  // Some sheets repeat their headers on every page.
  return { rows: rows.filter(({ texts }) => texts.id !== header), warnings };
}

type ReturnTypeOfRows = Promise<ReturnType<typeof cleanRows>>;

function headerOfIds(columns: readonly RemColumn[]): string | undefined {
  return columns.find(({ field }) => field === 'id')?.header;
}
