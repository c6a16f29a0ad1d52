import { birthDigits } from './birth-date-writings.js';
import { nameKey } from './names.js';
import { type TraitName, traitKey } from './traits.js';

/** How two values of a trait differ, in words that tell neither: a report hides both. */
export type Difference =
  | 'writing'
  | 'one-character'
  | 'start'
  | 'order'
  | 'key'
  | 'length'
  | 'day'
  | 'month'
  | 'year'
  | 'day-and-month'
  | 'other';

/** How one value of a trait differs from another, by the least that explains it. */
export function differenceOf(trait: TraitName, one: string, other: string): Difference {
  const [a, b] = [traitKey(trait, one), traitKey(trait, other)];
  switch (trait) {
    case 'matricule':
      if (a.slice(0, 13) === b.slice(0, 13) && a.length === b.length) return 'key';
      if (isOneCharacter(a, b)) return 'one-character';
      return a.length === b.length ? 'other' : 'length';
    case 'birthDate':
      return ofDates(birthDigits(one), birthDigits(other));
    case 'oid':
    case 'sex':
    case 'birthPlace':
      return isOneCharacter(a, b) && trait === 'birthPlace' ? 'one-character' : 'other';
    default:
      return ofNames(nameKey(one), nameKey(other));
  }
}

function ofDates(one: string | undefined, other: string | undefined): Difference {
  if (one === undefined || other === undefined) return 'other';
  const parts = ([from, to]: readonly [number, number]): boolean => one.slice(from, to) === other.slice(from, to);
  const [year, month, day] = (
    [
      [0, 4],
      [4, 6],
      [6, 8],
    ] as const
  ).map(parts);
  if (year && one.slice(4, 6) === other.slice(6, 8) && one.slice(6, 8) === other.slice(4, 6)) return 'day-and-month';
  if (year && month) return 'day';
  if (year && day) return 'month';
  return month && day ? 'year' : 'other';
}

function ofNames(one: string, other: string): Difference {
  if (one === other) return 'writing';
  if (isOneCharacter(one, other)) return 'one-character';
  if (`${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `)) return 'start';
  const sorted = (name: string): string => name.split(' ').sort().join(' ');
  return sorted(one) === sorted(other) ? 'order' : 'other';
}

/** One character is another, is there or not, or stands after its neighbour. */
function isOneCharacter(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || `${a[1]}${a[0]}${a.slice(2)}` === b;
}
