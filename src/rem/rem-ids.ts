/** Sections of the ANS bases (rem.md §2): an id may begin with one, which is no prefix of a corridor. */
const SECTIONS = new Set(['INS', 'DMP', 'MSS', 'PSC', 'ANN', 'TBB', 'HOP', 'DOC', 'EPR', 'CDA', 'AAT', 'SSI']);

/** An id as it is understood, and why it differs from what is written when more than a prefix does. */
export interface ReadId {
  readonly id: string;
  /** Code of a repair. */
  readonly code?: string;
}

/** What stands before the last number of a requirement's id: `MSS/CONF` of `MSS/CONF.25`. */
const domainOf = (requirement: string): string => requirement.replace(/\.\d+p?(?: (?:BIS|TER|QUATER))?$/, '');

/** Without `SC.`, `CH.`, or the prefix of a corridor: `LGC.`, `AMBU.`. */
function withoutPrefix(written: string): string {
  const [, prefix = ''] = /^([A-Za-z]{2,5})\.(?=[A-Za-z])/.exec(written) ?? [];
  return prefix === '' || SECTIONS.has(prefix.toUpperCase()) ? written : written.slice(prefix.length + 1);
}

/** The id of a requirement, from a cleaned cell. */
export function requirementId(written: string): ReadId {
  const words = written.replace(/\s+/g, ' ');
  const spaced = words
    .replaceAll(' ', '')
    .replace(/(\d)(BIS|TER|QUATER)(?=\.|$)/i, (_, digit: string, suffix: string) => `${digit} ${suffix.toUpperCase()}`);
  const bare = withoutPrefix(spaced);
  const id = inUsualCase(bare);
  // What is no number of a requirement is left as it is written.
  if (!isUsualId(id)) return { id: withoutPrefix(words) };
  if (id !== bare) return { id, code: 'rem/id-case' };
  return spaced === words ? { id } : { id, code: 'rem/id-space' };
}

/** Capitals, but for `va1` and the suffix `p`: only an id without any capital is held to be in the wrong case. */
function inUsualCase(id: string): string {
  const upper = /[A-Z]/.test(id.replace(/\bVA(?=\d)/g, '').replace(/(?<=\d)P$/, '')) ? id : id.toUpperCase();
  return upper.replace(/\bVA(?=\d)/g, 'va').replace(/(?<=\d)P$/, 'p');
}

/**
 * The id of a scenario. Some lost what precedes their first number (`39.01` for `DMP/UX.39.01`): it is that of the requirement. What has a
 * prefix of its own is kept, though it be that of another requirement.
 * @param rank of the scenario in its requirement, from 1: the number of one that has none.
 */
export function scenarioId(written: string, requirement: string, rank: number): ReadId {
  if (written === '') return { id: `${requirement}.${twoDigits(rank)}`, code: 'rem/scenario-missing' };
  const { id, code } = requirementId(written);
  const numbers = numbersOf(id);
  if (!numbers) return { id, ...(code && { code }) };
  const rebuilt = numbers.length === 1 ? `${requirement}.${numbers.join('.')}` : lostPrefix(numbers, requirement);
  return { id: rebuilt, code: 'rem/scenario-prefix' };
}

/** The id of a proof, as that of a scenario. @param rank of the proof in its scenario, from 1. */
export function proofId(written: string, requirement: string, scenario: string, rank: number): ReadId {
  if (written === '') return { id: `${scenario}.${twoDigits(rank)}`, code: 'rem/proof-missing' };
  const { id, code } = requirementId(written);
  const numbers = numbersOf(id);
  if (!numbers) return { id, ...(code && { code }) };
  if (numbers.length === 1) return { id: `${scenario}.${numbers[0]}`, code: 'rem/proof-prefix' };
  const ofScenario = numbers.length === 2 && scenario.endsWith(`.${numbers[0]}`) && scenario !== requirement;
  return {
    id: ofScenario ? `${scenario}.${numbers[1]}` : lostPrefix(numbers, requirement),
    code: 'rem/proof-prefix',
  };
}

/** The requirement's own number stands first in what is left, or that of the requirement that the scenario was taken from. */
function lostPrefix(numbers: readonly string[], requirement: string): string {
  const own = requirement.slice(domainOf(requirement).length + 1);
  const [first = '', ...rest] = numbers;
  return first === own.replace(/ .*$/, '') || first === own
    ? [requirement, ...rest].join('.')
    : `${domainOf(requirement)}.${numbers.join('.')}`;
}

/** The numbers of an id that has nothing else, of two digits at least; undefined for another. */
function numbersOf(id: string): string[] | undefined {
  if (!/^\.?\d+(?:\.\d+)*p?$/.test(id)) return undefined;
  return id.replace(/^\./, '').split('.').map(twoDigits);
}

function twoDigits(number: string | number): string {
  return String(number).padStart(2, '0');
}

/** An id that a spreadsheet took for a number (39.1 is 39.10) or for a date (07.01.01). */
export function idOfNumber(value: number | Date): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(2);
  const [year = '', month = '', day = ''] = value.toISOString().slice(0, 10).split('-');
  return `${day}.${month}.${year.slice(-2)}`;
}

/** True for an id that ends with a number, as all those of the ANS do. */
export function isUsualId(id: string): boolean {
  if (id.length > 100) return false;
  return /^[A-Za-z][A-Za-z0-9_-]*(?:[/_.-][A-Za-z0-9]+)*\.\d{1,3}p?(?: (?:BIS|TER|QUATER)(?:\.\d{1,3}p?)*)?$/.test(id);
}
