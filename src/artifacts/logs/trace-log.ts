import type { Declaration } from '../artifact.js';
import type { Limits } from '../limits.js';
import { ReadError, type ReadProblem } from '../read-error.js';
import { readInstant } from './instant.js';
import type { TraceLog, TraceRecord } from './trace.js';
import { CSV_TRACE, looksLikeCsvTrace } from './trace-csv.js';
import type { TraceColumns, TraceField } from './trace-declaration.js';
import { JSONL_TRACE, looksLikeJsonLines } from './trace-jsonl.js';
import { LINE_TRACES } from './trace-lines.js';
import type { TraceOptions, TraceReader, TraceRow } from './trace-row.js';

/** Names of columns that are kept, and shown in a message. */
const KEPT_COLUMNS = 1000;
const SHOWN_COLUMNS = 30;

/** True when `segur.yaml` says how to read a trace, so that a text of any other form is one. */
export function isDeclaredTrace({ columns, delimiter, dates }: Declaration): boolean {
  return columns !== undefined || delimiter !== undefined || dates !== undefined;
}

/** The format of a trace in what stands first in a file: two lines of it at least, the first one or most. */
export function findTrace(sample: string, declared: Declaration, limits: Limits): TraceReader | undefined {
  if (declared.delimiter !== undefined) return CSV_TRACE;
  if (sample.trimStart().startsWith('{') && looksLikeJsonLines(sample, isDeclaredTrace(declared))) return JSONL_TRACE;
  // Comments come first in the logs of some servers, and are no records.
  const lines = sample.split(/\r\n|\r|\n/, 400).filter((line) => !/^\s*(?:#|$)/.test(line));
  const found = LINE_TRACES.find(({ line: form }) => {
    const matching = lines.filter((line) => form.test(line.slice(0, 4000))).length;
    return matching >= 2 && (form.test((lines[0] ?? '').slice(0, 4000)) || matching * 2 >= lines.length);
  });
  if (found) return found;
  return isDeclaredTrace(declared) || looksLikeCsvTrace(sample, limits) ? CSV_TRACE : undefined;
}

/**
 * Reads a functional trace through the columns that `segur.yaml` maps.
 * @throws ReadError `read/log` when a mapped column is not there, twice there, or nothing is; `read/limit`.
 */
export function readTrace(
  text: string,
  reader: TraceReader,
  declared: Declaration,
  limits: Limits,
): { content: TraceLog; reserves: ReadProblem[] } {
  const mapping = mappingOf(reader, declared.columns ?? {});
  const options = (report: TraceOptions['report']): TraceOptions => {
    return { limits, delimiter: declared.delimiter, dates: declared.dates, report };
  };
  const toRecord = (row: TraceRow): TraceRecord => recordOf(row, reader, mapping, declared);
  const reserves: ReadProblem[] = [];
  const columns = new Set<string>();
  let unread: { line: number; count: number } | undefined;
  let count = 0;
  for (const row of reader.rows(
    text,
    options((problem) => reserves.push(problem)),
  )) {
    count++;
    if (columns.size < KEPT_COLUMNS) for (const name of row.fields.keys()) columns.add(name);
    const { instant } = toRecord(row);
    // The format of the BSD syslog says no year: nothing is wrong with what it writes.
    if (!instant || instant.local !== undefined || reader.format === 'syslog-3164') continue;
    unread ??= { line: row.line, count: 0 };
    unread.count++;
  }
  if (count === 0) throw new ReadError('read/log', { reason: 'trace-no-records' }, { line: 1 });
  refuseWrongColumns(declared.columns ?? {}, columns);
  if (unread) {
    const args = { reason: 'trace-instant', count: unread.count };
    reserves.push({ code: 'read/forgiven', args, location: { line: unread.line, column: 1 } });
  }
  const records = function* (): Generator<TraceRecord> {
    for (const row of reader.rows(
      text,
      options(() => {}),
    ))
      yield toRecord(row);
  };
  const kept = [...columns].slice(0, KEPT_COLUMNS);
  return { content: { protocol: 'trace', format: reader.format, columns: kept, mapping, count, records }, reserves };
}

function mappingOf(reader: TraceReader, columns: TraceColumns): Map<TraceField, readonly string[]> {
  const mapping = new Map<TraceField, readonly string[]>(reader.mapping.map(([field, name]) => [field, [name]]));
  for (const [field, names] of Object.entries(columns)) mapping.set(field as TraceField, [names].flat());
  return mapping;
}

function recordOf(
  { fields, line, column }: TraceRow,
  reader: TraceReader,
  mapping: TraceLog['mapping'],
  { columns, dates }: Declaration,
): TraceRecord {
  const record: { -readonly [name in keyof TraceRecord]: TraceRecord[name] } = { fields, line, column };
  for (const [field, names] of mapping) {
    const value = names
      .map((name) => fields.get(name) ?? '')
      .join(' ')
      .trim();
    if (value === '' || value === '-') continue;
    if (field !== 'instant') record[field] = value;
    else record.instant = reader.instant && !columns?.instant ? reader.instant(value) : readInstant(value, dates);
  }
  return record;
}

function refuseWrongColumns(declared: TraceColumns, present: ReadonlySet<string>): void {
  for (const column of Object.values(declared).flat()) {
    if (present.has(`${column}#2`))
      throw new ReadError('read/log', { reason: 'trace-duplicate-column', column }, { line: 1 });
    if (present.has(column)) continue;
    const columns = [...present].slice(0, SHOWN_COLUMNS).join(', ');
    throw new ReadError('read/log', { reason: 'trace-no-column', column, columns }, { line: 1 });
  }
}
