import { headerNamed } from '../../artifacts/http/har.js';
import { defineSetCheck, type Need, type Place, type RawFinding } from '../define.js';
import { transport } from '../sources/psc-rule.js';
import {
  type ApiToken,
  addressOf,
  exchangesOf,
  isInClear,
  oldProtocolOf,
  type TokenExchange,
} from './exchanges/token-exchanges.js';
import { isLateSubject } from './exchanges/validity.js';
import { NOT_PSC, placeInExchange, postData } from './trace/exchange-legs.js';
import { instantOf, PSC_KINDS } from './trace/material.js';
import { responseObject, succeeded, textIn } from './trace/response-object.js';

const FORM = 'application/x-www-form-urlencoded';

const TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:';
const SUBJECT_TYPES = [`${TOKEN_TYPE}access_token`, `${TOKEN_TYPE}jwt`];

/** Seconds: an API's token should last one to four hours. */
const LONGEST = 4 * 3600;

const SUBJECT = 'subject_token={access-token}';

const edit = (good: string, bad: string) => ({ base: 'psc-api', part: 'har', good, bad }) as const;

const ANSWER = `&scope=dmp+ordonnance-numerique"\n    },\n    "response": {\n      "status": `;

const NEXT = '{\n    "startedDateTime": "2026-03-16T10:30:21.000+01:00"';

/** The same token exchanged once more. */
const AGAIN = `${JSON.stringify({
  startedDateTime: '2026-03-16T10:30:20.500+01:00',
  request: {
    method: 'POST',
    url: 'https://as.donnees-sante.example.org/oauth2/token',
    headers: [{ name: 'Content-Type', value: FORM }],
    text: `grant_type=urn:ietf:params:oauth:grant-type:token-exchange&${SUBJECT}&subject_token_type=${TOKEN_TYPE}jwt&scope=dmp+ordonnance-numerique`,
  },
  response: { status: 200, headers: [] },
})},\n  `;

const STEP = '§ Demande d’échange de jetons auprès du serveur d’autorisation';

/**
 * The token of Pro Santé Connect is exchanged for that of an API as the volet Transport says. That the client presents a certificate is not seen in a
 * capture: nothing is said of it.
 */
export const tokenExchange = defineSetCheck({
  id: 'psc/token-exchange',
  on: PSC_KINDS,
  rules: {
    form: transport(`${STEP} ; RFC 8693 §2.1`),
    transport: transport('§ Confidentialité'),
    'subject-token': transport(STEP),
    'subject-expired': transport('§ Cas d’erreur 1a'),
    'subject-reused': transport('§ La définition des proxys', 'warning'),
    'subject-token-type': transport(STEP),
    scope: transport(STEP),
    actor: transport('§ Nouveaux services cibles ; RFC 8693 §2.1'),
    secret: transport('§ L’intégration du mTLS dans le cadre du workflow OAuth 2.0', 'warning'),
    refused: transport(`${STEP} ; RFC 8693 §2.2.2`),
    answer: transport(`${STEP} ; RFC 8693 §2.2.1`, 'warning'),
    lifetime: transport('§ Les normes de conservation de l’access token', 'warning'),
    cached: transport(`${STEP} ; RFC 6749 §5.1`, 'info'),
  },
  examples: [
    { rule: 'form', ...edit('"POST",\n      "url": "https://as.donnees', '"PUT",\n      "url": "https://as.donnees') },
    { rule: 'transport', ...edit('https://as.donnees-sante', 'http://as.donnees-sante') },
    { rule: 'subject-token', ...edit(SUBJECT, 'subject_token={id-token}') },
    { rule: 'subject-reused', ...edit(NEXT, `${AGAIN}${NEXT}`) },
    { rule: 'subject-expired', ...edit('2026-03-16T10:30:20.000+01:00', '2026-03-16T10:32:40.000+01:00') },
    {
      rule: 'subject-token-type',
      ...edit('token-type%3Aaccess_token', 'token-type%3Asaml2'),
    },
    { rule: 'scope', ...edit('&scope=dmp+ordonnance-numerique', '') },
    { rule: 'actor', ...edit('&scope=dmp', '&actor_token=eyJhbGciOiJub25lIn0.e30.&scope=dmp') },
    { rule: 'refused', ...edit(`${ANSWER}200`, `${ANSWER}403`) },
    { rule: 'answer', ...edit('\n        "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",', '') },
    { rule: 'lifetime', ...edit('"expires_in": 3600', '"expires_in": 86400') },
    { rule: 'cached', ...edit('no-cache, no-store', 'no-cache') },
    { rule: 'secret', ...edit('&scope=dmp', '&client_secret=secret-fictif&scope=dmp') },
  ],
  run(artifacts) {
    const { exchanges, tokens } = exchangesOf(artifacts);
    if (exchanges.length === 0) return NOT_PSC;
    const findings = [
      ...exchanges.flatMap(judgeRequest),
      ...reused(exchanges),
      ...judgeOutcomes(exchanges),
      ...exchanges.flatMap((each) => judgeAnswer(each)),
      ...tokens.flatMap(judgeLifetime),
    ];
    const needs = needsOf(exchanges);
    return { evaluated: exchanges.length, findings, ...(needs.length > 0 && { needs }) };
  },
});

