import { isObject, parseJson } from '../../../artifacts/json/document.js';
import { looksLikeJwt } from '../../../artifacts/jwt/jwt.js';
import { isMasked } from '../../../artifacts/masks.js';
import { decodeBase64Url } from '../../../artifacts/text/base64.js';
import { isIssuer } from '../trace/endpoints.js';
import { parameterOf, type Trace } from '../trace/exchange-legs.js';
import { responseObject, succeeded, textIn } from '../trace/response-object.js';
import { credentialsOf } from './client-credentials.js';

/** What must stay between the software's server and Pro Santé Connect. */
export type Secret = 'access_token' | 'refresh_token' | 'id_token' | 'client_secret' | 'code_verifier';

const TOKENS = ['access_token', 'refresh_token', 'id_token'] as const;

/** Shorter values stand in texts by chance. */
const SHORTEST = 12;

/** Runs of the characters of tokens: what stands between them can't be part of one. */
const RUN = /[\w.~-]{12,}/g;

/** Type that Pro Santé Connect writes in its tokens. */
const TYPES: Readonly<Record<string, Secret>> = {
  Bearer: 'access_token',
  Refresh: 'refresh_token',
  Offline: 'refresh_token',
  ID: 'id_token',
};

/** A secret in a text. */
export interface Found {
  readonly secret: Secret;
  readonly value: string;
}

/** More values than this are not looked for one by one before a text is gone through. */
const FEW = 32;

/** An ID token that says whose session to close goes through the browser: the name of its parameter stands this near before it. */
const HINT = 80;

/**
 * Finds the secrets that stand in a text as they are, but for the hint of a logout: those that the trace shows being given or sent to Pro Santé Connect,
 * and every JWT of its issuers, which a capture of the browser alone may hold without showing where it comes from.
 */
export function secretFinder(trace: Trace): (text: string) => Found[] {
  const known = new Map<string, Secret | undefined>();
  const add = (value: string | undefined, secret: Secret): void => {
    if (value !== undefined && value.length >= SHORTEST && !isMasked(value)) known.set(value, secret);
  };
  for (const leg of trace.legs) {
    if (leg.endpoint === 'token') add(parameterOf(leg, 'code_verifier'), 'code_verifier');
    if (leg.endpoint !== 'authorization') add(credentialsOf(leg).secret, 'client_secret');
    const answer = leg.endpoint === 'token' && succeeded(leg.exchange) ? responseObject(leg.exchange) : undefined;
    for (const name of TOKENS) add(textIn(answer, name), name);
  }
  const unlikeJwt = [...known.keys()].filter((value) => !value.startsWith('eyJ'));
  const mayHold = (text: string): boolean =>
    text.includes('eyJ') || unlikeJwt.length > FEW || unlikeJwt.some((value) => text.includes(value));
  return (text) => {
    if (!mayHold(text)) return [];
    return [...text.matchAll(RUN)].flatMap(({ 0: value, index }): Found[] => {
      if (looksLikeJwt(value) && !known.has(value)) known.set(value, secretOf(value));
      const secret = known.get(value);
      const isHint = secret === 'id_token' && text.slice(Math.max(0, index - HINT), index).includes('id_token_hint');
      return secret === undefined || isHint ? [] : [{ secret, value }];
    });
  };
}

/** What a JWT of Pro Santé Connect is, whatever its signature is worth; undefined for another's, and for what is none. */
function secretOf(text: string): Secret | undefined {
  try {
    const payload = decodeBase64Url(text.split('.')[1] ?? '') ?? [];
    const { value } = parseJson(Buffer.from(payload).toString('utf8'));
    const { iss, typ } = isObject(value) ? value : {};
    return isIssuer(iss) && typeof typ === 'string' && Object.hasOwn(TYPES, typ) ? TYPES[typ] : undefined;
  } catch {
    // What only begins like a JWT is none.
    return undefined;
  }
}
