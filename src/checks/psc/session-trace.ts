import { groupBy } from '../../artifacts/group-by.js';
import { looksLikeJwt } from '../../artifacts/jwt/jwt.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { type BearerCall, bearerCalls } from './trace/bearers.js';
import { callbacksOf } from './trace/callbacks.js';
import { closedSessions, type Session, sessionsOf } from './trace/closed-sessions.js';
import { type Leg, legsTo, NOT_PSC, parameterOf, placeOf, placeOfHeader, type Trace } from './trace/exchange-legs.js';
import { isDistinct } from './trace/masked.js';
import { type GivenToken, instantOf, materialOf, PSC_KINDS } from './trace/material.js';
import { missingLegs } from './trace/missing-legs.js';
import { isOrdered } from './trace/order.js';

/** Milliseconds in which what was under way at the logout ends. */
const UNDER_WAY = 5000;

const edit = (good: string, bad: string) => ({ base: 'psc-web', part: 'har', good, bad }) as const;

const LOGIN_AGAIN = '{\n    "startedDateTime": "2026-03-16T10:32:00.000+01:00"';

const inserted = (exchange: unknown, before: string): string => `${JSON.stringify(exchange)},\n  ${before}`;

const REALM = 'https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet/protocol/openid-connect';

const LATE_CALL = {
  startedDateTime: '2026-03-16T10:31:40.000+01:00',
  request: {
    method: 'GET',
    url: `${REALM}/userinfo`,
    headers: [{ name: 'Authorization', value: 'Bearer {access-token}' }],
  },
  response: { status: 401, headers: [] },
};

