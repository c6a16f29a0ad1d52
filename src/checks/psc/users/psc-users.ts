import { type JwtContent, jwtIn } from '../../../artifacts/jwt/jwt.js';

/** A user whom Pro Santé Connect names: national identifier, and family name where it is told. */
export interface PscUser {
  readonly id: string;
  readonly family: string | undefined;
}

/** The user whom claims name, as a list of one or none. */
export function userOf({
  SubjectNameID,
  preferred_username,
  family_name,
}: Readonly<Record<string, unknown>>): PscUser[] {
  const id = [SubjectNameID, preferred_username].find((each) => typeof each === 'string' && each !== '');
  const family = typeof family_name === 'string' && family_name !== '' ? family_name : undefined;
  return typeof id === 'string' ? [{ id: id.trim(), family }] : [];
}

/** The session of Pro Santé Connect that claims belong to: `session_state`, then `sid`, as Keycloak went on. */
export function sessionIn({ sid, session_state }: JwtContent['claims']): string | undefined {
  const session = sid ?? session_state;
  return typeof session === 'string' && session !== '' ? session : undefined;
}

/** Whom an access token names, and when it expires, in seconds of UTC; undefined for one that tells nothing. */
export function tokenUserOf(
  token: string,
): { readonly user: PscUser | undefined; readonly expires: number | undefined } | undefined {
  const claims = jwtIn(token)?.claims;
  if (!claims) return undefined;
  const { exp } = claims;
  // Beyond what a date may be, it is none.
  const expires = typeof exp === 'number' && exp > 0 && exp < 8.64e12 ? exp : undefined;
  return { user: userOf(claims)[0], expires };
}
