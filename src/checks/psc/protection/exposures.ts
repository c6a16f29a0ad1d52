import { headerNamed } from '../../../artifacts/http/har.js';
import type { RawFinding } from '../../define.js';
import { returnAddressOf } from '../trace/callbacks.js';
import { endpointOf, environmentOf } from '../trace/endpoints.js';
import {
  type Exchanged,
  legsTo,
  placeInExchange,
  placeOf,
  placeOfHeader,
  placeOfRedirect,
  type Trace,
} from '../trace/exchange-legs.js';
import { isOfBrowser } from './browser-requests.js';
import { credentialsOf } from './client-credentials.js';
import { type Found, type Secret, secretFinder } from './known-secrets.js';

export type ExposureRule =
  | 'token-in-url'
  | 'id-token-in-url'
  | 'secret-in-url'
  | 'verifier-in-url'
  | 'in-referer'
  | 'token-to-browser'
  | 'id-token-to-browser'
  | 'secret-to-browser'
  | 'token-in-cookie'
  | 'browser-token-request'
  | 'sent-elsewhere';

type Finding = RawFinding<ExposureRule>;

const IN_URL: Readonly<Record<Secret, ExposureRule>> = {
  access_token: 'token-in-url',
  refresh_token: 'token-in-url',
  id_token: 'id-token-in-url',
  client_secret: 'secret-in-url',
  code_verifier: 'verifier-in-url',
};

const TO_BROWSER: Partial<Readonly<Record<Secret, ExposureRule>>> = {
  access_token: 'token-to-browser',
  refresh_token: 'token-to-browser',
  id_token: 'id-token-to-browser',
  client_secret: 'secret-to-browser',
};

/** A verifier in a cookie is bound to the browser that started the login, as it should. */
const IN_COOKIE: Partial<Readonly<Record<Secret, ExposureRule>>> = {
  access_token: 'token-in-cookie',
  refresh_token: 'token-in-cookie',
  id_token: 'id-token-to-browser',
  client_secret: 'secret-to-browser',
};

/** Parameters of the endpoints of Pro Santé Connect that are tokens, readable or not. */
const TOKEN_PARAMETERS = ['access_token', 'refresh_token', 'token'];

/** Parameters of the requests that exchange a token, or ask what it is (RFC 8693, RFC 7523, RFC 7662). */
const EXCHANGED: ReadonlySet<string> = new Set(['grant_type', 'subject_token', 'token']);

const EXCHANGE_GRANT = /grant-type(?::|%3A)token-exchange/i;

type Find = (text: string) => Found[];

type Seen = Finding & { readonly value: string };

/** Where the secrets of a trace stand and should not; each once, however many times a page sends it again. */
export function exposuresOf(trace: Trace): Finding[] {
  const find = secretFinder(trace);
  const origins = new Set(trace.authorizations.flatMap((leg) => originOf(returnAddressOf(leg)) ?? []));
  const seen = trace.exchanges.flatMap((each) =>
    environmentOf(each.exchange.url)
      ? [...inRequestUrl(each, find), ...inRedirect(each, find)]
      : [
          ...inRequestUrl(each, find),
          ...inRedirect(each, find),
          ...inReferer(each, find),
          ...inAnswer(each, find, origins),
          ...sentElsewhere(each, find, origins),
        ],
  );
  const told = new Set<string>();
  return [...seen, ...requestsOfBrowsers(trace)].flatMap(({ value, ...finding }) => {
    // A referer is a URL again.
    const key = `${finding.rule.replace(/^.*(?:url|referer)$/, 'url')} ${value}`;
    if (told.has(key)) return [];
    told.add(key);
    return [finding];
  });
}

function inRequestUrl(each: Exchanged, find: Find): Seen[] {
  const { url, method } = each.exchange;
  const at = placeInExchange(each, 'request', 'url');
  const endpoint = environmentOf(url) && endpointOf(url);
  // The pages of Pro Santé Connect are not the software's; its other endpoints say what their parameters are.
  if (environmentOf(url) && !endpoint) return [];
  const named = endpoint ? TOKEN_PARAMETERS.flatMap((name) => url.searchParams.get(name) ?? []) : [];
  const found = find(withoutEncoding(url.href)).filter(
    // What is in the URL of an authorization request or of a token request that is no POST, the checks on them say.
    ({ secret }) => !endpoint || !(secret === 'client_secret' || (secret === 'code_verifier' && method !== 'POST')),
  );
  const tokens = named.map((value): Seen => ({ rule: 'token-in-url', at, value, args: { host: url.host } }));
  return [
    ...tokens,
    ...found.map(({ secret, value }): Seen => ({ rule: IN_URL[secret], at, value, args: { host: url.host } })),
  ];
}

