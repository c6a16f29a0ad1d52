import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import { SourceText } from '../text/source-text.js';
import { dechunk } from './chunked.js';
import { headerNamed } from './har.js';

/** The start line and the fields of an HTTP message (RFC 9112). */
export type HttpHead = (
  | { readonly direction: 'request'; readonly method: string; readonly target: string }
  | { readonly direction: 'response'; readonly status: number }
) & {
  /** In order, as written. */
  readonly headers: readonly HttpHeader[];
  readonly line: number;
};

interface HttpHeader {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** An HTTP message of a dump, its body transferred whole. */
interface HttpMessage {
  readonly head: HttpHead;
  readonly body: Buffer;
  /** Line where the body starts. */
  readonly bodyLine: number;
}

const START =
  /^(?:(?<method>[A-Z]{3,10}) (?<target>\S{1,2048}) HTTP\/\d(?:\.\d)?|HTTP\/\d(?:\.\d)? (?<status>\d{3})(?: [^\r\n]*)?)\r?$/m;

/** True for a text that starts as an HTTP message does. */
export function looksLikeHttp(head: string): boolean {
  return START.exec(head)?.index === 0;
}

/**
 * The messages of a dump, in order: each ends where its length says, or where the next one starts. Interim answers (1xx) are left out.
 * Bodies are bytes, which attached parts (MTOM) need; what tools print of exchanges as text is read by `messages.ts`.
 * @throws ReadError `read/soap` when a chunked body is neither whole nor already put together; a limit's.
 */
export function splitHttp(bytes: Buffer, limits: Limits): HttpMessage[] {
  const text = bytes.toString('latin1');
  const source = new SourceText(text);
  const messages: HttpMessage[] = [];
  for (let at = nextStart(text, 0); at !== undefined; ) {
    const { head, bodyStart } = readHead(text, at, source);
    if (messages.length === limits.contained)
      throw overLimit(limits, 'contained', messages.length + 1, { line: head.line });
    const bodyLine = source.locate(bodyStart).line;
    const { body, end } = readBody(bytes, text, head, bodyStart, bodyLine);
    if (head.direction === 'request' || head.status >= 200) messages.push({ head, body, bodyLine });
    at = nextStart(text, end);
  }
  return messages;
}

/** Where the next message starts, from `at` on. */
function nextStart(text: string, at: number): number | undefined {
  const pattern = new RegExp(START, 'gm');
  pattern.lastIndex = at;
  return pattern.exec(text)?.index;
}

function readHead(text: string, start: number, source: SourceText): { head: HttpHead; bodyStart: number } {
  const { line } = source.locate(start);
  const fields: (Omit<HttpHeader, 'value'> & { readonly value: string[] })[] = [];
  let at = lineEnd(text, start);
  const groups = START.exec(text.slice(start, at).trimEnd())?.groups ?? {};
  for (let rank = 1; at < text.length; rank++) {
    const end = lineEnd(text, at);
    const written = text.slice(at, end).trimEnd();
    at = end;
    if (written === '') break;
    const colon = written.indexOf(':');
    // Some tools still fold long fields.
    if (/^[ \t]/.test(written)) fields.at(-1)?.value.push(written.trim());
    else if (colon > 0) {
      fields.push({
        name: written.slice(0, colon).trim(),
        value: [written.slice(colon + 1).trim()],
        line: line + rank,
      });
    }
  }
  const headers = fields.map((each) => ({ ...each, value: each.value.join(' ') }));
  const common = { headers, line };
  const head: HttpHead = groups.method
    ? { direction: 'request', method: groups.method, target: groups.target ?? '', ...common }
    : { direction: 'response', status: Number(groups.status), ...common };
  return { head, bodyStart: at };
}

function readBody(
  bytes: Buffer,
  text: string,
  head: HttpHead,
  start: number,
  line: number,
): { body: Buffer; end: number } {
  const next = nextStart(text, start) ?? text.length;
  if (/\bchunked\b/i.test(headerNamed(head.headers, 'transfer-encoding') ?? '')) {
    const whole = dechunk(bytes, start);
    if (whole) return whole;
    // Many tools dump the body that they have put together.
    const first = text.slice(start, start + 80).trimStart();
    if (!first.startsWith('<') && !first.startsWith('--'))
      throw new ReadError('read/soap', { reason: 'bad-chunk' }, { line });
    return { body: bytes.subarray(start, next), end: next };
  }
  const length = Number.parseInt(headerNamed(head.headers, 'content-length') ?? '', 10);
  const end = start + length;
  // A dump whose line ends were changed no longer has the length that it says.
  const holds =
    length >= 0 &&
    end <= text.length &&
    /^\s*$/.test(text.slice(end, Math.max(end, nextStart(text, end) ?? text.length)));
  return holds ? { body: bytes.subarray(start, end), end } : { body: bytes.subarray(start, next), end: next };
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}
