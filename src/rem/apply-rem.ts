import { coverageOf } from '../scenarios/coverage.js';
import type { OfficialRequirement, RemRequirement, RemScenario, RemWorkbook } from '../scenarios/rem-workbook.js';
import {
  type Base,
  type Bilingual,
  type Corridor,
  type Evidence,
  type Requirement,
  type Scenario,
  workbookOrder,
} from '../scenarios/scenario.js';
import { correct } from './apply-overlays.js';
import {
  byNumber,
  criticalityOf,
  differencesWithBase,
  isObsolete,
  natureOf,
  numberOf,
  type RemDifferences,
  scenariosFor,
} from './differences.js';
import { namedCorridor } from './named-corridor.js';
import { proofKindOf } from './proof-kind.js';

/** What a workbook is applied for. */
export interface RemApplication {
  readonly corridor: string;
  /** Requirements of house rules: their scenarios always count, and those that the workbook lacks stay. */
  readonly own?: ReadonlySet<string>;
  /** Day of the workbook, `YYYY-MM-DD`, when anything tells it: corrections that are older are in it. */
  readonly date?: string | undefined;
}

/** A base that bears the wording of a workbook, and what was made of both. */
export interface Applied {
  readonly base: Base;
  readonly use: RemUse;
}

/** What a reader of a report must know of the workbook that was applied. */
export interface RemUse {
  readonly date: string | undefined;
  /** False for a corridor that our base does not have. */
  readonly knownCorridor: boolean;
  /** Another corridor that the name of the file tells. */
  readonly otherCorridor: string | undefined;
  /** Requirements of the workbook: how many checks judge, and how many only proofs, or a person, follow. */
  readonly checked: number;
  readonly followed: number;
  readonly differences: RemDifferences;
  /** Our scenarios that the workbook does not have, and that have checks: told, without effect on a verdict or an exit code. */
  readonly informative: readonly string[];
  /** Our scenarios without check, and our proofs, that the workbook does not ask for: left out. */
  readonly dropped: readonly string[];
  /** Ids that the reading mended. */
  readonly repairs: readonly { readonly written: string; readonly repaired: string }[];
  /** Names of the corrections that changed something. */
  readonly overlays: readonly string[];
}

/**
 * Gives our base the requirements of a workbook: its wording, numbering, chapter, criticality and nature, with our steps and checks where
 * the numbers are the same. What only the workbook has is followed by its proofs. When a workbook gives no scenario for a requirement, or no
 * proof for a scenario, it says nothing of them: ours stand. A cell that is empty leaves what we have.
 */
export function applyRem(base: Base, workbook: RemWorkbook, application: RemApplication): Applied {
  const { corridor, own = new Set(), date } = application;
  const mine = byNumber(base.requirements, (each) => each.requirement);
  const notes = { informative: [] as string[], dropped: [] as string[], overlays: [] as string[] };
  const used = new Set<string>();
  const profiles = base.corridors.find((each) => each.corridor === corridor)?.profiles ?? [];
  const current = inOrder(workbook.requirements.filter((each) => !isObsolete(each)));
  const requirements = current.map((theirs) => {
    // Two prefixes of one number are two requirements: the first bears the number, the others what they are written as.
    const first = !used.has(numberOf(theirs.id));
    used.add(numberOf(theirs.id));
    const ours = first ? mine.get(numberOf(theirs.id)) : undefined;
    const worded = merge(first ? theirs : { ...theirs, id: theirs.official.id }, ours, {
      corridor,
      own,
      profiles,
      notes,
    });
    return correct(worded, ours, base.overlays ?? [], { corridor, date, applied: notes.overlays });
  });
  const named = new Set(workbook.requirements.map((each) => numberOf(each.id)));
  const house = base.requirements.filter(
    ({ requirement }) => own.has(requirement) && !named.has(numberOf(requirement)),
  );
  const { file, sha256, sheet, layout } = workbook;
  const namedFor = namedCorridor(file, base);
  const checked = coverageOf({ ...base, requirements }).filter(({ way }) => way === 'checked').length;
  return {
    base: {
      ...withCorridor(base, workbook, corridor),
      requirements: [...requirements, ...house],
      rem: { file, sha256, sheet, layout },
    },
    use: {
      date,
      knownCorridor: base.corridors.some((each) => each.corridor === corridor && !each.fromWorkbook),
      otherCorridor: namedFor === corridor ? undefined : namedFor,
      checked,
      followed: requirements.length - checked,
      differences: differencesWithBase(
        { ...base, requirements: base.requirements.filter(({ requirement }) => !own.has(requirement)) },
        workbook,
        corridor,
      ),
      informative: [...new Set(notes.informative)],
      dropped: [...new Set(notes.dropped)],
      repairs: workbook.repairs.map(({ written, repaired }) => ({ written, repaired })),
      overlays: [...new Set(notes.overlays)],
    },
  };
}

