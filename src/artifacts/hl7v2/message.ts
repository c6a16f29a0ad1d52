import { decodeMessage } from './charset.js';
import { type Delimiters, readDelimiters } from './delimiters.js';
import type { Frame } from './frames.js';
import type { Hl7Segment } from './segment.js';
import { type FileState, segmentsOf } from './segments.js';

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
