import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { placeIn } from '../context.js';
import { defineSetCheck, type Place, type RawFinding } from '../define.js';
import { messageIdOf } from '../mails/message-ids.js';
import { lowerAddressesIn } from '../mails/recipients.js';
import { isSending } from '../mails/sending.js';
import { type MailTrace, mailTraceOf } from './traces/mail-trace.js';
import { type SentTime, sentTimeOf } from './traces/sent-time.js';
import { onTraces } from './traces/trace-clauses.js';
import { type EventSpan, namesIn, type TraceEvent } from './traces/trace-events.js';

type Rule = 'sending' | 'reception' | 'time' | 'mailbox';

interface KeptMail {
  readonly at: Place;
  readonly isSent: boolean;
  readonly id: string | undefined;
  readonly from: string | undefined;
  readonly sent: SentTime;
}

interface Kept {
  readonly mail?: KeptMail | undefined;
  readonly trace?: MailTrace | undefined;
}

/** By how much the clocks of a workstation and of its trace may differ, and a mail wait before it leaves. */
const APART = 10 * 60_000;
const HOUR = 3_600_000;

const CONF_17 = 'Référentiel socle MSSanté #2 v1.0, ECO.4.1.1 (MSS/CONF.17)';
const inTrace = (good: string, bad: string) => ({ base: 'mail-traces', part: 'trace', good, bad }) as const;
const SENT = '2026-03-02T10:30:04+01:00;899700100011;envoi;';

/** The mails of a dossier and the traces of the same mailbox in the same time tell the same sendings and receptions. */
export const traceAndMail = defineSetCheck({
  id: 'mss/trace-and-mail',
  on: ['log', 'mail'],
  rules: {
    // An extract may leave rows out: two proofs that do not fit are no proof of a fault.
    sending: onTraces(CONF_17, 'warning', 'observed'),
    reception: onTraces('REM vague 2, MSS/UX.37', 'warning', 'observed'),
    time: onTraces('Référentiel socle MSSanté #2 v1.0, ECO.4.1.2 (MSS/CONF.18)', 'warning', 'observed'),
    mailbox: onTraces(CONF_17, 'warning', 'observed'),
  },
  examples: [
    { rule: 'sending', ...inTrace(SENT, SENT.replace('envoi', 'brouillon')) },
    {
      rule: 'reception',
      base: 'mail-traces',
      part: 'question.headers',
      good: 'Message-ID: <20260303090000.7@exemple.mssante.fr>',
      bad: 'Message-ID: <20260303090000.8@exemple.mssante.fr>',
    },
    { rule: 'time', ...inTrace(SENT, SENT.replace('T10:30:04', 'T12:30:04')) },
    {
      rule: 'mailbox',
      ...inTrace(
        'claire.martin@exemple.mssante.fr;<20260302103000.1@exemple.mssante.fr>',
        'secretariat@exemple.mssante.fr;<20260302103000.1@exemple.mssante.fr>',
      ),
    },
  ],
  keep: (artifact): Kept =>
    isKind(artifact, 'mail')
      ? { mail: keptMail(artifact) }
      : { trace: isKind(artifact, 'log') ? mailTraceOf(artifact) : undefined },
  run(kept) {
    const traces = kept.flatMap(({ trace }) => trace ?? []);
    const mails = kept.flatMap(({ mail }) => mail ?? []);
    if (traces.length === 0 || mails.length === 0) return { evaluated: 0, findings: [], applies: false };
    const told = new Told(traces);
    let evaluated = 0;
    const findings = mails.flatMap((mail) => {
      const judged = mail.isSent ? judgeSent(mail, told) : judgeReceived(mail, told);
      if (judged) evaluated++;
      return judged ?? [];
    });
    return { evaluated, findings };
  },
});

/** Undefined for a mail that is not of this software, or that no trace can be looked for: a notification, a mail without a date. */
function keptMail(mail: Artifact<'mail'>): KeptMail | undefined {
  const { role } = mail.declared;
  const sent = sentTimeOf(mail);
  if (mail.within === 'mail' || role === undefined || role === 'historical' || mail.content.reports.length > 0 || !sent)
    return undefined;
  const isSent = isSending(mail);
  if (isSent !== (role === 'outgoing')) return undefined;
  const id = messageIdOf(mail);
  return {
    at: placeIn(mail, { line: 1 }),
    isSent,
    id: id === undefined ? undefined : (namesIn(id)[0] ?? id.toLowerCase()),
    from: lowerAddressesIn(mail, 'from')[0],
    sent,
  };
}

interface Row {
  readonly event: TraceEvent;
  readonly path: string;
}

/** The rows that name one message or one mailbox. */
interface Named {
  readonly paths: Set<string>;
  readonly sends: Row[];
  receives: boolean;
  /** `sends` that tell their time, in its order: those with an offset, those without. Made when they are first asked for. */
  timed?: readonly (readonly Row[])[];
}

