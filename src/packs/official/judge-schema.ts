import type { XmlAttribute, XmlDocument, XmlElement } from '../../artifacts/xml/tree.js';
import type { Place as FindingPlace } from '../../checks/define.js';
import { named } from '../../engine/merged-reasons.js';
import type { Reason, ReasonCode } from '../../engine/plan.js';
import type { CheckRun, Finding } from '../../engine/results.js';
import { mostSerious } from '../../engine/run-check.js';
import type { Verdict } from '../../engine/verdict.js';
import { fileName } from '../pack-files.js';
import type { SchemaInfo, SchemaOutcome } from '../schematron/outcome.js';
import type { Place } from '../schematron/schema.js';
import { sourceOf } from '../schematron/tree/locate.js';
import type { OfficialCode } from './codes.js';
import { at, nodeOf, patternName, plain } from './schema-report.js';
import { severityOf } from './severity.js';
import { asWritten } from './start-tag.js';

/** A document of which runs are told. */
export interface Judged {
  readonly path: string;
  readonly document: XmlDocument;
}

/**
 * The result of a schema on a document. Rules that could not be evaluated make it undetermined, and are told once each; what the others found stays.
 * @param check `PACK/SCHEMA`.
 * @param options `unfired`: verdict of a schema none of whose rules concerns the document; `unversioned`: as `severityOf` has it.
 */
export function schemaRun(
  check: string,
  judged: Judged,
  info: SchemaInfo,
  outcome: SchemaOutcome,
  {
    unfired,
    unversioned = false,
  }: { readonly unfired: 'not-tested' | 'not-applicable'; readonly unversioned?: boolean },
): CheckRun {
  const kept = mostSerious(outcome.results, ({ assertion }) => severityOf(info, assertion, unversioned));
  const findings = kept.map(({ assertion: rank, firing, text }): Finding => {
    const { kind, rule, test, place } = at(info.assertions, rank);
    const { pattern, context } = at(info.rules, rule);
    const args = {
      text: plain(text),
      test: plain(test),
      pattern: patternName(info, pattern),
      context: plain(context),
      place: written(place),
    };
    return finding(
      kind === 'report' ? 'official/report' : IS_NEVER_TRUE.test(args.test) ? 'official/closed' : 'official/assertion',
      {
        check: `${check}/${args.pattern}`,
        severity: severityOf(info, rank, unversioned),
        clause: args.place,
        args,
        judged,
        node: sourceOf(nodeOf(outcome, firing)),
      },
    );
  });
  const reasons = undetermined(check, info, outcome);
  return {
    check,
    artifacts: [judged.path],
    verdict: verdictOf(findings, reasons, outcome.fired.length, unfired),
    evaluated: outcome.fired.length,
    findings,
    ...(kept.length < outcome.results.length && { omitted: outcome.results.length - kept.length }),
    needs: [],
    failure: undefined,
    ...(reasons.length > 0 && { reasons }),
  };
}

/** Tests of the rules that list what may stand somewhere: whatever is left to fire on is one too many. */
const IS_NEVER_TRUE = /^(?:not\(\.\)|false\(\))$/;

/** A finding on a node, with what is written there. */
export function finding(
  code: OfficialCode,
  {
    judged: { path, document },
    node,
    ...given
  }: Pick<Finding, 'check' | 'severity' | 'clause' | 'args'> & {
    readonly judged: Judged;
    readonly node: XmlElement | XmlAttribute;
  },
): Finding {
  const place: FindingPlace = { artifact: path, ...document.locate(node) };
  return { code, ...given, at: place, actual: asWritten(node) };
}

function verdictOf(
  findings: readonly Finding[],
  reasons: readonly Reason[],
  fired: number,
  unfired: 'not-tested' | 'not-applicable',
): Verdict {
  if (reasons.length > 0) return 'undetermined';
  if (findings.some(({ severity }) => severity === 'error')) return 'nonconforming';
  return fired > 0 ? 'conforming' : unfired;
}

