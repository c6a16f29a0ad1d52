import type { Location } from '../location.js';
import { withoutEscapes } from './escapes.js';
import type { Hl7Segment } from './segment.js';

/** A field holds repetitions, a repetition components, a component subcomponents. */
const LEVELS = ['field', 'repetition', 'component', 'subcomponent'] as const;

type Level = (typeof LEVELS)[number];

/**
 * What stands at a place of a segment, split when it is asked for. A place where nothing stands has a value too, empty, where it would stand: HL7
 * does not tell what is empty from what is absent, and a check can point at it.
 */
export class Hl7Value {
  /** @param start offset in the text of the message. */
  constructor(
    readonly segment: Hl7Segment,
    readonly level: Level,
    readonly start: number,
    readonly end: number,
    /** `PID[1]-3[2].4.2`: occurrence of the segment, field, repetition, component, subcomponent, all from 1. */
    readonly path: string,
  ) {}

  /** As written, escape sequences included. */
  get raw(): string {
    return this.segment.source.text.slice(this.start, this.end);
  }

  /** Without escape sequences; empty for the explicit null `""` (HL7 v2.5 §2.5.3). Separators of lower levels are left in it. */
  get text(): string {
    const { delimiters, charset } = this.segment.source;
    return this.isNull ? '' : withoutEscapes(this.raw, delimiters, charset);
  }

  /** Nothing stands here. */
  get isEmpty(): boolean {
    return this.start === this.end;
  }

  /** `""`: the receiver must delete what it has. */
  get isNull(): boolean {
    return this.end - this.start === 2 && this.raw === '""';
  }

  get location(): Location {
    return { ...this.segment.locate(this.start), path: this.path };
  }

  /** All of them, in order; none in an empty field. Cheaper than asking for each by its number. */
  get repetitions(): Hl7Value[] {
    return this.isEmpty ? [] : this.#parts('repetition');
  }

  /** All of them, in order; none in an empty value. */
  get components(): Hl7Value[] {
    return this.isEmpty ? [] : this.#parts('component');
  }

  /** `n` from 1. */
  repetition(n: number): Hl7Value {
    return this.#part('repetition', n);
  }

  /** `n` from 1; of a field, in its first repetition. */
  component(n: number): Hl7Value {
    return this.#part('component', n);
  }

  /** `n` from 1; of a field or a repetition, in its first component. */
  subcomponent(n: number): Hl7Value {
    return this.#part('subcomponent', n);
  }

  #parts(level: Level): Hl7Value[] {
    const holder = this.#holder(level);
    if (holder === undefined) return [this];
    const separator = this.#separator(level);
    const parts: Hl7Value[] = [];
    let start = holder.start;
    for (const piece of holder.raw.split(separator)) {
      parts.push(holder.#piece(level, parts.length + 1, start, start + piece.length));
      start += piece.length + separator.length;
    }
    return parts;
  }

  #part(level: Level, n: number): Hl7Value {
    const holder = this.#holder(level);
    if (holder === undefined) return n === 1 ? this : this.#piece(level, n, this.end, this.end);
    const separator = this.#separator(level);
    const { raw } = holder;
    let start = 0;
    for (let rank = 1; rank < n; rank++) {
      const at = raw.indexOf(separator, start);
      if (at === -1) return holder.#piece(level, n, holder.end, holder.end);
      start = at + separator.length;
    }
    const end = raw.indexOf(separator, start);
    return holder.#piece(level, n, holder.start + start, end === -1 ? holder.end : holder.start + end);
  }

  /** The value of the level just above `level`: this one, or its first. Undefined when this one stands lower. */
  #holder(level: Level): Hl7Value | undefined {
    const above = LEVELS[LEVELS.indexOf(level) - 1];
    const own = LEVELS.indexOf(this.level);
    if (above === undefined || own >= LEVELS.indexOf(level)) return undefined;
    return this.level === above ? this : this.#part(above, 1);
  }

  #piece(level: Level, n: number, start: number, end: number): Hl7Value {
    const path = level === 'repetition' ? `${this.path}[${n}]` : `${this.path}.${n}`;
    return new Hl7Value(this.segment, level, start, end, path);
  }

  #separator(level: Level): string {
    const { repetition, component, subcomponent } = this.segment.source.delimiters;
    return level === 'repetition' ? repetition : level === 'component' ? component : subcomponent;
  }
}
