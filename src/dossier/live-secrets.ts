import { type Artifact, isKind, withContents } from '../artifacts/artifact.js';
import type { HarContent, HarExchange, NameValue } from '../artifacts/http/har.js';
import { isObject } from '../artifacts/json/document.js';
import { parsedJson } from '../artifacts/json/parsed-json.js';
import { parseJwt } from '../artifacts/jwt/jwt.js';
import { ReadError } from '../artifacts/read-error.js';
import { isRedacted } from '../artifacts/redaction-mark.js';

/** A secret that still opens something. */
export interface LiveSecret {
  /** Of the artifact that holds it. */
  readonly path: string;
  readonly kind: 'token' | 'refresh-token' | 'cookie' | 'password' | 'client-secret' | 'private-key';
  /** ISO 8601, in UTC: when it opens nothing any more; undefined when nothing tells. */
  readonly until: string | undefined;
}

const TOKEN = /(?<![\w.-])eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]{3,}\.[A-Za-z0-9_-]*(?![\w.-])/g;
/** A path is told once for each kind and end. */
type Found = Omit<LiveSecret, 'path'>;

/**
 * What of an artifact, and of all that it contains, is still to be used at an instant. What lives for two minutes (codes, CIBA requests) is not looked for.
 * Sealing a dossier refuses what this tells, unless the user allows it.
 */
export function liveSecrets(artifact: Artifact, now: Date): LiveSecret[] {
  return [...withContents(artifact)].flatMap((each) => {
    const found = new Map<string, Found>();
    for (const secret of secretsOf(each))
      if (secret.until === undefined || Date.parse(secret.until) > now.getTime())
        found.set(`${secret.kind} ${secret.until}`, secret);
    return [...found.values()].map((secret) => ({ path: each.path, ...secret }));
  });
}

function secretsOf(artifact: Artifact): Found[] {
  if (isKind(artifact, 'har')) return ofHar(artifact.content);
  if (isKind(artifact, 'jwt')) return artifact.content.signatures.flatMap(({ token }) => ofToken(token));
  if (isKind(artifact, 'oidc')) return ofJson(artifact.content.json.value, undefined);
  if (isKind(artifact, 'soap'))
    return artifact.content.messages.flatMap(({ http }) =>
      (http?.headers ?? []).flatMap((header) => ofHeader(header, undefined)),
    );
  if (isKind(artifact, 'log') && (artifact.content.protocol === 'smtp' || artifact.content.protocol === 'imap'))
    return artifact.content.connections.flatMap(({ credentials }) =>
      credentials.flatMap(({ secret }) => {
        const value = secret?.value ?? '';
        if (value === '' || isRedacted(value) || /^[*.xX•…]+$/.test(value)) return [];
        const tokens = tokensIn(value);
        return tokens.length > 0 ? tokens.flatMap(ofToken) : [{ kind: 'password', until: undefined }];
      }),
    );
  return [];
}

function ofHar({ exchanges }: HarContent): Found[] {
  return exchanges.flatMap((exchange) => {
    const { startedAt, requestHeaders, responseHeaders, requestBody = '', responseBody = '', form, url } = exchange;
    return [
      ...[...requestHeaders, ...responseHeaders].flatMap((header) => ofHeader(header, startedAt)),
      ...[requestBody, responseBody, url.href].flatMap(tokensIn).flatMap(ofToken),
      ...(/-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/.test(requestBody + responseBody) ? [ALWAYS['private-key']] : []),
      ...ofForm(form),
      ...ofAnswer(exchange),
    ];
  });
}

const ALWAYS = {
  'private-key': { kind: 'private-key', until: undefined },
  'client-secret': { kind: 'client-secret', until: undefined },
  password: { kind: 'password', until: undefined },
} as const;

function ofForm(form: readonly NameValue[]): Found[] {
  return form.flatMap(({ name, value }): Found[] => {
    if (value === '' || isRedacted(value)) return [];
    if (name === 'client_secret') return [ALWAYS['client-secret']];
    return name === 'password' ? [ALWAYS.password] : [];
  });
}

