import type { Artifact } from '../../../artifacts/artifact.js';
import type { TraceLog, TraceRecord } from '../../../artifacts/logs/trace.js';
import type { TraceField } from '../../../artifacts/logs/trace-declaration.js';
import { commandOf, contentsOf, type TracedContent } from './contents.js';
import { mailRow } from './mail-rows.js';
import { isFailure, isGenericActor, type Operation, operationOf } from './operations.js';
import { type EventSpan, eventOf, type TraceEvent, widened } from './trace-events.js';

/** What MSS/CONF.18 wants of each row; what a teleservice answered may be told by a code of return. */
export const REQUIRED = ['actor', 'instant', 'action', 'request', 'response'] as const;
export type RequiredField = (typeof REQUIRED)[number];

/** How many rows are so, and the line of the first one. */
export interface Rows {
  readonly line: number;
  readonly count: number;
}

/** What one pass over a functional trace of mailboxes tells: a trace may have a million rows. */
export interface MailTrace {
  readonly path: string;
  /** Rows about mailboxes. */
  readonly count: number;
  /** Line of the first of them. */
  readonly line: number;
  /** Fields of `REQUIRED` that `segur.yaml` maps to no column. */
  readonly unmapped: readonly RequiredField[];
  readonly empty: readonly { readonly field: RequiredField; readonly rows: Rows }[];
  readonly genericActor: (Rows & { readonly actor: string }) | undefined;
  /** Rows that tell no mailbox. */
  readonly withoutMailbox: Rows | undefined;
  /** Rows an hour or more before the row above, in a trace that goes forward elsewhere. */
  readonly backwards: Rows | undefined;
  readonly operations: readonly Operation[];
  readonly failures: number;
  readonly contents: readonly { readonly content: TracedContent; readonly column: string; readonly rows: Rows }[];
  /** Commands of SMTP and IMAP that stand one a row: each once, and the line of the first. */
  readonly dialogue: { readonly commands: readonly string[]; readonly line: number };
  readonly span: EventSpan | undefined;
  readonly events: readonly TraceEvent[];
}

/** A vendor gives an extract: nobody reads more of it. Rows after these are counted, and compared with no mail. */
const MOST_EVENTS = 10_000;
/** Actions are few words; those that name each message are not worth keeping. */
const MOST_ACTIONS = 1000;
const BACKWARDS = 3_600_000;

const known = new WeakMap<TraceLog, { readonly trace: MailTrace | undefined }>();

/** What a functional trace tells of mailboxes; undefined for a log that is no trace, and for a trace of other things (calls of INSi, of the DMP). */
export function mailTraceOf({ path, content, declared }: Artifact<'log'>): MailTrace | undefined {
  if (content.protocol !== 'trace') return undefined;
  const done = known.get(content) ?? { trace: read(path, content, declared.columns !== undefined) };
  known.set(content, done);
  return done.trace;
}

function read(path: string, content: TraceLog, isDeclared: boolean): MailTrace | undefined {
  const { mapping } = content;
  const isMapped = (field: TraceField): boolean => mapping.has(field);
  const answers = isMapped('response') || isMapped('outcome');
  const unmapped = REQUIRED.filter((field) => (field === 'response' ? !answers : !isMapped(field)));
  const operationsBy = new Map<string, Operation | undefined>();
  const called = (action: string): Operation | undefined => {
    if (operationsBy.has(action)) return operationsBy.get(action);
    const operation = operationOf(action);
    if (operationsBy.size < MOST_ACTIONS) operationsBy.set(action, operation);
    return operation;
  };
  const empty = new Counts<RequiredField>();
  const one = new Counts<'mailbox' | 'backwards' | 'actor'>();
  const contents = new Counts<TracedContent>();
  const columns = new Map<TracedContent, string>();
  const operations = new Set<Operation>();
  const commands = new Map<string, number>();
  const events: TraceEvent[] = [];
  let genericActor = '';
  let span: EventSpan | undefined;
  let previous: number | undefined;
  let forwards = false;
  let isOfMail = false;
  let [count, first, failures] = [0, 0, 0];

  for (const record of content.records()) {
    const about = mailRow(record, mapping, isDeclared);
    if (!about) continue;
    isOfMail ||= about === 'mail';
    const { line, actor, action = '' } = record;
    count++;
    if (count === 1) first = line;
    const operation = called(action);
    if (operation) operations.add(operation);
    for (const field of REQUIRED)
      if (!unmapped.includes(field) && givenFor(record, field) === undefined) empty.add(field, line);
    // The software collects the mail of a mailbox by itself.
    if (actor && operation !== 'receive' && isGenericActor(actor)) {
      genericActor ||= actor;
      one.add('actor', line);
    }
    if ([record.response, record.outcome].some((each) => each !== undefined && isFailure(each))) failures++;
    if (operation !== 'connect' && !tellsMailbox(record)) one.add('mailbox', line);

    const event = eventOf(record, operation);
    const { time } = event;
    if (time !== undefined && previous !== undefined) {
      if (previous - time >= BACKWARDS) one.add('backwards', line);
      else if (time > previous) forwards = true;
    }
    previous = time ?? previous;
    if (events.length < MOST_EVENTS) {
      span = widened(span, event);
      if (event.names.length > 0) events.push(event);
    }
    const told = new Set<TracedContent>();
    for (const [column, value] of record.fields) {
      for (const each of contentsOf(column, value)) {
        if (!told.has(each)) contents.add(each, line);
        told.add(each);
        if (!columns.has(each)) columns.set(each, column);
      }
      const command = commandOf(value);
      if (command !== undefined && !commands.has(command)) commands.set(command, line);
    }
  }
  if (!isOfMail) return undefined;
  const actors = one.of('actor');
  return {
    path,
    count,
    line: first,
    unmapped,
    empty: REQUIRED.flatMap((field) => withRows(empty.of(field), (rows) => ({ field, rows }))),
    genericActor: actors && { ...actors, actor: genericActor },
    withoutMailbox: one.of('mailbox'),
    backwards: forwards ? one.of('backwards') : undefined,
    operations: [...operations],
    failures,
    contents: [...columns].flatMap(([content, column]) =>
      withRows(contents.of(content), (rows) => ({ content, column, rows })),
    ),
    dialogue: { commands: [...commands.keys()], line: Math.min(...commands.values()) },
    span,
    events,
  };
}

function withRows<T>(rows: Rows | undefined, made: (rows: Rows) => T): T[] {
  return rows ? [made(rows)] : [];
}

function givenFor(record: TraceRecord, field: RequiredField): unknown {
  return field === 'response' ? (record.response ?? record.outcome) : record[field];
}

function tellsMailbox(record: TraceRecord): boolean {
  if (record.mailbox !== undefined) return true;
  for (const value of record.fields.values()) if (value.includes('@')) return true;
  return false;
}

/** Rows by what they lack or hold. */
class Counts<K> {
  readonly #rows = new Map<K, { readonly line: number; count: number }>();

  add(key: K, line: number): void {
    const rows = this.#rows.get(key);
    if (rows) rows.count++;
    else this.#rows.set(key, { line, count: 1 });
  }

  of(key: K): Rows | undefined {
    return this.#rows.get(key);
  }
}
