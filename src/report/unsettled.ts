import type { Verdict } from '../engine/verdict.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { onOneLine } from './escape-text.js';
import type { Report } from './report.js';
import { judgedSuites, type TestCase } from './test-suites.js';

type UnsettledVerdict = Extract<Verdict, 'undetermined' | 'missing' | 'not-tested' | 'to-review'>;

/** What has no conclusion yet, and for which there may be no finding. */
export interface Unsettled {
  readonly verdict: UnsettledVerdict;
  /** False for what may not fail a run. */
  readonly mandatory: boolean;
  /** `MSS/CONF.25.01 Étape 1 : …`, on one line. */
  readonly subject: string;
  /** Why, one sentence each. */
  readonly reasons: readonly string[];
}

/** What to do first comes first. */
const UNSETTLED: readonly Verdict[] = [
  'undetermined',
  'missing',
  'not-tested',
  'to-review',
] satisfies UnsettledVerdict[];

/** Steps, proofs and checks without conclusion: what is mandatory first, then by verdict, then in the order of the report. */
export function unsettled(report: Report, texts: ReportTexts): Unsettled[] {
  return judgedSuites(report, texts)
    .flatMap((suite) => suite.cases)
    .flatMap((test) => (isUnsettled(test) ? [test] : []))
    .map(({ classname, name, verdict, mandatory, reasons }) => ({
      verdict,
      mandatory,
      subject: onOneLine(classname === name ? name : `${classname} ${name}`),
      reasons: reasons.map(onOneLine),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

function isUnsettled(test: TestCase): test is TestCase & { readonly verdict: UnsettledVerdict } {
  return UNSETTLED.includes(test.verdict);
}

function rank({ mandatory, verdict }: Unsettled): number {
  return UNSETTLED.indexOf(verdict) + (mandatory ? 0 : UNSETTLED.length);
}