/** The base with what a workbook tells of its corridor: the corridor itself when we do not know it, and its profiles. */
export function withCorridor(base: Base, { requirements }: RemWorkbook, corridor: string): Base {
  const known = base.corridors.find((each) => each.corridor === corridor);
  const profiles = requirements.flatMap(({ official }) => profilesIn(official, known?.profiles ?? []));
  const named: Corridor = {
    ...(known ?? { corridor, title: both(corridor), fromWorkbook: true }),
    profiles: [...new Set(['Général', ...(known?.profiles ?? []), ...profiles])],
  };
  return { ...base, corridors: [...base.corridors.filter((each) => each !== known), named] };
}

/** By column Ordre where it numbers every requirement; as the ANS sorts its exports where it is empty; else as the rows are. */
function inOrder(requirements: readonly RemRequirement[]): readonly RemRequirement[] {
  const orders = requirements.map(({ official }) => official.order.trim());
  if (orders.every((order) => order === ''))
    return [...requirements].sort((a, b) => compare(workbookOrder(a.id), workbookOrder(b.id)));
  const ranks = new Map(
    requirements.map((each, index) => [each, Number(orders[index]?.replace(',', '.') || Number.NaN)]),
  );
  const isNumbered = new Set(ranks.values()).size === requirements.length && ![...ranks.values()].some(Number.isNaN);
  return isNumbered ? [...requirements].sort((a, b) => compare(ranks.get(a) ?? 0, ranks.get(b) ?? 0)) : requirements;
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Merging {
  readonly corridor: string;
  readonly own: ReadonlySet<string>;
  /** Names of the corridor's profiles. */
  readonly profiles: readonly string[];
  readonly notes: { readonly informative: string[]; readonly dropped: string[] };
}

function merge(theirs: RemRequirement, ours: Requirement | undefined, merging: Merging): Requirement {
  const { id, official } = theirs;
  const { corridor, own } = merging;
  const { correction, criticality, function: ownFunction, ...mine } = ours ?? unknown(id);
  const read = official.criticality.trim() === '' ? criticality : criticalityOf(theirs);
  const named = official.function || ownFunction;
  const profiles = profilesIn(official, merging.profiles);
  const asked = profiles.length > 0 ? profiles : mine.applies.profiles?.[corridor];
  return {
    ...mine,
    title: official.statement === '' ? mine.title : both(official.statement),
    chapter: official.chapter || mine.chapter,
    ...(named && { function: named }),
    nature: natureOf(theirs) ?? mine.nature,
    ...(read && { criticality: read }),
    ...(correction && own.has(mine.requirement) && { correction }),
    applies: {
      wave: waveOf(official) ?? mine.applies.wave,
      corridors: [corridor],
      ...(asked && { profiles: { [corridor]: asked } }),
    },
    scenarios: mergeScenarios(theirs, ours, merging),
    official,
  };
}

/** A requirement of which we have nothing: mandatory, until its workbook says otherwise. */
function unknown(id: string): Requirement {
  return {
    requirement: id,
    title: both(id),
    chapter: id.split(/[/.]/)[0] ?? id,
    nature: 'exigence',
    source: { mark: 'primary', date: '' },
    applies: { wave: /\/va1\./i.test(id) ? 1 : 2, corridors: [] },
    verifiable: 'evidence',
    scenarios: [],
  };
}

function mergeScenarios(theirs: RemRequirement, ours: Requirement | undefined, merging: Merging): Scenario[] {
  const mine = ours ? scenariosFor(ours, merging.corridor).map(({ corridors: _, ...scenario }) => scenario) : [];
  if (theirs.scenarios.length === 0) return mine;
  const known = byNumber(mine, (each) => each.id);
  const official = theirs.scenarios.map((each) => mergeScenario(each, known.get(numberOf(each.id)), merging));
  const asked = new Set(theirs.scenarios.map(({ id }) => numberOf(id)));
  const others = mine.filter(({ id }) => !asked.has(numberOf(id)));
  if (ours && merging.own.has(ours.requirement)) return [...official, ...others];
  const judged = others.filter(({ steps = [] }) => steps.some(({ checks = [] }) => checks.length > 0));
  merging.notes.informative.push(...judged.map(({ id }) => id));
  for (const each of others) {
    if (!judged.includes(each)) merging.notes.dropped.push(each.id);
    merging.notes.dropped.push(...(each.evidence ?? []).map(({ id }) => id));
  }
  return [...official, ...judged.map((each) => ({ ...each, evidence: [], informative: true }))];
}

function mergeScenario(
  { id, official, proofs }: RemScenario,
  ours: Scenario | undefined,
  { notes }: Merging,
): Scenario {
  const mine = ours?.evidence ?? [];
  const known = byNumber(mine, (each) => each.id);
  const asked = new Set(proofs.map((each) => numberOf(each.id)));
  const evidence =
    proofs.length === 0 ? mine : proofs.map((each) => mergeProof(each.id, each.official, known.get(numberOf(each.id))));
  if (proofs.length > 0)
    notes.dropped.push(...mine.map((each) => each.id).filter((each) => !asked.has(numberOf(each))));
  const title = official.text === '' ? (ours?.title ?? both(id)) : both(official.text);
  // Nothing to give and nothing to judge: a person plays the scenario.
  const steps = ours?.steps ?? (evidence.length === 0 ? [{ title }] : undefined);
  return { id, ...ours, title, ...(steps && { steps }), evidence, official };
}

function mergeProof(id: string, official: { id: string; text: string }, ours: Evidence | undefined): Evidence {
  const kind = proofKindOf(official.text);
  if (!ours) return { id, kind, anyForm: true, review: both(official.text || id), official };
  // The words of the workbook may ask for another form than ours did: what they ask for is not refused.
  const anyForm = kind !== ours.kind && kind !== 'document';
  const review = official.text === '' ? ours.review : followedBy(official.text, ours.review);
  return { ...ours, review, ...(anyForm && { anyForm }), official };
}

/** Official text, then what we add to it: told apart by our name. */
function followedBy(text: string, { fr, en }: Bilingual): Bilingual {
  return { fr: `${text}\nsegur-check : ${fr}`, en: `${text}\nsegur-check: ${en}` };
}

/** Official texts have one language. */
function both(text: string): Bilingual {
  return { fr: text, en: text };
}

/** Column Périmètre: `Vague 1`, `V1`; what both waves have is carried over from wave 1. */
function waveOf({ perimeter }: OfficialRequirement): 1 | 2 | undefined {
  if (/\b(?:vague|va?)\s*1\b/i.test(perimeter)) return 1;
  return /\b(?:vague|va?)\s*2\b/i.test(perimeter) ? 2 : undefined;
}

/** Column Profil: tags joined by commas; the name that we have for one, whatever its case. */
function profilesIn({ profile }: OfficialRequirement, known: readonly string[]): string[] {
  const names = profile.split(/[,;\n]/).map((name) => name.trim().replace(/\s+/g, ' '));
  return names
    .filter((name) => name !== '')
    .map((name) => ['Général', ...known].find((each) => numberOf(each) === numberOf(name)) ?? name);
}
