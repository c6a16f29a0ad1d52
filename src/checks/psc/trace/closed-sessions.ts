import { groupBy } from '../../../artifacts/group-by.js';
import { sessionIn } from '../users/psc-users.js';
import { type Leg, legsTo, parameterOf, type Trace } from './exchange-legs.js';
import type { GivenToken } from './material.js';
import { responseObject, textIn } from './response-object.js';

/** The session of a user, with the tokens that it gave: those of the login, and those that renewed them. */
export interface Session {
  readonly tokens: readonly GivenToken[];
}

/** The sessions whose tokens a trace shows, in order. */
export function sessionsOf(tokens: readonly GivenToken[]): Session[] {
  return [...groupBy(tokens, sessionOf).values()].map((own) => ({ tokens: own }));
}

/** The logouts of a trace with the session that each closes: that of the token that it names, else the only one there is. */
export function closedSessions(trace: Trace, sessions: readonly Session[]): { logout: Leg; session: Session }[] {
  const byToken = new Map(sessions.flatMap((session) => session.tokens.map(({ text }) => [text, session] as const)));
  return legsTo(trace, 'logout').flatMap((logout) => {
    const named = parameterOf(logout, 'id_token_hint') ?? parameterOf(logout, 'refresh_token');
    const session = named === undefined ? only(sessions) : byToken.get(named);
    return session && logout.exchange.status < 400 ? [{ logout, session }] : [];
  });
}

function only(sessions: readonly Session[]): Session | undefined {
  return sessions.length === 1 ? sessions[0] : undefined;
}

/** Pro Santé Connect names the session in its answers (`session_state`) and in its tokens (`sid`). */
function sessionOf({ leg, jwt }: GivenToken): string | undefined {
  const named = jwt && sessionIn(jwt.claims);
  return named ?? (leg && (textIn(responseObject(leg.exchange), 'session_state') ?? `leg ${leg.rank}`));
}