/** Rows of the traces by what they name, each with the file that it stands in. */
class Told {
  readonly traces: readonly MailTrace[];
  /** Files that name the messages that they receive. */
  readonly naming: ReadonlySet<string>;
  readonly #byName = new Map<string, Named>();

  constructor(traces: readonly MailTrace[]) {
    this.traces = traces;
    this.naming = new Set(
      traces
        .filter(({ events }) =>
          events.some(({ operation, message }) => operation === 'receive' && message?.includes('@')),
        )
        .map(({ path }) => path),
    );
    for (const { path, events } of traces)
      for (const event of events) for (const name of event.names) this.#add(name, { event, path });
  }

  #add(name: string, row: Row): void {
    const own = this.#byName.get(name) ?? { paths: new Set(), sends: [], receives: false };
    this.#byName.set(name, own);
    own.paths.add(row.path);
    if (row.event.operation === 'send') own.sends.push(row);
    else if (row.event.operation === 'receive') own.receives = true;
  }

  of(name: string | undefined): Named | undefined {
    return name === undefined ? undefined : this.#byName.get(name);
  }
}

/** The row nearest to a mail that tells its sending within `APART`. */
function sendingInTime(named: Named, sent: SentTime): Row | undefined {
  named.timed ??= [true, false].map((hasOffset) =>
    named.sends
      .filter(({ event }) => event.time !== undefined && event.hasOffset === hasOffset)
      .sort((one, other) => timeOf(one) - timeOf(other)),
  );
  return named.timed
    .flatMap((rows, index) => momentsOf({ hasOffset: index === 0 }, sent).flatMap((moment) => nearest(rows, moment)))
    .find(({ event }) => apart(event, sent) <= APART);
}

/** The last row before a moment and the first one after it, of rows in the order of time. */
function nearest(rows: readonly Row[], moment: number): Row[] {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(rows[middle]) < moment) low = middle + 1;
    else high = middle;
  }
  return rows.slice(Math.max(low - 1, 0), low + 1);
}

function timeOf(row: Row | undefined): number {
  return row?.event.time ?? Number.NaN;
}

/** Undefined when the traces are not about that mailbox in that time. */
function judgeSent({ at, id, from, sent }: KeptMail, told: Told): RawFinding<Rule>[] | undefined {
  const own = told.of(id);
  const [first] = own?.sends ?? [];
  if (own && first) {
    const inTime = sendingInTime(own, sent);
    const findings: RawFinding<Rule>[] = [];
    const place = { artifact: first.path, line: first.event.line, column: 1 };
    if (!inTime && first.event.time !== undefined)
      findings.push({ rule: 'time', at: place, args: { mail: at.artifact } });
    const { mailbox } = (inTime ?? first).event;
    if (mailbox !== undefined && from !== undefined && mailbox !== from)
      findings.push({ rule: 'mailbox', at: place, args: { mail: at.artifact, from }, actual: mailbox });
    return findings;
  }
  const ofMailbox = told.of(from);
  if (ofMailbox && sendingInTime(ofMailbox, sent)) return [];
  const path = coveredBy(told, ofMailbox?.paths ?? new Set(), sent);
  return path === undefined ? undefined : [{ rule: 'sending', at, args: { trace: path } }];
}

/** A mail received is looked for by its Message-ID, or its sender, where the trace names those that it receives. */
function judgeReceived({ at, id, from, sent }: KeptMail, told: Told): RawFinding<Rule>[] | undefined {
  if (told.of(id) || told.of(from)?.receives) return [];
  const path = coveredBy(told, told.naming, sent);
  return id === undefined || path === undefined ? undefined : [{ rule: 'reception', at, args: { trace: path } }];
}

/** The file, of those, whose rows began before a mail and ended after it. */
function coveredBy({ traces }: Told, paths: ReadonlySet<string>, sent: SentTime): string | undefined {
  return traces.find(
    ({ path, span }) =>
      paths.has(path) &&
      span !== undefined &&
      momentsOf(span, sent).every((moment) => span.from <= moment && moment <= span.to),
  )?.path;
}

/** How far a row is from a mail, in milliseconds. */
function apart(event: TraceEvent, sent: SentTime): number {
  const { time } = event;
  return time === undefined
    ? Number.POSITIVE_INFINITY
    : Math.min(...momentsOf(event, sent).map((moment) => Math.abs(moment - time)));
}

/** The moment of a mail in the terms of a trace; one without offset is on the clock of the mail, or on that of Paris. */
function momentsOf({ hasOffset }: Pick<EventSpan, 'hasOffset'>, { time, wall }: SentTime): number[] {
  return hasOffset ? [time] : [wall, time + HOUR, time + 2 * HOUR];
}
