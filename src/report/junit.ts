import { XMLBuilder } from 'fast-xml-parser';
import { blocks, type Verdict } from '../engine/verdict.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { cutAt, onOneLine, showHidden } from './escape-text.js';
import { type FindFindings, forgivenFindings, indexFindings, placeOf, unreadableFindings } from './find-findings.js';
import { indexOpinions, sayOpinion, targetOf } from './opinions.js';
import type {
  Report,
  ReportCheckRun,
  ReportDossierRun,
  ReportEvidence,
  ReportFile,
  ReportFinding,
  ReportRequirement,
} from './report.js';
import { dossierRuns } from './rules-runs.js';

type Outcome = 'failure' | 'error' | 'skipped' | 'passed';

interface TestCase {
  readonly classname: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** False for what may not fail a run. */
  readonly mandatory: boolean;
  /** Why the verdict, one sentence each. */
  readonly reasons: readonly string[];
  readonly findings: readonly ReportFinding[];
  /** Number of the proof, of a test that is one. */
  readonly evidence?: string;
}

interface TestSuite {
  readonly name: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly cases: readonly TestCase[];
}

/** Characters of a value: CI tools show these texts in lists. */
const MAX_VALUE = 1000;

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
  const find = indexFindings(report);
  const suites =
    report.command === 'check'
      ? report.files.map((file) => fileSuite(file, find))
      : report.requirements.map((requirement) => requirementSuite(requirement, texts, find));
  suites.push(...dossierSuites(report, texts, find));
  suites.push(...readerSuites(report, texts));
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
    ...(report.summary.opinions ? [['opinions', fill(texts.opinions.counts, report.summary.opinions)] as const] : []),
    ...indexOpinions(report).outdated.map((each): [string, string] => [
      'opinion',
      `${targetOf(each)} ${sayOpinion(each, texts)}`,
    ]),
  ];
}

function requirementSuite(requirement: ReportRequirement, texts: ReportTexts, find: FindFindings): TestSuite {
  const { id, title, chapter, verdict, mandatory, reason } = requirement;
  const base = { mandatory, findings: [] };
  const cases = requirement.scenarios.flatMap((scenario): TestCase[] => {
    const because = nonNull(scenario.reason, reason);
    const steps = scenario.steps.map((step) => ({
      mandatory,
      classname: scenario.id,
      name: fill(texts.stepTitle, { number: step.number, title: step.title }),
      verdict: step.verdict,
      reasons: step.reasons.length > 0 ? step.reasons : because,
      findings: find(step.checks.flatMap((check) => check.findings)),
    }));
    const proofs = scenario.evidence.map((evidence) => ({
      ...base,
      evidence: evidence.id,
      classname: scenario.id,
      name: fill(texts.evidenceTitle, { id: evidence.id, kind: texts.evidenceKinds[evidence.kind] }),
      verdict: evidence.verdict,
      reasons: [...evidenceReasons(evidence, texts), ...because],
    }));
    const all = [...steps, ...proofs];
    if (all.length > 0) return all;
    return [
      { ...base, classname: id, name: `${scenario.id} ${scenario.title}`, verdict: scenario.verdict, reasons: because },
    ];
  });
  // Without a test of its own, the verdict of a requirement that has no scenario would be lost.
  const whole = { ...base, classname: id, name: id, verdict, reasons: nonNull(reason ?? texts.noScenario) };
  return {
    name: `${id} ${title}`,
    properties: [
      ['verdict', verdict],
      ['chapter', chapter],
    ],
    cases: cases.length > 0 ? cases : [whole],
  };
}

function nonNull(...texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null);
}

function evidenceReasons({ verdict, status, reason, review }: ReportEvidence, texts: ReportTexts): string[] {
  if (verdict === 'missing') return [...nonNull(reason), fill(texts.toAdd, { review })];
  if (verdict === 'to-review') return [...nonNull(reason), review];
  return nonNull(reason ?? (status === 'unreadable' ? texts.unreadable : null));
}

function fileSuite(file: ReportFile, find: FindFindings): TestSuite {
  const { verdict, reasons } = file;
  // A proof beside the files that checks are about fails nothing.
  const base = { classname: file.artifact, mandatory: verdict !== 'not-tested' };
  const cases = file.checks.map((check: ReportCheckRun) => ({
    ...base,
    name: check.id,
    verdict: check.verdict,
    reasons: check.verdict === 'conforming' ? [] : reasons,
    findings: find(check.findings),
  }));
  return {
    name: file.artifact,
    properties: [
      ['verdict', verdict],
      ['kind', file.kind],
    ],
    cases: cases.length > 0 ? cases : [{ ...base, name: file.kind, verdict, reasons, findings: [] }],
  };
}

/** The dossier as a whole, then the rules of packs on each document: what had nothing to look at is left out, since it counts for nothing. */
function dossierSuites(report: Report, texts: ReportTexts, find: FindFindings): TestSuite[] {
  const { whole, byDocument } = dossierRuns(report);
  const casesOf = (classname: string, runs: readonly ReportDossierRun[]): TestCase[] =>
    runs
      .filter(({ verdict }) => verdict !== 'not-tested' && verdict !== 'not-applicable')
      .map(({ id, verdict, reasons, findings }) => ({
        classname,
        name: id,
        verdict,
        mandatory: true,
        reasons,
        findings: find(findings),
      }));
  return [
    { name: texts.dossier, properties: [], cases: casesOf(texts.dossier, whole) },
    { name: texts.rules, properties: [], cases: [...byDocument].flatMap(([path, runs]) => casesOf(path, runs)) },
  ];
}

/** What readers say is of no requirement: each file that is unknown or unreadable, and each reserve, is a case of its own. */
function readerSuites(report: Report, texts: ReportTexts): TestSuite[] {
  const found = (findings: readonly ReportFinding[], verdict: Verdict): TestCase[] =>
    findings.map((finding) => ({
      classname: finding.artifact,
      name: finding.check,
      verdict,
      mandatory: true,
      reasons: [],
      findings: [finding],
    }));
  // The command `check` has a suite for every file.
  const unknown = report.command === 'check' ? [] : report.artifacts;
  const unrecognised = unknown.flatMap(({ path, kind, unrecognised: why }): TestCase[] =>
    why
      ? [{ classname: path, name: kind, verdict: 'not-tested', mandatory: false, reasons: [why.message], findings: [] }]
      : [],
  );
  return [
    { name: texts.unrecognisedFiles, properties: [], cases: unrecognised },
    { name: texts.forgivenFiles, properties: [], cases: found(forgivenFindings(report), 'conforming') },
    { name: texts.unreadableFiles, properties: [], cases: found(unreadableFindings(report), 'missing') },
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

function findingLine(finding: ReportFinding, texts: ReportTexts): string {
  const parts = [
    `${placeOf(finding)} ${cutValue(finding.message, texts)}`,
    ...[
      [texts.expected, finding.expected],
      [texts.actual, finding.actual],
      [texts.remedy, finding.remedy],
    ].flatMap(([label, value = '']) => (value === '' ? [] : [`${label} ${cutValue(value, texts)}`])),
  ];
  const severity = finding.severity === 'error' ? '' : `[${texts.severities[finding.severity]}] `;
  return severity + parts.join(' — ');
}

function cutValue(text: string, texts: ReportTexts): string {
  const kept = cutAt(text, MAX_VALUE);
  return kept.length === text.length ? text : kept + fill(texts.cut, { count: text.length - kept.length });
}

function lines(texts: readonly string[]): string {
  return texts.map(showHidden).join('\n');
}

function attribute(text: string): string {
  return showHidden(onOneLine(text));
}
