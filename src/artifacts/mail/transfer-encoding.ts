import { ReadError } from '../read-error.js';
import { base64Size, decodeBase64Bytes } from '../text/base64.js';
import { lineEnd } from './header-fields.js';
import type { MailReserve } from './mail-watch.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const EQUALS = 61;
const IDENTITY: ReadonlySet<string> = new Set(['7bit', '8bit', 'binary']);
const UUENCODE = /^(?:x-)?uu(?:e|encode)$/;

/** Bytes of a body whose encoding was checked. Those that are sent as they are are not copied. */
export function decodeBody(body: Buffer, encoding: string): Uint8Array {
  if (encoding === 'base64') return decodeBase64Bytes(body) ?? new Uint8Array();
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

/**
 * Checks a body against its encoding, decoding nothing; what is forgiven is told.
 * @throws ReadError `read/mail-base64`.
 */
export function checkBody(body: Buffer, encoding: string, line: number, path: string): MailReserve | undefined {
  if (encoding === 'base64') {
    if (base64Size(body) === undefined) throw new ReadError('read/mail-base64', {}, { line, ...(path && { path }) });
    return undefined;
  }
  if (encoding === 'quoted-printable') return isQuotedPrintable(body) ? undefined : 'bad-quoted-printable';
  if (UUENCODE.test(encoding)) return 'uuencode';
  return IDENTITY.has(encoding) ? undefined : 'unknown-encoding';
}

/** True when each `=` starts a byte in hexadecimal or ends its line (RFC 2045 §6.7). */
function isQuotedPrintable(body: Buffer): boolean {
  for (let at = body.indexOf(EQUALS); at !== -1; at = body.indexOf(EQUALS, at + 1)) {
    if (isHex(body[at + 1]) && isHex(body[at + 2])) continue;
    let after = at + 1;
    while (isBlank(body[after])) after++;
    if (after < body.length && body[after] !== LINE_FEED) return false;
  }
  return true;
}

/** Trailing blanks of a line are no part of it, and `=` at its end joins it to the next (RFC 2045 §6.7). A wrong `=` is kept. */
function decodeQuotedPrintable(body: Buffer): Uint8Array {
  const bytes = Buffer.allocUnsafe(body.length);
  let to = 0;
  for (let at = 0; at < body.length; ) {
    const next = lineEnd(body, at, body.length);
    const feed = body[next - 1] === LINE_FEED;
    let end = next - (feed ? 1 : 0);
    const crlf = feed && body[end - 1] === CARRIAGE_RETURN && end > at;
    while (end > at && isBlank(body[end - 1])) end--;
    const soft = end > at && body[end - 1] === EQUALS;
    if (soft) end--;
    while (at < end) {
      const high = body[at] === EQUALS && at + 2 < end ? hexOf(body[at + 1]) : -1;
      const low = high === -1 ? -1 : hexOf(body[at + 2]);
      bytes[to++] = low === -1 ? (body[at] as number) : high * 16 + low;
      at += low === -1 ? 1 : 3;
    }
    if (feed && !soft) {
      if (crlf) bytes[to++] = CARRIAGE_RETURN;
      bytes[to++] = LINE_FEED;
    }
    at = next;
  }
  return bytes.subarray(0, to);
}

/** Not what Unicode calls a blank: an 8-bit byte A0 is half a letter here. */
function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === CARRIAGE_RETURN;
}

function isHex(byte: number | undefined): boolean {
  return hexOf(byte) !== -1;
}

function hexOf(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
