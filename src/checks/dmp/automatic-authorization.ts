import { groupBy } from '../../artifacts/group-by.js';
import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { traceRule } from '../sources/trace-rule.js';
import { dmpFileOf } from './calls/dmp-call.js';
import { type DmpCall, dmpCallsOf, inOrder, once, withoutCalls } from './calls/dmp-trace.js';
import { CALLED } from './calls/transaction-names.js';

type RuleName = 'not-set' | 'other-user' | 'action' | 'refused' | 'opposed';

interface Judged {
  /** Answers without authorisation that something follows. */
  readonly evaluated: number;
  readonly findings: readonly RawFinding<RuleName>[];
  readonly needs: readonly Need[];
}

const rule = traceRule('REM vague 2, DMP/UX.50 ; guide d’intégration du DMP, TD0.2 et TD0.3');
const inPart = (part: string, good: string, bad: string) => ({ base: 'dmp-visit', part, good, bad }) as const;

/** Where the DMP says that the user has no authorisation, the software sets it for that user before it reads, unless the patient is opposed. */
export const automaticAuthorization = defineSetCheck({
  id: 'dmp/automatic-authorization',
  on: ['soap', 'har'],
  rules: {
    'not-set': rule,
    'other-user': rule,
    action: rule,
    refused: rule,
    opposed: traceRule('REM vague 2, DMP/UX.50 ; codes de refus supposés', 'warning', 'belief'),
  },
  examples: [
    {
      rule: 'not-set',
      ...inPart('calls', 'authorization 09:30:02', 'authorization 09:59:00'),
      trips: ['dmp/access-checked-first'],
    },
    {
      rule: 'other-user',
      ...inPart('calls', 'authorization 09:30:02 martin', 'authorization 09:30:02 bernard'),
      trips: ['dmp/access-checked-first'],
    },
    { rule: 'action', ...inPart('authorization', 'AJOUT', 'SUPPRESSION'), trips: ['dmp/access-checked-first'] },
    {
      rule: 'refused',
      ...inPart('authorizationAnswer', 'DMPOk', 'DMPDroitInsuffisant'),
      trips: ['dmp/access-checked-first', 'dmp/authorization'],
    },
    { rule: 'opposed', ...inPart('existenceAnswer', 'code="INEXISTANTE"', 'code="INTERDIT"') },
  ],
  keep: dmpFileOf,
  run(files, context) {
    const groups = groupBy(dmpCallsOf(files).filter(isRelevant), ({ patient }) => patient);
    const judged = [...groups.values()].map(judge);
    const evaluated = judged.reduce((sum, each) => sum + each.evaluated, 0);
    const needs = once(judged.flatMap((each) => each.needs));
    if (evaluated === 0 && needs.length === 0) return withoutCalls(context, 'TD0.2 (sans autorisation), TD0.3');
    return {
      evaluated,
      findings: judged.flatMap((each) => each.findings),
      ...(isOfDossier(context) ? needs.length > 0 && { needs } : evaluated === 0 && { applies: false }),
    };
  },
});

function isRelevant({ asks }: DmpCall): boolean {
  return asks === 'existence' || asks === 'authorization' || asks === 'search' || asks === 'retrieval';
}

/** The calls about one patient, whoever made them. */
function judge(group: readonly DmpCall[]): Judged {
  if (!group.some(lacksAuthorization)) return { evaluated: 0, findings: [], needs: [] };
  const { calls, needs: untold } = inOrder(group);
  if (untold.length > 0) return { evaluated: 0, findings: [], needs: untold };
  const findings: RawFinding<RuleName>[] = [];
  const needs: Need[] = [];
  let evaluated = 0;
  /** The answers without authorisation that nothing followed yet, by user. */
  const pending = new Map<string, DmpCall>();
  for (const call of calls) {
    if (call.asks === 'existence') {
      if (lacksAuthorization(call)) pending.set(call.user, call);
      else pending.delete(call.user);
      continue;
    }
    const test = pending.get(call.user) ?? (call.asks === 'authorization' ? pending.values().next().value : undefined);
    if (!test) continue;
    pending.delete(test.user);
    evaluated++;
    if (call.asks !== 'authorization') {
      findings.push({ rule: 'not-set', at: call.at, args: { call: CALLED[call.asks], file: test.trace } });
      continue;
    }
    const fault = faultOf(call, test);
    if (fault) findings.push(fault);
    else if (!call.answer) needs.push({ code: 'need/dmp-answer', args: { call: 'TD0.3', file: call.trace } });
  }
  return { evaluated, findings, needs };
}

function faultOf(call: DmpCall, test: DmpCall): RawFinding<RuleName> | undefined {
  const { at, userAt, user, action, answer } = call;
  const args = { file: test.trace, user: test.user };
  if (user !== test.user) return { rule: 'other-user', at: userAt, args, actual: user };
  if (action !== 'AJOUT') return { rule: 'action', at, args, actual: action };
  const state = authorizationOf(test);
  if (/INTERDI|BLOQU|OPPOS|REFUS|REJET/i.test(state)) return { rule: 'opposed', at, args, actual: state };
  if (answer?.to === 'other' && !answer.succeeded) return { rule: 'refused', at, args, actual: answer.status };
  return undefined;
}

/** A patient who has a DMP, which the user has no valid authorisation to open. */
function lacksAuthorization({ answer }: DmpCall): boolean {
  return answer?.to === 'existence' && answer.exists && answer.authorization !== 'VALIDE';
}

function authorizationOf({ answer }: DmpCall): string {
  return answer?.to === 'existence' ? answer.authorization : '';
}
