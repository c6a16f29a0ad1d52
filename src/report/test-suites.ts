import type { Verdict } from '../engine/verdict.js';
import { fill } from '../messages/fill.js';
import type { ReportTexts } from '../messages/report-texts.js';
import { type FindFindings, forgivenFindings, indexFindings, unreadableFindings } from './find-findings.js';
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

/** A step, a proof, a check of a file or of the dossier: what a test is to the tools that know tests only. */
export interface TestCase {
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

/** A requirement, a file or the dossier. */
export interface TestSuite {
  readonly name: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly cases: readonly TestCase[];
}

/**
 * What was judged: a suite per requirement, or, for the command `check`, per file, then the dossier and the rules of packs.
 *
 * @throws Error when a result names a finding that the report does not hold
 */
export function judgedSuites(report: Report, texts: ReportTexts): TestSuite[] {
  const find = indexFindings(report);
  const suites =
    report.command === 'check'
      ? report.files.map((file) => fileSuite(file, find))
      : report.requirements.map((requirement) => requirementSuite(requirement, texts, find));
  return [...suites, ...dossierSuites(report, texts, find)];
}

function requirementSuite(requirement: ReportRequirement, texts: ReportTexts, find: FindFindings): TestSuite {
  const { id, title, chapter, verdict, mandatory, reason } = requirement;
  const base = { mandatory, findings: [] };
  const cases = requirement.scenarios.flatMap((scenario): TestCase[] => {
    const because = nonNull(scenario.reason, reason);
    const steps = scenario.steps.map((step) => ({
      mandatory: mandatory && !scenario.informative,
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
export function readerSuites(report: Report, texts: ReportTexts): TestSuite[] {
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
