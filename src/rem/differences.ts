import type { RemRequirement, RemWorkbook } from '../scenarios/rem-workbook.js';
import type { Base, Requirement, Scenario } from '../scenarios/scenario.js';

/** What a workbook and our base do not have in common, for one corridor; each list in the order of where it is from. */
export interface RemDifferences {
  /** Requirements of the workbook that no scenario of ours is for, and ours of this corridor that it lacks. */
  readonly requirements: Sides;
  /** The same for the scenarios and the proofs of the requirements that both have. */
  readonly scenarios: Sides;
  readonly proofs: Sides;
  /** Requirements that both have and of which the workbook writes otherwise; a cell that is empty says nothing. */
  readonly natures: readonly OtherWording[];
  readonly criticalities: readonly OtherWording[];
  /** Requirements that the workbook says are obsolete: none of the above counts them. */
  readonly obsolete: readonly string[];
}

interface Sides {
  readonly onlyInWorkbook: readonly string[];
  readonly onlyInBase: readonly string[];
}

interface OtherWording {
  readonly id: string;
  readonly base: string;
  readonly workbook: string;
}

/**
 * Compares a workbook with our base.
 * @param corridor what the workbook is for; undefined when nobody said: then nothing of ours is said to be missing from it.
 */
export function differencesWithBase(base: Base, workbook: RemWorkbook, corridor: string | undefined): RemDifferences {
  const current = workbook.requirements.filter((each) => !isObsolete(each));
  const mine = byNumber(base.requirements, (each) => each.requirement);
  const pairs = current.flatMap((theirs) => {
    const ours = mine.get(numberOf(theirs.id));
    return ours ? [{ ours, theirs }] : [];
  });
  const named = new Set(workbook.requirements.map((each) => numberOf(each.id)));
  const ofCorridor = base.requirements.filter(
    ({ applies }) => corridor !== undefined && applies.corridors.includes(corridor),
  );
  const scenarios = pairs.map(({ ours, theirs }) => sides(scenariosFor(ours, corridor), theirs.scenarios));
  const proofs = pairs.flatMap(({ ours, theirs }) => {
    const known = byNumber(scenariosFor(ours, corridor), (each) => each.id);
    return theirs.scenarios.flatMap((each) => {
      const same = known.get(numberOf(each.id));
      return same ? [sides(same.evidence ?? [], each.proofs)] : [];
    });
  });
  return {
    requirements: {
      onlyInWorkbook: current.filter(({ id }) => !mine.has(numberOf(id))).map(({ id }) => id),
      onlyInBase: ofCorridor
        .filter(({ requirement }) => !named.has(numberOf(requirement)))
        .map((each) => each.requirement),
    },
    scenarios: together(scenarios),
    proofs: together(proofs),
    natures: pairs.flatMap(({ ours, theirs }) =>
      otherWording(ours.requirement, ours.nature, natureOf(theirs), theirs.official.nature),
    ),
    criticalities: pairs.flatMap(({ ours, theirs }) =>
      otherWording(ours.requirement, ours.criticality, criticalityOf(theirs), theirs.official.criticality),
    ),
    obsolete: workbook.requirements.filter(isObsolete).map(({ id }) => id),
  };
}

/** What numbers are compared by: the published ones differ in case and in spaces (`SSI/GEN.02 BIS`). */
export function numberOf(id: string): string {
  return id.replace(/\s+/g, '').toUpperCase();
}

/** By number; of several that share one, the first. */
export function byNumber<T>(values: readonly T[], idOf: (value: T) => string): Map<string, T> {
  return new Map([...values].reverse().map((each) => [numberOf(idOf(each)), each]));
}

/** Column Statut publication: `Obsolète`. */
export function isObsolete({ official }: RemRequirement): boolean {
  return /^obsol[eè]te/i.test(official.publication.trim());
}

/** What a column Nature de l'exigence says; undefined when it says nothing. */
export function natureOf({ official }: RemRequirement): Requirement['nature'] | undefined {
  const text = official.nature.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  if (text.includes('PRECO')) return 'préconisation';
  return text.includes('EXIGENCE') ? 'exigence' : undefined;
}

/** What a column Criticité says; undefined for `Non définie` and for no text. */
export function criticalityOf({ official }: RemRequirement): Requirement['criticality'] {
  const text = official.criticality.trim().toLowerCase();
  return (['Critique', 'Majeure', 'Mineure'] as const).find((each) => each.toLowerCase() === text);
}

/** Our scenarios that a corridor has; all of them for one that we do not know, whatever corridor they are for. */
export function scenariosFor({ scenarios, applies }: Requirement, corridor: string | undefined): readonly Scenario[] {
  if (corridor === undefined || !applies.corridors.includes(corridor)) return scenarios;
  return scenarios.filter((each) => each.corridors?.includes(corridor) ?? true);
}

function sides(ours: readonly { readonly id: string }[], theirs: readonly { readonly id: string }[]): Sides {
  const known = new Set(ours.map(({ id }) => numberOf(id)));
  const asked = new Set(theirs.map(({ id }) => numberOf(id)));
  return {
    onlyInWorkbook: theirs.map(({ id }) => id).filter((id) => !known.has(numberOf(id))),
    onlyInBase: ours.map(({ id }) => id).filter((id) => !asked.has(numberOf(id))),
  };
}

function together(all: readonly Sides[]): Sides {
  return {
    onlyInWorkbook: all.flatMap((each) => each.onlyInWorkbook),
    onlyInBase: all.flatMap((each) => each.onlyInBase),
  };
}

function otherWording(id: string, base: string | undefined, read: string | undefined, written: string): OtherWording[] {
  return read === undefined || read === base ? [] : [{ id, base: base ?? '', workbook: written }];
}
