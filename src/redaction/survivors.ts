import { withoutDiacritics } from '../identity/names.js';
import { nationalOf, type Originals } from './originals.js';
import { PHONE } from './replace-identities.js';
import { TOKEN } from './replace-token.js';

/** A shorter word is a part of many others. */
const SHORTEST_WORD = 4;
const SHORTEST_IDENTIFIER = 6;
const INDEXED = 6;

/** What of the originals a copy still holds, by its kind: it is looked for, whoever wrote the copy and however. */
export class SurvivorSearch {
  readonly #secrets = new Map<string, string[]>();

  constructor(readonly originals: Originals) {
    for (const secret of originals.secrets) {
      const start = secret.slice(0, INDEXED);
      this.#secrets.set(start, [...(this.#secrets.get(start) ?? []), secret]);
    }
  }

  /** The first original value that a text holds. */
  in(text: string): string | undefined {
    return this.#secret(text) ?? this.#token(text) ?? this.#number(text) ?? this.#word(text);
  }

  #secret(text: string): string | undefined {
    if (this.#secrets.size === 0) return undefined;
    for (let at = 0; at + INDEXED <= text.length; at++) {
      const found = this.#secrets
        .get(text.slice(at, at + INDEXED))
        ?.find((each) => text.startsWith(each, at) && (each.length >= 16 || !isPart(text, at, each.length)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #token(text: string): string | undefined {
    if (this.originals.tokens.size === 0) return undefined;
    return [...text.matchAll(TOKEN)].map(([token]) => token).find((token) => this.originals.tokens.has(token));
  }

  #number(text: string): string | undefined {
    const { matricules, professionals, identifiers, dates, phones } = this.originals;
    for (const [run] of text.matchAll(/\d[\dAB]{10,18}/gi))
      for (let at = 0; at + 11 <= run.length; at++) {
        if (matricules.has(run.slice(at, at + 13).toUpperCase())) return run;
        if (run.length <= 12 && professionals.has(run.slice(at, at + 11))) return run;
      }
    for (const [token] of text.matchAll(/[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*/g))
      if (token.length >= SHORTEST_IDENTIFIER && identifiers.has(token)) return token;
    for (const [all, year = '', , month = '', day = ''] of text.matchAll(
      /(?<!\d)(\d{4})([-/. ]?)(\d{2})\2(\d{2})(?!\d)/g,
    ))
      if (dates.has(year + month + day)) return all;
    for (const [all, day = '', month = '', year = ''] of text.matchAll(
      /(?<!\d)(\d{2})[-/. ](\d{2})[-/. ](\d{4})(?!\d)/g,
    ))
      if (dates.has(year + month + day)) return all;
    if (phones.size > 0) for (const [all] of text.matchAll(PHONE)) if (phones.has(nationalOf(all) ?? '')) return all;
    return undefined;
  }

  #word(text: string): string | undefined {
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      if (word.length < SHORTEST_WORD) continue;
      if (this.originals.words.has(withoutDiacritics(word).toUpperCase())) return word;
    }
    return undefined;
  }
}

function isPart(text: string, at: number, length: number): boolean {
  return /[A-Za-z0-9]/.test(text.charAt(at - 1)) || /[A-Za-z0-9]/.test(text.charAt(at + length));
}
