import { type HarExchange, headerNamed } from '../../../artifacts/http/har.js';
import type { Exchanged, Trace } from './exchange-legs.js';
import { isDistinct } from './masked.js';

/** A request that carries a token in its Authorization header, whatever its host. */
export interface BearerCall extends Exchanged {
  readonly token: string;
}

/** The token that a request presents (RFC 6750 §2.1); undefined when it has none, or a capture left it out. */
export function bearerOf({ requestHeaders }: Pick<HarExchange, 'requestHeaders'>): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headerNamed(requestHeaders, 'authorization')?.trim() ?? '')?.[1];
}

/** The requests that carry a token that can be told from another, in order. */
export function bearerCalls(trace: Trace): BearerCall[] {
  return trace.exchanges.flatMap((each) => {
    const token = bearerOf(each.exchange);
    return token !== undefined && isDistinct(token) ? [{ ...each, token }] : [];
  });
}
