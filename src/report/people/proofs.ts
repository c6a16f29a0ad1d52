import type { Person } from '../../artifacts/people/person.js';
import { birthDigits } from '../../identity/birth-date-writings.js';
import { keyOf } from './words-of.js';

/** Of the names of one person, and of the birth dates: each goes with each, and nobody has as many. */
const MOST = 50;

/** What proves who has a matricule: its 13 first characters. */
export function insProof(matricule: string): string {
  return `INS ${matricule.replace(/\s/g, '').slice(0, 13).toUpperCase()}`;
}

/** What proves who somebody is without a matricule: each name with each birth date. */
export function namedProofs({ names = [], birthDates = [] }: Person): string[] {
  const dates = birthDates.slice(0, MOST).flatMap((each) => birthDigits(each) ?? []);
  return names.slice(0, MOST).flatMap((name) => (name === '' ? [] : dates.map((date) => `nom ${keyOf(name)} ${date}`)));
}
