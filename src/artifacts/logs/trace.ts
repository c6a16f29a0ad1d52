import type { Instant } from './instant.js';
import type { TraceField } from './trace-declaration.js';

/**
 * A functional trace: what users did, one record each. Records are read each time they are asked for, since a trace may have a million: the
 * reader has already gone through all of them once.
 */
export interface TraceLog {
  readonly protocol: 'trace';
  readonly format: TraceFormat;
  /** Names of the fields that records have, in their order of appearance; the first thousand. */
  readonly columns: readonly string[];
  /** Fields that give each standard value: those of `segur.yaml`, else those that the format itself defines. */
  readonly mapping: ReadonlyMap<TraceField, readonly string[]>;
  /** How many records there are. */
  readonly count: number;
  records(): Iterable<TraceRecord>;
}

/** `lines`: dated lines, as logback, log4j and their like write them. */
export type TraceFormat = 'csv' | 'jsonl' | 'syslog-5424' | 'syslog-3164' | 'access' | 'lines';

/** Values that `segur.yaml` maps columns to; absent when it maps none, or when the record leaves the column empty. */
export interface TraceRecord extends Readonly<Partial<Record<Exclude<TraceField, 'instant'>, string>>> {
  readonly instant?: Instant;
  /** Every field by its name, as written. */
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
  readonly column: number;
}
