import type { Limits } from '../limits.js';
import type { ReadProblem } from '../read-error.js';
import type { Instant } from './instant.js';
import type { TraceFormat } from './trace.js';
import type { DatePattern, Delimiter, TraceField } from './trace-declaration.js';

/** A record before its columns are mapped. */
export interface TraceRow {
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
  readonly column: number;
}

/** How the traces of one format are read. */
export interface TraceReader {
  readonly format: TraceFormat;
  /** Fields that the format itself defines. */
  readonly mapping: readonly (readonly [TraceField, string])[];
  /** Reads the instant that the format itself defines, when it has a form of its own. */
  readonly instant?: (text: string) => Instant;
  /** @throws ReadError `read/log`, `read/limit` */
  rows(text: string, options: TraceOptions): Iterable<TraceRow>;
}

export interface TraceOptions {
  readonly limits: Limits;
  readonly delimiter: Delimiter | undefined;
  readonly dates: DatePattern | undefined;
  /** Told what was forgiven. */
  readonly report: (problem: ReadProblem) => void;
}
