import { fill } from '../../messages/fill.js';
import type { ReportTexts } from '../../messages/report-texts.js';
import type { OfficialRequirement, OfficialText } from '../../scenarios/rem-workbook.js';
import { workbookOrder } from '../../scenarios/scenario.js';
import type { Report, ReportEvidence, ReportRequirement, ReportScenario } from '../report.js';
import { OFFICIAL_SHEET } from './official-sheet.js';

/**
 * The requirements of a report for the official columns. With an ANS workbook, `written` is what that workbook has, and nothing else, so that
 * reading the sheet gives it back; `beyond` is what was judged and that it has not. Without one, all is `written`. Both are in the order
 * of the ANS exports.
 */
export function byWording(report: Report): { written: ReportRequirement[]; beyond: ReportRequirement[] } {
  const all = inOfficialOrder(report.requirements);
  if (report.rem === undefined) return { written: all, beyond: [] };
  const beyond = all.flatMap(({ official, ...requirement }): ReportRequirement[] => {
    if (official === undefined) return [requirement];
    const scenarios = requirement.scenarios.flatMap(({ official: wording, ...scenario }): ReportScenario[] => {
      if (wording === undefined) return [scenario];
      const evidence = scenario.evidence.filter((proof) => proof.official === undefined);
      return evidence.length === 0 ? [] : [{ ...scenario, evidence }];
    });
    return scenarios.length === 0 ? [] : [{ ...requirement, scenarios }];
  });
  return { written: all.filter((requirement) => requirement.official !== undefined), beyond };
}

/** The scenarios of a requirement that the sheet shows. */
export function writtenScenarios(requirement: ReportRequirement): readonly ReportScenario[] {
  if (requirement.official === undefined) return requirement.scenarios;
  return requirement.scenarios.filter((scenario) => scenario.official !== undefined);
}

/** The proofs of a scenario that the sheet shows. */
export function writtenProofs(scenario: ReportScenario): readonly ReportEvidence[] {
  if (scenario.official === undefined) return scenario.evidence;
  return scenario.evidence.filter((proof) => proof.official !== undefined);
}

/** What the workbook writes of a requirement; without one, our own words in the same cells. */
export function requirementWording(
  requirement: ReportRequirement,
  scenario: ReportScenario | null,
  texts: ReportTexts,
): OfficialRequirement {
  if (requirement.official) return requirement.official;
  return {
    id: requirement.id,
    // Values of the ANS workbook, which is French whatever the language of the report.
    perimeter: `Vague ${requirement.wave}`,
    chapter: requirement.chapter,
    function: requirement.function ?? '',
    statement: requirement.title,
    comment: explanations(requirement, scenario, texts).join('\n'),
    nature: requirement.nature === 'exigence' ? 'EXIGENCE' : 'PRECONISATION',
    profile: requirement.profiles.join(OFFICIAL_SHEET.profileSeparator),
    historicalProfile: '',
    criticality: requirement.criticality ?? '',
    order: '',
    publication: '',
    previousWave: '',
  };
}

/** What the workbook writes of a scenario; without one, our own words. */
export function scenarioWording(scenario: ReportScenario): OfficialText {
  return scenario.official ?? { id: scenario.id, text: [scenario.title, ...stepLines(scenario)].join('\n') };
}

/** What the workbook writes of a proof; without one, our own words. */
export function proofWording(proof: ReportEvidence): OfficialText {
  return proof.official ?? { id: proof.id, text: proof.review };
}

/** Our own words of a row whose cells hold the official ones: why, what was corrected, the steps, what to look for. */
export function ownWords(
  requirement: ReportRequirement,
  scenario: ReportScenario | null,
  proofs: readonly ReportEvidence[],
  texts: ReportTexts,
): string[] {
  if (requirement.official === undefined) return [];
  return [
    ...explanations(requirement, scenario, texts),
    ...(scenario === null ? [] : stepLines(scenario)),
    ...proofs.flatMap((proof) => {
      const review = ownReview(proof);
      return review === '' ? [] : [`${proof.official?.id || proof.id} — ${fill(texts.review, { review })}`];
    }),
  ];
}

/** What we add to the official text of a proof, which its cell has. */
function ownReview({ official, review }: ReportEvidence): string {
  const text = official?.text ?? '';
  return (text !== '' && review.startsWith(text) ? review.slice(text.length) : review).trim();
}

function explanations(requirement: ReportRequirement, scenario: ReportScenario | null, texts: ReportTexts): string[] {
  const correction =
    requirement.correction === null ? null : fill(texts.correction, { correction: requirement.correction });
  return [requirement.reason, scenario?.reason ?? null, correction].filter((text) => text !== null);
}

function stepLines(scenario: ReportScenario): string[] {
  return scenario.steps.map((step) => `${step.number}. ${step.title}`);
}

/** The order of the ANS exports, then the column Ordre, then that of the report. */
export function inOfficialOrder(requirements: readonly ReportRequirement[]): ReportRequirement[] {
  const keyed = requirements.map((requirement) => ({ requirement, key: workbookOrder(requirement.id) }));
  const compare = (a: (typeof keyed)[number], b: (typeof keyed)[number]): number => {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return rank(a.requirement) - rank(b.requirement);
  };
  return keyed.sort(compare).map(({ requirement }) => requirement);
}

/** Ordre is free text: what is no number comes last. */
function rank({ official }: ReportRequirement): number {
  const order = official?.order.trim().replace(',', '.') ?? '';
  return order === '' || Number.isNaN(Number(order)) ? Number.MAX_VALUE : Number(order);
}
