import { isMasked } from '../../../artifacts/masks.js';
import { clientOf } from '../protection/client-credentials.js';
import { callbacksOf } from '../trace/callbacks.js';
import { type Environment, ISSUERS } from '../trace/endpoints.js';
import { type Leg, legsTo, parameterOf, type Trace } from '../trace/exchange-legs.js';
import type { GivenToken, Material } from '../trace/material.js';
import { responseObject, succeeded, textIn } from '../trace/response-object.js';

/** What is known of how a token came to the software. */
export interface TokenOrigin {
  /** The platform that gave it, else that it names. */
  readonly environment: Environment | undefined;
  /** The client that asked for it; undefined when two differ, which psc/client-authentication says. */
  readonly client: string | undefined;
  /** The nonce of the authorization request that it answers, when there is no doubt which it is. */
  readonly nonce: string | undefined;
  /** For a token that renews a session, the ID token received before. */
  readonly renewed: GivenToken | undefined;
}

type Asked = Omit<TokenOrigin, 'environment'>;

/** The tokens of one use. One that is in a capture and in a file too is judged where it was received. */
export function tokensOf({ tokens }: Material, use: GivenToken['use']): GivenToken[] {
  const received = new Set(tokens.filter(({ leg }) => leg).map(({ text }) => text));
  return tokens.filter((token) => token.use === use && (token.leg !== undefined || !received.has(token.text)));
}

/** Tells where each token comes from. */
export function originsOf(material: Material): (token: GivenToken) => TokenOrigin {
  const asked = material.trace ? askedOf(material.trace, material.tokens) : new Map<Leg, Asked>();
  return ({ leg, jwt }) => ({
    client: undefined,
    nonce: undefined,
    renewed: undefined,
    ...(leg && asked.get(leg)),
    environment: leg?.environment ?? platformOf(jwt?.claims.iss),
  });
}

/** The platform of an issuer. */
export function platformOf(issuer: unknown): Environment | undefined {
  const platforms: readonly Environment[] = ['sandbox', 'production'];
  return platforms.find((platform) => ISSUERS[platform].some((each) => each === issuer));
}

function askedOf(trace: Trace, tokens: readonly GivenToken[]): ReadonlyMap<Leg, Asked> {
  const logins = loginsByCode(trace);
  const approvals = new Map(legsTo(trace, 'backchannel').map((leg) => [answered(leg, 'auth_req_id'), leg]));
  const idTokens = new Map(tokens.flatMap((token) => (token.use === 'id' && token.leg ? [[token.leg, token]] : [])));
  const asked = new Map<Leg, Asked>();
  const byRefreshToken = new Map<string, Leg | undefined>();
  for (const leg of legsTo(trace, 'token')) {
    const login = logins.get(parameterOf(leg, 'code') ?? '');
    const approval = approvals.get(parameterOf(leg, 'auth_req_id'));
    const before = byRefreshToken.get(parameterOf(leg, 'refresh_token') ?? '');
    const request = login?.leg ?? approval;
    const clients = [clientOf(leg), (request && clientOf(request)) ?? (before && asked.get(before)?.client)];
    const [client, ...others] = new Set(clients.filter((each) => each !== undefined));
    asked.set(leg, {
      client: others.length > 0 ? undefined : client,
      nonce: login?.isSure ? parameterOf(login.leg, 'nonce') : undefined,
      renewed: before && (idTokens.get(before) ?? asked.get(before)?.renewed),
    });
    const next = answered(leg, 'refresh_token');
    if (next === undefined || isMasked(next)) continue;
    // A text that two sessions were given tells neither.
    byRefreshToken.set(
      next,
      byRefreshToken.has(next) && !(before && next === parameterOf(leg, 'refresh_token')) ? undefined : leg,
    );
  }
  return asked;
}

/** The authorization request that led to each code, and whether it is surely that one: the state says it, or there is no other. */
function loginsByCode(trace: Trace): Map<string, { readonly leg: Leg; readonly isSure: boolean } | undefined> {
  const logins = new Map<string, { readonly leg: Leg; readonly isSure: boolean } | undefined>();
  for (const { code, state, authorization: leg } of callbacksOf(trace)) {
    if (code === undefined || isMasked(code)) continue;
    const isSure =
      trace.authorizations.length === 1 ||
      (state !== undefined && !isMasked(state) && state === parameterOf(leg, 'state'));
    const before = logins.get(code);
    logins.set(code, logins.has(code) && before?.leg !== leg ? undefined : { leg, isSure });
  }
  return logins;
}

function answered(leg: Leg, member: string): string | undefined {
  return succeeded(leg.exchange) ? textIn(responseObject(leg.exchange), member) : undefined;
}
