import type { Artifact } from '../../../artifacts/artifact.js';
import { isObject } from '../../../artifacts/json/document.js';
import { jwtIn } from '../../../artifacts/jwt/jwt.js';
import { type Leg, legsTo, parameterOf, type Trace } from './exchange-legs.js';
import { type GivenToken, materialOf } from './material.js';

type Claims = Readonly<Record<string, unknown>>;

/** What is wrong with the `id_token_hint` of a logout: it is no ID token, or is that of a session which no capture shows. */
export type HintFault = 'hint-kind' | 'other-hint';

/**
 * Judges the hints of logouts by the ID tokens that captures show (OpenID Connect RP-Initiated Logout 1.0 §2). Any ID token of a session tells which it
 * is, the first as well as one of a renewal.
 */
export function hintFaults(trace: Trace, hars: readonly Artifact<'har'>[]): (logout: Leg) => HintFault | undefined {
  const tokens = materialOf(hars)?.tokens ?? [];
  const uses = new Map(tokens.map(({ text, use }) => [text, use]));
  const sessions = new Set(tokens.flatMap(sessionOfToken));
  const hinted = new Set(legsTo(trace, 'logout').flatMap((leg) => sessionOfClaims(claimsOfHint(leg)) ?? []));
  // A server's capture may show the logout of a user who logged in before it began: a hint is foreign only if a session shown got none.
  const forgotten = [...sessions].some((session) => !hinted.has(session));
  return (logout) => {
    const claims = claimsOfHint(logout);
    const use = uses.get(parameterOf(logout, 'id_token_hint') ?? '');
    // Of a token that the answer gave as an ID token and that is none, the checks on tokens tell.
    if (use === undefined ? claims?.typ !== undefined && claims.typ !== 'ID' : use !== 'id') return 'hint-kind';
    const session = sessionOfClaims(claims);
    return session !== undefined && forgotten && !sessions.has(session) ? 'other-hint' : undefined;
  };
}

/** The claims of the ID token that a logout sends; undefined when it was masked. */
export function claimsOfHint(logout: Leg): Claims | undefined {
  const claims = jwtIn(parameterOf(logout, 'id_token_hint') ?? '')?.claims;
  return isObject(claims) ? claims : undefined;
}

function sessionOfToken({ use, jwt }: GivenToken): string[] {
  const session = use === 'id' ? sessionOfClaims(jwt?.claims) : undefined;
  return session === undefined ? [] : [session];
}

/** What an ID token says of its session: whose it is, which it is, and of what client. */
function sessionOfClaims(claims: Claims | undefined): string | undefined {
  if (claims?.sub === undefined) return undefined;
  return JSON.stringify([claims.sub, claims.sid ?? claims.session_state, claims.azp ?? claims.aud]);
}
