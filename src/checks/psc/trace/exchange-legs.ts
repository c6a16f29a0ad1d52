import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import type { HarExchange } from '../../../artifacts/http/har.js';
import { isObject, type JsonPath } from '../../../artifacts/json/document.js';
import { jwtIn, looksLikeJwt } from '../../../artifacts/jwt/jwt.js';
import { placeIn } from '../../context.js';
import type { Need, Outcome, Place } from '../../define.js';
import { type Endpoint, type Environment, endpointOf, environmentOf, isRelayed } from './endpoints.js';
import { inOrder } from './order.js';
import { responseObject } from './response-object.js';
import { type SeparateAnswer, separateAnswers } from './separate-files.js';
import { sharedBy } from './shared.js';

/** One protocol request to Pro Santé Connect, with its parameters whether they stand in the URL or in a form. */
export interface Leg extends Exchanged {
  readonly environment: Environment;
  readonly endpoint: Endpoint;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

export interface Parameter {
  readonly value: string;
  /** Where it stands, when it is not in the leg's own exchange but in a pushed request. */
  readonly place: Place;
}

/** An exchange of any host, in the order of the trace. */
export interface Exchanged {
  readonly har: Artifact<'har'>;
  readonly exchange: HarExchange;
  /** Position among all the exchanges of the trace, in the order of time. */
  readonly rank: number;
  /** The response, when it stands in a file of its own. */
  readonly answer: SeparateAnswer | undefined;
}

/** What has a place: an exchange, and the file of its response. */
type Placed = Pick<Exchanged, 'har' | 'exchange'> & { readonly answer?: SeparateAnswer | undefined };

/** What captures show of Pro Santé Connect. */
export interface Trace {
  readonly exchanges: readonly Exchanged[];
  readonly legs: readonly Leg[];
  /** Authorization requests whose parameters are known. */
  readonly authorizations: readonly Leg[];
  /** Authorization requests that refer to a pushed request (RFC 9126) that was not captured, or to a request object that can't be read. */
  readonly unresolved: readonly Leg[];
  /** Files that hold the body of a response, whose request is in another one. */
  readonly bodies: ReadonlySet<Artifact>;
}

/** Outcome of a check on captures that hold nothing of Pro Santé Connect. */
export const NOT_PSC: Outcome<never> = { evaluated: 0, findings: [], applies: false };

/**
 * The requests to Pro Santé Connect of one or more captures of the same trace, e.g. that of the browser and that of the back end, or a file
 * for each request and each response; undefined when there is none. Bodies of responses that were exported alone may be given too.
 */
export const traceOf: (artifacts: readonly Artifact<'har' | 'jwt' | 'oidc'>[]) => Trace | undefined =
  sharedBy(readTrace);

function readTrace(artifacts: readonly Artifact<'har' | 'jwt' | 'oidc'>[]): Trace | undefined {
  const isPsc = (each: Artifact): boolean =>
    isKind(each, 'har') && each.content.exchanges.some(({ url }) => environmentOf(url) !== undefined);
  if (!artifacts.some(isPsc)) return undefined;
  const { exchanges, answers } = exchangesIn(artifacts);
  const platform = exchanges.flatMap(({ exchange }) => environmentOf(exchange.url) ?? [])[0];
  const legs = withoutInnerLogins(exchanges.flatMap((each) => legOf(each, platform) ?? []));
  const followUps = followUpsOf(exchanges);
  const requests = legsTo({ legs }, 'authorization').filter(({ exchange }) => !followUps.has(exchange));
  const pushed = new Map(legsTo({ legs }, 'pushed').map((leg) => [responseObject(leg.exchange)?.request_uri, leg]));
  const resolved = requests.map((leg) => {
    const reference = parameterOf(leg, 'request_uri');
    const push = reference === undefined ? undefined : pushed.get(reference);
    return push ? { ...leg, parameters: push.parameters } : leg;
  });
  return {
    exchanges,
    legs,
    authorizations: resolved.filter((leg) => !isOpaque(leg)),
    unresolved: resolved.filter(isOpaque),
    bodies: new Set([...answers.values()].map(({ artifact }) => artifact).filter(({ kind }) => kind === 'oidc')),
  };
}

/** The exchanges of captures, of any host, in order, and the answers that stand in files of their own. */
export function exchangesIn(artifacts: readonly Artifact<'har' | 'jwt' | 'oidc'>[]): {
  exchanges: Exchanged[];
  answers: ReturnType<typeof separateAnswers>;
} {
  const hars = artifacts.filter((each): each is Artifact<'har'> => isKind(each, 'har'));
  const answers = separateAnswers(
    hars,
    artifacts.filter((each): each is Artifact<'oidc'> => isKind(each, 'oidc')),
  );
  const captures = hars.map((har) =>
    har.content.exchanges.map((asked) => {
      const answer = answers.get(asked);
      return { har, exchange: answer?.exchange ?? asked, answer };
    }),
  );
  return { exchanges: inOrder(captures).map((each, rank) => ({ ...each, rank })), answers };
}

/** What is needed when an authorization request refers to parameters that no capture shows. */
export function pushedRequestNeed(trace: Trace): Need[] {
  return trace.unresolved.length === 0 ? [] : [{ code: 'need/psc-leg', args: { leg: 'pushed-request' } }];
}

/** The requests to one endpoint, in order. */
export function legsTo(trace: Pick<Trace, 'legs'>, endpoint: Endpoint): Leg[] {
  return trace.legs.filter((leg) => leg.endpoint === endpoint);
}

/** Value of a parameter of a request; RFC 6749 §3.1 takes an empty one as omitted. */
export function parameterOf(leg: Leg, name: string): string | undefined {
  return leg.parameters.get(name)?.value;
}

/** Where a parameter stands, or the request's URL when it is absent. */
export function placeOf(leg: Leg, name?: string): Place {
  const parameter = name === undefined ? undefined : leg.parameters.get(name);
  return parameter?.place ?? placeInExchange(leg, 'request', 'url');
}

/** A place below an exchange of a capture. */
export function placeInExchange(at: Placed, ...below: JsonPath): Place {
  if (at.answer && below[0] === 'response') return placeIn(at.answer.artifact, { line: at.answer.line });
  return placeIn(at.har, at.har.content.json.locate([...at.exchange.path, ...below]));
}

/** Where the value of a header of a request stands. */
export function placeOfHeader(at: Placed, name: string): Place {
  const header = at.exchange.requestHeaders.findIndex((each) => each.name.toLowerCase() === name);
  return placeInExchange(at, 'request', 'headers', header, 'value');
}

/** Where the address of a redirect stands. */
export function placeOfRedirect(at: Placed): Place {
  const header = at.exchange.responseHeaders.findIndex((each) => each.name.toLowerCase() === 'location');
  if (header === -1) return placeInExchange(at, 'response', 'redirectURL');
  return placeInExchange(at, 'response', 'headers', header, 'value');
}

/** @param platform what a server that relays requests is taken to relay them to. */
function legOf(each: Exchanged, platform: Environment | undefined): Leg | undefined {
  const { url, method } = each.exchange;
  const endpoint = endpointOf(url);
  const environment = environmentOf(url) ?? (isRelayed(url) ? platform : undefined);
  // A preflight request (CORS) asks for permission, not for the endpoint.
  if (!environment || !endpoint || method === 'OPTIONS' || method === 'HEAD') return undefined;
  return { ...each, environment, endpoint, parameters: parametersOf(each) };
}

/** Parameters of the URL and of a form-urlencoded body, of which the first of a name wins, and of a request object (RFC 9101). */
export function parametersOf(each: Placed): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  const add = (name: string, value: string, place: Place): void => {
    if (value !== '' && !parameters.has(name)) parameters.set(name, { value, place });
  };
  const inUrl = placeInExchange(each, 'request', 'url');
  for (const [name, value] of each.exchange.url.searchParams) add(name, value, inUrl);
  const params = postData(each)?.params;
  const listed = Array.isArray(params) && params.length > 0;
  const inForm = (index: number): Place =>
    placeInExchange(each, 'request', 'postData', ...(listed ? ['params', index, 'value'] : ['text']));
  each.exchange.form.forEach(({ name, value }, index) => {
    add(name, value, inForm(index));
  });
  const object = parameters.get('request');
  // RFC 9101 §6.3: what the request object says supersedes what is beside it.
  if (object)
    for (const [name, value] of requestObject(object.value)) parameters.set(name, { value, place: object.place });
  return parameters;
}

