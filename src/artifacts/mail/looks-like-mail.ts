import { byteOrderMark } from '../text/decode.js';
import { FIELD, lineEnd } from './header-fields.js';
import { startsMessage } from './mailbox-lines.js';

const USUAL_FIELDS =
  /^(from|to|date|subject|message-id|mime-version|received|return-path|content-type|x-mss-[a-z]+)[ \t]*:/i;

/** True when the bytes start with header fields of which two at least are usual mail fields; a `From ` line may stand before them. */
export function looksLikeMail(bytes: Buffer): boolean {
  const start = withoutMark(bytes).subarray(0, 8192);
  const text = startsMessage(start, 0) ? start.subarray(lineEnd(start, 0, start.length)) : start;
  // A lone CR ends a line here, so that a mail made of such lines is known as one.
  const lines = text.toString('latin1').split(/\r\n|\n|\r/);
  let usual = 0;
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && usual > 0) continue;
    if (!FIELD.test(line)) return false;
    if (USUAL_FIELDS.test(line)) usual++;
  }
  return usual >= 2;
}

/** A mail saved by an editor may start with a byte order mark. */
export function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(byteOrderMark(bytes)?.charset === 'utf-8' ? 3 : 0);
}
