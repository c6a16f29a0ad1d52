import { byteOrderMark } from '../text/decode.js';
import { FIELD, lineEnd } from './header-fields.js';
import { startsMessage } from './mailbox-lines.js';

const USUAL_FIELDS =
  /^(from|to|date|subject|message-id|mime-version|received|return-path|content-type|x-mss-[a-z]+)[ \t]*:/i;

const OF_MAIL_ONLY = /^(?:(?:from|to|message-id|return-path)[ \t]*:.*@|mime-version[ \t]*:|received[ \t]*:)/i;

/** True when the bytes start with header fields of which two at least are usual mail fields; a `From ` line may stand before them. */
export function looksLikeMail(bytes: Buffer): boolean {
  const start = withoutMark(bytes).subarray(0, 8192);
  const text = startsMessage(start, 0) ? start.subarray(lineEnd(start, 0, start.length)) : start;
  // A lone CR ends a line here, so that a mail made of such lines is known as one.
  const lines = text.toString('latin1').split(/\r\n|\n|\r/);
  let usual = 0;
  let filled = false;
  let ended = false;
  for (const [at, line] of lines.entries()) {
    ended = line === '' && at < lines.length - 1;
    if (line === '') break;
    // `DKIM-Signature: v=1;` goes on; a key of a list of settings, which has nothing on its line, says that it is no mail.
    if (/^[ \t]/.test(line) && (usual > 0 || filled)) continue;
    if (!FIELD.test(line)) return false;
    filled = !/:[ \t]*$/.test(line);
    if (USUAL_FIELDS.test(line)) usual++;
  }
  // Settings have a `from:` and a `to:` too: without the empty line that ends the fields, one must be of nothing but a mail.
  return usual >= 2 && (ended || text.length === 8192 || lines.some((line) => OF_MAIL_ONLY.test(line)));
}

/** A mail saved by an editor may start with a byte order mark. */
export function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(byteOrderMark(bytes)?.charset === 'utf-8' ? 3 : 0);
}