/** The posted data of a request as the capture writes it. */
export function postData(each: Pick<Exchanged, 'har' | 'exchange'>): Record<string, unknown> | undefined {
  let value: unknown = each.har.content.json.value;
  for (const step of [...each.exchange.path, 'request', 'postData']) {
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isObject(value) ? value[step] : undefined;
  }
  return isObject(value) ? value : undefined;
}

/** An encrypted request object (RFC 9101 §6.1) says nothing to who looks at it. */
function isOpaque({ parameters }: Leg): boolean {
  const object = parameters.get('request')?.value;
  return parameters.has('request_uri') || (object !== undefined && !looksLikeJwt(object));
}

function requestObject(token: string): [string, string][] {
  // An encrypted request object can't be looked into: its parameters are then absent.
  return Object.entries(jwtIn(token)?.claims ?? {}).filter(
    (claim): claim is [string, string] => typeof claim[1] === 'string',
  );
}

/** Where the software asks the wallet, the wallet's page asks the server behind it in its turn: that is no request of the software. */
function withoutInnerLogins(legs: readonly Leg[]): Leg[] {
  const isInner = ({ endpoint, exchange }: Leg): boolean =>
    endpoint === 'authorization' && !exchange.url.hostname.startsWith('wallet.');
  if (!legs.some((leg) => leg.endpoint === 'authorization' && !isInner(leg))) return [...legs];
  return legs.map((leg) => (isInner(leg) ? { ...leg, endpoint: 'other' } : leg));
}

/**
 * The platform may redirect an authorization request to itself, and a user may load its page again before a code came back: that is the same request,
 * counted once.
 */
function followUpsOf(exchanges: readonly Exchanged[]): Set<HarExchange> {
  const targets = new Set<string>();
  const pending = new Set<string>();
  const followUps = new Set<HarExchange>();
  for (const { har, exchange } of exchanges) {
    if (exchange.url.searchParams.has('code') || exchange.form.some(({ name }) => name === 'code')) pending.clear();
    if (endpointOf(exchange.url) !== 'authorization') continue;
    const request = `${har.path}\n${exchange.url.href}`;
    if (targets.has(exchange.url.href) || pending.has(request)) followUps.add(exchange);
    if (exchange.url.search !== '') pending.add(request);
    const target = exchange.redirectUrl;
    if (target && environmentOf(target) === environmentOf(exchange.url)) targets.add(target.href);
  }
  return followUps;
}