/** How many reasons of one schema are told one by one. */
const MAX_REASONS = 20;

/** Of one rule, and of several that have the same cause. */
const REASONS: Readonly<Record<string, readonly [one: ReasonCode, several: ReasonCode]>> = {
  'missing-document': ['reason/rule-without-document', 'reason/rules-without-document'],
  xpath: ['reason/rule-not-run', 'reason/rules-not-run'],
  unsupported: ['reason/rule-not-run', 'reason/rules-not-run'],
};
const ERROR = ['reason/rule-error', 'reason/rules-error'] as const;

/**
 * Why rules could not be evaluated: includes that are lost, rules without a context, and of the rules that fired, each assertion once. What has
 * one cause is one reason.
 */
function undetermined(check: string, info: SchemaInfo, outcome: SchemaOutcome): Reason[] {
  const fired = new Set(outcome.fired);
  const told = new Set<string>();
  const causes = new Map<string, { code: string; detail: string; rules: { pattern: string; place: string }[] }>();
  const tell = (code: string, detail: string, rule: number, assertion: number | undefined, place: Place): void => {
    const key = `${rule} ${assertion}`;
    if (told.has(key)) return;
    told.add(key);
    const cause = causes.get(`${code} ${detail}`) ?? { code, detail: plain(detail), rules: [] };
    causes.set(`${code} ${detail}`, cause);
    cause.rules.push({ pattern: patternName(info, at(info.rules, rule).pattern), place: written(place) });
  };
  for (const { reason, detail, rule, assertion, place } of info.defects)
    if (assertion === undefined || fired.has(rule)) tell(reason, detail, rule, assertion, place);
  for (const { assertion, code, detail } of outcome.failures) {
    const { rule, place } = at(info.assertions, assertion);
    tell(code, code === 'missing-document' ? detail : `${code}: ${detail}`, rule, assertion, place);
  }
  const reasons = [
    ...lost(check, info),
    ...[...causes.values()].map(({ code, detail, rules }): Reason => {
      const [one, several] = REASONS[code] ?? ERROR;
      const [first] = rules;
      if (first && rules.length === 1) return { code: one, args: { check, detail, ...first } };
      const places = named([...new Set(rules.map(({ place }) => place))]);
      return { code: several, args: { check, detail, count: rules.length, places } };
    }),
  ];
  if (reasons.length <= MAX_REASONS) return reasons;
  const more: Reason = { code: 'reason/more-undetermined', args: { check, count: reasons.length - MAX_REASONS } };
  return [...reasons.slice(0, MAX_REASONS), more];
}

/** What the schema lacks, whatever the document: includes, what it names and does not have, rules at all. */
function lost(check: string, info: SchemaInfo): Reason[] {
  // Where all patterns are run, any may be in a file that is missing; where a phase names them, those that it names.
  const missing = info.missing.filter(({ patterns }) => patterns.length > 0 || info.phase === undefined);
  const reasons = missingIncludes(check, missing);
  const inMissing = new Set(missing.flatMap(({ patterns }) => patterns));
  for (const { kind, name, place } of info.unresolved)
    if (kind !== 'pattern' || !inMissing.has(name))
      reasons.push({ code: `reason/unresolved-${kind}`, args: { check, name, place: written(place) } });
  if (info.rules.length === 0 && reasons.length === 0)
    reasons.push({ code: 'reason/schema-without-rules', args: { check, file: info.path } });
  return reasons;
}

function missingIncludes(check: string, missing: SchemaInfo['missing']): Reason[] {
  const [first] = missing;
  if (!first) return [];
  if (missing.length === 1)
    return [{ code: 'reason/include-missing', args: { check, file: first.path, place: written(first.place) } }];
  const files = named(missing.map(({ path }) => fileName(path)));
  return [{ code: 'reason/includes-missing', args: { check, count: missing.length, files } }];
}

function written({ file, line }: Place): string {
  return `${file}:${line}`;
}