function ofAnswer({ responseBody, startedAt }: HarExchange): Found[] {
  if (responseBody === undefined || !/^\s*\{/.test(responseBody)) return [];
  return ofJson(parsedJson(responseBody), startedAt);
}

/** An answer of the token endpoint, a set of keys. */
function ofJson(value: unknown, receivedAt: string | undefined): Found[] {
  if (!isObject(value)) return [];
  const keys = Array.isArray(value.keys) ? value.keys.filter(isObject) : [];
  const text = (name: string): string => (typeof value[name] === 'string' ? String(value[name]) : '');
  const opaque = (name: string, lifetime: string, kind: Found['kind']): Found[] => {
    const token = text(name);
    if (token === '' || isRedacted(token)) return [];
    const told = ofToken(token);
    return told.length > 0 || endOf(token) !== undefined ? told : [{ kind, until: after(receivedAt, value[lifetime]) }];
  };
  return [
    ...opaque('access_token', 'expires_in', 'token'),
    ...opaque('refresh_token', 'refresh_expires_in', 'refresh-token'),
    ...ofToken(text('id_token')),
    ...(keys.some((key) => [key.d, key.k].some((each) => typeof each === 'string' && !isRedacted(each)))
      ? [ALWAYS['private-key']]
      : []),
  ];
}

function ofHeader({ name, value }: NameValue, at: string | undefined): Found[] {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization': {
      const [scheme = '', credentials = ''] = value.trim().split(/\s+/);
      if (scheme.toLowerCase() === 'basic')
        return isRedacted(Buffer.from(credentials, 'base64').toString('utf8')) ? [] : [ALWAYS['client-secret']];
      return tokensIn(value).flatMap(ofToken);
    }
    case 'set-cookie':
      return ofCookie(value, at);
    default:
      return [];
  }
}

/** A cookie without an end is one of its session. */
function ofCookie(cookie: string, at: string | undefined): Found[] {
  const [pair = '', ...settings] = cookie.split(';');
  const setting = (name: string): string | undefined =>
    settings.map((each) => each.trim().split('=')).find(([key = '']) => key.toLowerCase() === name)?.[1];
  const value = pair.slice(pair.indexOf('=') + 1).trim();
  if (value.length < 8 || isRedacted(value)) return [];
  const age = setting('max-age');
  const expires = Date.parse(cookie.match(/;\s*expires=([^;]{1,60})/i)?.[1] ?? '');
  if (age !== undefined) return [{ kind: 'cookie', until: after(at, Number(age)) }];
  return Number.isNaN(expires) ? [] : [{ kind: 'cookie', until: new Date(expires).toISOString() }];
}

function after(start: string | undefined, seconds: unknown): string | undefined {
  const from = Date.parse(start ?? '');
  const end = typeof seconds === 'number' ? from + seconds * 1000 : Number.NaN;
  return Number.isFinite(end) && Math.abs(end) < 8.64e15 ? new Date(end).toISOString() : undefined;
}

function tokensIn(text: string): string[] {
  return [...text.matchAll(TOKEN)].map(([token]) => token);
}

/** A signed token is usable until `exp`; one that tells no end, for ever. */
function ofToken(token: string): Found[] {
  const [, , signature = ''] = token.split('.');
  const end = endOf(token);
  if (end === undefined || isRedacted(signature)) return [];
  return [{ kind: /"typ"\s*:\s*"(?:Refresh|Offline)"/.test(end.claims) ? 'refresh-token' : 'token', until: end.until }];
}

/** Undefined for what is no token. */
function endOf(token: string): { readonly until: string | undefined; readonly claims: string } | undefined {
  try {
    const { claims } = parseJwt(token);
    const exp = typeof claims.exp === 'number' && Math.abs(claims.exp) < 8.64e12 ? claims.exp : undefined;
    return {
      until: exp === undefined ? undefined : new Date(exp * 1000).toISOString(),
      claims: JSON.stringify({ typ: claims.typ }),
    };
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}