/** The exchange is whole and in order: each step follows from the one before, each token is one that was given, and none serves after the logout. */
export const sessionTrace = defineSetCheck({
  id: 'psc/session-trace',
  on: PSC_KINDS,
  rules: {
    'early-token-request': primary('EXI PSC 09, 10 ; RFC 6749 §4.1', 'warning'),
    'early-call': primary('EXI PSC 09, 10 ; OpenID Connect Core 1.0 §3.1', 'warning'),
    'foreign-token': observed('OpenID Connect Core 1.0 §5.3.1 et intégrations en service'),
    'call-after-logout': primary('EXI PSC 20', 'warning'),
  },
  examples: [
    { rule: 'early-token-request', ...edit('"2026-03-16T10:30:15.000+01:00"', '"2026-03-16T10:29:59.000+01:00"') },
    { rule: 'early-call', ...edit('"2026-03-16T10:30:17.000+01:00"', '"2026-03-16T10:30:14.500+01:00"') },
    {
      rule: 'foreign-token',
      ...edit('Bearer {access-token}', 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzaWQiOiJ1bmUtYXV0cmUtc2Vzc2lvbiJ9.c2lnbmF0dXJl'),
    },
    { rule: 'call-after-logout', ...edit(LOGIN_AGAIN, inserted(LATE_CALL, LOGIN_AGAIN)) },
  ],
  run(artifacts) {
    const material = materialOf(artifacts);
    const trace = material?.trace;
    if (!trace) return NOT_PSC;
    const needs = missingLegs(material, trace);
    if (needs === undefined) return { evaluated: 0, findings: [] };
    const calls = bearerCalls(trace);
    const given = material.tokens.filter(({ text }) => isDistinct(text));
    const findings = [
      ...earlyTokenRequests(trace),
      ...earlyCalls(calls, given),
      ...foreignTokens(trace, calls, given),
      ...callsAfterLogout(trace, calls, given),
    ];
    return { evaluated: trace.legs.filter(({ endpoint }) => !METADATA.has(endpoint)).length, findings, needs };
  },
});

type Finding = RawFinding<'early-token-request' | 'early-call' | 'foreign-token' | 'call-after-logout'>;

/** What anyone may ask for. */
const METADATA: ReadonlySet<Leg['endpoint']> = new Set(['discovery', 'keys', 'other']);

function codeExchanges(trace: Trace): { leg: Leg; code: string }[] {
  return legsTo(trace, 'token').flatMap((leg) => {
    const code = parameterOf(leg, 'code');
    return code !== undefined && isDistinct(code) ? [{ leg, code }] : [];
  });
}

function earlyTokenRequests(trace: Trace): Finding[] {
  const returned = new Map<string, { readonly rank: number; readonly from: Trace['exchanges'][number] }>();
  const seen = (code: string | null | undefined, from: Trace['exchanges'][number]): void => {
    const known = code ? returned.get(code) : undefined;
    if (code && (!known || known.rank > from.rank)) returned.set(code, { rank: from.rank, from });
  };
  for (const from of trace.exchanges) seen(from.exchange.redirectUrl?.searchParams.get('code'), from);
  for (const { code, from } of callbacksOf(trace)) seen(code, from);
  return codeExchanges(trace).flatMap(({ leg, code }): Finding[] => {
    const first = returned.get(code);
    const early = first && first.rank > leg.rank && isOrdered(leg, first.from);
    return early ? [{ rule: 'early-token-request', at: placeOf(leg, 'code') }] : [];
  });
}

function earlyCalls(calls: readonly BearerCall[], given: readonly GivenToken[]): Finding[] {
  const first = new Map<string, Leg>();
  for (const { text, leg } of given) if (leg && !first.has(text)) first.set(text, leg);
  return calls.flatMap((call): Finding[] => {
    const leg = first.get(call.token);
    if (!leg || leg.rank < call.rank || !isOrdered(leg, call)) return [];
    return [
      { rule: 'early-call', at: placeOfHeader(call, 'authorization'), args: { host: call.exchange.url.hostname } },
    ];
  });
}

/** A server's capture may hold the sessions of other users: a token is foreign only if there is one login, whose token is not used. */
function foreignTokens(trace: Trace, calls: readonly BearerCall[], given: readonly GivenToken[]): Finding[] {
  const used = new Set(calls.map(({ token }) => token));
  const access = given.filter(({ use, jwt }) => use === 'access' && jwt);
  if (sessionsOf(access).length !== 1 || access.some(({ text }) => used.has(text))) return [];
  const asked = new Set(legsTo(trace, 'userinfo').map(({ exchange }) => exchange));
  return calls.flatMap((call): Finding[] => {
    const foreign = asked.has(call.exchange) && looksLikeJwt(call.token);
    return foreign ? [{ rule: 'foreign-token', at: placeOfHeader(call, 'authorization') }] : [];
  });
}

function callsAfterLogout(trace: Trace, calls: readonly BearerCall[], given: readonly GivenToken[]): Finding[] {
  const byToken = groupBy(calls, ({ token }) => token);
  const closed = groupBy(closedSessions(trace, sessionsOf(given)), ({ session }) => session);
  return [...closed].flatMap(([session, own]) =>
    callsAfter(
      own.map(({ logout }) => logout),
      session,
      byToken,
    ),
  );
}

/** A token that was given before a logout must not serve after it. A later logout in the same capture has nothing more to tell of it. */
function callsAfter(
  logouts: readonly Leg[],
  { tokens }: Session,
  byToken: ReadonlyMap<string, readonly BearerCall[]>,
): Finding[] {
  const access = tokens.filter(({ use }) => use === 'access').sort((a, b) => rankOf(a) - rankOf(b));
  const judged = new Map<Leg['har'], number>();
  return logouts.flatMap((logout): Finding[] => {
    const from = judged.get(logout.har) ?? 0;
    let to = from;
    for (let next = access[to]; next && rankOf(next) <= logout.rank; next = access[to]) to++;
    judged.set(logout.har, to);
    const late = [...new Set(access.slice(from, to).map(({ text }) => text))]
      .flatMap((text) => byToken.get(text) ?? [])
      .filter((call) => isOrdered(call, logout) && isAfter(call, logout))
      .sort((a, b) => a.rank - b.rank);
    const [first] = late;
    const args = { count: late.length, host: first?.exchange.url.hostname ?? '' };
    return first ? [{ rule: 'call-after-logout', at: placeOfHeader(first, 'authorization'), args }] : [];
  });
}

function rankOf({ leg }: GivenToken): number {
  return leg?.rank ?? -1;
}

function isAfter(call: BearerCall, logout: Leg): boolean {
  const elapsed = (instantOf(call) ?? Number.NaN) - (instantOf(logout) ?? Number.NaN);
  return (
    call.rank > logout.rank &&
    !(elapsed < UNDER_WAY) &&
    !CLOSING.has(call.exchange.url.pathname.split('/').at(-1) ?? '')
  );
}

/** What a software calls to close a session may carry its token. */
const CLOSING: ReadonlySet<string> = new Set(['logout', 'revoke']);
