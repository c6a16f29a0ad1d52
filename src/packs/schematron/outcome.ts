import type { MissingInclude, Place, Unresolved } from './schema.js';

/** What a compiled schema is made of: plain values, kept with its code. Rules and assertions are referred to by their rank in it. */
export interface SchemaInfo {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly version: string;
  readonly phase: string | undefined;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly patterns: readonly { readonly id: string | undefined; readonly name: string }[];
  readonly rules: readonly RuleInfo[];
  readonly assertions: readonly AssertionInfo[];
  /** Rules and assertions that cannot be run whatever the document: an expression that is wrong, a value set that is not there. */
  readonly defects: readonly Defect[];
  /** Files that the schema includes and that could not be read: their rules are lost. */
  readonly missing: readonly MissingInclude[];
  /** Names that lead to nothing: the rules that they stand for are lost. */
  readonly unresolved: readonly Unresolved[];
}

export interface RuleInfo {
  /** Rank of its pattern. */
  readonly pattern: number;
  readonly id: string | undefined;
  readonly context: string;
  readonly role: string | undefined;
  readonly flag: string | undefined;
  readonly place: Place;
}

export interface AssertionInfo {
  /** Rank of its rule. */
  readonly rule: number;
  readonly kind: 'assert' | 'report';
  readonly id: string | undefined;
  readonly test: string;
  readonly role: string | undefined;
  readonly flag: string | undefined;
  readonly place: Place;
  /** Files of the pack that its test reads, where they are told by literals: paths in the pack. */
  readonly documents: readonly string[];
}

export interface Defect {
  readonly reason: 'xpath' | 'unsupported' | 'missing-document';
  readonly detail: string;
  readonly place: Place;
  /** The rule, whose context cannot be evaluated, or the assertion, which is undetermined wherever its rule fires. */
  readonly rule: number;
  readonly assertion: number | undefined;
}

/** What a schema said of a document. */
export interface SchemaOutcome {
  /** Ranks of the rules that fired, in the order of patterns then of the document. */
  readonly fired: readonly number[];
  /** The node of each. */
  readonly nodes: readonly unknown[];
  readonly results: readonly AssertionResult[];
  readonly failures: readonly RuleFailure[];
}

/** An assertion that failed, or a report that spoke. */
export interface AssertionResult {
  readonly assertion: number;
  /** Rank in `fired` of the firing that it belongs to. */
  readonly firing: number;
  /** As the ISO skeleton writes it, values put in, white space as it stands. */
  readonly text: string;
}

/** An assertion that could not be evaluated on a node: a dynamic error of XPath, a file of the pack that is missing. */
export interface RuleFailure {
  readonly assertion: number;
  readonly firing: number;
  /** Code of XPath (`XPTY0004`), or `missing-document`. */
  readonly code: string;
  readonly detail: string;
}
