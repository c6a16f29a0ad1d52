import type { Limits } from '../limits.js';
import { overLimit, spend } from '../read-error.js';
import type { Frame } from './frames.js';
import { Hl7Segment, type SegmentSource } from './segment.js';

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
 * Cuts a text in segments, which end with CR, LF or both; blank lines are dropped. A line that is no segment continues the one before: long values
 * are often wrapped by hand. `stray` is the first such line.
 * @throws ReadError `read/limit`.
 */
export function segmentsOf(
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
  /** Separators of the segment, and of the line that is read. */
  let values = 0;
  let inLine = 0;
  const count = (found: number): void => {
    if (found > limits.hl7Values) throw overLimit(limits, 'hl7Values', found, { line });
  };
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
      count(++inLine);
      continue;
    }
    if (code !== 0x0d && code !== 0x0a) continue;
    if (at > start) {
      const name = segmentName(text, start, at, delimiters.field);
      if (name !== undefined) {
        close();
        open = { name, start, end: at, line };
        values = inLine;
        spend(limits, 1, { line });
        if (++state.segments > limits.hl7Segments) throw overLimit(limits, 'hl7Segments', state.segments, { line });
      } else if (!isBlank(text, start, at)) {
        if (open) open.end = at;
        values += inLine;
        count(values);
        stray ??= line;
      }
    }
    start = at + 1;
    inLine = 0;
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
  if (start + 3 !== end && text.charAt(start + 3) !== separator) return undefined;
  const name = text.slice(start, start + 3);
  return /^[A-Z][A-Z0-9]{2}$/.test(name) ? name : undefined;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 0x20 && text.charAt(at) !== '\ufeff') return false;
  return true;
}