type Finding = RawFinding<
  | 'form'
  | 'transport'
  | 'subject-token'
  | 'subject-expired'
  | 'subject-reused'
  | 'subject-token-type'
  | 'scope'
  | 'actor'
  | 'secret'
  | 'refused'
  | 'answer'
  | 'lifetime'
  | 'cached'
>;

function judgeRequest(each: TokenExchange): Finding[] {
  const value = (name: string): string | undefined => each.parameters.get(name)?.value.trim() || undefined;
  const at = (name: string): Place => each.parameters.get(name)?.place ?? placeInExchange(each, 'request', 'url');
  const findings: Finding[] = [...judgeForm(each), ...judgeTransport(each)];
  const { use, text } = each.subject;
  if (text === undefined) findings.push({ rule: 'subject-token', at: at('subject_token'), actual: '' });
  else if (use === 'id' || use === 'refresh')
    findings.push({ rule: 'subject-token', at: at('subject_token'), actual: `${use}_token` });
  const type = each.parameters.get('subject_token_type')?.value ?? '';
  // The type of a token that is not the right one is that token's own: said once.
  if (!SUBJECT_TYPES.includes(type) && type !== `${TOKEN_TYPE}${use}_token`)
    findings.push({ rule: 'subject-token-type', at: at('subject_token_type'), actual: type });
  if (value('scope') === undefined) findings.push({ rule: 'scope', at: at('scope') });
  const actor = ['actor_token', 'actor_token_type'].filter((name) => value(name) !== undefined);
  if (actor.length === 1) findings.push({ rule: 'actor', at: at(actor[0] ?? ''), actual: actor[0] ?? '' });
  const basic = each.exchange.requestHeaders.findIndex(
    (header) => /^authorization$/i.test(header.name) && /^Basic\s/i.test(header.value),
  );
  if (value('client_secret') !== undefined) findings.push({ rule: 'secret', at: at('client_secret') });
  else if (basic !== -1)
    findings.push({ rule: 'secret', at: placeInExchange(each, 'request', 'headers', basic, 'name') });
  return findings;
}

function judgeForm(each: TokenExchange): Finding[] {
  const { method, url, requestHeaders } = each.exchange;
  if (method !== 'POST') return [{ rule: 'form', at: placeInExchange(each, 'request', 'method'), actual: method }];
  if (url.searchParams.has('subject_token'))
    return [{ rule: 'form', at: placeInExchange(each, 'request', 'url'), actual: 'URL' }];
  const written = postData(each)?.mimeType;
  const type = (typeof written === 'string' && written) || headerNamed(requestHeaders, 'content-type') || '';
  if (type.split(';')[0]?.trim().toLowerCase() === FORM) return [];
  return [{ rule: 'form', at: placeInExchange(each, 'request', 'postData', 'mimeType'), actual: type }];
}

function judgeTransport(each: TokenExchange): Finding[] {
  const at = placeInExchange(each, 'request', 'url');
  if (isInClear(each.exchange.url)) return [{ rule: 'transport', at, actual: 'http' }];
  const protocol = oldProtocolOf(each);
  return protocol === undefined ? [] : [{ rule: 'transport', at, actual: protocol }];
}

