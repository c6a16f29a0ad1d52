import { XMLBuilder } from 'fast-xml-parser';
import { blocks, type Verdict } from '../engine/verdict.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { onOneLine, showHidden } from './escape-text.js';
import { placeOf } from './find-findings.js';
import { findingText } from './finding-text.js';
import { indexOpinions, opinionCounts, sayOpinion, targetOf } from './opinions.js';
import type { Report, ReportFinding } from './report.js';
import { judgedSuites, readerSuites, type TestCase, type TestSuite } from './test-suites.js';

type Outcome = 'failure' | 'error' | 'skipped' | 'passed';

/** How JUnit, which knows neither missing nor to-review, takes each verdict. */
const OUTCOMES: Readonly<Record<Verdict, Outcome>> = {
  undetermined: 'error',
  nonconforming: 'failure',
  missing: 'failure',
  'to-review': 'skipped',
  'not-tested': 'failure',
  conforming: 'passed',
  'not-applicable': 'skipped',
};

/**
 * JUnit XML of a report: a suite per requirement with a test per step and per proof, or, for the command `check`, a
 * suite per file with a test per check. A préconisation can't fail a run, so its tests are passed or skipped. There is
 * no time attribute.
 *
 * @throws Error when a result names a finding that the report does not hold
 */
export function toJunit(report: Report, texts: ReportTexts): string {
  const suites = [...judgedSuites(report, texts), ...readerSuites(report, texts)];
  const shown = suites.filter((suite) => suite.cases.length > 0);
  const said = saying(report, texts);
  const builder = new XMLBuilder({
    format: true,
    ignoreAttributes: false,
    suppressEmptyNode: true,
    // Otherwise an attribute whose value is `true` loses it.
    suppressBooleanAttributes: false,
  });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    testsuites: {
      '@_name': attribute(suitesName(report)),
      ...counters(shown.flatMap((suite) => suite.cases)),
      testsuite: shown.map((suite, index) => suiteNode(suite, index === 0 ? report : undefined, texts, said)),
    },
  });
}

function suitesName({ tool, candidate }: Report): string {
  return candidate === null ? tool.name : `${tool.name} ${candidate.product} ${candidate.version}`;
}

/** What judged and with what reserves; JUnit has no place for it on its root, so the first suite carries it. */
function reportProperties(report: Report, texts: ReportTexts): (readonly [string, string])[] {
  return [
    ['tool', `${report.tool.name} ${report.tool.version}`],
    ['base', `${report.base.source} (${report.base.date})`],
    ...report.packs.map((pack): [string, string] => ['pack', `${pack.id} ${pack.version} ${pack.sha256}`]),
    ['partial', String(report.partial)],
    ...report.alarms.map((alarm): [string, string] => ['alarm', alarm]),
    ...report.caveats.map((caveat): [string, string] => ['caveat', caveat]),
    ...opinionCounts(report, texts).map((counts): [string, string] => ['opinions', counts]),
    ...indexOpinions(report).outdated.map((each): [string, string] => [
      'opinion',
      `${targetOf(each)} ${sayOpinion(each, texts)}`,
    ]),
  ];
}

function outcomeOf({ verdict, mandatory }: TestCase): Outcome {
  return !mandatory && blocks(verdict) ? 'skipped' : OUTCOMES[verdict];
}

function counters(cases: readonly TestCase[]): Record<string, string> {
  const count = (outcome: Outcome) => String(cases.filter((test) => outcomeOf(test) === outcome).length);
  return {
    '@_tests': String(cases.length),
    '@_failures': count('failure'),
    '@_errors': count('error'),
    '@_skipped': count('skipped'),
  };
}

/** @param report what the first suite says of the whole. */
function suiteNode(suite: TestSuite, report: Report | undefined, texts: ReportTexts, said: Saying): object {
  const property = [...(report ? reportProperties(report, texts) : []), ...suite.properties].map(([name, value]) => ({
    '@_name': name,
    '@_value': attribute(value),
  }));
  return {
    '@_name': attribute(suite.name),
    ...counters(suite.cases),
    properties: { property },
    testcase: suite.cases.map((test) => caseNode(test, texts, said(test))),
    ...(report && report.alarms.length > 0 && { 'system-out': lines(report.alarms.map(onOneLine)) }),
  };
}

/** What people said of a test: lines, each after what it is on. */
type Saying = (test: TestCase) => readonly string[];

function saying(report: Report, texts: ReportTexts): Saying {
  const { ofFinding, ofEvidence } = indexOpinions(report);
  return ({ findings, evidence }) =>
    [...findings.flatMap(({ fingerprint }) => ofFinding(fingerprint)), ...ofEvidence(evidence ?? '')].map(
      (opinion) => `${targetOf(opinion)} ${sayOpinion(opinion, texts)}`,
    );
}

function caseNode(test: TestCase, texts: ReportTexts, said: readonly string[]): object {
  const outcome = outcomeOf(test);
  const errors = test.findings.filter((finding) => finding.severity === 'error');
  const others = test.findings.filter((finding) => finding.severity !== 'error');
  const out = [...others.map((finding) => findingLine(finding, texts)), ...said];
  const body = lines([...test.reasons.map(onOneLine), ...errors.map((finding) => findingLine(finding, texts))]);
  const message = messageOf(test, errors, texts);
  const detail = { '@_message': attribute(message), '#text': body === '' ? attribute(message) : body };
  return {
    '@_classname': attribute(test.classname),
    '@_name': attribute(test.name),
    ...(outcome === 'failure' || outcome === 'error'
      ? { [outcome]: { '@_type': test.verdict, ...detail } }
      : outcome === 'skipped'
        ? { skipped: detail }
        : {}),
    ...(out.length === 0 ? {} : { 'system-out': lines(out) }),
  };
}

/** One line for the lists of CI tools: the verdict in words, then the first thing to know. */
function messageOf(test: TestCase, errors: readonly ReportFinding[], texts: ReportTexts): string {
  const word = texts.verdicts[test.verdict];
  const first = errors[0]?.message ?? test.reasons[0];
  const message = first === undefined ? word : `${word} — ${first}`;
  if (test.mandatory || !blocks(test.verdict)) return message;
  return fill(texts.junit.nonMandatory, { message });
}

function lines(texts: readonly string[]): string {
  return texts.map(showHidden).join('\n');
}

function attribute(text: string): string {
  return showHidden(onOneLine(text));
}

function findingLine(finding: ReportFinding, texts: ReportTexts): string {
  const severity = finding.severity === 'error' ? '' : `[${texts.severities[finding.severity]}] `;
  return `${severity}${placeOf(finding)} ${findingText(finding, texts)}`;
}
