import { jwtIn } from '../../artifacts/jwt/jwt.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { observed, transport } from '../sources/psc-rule.js';
import { NOT_PSC, placeInExchange } from './trace/exchange-legs.js';
import { tokenNeeds } from './trace/logins.js';
import { type GivenObject, materialOf, PSC_KINDS } from './trace/material.js';
import { type Grant, isRenewal, renewedSessionsOf, type Session } from './trace/renewals.js';
import { textIn } from './trace/response-object.js';

/** Seconds. Recorded access tokens live 60 to 120 s; an editor tells of five minutes. */
const ACCESS = 300;

/** Seconds that a refresh token lives, and a session without activity. */
const INACTIVE = 30 * 60;

/** Seconds after which a session wants a new authentication. */
const SESSION = 4 * 3600;

/** Seconds by which clocks may differ, and requests take. */
const LEEWAY = 60;

const CLAUSE = 'principes de sécurisation (durées des jetons et des sessions)';

const inHar = (good: string, bad: string) => ({ base: 'psc-long-session', part: 'inactivity', good, bad }) as const;
const inFile = (good: string, bad: string) => ({ base: 'psc-files', part: 'tokens', good, bad }) as const;

/** Tokens live as long as those of Pro Santé Connect, and no session goes on beyond its own limits without a new authentication. */
export const sessionDurations = defineSetCheck({
  id: 'psc/session-durations',
  on: PSC_KINDS,
  rules: {
    'access-lifetime': observed('Jetons enregistrés de Pro Santé Connect : deux minutes, cinq au plus'),
    'refresh-lifetime': transport(CLAUSE, 'warning'),
    'session-over': transport(CLAUSE, 'warning'),
    inactive: transport(CLAUSE, 'warning'),
  },
  examples: [
    { rule: 'access-lifetime', ...inFile('"expires_in": 120', '"expires_in": 3600') },
    { rule: 'refresh-lifetime', ...inFile('"refresh_expires_in": 1800', '"refresh_expires_in": 0') },
    {
      rule: 'session-over',
      base: 'psc-web',
      part: 'id-token',
      good: '"auth_time": 1773653413',
      bad: '"auth_time": 1773638000',
    },
    {
      rule: 'inactive',
      ...inHar(
        '{access-token-2}",\n        "expires_in": 120,\n        "refresh_expires_in": 1800',
        '{access-token-2}",\n        "expires_in": 120,\n        "refresh_expires_in": 30',
      ),
    },
  ],
  run(artifacts) {
    const material = materialOf(artifacts);
    if (!material) return NOT_PSC;
    const { trace, tokenAnswers } = material;
    const sessions = trace ? renewedSessionsOf(trace).sessions : [];
    const findings = [...tokenAnswers.flatMap(lifetimes), ...sessions.flatMap(limits)];
    if (tokenAnswers.length === 0) return trace ? { evaluated: 0, findings, needs: tokenNeeds(trace) } : NOT_PSC;
    const untimed = sessions.some(({ grants }) => grants.length > 1 && grants.some(({ at }) => at === undefined));
    return { evaluated: tokenAnswers.length, findings, ...(untimed && { needs: [{ code: 'need/capture-time' }] }) };
  },
});

type Finding = RawFinding<'access-lifetime' | 'refresh-lifetime' | 'session-over' | 'inactive'>;

function lifetimes({ value, at }: GivenObject): Finding[] {
  const { expires_in: access, refresh_expires_in: refresh } = value;
  const findings: Finding[] = [];
  if (typeof access === 'number' && access > ACCESS)
    findings.push({ rule: 'access-lifetime', at: at('expires_in'), actual: String(access) });
  // Keycloak, which Pro Santé Connect is made of, writes 0 for a refresh token without end.
  if (typeof refresh === 'number' && (refresh > INACTIVE || refresh === 0))
    findings.push({ rule: 'refresh-lifetime', at: at('refresh_expires_in'), actual: String(refresh) });
  return findings;
}

/** The first renewal of a session that comes too long after the authentication, and the first too long after the renewal before. */
function limits({ grants }: Session): Finding[] {
  const begun = grants[0] && !isRenewal(grants[0].leg) ? grants[0].at : undefined;
  const over = grants.find((grant) => ageOf(grant, begun) > SESSION + LEEWAY);
  const idle = grants.find((grant, index) => {
    const before = grants[index - 1];
    const given = before?.answer.refresh_expires_in;
    const allowed = typeof given === 'number' && given > 0 ? given : INACTIVE;
    return secondsBetween(before?.at, grant.at) > allowed + LEEWAY;
  });
  const place = ({ leg }: Grant) => placeInExchange(leg, 'startedDateTime');
  return [
    ...(over
      ? [{ rule: 'session-over' as const, at: place(over), args: { minutes: Math.round(ageOf(over, begun) / 60) } }]
      : []),
    ...(idle ? [{ rule: 'inactive' as const, at: place(idle) }] : []),
  ];
}

/** Seconds since the user authenticated: as the ID token says, else since the login. */
function ageOf({ answer, at }: Grant, begun: number | undefined): number {
  const said = jwtIn(textIn(answer, 'id_token') ?? '')?.claims.auth_time;
  // Keycloak writes 0 when it does not know.
  return secondsBetween(typeof said === 'number' && said > 0 ? said * 1000 : begun, at);
}

/** Not a number when one of the two is not known. */
function secondsBetween(from: number | undefined, to: number | undefined): number {
  return ((to ?? Number.NaN) - (from ?? Number.NaN)) / 1000;
}
