import type { RawFinding } from '../../define.js';
import { placeOf, type Trace } from './exchange-legs.js';

/** The first request of a capture that goes to another platform than its first one: sandbox and production do not mix. */
export function mixedEnvironments(trace: Trace): RawFinding<'environment'>[] {
  const first = trace.legs[0];
  const stray = trace.legs.find((leg) => leg.environment !== first?.environment);
  if (!first || !stray) return [];
  const args = { first: first.exchange.url.hostname, other: stray.exchange.url.hostname };
  return [{ rule: 'environment', at: placeOf(stray), args, actual: stray.exchange.url.hostname }];
}
