import type { Place } from '../../define.js';
import {
  type Exchanged,
  type Leg,
  parameterOf,
  parametersOf,
  placeInExchange,
  placeOfRedirect,
  type Trace,
} from './exchange-legs.js';

/** A return to the software: what Pro Santé Connect answered to an authorization request, through the browser. */
export interface Callback {
  readonly rank: number;
  readonly code: string | undefined;
  readonly state: string | undefined;
  readonly error: string | undefined;
  /** Issuer that answers (RFC 9207). */
  readonly issuer: string | undefined;
  readonly place: Place;
  /** The request that it answers. */
  readonly authorization: Leg;
  /** Where it was read: the request that the software received, or the redirect that leads to it. */
  readonly from: Exchanged;
}

/**
 * The returns to the software, in order. A native application may receive its return outside what is captured: then the redirect
 * of Pro Santé Connect stands for it. The return that follows a logout is none of them: it carries neither code nor error.
 */
export function callbacksOf(trace: Trace): Callback[] {
  const pairing = new Pairing(trace);
  const arrived = new Set<string>();
  const callbacks: Callback[] = [];
  for (const from of trace.exchanges) {
    if (!pairing.knows(from.exchange.url)) continue;
    arrived.add(from.exchange.url.href);
    const parameters = parametersOf(from);
    const value = (name: string): string | undefined => parameters.get(name)?.value;
    callbacks.push(...pairing.callback(from, from.exchange.url, value, placeInExchange(from, 'request', 'url')));
  }
  for (const from of trace.exchanges) {
    const url = from.exchange.redirectUrl;
    if (!url || !pairing.knows(url) || arrived.has(url.href)) continue;
    const value = (name: string): string | undefined => url.searchParams.get(name) || undefined;
    callbacks.push(...pairing.callback(from, url, value, placeOfRedirect(from)));
  }
  return callbacks.sort((a, b) => a.rank - b.rank);
}

/** A URL without what varies from one return to the next. */
export function returnAddress(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** The address of return that an authorization request gives. */
export function returnAddressOf(authorization: Leg): string | undefined {
  const uri = parameterOf(authorization, 'redirect_uri');
  return uri !== undefined && URL.canParse(uri) ? returnAddress(new URL(uri)) : undefined;
}

/** Finds the authorization request that a return answers: that of the same state, else the last one before it. */
class Pairing {
  readonly #byAddress = new Map<string, Leg[]>();
  readonly #byState = new Map<string, Leg>();

  constructor(trace: Trace) {
    for (const leg of trace.authorizations) {
      const address = returnAddressOf(leg);
      if (address === undefined) continue;
      const known = this.#byAddress.get(address);
      if (known) known.push(leg);
      else this.#byAddress.set(address, [leg]);
      const key = `${address}\n${parameterOf(leg, 'state')}`;
      if (!this.#byState.has(key)) this.#byState.set(key, leg);
    }
  }

  knows(url: URL): boolean {
    return this.#byAddress.has(returnAddress(url));
  }

  callback(from: Exchanged, url: URL, value: (name: string) => string | undefined, place: Place): Callback[] {
    const [code, state, error] = [value('code'), value('state'), value('error')];
    const address = returnAddress(url);
    const known = state === undefined ? undefined : this.#byState.get(`${address}\n${state}`);
    const authorization = known ?? lastBefore(this.#byAddress.get(address) ?? [], from.rank);
    // Without code, error or a state that was sent, the address was visited for another reason.
    if (!authorization || (code === undefined && error === undefined && !known)) return [];
    return [{ rank: from.rank, code, state, error, issuer: value('iss'), place, authorization, from }];
  }
}

/** The last leg that is not after `rank`; `legs` are in order. */
function lastBefore(legs: readonly Leg[], rank: number): Leg | undefined {
  let low = 0;
  let high = legs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((legs[middle]?.rank ?? 0) <= rank) low = middle + 1;
    else high = middle;
  }
  return legs[low - 1];
}
