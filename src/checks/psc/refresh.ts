import { jwtIn } from '../../artifacts/jwt/jwt.js';
import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { belief, primary } from '../sources/psc-rule.js';
import { environmentOf } from './trace/endpoints.js';
import {
  type Leg,
  NOT_PSC,
  parameterOf,
  placeInExchange,
  placeOf,
  type Trace,
  traceOf,
} from './trace/exchange-legs.js';
import { gaveTokens } from './trace/logins.js';
import { instantOf } from './trace/material.js';
import { isRenewal, type Renewal, renewedSessionsOf, type Session } from './trace/renewals.js';
import { refusalOf, textIn } from './trace/response-object.js';

/** Milliseconds within which two renewals may cross: the second was sent before the answer to the first arrived. */
const CROSSING = 10_000;

/** Milliseconds by which what the user does precedes the renewal that it starts. */
const ON_DEMAND = 5_000;

/** How far back the activity of a user is looked for, in exchanges. */
const NEARBY = 200;

const edit = (good: string, bad: string) => ({ base: 'psc-long-session', part: 'inactivity', good, bad }) as const;

const renewed = (set: string): string =>
  `"status": 200,\n      "headers": [\n        {\n          "name": "Content-Type",\n          "value": "application/json"\n        }\n      ],\n      "json": {\n        "access_token": "{access-token${set}}"`;

const refusedWith = (set: string, error: string): string =>
  renewed(set)
    .replace('200', '400')
    .replace(/"access_token".*/, `"error": "${error}"`);

/** While its user works, the software renews its tokens with the last refresh token, and asks for a new login when that is over. */
export const refresh = defineSetCheck({
  id: 'psc/refresh',
  on: 'har',
  rules: {
    stale: primary('EXI PSC 09, 15 ; RFC 6749 §6'),
    scope: primary('EXI PSC 09, 15 ; RFC 6749 §6'),
    refused: primary('EXI PSC 11, 15 ; RFC 6749 §5.2, §6'),
    'forced-logout': primary('EXI PSC 11', 'warning'),
    late: belief('Renouveler les jetons avant la fin du jeton d’accès, tant que l’utilisateur est actif'),
  },
  examples: [
    {
      rule: 'stale',
      ...edit(
        'refresh_token=eyJmaXh0dXJlIjoicmVmcmVzaCJ9.jeton-de-renouvellement-fictif-2',
        'refresh_token=eyJmaXh0dXJlIjoicmVmcmVzaCJ9.jeton-de-renouvellement-fictif-1',
      ),
    },
    {
      rule: 'scope',
      ...edit(
        'jeton-de-renouvellement-fictif-2&client_id',
        'jeton-de-renouvellement-fictif-2&scope=openid+autre&client_id',
      ),
    },
    { rule: 'refused', ...edit(renewed('-3'), refusedWith('-3', 'invalid_client')) },
    {
      rule: 'forced-logout',
      base: 'psc-long-session',
      part: 'har',
      good: renewed('-5'),
      bad: refusedWith('-5', 'invalid_grant'),
    },
    { rule: 'late', ...edit('2026-03-16T10:31:50.000', '2026-03-16T10:33:00.000') },
  ],
  run(hars, context) {
    const trace = traceOf(hars);
    if (!trace) return NOT_PSC;
    if (!hasLogin(trace)) return { evaluated: 0, findings: [] };
    const { sessions, renewals } = renewedSessionsOf(trace);
    if (renewals.length === 0) {
      // A capture judged by itself may be that of a login.
      if (!isOfDossier(context)) return { evaluated: 0, findings: [] };
      return { evaluated: 0, findings: [], needs: [{ code: 'need/psc-leg', args: { leg: 'refresh' } }] };
    }
    const followed = afterRefusals(trace, renewals);
    const findings = [
      ...renewals.flatMap((each) => [...stale(each), ...wider(each)]),
      ...refused(renewals),
      ...followed.flatMap(({ finding }) => finding ?? []),
      ...(isOneUser(sessions) ? renewals.flatMap((each) => late(each, trace)) : []),
    ];
    const untimed = renewals.some(({ leg }) => instantOf(leg) === undefined);
    const needs = [
      ...followed.flatMap(({ need }) => need ?? []).slice(0, 1),
      ...(untimed ? [{ code: 'need/capture-time' } as const] : []),
    ];
    return { evaluated: renewals.length, findings, needs };
  },
});

