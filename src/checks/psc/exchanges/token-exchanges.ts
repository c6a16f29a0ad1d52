import { isObject, parseJson } from '../../../artifacts/json/document.js';
import { type JwtContent, jwtIn } from '../../../artifacts/jwt/jwt.js';
import type { Place } from '../../define.js';
import { environmentOf, isIssuer, isLoopback } from '../trace/endpoints.js';
import { type Exchanged, exchangesIn, type Parameter, parametersOf, placeInExchange } from '../trace/exchange-legs.js';
import { EXCHANGE_GRANT } from '../trace/grants.js';
import { type GivenToken, instantOf, materialOf, type PscArtifact } from '../trace/material.js';
import { responseObject, succeeded, textIn } from '../trace/response-object.js';
import { sharedBy } from '../trace/shared.js';

/**
 * A request for a token of an API to the authorization server of whoever provides it, against one of Pro Santé Connect. Pro Santé Connect's own
 * token endpoint is none.
 */
export interface TokenExchange extends Exchanged {
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly subject: Subject;
  /** What the server answered when it succeeded and the body was captured. */
  readonly received: Readonly<Record<string, unknown>> | undefined;
}

/** The token that is exchanged. */
interface Subject {
  readonly text: string | undefined;
  /** The token of the session that it is; undefined when none of those given is it. */
  readonly given: GivenToken | undefined;
  readonly jwt: JwtContent | undefined;
  /** What it is for, as far as something tells. */
  readonly use: GivenToken['use'] | undefined;
}

/** A token that an exchange gave, or its renewal by the same server. */
export interface ApiToken {
  readonly text: string;
  /** Its claims: those of the JWT, else what the server's introspection said of it; undefined for an opaque one. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  /** Header of the JWT. */
  readonly header: Readonly<Record<string, unknown>> | undefined;
  /** Milliseconds of UTC. */
  readonly receivedAt: number | undefined;
  /** Seconds that the server announced. */
  readonly lifetime: number | undefined;
  /** The answer that holds it. */
  readonly at: Place;
  readonly exchange: TokenExchange;
}

export interface Exchanges {
  readonly exchanges: readonly TokenExchange[];
  readonly tokens: readonly ApiToken[];
  /** Every exchange of the captures, in order. */
  readonly all: readonly Exchanged[];
  /** Tokens of Pro Santé Connect. */
  readonly given: readonly GivenToken[];
}

/** The exchanges of a token of Pro Santé Connect that artifacts show, and what they gave. */
export const exchangesOf: (artifacts: readonly PscArtifact[]) => Exchanges = sharedBy(readExchanges);

function readExchanges(artifacts: readonly PscArtifact[]): Exchanges {
  const { exchanges: all } = exchangesIn(artifacts);
  const material = materialOf(artifacts);
  const given = material?.tokens ?? [];
  const byText = recognised(given);
  const exchanges = all.flatMap((each) => exchangeOf(each, byText, material?.trace !== undefined));
  return { exchanges, tokens: exchanges.length === 0 ? [] : tokensOf(exchanges, all), all, given };
}

/** The tokens by their text, but for texts that several have: a mask stands for any. */
function recognised(given: readonly GivenToken[]): ReadonlyMap<string, GivenToken> {
  const byText = new Map<string, GivenToken>();
  const masks = new Set<string>();
  for (const token of given) {
    const known = byText.get(token.text);
    if (known && (known.use !== token.use || (known.leg && token.leg && known.leg !== token.leg)))
      masks.add(token.text);
    if (!known?.leg) byText.set(token.text, token);
  }
  for (const text of masks) byText.delete(text);
  return byText;
}

function exchangeOf(each: Exchanged, byText: ReadonlyMap<string, GivenToken>, ofSession: boolean): TokenExchange[] {
  const { exchange } = each;
  if (environmentOf(exchange.url) !== undefined || exchange.method === 'OPTIONS') return [];
  const parameters = exchangeParameters(each);
  if (parameters?.get('grant_type')?.value !== EXCHANGE_GRANT) return [];
  const subject = subjectOf(parameters.get('subject_token')?.value, byText);
  // What another provider of identity gave is exchanged for other purposes; what can't be told is taken for the session's, if there is one.
  const isOurs = subject.given !== undefined || (subject.jwt === undefined ? ofSession : subject.use !== undefined);
  return isOurs ? [{ ...each, parameters, subject, received: answerOf(each) }] : [];
}

