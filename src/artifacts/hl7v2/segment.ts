import type { Location } from '../location.js';
import type { Delimiters } from './delimiters.js';
import { Hl7Value } from './value.js';

/** What the segments of a message share. */
export interface SegmentSource {
  readonly text: string;
  readonly delimiters: Delimiters;
  /** What the text was decoded from. */
  readonly charset: string;
  /** Before the paths of its segments: `message[2]/` in a file of several messages. */
  readonly prefix: string;
}

/** Where a segment stands. */
interface SegmentPlace {
  /** Offsets in the text of the message. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** Rank among the segments of its name in the message, from 1. */
  readonly occurrence: number;
}

/** These say the separators themselves: their first field is the field separator. */
const SAYS_SEPARATORS: ReadonlySet<string> = new Set(['MSH', 'FHS', 'BHS']);

const CR = 0x0d;
const LF = 0x0a;

/** A segment, whose fields are split when one is asked for. Segments that the standard does not know are segments like others. */
export class Hl7Segment {
  #fields: readonly number[] | undefined;
  /** The place that was asked for last: those of a thousand values are asked for in their order. */
  #located: { readonly offset: number; readonly line: number; readonly lineStart: number } | undefined;

  constructor(
    readonly source: SegmentSource,
    /** Three capital letters or digits. */
    readonly name: string,
    readonly place: SegmentPlace,
  ) {}

  /** `PID[1]` */
  get path(): string {
    return `${this.source.prefix}${this.name}[${this.place.occurrence}]`;
  }

  get location(): Location {
    return { ...this.locate(this.place.start), path: this.path };
  }

  get raw(): string {
    return this.source.text.slice(this.place.start, this.place.end);
  }

  /** How many fields are written, empty ones included. */
  get fieldCount(): number {
    return this.#starts().length - (SAYS_SEPARATORS.has(this.name) ? 1 : 2);
  }

  /** `n` from 1, numbered as the standard does: MSH-1 is the field separator. */
  field(n: number): Hl7Value {
    const { start, end } = this.place;
    const path = `${this.path}-${n}`;
    const separators = SAYS_SEPARATORS.has(this.name);
    // Neither holds anything that it separates.
    if (separators && n === 1) return new Hl7Value(this, 'subcomponent', start + 3, start + 4, path);
    const starts = this.#starts();
    const rank = separators ? n - 1 : n;
    const level = separators && n === 2 ? 'subcomponent' : 'field';
    const from = starts[rank];
    const next = starts[rank + 1];
    if (from === undefined || next === undefined) return new Hl7Value(this, level, end, end, path);
    return new Hl7Value(this, level, from, next - 1, path);
  }

  /** @param offset in the text of the message, inside the segment. */
  locate(offset: number): { line: number; column: number } {
    const { start, line: first, column } = this.place;
    const { text } = this.source;
    const known = this.#located && this.#located.offset <= offset ? this.#located : undefined;
    let { line, lineStart } = known ?? { line: first, lineStart: start - column + 1 };
    for (let at = known?.offset ?? start; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code !== CR && code !== LF) continue;
      if (code === CR || text.charCodeAt(at - 1) !== CR) line++;
      lineStart = at + 1;
    }
    this.#located = { offset, line, lineStart };
    return { line, column: offset - lineStart + 1 };
  }

  /** Where each field starts, its name as field 0, and where the one after the last would. */
  #starts(): readonly number[] {
    if (this.#fields) return this.#fields;
    const { start, end } = this.place;
    const { raw } = this;
    const starts = [start];
    for (let at = raw.indexOf(this.source.delimiters.field); at !== -1; ) {
      starts.push(start + at + 1);
      at = raw.indexOf(this.source.delimiters.field, at + 1);
    }
    starts.push(end + 1);
    this.#fields = starts;
    return starts;
  }
}
