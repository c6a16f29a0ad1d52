import type { TraceRecord } from '../../../artifacts/logs/trace.js';
import { messageIdentifiers } from '../../../artifacts/mail/message-identifiers.js';
import { bareId } from '../../mails/message-ids.js';
import type { Operation } from './operations.js';

/** A row of a trace, as mails are compared with it. */
export interface TraceEvent {
  readonly line: number;
  readonly operation: Operation | undefined;
  /** Milliseconds of UTC; without an offset, those that the clock of the wall would make. */
  readonly time: number | undefined;
  /** True when the offset is told. */
  readonly hasOffset: boolean;
  /** What the mapped column calls the message, in lower case. */
  readonly message: string | undefined;
  readonly mailbox: string | undefined;
  /** Addresses and Message-IDs of the row, in lower case: all that holds an @. */
  readonly names: readonly string[];
}

/** From the first moment to the last one, in the same terms as the events. */
export interface EventSpan {
  readonly from: number;
  readonly to: number;
  readonly hasOffset: boolean;
}

/** A row names a sender, a mail and some recipients. */
const MOST_NAMES = 20;
const LOOKED_AT = 2000;

export function eventOf(record: TraceRecord, operation: Operation | undefined): TraceEvent {
  const { instant, line, message, mailbox } = record;
  const time = Date.parse(instant?.utc ?? `${instant?.local?.slice(0, 23)}Z`);
  const id = idIn(message ?? '');
  const names = new Set(id === '' ? [] : [id]);
  for (const value of record.fields.values()) {
    if (names.size >= MOST_NAMES) break;
    if (value.includes('@')) for (const name of namesIn(value)) names.add(name);
  }
  return {
    line,
    operation,
    time: Number.isNaN(time) ? undefined : time,
    hasOffset: instant?.utc !== undefined,
    message: id || undefined,
    mailbox: mailbox?.includes('@') ? namesIn(mailbox)[0] : undefined,
    names: [...names].slice(0, MOST_NAMES),
  };
}

/** What a column calls a message: its whole text, or in a sentence the first Message-ID. */
function idIn(text: string): string {
  const id = bareId(text.slice(0, LOOKED_AT));
  if (!/\s/.test(id)) return (namesIn(id)[0] ?? id).toLowerCase();
  return namesIn(messageIdentifiers(id).ids[0] ?? '')[0] ?? '';
}

/** What holds an @ in a text, in lower case: an address or a Message-ID, cut at what may stand around it. */
export function namesIn(value: string): string[] {
  return value
    .slice(0, LOOKED_AT)
    .split(/[\s<>"'(),;:=[\]]+/)
    .filter((each) => each.includes('@'))
    .map((each) => each.toLowerCase());
}

/** A span that reaches an event too. One without an offset and one with are not compared: the first kind wins. */
export function widened(span: EventSpan | undefined, { time, hasOffset }: TraceEvent): EventSpan | undefined {
  if (time === undefined || (span && span.hasOffset !== hasOffset)) return span;
  return {
    from: Math.min(span?.from ?? time, time),
    to: Math.max(span?.to ?? time, time),
    hasOffset,
  };
}
