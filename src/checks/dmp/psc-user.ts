import { isKind } from '../../artifacts/artifact.js';
import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { type PscUser, pscUsersOf, tokenUserOf } from '../psc/users/psc-users.js';
import { traceRule } from '../sources/trace-rule.js';
import { type DmpFile, dmpFileOf } from './calls/dmp-call.js';
import { type DmpCall, dmpCallsOf } from './calls/dmp-trace.js';

type RuleName = 'connected-user' | 'token-user' | 'token-expired';

interface Kept {
  readonly file: DmpFile | undefined;
  readonly users: readonly PscUser[];
}

const rule = traceRule('REM vague 2, DMP/PSC.01 ; CI-SIS, Transport Pro Santé Connect ; VIHF, NameID');

/** A call of the DMP by a user of Pro Santé Connect carries the identity of that user, and the token that goes with it is that user's. */
export const pscUser = defineSetCheck({
  id: 'dmp/psc-user',
  on: ['soap', 'har', 'jwt', 'oidc'],
  rules: { 'connected-user': rule, 'token-user': rule, 'token-expired': rule },
  examples: [
    {
      rule: 'connected-user',
      base: 'dmp-psc',
      part: 'userinfo',
      good: '"SubjectNameID": "899700100011"',
      bad: '"SubjectNameID": "899700100029"',
      trips: ['psc/userinfo-identity'],
    },
    {
      rule: 'token-user',
      base: 'dmp-psc',
      part: 'token',
      good: '"SubjectNameID": "899700100011"',
      bad: '"SubjectNameID": "899700100029"',
    },
    { rule: 'token-expired', base: 'dmp-psc', part: 'token', good: '"exp": 1773653520', bad: '"exp": 1773653340' },
  ],
  keep: (artifact): Kept => ({
    file: isKind(artifact, 'soap') || isKind(artifact, 'har') ? dmpFileOf(artifact) : undefined,
    users: isKind(artifact, 'soap') ? [] : pscUsersOf(artifact),
  }),
  run(kept, context) {
    const calls = dmpCallsOf(kept.flatMap(({ file }) => file ?? []));
    const own = calls.filter(({ isPsc, bearer, hasVihf }) => hasVihf && (isPsc || bearer !== undefined));
    if (own.length === 0) {
      if (!isOfDossier(context)) return { evaluated: 0, findings: [], applies: false };
      return { evaluated: 0, findings: [], needs: [{ code: 'need/psc-dmp-call' }] };
    }
    const connected = new Set(kept.flatMap(({ users }) => users.map(({ id }) => id)));
    const needs: Need[] =
      connected.size === 0 && own.some((call) => tokenOf(call) === undefined) ? [{ code: 'need/connected-user' }] : [];
    return {
      evaluated: own.length,
      findings: own.flatMap((call) => judge(call, connected)),
      ...(needs.length > 0 && { needs }),
    };
  },
});

function tokenOf({ bearer }: DmpCall) {
  return bearer === undefined ? undefined : tokenUserOf(bearer);
}

function judge(call: DmpCall, connected: ReadonlySet<string>): RawFinding<RuleName>[] {
  const { user, userAt, at, time } = call;
  const token = tokenOf(call);
  const findings: RawFinding<RuleName>[] = [];
  if (token?.user && token.user.id !== user)
    findings.push({ rule: 'token-user', at: userAt, args: { token: token.user.id }, actual: user });
  else if (connected.size > 0 && !connected.has(user)) {
    const [first = ''] = connected;
    findings.push({ rule: 'connected-user', at: userAt, args: { connected: first }, actual: user });
  }
  if (token?.expires !== undefined && time !== undefined && token.expires * 1000 < time) {
    const args = { expires: new Date(token.expires * 1000).toISOString() };
    findings.push({ rule: 'token-expired', at, args, actual: new Date(time).toISOString() });
  }
  return findings;
}
