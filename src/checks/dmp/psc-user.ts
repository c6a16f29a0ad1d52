import { isKind } from '../../artifacts/artifact.js';
import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { tokenUserOf } from '../psc/users/psc-users.js';
import { comparedWith, type SessionUser, sessionUsersOf } from '../psc/users/session-users.js';
import { traceRule } from '../sources/trace-rule.js';
import { type DmpFile, dmpFileOf } from './calls/dmp-call.js';
import { type DmpCall, dmpCallsOf, once } from './calls/dmp-trace.js';

type RuleName = 'connected-user' | 'token-user' | 'token-expired';

interface Kept {
  readonly file: DmpFile | undefined;
  readonly users: readonly SessionUser[];
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
    users: isKind(artifact, 'soap') ? [] : sessionUsersOf(artifact),
  }),
  run(kept, context) {
    const calls = dmpCallsOf(kept.flatMap(({ file }) => file ?? []));
    const own = calls.filter(({ isPsc, bearer, hasVihf }) => hasVihf && (isPsc || bearer !== undefined));
    if (own.length === 0) {
      if (!isOfDossier(context)) return { evaluated: 0, findings: [], applies: false };
      return { evaluated: 0, findings: [], needs: [{ code: 'need/psc-dmp-call' }] };
    }
    const users = kept.flatMap((each) => each.users);
    const compare = users.length === 0 ? undefined : comparedWith(users);
    const judged = own.map((call) => judge(call, compare));
    const needs = once(judged.flatMap((each) => each.needs));
    return {
      evaluated: own.length,
      findings: judged.flatMap(({ findings }) => findings),
      ...(needs.length > 0 && { needs }),
    };
  },
});

function tokenOf({ bearer }: DmpCall) {
  return bearer === undefined ? undefined : tokenUserOf(bearer);
}

function judge(
  call: DmpCall,
  compare: ReturnType<typeof comparedWith> | undefined,
): { readonly findings: readonly RawFinding<RuleName>[]; readonly needs: readonly Need[] } {
  const { user, userAt, at, time } = call;
  const token = tokenOf(call);
  const findings: RawFinding<RuleName>[] = [];
  const needs: Need[] = [];
  if (token?.user && token.user.id !== user) {
    findings.push({ rule: 'token-user', at: userAt, args: { token: token.user.id }, actual: user });
  } else if (!compare) {
    if (token === undefined) needs.push({ code: 'need/connected-user' });
  } else {
    const compared = compare(call);
    // A token of that user goes with the call: it tells the session that the files do not show.
    if (compared === 'unknown' && !token?.user) needs.push({ code: 'need/own-session', args: { file: call.trace } });
    if (typeof compared === 'object')
      findings.push({ rule: 'connected-user', at: userAt, args: { connected: compared.other }, actual: user });
  }
  if (token?.expires !== undefined && time !== undefined && token.expires * 1000 < time) {
    const args = { expires: new Date(token.expires * 1000).toISOString() };
    findings.push({ rule: 'token-expired', at, args, actual: new Date(time).toISOString() });
  }
  return { findings, needs };
}
