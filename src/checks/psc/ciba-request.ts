import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { mixedEnvironments } from './trace/environments.js';
import { type Leg, legsTo, NOT_PSC, parameterOf, placeInExchange, placeOf, traceOf } from './trace/exchange-legs.js';
import { CIBA_GRANT, gaveTokens } from './trace/logins.js';
import { responseObject, textIn } from './trace/response-object.js';

/** Seconds between two polls when the answer gives no interval (OpenID Connect CIBA Core 1.0 §7.3). */
const DEFAULT_INTERVAL = 5;

/** Seconds by which a timer may be early; a log tells whole seconds. */
const JITTER = 1;

const edit = (good: string, bad: string) => ({ base: 'psc-ciba', part: 'har', good, bad }) as const;

const SUCCESS =
  '"status": 200,\n      "headers": [\n        {\n          "name": "Content-Type",\n          "value": "application/json"\n        }\n      ],\n      "json": {\n        "access_token": "{access-token}"';

/** A login without browser (CIBA): the request, then polls at the pace that Pro Santé Connect sets, until the user has approved. */
export const cibaRequest = defineSetCheck({
  id: 'psc/ciba-request',
  on: 'har',
  rules: {
    scope: primary('EXI PSC 08, 10 ; OpenID Connect CIBA Core 1.0 §7.1'),
    'scope-all': observed('Documentation technique Pro Santé Connect (CIBA) et intégrations en service'),
    'no-login-hint': observed('Documentation technique Pro Santé Connect (CIBA) et exemple de Proxy e-Santé'),
    'login-hint': observed('Documentation technique Pro Santé Connect (CIBA) et exemple de Proxy e-Santé'),
    'binding-message': observed('Documentation technique Pro Santé Connect (CIBA) et exemple de Proxy e-Santé'),
    environment: primary('EXI PSC 14'),
    'auth-req-id': primary('EXI PSC 10, 15 ; OpenID Connect CIBA Core 1.0 §10.1'),
    polling: observed('OpenID Connect CIBA Core 1.0 §7.3'),
    'no-success': primary('EXI PSC 08, 09, 10'),
  },
  examples: [
    { rule: 'scope', ...edit('scope=openid+scope_all', 'scope=scope_all') },
    { rule: 'scope-all', ...edit('scope=openid+scope_all', 'scope=openid') },
    { rule: 'no-login-hint', ...edit('&login_hint=899700100011', '') },
    { rule: 'login-hint', ...edit('login_hint=899700100011', 'login_hint=99700100011') },
    { rule: 'binding-message', ...edit('binding_message=42', 'binding_message=Bonjour') },
    {
      rule: 'environment',
      ...edit(
        'auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout',
        'auth.esw.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout',
      ),
    },
    { rule: 'auth-req-id', ...edit('"auth_req_id": "a17c5e92', '"auth_req_id": "00000000') },
    { rule: 'polling', ...edit('2026-03-16T10:30:10.000+01:00', '2026-03-16T10:30:07.000+01:00') },
    {
      rule: 'no-success',
      ...edit(SUCCESS, SUCCESS.replace('200', '400').replace(/"access_token".*/, '"error": "access_denied"')),
    },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const requests = legsTo(trace, 'backchannel');
    const polls = legsTo(trace, 'token').filter((leg) => parameterOf(leg, 'grant_type') === CIBA_GRANT);
    const accepted = acceptedOf(requests);
    const end = endOf(requests, polls, accepted.size > 0);
    const findings = [
      ...requests.flatMap(judgeRequest),
      ...hars.flatMap(judgeEnvironment),
      ...foreignPolls(polls, accepted),
      ...hastyPolls(polls, accepted),
      ...(end.finding ? [end.finding] : []),
    ];
    const needs = [
      ...(end.need ? [end.need] : []),
      ...(isUntimed(polls) ? [{ code: 'need/capture-time' } as const] : []),
    ];
    return { evaluated: requests.length, findings, needs };
  },
});

type Finding = RawFinding<
  | 'scope'
  | 'scope-all'
  | 'no-login-hint'
  | 'login-hint'
  | 'binding-message'
  | 'environment'
  | 'auth-req-id'
  | 'polling'
  | 'no-success'
>;

/** The requests that Pro Santé Connect accepted, by the number that it gave them. */
type Accepted = ReadonlyMap<string, Leg>;

