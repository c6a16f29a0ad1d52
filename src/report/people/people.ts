import type { Person } from '../../artifacts/people/person.js';
import { birthDateWritings, birthDigits } from '../../identity/birth-date-writings.js';
import { capitals, withoutDiacritics } from '../../identity/names.js';

/** Kinds of values that tell who a patient is. */
export type Trait = 'INS' | 'id' | 'nom' | 'prenom' | 'naissance';

/** Shorter values are words of any text: hiding a local identifier `1` would hide every 1. */
const SHORTEST: Readonly<Record<Trait, number>> = { INS: 10, id: 5, nom: 2, prenom: 2, naissance: 6 };

const LONGEST = 500;

/** The people of a dossier, by rank of their first appearance. */
export class People {
  readonly #ranks = new Map<string, number>();
  readonly #values = new Map<string, { readonly trait: Trait; readonly ranks: Set<number> }>();
  #count = 0;

  /** Adds a person. The same INS, the same local id or the same name and birth date make the same person; a given name alone does not. */
  add(person: Person): void {
    // Longer is no name of anybody, and a mask looks for each of its words.
    const short = (values: readonly string[] = []): string[] => values.map((each) => each.slice(0, LONGEST));
    const [ins, ids, names] = [short(person.ins), short(person.ids), short(person.names)];
    const [givens, birthDates] = [short(person.givens), short(person.birthDates)];
    const dates = birthDates.map(birthDigits).filter((each) => each !== undefined);
    const identities = [
      ...ins.map((each) => `INS ${each}`),
      ...ids.map((each) => `id ${each}`),
      ...names.flatMap((name) => dates.map((date) => `${keyOf(name)} ${date}`)),
    ];
    if (identities.length + givens.length + names.length + birthDates.length === 0) return;
    const rank = identities.map((each) => this.#ranks.get(each)).find((each) => each !== undefined) ?? ++this.#count;
    for (const identity of identities) if (!this.#ranks.has(identity)) this.#ranks.set(identity, rank);
    for (const each of ins) {
      const [body, key] = [each.slice(0, 13), each.slice(13)];
      // Some leave the key out, or write it apart.
      this.#hide('INS', rank, [each, body, `${body} ${key}`, spaced(each)]);
    }
    this.#hide('id', rank, ids);
    this.#hide('nom', rank, names);
    // Half of a compound name still tells whose it is.
    this.#hide(
      'nom',
      rank,
      names.flatMap((each) => each.split(/[-' ]+/)).filter((each) => each.length >= 4),
    );
    this.#hide(
      'prenom',
      rank,
      givens.flatMap((each) => [each, ...each.split(' ')]),
    );
    this.#hide('nom', rank, joined(names, givens));
    for (const each of new Set(birthDates)) this.#hide('naissance', rank, birthDateWritings(each));
  }

  /** What is shown instead of each value: by its words in capitals without diacritics, parted by a blank. */
  secrets(): ReadonlyMap<string, string> {
    const labels = new Map<string, string>();
    for (const [key, { trait, ranks }] of this.#values) {
      const [rank] = ranks;
      // A value that two people share tells neither from the other.
      labels.set(key, ranks.size === 1 ? `[P${rank}-${trait}]` : `[${trait}]`);
    }
    return labels;
  }

  #hide(trait: Trait, rank: number, values: readonly string[]): void {
    for (const value of values) {
      const key = keyOf(value);
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

/** Names as file names and addresses run them together: `dupontmarie`, `MarieDupont`, `dAlmeida`. */
function joined(names: readonly string[], givens: readonly string[]): string[] {
  const some = (values: readonly string[]): string[] => {
    const runs = values.map((each) => keyOf(each).replaceAll(' ', '')).filter((each) => each.length >= 2);
    return [...new Set(runs)].slice(0, 6);
  };
  const firsts = some([...givens, ...givens.flatMap((each) => each.split(' '))]);
  return some(names).flatMap((name) => [
    ...(name.length >= 5 ? [name] : []),
    ...firsts.flatMap((first) => [`${name}${first}`, `${first}${name}`]),
  ]);
}
