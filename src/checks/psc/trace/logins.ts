import type { HarExchange } from '../../../artifacts/http/har.js';
import type { Need } from '../../define.js';
import { type Callback, callbacksOf } from './callbacks.js';
import { type Leg, legsTo, parameterOf, type Trace } from './exchange-legs.js';
import { responseObject, succeeded, textIn } from './response-object.js';

/** Grant of a token request in CIBA mode (OpenID Connect CIBA Core 1.0 §10.1). */
export const CIBA_GRANT = 'urn:openid:params:grant-type:ciba';

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
    (leg) => parameterOf(leg, 'grant_type') !== 'refresh_token' && gaveTokens(leg.exchange),
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

/** True when a login was started in a browser and no capture shows what the software's back end did with it. */
export function lacksBackEnd(trace: Trace): boolean {
  return trace.authorizations.length > 0 && legsTo(trace, 'token').length === 0;
}

/** True when a code was exchanged and no capture shows the browser, which the user logs in and out with. */
export function lacksBrowser(trace: Trace): boolean {
  const codes = legsTo(trace, 'token').filter((leg) => parameterOf(leg, 'grant_type') === 'authorization_code');
  return codes.length > 0 && trace.authorizations.length === 0;
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

/** What to ask for when a trace shows a login and none of the tokens that it gave: the token request, else its answer. */
export function tokenNeeds(trace: Trace): Need[] {
  if (lacksBackEnd(trace)) return [{ code: 'need/token-exchange' }];
  const isUnread = legsTo(trace, 'token').some(({ exchange }) => succeeded(exchange) && !responseObject(exchange));
  return isUnread ? [{ code: 'need/psc-leg', args: { leg: 'token-answer' } }] : [];
}
