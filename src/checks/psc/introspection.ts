import { jwtIn } from '../../artifacts/jwt/jwt.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { observed, primary } from '../sources/psc-rule.js';
import { instantText } from './tokens/claim-faults.js';
import { bearerOf } from './trace/bearers.js';
import { isIssuer } from './trace/endpoints.js';
import {
  type Exchanged,
  type Leg,
  legsTo,
  parameterOf,
  placeInExchange,
  placeOf,
  type Trace,
} from './trace/exchange-legs.js';
import { type GivenObject, type Material, materialOf, PSC_KINDS } from './trace/material.js';
import { outlineOf } from './userinfos/given-userinfo.js';
import { topOf } from './userinfos/members.js';
import { sessionTokens } from './userinfos/session-tokens.js';

/** Seconds by which clocks may differ. */
const CLOCK_SKEW = 300;

/** Members of the answer for an active token, as the documentation of the introspection lists them. */
const MEMBERS = [
  ...['exp', 'iat', 'auth_time', 'jti', 'iss', 'sub', 'typ', 'azp', 'nonce', 'session_state', 'preferred_username'],
  ...['acr', 'scope', 'client_id', 'username'],
];

const edit = (good: string, bad: string) => ({ base: 'psc-introspection', part: 'har', good, bad }) as const;
const GUIDE = "Documentation technique Pro Santé Connect, introspection d'un jeton (N1164)";
const ASKED = 'token_type_hint=access_token"\n    },\n    "response": {\n      "status": ';

/** Pro Santé Connect is asked rightly whether a token is still valid, and what it answers is of that token and is heeded. */
export const introspection = defineSetCheck({
  id: 'psc/introspection',
  on: PSC_KINDS,
  rules: {
    form: primary('EXI PSC 08, 15 ; RFC 7662 §2.1'),
    refused: observed(`RFC 7662 §2.3 ; ${GUIDE}`),
    members: observed(GUIDE),
    'inactive-members': observed('RFC 7662 §2.2'),
    client: observed(GUIDE),
    expired: observed('RFC 7662 §2.2'),
    user: observed(GUIDE),
    'refresh-identity': observed(GUIDE, 'info'),
    'used-inactive': observed('RFC 7662 §2.2, §4'),
  },
  examples: [
    { rule: 'form', ...edit('"token={access-token}&', '"jeton={access-token}&') },
    { rule: 'refused', ...edit(`${ASKED}200`, `${ASKED}401`) },
    { rule: 'members', ...edit('"jti":', '"id":') },
    { rule: 'inactive-members', ...edit('"active": false', '"active": false,\n        "acr": "eidas1"') },
    { rule: 'client', ...edit('"client_id": "exemple-lgc-bas"', '"client_id": "autre-logiciel"') },
    { rule: 'expired', ...edit('"exp": 1773653535', '"exp": 1773650000') },
    { rule: 'user', ...edit('"username": "899700100011"', '"username": "899700100029"') },
    { rule: 'refresh-identity', ...edit('"typ": "Bearer"', '"typ": "Refresh"') },
    { rule: 'used-inactive', ...edit('token=jeton-de-la-session-precedente', 'token={access-token}') },
  ],
  run(artifacts) {
    const material = materialOf(artifacts);
    const answers = (material?.introspections ?? []).filter(isOurs);
    if (!material) return { evaluated: 0, findings: [], applies: false };
    const requests = material.trace ? legsTo(material.trace, 'introspection') : [];
    const findings = [
      ...requests.flatMap(judgeRequest),
      ...refused(requests),
      ...answers.flatMap((each) => judgeAnswer(each, material)),
      ...(material.trace ? usedInactive(answers, material.trace) : []),
    ];
    const outline = outlineOf(material, 'introspection', answers);
    const untimed = answers.some(({ value, receivedAt }) => value.active === true && receivedAt === undefined);
    const needs: Need[] = [
      ...(findings.length > 0 ? [] : (outline.needs ?? [])),
      ...(untimed ? [{ code: 'need/capture-time' as const }] : []),
    ];
    return {
      evaluated: Math.max(requests.length, answers.length),
      findings,
      ...(outline.applies === false && { applies: false }),
      ...(needs.length > 0 && { needs }),
    };
  },
});

type Rule =
  | 'form'
  | 'refused'
  | 'members'
  | 'inactive-members'
  | 'client'
  | 'expired'
  | 'user'
  | 'refresh-identity'
  | 'used-inactive';

/** The answer of another provider, exported alone, is none of ours. */
function isOurs({ leg, value, artifact }: GivenObject): boolean {
  return leg !== undefined || isIssuer(value.iss) || artifact.declared['psc-mode'] !== undefined;
}

