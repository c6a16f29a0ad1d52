// @ts-check
import { scan } from './scan.js';

/**
 * The lines on which the elements of a document start and end, by their path as the official skeleton writes it: read from the text alone, so that what our
 * parser says of lines can be held against it.
 *
 * @param {string} text
 * @returns {ReadonlyMap<string, { first: number; last: number }>}
 */
export function linesByLocation(text) {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  /** @type {Map<import('./scan.js').ScannedElement | undefined, { path: string; counts: Map<string, number> }>} */
  const known = new Map([[undefined, { path: '', counts: new Map() }]]);
  const lines = new Map();
  for (const element of scan(text)) {
    const parent = known.get(element.parent);
    if (!parent) throw new Error('an element comes after its parent');
    const place = (parent.counts.get(element.name) ?? 0) + 1;
    parent.counts.set(element.name, place);
    const path = `${parent.path}/${element.name}${place > 1 ? `[${place}]` : ''}`;
    known.set(element, { path, counts: new Map() });
    lines.set(path, { first: lineOf(starts, element.start), last: lineOf(starts, element.end - 1) });
  }
  return lines;
}

/**
 * @param {readonly number[]} starts offsets of the lines
 * @param {number} offset
 */
function lineOf(starts, offset) {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
