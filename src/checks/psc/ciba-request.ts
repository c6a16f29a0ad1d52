import { headerNamed } from '../../artifacts/http/har.js';
import { isProfessionalId } from '../../identity/national-ids.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { belief, observed, primary } from '../sources/psc-rule.js';
import { acceptedOf, foreignPolls, hastyPolls, otherUsers, vainPolls } from './ciba/polls.js';
import { type Leg, legsTo, NOT_PSC, parameterOf, placeInExchange, placeOf, traceOf } from './trace/exchange-legs.js';
import { CIBA_GRANT } from './trace/grants.js';
import { flowsOf, gaveTokens } from './trace/logins.js';
import { instantOf } from './trace/material.js';
import { mixedEnvironments } from './trace/platforms.js';
import { responseObject, textIn } from './trace/response-object.js';

const CIBA = 'OpenID Connect CIBA Core 1.0';

const EXAMPLE = 'Documentation technique Pro Santé Connect (CIBA) et exemple de Proxy e-Santé';

const edit = (good: string, bad: string) => ({ base: 'psc-ciba', part: 'har', good, bad }) as const;

const ANSWER =
  '"status": 200,\n      "headers": [\n        {\n          "name": "Content-Type",\n          "value": "application/json"\n        }\n      ],\n      "json": {\n        ';
/** The logout of the base, from its address to its answer. */
const LOGOUT =
  'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout",\n      "headers": [\n        {\n          "name": "Content-Type",\n          "value": "application/x-www-form-urlencoded"\n        }\n      ],\n      "text": "client_id=exemple-lgc-bas&id_token_hint={id-token}"\n    },\n    "response": {\n      "status": 204,\n      "headers": []';

const SUCCESS = `${ANSWER}"access_token": "{access-token}"`;

