import type { XmlDocument } from '../../artifacts/xml/tree.js';
import type { SchemaInfo, SchemaOutcome } from '../schematron/outcome.js';
import { expandedLocation, sourceOf } from '../schematron/tree/locate.js';
import { TreeNode } from '../schematron/tree/node.js';

/**
 * What one schema said of one document, for the report in SVRL: plain values that a thread can send, a few kilobytes, since a schema's texts
 * are told once, by its `SchemaInfo`. Texts and paths are as they stand in the document: the report masks them.
 */
export interface SchemaReport {
  /** Path of the artifact that was judged. */
  readonly artifact: string;
  /** `SchemaInfo.path` of the schema. */
  readonly schema: string;
  /** Ranks of the rules that fired, as in `SchemaOutcome`. */
  readonly fired: readonly number[];
  /** In the order of `fired`, then of the rule. */
  readonly results: readonly ReportedResult[];
  readonly failures: readonly ReportedFailure[];
}

/** An assertion that failed, or a report that spoke. */
interface ReportedResult {
  /** Rank in `SchemaInfo.assertions`. */
  readonly assertion: number;
  /** Rank in `fired`. */
  readonly firing: number;
  /** XPath of the node, as `expandedLocation` writes it. */
  readonly location: string;
  /** Of what the finding that it is points to, from 1. */
  readonly line: number;
  readonly column: number;
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

/** @param artifact path of the document. */
export function schemaReport(
  { artifact, document }: { readonly artifact: string; readonly document: Pick<XmlDocument, 'position'> },
  info: SchemaInfo,
  outcome: SchemaOutcome,
): SchemaReport {
  const locationOf = (firing: number): string => expandedLocation(nodeOf(outcome, firing));
  return {
    artifact,
    schema: info.path,
    fired: outcome.fired,
    results: outcome.results.map((each) => ({
      ...each,
      location: locationOf(each.firing),
      ...document.position(sourceOf(nodeOf(outcome, each.firing))),
    })),
    failures: outcome.failures.map((each) => ({ ...each, location: locationOf(each.firing) })),
  };
}

/** The node that a rule fired on. */
export function nodeOf({ nodes }: SchemaOutcome, firing: number): TreeNode {
  const node = nodes[firing];
  if (!(node instanceof TreeNode)) throw new Error(`no node for firing ${firing}`);
  return node;
}

/** What stands at a rank that an outcome gives. */
export function at<T>(values: readonly T[], rank: number): T {
  const value = values[rank];
  if (value === undefined) throw new Error(`nothing of rank ${rank}`);
  return value;
}

/** The name of a pattern, its id, else its title, else its rank from 1: the third part of what findings name. */
export function patternName({ patterns }: SchemaInfo, rank: number): string {
  const { id, name } = at(patterns, rank);
  return id || plain(name) || String(rank + 1);
}

/** White space as XPath's normalize-space() leaves it. */
export function plain(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}
