import { folded } from '../../../identity/names.js';

/** What one of two versions of a text adds though nobody wrote it: addresses of links, and marks of images. */
const ADDED = /\[(?:cid|image)\b[^[\]]{0,300}\]|(?:https?:\/\/|www\.|mailto:|tel:|cid:)[^\s<>()[\]"]+/gi;

/** Invisible characters that mail agents put inside words, so that they can be cut there. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** What layout brings: numbers of a list, the words of a link, a sign that is spelled out. */
const FEW = 3;
const SHARE = 0.15;
/** Characters that are compared: no letter is longer. */
const MOST = 100_000;
/** Characters among which they are looked for, blanks and addresses of links included. */
const LOOKED_AT = 10 * MOST;

/**
 * True when two versions of a text say the same in substance: their words are counted, without case, accents, signs, layout nor order. A few may
 * be of one version only.
 */
export function sameWords(one: string, other: string): boolean {
  const words = new Map<string, number>();
  const left = wordsOf(one);
  const right = wordsOf(other);
  for (const word of left) words.set(word, (words.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = words.get(word) ?? 0;
    if (count === 0) continue;
    words.set(word, count - 1);
    common++;
  }
  const most = Math.max(left.length, right.length);
  return most - common <= Math.max(1, Math.min(FEW, most / 2), most * SHARE);
}

function wordsOf(text: string): string[] {
  const compared = text
    .slice(0, LOOKED_AT)
    .replace(ADDED, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .slice(0, MOST);
  return (
    folded(compared)
      .replaceAll('ß', 'ss')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
