import type { AssertionInfo, RuleInfo, SchemaInfo, SchemaOutcome } from '../schematron/outcome.js';
import { svrlLocation } from '../schematron/tree/locate.js';
import { TreeNode } from '../schematron/tree/node.js';

/** What a schema said of a document, whole and in plain values: SVRL is written from it, in whichever thread. */
export interface SchemaReport {
  /** Path of the artifact. */
  readonly document: string;
  readonly schema: Pick<SchemaInfo, 'id' | 'path' | 'title' | 'version' | 'phase' | 'namespaces' | 'patterns'>;
  /** In the order of patterns, then of the document. */
  readonly fired: readonly FiredRule[];
}

export interface FiredRule extends Pick<RuleInfo, 'pattern' | 'id' | 'context' | 'role' | 'flag'> {
  /** XPath of the node, as the ISO skeleton writes it. */
  readonly location: string;
  readonly results: readonly ReportedResult[];
  /** Assertions that could not be evaluated there. */
  readonly undetermined: readonly UndeterminedResult[];
}

export interface ReportedResult extends Pick<AssertionInfo, 'kind' | 'id' | 'test' | 'role' | 'flag'> {
  readonly text: string;
}

export interface UndeterminedResult extends Pick<AssertionInfo, 'id' | 'test'> {
  readonly code: string;
  readonly detail: string;
}

export function schemaReport(document: string, info: SchemaInfo, outcome: SchemaOutcome): SchemaReport {
  const { id, path, title, version, phase, namespaces, patterns } = info;
  const results = outcome.fired.map((): ReportedResult[] => []);
  for (const { firing, assertion, text } of outcome.results) {
    const { kind, id: name, test, role, flag } = at(info.assertions, assertion);
    at(results, firing).push({ kind, id: name, test, role, flag, text });
  }
  const undetermined = outcome.fired.map((): UndeterminedResult[] => []);
  for (const { firing, assertion, code, detail } of outcome.failures) {
    const { id: name, test } = at(info.assertions, assertion);
    at(undetermined, firing).push({ id: name, test, code, detail });
  }
  return {
    document,
    schema: { id, path, title, version, phase, namespaces, patterns },
    fired: outcome.fired.map((rank, firing) => {
      const { pattern, id: name, context, role, flag } = at(info.rules, rank);
      return {
        pattern,
        id: name,
        context,
        role,
        flag,
        location: svrlLocation(nodeOf(outcome, firing)),
        results: at(results, firing),
        undetermined: at(undetermined, firing),
      };
    }),
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