/** Parameters of the URL or of the form; those of a body that is said to be something else too, which is not how they must be sent. */
function exchangeParameters(each: Exchanged): ReadonlyMap<string, Parameter> | undefined {
  const { form, url, requestBody = '' } = each.exchange;
  if (form.length > 0 || url.searchParams.has('grant_type')) return parametersOf(each);
  if (!/grant-type(?::|%3A)token-exchange/i.test(requestBody)) return undefined;
  const place = placeInExchange(each, 'request', 'postData', 'text');
  const pairs = requestBody.trimStart().startsWith('{') ? membersOf(requestBody) : new URLSearchParams(requestBody);
  return new Map([...pairs].map(([name, value]) => [name, { value, place }]));
}

function membersOf(json: string): [string, string][] {
  try {
    const { value } = parseJson(json);
    return Object.entries(isObject(value) ? value : {}).filter(
      (each): each is [string, string] => typeof each[1] === 'string',
    );
  } catch {
    // Not JSON after all: nothing tells what is asked.
    return [];
  }
}

function subjectOf(text: string | undefined, byText: ReadonlyMap<string, GivenToken>): Subject {
  const given = text === undefined ? undefined : byText.get(text);
  const jwt = given?.jwt ?? (text === undefined ? undefined : jwtIn(text));
  return { text, given, jwt, use: given?.use ?? (jwt && useOf(jwt.claims)) };
}

/** What a token of Pro Santé Connect is for, by the type that it writes; undefined for another issuer's. */
function useOf({ iss, typ, aud, scope }: Readonly<Record<string, unknown>>): GivenToken['use'] | undefined {
  if (!isIssuer(iss)) return undefined;
  if (typ === 'ID' || (typ === undefined && aud !== undefined && scope === undefined)) return 'id';
  return typ === 'Refresh' ? 'refresh' : 'access';
}

function answerOf({ exchange }: Exchanged): Record<string, unknown> | undefined {
  return succeeded(exchange) ? responseObject(exchange) : undefined;
}

function tokensOf(exchanges: readonly TokenExchange[], all: readonly Exchanged[]): ApiToken[] {
  const introspected = introspections(all);
  const tokens: ApiToken[] = [];
  const renewable = new Map<string, TokenExchange>();
  const add = (each: Exchanged, exchange: TokenExchange): void => {
    const answer = answerOf(each);
    const text = textIn(answer, 'access_token');
    const refresh = textIn(answer, 'refresh_token');
    if (refresh !== undefined) renewable.set(refresh, exchange);
    if (text === undefined) return;
    const jwt = jwtIn(text);
    const seconds = Number(answer?.expires_in ?? Number.NaN);
    tokens.push({
      text,
      claims: jwt?.claims ?? introspected.get(text),
      header: jwt?.header,
      receivedAt: instantOf(each),
      lifetime: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
      at: placeInExchange(each, 'response', 'content', 'text'),
      exchange,
    });
  };
  const own = new Map(exchanges.map((each) => [each.exchange, each]));
  const servers = new Set(exchanges.map(({ exchange }) => addressOf(exchange.url)));
  for (const each of all) {
    const exchange = own.get(each.exchange) ?? renewedIn(each);
    if (exchange) add(each, exchange);
  }
  return tokens;

  function renewedIn(each: Exchanged): TokenExchange | undefined {
    if (!servers.has(addressOf(each.exchange.url))) return undefined;
    return renewable.get(each.exchange.form.find(({ name }) => name === 'refresh_token')?.value ?? '');
  }
}

/** What authorization servers said of tokens that they were asked about (RFC 7662), by token. */
function introspections(all: readonly Exchanged[]): Map<string, Record<string, unknown>> {
  const known = new Map<string, Record<string, unknown>>();
  for (const each of all) {
    const { form, url } = each.exchange;
    const token = form.find(({ name }) => name === 'token')?.value;
    const answer = token === undefined || environmentOf(url) ? undefined : answerOf(each);
    if (token !== undefined && answer?.active === true) known.set(token, answer);
  }
  return known;
}

/** An address without its parameters. */
export function addressOf(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

/** A protocol of transport that must not be used, when the capture tells it (`_securityDetails`, as browsers add it to HAR). */
export function oldProtocolOf({ har, exchange }: Exchanged): string | undefined {
  let entry: unknown = har.content.json.value;
  for (const step of exchange.path) entry = Array.isArray(entry) ? entry[Number(step)] : isObject(entry) && entry[step];
  const details = isObject(entry) ? entry._securityDetails : undefined;
  const protocol = isObject(details) ? details.protocol : undefined;
  return typeof protocol === 'string' && /^(?:SSL.*|TLS ?v?1(?:[.][01])?)$/i.test(protocol.trim())
    ? protocol
    : undefined;
}

/** True for a request that leaves the machine without TLS. */
export function isInClear(url: URL): boolean {
  return url.protocol === 'http:' && !isLoopback(url);
}
