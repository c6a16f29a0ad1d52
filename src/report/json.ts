import { VERDICTS, type Verdict } from '../engine/verdict.js';
import type { OfficialRequirement, OfficialScenario } from '../scenarios/rem-workbook.js';
import type {
  Report,
  ReportArtifact,
  ReportCandidate,
  ReportCheckRun,
  ReportDossierRun,
  ReportEvidence,
  ReportFile,
  ReportFinding,
  ReportOpinion,
  ReportRequirement,
  ReportScenario,
  ReportStep,
  ReportSummary,
  ReportUnrecognised,
} from './report.js';

/**
 * Canonical JSON of a report, as `report.schema.json` describes it: two spaces, keys in the order of the `Report` type
 * whatever the order they were set in, keys of `args` by code unit, a final newline. Fields unknown to `Report` are
 * left out.
 */
export function toJson(report: Report): string {
  return [...jsonPieces(report)].join('');
}

/** The same text in pieces, none larger than what one requirement says: that of ten thousand documents is never whole in memory. */
export function* jsonPieces(report: Report): Generator<string> {
  let before = '{';
  for (const [key, member] of Object.entries(canonicalReport(report))) {
    yield `${before}\n  ${JSON.stringify(key)}: `;
    before = ',';
    if (isList(member)) yield* listPieces(member);
    else yield indented(member, '  ');
  }
  yield '\n}\n';
}

/** A member that is a list of parts, each made when it is written. */
interface List {
  readonly parts: readonly unknown[];
  readonly canonical: (part: never) => unknown;
}

export function isList(member: unknown): member is List {
  return typeof member === 'object' && member !== null && 'canonical' in member;
}

function* listPieces({ parts, canonical }: List): Generator<string> {
  if (parts.length === 0) yield '[]';
  else {
    let before = '[';
    for (const part of parts) {
      yield `${before}\n    ${indented(canonical(part as never), '    ')}`;
      before = ',';
    }
    yield '\n  ]';
  }
}

/** A line break in JSON is never inside a text. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}

// One function per type: the compiler refuses a field that is forgotten, which a list of key names would not.

/** The members in their order, those of lists not made yet. */
export function canonicalReport(report: Report): { readonly [K in keyof Report]: unknown } {
  return {
    schema: report.schema,
    language: report.language,
    command: report.command,
    tool: { name: report.tool.name, version: report.tool.version },
    packs: report.packs.map(({ id, version, sha256 }) => ({ id, version, sha256 })),
    base: { source: report.base.source, date: report.base.date },
    ...(report.rem && { rem: canonicalRem(report.rem) }),
    candidate: report.candidate === null ? null : canonicalCandidate(report.candidate),
    partial: report.partial,
    ...(report.limits && {
      limits: report.limits.map((each) => ({ name: each.name, value: each.value, default: each.default })),
    }),
    alarms: report.alarms,
    caveats: report.caveats,
    summary: canonicalSummary(report.summary),
    requirements: { parts: report.requirements, canonical: canonicalRequirement },
    files: { parts: report.files, canonical: canonicalFile },
    dossier: { parts: report.dossier, canonical: canonicalDossierRun },
    artifacts: { parts: report.artifacts, canonical: canonicalArtifact },
    findings: { parts: report.findings, canonical: canonicalFinding },
    ...(report.opinions && { opinions: { parts: report.opinions, canonical: canonicalOpinion } }),
  };
}

function canonicalRem({ file, sha256, sheet, layout }: NonNullable<Report['rem']>): NonNullable<Report['rem']> {
  return { file, sha256, sheet, layout };
}

function canonicalOpinion({ kind, on, decision, by, date, text, until, current }: ReportOpinion): ReportOpinion {
  const target = 'finding' in on ? { finding: on.finding } : { evidence: on.evidence };
  return { kind, on: target, decision, by, date, text, until, current };
}

function canonicalCandidate(candidate: ReportCandidate): ReportCandidate {
  const { vendor, product, version, corridor, wave, profiles, environment } = candidate;
  return { vendor, product, version, corridor, wave, profiles, environment };
}

function canonicalSummary(summary: ReportSummary): ReportSummary {
  const { error, warning, info } = summary.findings;
  return {
    verdict: summary.verdict,
    exit: summary.exit,
    requirements: canonicalCounts(summary.requirements),
    steps: canonicalCounts(summary.steps),
    findings: { error, warning, info },
    chapters: summary.chapters.map(({ chapter, verdict }) => ({ chapter, verdict })),
    otherCorridors: summary.otherCorridors,
    ...(summary.opinions && { opinions: canonicalOpinions(summary.opinions) }),
  };
}

