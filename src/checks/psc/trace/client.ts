import { parseJwt } from '../../../artifacts/jwt/jwt.js';
import { type Leg, parameterOf } from './exchange-legs.js';

/**
 * The client that a request names: a parameter, the user of Basic authentication (RFC 6749 §2.3.1), or the subject of its assertion (RFC 7523 §3).
 */
export function clientOf(leg: Leg): string | undefined {
  const named = parameterOf(leg, 'client_id');
  if (named !== undefined) return named;
  const header = leg.exchange.requestHeaders.find(({ name }) => name.toLowerCase() === 'authorization')?.value ?? '';
  const basic = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  if (basic === undefined) return asserted(parameterOf(leg, 'client_assertion'));
  const user = Buffer.from(basic, 'base64').toString('utf8').split(':')[0] ?? '';
  try {
    return decodeURIComponent(user.replaceAll('+', ' ')) || undefined;
  } catch {
    return user;
  }
}

function asserted(assertion: string | undefined): string | undefined {
  try {
    const subject = assertion === undefined ? undefined : parseJwt(assertion).claims.sub;
    return typeof subject === 'string' ? subject : undefined;
  } catch {
    // An assertion that can't be read names nobody.
    return undefined;
  }
}
