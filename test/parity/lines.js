// @ts-check
import { scan } from './scan.js';

/**
 * The lines on which the elements of a document start and end, by their path in the words of SVRL: read from the text alone, so that what our parser says
 * of lines can be held against it.
 *
 * @param {string} text
 * @returns {ReadonlyMap<string, { first: number; last: number }>}
 */
export function linesByLocation(text) {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  /** @type {Map<import('./scan.js').ScannedElement | undefined, { path: string; spaces: ReadonlyMap<string, string>; counts: Map<string, number> }>} */
  const known = new Map([[undefined, { path: '', spaces: new Map([['', '']]), counts: new Map() }]]);
  const lines = new Map();
  for (const element of scan(text)) {
    const parent = known.get(element.parent);
    if (!parent) throw new Error('an element comes after its parent');
    const spaces = spacesOf(element, parent.spaces, text);
    const colon = element.name.indexOf(':');
    const uri = spaces.get(element.name.slice(0, Math.max(0, colon))) ?? '';
    const local = element.name.slice(colon + 1);
    const name = uri === '' ? `/${local}` : `/*:${local}[namespace-uri()='${uri}']`;
    const place = (parent.counts.get(name) ?? 0) + 1;
    parent.counts.set(name, place);
    const path = `${parent.path}${name}[${place}]`;
    known.set(element, { path, spaces, counts: new Map() });
    lines.set(path, { first: lineOf(starts, element.start), last: lineOf(starts, element.end - 1) });
  }
  return lines;
}

/**
 * @param {import('./scan.js').ScannedElement} element
 * @param {ReadonlyMap<string, string>} outer
 * @param {string} text
 */
function spacesOf({ attributes }, outer, text) {
  const declared = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  const own = declared.map(
    ({ name, valueStart, valueEnd }) => /** @type {const} */ ([name.slice(6), text.slice(valueStart, valueEnd)]),
  );
  return new Map([...outer, ...own]);
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
