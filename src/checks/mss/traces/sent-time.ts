import type { Artifact } from '../../../artifacts/artifact.js';
import { headersNamed } from '../../../artifacts/mail/mail.js';

/** When a mail was sent, as its Date tells (RFC 5322 §3.3). */
export interface SentTime {
  /** Milliseconds of UTC. */
  readonly time: number;
  /** What the clock of the wall showed there, as if it were UTC. */
  readonly wall: number;
}

/** Undefined when a mail has no Date, or one that is none. */
export function sentTimeOf(mail: Artifact<'mail'>): SentTime | undefined {
  const text = headersNamed(mail.content, 'Date')[0]
    ?.value.replace(/\([^()]*\)/g, '')
    .trim();
  const time = Date.parse(text ?? '');
  if (text === undefined || Number.isNaN(time)) return undefined;
  const [, sign, hours, minutes] = /([+-])(\d\d)(\d\d)$/.exec(text) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return { time, wall: time + (sign === '-' ? -offset : offset) };
}
