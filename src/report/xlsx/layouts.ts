import type { ReportTexts } from '../../messages/report-texts.js';
import type { OfficialRequirement, OfficialText } from '../../scenarios/rem-workbook.js';
import { CONVERGENCE_COLUMNS } from './convergence-columns.js';
import type { Look, OfficialColumn } from './official-sheet.js';
import { PROOF_PAIRS, REM_COLUMNS } from './rem-columns.js';

/** How a sheet of requirements is laid out: its first columns, and what a row holds in them. */
export interface Layout {
  readonly columns: readonly OfficialColumn[];
  /** Proofs of one scenario that one row holds; the next ones go to further rows, which repeat the requirement and the scenario. */
  readonly proofsPerRow: number;
  cells(requirement: OfficialRequirement, scenario: OfficialText, proofs: readonly OfficialText[]): readonly string[];
}

/** A scenario or a proof that there is not. */
export const NO_TEXT: OfficialText = { id: '', text: '' };

/** The 14 columns of the Convergence export: one row per requirement, scenario and proof. */
export const CONVERGENCE: Layout = {
  columns: CONVERGENCE_COLUMNS,
  proofsPerRow: 1,
  cells: (requirement, scenario, [proof = NO_TEXT]) => [
    requirement.perimeter,
    requirement.id,
    requirement.chapter,
    requirement.function,
    requirement.statement,
    requirement.comment,
    requirement.profile,
    scenario.id,
    scenario.text,
    proof.id,
    proof.text,
    requirement.historicalProfile,
    requirement.criticality,
    requirement.order,
  ],
};

/** The 34 columns of the REM: one row per requirement and scenario, ten proofs side by side. */
export const REM: Layout = {
  columns: REM_COLUMNS,
  proofsPerRow: PROOF_PAIRS,
  cells: (requirement, scenario, proofs) => [
    requirement.perimeter,
    requirement.id,
    requirement.chapter,
    requirement.function,
    requirement.statement,
    requirement.comment,
    requirement.nature,
    requirement.profile,
    scenario.id,
    scenario.text,
    ...Array.from({ length: PROOF_PAIRS }, (_, index) => proofs[index] ?? NO_TEXT).flatMap(({ id, text }) => [
      id,
      text,
    ]),
    requirement.publication,
    requirement.previousWave,
    requirement.criticality,
    requirement.order,
  ],
};

/** What was judged and that the ANS workbook has not: headers of our own, so that nobody takes the sheet for the workbook's. */
export function ownLayout({ xlsx }: ReportTexts): Layout {
  const head: Look = { size: 12, bold: true, horizontal: 'center' };
  const data: Look = { size: 10, horizontal: 'left', indent: 1 };
  const column = (header: string, width: number): OfficialColumn => ({ header, width, head, data });
  return {
    columns: [
      column(xlsx.requirement, 16),
      column(xlsx.requirementTitle, 45),
      column(xlsx.reasons, 40),
      column(xlsx.scenario, 18),
      column(xlsx.scenarioTitle, 45),
      column(xlsx.evidence, 20),
      column(xlsx.toReview, 45),
    ],
    proofsPerRow: 1,
    cells: (requirement, scenario, [proof = NO_TEXT]) => [
      requirement.id,
      requirement.statement,
      requirement.comment,
      scenario.id,
      scenario.text,
      proof.id,
      proof.text,
    ],
  };
}
