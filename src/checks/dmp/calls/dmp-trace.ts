import { pairExchanges } from '../../../artifacts/exchanges.js';
import { groupBy } from '../../../artifacts/group-by.js';
import { type CheckContext, isOfDossier } from '../../context.js';
import type { Need, Outcome } from '../../define.js';
import type { DmpAnswer } from './dmp-answer.js';
import type { CapturedExchange, DmpFile, DmpMessage } from './dmp-call.js';

/** A request to the DMP, with what it got. */
export interface DmpCall extends Omit<DmpMessage, 'asks' | 'answer'> {
  readonly asks: NonNullable<DmpMessage['asks']>;
  /** Undefined when no file holds it. */
  readonly answer: DmpAnswer | undefined;
  /** Path of the capture or of the file in which it stands among others. */
  readonly trace: string;
}

/** Every call of the DMP that the files hold, each with its answer. */
export function dmpCallsOf(files: readonly DmpFile[]): DmpCall[] {
  const captures = new Map<string, Pick<DmpMessage, 'path'> & CapturedExchange>(
    files.flatMap(({ capture }) =>
      capture
        ? capture.exchanges.map(
            ([name, exchange]) => [`${capture.path}!${name}`, { ...exchange, path: capture.path }] as const,
          )
        : [],
    ),
  );
  const messages = files
    .flatMap((file) => file.messages)
    .map((message): DmpMessage => {
      const capture = captures.get(message.path.slice(0, message.path.lastIndexOf('/')));
      if (!capture) return message;
      const started = Date.parse(capture.startedAt ?? '');
      return {
        ...message,
        path: capture.path,
        index: 2 * capture.rank + Number(message.direction === 'response'),
        ordered: true,
        bearer: message.bearer ?? capture.bearer,
        time: Number.isNaN(started) ? message.time : started,
      };
    });
  const answers = new Map(pairExchanges(messages).pairs.map(({ request, response }) => [request, response.answer]));
  return messages.flatMap((message) =>
    message.asks === undefined
      ? []
      : [{ ...message, asks: message.asks, answer: answers.get(message), trace: message.path }],
  );
}

/** The calls that were made about one patient by one user, in the order in which they are given. */
export function byPatientAndUser(calls: readonly DmpCall[]): DmpCall[][] {
  return [...groupBy(calls, ({ patient, user }) => JSON.stringify([patient, user])).values()];
}

/** Calls in the order in which they were made; or what to declare, for the vendor to tell it. */
export interface OrderedCalls {
  readonly calls: readonly DmpCall[];
  readonly needs: readonly Need[];
}

/**
 * Orders calls by what the vendor declares, else by their place in one capture, else by their times. Which of two calls for the same thing came
 * first matters to nobody.
 */
export function inOrder(calls: readonly DmpCall[]): OrderedCalls {
  const key = keyFor(calls);
  const sorted = [...calls].sort((a, b) => (key(a) ?? 0) - (key(b) ?? 0) || a.index - b.index);
  const needs: Need[] = [];
  const untold = (file: string, other: string) => needs.push({ code: 'need/call-order', args: { file, other } });
  const timeless = sorted.find((call) => key(call) === undefined);
  const other = timeless && sorted.find(({ trace, asks }) => trace !== timeless.trace && asks !== timeless.asks);
  if (timeless && other) untold(timeless.trace, other.trace);
  for (const [rank, call] of sorted.entries()) {
    const next = sorted[rank + 1];
    if (next && next.trace !== call.trace && next.asks !== call.asks && key(call) === key(next))
      untold(call.trace, next.trace);
  }
  return { calls: sorted, needs: once(needs) };
}

function keyFor(calls: readonly DmpCall[]): (call: DmpCall) => number | undefined {
  if (calls.every(({ order }) => order !== undefined)) return ({ order }) => order;
  if (new Set(calls.map(({ trace }) => trace)).size === 1) return () => 0;
  return ({ time }) => time;
}

/** Each need once. */
export function once(needs: readonly Need[]): Need[] {
  return [...new Map(needs.map((need) => [JSON.stringify([need.code, need.args]), need])).values()];
}

/** What a check gives that found none of the calls that it is about: in a dossier they are wanted, a file judged alone owes none. */
export function withoutCalls(context: CheckContext, call: string): Outcome<never> {
  if (!isOfDossier(context)) return { evaluated: 0, findings: [], applies: false };
  return { evaluated: 0, findings: [], needs: [{ code: 'need/dmp-call', args: { call } }] };
}
