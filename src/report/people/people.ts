import { capitals, withoutDiacritics } from '../../identity/names.js';

/** Kinds of values that tell who a patient is. */
export type Trait = 'INS' | 'id' | 'nom' | 'prenom' | 'naissance';

/** What an artifact says of one person. */
export interface Person {
  readonly ins?: readonly string[];
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
  readonly givens?: readonly string[];
  /** Birth dates as written: `19850714`, `198507140930+0100`, `14/07/1985`. */
  readonly birthDates?: readonly string[];
}

/** A value to hide: its words in order, and what is shown instead. */
export interface Secret {
  readonly words: readonly string[];
  readonly label: string;
}

/** Shorter values are words of any text: hiding a local identifier `1` would hide every 1. */
const SHORTEST: Readonly<Record<Trait, number>> = { INS: 10, id: 5, nom: 2, prenom: 2, naissance: 6 };

const LONGEST = 500;

/** The people of a dossier, by rank of their first appearance. */
export class People {
  readonly #ranks = new Map<string, number>();
  readonly #values = new Map<string, { readonly trait: Trait; readonly ranks: Set<number> }>();
  #count = 0;

  /** Adds a person. The same INS, the same local id or the same name and birth date make the same person; a given name alone does not. */
  add({ ins = [], ids = [], names = [], givens = [], birthDates = [] }: Person): void {
    const short = (values: readonly string[]): string[] => values.map((each) => each.slice(0, LONGEST));
    const dates = birthDates.map(eightDigits).filter((each) => each !== undefined);
    const identities = [
      ...ins.map((each) => `INS ${each}`),
      ...ids.map((each) => `id ${each}`),
      ...short(names).flatMap((name) => dates.map((date) => `${keyOf(name)} ${date}`)),
    ];
    if (identities.length + givens.length + names.length + birthDates.length === 0) return;
    const rank = identities.map((each) => this.#ranks.get(each)).find((each) => each !== undefined) ?? ++this.#count;
    for (const identity of identities) if (!this.#ranks.has(identity)) this.#ranks.set(identity, rank);
    for (const each of ins) this.#hide('INS', rank, [each, spaced(each)]);
    this.#hide('id', rank, ids);
    this.#hide('nom', rank, names);
    // Half of a compound name still tells whose it is.
    this.#hide(
      'nom',
      rank,
      short(names)
        .flatMap((each) => each.split(/[-' ]+/))
        .filter((each) => each.length >= 4),
    );
    this.#hide(
      'prenom',
      rank,
      short(givens).flatMap((each) => [each, ...each.split(' ')]),
    );
    for (const each of birthDates) this.#hide('naissance', rank, writingsOf(each));
  }

  /** Secrets by their first word, longest first. */
  secrets(): ReadonlyMap<string, readonly Secret[]> {
    const byFirst = new Map<string, Secret[]>();
    for (const [key, { trait, ranks }] of this.#values) {
      const words = key.split(' ');
      const [rank] = ranks;
      // A value that two people share tells neither from the other.
      const secret = { words, label: ranks.size === 1 ? `[P${rank}-${trait}]` : `[${trait}]` };
      const list = byFirst.get(words[0] ?? '');
      if (list) list.push(secret);
      else byFirst.set(words[0] ?? '', [secret]);
    }
    for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    return byFirst;
  }

  #hide(trait: Trait, rank: number, values: readonly string[]): void {
    for (const value of values) {
      // Longer is no name of anybody, and a mask looks for each of its words.
      const key = keyOf(value.slice(0, LONGEST));
      if (key.replaceAll(' ', '').length < SHORTEST[trait]) continue;
      const known = this.#values.get(key);
      if (known) known.ranks.add(rank);
      else this.#values.set(key, { trait, ranks: new Set([rank]) });
    }
  }
}

/** A word of a text: letters or digits alone, so that `14T10` holds the day. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].map((match) => ({
    word: withoutDiacritics(match[0]).toUpperCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function keyOf(value: string): string {
  return wordsOf(capitals(value))
    .map(({ word }) => word)
    .join(' ');
}

/** A matricule as people read it: `2 85 07 63 113 990 48`. */
function spaced(matricule: string): string {
  return [0, 1, 3, 5, 7, 10, 13].map((start, index, starts) => matricule.slice(start, starts[index + 1])).join(' ');
}

/** The ways a birth date is written. */
function writingsOf(date: string): string[] {
  const digits = eightDigits(date);
  if (digits === undefined) return [date];
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  return [date, digits, `${day} ${month} ${year}`, `${year} ${month} ${day}`, `${day}${month}${year}`];
}

function eightDigits(date: string): string | undefined {
  const french = /^(\d{2})\D(\d{2})\D(\d{4})$/.exec(date.trim());
  if (french) return `${french[3]}${french[2]}${french[1]}`;
  return /^\d{4}-?\d{2}-?\d{2}/.exec(date.trim())?.[0].replaceAll('-', '');
}
