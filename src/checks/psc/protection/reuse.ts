import { isMasked } from '../../../artifacts/masks.js';
import type { Place } from '../../define.js';
import { type Leg, parameterOf, placeOf } from '../trace/exchange-legs.js';
import { instantOf } from '../trace/material.js';

/** Two captures of one session start within this time of each other, however wrong a clock is, in milliseconds. */
const SAME_SESSION = 12 * 3600 * 1000;

/** A value that a request takes up again from one before. */
export interface Reuse {
  readonly at: Place;
  readonly args: { readonly length: number };
}

/**
 * The authorization requests whose parameter has the value that another request had. Two captures may show one request, e.g. that of the browser and
 * that of a proxy: then it is the same one throughout, and counts once. The value itself is not told: it protects a session.
 */
export function reused(requests: readonly Leg[], name: string): Reuse[] {
  const seen = new Map<string, { readonly first: Leg; readonly hars: Set<Leg['har']> }>();
  return requests.flatMap((request) => {
    const value = parameterOf(request, name);
    if (value === undefined || isMasked(value)) return [];
    const before = seen.get(value);
    if (!before) seen.set(value, { first: request, hars: new Set([request.har]) });
    if (!before || (!before.hars.has(request.har) && isSameRequest(before.first, request))) {
      before?.hars.add(request.har);
      return [];
    }
    return [{ at: placeOf(request, name), args: { length: value.length } }];
  });
}

function isSameRequest(one: Leg, other: Leg): boolean {
  const [at, later] = [instantOf(one), instantOf(other)];
  if (at !== undefined && later !== undefined && Math.abs(later - at) > SAME_SESSION) return false;
  if (one.parameters.size !== other.parameters.size) return false;
  return [...one.parameters].every(([name, { value }]) => parameterOf(other, name) === value);
}
