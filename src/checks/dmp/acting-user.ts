import { groupBy } from '../../artifacts/group-by.js';
import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { traceRule } from '../sources/trace-rule.js';
import { dmpFileOf } from './calls/dmp-call.js';
import { type DmpCall, dmpCallsOf } from './calls/dmp-trace.js';

type RuleName = 'form' | 'generic' | 'varies' | 'same';

const CLAUSE = 'REM vague 2, DMP/AIRS.06 ; CI-SIS, Transport synchrone pour client lourd, VIHF, NameID';
const rule = traceRule(CLAUSE);
const inCalls = (good: string, bad: string) => ({ base: 'dmp-two-users', part: 'calls', good, bad }) as const;

/** Every call carries the national number of the user who acts, and two users give two numbers. */
export const actingUser = defineSetCheck({
  id: 'dmp/acting-user',
  on: ['soap', 'har'],
  rules: { form: rule, generic: rule, varies: rule, same: rule },
  examples: [
    { rule: 'form', ...inCalls('first 09:30:00 martin', 'first 09:30:00 3990000010/poste1') },
    { rule: 'generic', ...inCalls('first 09:30:00 martin', 'first 09:30:00 800000000000') },
    { rule: 'varies', ...inCalls('again 09:31:00 martin', 'again 09:31:00 dubois') },
    { rule: 'same', ...inCalls('second 09:40:00 bernard', 'second 09:40:00 martin') },
  ],
  keep: dmpFileOf,
  run(files, context) {
    const calls = dmpCallsOf(files).filter(({ hasVihf }) => hasVihf);
    const byUser = groupBy(calls, ({ declaredUser }) => declaredUser);
    const needs = ([1, 2] as const)
      .filter((user) => !byUser.has(user))
      .map((user): Need => ({ code: 'need/two-users', args: { user } }));
    if (needs.length > 0 && !isOfDossier(context)) return { evaluated: 0, findings: [], applies: false };
    const told = calls.filter(({ declaredUser }) => declaredUser !== undefined);
    const findings = [...told.flatMap(judgeForm), ...[...byUser.values()].flatMap(judgeOne), ...judgeTwo(byUser)];
    return { evaluated: told.length, findings, ...(needs.length > 0 && { needs }) };
  },
});

/** 8 and an RPPS number, or 0 and an ADELI number, of which some hold letters. */
const NATIONAL = /^(?:8\d{11}|0[0-9A-Z]{9})$/;

function judgeForm({ user, userAt }: DmpCall): RawFinding<RuleName>[] {
  if (!NATIONAL.test(user)) return [{ rule: 'form', at: userAt, actual: user }];
  return isGeneric(user.slice(1)) ? [{ rule: 'generic', at: userAt, actual: user }] : [];
}

/** A number that no register gives: one digit repeated, or digits that follow each other. */
function isGeneric(number: string): boolean {
  return /^(.)\1+$/.test(number) || '012345678901234567890'.includes(number) || '98765432109876543210'.includes(number);
}

/** The calls of one user carry one number. */
function judgeOne(calls: readonly DmpCall[]): RawFinding<RuleName>[] {
  const [first] = calls;
  const other = calls.find(({ user }) => user !== first?.user);
  if (!first || !other || first.declaredUser === undefined) return [];
  const args = { number: first.declaredUser, other: first.user, file: first.trace };
  return [{ rule: 'varies', at: other.userAt, args, actual: other.user }];
}

function judgeTwo(byUser: ReadonlyMap<1 | 2, readonly DmpCall[]>): RawFinding<RuleName>[] {
  const first = byUser.get(1)?.[0];
  const second = byUser.get(2)?.[0];
  if (!first || !second || first.user !== second.user) return [];
  return [{ rule: 'same', at: second.userAt, args: { file: first.trace }, actual: second.user }];
}