/** A login without browser (CIBA): the request, then polls at the pace that Pro Santé Connect sets, until the user has approved. */
export const cibaRequest = defineSetCheck({
  id: 'psc/ciba-request',
  on: 'har',
  rules: {
    method: primary(`EXI PSC 10, 15 ; ${CIBA} §7.1`),
    form: primary(`EXI PSC 10, 15 ; ${CIBA} §7.1`),
    scope: primary(`EXI PSC 08, 10 ; ${CIBA} §7.1`),
    'scope-all': observed('Documentation technique Pro Santé Connect (CIBA) et intégrations en service'),
    'no-login-hint': observed(EXAMPLE),
    'login-hint': observed(EXAMPLE),
    'login-hint-form': observed(`${EXAMPLE} ; CI-SIS, identifiants nationaux des professionnels`),
    'binding-message': observed(EXAMPLE),
    'same-message': belief('Deux chiffres tirés à chaque demande CIBA'),
    ping: primary('EXI PSC 10 ; documentation technique Pro Santé Connect (CIBA) : mode Poll seul', 'info'),
    environment: primary('EXI PSC 14'),
    'auth-req-id': primary(`EXI PSC 10, 15 ; ${CIBA} §10.1`),
    polling: observed(`${CIBA} §7.3, §11`),
    'vain-poll': observed(`${CIBA} §7.3, §11`),
    'other-user': observed(`${CIBA} §7.1 : login_hint`),
    'no-success': primary('EXI PSC 08, 09, 10'),
  },
  examples: [
    {
      rule: 'method',
      ...edit(
        '"POST",\n      "url": "https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/ext',
        '"GET",\n      "url": "https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/ext',
      ),
    },
    { rule: 'form', ...edit('ext/ciba/auth"', 'ext/ciba/auth?binding_message=42"') },
    { rule: 'scope', ...edit('scope=openid+scope_all', 'scope=scope_all') },
    { rule: 'scope-all', ...edit('scope=openid+scope_all', 'scope=openid') },
    { rule: 'no-login-hint', ...edit('&login_hint=899700100011', '') },
    { rule: 'login-hint', ...edit('login_hint=899700100011', 'login_hint=99700100011') },
    {
      rule: 'login-hint-form',
      base: 'psc-ciba',
      part: 'har',
      good: 'login_hint=899700100011',
      bad: 'login_hint=3990000010',
    },
    { rule: 'binding-message', ...edit('binding_message=42', 'binding_message=Bonjour') },
    {
      rule: 'same-message',
      ...edit(
        LOGOUT,
        LOGOUT.replace('protocol/openid-connect/logout', 'ext/ciba/auth')
          .replace(
            /client_id=.*"/,
            `client_id=exemple-lgc-bas&scope=openid+scope_all&acr_values=eidas1&login_hint=899700100011&binding_message=42"`,
          )
          .replace('204', '200')
          .replace(/"headers": \[\]$/, `"headers": [],\n      "text": "{\\"auth_req_id\\":\\"b2\\"}"`),
      ),
    },
    {
      rule: 'ping',
      ...edit('binding_message=42', 'binding_message=42&client_notification_token=jeton-de-notification'),
    },
    {
      rule: 'environment',
      ...edit(
        'auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout',
        'auth.esw.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect/logout',
      ),
    },
    { rule: 'auth-req-id', ...edit('"auth_req_id": "a17c5e92', '"auth_req_id": "00000000') },
    { rule: 'polling', ...edit('2026-03-16T10:30:10.000+01:00', '2026-03-16T10:30:07.000+01:00') },
    { rule: 'vain-poll', ...edit('2026-03-16T10:30:00.000+01:00', '2026-03-16T10:27:00.000+01:00') },
    { rule: 'other-user', ...edit('login_hint=899700100011', 'login_hint=899700100029') },
    {
      rule: 'no-success',
      ...edit(SUCCESS, SUCCESS.replace('200', '400').replace(/"access_token".*/, '"error": "invalid_grant"')),
    },
  ],
  run(hars) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    const asked = legsTo(trace, 'backchannel');
    const requests = asked.filter((leg) => !isUnseen(leg));
    const polls = legsTo(trace, 'token').filter((leg) => parameterOf(leg, 'grant_type') === CIBA_GRANT);
    const { browser, ciba } = flowsOf(trace);
    if (browser && !ciba) return NOT_PSC;
    const accepted = acceptedOf(requests);
    const end = endOf(requests, polls, accepted.size > 0);
    const findings = [
      ...requests.flatMap(judgeRequest),
      ...sameMessages([...accepted.values()].map(({ leg }) => leg)),
      ...requests.flatMap(ping),
      ...hars.flatMap(judgeEnvironment),
      ...foreignPolls(polls, accepted),
      ...hastyPolls(polls, accepted),
      ...vainPolls(polls, accepted),
      ...otherUsers(polls, accepted),
      ...(end.finding ? [end.finding] : []),
    ];
    const isUntimed = polls.length > 1 && polls.some((leg) => instantOf(leg) === undefined);
    const needs: Need[] = [
      ...(requests.length < asked.length ? [{ code: 'need/psc-leg', args: { leg: 'backchannel' } } as const] : []),
      ...(end.need ? [end.need] : []),
      ...(isUntimed ? [{ code: 'need/capture-time' } as const] : []),
    ];
    return { evaluated: requests.length, findings, needs };
  },
});

type Finding = RawFinding<
  | 'method'
  | 'form'
  | 'scope'
  | 'scope-all'
  | 'no-login-hint'
  | 'login-hint'
  | 'login-hint-form'
  | 'binding-message'
  | 'same-message'
  | 'ping'
  | 'environment'
  | 'no-success'
>;

