import type { Artifact } from '../../../artifacts/artifact.js';
import type { TraceLog, TraceRecord } from '../../../artifacts/logs/trace.js';
import type { TraceField } from '../../../artifacts/logs/trace-declaration.js';
import { commandOf, contentsOf, type TracedContent } from './contents.js';
import { mailRow } from './mail-rows.js';
import { isFailure, isGenericActor, type Operation, operationOf } from './operations.js';
import { type EventSpan, eventOf, type TraceEvent, widened } from './trace-events.js';

/** What MSS/CONF.18 wants of each row; what a teleservice answered may be told by a code of return. */
const REQUIRED = ['actor', 'instant', 'action', 'request', 'response'] as const;
type RequiredField = (typeof REQUIRED)[number];

/** How many rows are so, and the line of the first one. */
interface Rows {
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
  const pass = new Pass(content.mapping);
  let isOfMail = false;
  for (const record of content.records()) {
    const about = mailRow(record, content.mapping, isDeclared);
    isOfMail ||= about === 'mail';
    if (about) pass.add(record);
  }
  // Any software that has a mailbox names it in logs of other things: those of its connections.
  return isOfMail && (isDeclared || pass.tellsOperations()) ? pass.traceOf(path) : undefined;
}

/** What rows tell one after the other: nothing is kept of a row but counts, and the first events. */
class Pass {
  readonly #unmapped: readonly RequiredField[];
  readonly #empty = new Counts<RequiredField>();
  readonly #odd = new Counts<'mailbox' | 'backwards' | 'actor'>();
  readonly #contents = new Counts<TracedContent>();
  /** The first column that holds each. */
  readonly #columns = new Map<TracedContent, string>();
  readonly #commands = new Map<string, number>();
  readonly #known = new Map<string, Operation | undefined>();
  readonly #operations = new Set<Operation>();
  readonly #guessed = new Set<Operation>();
  readonly #events: TraceEvent[] = [];
  #actor = '';
  #span: EventSpan | undefined;
  #previous: number | undefined;
  #forwards = false;
  #failures = 0;
  #count = 0;
  #line = 0;

  constructor(mapping: TraceLog['mapping']) {
    const fields = (field: RequiredField): TraceField[] => (field === 'response' ? ['response', 'outcome'] : [field]);
    this.#unmapped = REQUIRED.filter((field) => !fields(field).some((each) => mapping.has(each)));
  }

  add(record: TraceRecord): void {
    const { line, actor, action = '', response, outcome } = record;
    this.#count++;
    this.#line ||= line;
    const operation = this.#operationOf(action);
    if (operation) this.#operations.add(operation);
    const given = { ...record, response: response ?? outcome };
    for (const field of REQUIRED)
      if (!this.#unmapped.includes(field) && given[field] === undefined) this.#empty.add(field, line);
    // The software collects the mail of a mailbox by itself.
    if (actor && operation !== 'receive' && isGenericActor(actor)) {
      this.#actor ||= actor;
      this.#odd.add('actor', line);
    }
    if (isFailure(response ?? '') || isFailure(outcome ?? '')) this.#failures++;
    if (operation !== 'connect' && !tellsMailbox(record)) this.#odd.add('mailbox', line);
    if (this.#unmapped.includes('action') && this.#guessed.size < 2) this.#guess(record);
    this.#addEvent(eventOf(record, operation));
    this.#addContents(record);
  }

  #operationOf(action: string): Operation | undefined {
    if (this.#known.has(action)) return this.#known.get(action);
    const operation = operationOf(action);
    if (this.#known.size < MOST_ACTIONS) this.#known.set(action, operation);
    return operation;
  }

  #addEvent(event: TraceEvent): void {
    const { time, line, names } = event;
    if (time !== undefined) {
      const previous = this.#previous ?? time;
      if (previous - time >= BACKWARDS) this.#odd.add('backwards', line);
      else if (time > previous) this.#forwards = true;
      this.#previous = time;
    }
    if (this.#events.length === MOST_EVENTS) return;
    this.#span = widened(this.#span, event);
    if (names.length > 0) this.#events.push(event);
  }

  #addContents({ fields, line }: TraceRecord): void {
    const told = new Set<TracedContent>();
    for (const [column, value] of fields) {
      for (const content of contentsOf(column, value)) {
        if (!told.has(content)) this.#contents.add(content, line);
        told.add(content);
        if (!this.#columns.has(content)) this.#columns.set(content, column);
      }
      const command = commandOf(value);
      if (command !== undefined && !this.#commands.has(command)) this.#commands.set(command, line);
    }
  }

  #guess({ fields }: TraceRecord): void {
    for (const value of fields.values()) {
      const operation = operationOf(value);
      if (operation && operation !== 'connect') this.#guessed.add(operation);
    }
  }

  /** True when the rows, of which no column is declared, tell two sorts of operations. */
  tellsOperations(): boolean {
    return this.#guessed.size >= 2;
  }

  traceOf(path: string): MailTrace {
    const actors = this.#odd.of('actor');
    return {
      path,
      count: this.#count,
      line: this.#line,
      unmapped: this.#unmapped,
      empty: REQUIRED.flatMap((field) => withRows(this.#empty.of(field), (rows) => ({ field, rows }))),
      genericActor: actors && { ...actors, actor: this.#actor },
      withoutMailbox: this.#odd.of('mailbox'),
      backwards: this.#forwards ? this.#odd.of('backwards') : undefined,
      operations: [...this.#operations],
      failures: this.#failures,
      contents: [...this.#columns].flatMap(([content, column]) =>
        withRows(this.#contents.of(content), (rows) => ({ content, column, rows })),
      ),
      dialogue: { commands: [...this.#commands.keys()], line: Math.min(...this.#commands.values()) },
      span: this.#span,
      events: this.#events,
    };
  }
}

function withRows<T>(rows: Rows | undefined, made: (rows: Rows) => T): T[] {
  return rows ? [made(rows)] : [];
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
