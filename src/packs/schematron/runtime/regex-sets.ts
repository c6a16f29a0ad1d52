import { raise } from './items.js';
import { BLOCKS } from './regex-blocks.js';

/** Sets of characters, as what stands between the brackets of a class of JavaScript with the flag `u`. */

/** Code points from the first to the last. */
export type Range = readonly [number, number];

const LAST = 0x10ffff;

/** NameStartChar of XML 1.0, with the colon. */
const INITIALS: readonly Range[] = [
  [0x3a, 0x3a],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
];

const NAME_CHARACTERS: readonly Range[] = [
  [0x2d, 0x2e],
  [0x30, 0x39],
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
  ...INITIALS,
];

const SPACES: readonly Range[] = [
  [0x9, 0xa],
  [0xd, 0xd],
  [0x20, 0x20],
];

/** `\s`, `\D`… (XML Schema part 2 §F.1.1). */
export const CLASS_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['s', ranges(SPACES)],
  ['S', ranges(complement(SPACES))],
  ['d', '\\p{Nd}'],
  ['D', '\\P{Nd}'],
  ['i', ranges(INITIALS)],
  ['I', ranges(complement(INITIALS))],
  ['c', ranges(NAME_CHARACTERS)],
  ['C', ranges(complement(NAME_CHARACTERS))],
  ['w', '\\p{L}\\p{M}\\p{N}\\p{S}'],
  ['W', '\\p{P}\\p{Z}\\p{C}'],
]);

const CATEGORIES = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

/**
 * `\p{…}`, `\P{…}`: a category or a block.
 * @param anyCase of the flag `i`: a set that is not the same for both cases is not supported then
 * @throws DynamicError FORX0002
 */
export function property(name: string, negated: boolean, anyCase: boolean): string {
  if (CATEGORIES.test(name)) {
    if (anyCase && /^L[ult]$/.test(name)) return raise('FORX0002', `\\p{${name}} beside the flag i is not supported`);
    return `\\${negated ? 'P' : 'p'}{${name}}`;
  }
  const block = name.startsWith('Is') ? BLOCKS.get(name.slice(2)) : undefined;
  if (block === undefined) return raise('FORX0002', `no category or known block ${name}`);
  if (anyCase) return raise('FORX0002', `\\p{${name}} beside the flag i is not supported`);
  return ranges(negated ? complement([block]) : [block]);
}

/** One character. */
export function character(code: number): string {
  const text = String.fromCodePoint(code);
  return /[A-Za-z0-9]/.test(text) ? text : `\\u{${code.toString(16)}}`;
}

export function ranges(list: readonly Range[]): string {
  return list
    .map(([first, last]) => (first === last ? character(first) : `${character(first)}-${character(last)}`))
    .join('');
}

/** What is in none of the ranges. */
function complement(list: readonly Range[]): Range[] {
  const found: Range[] = [];
  let next = 0;
  for (const [first, last] of [...list].sort(([one], [other]) => one - other)) {
    if (first > next) found.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= LAST) found.push([next, LAST]);
  return found;
}
