import { bufferOf } from '../buffer-of.js';
import { LIMITS, type Limits } from '../limits.js';
import { ReadError, type ReadProblem } from '../read-error.js';
import { ByteLines } from './byte-lines.js';
import { lineEnd } from './header-fields.js';
import { withoutMark } from './looks-like-mail.js';
import type { MailContent } from './mail.js';
import { MailWatch } from './mail-watch.js';
import { startsMessage, unquoted } from './mailbox-lines.js';
import { readTree } from './mime-tree.js';
import { reportsIn } from './reports.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Reads a message (RFC 5322) and its MIME tree. The bytes are kept, once: bodies are decoded from them when they are asked for.
 *
 * @param reserves takes what was forgiven.
 * @throws ReadError `read/mail` (no field, no content, a part that never ends), `read/mail-base64`, `read/mail-limit`.
 */
export function readMail(bytes: Uint8Array, limits: Limits = LIMITS, reserves: ReadProblem[] = []): MailContent {
  const watch = new MailWatch(limits, reserves);
  let source = withoutMark(bufferOf(bytes));
  if (!source.includes(LINE_FEED) && source.includes(CARRIAGE_RETURN)) {
    watch.note('cr-line-ends', 1);
    source = withLineFeeds(source);
  }
  let start = 0;
  if (startsMessage(source, 0)) {
    watch.note('mbox-from-line', 1);
    source = unquoted(source);
    start = lineEnd(source, 0, source.length);
  }
  const mail = readTree(source, start, watch);
  if (mail.headers.length === 0) throw new ReadError('read/mail', { reason: 'no-header' }, { line: 1 });
  if (mail.parts.length === 0 && mail.body.every(isBlank)) {
    const text = source.findLastIndex((byte) => !isBlank(byte));
    throw new ReadError('read/mail', { reason: 'no-content' }, { line: new ByteLines(source).lineAt(text) + 1 });
  }
  // Not a copy: the body of `mail` is made when it is asked for.
  return Object.assign(mail, { reports: reportsIn(mail, watch) });
}

/** A copy whose line ends are line feeds: offsets and lines stay what they are. */
function withLineFeeds(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length; at++) if (copy[at] === CARRIAGE_RETURN) copy[at] = LINE_FEED;
  return copy;
}

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
