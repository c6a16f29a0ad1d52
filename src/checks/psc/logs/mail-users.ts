import type { Artifact } from '../../../artifacts/artifact.js';
import { jwtIn } from '../../../artifacts/jwt/jwt.js';
import { readInstant } from '../../../artifacts/logs/instant.js';
import type { Place } from '../../define.js';
import { isIssuer } from '../trace/endpoints.js';
import { sessionIn, userOf } from '../users/psc-users.js';

/** Who opens a mailbox, by the token of Pro Santé Connect that a log of SMTP or IMAP shows. Nothing is kept of the token. */
export interface MailUser {
  readonly at: Place;
  /** National identifier. */
  readonly user: string;
  readonly session: string | undefined;
  /** Milliseconds of UTC; undefined when the log tells no offset. */
  readonly time: number | undefined;
  /** User 1 or 2, as the vendor declares. */
  readonly declaredUser: 1 | 2 | undefined;
}

/** The professionals who open mailboxes in a log; refused logins open none, and most logs mask the token. */
export function mailUsersIn({ path, declared, content }: Artifact<'log'>): MailUser[] {
  if (content.protocol !== 'smtp' && content.protocol !== 'imap') return [];
  return content.connections.flatMap(({ turns, credentials }) => {
    const times = new Map(turns.map(({ line, at }) => [line, at]));
    return credentials.flatMap(({ secret, state, accepted, line, column }) => {
      const claims =
        secret?.kind === 'token' && state === 'decoded' && accepted !== false
          ? (jwtIn(secret.value)?.claims ?? {})
          : {};
      const time = Date.parse(readInstant(times.get(line) ?? '').utc ?? '');
      if (!isIssuer(claims.iss)) return [];
      return userOf(claims).map(({ id }) => ({
        at: { artifact: path, line, column },
        user: id,
        session: sessionIn(claims),
        time: Number.isNaN(time) ? undefined : time,
        declaredUser: declared.user,
      }));
    });
  });
}
