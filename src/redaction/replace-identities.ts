import { matriculeKey } from '../identity/matricule.js';
import { withoutDiacritics } from '../identity/names.js';
import { keyOf, type Word, wordsOf } from '../report/people/words-of.js';
import type { FictitiousValues } from './fictitious-values.js';
import { nationalOf, type Originals } from './originals.js';

const MATRICULE =
  /(?<![\d.])[1-478]([ ._/-]?)\d{2}\1\d{2}\1\d[\dAB]\1\d{3}\1\d{3}(?:[ ._/-]{0,3}(?:cl[eé][ :]{0,2})?\d{2})?(?!\d)/gi;
const YEAR_FIRST = /(?<!\d)(\d{4})([-/. ]?)(\d{2})\2(\d{2})(?=\D|$|\d{2}(?!\d)|\d{4}(?!\d)|\d{6}(?!\d))/g;
const DAY_FIRST = /(?<!\d)(\d{1,2})([-/. ]?)(\d{1,2})\2(\d{4})(?!\d)/g;
const SPOKEN =
  /(?<!\d)(\d{1,2})(?:er)?( )(janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre)( )(\d{4})(?!\d)/gi;
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
/** A French telephone number, however its digits are parted. */
export const PHONE =
  /(?<![\d.])(?:(?:\+|00)33[ \u00a0\u202f./-]?(?:\(0\))?[ \u00a0\u202f./-]?|0)[1-9](?:[ \u00a0\u202f./-]?\d){8}(?!\d)/g;
