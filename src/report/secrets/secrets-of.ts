import { type Artifact, isKind } from '../../artifacts/artifact.js';
import type { HarContent, NameValue } from '../../artifacts/http/har.js';
import { isObject } from '../../artifacts/json/document.js';
import type { LogContent } from '../../artifacts/logs/log.js';
import type { OidcContent } from '../../artifacts/openid/openid.js';
import type { SoapMessage } from '../../artifacts/soap/soap.js';

/** What an artifact holds that opens something: passwords, tokens, cookies, private keys. Never shown, whatever its form. */
export function secretsOf(artifact: Artifact): string[] {
  if (isKind(artifact, 'log')) return ofLog(artifact.content);
  if (isKind(artifact, 'har')) return ofHar(artifact.content);
  if (isKind(artifact, 'oidc')) return ofOidc(artifact.content);
  if (isKind(artifact, 'soap')) return artifact.content.messages.flatMap(ofSoap);
  return [];
}

/** What a client authenticated with. */
function ofLog(content: LogContent): string[] {
  if (content.protocol !== 'smtp' && content.protocol !== 'imap') return [];
  return content.connections.flatMap(({ credentials }) => credentials.flatMap(({ secret }) => secret?.value ?? []));
}

const SECRET =
  /^(?:code|state|nonce|assertion|SAMLResponse|SAMLRequest|client_assertion|code_verifier|device_code|user_code|auth_req_id|.*secret|.*token(?:_hint)?|.*session.*|.*passw(?:or)?d|pwd|mdp|.*api[_-]?key)$/i;
/** Shorter values of cookies and parameters are settings and words. */
const SHORTEST_VALUE = 8;

function ofHar({ exchanges }: HarContent): string[] {
  return exchanges.flatMap((each) => [
    ...[...each.requestHeaders, ...each.responseHeaders].flatMap(ofHeader),
    ...valuesOf([...pairsOf(each.url), ...pairsOf(each.redirectUrl), ...each.form]),
    ...[each.url.password].filter((password) => password !== ''),
    ...ofJson(each.requestBody),
    ...ofJson(each.responseBody),
  ]);
}

function ofHeader({ name, value }: NameValue): string[] {
  switch (name.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization':
      return ofAuthorization(value);
    case 'x-api-key':
    case 'esante-api-key':
    case 'x-auth-token':
      return [value];
    case 'cookie':
      return value.split(';').flatMap(ofCookie);
    case 'set-cookie':
      // A browser writes several of them on as many lines.
      return value.split('\n').flatMap((line) => ofCookie(line.split(';')[0] ?? ''));
    default:
      return SECRET.test(name) ? [value] : [];
  }
}

/** The credentials, and the password that those of Basic hold. */
function ofAuthorization(value: string): string[] {
  const [scheme = '', ...rest] = value.split(/\s+/);
  const credentials = rest.join(' ');
  const [, ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  return [value, credentials, ...(scheme.toLowerCase() === 'basic' ? [password.join(':')] : [])];
}

function ofCookie(pair: string): string[] {
  const value = pair.slice(pair.indexOf('=') + 1).trim();
  // A word alone is a setting; what opens a session has digits, or is long.
  return value.length >= SHORTEST_VALUE && (/\d/.test(value) || value.length >= 20) ? [value] : [];
}

function pairsOf(url: URL | undefined): NameValue[] {
  if (!url) return [];
  const all = [...url.searchParams, ...new URLSearchParams(url.hash.slice(1))];
  return all.map(([name, value]) => ({ name, value }));
}

function valuesOf(pairs: readonly NameValue[]): string[] {
  return pairs.flatMap(({ name, value }) => (value.length >= SHORTEST_VALUE && SECRET.test(name) ? [value] : []));
}

/** Members of an answer, however deep: a body that is no JSON has none. */
function ofJson(body: string | undefined): string[] {
  if (!body || !/^\s*\{/.test(body)) return [];
  return [...body.matchAll(/"([\w-]{1,60})"\s*:\s*"((?:[^"\\]|\\.){8,20000})"/g)].flatMap(
    ([, name = '', value = '']) => (SECRET.test(name) ? [value] : []),
  );
}

function ofOidc(content: OidcContent): string[] {
  switch (content.type) {
    case 'tokens':
      return [content.accessToken, content.idToken ?? '', content.refreshToken ?? ''];
    case 'backchannel':
      return [content.requestId];
    case 'jwks':
      return privateParts(content.json.value);
    default:
      return [];
  }
}

/** RFC 7518 §6.2.2, §6.3.2, §6.4. */
function privateParts(value: unknown): string[] {
  const keys = isObject(value) && Array.isArray(value.keys) ? value.keys.filter(isObject) : [];
  return keys.flatMap((key) =>
    ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].flatMap((name) => (typeof key[name] === 'string' ? [key[name]] : [])),
  );
}

function ofSoap({ document, http }: SoapMessage): string[] {
  const texts = ['Password', 'BinarySecurityToken', 'SignatureValue']
    .flatMap((name) => document.named(name))
    .map(({ textContent }) => textContent.trim());
  return [...texts, ...(http?.headers ?? []).flatMap(ofHeader)];
}
