import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { mssRule } from '../sources/mss-rule.js';
import { mailTraceOf } from './traces/mail-trace.js';
import { FAQ, onTraces } from './traces/trace-clauses.js';

type Rule = 'actor' | 'instant' | 'action' | 'request' | 'response' | 'generic-actor' | 'mailbox' | 'order';

const field = mssRule('ECO.4.1.2', 'MSS/CONF.18');
const inRow = (good: string, bad: string) => ({ base: 'mail-traces', part: 'trace', good, bad }) as const;

/** Each row of a functional trace tells who, when, what, what was asked of the server and what it answered. */
export const traceFields = defineCheck({
  id: 'mss/trace-fields',
  on: 'log',
  rules: {
    actor: field,
    instant: field,
    action: field,
    request: field,
    response: field,
    'generic-actor': mssRule('ECO.4.1.2', 'MSS/CONF.18, auteur dûment authentifié', 'warning'),
    mailbox: onTraces(FAQ, 'warning'),
    order: mssRule('ECO.4.1.2', 'MSS/CONF.18', 'info', 'belief'),
  },
  examples: [
    { rule: 'actor', ...inRow('T10:30:04+01:00;899700100011;', 'T10:30:04+01:00;;') },
    { rule: 'instant', ...inRow('2026-03-03T09:05:31+01:00;', ';') },
    { rule: 'action', ...inRow('connexion;', ';') },
    { rule: 'request', ...inRow('UID STORE 42 +FLAGS (\\Deleted)', '') },
    { rule: 'response', ...inRow('235 2.7.0 accepté', '') },
    { rule: 'generic-actor', ...inRow('T10:30:04+01:00;899700100011;', 'T10:30:04+01:00;admin;') },
    {
      rule: 'mailbox',
      ...inRow(
        'UID STORE 42 +FLAGS (\\Deleted);OK;claire.martin@exemple.mssante.fr;<20260303090000.7@exemple.mssante.fr>',
        'UID STORE 42 +FLAGS (\\Deleted);OK;;42',
      ),
    },
    { rule: 'order', ...inRow('2026-03-03T11:30:05+01:00', '2026-03-01T11:30:05+01:00') },
  ],
  run(log) {
    const trace = mailTraceOf(log);
    if (!trace) return { evaluated: 0, findings: [], applies: false };
    const findings: RawFinding<Rule>[] = trace.empty.map(({ field, rows: { line, count } }) => ({
      rule: field,
      at: placeIn(log, { line, column: 1 }),
      args: { count, rows: trace.count },
    }));
    const { genericActor, withoutMailbox, backwards } = trace;
    if (genericActor) {
      const { line, count, actor } = genericActor;
      findings.push({ rule: 'generic-actor', at: placeIn(log, { line, column: 1 }), args: { count }, actual: actor });
    }
    for (const [rule, rows] of [['mailbox', withoutMailbox] as const, ['order', backwards] as const])
      if (rows) findings.push({ rule, at: placeIn(log, { line: rows.line, column: 1 }), args: { count: rows.count } });
    const { unmapped } = trace;
    return {
      evaluated: trace.count,
      findings,
      ...(unmapped.length > 0 && {
        needs: [{ code: 'need/mail-trace-columns', args: { log: log.path, columns: unmapped.join(', ') } }],
      }),
    };
  },
});
