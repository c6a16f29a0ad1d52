import { capitals } from './names.js';

/** How a birth name or a given name is not written as the national base writes it. */
export type NameFault =
  | 'lowercase'
  | 'typography'
  | 'diacritics'
  | 'characters'
  | 'start'
  | 'end'
  | 'doubled'
  | 'double-hyphen'
  | 'empty';

/**
 * The first fault of a name as the national base writes it: capitals from A to Z, blank, apostrophe (U+0027) and hyphen. A name starts with a letter
 * or an apostrophe; blanks and apostrophes neither double nor meet, hyphens go two together at most; given names have no double hyphen and end with a letter.
 * Source: règle 1 of the Guide d'implémentation INS (INS/va1.56.02) for capitals and characters; the rest is second-hand (SEL-MP-043).
 */
export function nameFault(name: string, kind: 'birth-name' | 'given'): NameFault | undefined {
  if (name.trim() === '') return 'empty';
  if (/\p{Ll}/u.test(name)) return 'lowercase';
  if (!/^[A-Z' -]+$/.test(name)) {
    if (!/^[A-Z' -]+$/.test(capitals(name))) return 'characters';
    return /[’‘ʼ‐‑‒–—−]|[^\S ]/.test(name) ? 'typography' : 'diacritics';
  }
  if (/^[ -]/.test(name)) return 'start';
  if (/ {2}|''| '|' |---/.test(name)) return 'doubled';
  if (kind === 'given' && name.includes('--')) return 'double-hyphen';
  if (/ $/.test(name) || (kind === 'given' && /['-]$/.test(name))) return 'end';
  return undefined;
}

/** True for a fault of the alphabet, which INSi refuses; how blanks, hyphens and apostrophes follow each other is second-hand. */
export function isAlphabetFault(fault: string): boolean {
  return ['lowercase', 'typography', 'diacritics', 'characters', 'empty'].includes(fault);
}
