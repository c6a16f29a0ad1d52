import { ReadError } from '../read-error.js';
import { decodeEncodedWords } from './encoded-words.js';
import type { MailHeader } from './mail.js';
import type { MailWatch } from './mail-watch.js';

/** Start of a field (RFC 5322 §2.2). */
export const FIELD = /^[!-9;-~]+[ \t]*:/;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The fields of a mail or of a part, and where what follows them starts. */
export interface FieldBlock {
  readonly headers: readonly MailHeader[];
  readonly next: number;
  readonly nextLine: number;
}

/**
 * Reads fields up to the empty line that ends them, or to the first line that is none: what follows is then the body, as mail agents do.
 *
 * @param line of `start`, from 1.
 * @throws ReadError `read/mail` for a null or a lone carriage return, which agents do not read alike; `read/mail-limit`.
 */
export function readFields(bytes: Buffer, start: number, end: number, line: number, watch: MailWatch): FieldBlock {
  const fields: Draft[] = [];
  const ends = new Set<boolean>();
  let at = start;
  let nextLine = line;
  const block = (next: number, ended: boolean): FieldBlock => {
    if (ends.size > 1) watch.note('mixed-line-ends', line);
    if (!ended) watch.note('no-blank-line', nextLine);
    return { headers: fields.map((draft) => headerOf(bytes, draft, watch)), next, nextLine };
  };
  while (at < end) {
    const next = lineEnd(bytes, at, end);
    const feed = bytes[next - 1] === LINE_FEED ? 1 : 0;
    const crlf = feed === 1 && next - 2 >= at && bytes[next - 2] === CARRIAGE_RETURN;
    // Enough of the line to know whether it is a field: the body of a part may be one endless line.
    const text = bytes.toString(
      'latin1',
      at,
      Math.min(next - (crlf ? 2 : feed), at + watch.limits.mailHeaderBytes + 1),
    );
    const last = fields.at(-1);
    const folded = last !== undefined && /^[ \t]/.test(text);
    if (text === '') return { ...block(next, true), nextLine: nextLine + 1 };
    if (!folded && !FIELD.test(text)) return block(at, false);
    watch.keepTo('mailHeaderBytes', next - start, nextLine);
    if (/[\r\0]/.test(text)) throw new ReadError('read/mail', { reason: 'control-in-header' }, { line: nextLine });
    if (feed === 1) ends.add(crlf);
    if (folded) {
      last.lines.push(text);
      last.end = next;
    } else {
      watch.countField(nextLine);
      const colon = text.indexOf(':');
      const name = text.slice(0, colon).trimEnd();
      fields.push({ name, lines: [text.slice(colon + 1)], line: nextLine, start: at, end: next });
    }
    at = next;
    nextLine++;
  }
  return block(end, true);
}

/** Offset after the line feed that ends the line of `at`, or `end`. */
export function lineEnd(bytes: Buffer, at: number, end: number): number {
  const feed = bytes.indexOf(LINE_FEED, at);
  return feed === -1 || feed >= end ? end : feed + 1;
}

interface Draft {
  readonly name: string;
  /** Its lines, without line breaks. */
  readonly lines: string[];
  readonly line: number;
  readonly start: number;
  end: number;
}

function headerOf(bytes: Buffer, { name, lines, line, start, end }: Draft, watch: MailWatch): MailHeader {
  const raw = lines.join('');
  // A fold may be any white space: a tab is a blank (RFC 5322 §2.2.3).
  const value = decodeEncodedWords(raw.replaceAll('\t', ' '), (reason) => watch.note(reason, line, name)).trim();
  return {
    name,
    raw,
    line,
    value,
    get source() {
      return bytes.toString('latin1', start, end);
    },
  };
}
