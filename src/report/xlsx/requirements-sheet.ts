import type { WriteSheet } from 'hucre/xlsx';
import { rollUp, type Verdict } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { type FindFindings, placeOf } from '../find-findings.js';
import type { Report, ReportEvidence, ReportRequirement, ReportScenario } from '../report.js';
import { type CellContent, headerStyle, THIN_BORDER } from './cell.js';
import { CONVERGENCE_COLUMNS, CONVERGENCE_SHEET, type ConvergenceColumn } from './convergence-layout.js';
import { plainColumn, type TableColumn, tableSheet } from './table-sheet.js';

/** Findings in one cell; the sheet of findings has them all. */
const MAX_FINDINGS = 10;

/**
 * Sheet `Exigences`: columns A to N of the ANS Convergence export, then ours. One row per requirement, scenario and
 * proof; a requirement without scenario and a scenario without proof have one row too.
 */
export function requirementsSheet(report: Report, texts: ReportTexts, find: FindFindings): WriteSheet {
  const { name, headerHeight, zoom, filterFrom } = CONVERGENCE_SHEET;
  const columns = [
    ...CONVERGENCE_COLUMNS.map(convergenceColumn),
    plainColumn(texts.labels.verdict, 18, 'center'),
    plainColumn(texts.xlsx.evidenceFile, 45),
    plainColumn(texts.xlsx.sha256, 36),
    plainColumn(texts.labels.findings, 70),
  ];
  const rows = report.requirements.flatMap((requirement) => requirementRows(requirement, texts, find));
  return tableSheet({ name, columns, rows, headerHeight, zoom, filterFrom, paper: 'a3' }, texts);
}

function convergenceColumn(column: ConvergenceColumn): TableColumn {
  const { header, width, horizontal, indent, size, bold = false, locked = false } = column;
  return {
    header,
    width,
    headerStyle: headerStyle(horizontal, indent),
    style: {
      font: { name: CONVERGENCE_SHEET.font, size, bold, color: { rgb: '000000' } },
      border: THIN_BORDER,
      alignment: { horizontal, vertical: 'center', wrapText: true, ...(indent === undefined ? {} : { indent }) },
      protection: { locked },
    },
  };
}

function requirementRows(requirement: ReportRequirement, texts: ReportTexts, find: FindFindings): CellContent[][] {
  if (requirement.scenarios.length === 0) {
    return [convergenceRow(requirement, null, null, texts).concat(verdictCell(requirement.verdict, texts), '', '', '')];
  }
  return requirement.scenarios.flatMap((scenario) => {
    const findings = findingLines(scenario, find, texts);
    const proofs = scenario.evidence.length === 0 ? [null] : scenario.evidence;
    return proofs.map((evidence) =>
      convergenceRow(requirement, scenario, evidence, texts).concat(
        verdictCell(rowVerdict(scenario, evidence), texts),
        evidence === null ? '' : evidenceFile(evidence, texts),
        evidence === null ? '' : evidence.files.map((file) => file.sha256).join('\n'),
        findings,
      ),
    );
  });
}

/** Columns A to N. */
function convergenceRow(
  requirement: ReportRequirement,
  scenario: ReportScenario | null,
  evidence: ReportEvidence | null,
  texts: ReportTexts,
): CellContent[] {
  const correction =
    requirement.correction === null ? null : fill(texts.correction, { correction: requirement.correction });
  return [
    // Values of the ANS workbook, which is French whatever the language of the report.
    `Vague ${requirement.wave}`,
    requirement.id,
    requirement.chapter,
    requirement.function ?? '',
    requirement.title,
    [requirement.reason, scenario?.reason, correction].filter((text) => typeof text === 'string').join('\n'),
    requirement.profiles.join(CONVERGENCE_SHEET.profileSeparator),
    scenario?.id ?? '',
    scenario === null ? '' : [scenario.title, ...scenario.steps.map((s) => `${s.number}. ${s.title}`)].join('\n'),
    evidence?.id ?? '',
    evidence?.review ?? '',
    '',
    requirement.criticality ?? '',
    '',
  ];
}

/**
 * Verdict of a row: that of the scenario's steps with this proof, so that a proof that is missing does not hide among
 * the others; that of the scenario where it is not the mere sum of them.
 */
function rowVerdict(scenario: ReportScenario, evidence: ReportEvidence | null): Verdict {
  const steps = scenario.steps.map((step) => step.verdict);
  const all = [...steps, ...scenario.evidence.map((proof) => proof.verdict)];
  if (evidence === null || rollUp(all) !== scenario.verdict) return scenario.verdict;
  return rollUp([...steps, evidence.verdict]);
}

function verdictCell(verdict: Verdict, texts: ReportTexts): CellContent {
  return { text: texts.verdicts[verdict], verdict };
}

function evidenceFile(evidence: ReportEvidence, texts: ReportTexts): CellContent {
  const files = evidence.files.map((file) => file.path);
  const lines = [...files, evidence.value, evidence.reason].filter((line) => line !== null);
  if (evidence.status === 'unreadable' && evidence.reason === null) lines.push(texts.unreadable);
  if (lines.length > 0) return lines.join('\n');
  return evidence.status === 'missing' ? texts.verdicts.missing : '';
}

function findingLines(scenario: ReportScenario, find: FindFindings, texts: ReportTexts): string {
  const ids = scenario.steps.flatMap((step) => step.checks.flatMap((check) => check.findings));
  const findings = find(ids);
  const lines = findings
    .slice(0, MAX_FINDINGS)
    .map((f) => `${f.id} [${texts.severities[f.severity]}] ${placeOf(f)} — ${f.message}`);
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, fill(texts.moreFindings, { count: more })].join('\n') : lines.join('\n');
}
