import { withoutDiacritics } from '../identity/names.js';
import { LABEL } from './people/hidden-values.js';
import { keyOf, type Word, wordsOf } from './people/words-of.js';

/** A shorter name is part of many words. */
const SHORTEST_PART = 4;

/** A text that is longer is no value alone. */
const LONGEST_VALUE = 200;

/** Labels, and the ids of the two fields of a datamatrix INS that start by a digit. */
const APART = new RegExp(`(${LABEL}|S6(?=\\d\\d-\\d\\d-\\d{4})|S7(?=\\d[\\dAB]\\d{3}(?!\\d)))`);

/** Groups of the digits of a matricule. */
const GROUPS = /(?<![\dA-Za-z])[1-478][\dABab]{0,14}(?:[\s._/-][\dABab]{1,14}){1,20}(?![\dA-Za-z])/g;

/** A COG code or a post code, which may be a part of an OID or a code of LOINC. */
const CODE = /^\d(?:\d{4}| [AB] \d{3})$/;
const PLACE = /(?:lieu|adresse)\]$/;

function isInNumber(text: string, start: number, end: number): boolean {
  return /\d[.,:-]$|\.$/.test(text.slice(Math.max(0, start - 2), start)) || /^[.,:-]\d/.test(text.slice(end, end + 2));
}

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

  /** True for a text that is a known value and nothing else. */
  isKnown(text: string): boolean {
    return this.labels.size > 0 && text.length <= LONGEST_VALUE && this.labels.has(keyOf(text));
  }

  hide(text: string): string {
    if (this.labels.size === 0) return text;
    const mended = this.#hideGrouped(this.#hideDamaged(text));
    // A label that was just put is no text, and neither are the ids of a datamatrix, which its digits run into.
    return mended
      .split(APART)
      .map((piece, index) => (index % 2 === 1 ? piece : this.#hideWords(piece, text)))
      .join('');
  }

  #hideWords(mended: string, text: string): string {
    // Element names run words together, as a name of a file does: those of a location are no names of people.
    const isLocation = /^[/$]/.test(text);
    const words = wordsOf(mended);
    let hidden = '';
    let done = 0;
    for (let at = 0; at < words.length; ) {
      const word = words[at] as Word;
      const found = this.#at(words, at, mended);
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

  #at(words: readonly Word[], at: number, text: string): { label: string; count: number } | undefined {
    for (const count of this.#lengths.get(words[at]?.word ?? '') ?? []) {
      const key = words
        .slice(at, at + count)
        .map(({ word }) => word)
        .join(' ');
      const label = this.labels.get(key);
      if (label === undefined || at + count > words.length) continue;
      const [first, last] = [words[at], words[at + count - 1]];
      if (CODE.test(key) && PLACE.test(label) && first && last && isInNumber(text, first.start, last.end)) continue;
      return { label, count };
    }
    return undefined;
  }

  /** A known matricule whose digits are parted in groups of any length. */
  #hideGrouped(text: string): string {
    if (!/\d{2}[\s._/-]\d/.test(text)) return text;
    return text.replace(GROUPS, (run) => {
      const groups = [...run.matchAll(/[\dAB]+/gi)];
      let compact = '';
      const starts = groups.map((group) => {
        compact += group[0];
        return compact.length - group[0].length;
      });
      if (compact.length < 13) return run;
      for (const [index, start] of starts.entries()) {
        const last = starts.findIndex((each, at) => each + (groups[at]?.[0].length ?? 0) - start === 15);
        const label = last < index ? undefined : this.labels.get(keyOf(compact.slice(start, start + 15)));
        const [from, to] = [groups[index], groups[last]];
        if (label !== undefined && from && to)
          return run.slice(0, from.index) + label + run.slice(to.index + to[0].length);
      }
      return run;
    });
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