const PROFESSIONAL = /(?<![\d.])(8?)((?:1\d|99)\d{9})(?!\d)/g;
const TOKEN = /[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*/g;
/** Any writing of a value that the original gives to a person is replaced by as many words. */
const SHORTEST_APART = 4;

/** Replaces the identities of the originals in a plain text. */
export class IdentityReplacer {
  /** How many words the phrases that start by a word have, longest first. */
  readonly #lengths = new Map<string, number[]>();
  /** Identifiers that an establishment gives, longest first. */
  readonly #internal: readonly string[];

  constructor(
    readonly originals: Originals,
    readonly values: FictitiousValues,
  ) {
    this.#internal = [...originals.identifiers]
      .filter((each) => each.includes('/'))
      .sort((a, b) => b.length - a.length);
    for (const phrase of originals.phrases) {
      const words = phrase.split(' ');
      const [first = ''] = words;
      const lengths = this.#lengths.get(first) ?? [];
      if (!lengths.includes(words.length))
        this.#lengths.set(
          first,
          [...lengths, words.length].sort((a, b) => b - a),
        );
    }
  }

  replace(text: string): string {
    if (text.length < 200 && this.originals.wholes.has(keyOf(text)))
      return text.replace(/[\p{L}\p{M}]+/gu, (word) => this.values.word(word));
    return this.#words(this.numbers(text));
  }

  /** Those that are made of digits. */
  numbers(text: string): string {
    if (!/\d{2}/.test(text)) return text;
    const { originals, values } = this;
    let whole = text;
    for (const each of this.#internal)
      if (whole.includes(each)) whole = whole.replaceAll(each, values.identifier(each));
    return whole
      .replace(MATRICULE, (written) => this.#matricule(written))
      .replace(PROFESSIONAL, (all, kind: string, number: string) =>
        originals.professionals.has(number) ? kind + values.rpps(number) : all,
      )
      .replace(PHONE, (written) => {
        const national = nationalOf(written);
        if (national === undefined || !originals.phones.has(national)) return written;
        return overDigits(written, values.phone(national), 9);
      })
      .replace(YEAR_FIRST, (all, year: string, mark: string, month: string, day: string) => {
        const made = this.#date(year + month + day);
        return made ? [made.slice(0, 4), made.slice(4, 6), made.slice(6)].join(mark) : all;
      })
      .replace(DAY_FIRST, (all, day: string, mark: string, month: string, year: string) => {
        const made = this.#date(year + month.padStart(2, '0') + day.padStart(2, '0'));
        return made ? [made.slice(6), made.slice(4, 6), made.slice(0, 4)].join(mark) : all;
      })
      .replace(SPOKEN, (all, day: string, _a: string, month: string, _b: string, year: string) => {
        const index = MONTHS.findIndex((each) => withoutDiacritics(each) === withoutDiacritics(month.toLowerCase()));
        const made = this.#date(year + String(index + 1).padStart(2, '0') + day.padStart(2, '0'));
        return made ? `${Number(made.slice(6))} ${MONTHS[Number(made.slice(4, 6)) - 1]} ${made.slice(0, 4)}` : all;
      })
      .replace(TOKEN, (token) => {
        if (originals.identifiers.has(token)) return values.identifier(token);
        return originals.places.has(token.toUpperCase()) ? values.place(token) : token;
      });
  }

  #matricule(written: string): string {
    const compact = written
      .replace(/cl[eé]/i, '')
      .replace(/[^\dAB]/gi, '')
      .toUpperCase();
    const [body, key] = [compact.slice(0, 13), compact.slice(13)];
    if (this.values.isIssued(body)) return written;
    const isKnown = this.originals.matricules.has(body);
    if (!isKnown && (key.length !== 2 || matriculeKey(body) !== key)) {
      // Two digits after a known body are not always its key.
      return written;
    }
    return overDigits(written, this.values.matricule(body + key), compact.length);
  }

  #date(digits: string): string | undefined {
    return this.originals.dates.has(digits) ? this.values.date(digits) : undefined;
  }

  #words(text: string): string {
    if (this.originals.words.size === 0 && this.originals.phrases.size === 0) return text;
    const words = wordsOf(text);
    let made = '';
    let done = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word;
      const count = this.#phraseAt(words, at);
      const taken = words.slice(at, at + Math.max(1, count));
      for (const each of taken) {
        const written = text.slice(each.start, each.end);
        const replaced = count > 0 ? this.#inPhrase(written) : this.#word(written, each, text);
        if (replaced === written) continue;
        made += text.slice(done, each.start) + replaced;
        done = each.end;
      }
      at += taken.length - 1;
      if (word === undefined) break;
    }
    return made + text.slice(done);
  }

  #phraseAt(words: readonly Word[], at: number): number {
    for (const count of this.#lengths.get(words[at]?.word ?? '') ?? []) {
      if (at + count > words.length) continue;
      const key = words
        .slice(at, at + count)
        .map(({ word }) => word)
        .join(' ');
      if (this.originals.phrases.has(key)) return count;
    }
    return 0;
  }

  #inPhrase(written: string): string {
    if (/^\p{N}+$/u.test(written)) return written.length >= 4 ? this.values.identifier(written) : written;
    return written.length < 3 && !this.originals.phrases.has(keyOf(written)) ? written : this.values.word(written);
  }

  #word(written: string, { word, start, end }: Word, text: string): string {
    if (this.originals.words.has(word)) {
      // Three letters among digits are a part of a number in hexadecimal.
      const besideDigit = /\d/.test(text.charAt(start - 1)) || /\d/.test(text.charAt(end));
      return word.length < SHORTEST_APART && besideDigit ? written : this.values.word(written);
    }
    // `DupontMarie`: words that only capitals part.
    const parts = written.split(/(?<=[\p{Ll}\p{M}])(?=\p{Lu})/u);
    if (parts.length < 2) return written;
    const known = (part: string): boolean => part.length >= SHORTEST_APART && this.originals.words.has(keyOf(part));
    return parts.map((part) => (known(part) ? this.values.word(part) : part)).join('');
  }
}

/** The digits of a value, put in the place of the last ones of another writing: what parts them stays. */
function overDigits(written: string, made: string, count: number): string {
  const places = [...written.matchAll(/\d|(?<=\d[ ._/-]?)[AB](?=[ ._/-]?\d)/gi)].slice(-count);
  const characters = [...written];
  for (const [at, place] of places.entries()) characters[place.index] = made[at] ?? '';
  return characters.join('');
}
