import type { Artifact } from '../../../artifacts/artifact.js';
import { byCodeUnit } from '../../../artifacts/by-code-unit.js';
import type { HarExchange } from '../../../artifacts/http/har.js';

/** What stands in a capture, with the instant that orders it among the captures: that of its own, or of what comes before it there. */
interface Placed<T> {
  readonly value: T;
  readonly instant: number;
}

interface InCapture {
  readonly har: Artifact<'har'>;
  readonly exchange: HarExchange;
}

/**
 * The exchanges of the captures of one trace, in order. Each capture keeps its own order. Between captures, time tells when each has one;
 * but captures that were declared in an order, and do not overlap, follow it: their clocks may be apart. Without time, the declared order stands,
 * then that of the names.
 */
export function inOrder<T extends InCapture>(captures: readonly (readonly T[])[]): T[] {
  const held = captures.filter(([first]) => first).sort((a, b) => orderOf(a) - orderOf(b) || byName(a, b));
  const placed = held.map(withInstants);
  const isTimed = placed.every(([first]) => first && !Number.isNaN(first.instant));
  if (!isTimed || (held.every((each) => Number.isFinite(orderOf(each))) && !overlap(placed))) return held.flat();
  return placed
    .flat()
    .sort((a, b) => a.instant - b.instant)
    .map(({ value }) => value);
}

/** True when it is known which of two exchanges came first: clocks may be apart from one capture to another. */
export function isOrdered(a: InCapture, b: InCapture): boolean {
  if (a.har === b.har) return true;
  const [one, two] = [a.har, b.har].map(({ declared, content }) =>
    content.exchanges.length === 1 ? declared.order : undefined,
  );
  return one !== undefined && two !== undefined && one !== two;
}

function orderOf([first]: readonly InCapture[]): number {
  return first?.har.declared.order ?? Number.POSITIVE_INFINITY;
}

/** Numbers in names are compared as numbers: `2-token` comes before `10-logout`. */
function byName([a]: readonly InCapture[], [b]: readonly InCapture[]): number {
  const [one = '', two = ''] = [a, b].map((each) =>
    each?.har.path.replace(/\d+/g, (digits) => digits.padStart(12, '0')),
  );
  return byCodeUnit(one, two);
}

/** A capture in its order may have exchanges without time, or of servers whose clocks differ: its instants never go back. */
function withInstants<T extends InCapture>(capture: readonly T[]): Placed<T>[] {
  const instants = capture.map(({ exchange }) => Date.parse(exchange.startedAt ?? ''));
  let latest = instants.find((each) => !Number.isNaN(each)) ?? Number.NaN;
  return capture.map((value, index) => {
    const own = instants[index] ?? Number.NaN;
    if (own > latest) latest = own;
    return { value, instant: latest };
  });
}

function overlap(captures: readonly (readonly Placed<unknown>[])[]): boolean {
  const spans = captures.map((each) => [each[0]?.instant ?? 0, each.at(-1)?.instant ?? 0] as const);
  spans.sort((a, b) => a[0] - b[0]);
  return spans.some(([start], index) => index > 0 && start <= (spans[index - 1]?.[1] ?? 0));
}
