import { headerNamed } from '../../../artifacts/http/har.js';
import type { Place } from '../../define.js';
import { type Exchanged, placeInExchange, type Trace } from './exchange-legs.js';

/** A request that carries a token in its Authorization header (RFC 6750 §2.1), whatever its host. */
export interface BearerCall extends Exchanged {
  readonly token: string;
}

/** The requests that carry a token that can be told from another, in order. */
export function bearerCalls(trace: Trace): BearerCall[] {
  return trace.exchanges.flatMap((each) => {
    const token = /^Bearer +(\S+)$/i.exec(headerNamed(each.exchange.requestHeaders, 'authorization') ?? '')?.[1];
    return token === undefined || isMasked(token) ? [] : [{ ...each, token }];
  });
}

/** Where the token of a request stands. */
export function placeOfBearer(call: BearerCall): Place {
  const index = call.exchange.requestHeaders.findIndex(({ name }) => name.toLowerCase() === 'authorization');
  return placeInExchange(call, 'request', 'headers', index, 'value');
}

/** What people write over a secret. Of the thousands of letters of tokens, some make a word by chance: only what stands apart is one. */
const MASK = /[*…•<>[\]{}]|(?:^|[^a-z\d])(?:redact|mask|masqu|hidden)|x{6}/i;

/** True for what stands for a secret that was taken out: two of them being alike means nothing. */
export function isMasked(secret: string): boolean {
  return secret.length < 16 || new Set(secret.slice(0, 100)).size < 6 || MASK.test(secret);
}
