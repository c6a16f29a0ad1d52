import { isDeclaredTrace } from '../logs/trace-log.js';
import { overLimit, type ReadProblem } from '../read-error.js';
import type { Reader } from '../source.js';
import { narrowed } from './charset.js';
import type { Delimiters } from './delimiters.js';
import { type EmbeddedData, embeddedData } from './embedded-data.js';
import { framesOf } from './frames.js';
import { withoutLogLines } from './log-lines.js';
import { type Hl7Message, type Reserve, readMessage } from './message.js';
import type { Hl7Segment } from './segment.js';
import type { FileState } from './segments.js';

/** A file of HL7 v2 messages, in MLLP blocks or plain: HL7 v2.5 chapter 2. */
export interface Hl7v2Content {
  /** In the order of the file. */
  readonly messages: readonly Hl7Message[];
  /** What stands outside of messages: headers and trailers of the file (FHS, FTS) and of batches (BHS, BTS), in order. */
  readonly envelope: readonly Hl7Segment[];
}

/** HL7 v2 messages; what OBX-5 encapsulates becomes children called by the place where it stands. */
export const hl7v2: Reader = ({ head, bytes, limits, declared }) => {
  const logged = startsLikeHl7(head) || isDeclaredTrace(declared) ? undefined : withoutLogLines(bytes);
  if (!logged && !startsLikeHl7(head)) return undefined;
  const narrow = narrowed(logged?.bytes ?? bytes);
  const { frames, unopened } = framesOf(narrow.bytes, limits);
  if (frames.length === 0) return undefined;
  const several = frames.filter(({ name }) => name === 'MSH').length > 1;
  const state: FileState = { limits, wide: narrow.wide, segments: 0, outside: new Map() };
  const messages: Hl7Message[] = [];
  const envelope: Hl7Segment[] = [];
  const reserves: Reserve[] = unopened === undefined ? [] : [{ reason: 'mllp-not-opened', line: unopened }];
  if (logged) reserves.push({ reason: 'hl7-log-lines', line: logged.line });
  let last: Delimiters | undefined;
  for (const frame of frames) {
    const prefix = several && frame.name === 'MSH' ? `message[${messages.length + 1}]/` : '';
    const inherited = frame.name === 'BTS' || frame.name === 'FTS' ? last : undefined;
    const reading = readMessage({ ...frame, offset: narrow.offset + frame.offset }, prefix, state, inherited);
    last = reading.message.delimiters;
    reserves.push(...reading.reserves);
    if (frame.name === 'MSH') messages.push(reading.message);
    else envelope.push(...reading.message.segments);
  }
  const data: EmbeddedData[] = [];
  for (const segment of messages.flatMap(({ segments }) => segments)) {
    data.push(...embeddedData(segment));
    if (data.length > limits.contained) throw overLimit(limits, 'contained', data.length);
  }
  reserves.push(...data.flatMap(({ reserve = [] }) => reserve));
  const problems = firstOfEach(reserves);
  return {
    kind: 'hl7v2',
    content: { messages, envelope },
    contains: data.map(({ contained }) => contained),
    ...(problems.length > 0 && { reserves: problems }),
  };
};

/**
 * The first segment is MSH, FHS or BHS. Its separators may be wrong: they are refused later, with their place. What starts in the middle of a
 * message is nobody's.
 */
function startsLikeHl7(head: string): boolean {
  const rest = /^(?:MSH|FHS|BHS)([^\r\n]*)/.exec(head)?.[1];
  if (rest === undefined) return false;
  if (rest === '') return /^...[\r\n]+[A-Z][A-Z0-9]{2}\|/.test(head);
  const separator = rest.charAt(0);
  return (
    separator === '|' ||
    rest.slice(0, 8).includes('^~\\&') ||
    (/[^\w\s]/.test(separator) && rest.split(separator).length > 8)
  );
}

/** A fault that every message has is said once. */
function firstOfEach(reserves: readonly Reserve[]): ReadProblem[] {
  const seen = new Set<string>();
  return reserves.flatMap(({ reason, ...location }) => {
    if (seen.has(reason)) return [];
    seen.add(reason);
    return [{ code: 'read/forgiven' as const, args: { reason }, location }];
  });
}
