import { type Leg, legsTo, parameterOf, type Trace } from './exchange-legs.js';
import { EXCHANGE_GRANT, REFRESH_GRANT } from './grants.js';
import { gaveTokens } from './logins.js';
import { instantOf } from './material.js';
import { responseObject, textIn } from './response-object.js';

/** What the token endpoint gave at once, at a login or a renewal. */
export interface Grant {
  readonly leg: Leg;
  readonly answer: Readonly<Record<string, unknown>>;
  /** When it was asked for, in milliseconds of UTC. */
  readonly at: number | undefined;
}

/** A login and the renewals that go back to it by their refresh tokens, in order. It begins with a renewal when the login was not captured. */
export interface Session {
  readonly grants: readonly Grant[];
}

/** A request to renew the tokens of a session (RFC 6749 §6). */
export interface Renewal {
  readonly leg: Leg;
  readonly session: Session | undefined;
  /** What gave the refresh token that it sends; undefined when no capture shows that, or when it was masked. */
  readonly from: Grant | undefined;
  /** What the session was given last, before the request. */
  readonly last: Grant | undefined;
}

/** Grants that neither log a user in nor renew a session. */
const OTHER_GRANTS: ReadonlySet<unknown> = new Set([EXCHANGE_GRANT, 'client_credentials']);

/** The sessions of a trace, followed from refresh token to refresh token. */
export function renewedSessionsOf(trace: Trace): { readonly sessions: Session[]; readonly renewals: Renewal[] } {
  const legs = legsTo(trace, 'token').filter((leg) => !OTHER_GRANTS.has(parameterOf(leg, 'grant_type')));
  const shared = sharedTokens(legs);
  const sessions: { grants: Grant[] }[] = [];
  const renewals: Renewal[] = [];
  const known = new Map<string, { readonly session: { grants: Grant[] }; readonly grant: Grant }>();
  for (const leg of legs) {
    const sent = isRenewal(leg) ? parameterOf(leg, 'refresh_token') : undefined;
    const origin = known.get(sent ?? '');
    if (isRenewal(leg)) {
      renewals.push({ leg, session: origin?.session, from: origin?.grant, last: origin?.session.grants.at(-1) });
    }
    const answer = gaveTokens(leg.exchange) ? responseObject(leg.exchange) : undefined;
    if (!answer) continue;
    const session = origin?.session ?? { grants: [] };
    if (!origin) sessions.push(session);
    const grant = { leg, answer, at: instantOf(leg) };
    session.grants.push(grant);
    // Without a new one, the refresh token that was sent stays the one to send (RFC 6749 §6).
    const given = textIn(answer, 'refresh_token') ?? sent;
    if (given !== undefined && !shared.has(given)) known.set(given, { session, grant });
  }
  return { sessions, renewals };
}

export function isRenewal(leg: Leg): boolean {
  return parameterOf(leg, 'grant_type') === REFRESH_GRANT;
}

/** The refresh tokens that several logins were given: they were masked, and tell nothing. */
function sharedTokens(legs: readonly Leg[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const leg of legs) {
    const given = isRenewal(leg) ? undefined : textIn(responseObject(leg.exchange), 'refresh_token');
    if (given === undefined) continue;
    if (seen.has(given)) shared.add(given);
    seen.add(given);
  }
  return shared;
}
