import { withoutDiacritics } from '../identity/names.js';
import { type Word, wordsOf } from './people/people.js';

/** A shorter name is part of many words. */
const SHORTEST_PART = 4;

/** Hides known values in texts, in time that does not depend on how many are known. */
export class WordHider {
  /** How many words the values that start by a word have, longest first. */
  readonly #lengths = new Map<string, number[]>();
  #byEnds: Map<string, string[]> | undefined;
  readonly #damaged = new Map<string, string | undefined>();

  /** @param labels what is shown instead of each value, by its words in capitals, parted by a blank. */
  constructor(readonly labels: ReadonlyMap<string, string>) {
    for (const key of labels.keys()) {
      const words = key.split(' ');
      const [first = ''] = words;
      const lengths = this.#lengths.get(first);
      if (!lengths) this.#lengths.set(first, [words.length]);
      else if (!lengths.includes(words.length)) lengths.push(words.length);
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  hide(text: string): string {
    if (this.labels.size === 0) return text;
    const mended = this.#hideDamaged(text);
    // Element names run words together, as a name of a file does: those of a location are no names of people.
    const isLocation = /^[/$]/.test(text);
    const words = wordsOf(mended);
    let hidden = '';
    let done = 0;
    for (let at = 0; at < words.length; ) {
      const word = words[at] as Word;
      const found = this.#at(words, at);
      if (found) {
        const last = words[at + found.count - 1] ?? word;
        hidden += mended.slice(done, word.start) + found.label;
        done = last.end;
        at += found.count;
        continue;
      }
      const source = mended.slice(word.start, word.end);
      const inside = /^\d/.test(source) ? this.#inDigits(source) : isLocation ? source : this.#inParts(source);
      if (inside !== source) {
        hidden += mended.slice(done, word.start) + inside;
        done = word.end;
      }
      at++;
    }
    return hidden + mended.slice(done);
  }

  #at(words: readonly Word[], at: number): { label: string; count: number } | undefined {
    for (const count of this.#lengths.get(words[at]?.word ?? '') ?? []) {
      const key = words
        .slice(at, at + count)
        .map(({ word }) => word)
        .join(' ');
      const label = this.labels.get(key);
      if (label !== undefined && at + count <= words.length) return { label, count };
    }
    return undefined;
  }

  /** `CRDupont`, `DupontMarie`: words that only capitals part. */
  #inParts(word: string): string {
    const parts = word.split(/(?<=[\p{Ll}\p{M}])(?=\p{Lu})|(?<=\p{Lu}\p{M}*)(?=\p{Lu}\p{M}*\p{Ll})/u);
    const keys = parts.map((part) => withoutDiacritics(part).toUpperCase());
    // Beside a name, a short first name is one too.
    if (!keys.some((key) => key.length >= SHORTEST_PART && this.labels.has(key))) return word;
    return parts.map((part, index) => this.labels.get(keys[index] ?? '') ?? part).join('');
  }

  /** A matricule among other digits, as a datamatrix writes it; a birth date and its time. */
  #inDigits(digits: string): string {
    for (let start = 0; digits.length > 15 && start + 15 <= digits.length; start++) {
      const label = this.labels.get(digits.slice(start, start + 15));
      if (label !== undefined) return digits.slice(0, start) + label + digits.slice(start + 15);
    }
    if (![10, 12, 14].includes(digits.length)) return digits;
    return this.labels.get(digits.slice(0, 8)) ?? digits;
  }

  /** Names whose letters with accents were spoilt by a wrong charset: `L╔V╩QUE`, `LÃ©vÃªque`. */
  #hideDamaged(text: string): string {
    if (!/[^\n -~]/.test(text)) return text;
    return text.replace(/[A-Za-z\u0080-\uffff]{4,80}/g, (token) => {
      if (/^[ -~]*$/.test(withoutDiacritics(token))) return token;
      if (!this.#damaged.has(token)) this.#damaged.set(token, this.#labelOfDamaged(token.toUpperCase()));
      return this.#damaged.get(token) ?? token;
    });
  }

  #labelOfDamaged(token: string): string | undefined {
    if (token.replace(/[^A-Z]/g, '').length < 3) return undefined;
    this.#byEnds ??= this.#indexByEnds();
    const start = /^[A-Z]{2}/.exec(token)?.[0];
    const end = /[A-Z]{2}$/.exec(token)?.[0];
    const candidates = this.#byEnds.get(start ? `${start}-` : `-${end}`) ?? [];
    const oneForAny = token.replace(/[^A-Z]+/g, (run) => `[A-Z]{0,${run.length}}`);
    const form = new RegExp(`^${oneForAny}$`);
    const known = candidates.find((key) => form.test(key));
    return known === undefined ? undefined : this.labels.get(known);
  }

  #indexByEnds(): Map<string, string[]> {
    const index = new Map<string, string[]>();
    for (const key of this.labels.keys()) {
      if (!/^[A-Z]{4,}$/.test(key)) continue;
      for (const end of [`${key.slice(0, 2)}-`, `-${key.slice(-2)}`]) {
        const list = index.get(end);
        if (list) list.push(key);
        else index.set(end, [key]);
      }
    }
    return index;
  }
}
