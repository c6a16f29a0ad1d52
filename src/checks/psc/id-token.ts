import { type JwtContent, parseJwt } from '../../artifacts/jwt/jwt.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { callbacksOf } from './trace/callbacks.js';
import { ISSUERS } from './trace/endpoints.js';
import { type Leg, legsTo, NOT_PSC, parameterOf, placeInExchange, type Trace, traceOf } from './trace/exchange-legs.js';
import { lacksBackEnd } from './trace/logins.js';
import { responseObject, succeeded, textIn } from './trace/response-object.js';

/** Seconds by which clocks may differ; OpenID Connect Core 1.0 §3.1.3.7 allows a few minutes. */
const CLOCK_SKEW = 300;

const inClaims = (good: string, bad: string) => ({ base: 'psc-web', part: 'id-token', good, bad }) as const;
const inHeader = (bad: string) => ({ base: 'psc-web', part: 'token-header', good: '"alg":"RS256"', bad }) as const;

/**
 * Each ID token received is addressed to the software, by the right platform, for this login and still in time. It is decoded only:
 * its signature is not judged here.
 */
export const idToken = defineSetCheck({
  id: 'psc/id-token',
  on: 'har',
  rules: {
    malformed: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §2'),
    unsigned: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §2, §3.1.3.7'),
    algorithm: observed('Jetons enregistrés de Pro Santé Connect : RS256'),
    issuer: primary('EXI PSC 09, 14 ; OpenID Connect Core 1.0 §3.1.3.7'),
    audience: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.7'),
    nonce: observed('OpenID Connect Core 1.0 §3.1.3.7 et intégrations en service'),
    expired: primary('EXI PSC 09 ; OpenID Connect Core 1.0 §3.1.3.7'),
    acr: observed('Jetons enregistrés de Pro Santé Connect : eidas1, eidas2, eidas3'),
  },
  examples: [
    {
      rule: 'malformed',
      base: 'psc-web',
      part: 'har',
      good: '"id_token": "{id-token}"',
      bad: '"id_token": "illisible"',
    },
    { rule: 'unsigned', ...inHeader('"alg":"none"') },
    { rule: 'algorithm', ...inHeader('"alg":"PS256"') },
    { rule: 'issuer', ...inClaims('"iss": "https://auth.bas.psc.', '"iss": "https://auth.esw.') },
    { rule: 'audience', ...inClaims('"aud": "exemple-lgc-bas"', '"aud": "autre-logiciel"') },
    { rule: 'nonce', ...inClaims('"nonce": "6f1d0c8e', '"nonce": "00000000') },
    { rule: 'expired', ...inClaims('"exp": 1773653535', '"exp": 1773500000') },
    { rule: 'acr', ...inClaims('"acr": "eidas1"', '"acr": "0"') },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const requests = requestsByCode(trace);
    const received = legsTo(trace, 'token').flatMap((leg) => {
      const token = succeeded(leg.exchange) ? textIn(responseObject(leg.exchange), 'id_token') : undefined;
      return token === undefined ? [] : [{ leg, token }];
    });
    const findings = received.flatMap(({ leg, token }) => judge(leg, token, requests));
    if (lacksBackEnd(trace)) return { evaluated: received.length, findings, needs: [{ code: 'need/token-exchange' }] };
    const untimed = received.some(({ leg }) => Number.isNaN(Date.parse(leg.exchange.startedAt ?? '')));
    return { evaluated: received.length, findings, ...(untimed && { needs: [{ code: 'need/capture-time' }] }) };
  },
});

type Rule = 'malformed' | 'unsigned' | 'algorithm' | 'issuer' | 'audience' | 'nonce' | 'expired' | 'acr';

/** The authorization request that led to each code. */
function requestsByCode(trace: Trace): ReadonlyMap<string | undefined, Leg> {
  return new Map(callbacksOf(trace).map(({ code, authorization }) => [code, authorization]));
}

function judge(leg: Leg, token: string, requests: ReadonlyMap<string | undefined, Leg>): RawFinding<Rule>[] {
  const at = placeInExchange(leg, 'response', 'content', 'text');
  const jwt = decode(token);
  if (!jwt) return [{ rule: 'malformed', at }];
  const { header, claims } = jwt;
  const findings: RawFinding<Rule>[] = [];
  const found = (rule: Rule, value: unknown): void => {
    findings.push({ rule, at, actual: textOf(value) });
  };
  if (header.alg === undefined || /^(?:none$|HS)/i.test(textOf(header.alg))) found('unsigned', header.alg);
  else if (header.alg !== 'RS256') found('algorithm', header.alg);
  const issuers = ISSUERS[leg.environment];
  if (!issuers.includes(textOf(claims.iss))) {
    findings.push({ rule: 'issuer', at, args: { issuer: issuers[0] ?? '' }, actual: textOf(claims.iss) });
  }
  const request = requests.get(parameterOf(leg, 'code') ?? '');
  const client = clientOf(leg) ?? (request && parameterOf(request, 'client_id'));
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  if (client !== undefined && !audience.includes(client)) {
    findings.push({ rule: 'audience', at, args: { client }, actual: audience.map(textOf).join(', ') });
  }
  const nonce = request && parameterOf(request, 'nonce');
  if (nonce !== undefined && claims.nonce !== nonce) {
    const args = { sent: nonce.length, returned: textOf(claims.nonce).length };
    findings.push({ rule: 'nonce', at, args });
  }
  const received = Date.parse(leg.exchange.startedAt ?? '') / 1000;
  const timely = typeof claims.exp === 'number' && claims.exp + CLOCK_SKEW > received;
  if (!Number.isNaN(received) && !timely) found('expired', instantOf(claims.exp));
  if (!/^eidas[123]$/.test(textOf(claims.acr))) found('acr', claims.acr);
  return findings;
}

function decode(token: string): JwtContent | undefined {
  try {
    return parseJwt(token);
  } catch {
    return undefined;
  }
}

/** The client that a token request names: a parameter, or the user of Basic authentication (RFC 6749 §2.3.1). */
function clientOf(leg: Leg): string | undefined {
  const named = parameterOf(leg, 'client_id');
  if (named !== undefined) return named;
  const header = leg.exchange.requestHeaders.find(({ name }) => name.toLowerCase() === 'authorization')?.value ?? '';
  const basic = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  if (basic === undefined) return undefined;
  const user = Buffer.from(basic, 'base64').toString('utf8').split(':')[0] ?? '';
  try {
    return decodeURIComponent(user.replaceAll('+', ' ')) || undefined;
  } catch {
    return user;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A number of seconds as an instant, to be read beside that of the capture. */
function instantOf(seconds: unknown): string {
  const instant = new Date(typeof seconds === 'number' ? seconds * 1000 : Number.NaN);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
}
