import { groupBy } from '../../artifacts/group-by.js';
import { defineSetCheck, type Place, type RawFinding } from '../define.js';
import { traceRule } from '../sources/trace-rule.js';
import { type DmpMessage, dmpFileOf } from './calls/dmp-call.js';
import { type DmpCall, dmpCallsOf } from './calls/dmp-trace.js';

type RuleName = 'after-deletion' | 'original-status';

/** A change of an entry, with the request that asks for it. */
interface Asked {
  readonly change: DmpMessage['changes'][number];
  readonly call: DmpCall;
}

/** Changes of one entry that are compared: each with all that came before. */
const MOST_CHANGES = 200;

/** What is done to a document of the DMP goes on from what was done to it before. A change that the DMP refused did nothing. */
export const entryHistory = defineSetCheck({
  id: 'dmp/entry-history',
  on: ['soap', 'har'],
  rules: {
    'after-deletion': traceRule('DMP, TD3.3c (suppression) ; DRIMbox, cycle de vie du KOS (TD2.1b, TD3.3c)', 'warning'),
    'original-status': traceRule('DMP, TD3.3c et TD3.3d, OriginalStatus ; ITI TF-2 §3.57.4.1.3', 'warning'),
  },
  examples: [
    {
      rule: 'after-deletion',
      base: 'dmp-exchanges',
      part: 'masking',
      good: '<wsu:Created>2026-03-16T09:30:00Z',
      bad: '<wsu:Created>2026-03-16T09:31:00Z',
    },
    {
      rule: 'original-status',
      base: 'dmp-exchanges',
      part: 'deletion',
      good: '<wsu:Created>2026-03-16T09:30:00Z',
      bad: '<wsu:Created>2026-03-16T09:31:00Z',
    },
  ],
  keep: dmpFileOf,
  run(files) {
    const asked = dmpCallsOf(files).flatMap((call) => call.changes.map((change): Asked => ({ change, call })));
    const histories = [...groupBy(asked, ({ change }) => change.entry).values()];
    const findings = histories.flatMap((history) => judgeHistory(history.slice(0, MOST_CHANGES)));
    return { evaluated: asked.length, findings, ...(asked.length === 0 && { applies: false }) };
  },
});

function judgeHistory(history: readonly Asked[]): RawFinding<RuleName>[] {
  return history.flatMap((each): RawFinding<RuleName>[] => {
    const done = history.filter((other) => isBefore(other.call, each.call) && !isRefused(other.call));
    const deleted = done.find(({ change }) => /:Deleted$/.test(change.to ?? ''));
    if (deleted) return [{ rule: 'after-deletion', at: each.change.at, args: told(deleted.change.at) }];
    const given = done.filter(({ change }) => change.to !== undefined);
    const last = given.find((other) => !given.some(({ call }) => isBefore(other.call, call)));
    const { from } = each.change;
    if (!last || from === undefined || from === last.change.to) return [];
    const args = { expected: last.change.to ?? '', ...told(last.change.at) };
    return [{ rule: 'original-status', at: each.change.at, args, actual: from }];
  });
}

function told({ artifact, line = 0 }: Place): { otherPath: string; otherLine: number } {
  return { otherPath: artifact, otherLine: line };
}

/** True when something tells that a call was made before another: their place in one capture, what is declared, their times. */
function isBefore(one: DmpCall, other: DmpCall): boolean {
  if (one.trace === other.trace) return one.index < other.index;
  if (one.order !== undefined && other.order !== undefined) return one.order < other.order;
  return one.time !== undefined && other.time !== undefined && one.time < other.time;
}

function isRefused({ answer }: DmpCall): boolean {
  return answer?.to === 'other' && !answer.succeeded;
}
