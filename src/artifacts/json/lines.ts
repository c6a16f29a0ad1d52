import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import { textLines } from '../text/lines.js';
import { type JsonDocument, parseJson } from './document.js';

/** A line of a file that holds a JSON object a line (NDJSON, JSON Lines). */
export interface JsonLine {
  /** From 1, in the file. */
  readonly line: number;
  readonly document: JsonDocument;
}

/** True when an object ends the first line and another starts the next: no JSON document does that. */
export function isJsonLines(text: string): boolean {
  const start = text.search(/\S/);
  if (text[start] !== '{') return false;
  const end = text.indexOf('\n', start);
  const next = /\s*\{/y;
  next.lastIndex = end;
  return end !== -1 && /\}\s*$/.test(text.slice(Math.max(start, end - 16), end)) && next.test(text);
}

/**
 * Every line that is not blank. One that can't be read refuses the file: what it held would be missing without a word.
 * @param most limit on the number of lines
 * @throws ReadError `read/json` and `read/json-limit`, with the line in the file, `read/limit`.
 */
export function readJsonLines(text: string, limits: Limits, most: 'contained' | 'logLines'): JsonLine[] {
  const lines: JsonLine[] = [];
  let values = 0;
  for (const { text: written, line } of textLines(text)) {
    if (written.trim() === '') continue;
    const document = parseLine(written, line, limits);
    values += document.offsets.start.length;
    if (values > limits.jsonValues) throw overLimit(limits, 'jsonValues', values, { line });
    if (lines.push({ line, document }) > limits[most]) throw overLimit(limits, most, lines.length, { line });
  }
  return lines;
}

function parseLine(text: string, line: number, limits: Limits): JsonDocument {
  try {
    return parseJson(text, limits);
  } catch (error) {
    if (error instanceof ReadError) throw new ReadError(error.code, error.args, { ...error.location, line });
    throw error;
  }
}