function acceptedOf(requests: readonly Leg[]): Accepted {
  return new Map(
    requests.flatMap((leg) => {
      const id = textIn(responseObject(leg.exchange), 'auth_req_id');
      return id === undefined ? [] : [[id, leg] as const];
    }),
  );
}

function judgeRequest(leg: Leg): Finding[] {
  const findings: Finding[] = [];
  const scope = parameterOf(leg, 'scope') ?? '';
  const scopes = scope.split(' ');
  if (!scopes.includes('openid')) findings.push({ rule: 'scope', at: placeOf(leg, 'scope'), actual: scope });
  if (!scopes.includes('scope_all')) findings.push({ rule: 'scope-all', at: placeOf(leg, 'scope'), actual: scope });
  const hint = parameterOf(leg, 'login_hint');
  if (hint === undefined) findings.push({ rule: 'no-login-hint', at: placeOf(leg) });
  // The number identifies a person: it is not shown.
  else if (isBadRpps(hint))
    findings.push({ rule: 'login-hint', at: placeOf(leg, 'login_hint'), args: { length: hint.length } });
  const message = parameterOf(leg, 'binding_message') ?? '';
  if (!/^\d{2}$/.test(message)) {
    findings.push({ rule: 'binding-message', at: placeOf(leg, 'binding_message'), actual: message });
  }
  return findings;
}

/** A number of RPPS is 8 and eleven digits; other identifiers (ADELI, FINESS, SIRET, test identities) have other forms. */
function isBadRpps(hint: string): boolean {
  return /^(?:8\d*|\d{11})$/.test(hint) && !/^8\d{11}$/.test(hint);
}

/** Captures that hold an authorization request too are judged by psc/authorization-request. */
function judgeEnvironment(har: Leg['har']): Finding[] {
  const trace = traceOf([har]);
  if (!trace || trace.authorizations.length > 0 || legsTo(trace, 'backchannel').length === 0) return [];
  return mixedEnvironments(trace);
}

function foreignPolls(polls: readonly Leg[], accepted: Accepted): Finding[] {
  const polled = new Set(polls.map((leg) => parameterOf(leg, 'auth_req_id')));
  // A server's capture may hold the logins of other users: a number is foreign only if one received was never polled.
  const forgotten = [...accepted.keys()].some((id) => !polled.has(id));
  return polls.flatMap((leg) => {
    const id = parameterOf(leg, 'auth_req_id');
    const foreign = id === undefined || (forgotten && !accepted.has(id));
    return foreign ? [{ rule: 'auth-req-id' as const, at: placeOf(leg, 'auth_req_id') }] : [];
  });
}

function hastyPolls(polls: readonly Leg[], accepted: Accepted): Finding[] {
  const last = new Map<string | undefined, number>();
  return polls.flatMap((leg) => {
    const id = parameterOf(leg, 'auth_req_id');
    const now = Date.parse(leg.exchange.startedAt ?? '') / 1000;
    const elapsed = now - (last.get(id) ?? Number.NaN);
    last.set(id, now);
    const request = accepted.get(id ?? '');
    const given = request && responseObject(request.exchange)?.interval;
    const interval = typeof given === 'number' ? given : DEFAULT_INTERVAL;
    if (Number.isNaN(elapsed) || elapsed >= interval - JITTER) return [];
    const seconds = Math.round(elapsed * 10) / 10;
    return [{ rule: 'polling' as const, at: placeInExchange(leg, 'startedDateTime'), args: { interval, seconds } }];
  });
}

function isUntimed(polls: readonly Leg[]): boolean {
  return polls.length > 1 && polls.some((leg) => Number.isNaN(Date.parse(leg.exchange.startedAt ?? '')));
}

/** How the logins ended: nothing to say of a success; a refusal is found; a capture that stops before the end is to be completed. */
function endOf(requests: readonly Leg[], polls: readonly Leg[], accepted: boolean): { finding?: Finding; need?: Need } {
  const last = polls.at(-1) ?? (accepted ? undefined : requests.at(-1));
  if (requests.length === 0 || polls.some((leg) => gaveTokens(leg.exchange))) return {};
  if (!last) return { need: { code: 'need/token-exchange' } };
  const { status } = last.exchange;
  const error = textIn(responseObject(last.exchange), 'error') ?? String(status);
  const refused = status >= 400 && status < 500 && !['authorization_pending', 'slow_down'].includes(error);
  if (!refused) return { need: { code: 'need/psc-leg', args: { leg: 'ciba-approval' } } };
  return { finding: { rule: 'no-success', at: placeInExchange(last, 'response', 'status'), actual: error } };
}
