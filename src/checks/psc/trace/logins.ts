import type { HarExchange } from '../../../artifacts/http/har.js';
import type { Need } from '../../define.js';
import { type Callback, callbacksOf } from './callbacks.js';
import { type Leg, legsTo, parameterOf, type Trace } from './exchange-legs.js';
import { CIBA_GRANT, REFRESH_GRANT } from './grants.js';
import { responseObject, succeeded, textIn } from './response-object.js';

/** A return to the software that brings a code, or a token request that CIBA allowed: a user is logged in from there. */
export interface Login {
  readonly rank: number;
  readonly har: Leg['har'];
  readonly place: Callback['place'] | undefined;
  readonly leg: Leg;
}

/** The logins of a trace, in order. */
export function loginsOf(trace: Trace): Login[] {
  const returns = callbacksOf(trace).filter(({ code }) => code !== undefined);
  const tokens = legsTo(trace, 'token').filter(
    (leg) => parameterOf(leg, 'grant_type') !== REFRESH_GRANT && gaveTokens(leg.exchange),
  );
  return [
    ...returns.map(({ rank, from, place, authorization }) => ({ rank, har: from.har, place, leg: authorization })),
    ...tokens.map((leg) => ({ rank: leg.rank, har: leg.har, place: undefined, leg })),
  ].sort((a, b) => a.rank - b.rank);
}

/** True for an answer of the token endpoint that holds an access token. */
export function gaveTokens(exchange: HarExchange): boolean {
  return succeeded(exchange) && textIn(responseObject(exchange), 'access_token') !== undefined;
}

/** What is needed to see tokens, of a trace that gives none: the token request, or the body of its answer. */
export function tokenNeeds(trace: Trace | undefined): Need[] {
  if (!trace) return [];
  if (lacksBackEnd(trace)) return [{ code: 'need/token-exchange' }];
  const unread = legsTo(trace, 'token').some(({ exchange }) => succeeded(exchange) && !responseObject(exchange));
  return unread ? [{ code: 'need/token-answer' }] : [];
}

/** True for the capture of a back end that redeems codes and shows no browser: what follows through the browser is not seen. */
export function lacksBrowser(trace: Trace): boolean {
  const redeems = legsTo(trace, 'token').some((leg) => parameterOf(leg, 'code') !== undefined);
  return redeems && trace.authorizations.length + trace.unresolved.length === 0;
}

/** True when a login was started in a browser and no capture shows what the software's back end did with it. */
export function lacksBackEnd(trace: Trace): boolean {
  return trace.authorizations.length > 0 && legsTo(trace, 'token').length === 0;
}

/** How users log in, as far as a trace tells: through a browser, by CIBA, both or neither. */
export function flowsOf(trace: Trace): { readonly browser: boolean; readonly ciba: boolean } {
  const grants = new Set(legsTo(trace, 'token').map((leg) => parameterOf(leg, 'grant_type')));
  return {
    browser: trace.authorizations.length + trace.unresolved.length > 0 || grants.has('authorization_code'),
    ciba: legsTo(trace, 'backchannel').length > 0 || grants.has(CIBA_GRANT),
  };
}

/** True for the trace of logins by CIBA and no other: nothing of a browser is to be looked for in it. */
export function isCibaAlone(trace: Trace): boolean {
  const { browser, ciba } = flowsOf(trace);
  return ciba && !browser;
}
