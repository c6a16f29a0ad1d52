import { isOfDossier } from '../context.js';
import { defineSetCheck, type Need, type Outcome, type RawFinding } from '../define.js';
import { traceRule } from '../sources/trace-rule.js';
import { dmpFileOf } from './calls/dmp-call.js';
import { byPatientAndUser, type DmpCall, dmpCallsOf, inOrder, once, withoutCalls } from './calls/dmp-trace.js';
import { CALLED } from './calls/transaction-names.js';

/** A document is sent to the DMP, or deleted from it, without any call that asks for the right to read it. */
export const noAuthorizationToFeed = defineSetCheck({
  id: 'dmp/no-authorization-to-feed',
  on: ['soap', 'har'],
  rules: {
    asked: traceRule(
      'REM vague 2, DMP/CONF.05 ; matrice des droits fonctionnels du DMP (PDT-INF-526), TD2.1 et TD3.3c',
    ),
  },
  examples: [
    {
      rule: 'asked',
      base: 'dmp-feed',
      part: 'calls',
      good: 'authorization 09:00:00',
      bad: 'authorization 09:20:00',
      trips: ['dmp/access-checked-first', 'dmp/automatic-authorization'],
    },
  ],
  keep: dmpFileOf,
  run(files, context) {
    const calls = dmpCallsOf(files);
    const fed = calls.filter(feeds);
    if (fed.length === 0) return withoutCalls(context, 'TD2.1 (ITI-41), TD3.3c (ITI-57)');
    const outcomes = byPatientAndUser(calls.filter(isRelevant)).map(judge);
    const lacks = FEEDS.filter((asks) => !fed.some((call) => call.asks === asks));
    const needs = [
      ...lacks.map((asks): Need => ({ code: 'need/dmp-call', args: { call: CALLED[asks] } })),
      ...outcomes.flatMap((each) => each.needs ?? []),
    ];
    return {
      evaluated: fed.length,
      findings: outcomes.flatMap((each) => each.findings),
      ...(isOfDossier(context) && needs.length > 0 && { needs: once(needs) }),
    };
  },
});

const FEEDS = ['publication', 'deletion'] as const;

function feeds({ asks }: DmpCall): boolean {
  return asks === 'publication' || asks === 'deletion';
}

function asksForAccess({ asks, action }: DmpCall): boolean {
  return asks === 'authorization' && action === 'AJOUT';
}

function isRelevant(call: DmpCall): boolean {
  return feeds(call) || asksForAccess(call) || call.asks === 'search' || call.asks === 'retrieval';
}

/** The authorisation that is asked for before something is read is for reading; one that only a feed follows is for feeding. */
function judge(group: readonly DmpCall[]): Outcome<'asked'> {
  const findings: RawFinding<'asked'>[] = [];
  if (!group.some(asksForAccess) || !group.some(feeds)) return { evaluated: 0, findings };
  const { calls, needs } = inOrder(group);
  if (needs.length > 0) return { evaluated: 0, findings, needs };
  let asked: DmpCall | undefined;
  for (const call of calls) {
    if (asksForAccess(call)) asked = call;
    else if (!feeds(call)) asked = undefined;
    else if (asked) {
      findings.push({ rule: 'asked', at: asked.at, args: { call: CALLED[call.asks], file: call.trace } });
      asked = undefined;
    }
  }
  return { evaluated: 0, findings };
}
