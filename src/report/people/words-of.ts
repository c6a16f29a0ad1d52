import { capitals, withoutDiacritics } from '../../identity/names.js';

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

/** The words of a value, in capitals without diacritics, parted by a blank. */
export function keyOf(value: string): string {
  return wordsOf(capitals(value))
    .map(({ word }) => word)
    .join(' ');
}
