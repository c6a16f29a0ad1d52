import { lineEnd } from './header-fields.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const DASH = 45;

/** Where the parts of a multipart stand. */
export interface Split {
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** Which boundaries were met: the one that ends the parts, only others, none. */
  readonly met: 'end' | 'others' | 'none';
}

/**
 * Splits a multipart body at the lines that are its boundary and nothing else: what only starts like it is content (RFC 2046 §5.1.1).
 *
 * @param count called with the number of parts so far, to stop in time.
 */
export function splitAtBoundary(
  bytes: Buffer,
  start: number,
  end: number,
  boundary: string,
  count: (parts: number) => void,
): Split {
  const delimiter = Buffer.from(`\n--${boundary}`, 'latin1');
  const ranges: [number, number][] = [];
  let open: number | undefined;
  for (let at = firstLine(bytes, start, delimiter); at !== -1 && at < end; at = nextLine(bytes, at, delimiter)) {
    const after = at + delimiter.length - 1;
    const next = lineEnd(bytes, at, end);
    const closing = after + 2 <= next && bytes[after] === DASH && bytes[after + 1] === DASH;
    if (after > next || !isBlank(bytes, closing ? after + 2 : after, next)) continue;
    if (open !== undefined) {
      ranges.push([open, Math.max(open, beforeLineBreak(bytes, at))]);
      count(ranges.length);
    }
    if (closing) return { ranges, met: 'end' };
    open = next;
  }
  return { ranges, met: open === undefined ? 'none' : 'others' };
}

/** Offset of the first line that starts as the delimiter says; the body itself starts a line. */
function firstLine(bytes: Buffer, start: number, delimiter: Buffer): number {
  const after = start + delimiter.length - 1;
  const here = after <= bytes.length && bytes.compare(delimiter, 1, delimiter.length, start, after) === 0;
  return here ? start : nextLine(bytes, start, delimiter);
}

function nextLine(bytes: Buffer, from: number, delimiter: Buffer): number {
  const feed = bytes.indexOf(delimiter, from);
  return feed === -1 ? -1 : feed + 1;
}

/** The line break before a boundary belongs to the boundary (RFC 2046 §5.1.1). */
function beforeLineBreak(bytes: Buffer, at: number): number {
  return bytes[at - 2] === CARRIAGE_RETURN ? at - 2 : at - 1;
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 32 && byte !== 9 && byte !== CARRIAGE_RETURN && byte !== LINE_FEED) return false;
  }
  return true;
}
