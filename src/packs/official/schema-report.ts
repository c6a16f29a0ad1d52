import type { SchemaInfo } from '../schematron/outcome.js';

/**
 * What one schema said of one document, for the report in SVRL: plain values that a worker can send. `OfficialRules` gives them beside its
 * runs when it is asked to, in the order in which the schemas judged; nothing of them is kept otherwise. Texts and paths are as they stand
 * in the document: the report masks them.
 */
export interface SchemaReport {
  /** Path of the artifact that was judged. */
  readonly artifact: string;
  /** `SchemaInfo.path` of the schema. */
  readonly schema: string;
  /** Ranks of the rules that fired, as in `SchemaOutcome`. */
  readonly fired: readonly number[];
  readonly results: readonly ReportedResult[];
  readonly failures: readonly ReportedFailure[];
}

/** An assertion that failed, or a report that spoke; in the order of `fired`, then of the rule. */
export interface ReportedResult {
  /** Rank in `SchemaInfo.assertions`. */
  readonly assertion: number;
  /** Rank in `fired`. */
  readonly firing: number;
  /** Of the node, as `svrlLocation` writes it. */
  readonly location: string;
  readonly text: string;
}

/** An assertion that could not be evaluated on a node. */
export interface ReportedFailure {
  readonly assertion: number;
  readonly firing: number;
  readonly location: string;
  /** As in `RuleFailure`. */
  readonly code: string;
  readonly detail: string;
}

/** What the ranks of schema reports refer to: once for a schema, whatever the number of documents. */
export interface ReportedSchema {
  readonly info: SchemaInfo;
  /** Files that the schema includes and that the pack lacks: their patterns judged nothing. Paths in the pack. */
  readonly missing: readonly string[];
}
