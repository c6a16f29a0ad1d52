import { isObject, type JsonDocument } from '../json/document.js';
import { looksLikeJwt } from '../jwt/jwt.js';
import type { Limits } from '../limits.js';
import { overLimit, ReadError, type ReadProblem } from '../read-error.js';
import type { Contained, Reader } from '../source.js';
import { type Members, number, text, texts } from './members.js';
import type { OidcContent, PublishedKey } from './openid.js';
import { userInfo } from './userinfo.js';

/** Each form without its document. */
type Form = OidcContent extends infer Content ? (Content extends OidcContent ? Omit<Content, 'json'> : never) : never;

/** Reads what an OpenID provider answers: discovery document, key set, tokens, introspection, userinfo in JSON, error. */
export const oidc: Reader = ({ json, limits }) => {
  if (!json || !isObject(json.value)) return undefined;
  const { value } = json;
  const form = discovery(value) ?? keySet(value, json, limits) ?? tokens(value) ?? other(value) ?? userInfo(value);
  if (!form) return undefined;
  return {
    kind: 'oidc',
    content: { ...form, json } as OidcContent,
    contains: tokensIn(form),
    reserves: secrets(form, json),
  };
};

function discovery(value: Members): Form | undefined {
  const issuer = text(value, 'issuer');
  if (
    issuer === undefined ||
    !['authorization_endpoint', 'token_endpoint', 'jwks_uri'].some((name) => text(value, name))
  )
    return undefined;
  const names = Object.keys(value);
  const isUrl = (name: string): boolean => /_(?:endpoint|uri)$|^check_session_iframe$/.test(name);
  const endpoints = names.filter(isUrl).flatMap((name): [string, string][] => {
    const url = text(value, name);
    return url === undefined ? [] : [[name, url]];
  });
  const lists = names.filter((name) => Array.isArray(value[name]));
  return {
    type: 'discovery',
    issuer,
    endpoints: new Map(endpoints),
    supported: new Map(lists.map((name) => [name, texts(value, name)])),
  };
}

/** A list of keys is one when any of its members says a type of key: what has `keys` may be anything. */
function keySet({ keys }: Members, json: JsonDocument, limits: Limits): Form | undefined {
  if (!Array.isArray(keys) || !keys.some((key) => isObject(key) && 'kty' in key)) return undefined;
  if (keys.length > limits.contained) throw overLimit(limits, 'contained', keys.length, json.locate(['keys']));
  return {
    type: 'jwks',
    keys: keys.map((key: unknown, index): PublishedKey => {
      const keyType = isObject(key) ? text(key, 'kty') : undefined;
      if (!isObject(key) || keyType === undefined)
        throw new ReadError('read/oidc', { reason: 'key-without-type' }, json.locate(['keys', index]));
      return {
        keyType,
        keyId: text(key, 'kid'),
        use: text(key, 'use'),
        algorithm: text(key, 'alg'),
        // RFC 7518 §6.2.2, §6.3.2, §6.4: the private part of a key, or the whole of a shared secret.
        isSecret: 'd' in key || 'k' in key,
      };
    }),
  };
}

function tokens(value: Members): Form | undefined {
  const accessToken = text(value, 'access_token');
  if (accessToken === undefined) return undefined;
  return {
    type: 'tokens',
    accessToken,
    tokenType: text(value, 'token_type'),
    idToken: text(value, 'id_token'),
    refreshToken: text(value, 'refresh_token'),
    expiresIn: number(value, 'expires_in'),
    refreshExpiresIn: number(value, 'refresh_expires_in'),
    scopes: (text(value, 'scope') ?? '').split(' ').filter((scope) => scope !== ''),
  };
}

/** Members that an introspection says of an active token (RFC 7662 §2.2). */
const TOKEN_CLAIMS = ['exp', 'iat', 'sub', 'client_id', 'token_type', 'username', 'scope'];

function other(value: Members): Form | undefined {
  const requestId = text(value, 'auth_req_id');
  if (requestId !== undefined) {
    return {
      type: 'backchannel',
      requestId,
      expiresIn: number(value, 'expires_in'),
      interval: number(value, 'interval'),
    };
  }
  const names = Object.keys(value);
  const { active } = value;
  if (typeof active === 'boolean' && (names.length === 1 || TOKEN_CLAIMS.some((name) => name in value)))
    return { type: 'introspection', active, claims: value };
  const error = text(value, 'error');
  // RFC 6749 §5.2: a code, not a sentence as other services give.
  if (
    error === undefined ||
    !/^[\w.:/-]+$/.test(error) ||
    names.some((name) => !/^error(?:_\w+)?$|^state$|^iss$/.test(name))
  )
    return undefined;
  return { type: 'error', error, description: text(value, 'error_description') };
}

/** The tokens of an answer that can be read: others are opaque, as the client must take them. */
function tokensIn(form: Form): Contained[] {
  if (form.type !== 'tokens') return [];
  const given = [
    ['id_token', form.idToken],
    ['access_token', form.accessToken],
    ['refresh_token', form.refreshToken],
  ] as const;
  return given.flatMap(([name, token]) =>
    token !== undefined && looksLikeJwt(token) ? [{ name, bytes: Buffer.from(token) }] : [],
  );
}

function secrets(form: Form, json: JsonDocument): ReadProblem[] {
  if (form.type !== 'jwks') return [];
  return form.keys.flatMap(({ isSecret, keyType }, index): ReadProblem[] => {
    const reason = keyType === 'oct' ? 'shared-secret' : 'private-key';
    return isSecret ? [{ code: 'read/oidc', args: { reason }, location: json.locate(['keys', index]) }] : [];
  });
}