type Finding = RawFinding<'stale' | 'scope' | 'refused' | 'forced-logout' | 'late'>;

function hasLogin(trace: Trace): boolean {
  return trace.legs.some(({ endpoint }) => ['authorization', 'backchannel', 'token'].includes(endpoint));
}

/** An old refresh token, though a new one replaced it. */
function stale({ leg, from, last }: Renewal): Finding[] {
  if (!from || !last || from === last) return [];
  const elapsed = (instantOf(leg) ?? Number.NaN) - (last.at ?? Number.NaN);
  return elapsed < CROSSING ? [] : [{ rule: 'stale', at: placeOf(leg, 'refresh_token') }];
}

function wider({ leg, session }: Renewal): Finding[] {
  const asked = parameterOf(leg, 'scope')?.split(' ') ?? [];
  if (asked.length === 0) return [];
  const granted = session?.grants[0] && textIn(session.grants[0].answer, 'scope');
  if (granted === undefined) return [];
  const allowed = new Set(['', 'openid', ...granted.split(' ')]);
  const more = asked.filter((scope) => !allowed.has(scope));
  return more.length === 0
    ? []
    : [{ rule: 'scope', at: placeOf(leg, 'scope'), args: { granted }, actual: more.join(' ') }];
}

/** Refusals that are not the software's: the refresh token is over, or the platform is busy. */
const NOT_OURS: ReadonlySet<string> = new Set(['invalid_grant', '408', '429', 'temporarily_unavailable']);

/** A request that was refused, unless the same refresh token was accepted at another time. */
function refused(renewals: readonly Renewal[]): Finding[] {
  const accepted = new Set(
    renewals.flatMap(({ leg }) => (gaveTokens(leg.exchange) ? [parameterOf(leg, 'refresh_token')] : [])),
  );
  return renewals.flatMap(({ leg }): Finding[] => {
    const actual = refusalOf(leg.exchange);
    if (actual === undefined || NOT_OURS.has(actual) || accepted.has(parameterOf(leg, 'refresh_token'))) return [];
    return [{ rule: 'refused', at: placeInExchange(leg, 'response', 'status'), actual }];
  });
}

/** What followed each refresh token that was over: a new login is right; a logout instead cuts the user off. */
function afterRefusals(trace: Trace, renewals: readonly Renewal[]): { finding?: Finding; need?: Need }[] {
  const events = trace.legs.filter((leg) => isLogin(leg) || leg.endpoint === 'logout');
  let next = 0;
  return renewals.flatMap(({ leg }): { finding?: Finding; need?: Need }[] => {
    if (refusalOf(leg.exchange) !== 'invalid_grant') return [];
    while ((events[next]?.rank ?? Number.POSITIVE_INFINITY) < leg.rank) next++;
    const event = events[next];
    if (!event) return [{ need: { code: 'need/psc-leg', args: { leg: 'new-login' } } }];
    return event.endpoint === 'logout' ? [{ finding: { rule: 'forced-logout', at: placeOf(event) } }] : [];
  });
}

function isLogin(leg: Leg): boolean {
  return ['authorization', 'backchannel'].includes(leg.endpoint) || (leg.endpoint === 'token' && !isRenewal(leg));
}

/** A renewal that comes after the end of the access token, though the user was working meanwhile. */
function late({ leg, last }: Renewal, trace: Trace): Finding[] {
  const [now, lifetime] = [instantOf(leg), last?.answer.expires_in];
  if (last?.at === undefined || now === undefined || typeof lifetime !== 'number') return [];
  const end = last.at + lifetime * 1000;
  const between = trace.exchanges.slice(Math.max(last.leg.rank + 1, leg.rank - NEARBY), leg.rank);
  const wasActive = between.some((each) => {
    const at = instantOf(each) ?? Number.NaN;
    return environmentOf(each.exchange.url) === undefined && at > end && at < now - ON_DEMAND;
  });
  const seconds = Math.round((now - end) / 1000);
  return wasActive ? [{ rule: 'late', at: placeInExchange(leg, 'startedDateTime'), args: { seconds } }] : [];
}

/** In a server's capture, what one user does tells nothing of another. */
function isOneUser(sessions: readonly Session[]): boolean {
  const users = sessions.map(({ grants }) => jwtIn(textIn(grants[0]?.answer, 'id_token') ?? '')?.claims.sub);
  return sessions.length === 1 || (users[0] !== undefined && users.every((user) => user === users[0]));
}