function canonicalOpinions(counts: NonNullable<ReportSummary['opinions']>): NonNullable<ReportSummary['opinions']> {
  const { accepted, refused, question, derogations, derogatedErrors } = counts;
  return { accepted, refused, question, derogations, derogatedErrors };
}

function canonicalCounts(counts: Readonly<Record<Verdict, number>>): Record<Verdict, number> {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, counts[verdict]])) as Record<Verdict, number>;
}

function canonicalRequirement(requirement: ReportRequirement): ReportRequirement {
  return {
    id: requirement.id,
    title: requirement.title,
    chapter: requirement.chapter,
    function: requirement.function,
    wave: requirement.wave,
    nature: requirement.nature,
    mandatory: requirement.mandatory,
    criticality: requirement.criticality,
    profiles: requirement.profiles,
    clause: requirement.clause,
    correction: requirement.correction,
    verdict: requirement.verdict,
    reason: requirement.reason,
    ...(requirement.official && { official: canonicalOfficial(requirement.official) }),
    scenarios: requirement.scenarios.map(canonicalScenario),
  };
}

function canonicalOfficial(official: OfficialRequirement): OfficialRequirement {
  return {
    id: official.id,
    perimeter: official.perimeter,
    chapter: official.chapter,
    function: official.function,
    statement: official.statement,
    comment: official.comment,
    nature: official.nature,
    profile: official.profile,
    historicalProfile: official.historicalProfile,
    criticality: official.criticality,
    order: official.order,
    publication: official.publication,
    previousWave: official.previousWave,
  };
}

function canonicalText({ id, text, verificationPoints }: OfficialScenario): OfficialScenario {
  return { id, text, ...(verificationPoints !== undefined && { verificationPoints }) };
}

function canonicalScenario(scenario: ReportScenario): ReportScenario {
  const { id, title, verdict, reason, steps, evidence, informative, official } = scenario;
  return {
    id,
    title,
    verdict,
    reason,
    steps: steps.map(canonicalStep),
    evidence: evidence.map(canonicalEvidence),
    ...(informative && { informative }),
    ...(official && { official: canonicalText(official) }),
  };
}

function canonicalStep({ number, title, verdict, reasons, checks }: ReportStep): ReportStep {
  return { number, title, verdict, reasons, checks: checks.map(canonicalCheckRun) };
}

function canonicalCheckRun({ id, verdict, artifacts, evaluated, findings }: ReportCheckRun): ReportCheckRun {
  return { id, verdict, artifacts, evaluated, findings };
}

function canonicalDossierRun(run: ReportDossierRun): ReportDossierRun {
  return { ...canonicalCheckRun(run), reasons: run.reasons };
}

function canonicalEvidence(evidence: ReportEvidence): ReportEvidence {
  const { id, kind, status, verdict, review, reason, value, official } = evidence;
  const files = evidence.files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes }));
  return {
    id,
    kind,
    status,
    verdict,
    review,
    reason,
    files,
    value,
    ...(official && { official: canonicalText(official) }),
  };
}

function canonicalFile({ artifact, kind, verdict, reasons, checks }: ReportFile): ReportFile {
  return { artifact, kind, verdict, reasons, checks: checks.map(canonicalCheckRun) };
}

function canonicalArtifact({ path, kind, sha256, bytes, readable, unrecognised }: ReportArtifact): ReportArtifact {
  return {
    path,
    kind,
    sha256,
    bytes,
    readable,
    ...(unrecognised && { unrecognised: canonicalUnrecognised(unrecognised) }),
  };
}

function canonicalUnrecognised({ code, args, nearest, message }: ReportUnrecognised): ReportUnrecognised {
  return { code, args: canonicalArgs(args), nearest, message };
}

function canonicalArgs(args: ReportFinding['args']): ReportFinding['args'] {
  return Object.fromEntries(Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function canonicalFinding(finding: ReportFinding): ReportFinding {
  const { line, column, path } = finding.location;
  return {
    id: finding.id,
    check: finding.check,
    pack: finding.pack,
    severity: finding.severity,
    code: finding.code,
    args: canonicalArgs(finding.args),
    message: finding.message,
    artifact: finding.artifact,
    location: {
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(path === undefined ? {} : { path }),
    },
    expected: finding.expected,
    actual: finding.actual,
    remedy: finding.remedy,
    requirements: finding.requirements,
    clause: finding.clause,
    fingerprint: finding.fingerprint,
  };
}
