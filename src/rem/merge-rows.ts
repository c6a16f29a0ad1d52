import type {
  OfficialRequirement,
  RemRepair,
  RemRequirement,
  RemScenario,
  RemWarning,
} from '../scenarios/rem-workbook.js';
import type { RemRow, RowProof } from './read-rows.js';
import { isUsualId, proofId, type ReadId, requirementId, scenarioId } from './rem-ids.js';

interface GrowingScenario {
  readonly id: string;
  readonly official: { readonly id: string; text: string; verificationPoints: string };
  readonly proofs: Map<string, { readonly id: string; readonly official: { readonly id: string; text: string } }>;
}

interface GrowingRequirement {
  readonly id: string;
  readonly official: Record<keyof OfficialRequirement, string>;
  readonly scenarios: Map<string, GrowingScenario>;
  readonly rows: number[];
}

/** What the rows of a sheet say together. */
interface MergedRows {
  readonly requirements: readonly RemRequirement[];
  readonly repairs: readonly RemRepair[];
  readonly warnings: readonly RemWarning[];
}

/**
 * The requirements of rows: a requirement has one row for each of its scenarios, or of their proofs. Of rows that contradict one another the
 * first is kept, and the others are told. Two requirements of one number are never joined when their texts differ.
 */
export function mergeRows(rows: readonly RemRow[]): MergedRows {
  const requirements = new Map<string, GrowingRequirement>();
  const log = new Log();
  for (const each of rows) {
    const row = withEleventhProof(each, log);
    const { texts } = row;
    if (texts.id === '') {
      const text = texts.statement || texts.scenario || row.proofs.map(({ text }) => text).join(' ');
      if (text !== '') log.warn(row.row, 'rem/row-without-id', { text: start(text) });
      continue;
    }
    const id = log.read(row.row, texts.id, requirementId(texts.id));
    const official = officialOf(row);
    const known = requirements.get(id);
    if (known && isTwin(known.official, official)) {
      log.warn(row.row, 'rem/twin-id', {
        id,
        written: official.id,
        kept: known.official.id,
        text: start(official.statement),
      });
      continue;
    }
    const requirement: GrowingRequirement = known ?? { id, official: { ...official }, scenarios: new Map(), rows: [] };
    if (!known) {
      requirements.set(id, requirement);
      if (!isUsualId(id)) log.warn(row.row, 'rem/id-unusual', { id });
    }
    requirement.rows.push(row.row);
    for (const field of FIELDS) fillIn(requirement.official, field, official[field], row.row, id, log);
    addScenario(requirement, row, log);
  }
  for (const {
    id,
    official,
    rows: [row = 0],
  } of requirements.values())
    if (official.statement === '') log.warn(row, 'rem/no-statement', { id });
  return { requirements: [...requirements.values()].map(finished), repairs: log.repairs, warnings: log.warnings };
}

/** Repairs and warnings, each told once. */
class Log {
  readonly repairs: RemRepair[] = [];
  readonly warnings: RemWarning[] = [];
  private readonly told = new Set<string>();

  warn(row: number, code: string, args: RemWarning['args']): void {
    if (this.isNew([code, args])) this.warnings.push({ row, code, args });
  }

  repair(row: number, written: string, repaired: string, code: string): void {
    if (this.isNew([code, written, repaired])) this.repairs.push({ row, written, repaired, code });
  }

  /** The id that was read, its repair noted. */
  read(row: number, written: string, { id, code }: ReadId): string {
    if (code !== undefined) this.repair(row, written, id, code);
    return id;
  }

  private isNew(what: unknown): boolean {
    const key = JSON.stringify(what);
    const isNew = !this.told.has(key);
    this.told.add(key);
    return isNew;
  }
}

const FIELDS = [
  'perimeter',
  'chapter',
  'function',
  'statement',
  'comment',
  'nature',
  'profile',
  'historicalProfile',
  'criticality',
  'order',
  'publication',
  'previousWave',
] as const satisfies readonly (keyof OfficialRequirement)[];

function officialOf({ texts }: RemRow): OfficialRequirement {
  const { 'historical-profile': historicalProfile, 'previous-wave': previousWave } = texts;
  const { id, perimeter, chapter, function: role, statement, comment, nature, profile, criticality, order } = texts;
  return {
    ...{ id, perimeter, chapter, function: role, statement, comment, nature, profile, historicalProfile },
    ...{ criticality, order, publication: texts.publication, previousWave },
  };
}

