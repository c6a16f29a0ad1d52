import { defineSetCheck, type RawFinding } from '../define.js';
import { transport } from '../sources/psc-rule.js';
import {
  type ApiToken,
  addressOf,
  type Exchanges,
  exchangesOf,
  isInClear,
  oldProtocolOf,
} from './exchanges/token-exchanges.js';
import { isLate } from './exchanges/validity.js';
import { environmentOf } from './trace/endpoints.js';
import { type Exchanged, NOT_PSC, placeInExchange } from './trace/exchange-legs.js';
import { instantOf, PSC_KINDS } from './trace/material.js';
import { succeeded } from './trace/response-object.js';

const edit = (good: string, bad: string) => ({ base: 'psc-api', part: 'har', good, bad }) as const;

const CALL = '§ Requête de la ressource protégée auprès du service cible';
const AUTHORIZATION = '"name": "Authorization",\n          "value": "Bearer {api-token}"';
const REST = `"GET",\n      "url": "https://api.donnees-sante.example.org/ordonnance-numerique/v1/prescriptions?etat=active",\n      "headers": [\n        {\n          ${AUTHORIZATION}`;

const ANSWER = '\n    },\n    "response": {\n      "status": ';

/**
 * An API is called with the token that was got for it, still valid, in a header and over TLS. A token of Pro Santé Connect that is sent to an API for which
 * none was exchanged is another way of calling, which other checks look at.
 */
export const apiCall = defineSetCheck({
  id: 'psc/api-call',
  on: PSC_KINDS,
  rules: {
    transport: transport('§ Confidentialité'),
    'psc-token': transport(CALL),
    'no-token': transport('§ Services cibles existants utilisant une assertion SAML'),
    'in-url': transport(`${CALL} ; RFC 6750 §2.3`),
    scheme: transport(`${CALL} ; RFC 6750 §2.1`),
    'header-twice': transport(`${CALL} ; RFC 6750 §2`),
    // A software may learn it by a refusal.
    expired: transport(`${CALL} ; RFC 6750 §3.1`, 'warning'),
    refused: transport(`${CALL} ; RFC 6750 §3.1`),
  },
  examples: [
    {
      rule: 'transport',
      ...edit('https://api.donnees-sante.example.org/ordonnance', 'http://api.donnees-sante.example.org/ordonnance'),
    },
    { rule: 'psc-token', ...edit(REST, REST.replace('{api-token}', '{access-token}')) },
    { rule: 'in-url', ...edit('?etat=active', '?etat=active&access_token={api-token}') },
    { rule: 'scheme', ...edit(REST, REST.replace('Bearer ', '')) },
    {
      rule: 'header-twice',
      ...edit(REST, `${REST}\n        },\n        {\n          ${AUTHORIZATION}`),
    },
    {
      rule: 'no-token',
      ...edit(
        'dmp/v2/patients",\n      "headers": [\n        {\n          "name": "Authorization"',
        'dmp/v2/patients",\n      "headers": [\n        {\n          "name": "X-Autre"',
      ),
    },
    { rule: 'refused', ...edit(`${REST}\n        }\n      ]${ANSWER}200`, `${REST}\n        }\n      ]${ANSWER}401`) },
    { rule: 'expired', ...edit('2026-03-16T10:30:21.000+01:00', '2026-03-16T11:31:00.000+01:00') },
  ],
  run(artifacts) {
    const calls = callsOf(exchangesOf(artifacts));
    if (calls.length === 0) return NOT_PSC;
    const untimed = calls.some(({ from }) => instantOf(from) === undefined);
    return {
      evaluated: calls.length,
      findings: judgeAll(calls),
      ...(untimed && { needs: [{ code: 'need/capture-time' as const }] }),
    };
  },
});

type Finding = RawFinding<
  'transport' | 'psc-token' | 'no-token' | 'in-url' | 'scheme' | 'header-twice' | 'expired' | 'refused'
>;

/** A request to a server for which a token was exchanged. */
interface Call {
  readonly from: Exchanged;
  /** Undefined for a call without token, or with one of Pro Santé Connect. */
  readonly token: ApiToken | undefined;
  readonly carries: 'token' | 'psc-token' | 'nothing';
  /** Headers that authorize. */
  readonly headers: number;
  readonly inUrl: boolean;
  /** The token stands in a header that does not say Bearer. */
  readonly bare: boolean;
}

const SOAP = ['http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/'];

