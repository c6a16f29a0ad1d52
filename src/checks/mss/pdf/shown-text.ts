import { birthDateWritings } from '../../../identity/birth-date-writings.js';
import { folded } from '../../../identity/names.js';

/** Words that are looked for across the blanks of a text, one by one: a hostile document has millions that stand nowhere. */
const MOST_SEARCHES = 100;
/** One word in so many may be lost in a long text: some PDFs lack the characters of a few glyphs. */
const LOST = 20;

/**
 * What a text extracted from a PDF shows, whatever its layout: words are compared without case, accents, ligatures, line breaks or order, since
 * tables and columns come in the order in which they were drawn.
 */
export class ShownText {
  readonly #words: ReadonlySet<string>;
  /** Its words parted by blanks, in capitals, as dates are looked for. */
  readonly #spaced: string;
  /** Letters and digits alone: finds what spaced letters, a hyphen or a line break part. */
  readonly #letters: string;
  #searches = 0;

  constructor(text: string) {
    const shown = plain(text);
    const joined = shown.replace(/(\p{L})-[ \n]{0,4}(?=\p{L})/gu, '$1');
    const thousands = [...shown.matchAll(/\d{1,3}(?:[ .]\d{3})+/g)].map(([number]) => number.replace(/\D/g, ''));
    this.#words = new Set([...wordsOf(shown), ...wordsOf(joined), ...thousands]);
    this.#spaced = ` ${shown.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    this.#letters = lettersOf(shown);
  }

  /** The words of `value` that it does not show; none when it shows it. */
  missing(value: string): string[] {
    const wanted = wordsOf(plain(value));
    const missing = wanted.filter((word) => !this.#shows(word));
    return missing.length <= Math.floor(wanted.length / LOST) ? [] : missing;
  }

  /** True when the characters of an identifier stand in it in a row, were they spaced. */
  showsIdentifier(identifier: string): boolean {
    return this.#letters.includes(lettersOf(plain(identifier)));
  }

  /** True for a day, `AAAAMMJJ`, however it is written: 07/03/2026, 7 mars 2026, 2026-03-07. */
  showsDay(day: string): boolean {
    return birthDateWritings(day).some((writing) => this.#spaced.includes(` ${writing} `));
  }

  #shows(word: string): boolean {
    if (this.#words.has(word)) return true;
    if (word.length < 4 || /\d/.test(word) || ++this.#searches > MOST_SEARCHES) return false;
    return this.#letters.includes(word);
  }
}

/** Line ends stay. */
function plain(text: string): string {
  return folded(text).replaceAll('\u00ad', '');
}

/** Words and numbers; of a number, without the zeros that change nothing, its decimals behind a point. */
function wordsOf(text: string): string[] {
  const apart = text.replace(/(\d{1,2})[./-](\d{1,2})[./-](\d{4})/g, '$1 $2 $3');
  return (apart.match(/\d+(?:[.,]\d+)?|\p{L}+/gu) ?? []).map((word) =>
    /^\d/.test(word) && word.length < 20 ? String(Number(word.replace(',', '.'))) : word,
  );
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
