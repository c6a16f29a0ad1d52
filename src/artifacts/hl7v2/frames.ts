import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';

/** The segments of a file that start a message (MSH), or open or close a file (FHS, FTS) or a batch (BHS, BTS) of messages: HL7 v2.5 §2.10.3. */
type OpeningName = 'MSH' | 'FHS' | 'BHS' | 'BTS' | 'FTS';

/** The bytes from one such segment to the next. */
export interface Frame {
  readonly name: OpeningName;
  readonly bytes: Buffer;
  /** Offset of `bytes` in the file. */
  readonly offset: number;
  /** Where it starts; the byte that opens an MLLP block counts as a column. */
  readonly line: number;
  readonly column: number;
  /** In an MLLP block. */
  readonly framed: boolean;
}

/** What a file is made of. */
export interface Frames {
  readonly frames: readonly Frame[];
  /** First line where an MLLP block ends without having started. */
  readonly unopened: number | undefined;
}

const LF = 0x0a;
const CR = 0x0d;
/** Start and end of an MLLP block (HL7 Implementation Support Guide, appendix C). */
const BLOCK_START = 0x0b;
const BLOCK_END = 0x1c;
/** In the middle of a file when files were put end to end. */
const BYTE_ORDER_MARK = '\xef\xbb\xbf';
const OPENINGS: ReadonlySet<string> = new Set<OpeningName>(['MSH', 'FHS', 'BHS', 'BTS', 'FTS']);

/**
 * Cuts a file where a segment of its own opens or closes something; works on bytes, since each message has its own charset, in all of which
 * these bytes are ASCII. The bytes must start with an opening segment, blanks and the start of an MLLP block apart.
 * @throws ReadError `read/hl7v2` (`mllp-cut`, `mllp-text-after`), `read/limit`.
 */
export function framesOf(bytes: Buffer, limits: Limits): Frames {
  const starts: { name: OpeningName; at: number; line: number; column: number; framed: boolean; end?: number }[] = [];
  let messages = 0;
  let line = 1;
  let lineStart = 0;
  /** Nothing of the line was met yet. */
  let fresh = true;
  let block: number | undefined;
  let ended = false;
  let unopened: number | undefined;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LF || byte === CR) {
      if (byte === CR || bytes[at - 1] !== CR) line++;
      lineStart = at + 1;
      fresh = true;
    } else if (byte === BLOCK_END) {
      if (block === undefined) unopened ??= line;
      const open = starts.at(-1);
      if (open) open.end ??= at;
      block = undefined;
      ended = true;
      fresh = true;
    } else if (fresh && byte === BLOCK_START) {
      if (block !== undefined) throw new ReadError('read/hl7v2', { reason: 'mllp-cut' }, { line: block });
      const open = starts.at(-1);
      if (open) open.end ??= at;
      block = line;
    } else if (fresh && byte === 0xef && bytes.toString('latin1', at, at + 3) === BYTE_ORDER_MARK) {
      at += 2;
    } else if (fresh && !isBlank(byte)) {
      fresh = false;
      const name = openingAt(bytes, at, starts.length === 0);
      if (name) {
        if (name === 'MSH') messages++;
        if (messages > limits.hl7Messages) throw overLimit(limits, 'hl7Messages', messages, { line });
        if (starts.length >= limits.hl7Segments) throw overLimit(limits, 'hl7Segments', starts.length + 1, { line });
        starts.push({ name, at, line, column: at - lineStart + 1, framed: block !== undefined });
        ended = false;
      } else if (ended) throw new ReadError('read/hl7v2', { reason: 'mllp-text-after' }, { line });
    }
  }
  if (block !== undefined) throw new ReadError('read/hl7v2', { reason: 'mllp-cut' }, { line: block });
  const frames = starts.map(({ at, end, ...start }, index) => ({
    ...start,
    offset: at,
    bytes: bytes.subarray(at, end ?? starts[index + 1]?.at ?? bytes.length),
  }));
  return { frames, unopened };
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0c;
}

/** The first segment of the file is taken whatever follows its name, so that bad delimiters are told; a line of wrapped base64 never is. */
function openingAt(bytes: Buffer, at: number, first: boolean): OpeningName | undefined {
  const name = bytes.toString('latin1', at, at + 3);
  if (!isOpening(name)) return undefined;
  return first || !/[A-Za-z0-9+/]/.test(bytes.toString('latin1', at + 3, at + 4)) ? name : undefined;
}

function isOpening(name: string): name is OpeningName {
  return OPENINGS.has(name);
}
