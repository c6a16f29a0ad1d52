import { overLimit } from '../read-error.js';
import { readAccessTime } from './instant.js';
import { linesOf } from './log-lines.js';
import type { TraceField } from './trace-declaration.js';
import type { TraceOptions, TraceReader, TraceRow } from './trace-row.js';

const DATE = String.raw`(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{2}[-/.]\d{2}[-/.]\d{4})`;
const TIME = String.raw`\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2})(?![\w:]))?`;
const LEVEL = '(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE|FINE|FINER|FINEST|CRITICAL|AUDIT)';

/** Syslog messages (RFC 5424 §6), structured data as `id.name`. */
const SYSLOG_5424 = byLine(
  'syslog-5424',
  /^<(?<priority>\d{1,3})>1 (?<timestamp>\S{1,40}) (?<host>\S{1,255}) (?<app>\S{1,48}) (?<pid>\S{1,128}) (?<msgid>\S{1,32}) (?<rest>.*)$/s,
  [['instant', 'timestamp']],
  (fields) => {
    const { data, message } = structuredData(fields.get('rest') ?? '');
    fields.delete('rest');
    for (const [name, value] of data) fields.set(name, value);
    fields.set('message', message.replace(/^\uFEFF/, ''));
  },
);

/** Syslog messages of the BSD form (RFC 3164 §4): the year is not said, so the instant stays as written. */
const SYSLOG_3164 = byLine(
  'syslog-3164',
  /^(?:<(?<priority>\d{1,3})>)?(?<timestamp>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d{2}:\d{2}:\d{2}) (?<host>\S{1,255}) (?<app>[^\s:[\]]{1,64})(?:\[(?<pid>[^\]]{1,32})\])?: ?(?<message>.*)$/s,
  [['instant', 'timestamp']],
  pairs,
);

// Quoted values have an end: without one, a line of thirty megabytes would exhaust the stack of the regular expression.

/** Access logs in the common and combined formats of Apache and nginx. */
const ACCESS: LineTrace = {
  ...byLine(
    'access',
    /^(?<client>\S{1,255}) (?<ident>\S{1,64}) (?<user>\S{1,255}) \[(?<time>[^\]]{26})\] "(?<request>(?:[^"\\]|\\.){0,65535})" (?<status>\d{3}) (?<size>\d+|-)(?: "(?<referer>(?:[^"\\]|\\.){0,65535})" "(?<agent>(?:[^"\\]|\\.){0,65535})")?/s,
    [
      ['instant', 'time'],
      ['actor', 'user'],
      ['request', 'request'],
      ['response', 'status'],
    ],
  ),
  instant: readAccessTime,
};

/** Dated lines: `2026-11-20 10:00:00,123 INFO [thread] logger - message`. What follows without date belongs to the record before. */
const LINES = byLine(
  'lines',
  new RegExp(
    String.raw`^(?:\[?(?<before>${LEVEL})\]?:? +)?[[(]?(?<timestamp>${DATE}[T ]+${TIME})[\])]? +(?<message>.*)$`,
    's',
  ),
  [['instant', 'timestamp']],
  (fields) => {
    const level = fields.get('before');
    fields.delete('before');
    if (level !== undefined) fields.set('level', level);
    headOfMessage(fields);
    pairs(fields);
  },
);

interface LineTrace extends TraceReader {
  readonly line: RegExp;
}

/** The formats that are known by their lines, the strictest first. */
export const LINE_TRACES: readonly LineTrace[] = [SYSLOG_5424, ACCESS, SYSLOG_3164, LINES];

function byLine(
  format: TraceReader['format'],
  line: RegExp,
  mapping: readonly (readonly [TraceField, string])[],
  complete: (fields: Map<string, string>) => void = () => {},
): LineTrace {
  return { format, mapping, line, rows: (text, options) => rowsOf(text, line, complete, options) };
}

function* rowsOf(
  text: string,
  form: RegExp,
  complete: (fields: Map<string, string>) => void,
  { limits }: TraceOptions,
): Generator<TraceRow> {
  let current: { fields: Map<string, string>; line: number; more: string[] } | undefined;
  const ended = (): TraceRow | undefined => {
    if (!current) return undefined;
    const { fields, line, more } = current;
    if (more.length > 0) fields.set('message', [fields.get('message') ?? '', ...more].join('\n'));
    complete(fields);
    if (fields.size > limits.logFields) throw overLimit(limits, 'logFields', fields.size, { line });
    return { fields, line, column: 1 };
  };
  for (const { text: written, line } of linesOf(text, limits)) {
    const found = form.exec(written);
    if (!found) {
      if (written.trim() !== '') current?.more.push(written);
      continue;
    }
    const row = ended();
    if (row) yield row;
    const fields = new Map<string, string>();
    for (const [name, value] of Object.entries(found.groups ?? {})) if (value !== undefined) fields.set(name, value);
    current = { fields, line, more: [] };
  }
  const last = ended();
  if (last) yield last;
}

/** `[id name="value" …][…] message`, or `- message`. */
function structuredData(text: string): { data: [string, string][]; message: string } {
  const data: [string, string][] = [];
  let at = text.startsWith('-') ? 1 : 0;
  const element = /\[([^\s="\]]{1,32})/y;
  const parameter = / ([^\s="\]]{1,32})="((?:[^"\\\]]|\\.){0,65535})"/sy;
  for (;;) {
    element.lastIndex = at;
    const id = element.exec(text)?.[1];
    if (id === undefined) break;
    parameter.lastIndex = element.lastIndex;
    let end = element.lastIndex;
    for (let each = parameter.exec(text); each; each = parameter.exec(text)) {
      data.push([`${id}.${each[1]}`, (each[2] ?? '').replace(/\\(["\\\]])/g, '$1')]);
      end = parameter.lastIndex;
    }
    if (text[end] !== ']') break;
    at = end + 1;
  }
  return { data, message: text.slice(at).trimStart() };
}

const LEVEL_FIRST = new RegExp(String.raw`^[-|:]? ?\[?(${LEVEL})\b\]?[ \t]*[-|:]?[ \t]*`);
const THREAD_FIRST = /^\[([^\]]{0,120})\][ \t]*[-|:]?[ \t]*/;
const LOGGER_FIRST = /^([A-Za-z_$][\w.$[\]/-]{0,120})(?: +-|:)[ \t]+/;
const PAIR = /(?<![\p{L}\p{N}_.&?/-])([\p{L}_][\p{L}\p{N}_.-]{0,60})=(?:"([^"\n]*)"|([^\s,;"]+))/gu;

/** Takes level, thread and logger off the head of a message. */
function headOfMessage(fields: Map<string, string>): void {
  let message = fields.get('message') ?? '';
  const take = (name: string, form: RegExp): boolean => {
    const found = fields.has(name) ? null : form.exec(message.slice(0, 300));
    if (!found) return false;
    fields.set(name, found[1] ?? '');
    message = message.slice(found[0].length);
    return true;
  };
  take('level', LEVEL_FIRST);
  if (take('thread', THREAD_FIRST)) take('level', LEVEL_FIRST);
  take('logger', LOGGER_FIRST);
  fields.set('message', message);
}

/** Adds the pairs `name=value` and `name="value"` of a message; they never replace a field of the format. */
function pairs(fields: Map<string, string>): void {
  const message = fields.get('message') ?? '';
  if (!message.includes('=')) return;
  for (const [, name = '', quoted, bare] of message.matchAll(PAIR))
    if (!fields.has(name)) fields.set(name, quoted ?? bare ?? '');
}
