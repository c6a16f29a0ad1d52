import { defineSetCheck, type Need, type RawFinding } from '../define.js';
import { type MailTrace, mailTraceOf } from './traces/mail-trace.js';
import type { Operation } from './traces/operations.js';
import { FAQ, onTraces } from './traces/trace-clauses.js';

type Rule = 'sending' | 'deletion' | 'reading' | 'failure' | 'words';

const CLAUSE = 'Référentiel socle MSSanté #2 v1.0, ECO.4.1.1 (MSS/CONF.17)';
const inTrace = (good: string, bad: string) => ({ base: 'mail-traces', part: 'trace', good, bad }) as const;

/** The traces of a dossier show the operations that the software must keep a trace of: sending and deletion at least. */
export const traceOperations = defineSetCheck({
  id: 'mss/trace-operations',
  on: 'log',
  rules: {
    sending: onTraces(`${CLAUSE} ; ${FAQ}`),
    deletion: onTraces(`${CLAUSE} ; ${FAQ}`),
    reading: onTraces(CLAUSE, 'warning'),
    failure: onTraces(FAQ, 'warning'),
    words: onTraces(CLAUSE, 'warning'),
  },
  examples: [
    // The columns are called by each other's names.
    { rule: 'sending', ...inTrace('action;demande', 'demande;action'), trips: ['mss/trace-and-mail'] },
    { rule: 'deletion', ...inTrace(';suppression;', ';marquage comme traité;') },
    { rule: 'reading', ...inTrace(';consultation;', ';marquage comme traité;') },
    { rule: 'failure', ...inTrace('450 4.2.0 boîte indisponible', '250 2.0.0 accepté') },
    { rule: 'words', ...inTrace('action;demande;reponse', 'reponse;demande;action'), trips: ['mss/trace-and-mail'] },
  ],
  keep: mailTraceOf,
  run(kept) {
    const traces = kept.filter((trace) => trace !== undefined);
    const [first] = traces;
    if (!first) return { evaluated: 0, findings: [], applies: false };
    const count = traces.reduce((sum, trace) => sum + trace.count, 0);
    const unread = traces.filter(({ unmapped }) => unmapped.includes('action'));
    if (unread.length > 0) return { evaluated: 0, findings: [], needs: unread.map(needOfColumns) };
    const at = { artifact: first.path, line: first.line };
    const told = new Set(traces.flatMap(({ operations }) => operations));
    // Nothing was understood, so nothing was judged.
    if (told.size === 0) return { evaluated: 0, findings: [{ rule: 'words', at }] };
    const findings = MISSING.flatMap(([rule, operation]): RawFinding<Rule>[] =>
      told.has(operation) ? [] : [{ rule, at, args: { files: traces.length, rows: count } }],
    );
    const answers = traces.every(({ unmapped }) => !unmapped.includes('response'));
    if (answers && traces.every(({ failures }) => failures === 0))
      findings.push({ rule: 'failure', at, args: { rows: count } });
    return { evaluated: count, findings };
  },
});

const MISSING: readonly (readonly [Rule, Operation])[] = [
  ['sending', 'send'],
  ['deletion', 'delete'],
  ['reading', 'read'],
];

function needOfColumns({ path, unmapped }: MailTrace): Need {
  return { code: 'need/mail-trace-columns', args: { log: path, columns: unmapped.join(', ') } };
}
