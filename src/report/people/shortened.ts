import type { Person } from '../../artifacts/people/person.js';

/** Longer is no name of anybody, and a mask looks for each of its words. */
const LONGEST = 500;

/** A person whose values are cut where no name goes on. */
export function shortened(person: Person): Person {
  return Object.fromEntries(
    Object.entries(person).map(([trait, values]) => [
      trait,
      Array.isArray(values) ? values.map((each) => (typeof each === 'string' ? each.slice(0, LONGEST) : each)) : values,
    ]),
  );
}
