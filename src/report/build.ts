import { byCodeUnit } from '../artifacts/by-code-unit.js';
import type { Catalogue } from '../messages/catalogue-shape.js';
import { alarmsOf } from './alarms.js';
import { caveatsOf } from './caveats.js';
import { Findings } from './findings.js';
import type { Mask } from './mask.js';
import type { Report, ReportOpinion } from './report.js';
import type { ReportInput } from './report-input.js';
import { schemaReportsOf } from './schema-reports.js';
import { summaryOf } from './summary.js';
import { wordUnrecognised } from './unrecognised.js';
import { Words } from './words.js';

/** Puts results into words: the same results give the same report, in the language of the catalogue. */
export function buildReport(given: ReportInput, catalogue: Catalogue, mask: Mask): Report {
  const input = { ...given, base: baseOf(given, mask) };
  const rendered = collectFindings(input).render(catalogue, mask, input.packOf);
  const words = new Words(catalogue, mask, rendered.idOf, input);
  const requirements = input.results.map((each) => words.requirement(each));
  const files = input.files.map((each) => words.file(each));
  const opinions = opinionsOf(input, requirements, rendered.findings, mask);
  return {
    schema: 'segur-check/report/1',
    language: catalogue.language,
    command: input.command,
    tool: { name: 'segur-check', version: input.packs[0]?.version ?? '' },
    packs: input.packs,
    base: { source: input.base.source, date: input.base.date },
    ...(input.base.rem && { rem: input.base.rem }),
    candidate: candidateOf(input, mask),
    partial: input.partial !== undefined,
    ...(input.changedLimits.length > 0 && { limits: input.changedLimits }),
    alarms: alarmsOf(input, catalogue, mask),
    caveats: caveatsOf(input, catalogue, mask),
    summary: summaryOf(input, requirements, rendered.findings, opinions),
    requirements,
    files,
    dossier: input.dossier.map((each) => words.dossierRun(each)),
    artifacts: artifactsOf(input, catalogue, mask),
    findings: rendered.findings,
    ...(opinions && { opinions }),
    ...(input.said.length > 0 && { schemaReports: schemaReportsOf(input, mask, opinions && rendered) }),
  };
}

/** A workbook has the name that its owner gave it. */
function baseOf({ base }: ReportInput, mask: Mask): ReportInput['base'] {
  return base.rem ? { ...base, rem: { ...base.rem, file: mask(base.rem.file), sheet: mask(base.rem.sheet) } } : base;
}

/** A product may be named after whoever tests it. */
function candidateOf({ candidate }: ReportInput, mask: Mask): Report['candidate'] {
  if (!candidate) return null;
  const { vendor, product, version, ...rest } = candidate;
  return { vendor: mask(vendor), product: mask(product), version: mask(version), ...rest };
}

function opinionsOf(
  { opinions }: ReportInput,
  requirements: Report['requirements'],
  findings: Report['findings'],
  mask: Mask,
): ReportOpinion[] | undefined {
  if (!opinions) return undefined;
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  const scenarios = requirements.flatMap((each) => each.scenarios);
  const proofs = new Set(scenarios.flatMap(({ evidence }) => evidence.map(({ id }) => id)));
  return opinions.map((opinion) => ({
    ...opinion,
    by: mask(opinion.by),
    text: mask(opinion.text),
    current: 'finding' in opinion.on ? found.has(opinion.on.finding) : proofs.has(opinion.on.evidence),
  }));
}

function collectFindings({ artifacts, unreadable, results, files, dossier, requirementsOf }: ReportInput): Findings {
  const findings = new Findings();
  for (const { path, problems } of unreadable) findings.addRead(path, problems, 'error');
  for (const { path, reserves = [] } of artifacts) findings.addRead(path, reserves, 'warning');
  for (const { planned, scenarios } of results) {
    const runs = scenarios.flatMap((scenario) => scenario.steps.flatMap((step) => step.runs));
    for (const finding of runs.flatMap((run) => run.findings)) findings.add(finding, [planned.requirement.requirement]);
  }
  for (const finding of dossier.flatMap((run) => run.findings)) findings.add(finding);
  for (const finding of files.flatMap((file) => file.runs.flatMap((run) => run.findings)))
    findings.add(finding, requirementsOf(finding.check));
  return findings;
}

function artifactsOf({ artifacts, unreadable }: ReportInput, catalogue: Catalogue, mask: Mask): Report['artifacts'] {
  const read = artifacts.map(({ path, kind, sha256, bytes, unrecognised }) => ({
    path: mask(path),
    kind,
    sha256,
    bytes,
    readable: true,
    ...(unrecognised && { unrecognised: wordUnrecognised(unrecognised, catalogue, mask) }),
  }));
  const lost = unreadable.map(({ path, kind, sha256, bytes }) => ({
    path: mask(path),
    kind,
    sha256,
    bytes,
    readable: false,
  }));
  return [...read, ...lost].sort((a, b) => byCodeUnit(a.path, b.path));
}