function inRedirect(each: Exchanged, find: Find): Seen[] {
  const { url, redirectUrl } = each.exchange;
  // Pro Santé Connect redirects as it was asked to.
  if (!redirectUrl || environmentOf(url)) return [];
  return find(withoutEncoding(redirectUrl.href)).map(({ secret, value }) => ({
    rule: IN_URL[secret],
    at: placeOfRedirect(each),
    value,
    args: { host: redirectUrl.host },
  }));
}

function inReferer(each: Exchanged, find: Find): Seen[] {
  const referer = headerNamed(each.exchange.requestHeaders, 'referer') ?? '';
  if (!URL.canParse(referer) || environmentOf(new URL(referer))) return [];
  const at = placeOfHeader(each, 'referer');
  const args = { host: each.exchange.url.host };
  return find(withoutEncoding(referer)).map(({ value, secret: name }) => ({
    rule: 'in-referer',
    at,
    value,
    args: { ...args, name },
  }));
}

/** What the software answers to a browser: its text, and the cookies that it sets. */
function inAnswer(each: Exchanged, find: Find, origins: ReadonlySet<string>): Seen[] {
  const { exchange } = each;
  if (!(isOfBrowser(exchange) ?? origins.has(exchange.url.origin))) return [];
  const args = { host: exchange.url.host };
  const isText = !/^(?:image|font|audio|video)\//i.test(exchange.bodies.response?.mediaType ?? '');
  const inText = isText ? find(exchange.responseBody ?? '') : [];
  const at = placeInExchange(each, 'response', 'content', 'text');
  const shown = inText.flatMap(({ secret, value }): Seen[] => {
    const rule = TO_BROWSER[secret];
    return rule ? [{ rule, at, value, args: { ...args, name: secret } }] : [];
  });
  const set = exchange.responseHeaders.flatMap(({ name, value: cookie }, index): Seen[] => {
    if (name.toLowerCase() !== 'set-cookie') return [];
    const place = placeInExchange(each, 'response', 'headers', index, 'value');
    return find(withoutEncoding(cookie)).flatMap(({ secret, value }): Seen[] => {
      const rule = IN_COOKIE[secret];
      return rule ? [{ rule, at: place, value, args: { ...args, name: secret } }] : [];
    });
  });
  return [...shown, ...set];
}

/** A token in what is sent to a host that is neither Pro Santé Connect, nor the software, nor asked for another token in exchange. */
function sentElsewhere(each: Exchanged, find: Find, origins: ReadonlySet<string>): Seen[] {
  const { url, form, requestBody = '', requestHeaders } = each.exchange;
  // That a body of another kind asks for the exchange, the check on it says.
  const isExchange = form.some(({ name }) => EXCHANGED.has(name)) || EXCHANGE_GRANT.test(requestBody);
  if (origins.has(url.origin) || (isExchange && !isOfBrowser(each.exchange))) return [];
  const body = requestBody || form.map(({ value }) => value).join('\n');
  // Whether an API takes the token of Pro Santé Connect from a server, the checks on calls of API say.
  const header = isOfBrowser(each.exchange) ? (headerNamed(requestHeaders, 'authorization') ?? '') : '';
  return [
    ...find(withoutEncoding(body)).map((found) => ({ ...found, at: placeInExchange(each, 'request', 'postData') })),
    ...find(header).map((found) => ({ ...found, at: placeInExchange(each, 'request', 'headers') })),
  ].map(({ secret, value, at }) => ({ rule: 'sent-elsewhere', at, value, args: { host: url.host, name: secret } }));
}

/** The first token request that a page made itself: with a secret, the check on the client's authentication says it. */
function requestsOfBrowsers(trace: Trace): Seen[] {
  const leg = legsTo(trace, 'token').find(
    (each) => isOfBrowser(each.exchange) && !credentialsOf(each).methods.some((method) => method !== 'assertion'),
  );
  return leg ? [{ rule: 'browser-token-request', at: placeOf(leg), value: '' }] : [];
}

function originOf(address: string | undefined): string | undefined {
  return address === undefined ? undefined : new URL(address).origin;
}

/** Tokens have no sign that URLs encode, but names and signs around them may be encoded. */
function withoutEncoding(text: string): string {
  return text.replace(/%[\da-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}
