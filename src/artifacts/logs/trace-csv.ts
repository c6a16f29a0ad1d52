import type { Limits } from '../limits.js';
import { ReadError } from '../read-error.js';
import { type CsvRow, type CsvStart, csvRows } from './csv.js';
import { unlimited } from './log-lines.js';
import type { Delimiter } from './trace-declaration.js';
import type { TraceOptions, TraceReader, TraceRow } from './trace-row.js';

/** A table with a header, or whose first row already is a record: columns are then called by their rank, from 1. */
export const CSV_TRACE: TraceReader = { format: 'csv', mapping: [], rows };

const CHARACTERS: Readonly<Record<Delimiter, string>> = { ';': ';', tab: '\t', '|': '|', ',': ',' };
const DELIMITERS = Object.keys(CHARACTERS) as Delimiter[];
/** Rows that tell the delimiter. */
const SAMPLE_ROWS = 20;

function* rows(text: string, { limits, delimiter, report }: TraceOptions): Generator<TraceRow> {
  const start = startOf(text);
  const character =
    CHARACTERS[
      delimiter ?? start.announced ?? delimiterOf(text, start, limits) ?? delimiterOfHeader(text, start, limits)
    ];
  const said = new Set<unknown>();
  const once: TraceOptions['report'] = (problem) => {
    if (!said.has(problem.args.reason)) report(problem);
    said.add(problem.args.reason);
  };
  let columns: readonly string[] | undefined;
  let odd: { line: number; actual: number; count: number } | undefined;
  for (const { cells, line } of csvRows(text, start, character, limits, once)) {
    if (!columns) {
      const named = !isRecord(cells) && !cells.some(isValue);
      columns = named ? header(cells, line, report) : cells.map((_, index) => String(index + 1));
      if (named) continue;
    }
    if (cells.length !== columns.length) {
      odd ??= { line, actual: cells.length, count: 0 };
      odd.count++;
    }
    const fields = new Map<string, string>();
    for (const [index, cell] of cells.entries()) fields.set(columns[index] ?? String(index + 1), cell.trim());
    yield { fields, line, column: 1 };
  }
  if (!odd) return;
  const args = { reason: 'csv-cell-count', actual: odd.actual, expected: columns?.length ?? 0, count: odd.count };
  report({ code: 'read/forgiven', args, location: { line: odd.line, column: 1 } });
}

/** Names of the columns; one that comes twice is numbered the second time. */
function header(cells: readonly string[], line: number, report: TraceOptions['report']): string[] {
  const taken = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    const wanted = cell.trim() || String(index + 1);
    let name = wanted;
    for (let copy = 2; taken.has(name); copy++) name = `${wanted}#${copy}`;
    if (name !== wanted)
      report({ code: 'read/forgiven', args: { reason: 'csv-column-twice', column: wanted }, location: { line } });
    taken.add(name);
  }
  return [...taken];
}

/** True for a table that can be a trace without being declared one: rows of as many cells, each with a date and a time. */
export function looksLikeCsvTrace(sample: string, limits: Limits): boolean {
  const start = startOf(sample);
  const delimiter = delimiterOf(sample, start, limits);
  if (!delimiter) return false;
  const found = firstRows(sample, start, delimiter, limits);
  return found.slice(1).every(({ cells }) => isRecord(cells));
}

const DATE = /^(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{2}[-/.]\d{2}[-/.]\d{4})(?=$|[T ])/;
const TIME = /(?:^|[T ])\d{2}:\d{2}(?::\d{2}|$)/;

function isRecord(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => DATE.test(cell.slice(0, 60).trim())) &&
    cells.some((cell) => TIME.test(cell.slice(0, 60).trim()))
  );
}

/** True for what no column is called by: a date, a number. Taken for a header, it would be quoted by messages. */
function isValue(cell: string): boolean {
  return DATE.test(cell.slice(0, 60).trim()) || /^\s*\d{5,60}\s*$/.test(cell);
}

/** The delimiter that cuts the first rows in as many cells, two rows at least; the one that makes most of them. */
function delimiterOf(text: string, start: CsvStart, limits: Limits): Delimiter | undefined {
  let best: { delimiter: Delimiter; cells: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const found = firstRows(text, start, delimiter, limits);
    const cells = found[0]?.cells.length ?? 0;
    if (cells < 2 || found.length < 2 || found.some((row) => row.cells.length !== cells)) continue;
    if (cells > (best?.cells ?? 0)) best = { delimiter, cells };
  }
  return best?.delimiter;
}

/** The delimiter that makes most cells of the first row: of a table that is declared a trace, whatever its rows. */
function delimiterOfHeader(text: string, start: CsvStart, limits: Limits): Delimiter {
  const cells = (delimiter: Delimiter): number => firstRows(text, start, delimiter, limits)[0]?.cells.length ?? 0;
  return DELIMITERS.reduce((best, each) => (cells(each) > cells(best) ? each : best), ',');
}

function firstRows(text: string, start: CsvStart, delimiter: Delimiter, limits: Limits): CsvRow[] {
  const found: CsvRow[] = [];
  const { logFields } = limits;
  try {
    for (const row of csvRows(text, start, CHARACTERS[delimiter], { ...unlimited(limits), logFields }, () => {})) {
      found.push(row);
      if (found.length === SAMPLE_ROWS) break;
    }
  } catch (error) {
    // What stands before a quote that is never closed, or too wide a row, tells the delimiter: the fault is for who reads the whole.
    if (!(error instanceof ReadError)) throw error;
  }
  return found;
}

/** After blank lines, comments (`# …`) and the line `sep=;` of spreadsheets. */
function startOf(text: string): CsvStart & { readonly announced: Delimiter | undefined } {
  let announced: Delimiter | undefined;
  let line = 1;
  let offset = 0;
  const skipped = /(?:#[^\r\n]*|sep=([;,|\t])|[ \t]*)(\r\n|\r|\n)/y;
  for (let found = skipped.exec(text); found; found = skipped.exec(text)) {
    announced ??= DELIMITERS.find((each) => CHARACTERS[each] === found?.[1]);
    offset = skipped.lastIndex;
    line++;
  }
  return { offset, line, announced };
}
