import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type Outcome, type RawFinding } from '../define.js';
import { traceRule } from '../sources/trace-rule.js';
import { dmpFileOf } from './calls/dmp-call.js';
import { byPatientAndUser, type DmpCall, dmpCallsOf, inOrder, once, withoutCalls } from './calls/dmp-trace.js';
import { CALLED } from './calls/transaction-names.js';

type RuleName = 'after' | 'not-checked' | 'denied';

/** What the calls before told of the right of access. */
type Access = 'granted' | 'denied' | 'unanswered' | undefined;

const rule = traceRule('REM vague 2, DMP/UX.08 ; guide d’intégration du DMP, TD0.2 et TD0.4');
const inPart = (part: string, good: string, bad: string) => ({ base: 'dmp-visit', part, good, bad }) as const;

/** Before anything is read in a DMP, the software asked whether the user may open it, and was told yes. */
export const accessCheckedFirst = defineSetCheck({
  id: 'dmp/access-checked-first',
  on: ['soap', 'har'],
  rules: { after: rule, 'not-checked': rule, denied: rule },
  examples: [
    { rule: 'after', ...inPart('calls', 'existence 09:30:00', 'existence 09:59:00') },
    {
      rule: 'not-checked',
      base: 'dmp-visit-capture',
      part: 'calls',
      good: 'existence 09:30:00 martin alpha',
      bad: 'existence 09:30:00 martin bravo',
    },
    {
      rule: 'denied',
      ...inPart('authorizationAnswer', 'DMPOk', 'DMPDroitInsuffisant'),
      trips: ['dmp/automatic-authorization', 'dmp/authorization'],
    },
  ],
  keep: dmpFileOf,
  run(files, context) {
    const calls = dmpCallsOf(files);
    if (!calls.some(reads)) return withoutCalls(context, 'TD3.1 / TD3.2');
    const inspected = new Set(
      calls.filter(({ asks }) => asks === 'existence' || asks === 'patient-list').map(({ trace }) => trace),
    );
    const groups = byPatientAndUser([...calls, ...listed(calls)].filter(isAboutAccess)).filter((group) =>
      group.some(reads),
    );
    const outcomes = groups.map((group) => judge(group, inspected));
    const findings = outcomes.flatMap((each) => each.findings);
    const needs = once(outcomes.flatMap((each) => each.needs ?? []));
    // A message judged alone owes no check of access, and shows none.
    if (needs.length > 0 && !isOfDossier(context))
      return { evaluated: findings.length, findings, ...(findings.length === 0 && { applies: false }) };
    return { evaluated: calls.filter(reads).length, findings, ...(needs.length > 0 && { needs }) };
  },
});

function reads({ asks }: DmpCall): boolean {
  return asks === 'search' || asks === 'retrieval';
}

function isAboutAccess({ asks }: DmpCall): boolean {
  return ['existence', 'authorization', 'patient-list', 'search', 'retrieval'].includes(asks);
}

/** A list of patients checks the right of access to the DMP of each of them. */
function listed(calls: readonly DmpCall[]): DmpCall[] {
  return calls.flatMap((call) =>
    call.answer?.to === 'patient-list' ? call.answer.patients.map((patient) => ({ ...call, patient })) : [],
  );
}

function judge(group: readonly DmpCall[], inspected: ReadonlySet<string>): Outcome<RuleName> {
  const { calls, needs: untold } = inOrder(group);
  if (untold.length > 0) return { evaluated: 0, findings: [], needs: untold };
  const findings: RawFinding<RuleName>[] = [];
  const needs: Need[] = [];
  let access: Access;
  let asked: DmpCall | undefined;
  for (const [rank, call] of calls.entries()) {
    if (!reads(call)) {
      access = accessAfter(call, access);
      asked = call;
      continue;
    }
    if (access === 'granted') continue;
    const later = calls.slice(rank + 1).find((each) => each.asks === 'existence' || each.asks === 'patient-list');
    const told = {
      at: call.at,
      args: {
        call: CALLED[call.asks],
        check: CALLED[(asked ?? later)?.asks ?? 'existence'],
        file: (asked ?? later ?? call).trace,
      },
    };
    if (access === 'denied') findings.push({ rule: 'denied', ...told });
    else if (access === 'unanswered')
      needs.push({
        code: 'need/dmp-answer',
        args: { call: CALLED[asked?.asks ?? 'existence'], file: asked?.trace ?? call.trace },
      });
    else if (later) findings.push({ rule: 'after', ...told });
    // A capture that shows other checks of access shows that this one was not made; a message alone shows nothing.
    else if (inspected.has(call.trace)) findings.push({ rule: 'not-checked', ...told });
    else needs.push({ code: 'need/access-check', args: { file: call.trace } });
    // What follows has the same cause.
    break;
  }
  return { evaluated: 0, findings, needs };
}

function accessAfter({ asks, answer, action }: DmpCall, before: Access): Access {
  switch (answer?.to) {
    case 'existence':
      return answer.exists && answer.authorization === 'VALIDE' ? 'granted' : 'denied';
    case 'patient-list':
      return 'granted';
    case 'other':
      // A check that failed does not open the DMP; an authorisation opens it after a check only.
      if (asks !== 'authorization') return 'denied';
      if (!answer.succeeded || before === undefined) return before;
      return action === 'AJOUT' ? 'granted' : 'denied';
    default:
      // What opened the DMP still holds; what comes without its answer may have opened it.
      if (before === 'granted' || (before === undefined && asks === 'authorization')) return before;
      return 'unanswered';
  }
}