function judgeRequest(leg: Leg): RawFinding<Rule>[] {
  const { method, form, requestBody } = leg.exchange;
  if (method !== 'POST') return [{ rule: 'form', at: placeInExchange(leg, 'request', 'method'), actual: method }];
  const isCaptured = form.length > 0 || requestBody !== undefined;
  return isCaptured && parameterOf(leg, 'token') === undefined
    ? [{ rule: 'form', at: placeOf(leg), actual: method }]
    : [];
}

/** The last word of Pro Santé Connect is a refusal: an attempt may fail, when a later one does not. */
function refused(requests: readonly Leg[]): RawFinding<Rule>[] {
  const last = requests.at(-1);
  if (!last || last.exchange.status < 400 || last.exchange.status >= 500) return [];
  const actual = String(last.exchange.status);
  return [{ rule: 'refused', at: placeInExchange(last, 'response', 'status'), actual }];
}

function judgeAnswer(given: GivenObject, material: Material): RawFinding<Rule>[] {
  const { value, at, receivedAt } = given;
  if (value.active === false) {
    const others = Object.keys(value).filter((name) => name !== 'active');
    return others.length === 0 ? [] : [{ rule: 'inactive-members', at: at(), args: { count: others.length } }];
  }
  const findings: RawFinding<Rule>[] = [];
  const lacking = ['active', ...MEMBERS].filter((name) => !(name in value));
  if (lacking.length > 0) {
    findings.push({ rule: 'members', at: at(), args: { members: lacking.join(', '), count: lacking.length } });
  }
  const claims = claimsOfAsked(given);
  const answer = topOf(value);
  const owner = topOf(claims ?? value).text('azp');
  const client = answer.text('client_id');
  if (owner !== undefined && client !== undefined && client !== owner)
    findings.push({ rule: 'client', at: at('client_id'), args: { owner }, actual: client });
  const { exp } = value;
  if (typeof exp === 'number' && receivedAt !== undefined && (exp + CLOCK_SKEW) * 1000 <= receivedAt)
    findings.push({
      rule: 'expired',
      at: at('exp'),
      args: { received: instantText(receivedAt / 1000) },
      actual: instantText(exp),
    });
  const other = otherUser(given, claims, material);
  if (other !== undefined) findings.push({ rule: 'user', at: at(other), args: { member: other } });
  if (answer.text('typ') === 'Refresh' && 'SubjectNameID' in value)
    findings.push({ rule: 'refresh-identity', at: at('SubjectNameID') });
  return findings;
}

/** Claims of the token that was asked about: undefined when it is opaque, or the request is not shown. */
function claimsOfAsked({ leg }: GivenObject): Readonly<Record<string, unknown>> | undefined {
  const token = leg && parameterOf(leg, 'token');
  return token === undefined ? undefined : jwtIn(token)?.claims;
}

/** The member that names another user than the tokens of the session; identifiers are not shown. */
function otherUser(
  given: GivenObject,
  claims: Readonly<Record<string, unknown>> | undefined,
  material: Material,
): string | undefined {
  const asked = given.leg && parameterOf(given.leg, 'token');
  const session = sessionTokens(given, asked, material).flatMap(({ jwt }) => (jwt ? [jwt.claims] : []));
  const told = claims ? [claims] : session;
  const of = (name: string): Set<string> => new Set(told.flatMap((each) => topOf(each).text(name) ?? []));
  const [subjects, names] = [of('sub'), of('preferred_username')];
  const answer = topOf(given.value);
  const differs = (name: string, known: ReadonlySet<string>): boolean => {
    const value = answer.text(name);
    return value !== undefined && known.size === 1 && !known.has(value);
  };
  if (differs('sub', subjects)) return 'sub';
  return ['preferred_username', 'SubjectNameID', 'username'].find((name) => differs(name, names));
}

/** A token that was told to be inactive, then presented all the same. */
function usedInactive(answers: readonly GivenObject[], { exchanges }: Trace): RawFinding<Rule>[] {
  const inactive = new Map<string, number>();
  for (const { leg, value } of answers) {
    const token = leg && parameterOf(leg, 'token');
    if (token === undefined || value.active !== false || inactive.has(token)) continue;
    inactive.set(token, leg?.rank ?? 0);
  }
  const reported = new Set<string>();
  return exchanges.flatMap((each: Exchanged): RawFinding<Rule>[] => {
    const token = bearerOf(each.exchange);
    const since = token === undefined ? undefined : inactive.get(token);
    if (token === undefined || since === undefined || each.rank <= since || reported.has(token)) return [];
    reported.add(token);
    return [{ rule: 'used-inactive', at: placeInExchange(each, 'request', 'url'), actual: each.exchange.url.hostname }];
  });
}
