// @ts-check
import { randomOf } from '../fuzz/mutate.js';
import { FAULTS } from './faults.js';
import { scan } from './scan.js';

/** The reference engine stops at these, and tells nothing more of a document: they are made more rarely than the others. */
const STOPPING = new Set(['bound', 'unbound-type']);

/**
 * A CDA document with faults that its rules are made to see, still well formed: the same text, seed and number of faults give the same text.
 *
 * @param {string} text well formed
 * @param {{ seed: number; faults: number }} options
 * @returns {{ text: string; faults: readonly string[] }} the names of the faults that were made: fewer where the document has no place for more
 */
export function mutate(text, { seed, faults }) {
  const random = randomOf(seed);
  const names = Object.keys(FAULTS);
  const made = [];
  let current = text;
  // A kind of fault that finds no place gives its turn to another one, so that a document of sixty faults has sixty.
  for (let tries = faults * 8; made.length < faults && tries > 0; tries--) {
    const name = names[random(names.length)] ?? '';
    if (STOPPING.has(name) && random(6) > 0) continue;
    const next = FAULTS[name]?.({ text: current, elements: scan(current), random });
    if (next === undefined || next === current) continue;
    made.push(name);
    current = next;
  }
  return { text: current, faults: made };
}
