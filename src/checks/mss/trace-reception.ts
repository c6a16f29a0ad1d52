import { groupBy } from '../../artifacts/group-by.js';
import { defineSetCheck, type RawFinding } from '../define.js';
import { mailTraceOf } from './traces/mail-trace.js';
import type { Operation } from './traces/operations.js';
import { onTraces } from './traces/trace-clauses.js';
import type { TraceEvent } from './traces/trace-events.js';

type Rule = 'no-treatment' | 'no-reception' | 'before-reception';

const CLAUSE = 'REM vague 2, MSS/UX.37';
/** What ends the history of a message that was received. */
const TREATMENTS: ReadonlySet<Operation | undefined> = new Set<Operation>(['integrate', 'replace', 'delete']);
const inTrace = (good: string, bad: string) => ({ base: 'mail-traces', part: 'trace', good, bad }) as const;

const END = 'OK;claire.martin@exemple.mssante.fr;<20260303090000.7@exemple.mssante.fr>\n';
const RECEPTION = `UID FETCH 42;${END}`;
const INTEGRATION = `2026-03-03T09:05:50+01:00;899700100011;intégration;UID FETCH 42 (BODY[2]);${END}`;
const DELETION = `2026-03-03T09:06:10+01:00;899700100011;suppression;UID STORE 42 +FLAGS (\\Deleted);${END}`;

/** The history of what was received goes from its reception to what was done with it. */
export const traceReception = defineSetCheck({
  id: 'mss/trace-reception',
  on: 'log',
  rules: {
    // An extract may stop before, or begin after.
    'no-treatment': onTraces(CLAUSE, 'warning'),
    'no-reception': onTraces(CLAUSE, 'warning'),
    'before-reception': onTraces(CLAUSE, 'info', 'belief'),
  },
  examples: [
    {
      rule: 'no-treatment',
      ...inTrace(
        INTEGRATION + DELETION,
        INTEGRATION.replace('intégration', 'lecture') + DELETION.replace('suppression', 'lecture'),
      ),
      trips: ['mss/trace-operations'],
    },
    { rule: 'no-reception', ...inTrace(RECEPTION, RECEPTION.replace('090000.7', '090000.8')) },
    { rule: 'before-reception', ...inTrace(INTEGRATION, INTEGRATION.replace('T09', 'T08')) },
  ],
  keep: mailTraceOf,
  run(kept) {
    const traces = kept.flatMap((trace) => trace ?? []);
    const rows = traces.flatMap(({ path, events }) => events.map((event) => ({ path, event })));
    const received = rows.filter(({ event }) => event.operation === 'receive');
    const integrated = rows.filter(({ event }) => event.operation === 'integrate' || event.operation === 'replace');
    const [first] = received.length > 0 ? received : integrated;
    if (!first) return { evaluated: 0, findings: [], applies: false };
    // What was sent may be deleted too: that is no history of a reception.
    const histories = [...groupBy(rows, ({ event }) => event.message).values()].filter((own) =>
      own.some(({ event }) => event.operation === 'receive' || event.operation === 'integrate'),
    );
    const findings: RawFinding<Rule>[] = [];
    const place = ({ path, event }: { path: string; event: TraceEvent }) => {
      return { artifact: path, line: event.line, column: 1 };
    };
    for (const own of histories) {
      const reception = own.find(({ event }) => event.operation === 'receive');
      const treatment = own.find(({ event }) => TREATMENTS.has(event.operation));
      if (!treatment) continue;
      if (!reception) {
        if (received.length > 0) findings.push({ rule: 'no-reception', at: place(treatment) });
      } else if (isBefore(treatment.event, reception.event))
        findings.push({ rule: 'before-reception', at: place(treatment), args: { line: reception.event.line } });
    }
    if (!rows.some(({ event }) => TREATMENTS.has(event.operation)))
      findings.push({ rule: 'no-treatment', at: place(first), args: { count: received.length } });
    return { evaluated: histories.length, findings };
  },
});

function isBefore(one: TraceEvent, other: TraceEvent): boolean {
  return (
    one.hasOffset === other.hasOffset &&
    one.time !== undefined &&
    other.time !== undefined &&
    one.time < other.time - 60_000
  );
}