function judgeRequest(leg: Leg): Finding[] {
  const findings: Finding[] = [];
  const { method } = leg.exchange;
  if (method !== 'POST')
    findings.push({ rule: 'method', at: placeInExchange(leg, 'request', 'method'), actual: method });
  else findings.push(...judgeForm(leg));
  // What a body of another kind says is not read.
  if (leg.parameters.size === 0) return findings;
  const scope = parameterOf(leg, 'scope') ?? '';
  const scopes = scope.split(' ');
  if (!scopes.includes('openid')) findings.push({ rule: 'scope', at: placeOf(leg, 'scope'), actual: scope });
  if (!scopes.includes('scope_all')) findings.push({ rule: 'scope-all', at: placeOf(leg, 'scope'), actual: scope });
  const hint = parameterOf(leg, 'login_hint');
  const length = hint?.length ?? 0;
  if (hint === undefined) findings.push({ rule: 'no-login-hint', at: placeOf(leg) });
  // The number identifies a person: it is not shown.
  else if (isBadRpps(hint)) findings.push({ rule: 'login-hint', at: placeOf(leg, 'login_hint'), args: { length } });
  else if ((/^[013456]/.test(hint) || hint.includes('@')) && !isProfessionalId(hint))
    findings.push({ rule: 'login-hint-form', at: placeOf(leg, 'login_hint'), args: { length, type: hint.charAt(0) } });
  const message = parameterOf(leg, 'binding_message') ?? '';
  if (!/^\d{2}$/.test(message)) {
    findings.push({ rule: 'binding-message', at: placeOf(leg, 'binding_message'), actual: message });
  }
  return findings;
}

/** True for a request whose body was not captured: nothing tells what it asked. */
function isUnseen({ exchange, parameters }: Leg): boolean {
  return exchange.method === 'POST' && exchange.requestBody === undefined && parameters.size === 0;
}

/** Parameters stand in the body, as a form sends them. */
function judgeForm(leg: Leg): Finding[] {
  const { form, url, requestHeaders } = leg.exchange;
  if (url.searchParams.size > 0) return [{ rule: 'form', at: placeOf(leg), actual: 'URL' }];
  const type = headerNamed(requestHeaders, 'content-type') ?? '';
  return form.length > 0 ? [] : [{ rule: 'form', at: placeInExchange(leg, 'request', 'postData'), actual: type }];
}

/** A number of RPPS is 8 and eleven digits; test identities have other forms. */
function isBadRpps(hint: string): boolean {
  return /^(?:8\d*|\d{11})$/.test(hint) && !/^8\d{11}$/.test(hint);
}

/** Logins that all show the same digits: they do not tell one from another. */
function sameMessages(requests: readonly Leg[]): Finding[] {
  const messages = requests.flatMap((leg) => parameterOf(leg, 'binding_message') ?? []);
  const last = requests.at(-1);
  if (!last || messages.length < 2 || new Set(messages).size > 1 || !/^\d{2}$/.test(messages[0] ?? '')) return [];
  return [{ rule: 'same-message', at: placeOf(last, 'binding_message'), args: { count: messages.length } }];
}

/** A software that asks to be notified, which never comes; it may poll all the same. */
function ping(leg: Leg): Finding[] {
  const sent = parameterOf(leg, 'client_notification_token') !== undefined;
  return sent ? [{ rule: 'ping', at: placeOf(leg, 'client_notification_token') }] : [];
}

/** Captures that hold an authorization request too are judged by psc/authorization-request. */
function judgeEnvironment(har: Leg['har']): Finding[] {
  const trace = traceOf([har]);
  if (!trace || trace.authorizations.length > 0 || legsTo(trace, 'backchannel').length === 0) return [];
  return mixedEnvironments(trace);
}

/** The user has not approved, or did not: the software is not at fault, and a login remains to be shown. */
const NOT_YET: ReadonlySet<string> = new Set(['authorization_pending', 'slow_down', 'access_denied', 'expired_token']);

/** How the logins ended: nothing to say of a success; a refusal is found; a capture that stops before the end is to be completed. */
function endOf(requests: readonly Leg[], polls: readonly Leg[], accepted: boolean): { finding?: Finding; need?: Need } {
  const last = polls.at(-1) ?? (accepted ? undefined : requests.at(-1));
  if (requests.length === 0 || polls.some((leg) => gaveTokens(leg.exchange))) return {};
  if (!last) return { need: { code: 'need/token-exchange' } };
  const { status } = last.exchange;
  const error = textIn(responseObject(last.exchange), 'error') ?? String(status);
  const refused = status >= 400 && status < 500 && !NOT_YET.has(error);
  if (!refused) return { need: { code: 'need/psc-leg', args: { leg: 'ciba-approval' } } };
  return { finding: { rule: 'no-success', at: placeInExchange(last, 'response', 'status'), actual: error } };
}
