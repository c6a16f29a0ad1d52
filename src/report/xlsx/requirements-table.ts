import { rollUp, type Verdict } from '../../engine/verdict.js';
import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import { type FindFindings, placeOf } from '../find-findings.js';
import type { ReportEvidence, ReportFinding, ReportRequirement, ReportScenario } from '../report.js';
import { type CellContent, dataStyle, headerStyle, verdictCell } from './cell.js';
import { type Layout, NO_TEXT } from './layouts.js';
import { OFFICIAL_SHEET, type OfficialColumn } from './official-sheet.js';
import type { OpinionLines } from './opinions.js';
import type { LinkTo } from './proofs-table.js';
import { plainColumn, type Table, type TableColumn } from './table-sheet.js';
import {
  ownWords,
  proofWording,
  requirementWording,
  scenarioWording,
  writtenProofs,
  writtenScenarios,
} from './wording.js';

/** What the cells of this table are made with. */
export interface TableContext {
  readonly texts: ReportTexts;
  readonly find: FindFindings;
  readonly linkTo: LinkTo;
  readonly opinions: OpinionLines | undefined;
  /** True when a column explains what the cells of the ANS workbook do not. */
  readonly notes: boolean;
}

/** Findings in one cell; the sheet of findings has them all. */
const MAX_FINDINGS = 10;

/**
 * Table `Exigences`: the columns of an ANS workbook, then ours. A requirement without scenario and a scenario without proof have one row
 * each; a scenario with more proofs than a row holds goes on in further rows, so that none is lost.
 */
export function requirementsTable(
  requirements: readonly ReportRequirement[],
  layout: Layout,
  context: TableContext,
): Table {
  const { texts, opinions, notes } = context;
  const { name, headerHeight, zoom, filterFrom, verificationPoints } = OFFICIAL_SHEET;
  const points = requirements.some(({ scenarios }) => scenarios.some(({ official }) => official?.verificationPoints));
  const columns = [
    ...layout.columns.map(officialColumn),
    ...(points ? [plainColumn(verificationPoints, 50)] : []),
    plainColumn(texts.labels.verdict, 18, 'center'),
    plainColumn(texts.xlsx.evidenceFile, 45),
    plainColumn(texts.xlsx.sha256, 36),
    plainColumn(texts.labels.findings, 70),
    ...(opinions ? [plainColumn(texts.xlsx.opinions, 50)] : []),
    ...(notes ? [plainColumn(texts.xlsx.notes, 50)] : []),
  ];
  const rows = requirements.flatMap((requirement) => requirementRows(requirement, layout, { ...context, points }));
  return { name, columns, rows, headerHeight, zoom, filterFrom, paper: 'a3' };
}

function officialColumn({ header, width, head, data }: OfficialColumn): TableColumn {
  return { header, width, headerStyle: headerStyle(head), style: dataStyle(data) };
}

interface RowContext extends TableContext {
  /** True when a column has the verification points of the workbook. */
  readonly points: boolean;
}

function requirementRows(requirement: ReportRequirement, layout: Layout, context: RowContext): CellContent[][] {
  const { texts, opinions, notes, points } = context;
  const scenarios = writtenScenarios(requirement);
  if (scenarios.length === 0) {
    return [
      [
        ...layout.cells(requirementWording(requirement, null, texts), NO_TEXT, []),
        ...(points ? [''] : []),
        verdictCell(requirement.verdict, texts),
        '',
        '',
        '',
        ...(opinions ? [''] : []),
        ...(notes ? [ownWords(requirement, null, [], texts).join('\n')] : []),
      ],
    ];
  }
  return scenarios.flatMap((scenario) => scenarioRows(requirement, scenario, layout, context));
}

function scenarioRows(
  requirement: ReportRequirement,
  scenario: ReportScenario,
  layout: Layout,
  { texts, find, linkTo, opinions, notes, points }: RowContext,
): CellContent[][] {
  const findings = find(scenario.steps.flatMap((step) => step.checks.flatMap((check) => check.findings)));
  const lines = findingLines(findings, texts);
  const all = writtenProofs(scenario);
  return inRows(all, layout.proofsPerRow).map((proofs, index) => {
    const files = proofs.map((proof) => evidenceFile(proof, texts));
    const hashes = proofs.map((proof) => proof.files.map((file) => file.sha256).join('\n'));
    const link = linkTo(proofs);
    const from = index * layout.proofsPerRow + 1;
    const further =
      layout.proofsPerRow > 1 && index > 0
        ? [fill(texts.xlsx.furtherProofs, { from, to: from + proofs.length - 1, count: all.length })]
        : [];
    return [
      ...layout.cells(
        requirementWording(requirement, scenario, texts),
        scenarioWording(scenario),
        proofs.map(proofWording),
      ),
      ...(points ? [scenario.official?.verificationPoints ?? ''] : []),
      verdictCell(rowVerdict(scenario, proofs), texts),
      link ? { text: numbered(files, proofs), link } : numbered(files, proofs),
      numbered(hashes, proofs),
      lines,
      ...(opinions ? [opinions(findings, proofs)] : []),
      ...(notes ? [[...further, ...ownWords(requirement, scenario, proofs, texts)].join('\n')] : []),
    ];
  });
}

/** The proofs of each row: one row at least. */
function inRows(proofs: readonly ReportEvidence[], perRow: number): (readonly ReportEvidence[])[] {
  const rows = Math.max(1, Math.ceil(proofs.length / perRow));
  return Array.from({ length: rows }, (_, index) => proofs.slice(index * perRow, (index + 1) * perRow));
}

/** What a row says of its proofs: of one, as it is; of several, after the number of each. */
function numbered(contents: readonly string[], proofs: readonly ReportEvidence[]): string {
  if (proofs.length === 1) return contents[0] ?? '';
  return contents
    .map((text, index) => (text === '' ? '' : `${proofs[index]?.official?.id ?? proofs[index]?.id} : ${text}`))
    .filter((text) => text !== '')
    .join('\n');
}

/**
 * Verdict of a row: that of the scenario's steps with these proofs, so that a proof that is missing does not hide among the others; that of
 * the scenario where it is not the mere sum of them.
 */
function rowVerdict(scenario: ReportScenario, proofs: readonly ReportEvidence[]): Verdict {
  const steps = scenario.steps.map((step) => step.verdict);
  const all = [...steps, ...scenario.evidence.map((proof) => proof.verdict)];
  if (proofs.length === 0 || rollUp(all) !== scenario.verdict) return scenario.verdict;
  return rollUp([...steps, ...proofs.map((proof) => proof.verdict)]);
}

/** The files of a proof, or its page, or why there is none. */
function evidenceFile(evidence: ReportEvidence, texts: ReportTexts): string {
  const files = evidence.files.map((file) => file.path);
  const lines = [...files, evidence.value, evidence.reason].filter((line) => line !== null);
  if (evidence.status === 'unreadable' && evidence.reason === null) lines.push(texts.unreadable);
  if (lines.length > 0) return lines.join('\n');
  return evidence.status === 'missing' ? texts.verdicts.missing : '';
}

function findingLines(findings: readonly ReportFinding[], texts: ReportTexts): string {
  const lines = findings
    .slice(0, MAX_FINDINGS)
    .map((f) => `${f.id} [${texts.severities[f.severity]}] ${placeOf(f)} — ${f.message}`);
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, fill(texts.moreFindings, { count: more })].join('\n') : lines.join('\n');
}