/** A token is exchanged once at each server for each use: what failed may be tried again, and a Proxy e-Santé asks several servers. */
function reused(exchanges: readonly TokenExchange[]): Finding[] {
  const seen = new Set<string>();
  return exchanges.flatMap((each): Finding[] => {
    const { exchange, parameters, subject } = each;
    if (subject.text === undefined || subject.use === undefined || !succeeded(exchange)) return [];
    const target = ['scope', 'audience', 'resource'].map((name) => parameters.get(name)?.value);
    const key = JSON.stringify([addressOf(exchange.url), subject.text, ...target]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const at = parameters.get('subject_token')?.place ?? placeInExchange(each, 'request', 'url');
    return [{ rule: 'subject-reused', at }];
  });
}

/** A failure matters only if nothing succeeded after it: an expired token is renewed and exchanged again. Those of the server (5xx) are not the software's. */
function judgeOutcomes(exchanges: readonly TokenExchange[]): Finding[] {
  const lastSuccess = new Map<string, number>();
  for (const { exchange, rank } of exchanges) if (succeeded(exchange)) lastSuccess.set(addressOf(exchange.url), rank);
  const late = new Set(
    exchanges.filter(
      (each) => isLateSubject(each) && !isRecovered(each, lastSuccess) && each.subject.use !== 'refresh',
    ),
  );
  const expired = [...late].map((each): Finding => {
    const at = each.parameters.get('subject_token')?.place ?? placeInExchange(each, 'request', 'url');
    return { rule: 'subject-expired', at };
  });
  const refused = new Map<string, TokenExchange>();
  for (const each of exchanges) {
    const { status, url } = each.exchange;
    if (status >= 400 && status < 500 && !isRecovered(each, lastSuccess) && !late.has(each))
      refused.set(addressOf(url), each);
  }
  const answers = [...refused.values()].map((each): Finding => {
    const actual = textIn(responseObject(each.exchange), 'error') ?? String(each.exchange.status);
    return { rule: 'refused', at: placeInExchange(each, 'response', 'status'), actual };
  });
  return [...expired, ...answers];
}

function isRecovered({ exchange, rank }: TokenExchange, lastSuccess: ReadonlyMap<string, number>): boolean {
  return !succeeded(exchange) && (lastSuccess.get(addressOf(exchange.url)) ?? -1) > rank;
}

function judgeAnswer(each: TokenExchange): Finding[] {
  const { received: answer, exchange } = each;
  if (!answer) return [];
  const missing = ['access_token', 'issued_token_type'].filter((name) => textIn(answer, name) === undefined);
  // RFC 6749 §5.1: the type is compared without case.
  if (textIn(answer, 'token_type')?.toLowerCase() !== 'bearer') missing.push('token_type (Bearer)');
  const at = placeInExchange(each, 'response', 'content', 'text');
  const findings: Finding[] =
    missing.length === 0 ? [] : [{ rule: 'answer', at, args: { missing: missing.join(', ') } }];
  const caching = headerNamed(exchange.responseHeaders, 'cache-control') ?? '';
  if (exchange.responseHeaders.length > 0 && !/\bno-store\b/i.test(caching))
    findings.push({ rule: 'cached', at: placeInExchange(each, 'response', 'headers'), actual: caching });
  return findings;
}

function judgeLifetime({ lifetime, claims, at }: ApiToken): Finding[] {
  const { exp, iat } = claims ?? {};
  const written = typeof exp === 'number' && typeof iat === 'number' ? exp - iat : undefined;
  const seconds = Math.max(lifetime ?? 0, written ?? 0);
  return seconds > LONGEST ? [{ rule: 'lifetime', at, actual: String(seconds) }] : [];
}

function needsOf(exchanges: readonly TokenExchange[]): Need[] {
  const unknown = exchanges.some(({ subject }) => subject.text !== undefined && subject.use === undefined);
  // What the server failed to answer (5xx) proves no more than what was not captured.
  const unanswered = exchanges.every(
    ({ exchange: { status }, received }) => (status < 400 || status >= 500) && received === undefined,
  );
  const untimed = exchanges.some((each) => instantOf(each) === undefined);
  return [
    ...(unknown ? [{ code: 'need/exchanged-subject' as const }] : []),
    ...(unanswered ? [{ code: 'need/exchange-answer' as const }] : []),
    ...(untimed ? [{ code: 'need/capture-time' as const }] : []),
  ];
}
