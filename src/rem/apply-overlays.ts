import { dateOf, type Overlay } from '../scenarios/overlay.js';
import type { Bilingual, Requirement, Scenario } from '../scenarios/scenario.js';
import { numberOf, scenariosFor } from './differences.js';

interface Correcting {
  readonly corridor: string;
  /** Day of the workbook; undefined when nothing tells it. */
  readonly date: string | undefined;
  /** Takes the names of the corrections that changed something. */
  readonly applied: string[];
}

/**
 * Applies to a requirement that bears the wording of a workbook the correction published after it; without the day of the workbook, whatever
 * its day is. @param ours the requirement of our base.
 */
export function correct(
  requirement: Requirement,
  ours: Requirement | undefined,
  overlays: readonly Overlay[],
  { corridor, date, applied }: Correcting,
): Requirement {
  const about = (ids: readonly string[] | undefined, id: string): boolean =>
    ids?.some((each) => numberOf(each) === numberOf(id)) ?? false;
  const overlay = overlays.find(
    (each) =>
      each.corridors.includes(corridor) &&
      about(each.requirements, requirement.requirement) &&
      (date === undefined || each.date > date),
  );
  if (!overlay) return requirement;
  applied.push(overlay.overlay);
  const { source, says, changes } = overlay;
  const corrected = { ...requirement, correction: { source, date: dateOf(overlay), changes: says } };
  if (changes === 'rule' && ours)
    return { ...corrected, scenarios: withOfficial(scenariosFor(ours, corridor), requirement.scenarios) };
  const add = (text: Bilingual): Bilingual => ({
    fr: `${text.fr}\nRectificatif (${dateOf(overlay)}) : ${says.fr}`,
    en: `${text.en}\nCorrection (${dateOf(overlay)}): ${says.en}`,
  });
  return {
    ...corrected,
    scenarios: requirement.scenarios.map((scenario) => ({
      ...scenario,
      title: about(overlay.scenarios, scenario.id) ? add(scenario.title) : scenario.title,
      ...(scenario.evidence && {
        evidence: scenario.evidence.map((each) =>
          about(overlay.proofs, each.id) ? { ...each, review: add(each.review) } : each,
        ),
      }),
    })),
  };
}

/** Our scenarios, with what the workbook wrote of each: it no longer stands, and is still shown beside. */
function withOfficial(ours: readonly Scenario[], theirs: readonly Scenario[]): Scenario[] {
  return ours.map(({ corridors: _, ...scenario }) => {
    const same = theirs.find(({ id, informative }) => !informative && numberOf(id) === numberOf(scenario.id));
    if (!same?.official) return scenario;
    return {
      ...scenario,
      official: same.official,
      ...(scenario.evidence && {
        evidence: scenario.evidence.map((each) => {
          const official = same.evidence?.find(({ id }) => numberOf(id) === numberOf(each.id))?.official;
          return official ? { ...each, official } : each;
        }),
      }),
    };
  });
}