/** True for a SOAP message with a SAML assertion, by the names that it uses. */
function hasAssertion({ exchange: { requestBody = '' } }: Exchanged): boolean {
  return (
    SOAP.some((name) => requestBody.includes(name)) && requestBody.includes('urn:oasis:names:tc:SAML:2.0:assertion')
  );
}

/** True for a call of the DMP with a VIHF: `dmp/psc-user` judges when the token that goes with it ends. */
function isDmpCall(from: Exchanged): boolean {
  return (
    hasAssertion(from) &&
    /urn:(?:hl7-org:v3|ihe:|oasis:names:tc:ebxml-regrep|si-dmp)/.test(from.exchange.requestBody ?? '')
  );
}

function callsOf({ all, tokens, given, exchanges }: Exchanges): Call[] {
  if (tokens.length === 0) return [];
  const known = new Map(tokens.map((token) => [token.text, token]));
  const ofPsc = new Set(given.filter(({ use }) => use === 'access').map(({ text }) => text));
  const requests = new Set(exchanges.map(({ exchange }) => exchange));
  const seen = all.flatMap((from) => {
    const { requestHeaders, url } = from.exchange;
    if (requests.has(from.exchange) || environmentOf(url)) return [];
    const bearers = requestHeaders.flatMap(({ name, value }) =>
      /^authorization$/i.test(name) ? [bearerIn(value)] : [],
    );
    const inUrl = [...url.searchParams.values()].find((value) => known.has(value));
    const token = known.get(bearers.find((each) => known.has(each)) ?? inUrl ?? '');
    const bare = requestHeaders.some(({ name, value }) => /^authorization$/i.test(name) && known.has(value.trim()));
    return [{ from, bearers, token, inUrl: inUrl !== undefined, bare }];
  });
  const hosts = new Set(seen.flatMap(({ from, token }) => (token ? [from.exchange.url.host] : [])));
  for (const { claims } of tokens) for (const host of audienceHosts(claims?.aud)) hosts.add(host);
  return seen.flatMap(({ from, bearers, token, inUrl, bare }): Call[] => {
    const common = { from, token, headers: bearers.length, inUrl, bare };
    const { host } = from.exchange.url;
    if (token) return [{ ...common, carries: 'token' }];
    if (hosts.has(host) && bearers.some((each) => ofPsc.has(each))) return [{ ...common, carries: 'psc-token' }];
    if (hosts.has(host) && bearers.length === 0 && hasAssertion(from)) return [{ ...common, carries: 'nothing' }];
    return [];
  });
}

/** The token of a header, or the header's value without one. */
function bearerIn(value: string): string {
  return value.trim().replace(/^Bearer\s+/i, '');
}

function audienceHosts(aud: unknown): string[] {
  return [aud].flat().flatMap((each) => (typeof each === 'string' && URL.canParse(each) ? [new URL(each).host] : []));
}

function judgeAll(calls: readonly Call[]): Finding[] {
  const lastSuccess = new Map<string, number>();
  for (const { from, token } of calls)
    if (token && succeeded(from.exchange)) lastSuccess.set(addressOf(from.exchange.url), from.rank);
  return calls.flatMap((call) =>
    judge(call, (lastSuccess.get(addressOf(call.from.exchange.url)) ?? -1) > call.from.rank),
  );
}

function judge({ from, token, carries, headers, inUrl, bare }: Call, recovered: boolean): Finding[] {
  const { status, url } = from.exchange;
  const at = placeInExchange(from, 'request', 'url');
  const inHeaders = placeInExchange(from, 'request', 'headers');
  if (carries === 'psc-token') return [{ rule: 'psc-token', at: inHeaders, args: { host: url.host } }];
  if (carries === 'nothing') return [{ rule: 'no-token', at: inHeaders, args: { host: url.host } }];
  const findings: Finding[] = [];
  const protocol = isInClear(url) ? 'http' : oldProtocolOf(from);
  if (protocol !== undefined) findings.push({ rule: 'transport', at, actual: protocol });
  if (inUrl) findings.push({ rule: 'in-url', at });
  if (bare) findings.push({ rule: 'scheme', at: inHeaders });
  if (headers > 1) findings.push({ rule: 'header-twice', at: inHeaders, actual: String(headers) });
  // A refusal tells the software that the token ended: what it does next counts.
  const isRefused = status === 401;
  if (isRefused && recovered) return findings;
  if (token && isLate(token, from)) {
    if (!isDmpCall(from)) findings.push({ rule: 'expired', at: inHeaders });
  } else if (isRefused)
    findings.push({ rule: 'refused', at: placeInExchange(from, 'response', 'status'), actual: String(status) });
  return findings;
}
