import { closest, distance } from 'fastest-levenshtein';

/** The nearest of `known`, as an argument `nearest` of a message, when it is near enough to be what was meant. */
export function nearest(name: string, known: readonly string[]): { nearest?: string } {
  if (known.length === 0) return {};
  const found = closest(name, [...known]);
  return distance(name, found) <= Math.max(2, Math.floor(name.length / 3)) ? { nearest: found } : {};
}
