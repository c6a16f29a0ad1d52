import type { Exchanged } from '../trace/exchange-legs.js';
import { instantOf } from '../trace/material.js';
import { responseObject } from '../trace/response-object.js';
import type { ApiToken, TokenExchange } from './token-exchanges.js';

/** Milliseconds by which the clocks of a software and of a server may differ; OpenID Connect Core 1.0 §3.1.3.7 allows a few minutes. */
export const CLOCK_SKEW = 300_000;

/** Milliseconds that an answer may take: the capture tells when the request started. */
const DELAY = 10_000;

/**
 * True for a token that was no longer valid when a request sent it, undefined when nothing tells. Its announced lifetime counts from the moment when
 * the same capture received it; else the date that it holds counts, by another clock.
 */
export function isLate(
  token: Pick<ApiToken, 'receivedAt' | 'lifetime' | 'claims'>,
  used: Exchanged,
): boolean | undefined {
  const at = instantOf(used);
  if (at === undefined) return undefined;
  if (token.receivedAt !== undefined && token.lifetime !== undefined)
    return at > token.receivedAt + token.lifetime * 1000 + DELAY;
  const exp = token.claims?.exp;
  return typeof exp === 'number' ? at > exp * 1000 + CLOCK_SKEW : undefined;
}

/** The same of the token that an exchange sends. */
export function isLateSubject(exchange: TokenExchange): boolean | undefined {
  const { given, jwt } = exchange.subject;
  // Two captures may have been made by two clocks.
  const leg = given?.leg?.har === exchange.har ? given.leg : undefined;
  const announced = leg && responseObject(leg.exchange)?.expires_in;
  const lifetime = typeof announced === 'number' ? announced : undefined;
  return isLate({ receivedAt: given?.receivedAt, lifetime, claims: jwt?.claims }, exchange);
}
