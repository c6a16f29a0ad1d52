import { isObject } from '../json/document.js';
import { parsedJson } from '../json/parsed-json.js';
import { overLimit, ReadError } from '../read-error.js';
import { linesOf } from './log-lines.js';
import type { TraceOptions, TraceReader, TraceRow } from './trace-row.js';

/** A JSON object a line; what it contains is called `object.name`, a list stays as JSON. */
export const JSONL_TRACE: TraceReader = { format: 'jsonl', mapping: [], rows };

/** Objects inside objects that are taken apart. */
const DEPTH = 6;

/** How traces call the moment of a record, and how they write it: seconds or milliseconds since 1970 in digits. */
const INSTANT_NAME =
  /^(?:@?t|@?ts|@?time(?:stamp)?|@?date(?:time)?|instant|date_?time|heure|horodatage|when|.*(?:time|date|_at|At|_ts))$/i;
const INSTANT = /^(?:\d{4}-\d\d-\d\d|\d\d[/.-]\d\d[/.-]\d{4}|\d{10}(?:\d{3}|\.\d+)?$)/;

function isDated(value: unknown): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).some(
    ([name, each]) =>
      (typeof each === 'string' || typeof each === 'number') &&
      (INSTANT_NAME.test(name) || typeof each === 'string') &&
      INSTANT.test(String(each)),
  );
}

/**
 * True when the first two lines are each a JSON object, one of them dated: the header and the claims of a token are two objects too. What is
 * declared a trace needs no date.
 */
export function looksLikeJsonLines(sample: string, isDeclared: boolean): boolean {
  const [first, second] = sample
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const values = [first, second].map((line) => (line === undefined ? undefined : parsedJson(line)));
  return values.every(isObject) && (isDeclared || values.some(isDated));
}

function* rows(text: string, { limits }: TraceOptions): Generator<TraceRow> {
  for (const { text: written, line } of linesOf(text, limits)) {
    if (written.trim() === '') continue;
    const depth = depthOf(written);
    if (depth > limits.jsonDepth) throw overLimit(limits, 'jsonDepth', depth, { line });
    const value = parsedJson(written);
    if (!isObject(value)) throw new ReadError('read/log', { reason: 'trace-json-line' }, { line, column: 1 });
    const fields = new Map<string, string>();
    flatten(value, '', DEPTH, fields);
    if (fields.size > limits.logFields) throw overLimit(limits, 'logFields', fields.size, { line });
    yield { fields, line, column: 1 };
  }
}

function flatten(
  value: Readonly<Record<string, unknown>>,
  path: string,
  depth: number,
  into: Map<string, string>,
): void {
  for (const [name, inner] of Object.entries(value)) {
    if (isObject(inner) && depth > 0) flatten(inner, `${path}${name}.`, depth - 1, into);
    else if (inner !== null) into.set(`${path}${name}`, typeof inner === 'string' ? inner : JSON.stringify(inner));
  }
}

/** How deep brackets nest, those in strings counted: more is no trace, and writing it back would recurse. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x5b || character === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (character === 0x5d || character === 0x7d) depth--;
  }
  return deepest;
}
