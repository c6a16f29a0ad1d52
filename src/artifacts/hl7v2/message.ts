import type { Limits } from '../limits.js';
import { overLimit } from '../read-error.js';
import { decodeMessage } from './charset.js';
import { type Delimiters, readDelimiters } from './delimiters.js';
import type { Frame } from './frames.js';
import { Hl7Segment, type SegmentSource } from './segment.js';

/** A message, from its MSH segment to the next. */
export interface Hl7Message {
  /** In their order, MSH first. Continued segments (ADD, DSC) are not put together. */
  readonly segments: readonly Hl7Segment[];
  readonly delimiters: Delimiters;
  /** MSH-18 as announced, empty when it is not, and what the text was decoded from. */
  readonly charset: { readonly announced: string; readonly used: string };
  /** It stands in an MLLP block. */
  readonly framed: boolean;
}

/** Something forgiven, by its code. */
export interface Reserve {
  readonly reason: string;
  readonly line: number;
  readonly column?: number;
  readonly path?: string;
}

interface Reading {
  readonly message: Hl7Message;
  readonly reserves: readonly Reserve[];
}

/** What the parts of a file share while they are read. */
export interface FileState {
  readonly limits: Limits;
  readonly wide: boolean;
  /** Segments met so far. */
  segments: number;
  /** How often each segment outside of messages was met. */
  readonly outside: Map<string, number>;
}

/**
 * Reads what one frame holds. `inherited` are the separators of a segment that says none (BTS, FTS).
 *
 * @throws ReadError `read/hl7v2` (separators), `read/encoding`, `read/limit`.
 */
export function readMessage(frame: Frame, prefix: string, state: FileState, inherited?: Delimiters): Reading {
  const { line, column, framed } = frame;
  const announced = announcedCharset(frame);
  const { text, charset, reserve } = decodeMessage(frame, announced, state.wide);
  const delimiters = inherited ?? readDelimiters(text, line, column);
  const source = { text, delimiters, charset, prefix };
  const { segments, stray } = segmentsOf(source, frame, state);
  const reserves: Reserve[] = [];
  if (reserve) reserves.push({ reason: reserve, ...segments[0]?.field(18).location, line });
  if (/[^\x20-\x7e]/.test(Object.values(delimiters).join('')))
    reserves.push({ reason: 'delimiter-not-ascii', ...segments[0]?.field(2).location, line });
  if (stray) reserves.push({ reason: 'not-a-segment', line: stray });
  return { message: { segments, delimiters, charset: { announced, used: charset }, framed }, reserves };
}

/** First value of MSH-18, read before the charset is known: its names are ASCII. */
function announcedCharset({ name, bytes }: Frame): string {
  if (name !== 'MSH') return '';
  const [header = ''] = bytes.toString('latin1', 0, 4096).split(/[\r\n]/, 1);
  const field = header.split(header.charAt(3), 18)[17] ?? '';
  return /^[\w /.:-]*/.exec(field)?.[0].trim() ?? '';
}

/**
 * Cuts a text in segments, which end with CR, LF or both; blank lines are dropped. A line that is no segment continues the one before: long values
 * are often wrapped by hand. `stray` is the first such line.
 */
function segmentsOf(
  source: SegmentSource,
  frame: Frame,
  state: FileState,
): { segments: Hl7Segment[]; stray: number | undefined } {
  const { text, delimiters } = source;
  const { limits } = state;
  const separators = [delimiters.field, delimiters.repetition, delimiters.component, delimiters.subcomponent];
  const [a, b, c, d] = separators.map((each) => each.charCodeAt(0));
  const segments: Hl7Segment[] = [];
  const occurrences = frame.name === 'MSH' ? new Map<string, number>() : state.outside;
  let open: { name: string; start: number; end: number; line: number } | undefined;
  let stray: number | undefined;
  let line = frame.line;
  let values = 0;
  const close = (): void => {
    if (!open) return;
    const { name, ...place } = open;
    const occurrence = (occurrences.get(name) ?? 0) + 1;
    occurrences.set(name, occurrence);
    const column = segments.length === 0 ? frame.column : 1;
    segments.push(new Hl7Segment(source, name, { ...place, column, occurrence }));
  };
  for (let at = 0, start = 0; at <= text.length; at++) {
    const code = at === text.length ? 0x0d : text.charCodeAt(at);
    if (code === a || code === b || code === c || code === d) {
      if (++values > limits.hl7Values) throw overLimit(limits, 'hl7Values', values, { line });
      continue;
    }
    if (code !== 0x0d && code !== 0x0a) continue;
    if (at > start) {
      const name = segmentName(text, start, at, delimiters.field);
      if (name !== undefined) {
        close();
        open = { name, start, end: at, line };
        values = 0;
        if (++state.segments > limits.hl7Segments) throw overLimit(limits, 'hl7Segments', state.segments, { line });
      } else if (!isBlank(text, start, at)) {
        if (open) open.end = at;
        stray ??= line;
      }
    }
    start = at + 1;
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) {
      at++;
      start++;
    }
    line++;
  }
  close();
  return { segments, stray };
}

function segmentName(text: string, start: number, end: number, separator: string): string | undefined {
  const name = text.slice(start, start + 3);
  if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) return undefined;
  return start + 3 === end || text.charAt(start + 3) === separator ? name : undefined;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(text.charAt(at))) return false;
  return true;
}