/** The same number under another prefix, for another text. */
function isTwin(known: OfficialRequirement, other: OfficialRequirement): boolean {
  return known.id !== other.id && other.statement !== '' && known.statement !== other.statement;
}

/** A blank cell takes what a later row says; a filled one keeps what it has. */
function fillIn<K extends string>(
  into: Record<K, string>,
  key: K,
  text: string,
  row: number,
  id: string,
  log: Log,
): void {
  if (into[key] === '') into[key] = text;
  else if (text !== '' && text !== into[key])
    log.warn(row, 'rem/contradiction', { id, field: key, kept: start(into[key]), text: start(text) });
}

function addScenario(requirement: GrowingRequirement, { row, texts, proofs }: RemRow, log: Log): void {
  const { 'scenario-id': written, scenario: text, 'verification-points': points } = texts;
  if (written === '' && text === '' && proofs.length === 0) {
    if (points !== '') log.warn(row, 'rem/points-without-scenario', { id: requirement.id, text: start(points) });
    return;
  }
  const id = written === '' ? unnumbered(requirement, text, proofs) : undefined;
  const read = scenarioId(written, requirement.id, id?.rank ?? 0);
  const own = id?.known ?? log.read(row, written, read);
  const known = requirement.scenarios.get(own);
  const scenario = known ?? { id: own, official: { id: written, text, verificationPoints: points }, proofs: new Map() };
  requirement.scenarios.set(own, scenario);
  fillIn(scenario.official, 'text', text, row, own, log);
  fillIn(scenario.official, 'verificationPoints', points, row, own, log);
  for (const proof of proofs) addProof(requirement, scenario, proof, row, log);
}

/** Of a scenario without a number: the one that it is, or the rank that it gets. */
function unnumbered(
  { id, scenarios }: GrowingRequirement,
  text: string,
  proofs: readonly RowProof[],
): { readonly known?: string; readonly rank: number } {
  const same = [...scenarios.values()].find(({ official }) => text !== '' && official.text === text);
  const ofProof = proofs
    .map((proof) => requirementId(proof.id).id.replace(/\.\d+p?$/, ''))
    .find((each) => scenarios.has(each));
  const known = same?.id ?? (text === '' ? (ofProof ?? [...scenarios.keys()].at(-1)) : undefined);
  if (known !== undefined) return { known, rank: 0 };
  let rank = scenarios.size + 1;
  while (scenarios.has(scenarioId('', id, rank).id)) rank += 1;
  return { rank };
}

function addProof(
  requirement: GrowingRequirement,
  scenario: GrowingScenario,
  { rank, id: written, text }: RowProof,
  row: number,
  log: Log,
): void {
  const { proofs } = scenario;
  if (written === '' && [...proofs.values()].some((each) => each.official.text === text)) return;
  let next = rank > 1 ? rank : proofs.size + 1;
  while (written === '' && proofs.has(proofId('', requirement.id, scenario.id, next).id)) next += 1;
  const id = log.read(row, written, proofId(written, requirement.id, scenario.id, next));
  const proof = proofs.get(id) ?? { id, official: { id: written, text } };
  proofs.set(id, proof);
  fillIn(proof.official, 'text', text, row, id, log);
}

/** The plug-in segur-rapport writes an eleventh proof over Statut publication and VA N-1 (rem.md §2.2): it is a proof again. */
function withEleventhProof(given: RemRow, log: Log): RemRow {
  const { publication, 'previous-wave': text } = given.texts;
  if (given.proofs.length !== 10 || !/\d\.\d{2}p?$/.test(publication)) return given;
  log.repair(given.row, publication, publication, 'rem/eleventh-proof');
  return {
    ...given,
    texts: { ...given.texts, publication: '', 'previous-wave': '' },
    proofs: [...given.proofs, { rank: 11, id: publication, text }],
  };
}

/** Enough of a text to find it. */
function start(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function finished({ id, official, scenarios, rows }: GrowingRequirement): RemRequirement {
  return {
    id,
    official,
    scenarios: [...scenarios.values()].map(
      ({ id: own, official: { verificationPoints, ...text }, proofs }): RemScenario => ({
        id: own,
        official: { ...text, ...(verificationPoints !== '' && { verificationPoints }) },
        proofs: [...proofs.values()],
      }),
    ),
    rows,
  };
}
