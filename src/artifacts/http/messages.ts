import type { Limits } from '../limits.js';
import { overLimit, spend } from '../read-error.js';
import { textLines } from '../text/lines.js';
import type { NameValue } from './har.js';

/** A request or a response of a log, with the lines (from 1) where its parts stand. */
export interface LoggedMessage {
  readonly isRequest: boolean;
  /** Method and target, or status and phrase. */
  readonly start: readonly [string, string];
  readonly line: number;
  /** Column of the target or of the status. */
  readonly column: number;
  readonly headers: (NameValue & { readonly line: number })[];
  bodyLine: number | undefined;
  readonly bodyLines: string[];
  /** Address of the server that the lines before told: `https://host:port`. */
  readonly origin: string | undefined;
  /** `HH:MM:SS`, with decimals or not, when the tool writes it; the day is not told. */
  readonly time: string | undefined;
}

/** METHOD target [HTTP/x], HTTP/x status, and the same as mitmproxy prints them. */
const REQUEST = /^([A-Z]{3,20}) (\S+)(?: (HTTP\/\d(?:\.\d)?))?$/;
// Blanks are taken whole or not at all: given back one by one before a text that does not fit, they would cost their square.
const RESPONSE = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: +(?! )(.*))?$/;
const PROXY_REQUEST = /^(?:\[[^\]]*\] )?\S+:\d+: ([A-Z]{3,20}) (https?:\/\/\S+)(?: HTTP\/\d(?:\.\d)?)?$/;
const PROXY_RESPONSE = /^ *<< (?:HTTP\/\d(?:\.\d)? )?(\d{3})(?: (.*))?$/;
const HEADER = /^(:?[!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(?![ \t])(.*)$/;
/** `12:00:01  https://host:443  [192.0.2.1]`, as Burp heads an item. */
const ITEM = /^\d{1,2}:\d\d:\d\d\s+(https?:\/\/[^\s/]+)/;
const RULE = /^={10,}$/;
/** The time that tools write at the start of a line: curl, Burp, mitmproxy. */
const TIME = /^\[?(\d{1,2}:\d\d:\d\d(?:\.\d+)?)[\] ]/;
/** What `curl -v` puts before each line; `--trace-time` puts the time before, `--trace-ids` the connection. */
const CURL = /^(?:\d\d:\d\d:\d\d\.\d+ )?(?:\[\d+-(?:\d+|x)\] )?(?:([*<>])(?: (.*))?|[{}] \[\d+ bytes data\])$/;
const CURL_METER = /^\s*(?:% Total|Dload|\d+ +\S+ +\d+ .*--:--)/;

/** True when the first line that means something is a request or a response. */
export function looksLikeHttpLog(start: string): boolean {
  for (const line of start.split(/\r?\n/, 400)) {
    if (/^\s*$|^#|^\/\/|^@\w|^(?:\$ )?curl /.test(line) || RULE.test(line) || ITEM.test(line)) continue;
    const curl = CURL.exec(line);
    if (curl?.[1] === '>') return REQUEST.exec(curl[2] ?? '')?.[3] !== undefined;
    if ((curl && curl[1] !== '<') || CURL_METER.test(line)) continue;
    return isRequest(line) || RESPONSE.test(line) || PROXY_REQUEST.test(line);
  }
  return false;
}

/** A request line, of HTTP or of a file of requests for a REST client (which may omit the version, never the server). */
function isRequest(line: string): boolean {
  const [, , target = '', version] = REQUEST.exec(line) ?? [];
  return version !== undefined || /^(?:https?:\/\/|\{\{)/.test(target);
}

/**
 * The messages of a log, in order: raw HTTP, `curl -v`, Burp and mitmproxy as text, files of requests for REST clients.
 * @throws ReadError `read/limit` for too many lines.
 */
export function messagesIn(text: string, limits: Limits): LoggedMessage[] {
  const reader = new LogReader();
  for (const { text: written, line } of textLines(text)) {
    spend(limits, 1, { line });
    if (line > limits.logLines) throw overLimit(limits, 'logLines', line, { line });
    const { length } = reader.messages;
    if (length > limits.httpMessages) throw overLimit(limits, 'httpMessages', length, { line });
    reader.line(written, line);
  }
  return reader.messages;
}

class LogReader {
  readonly messages: LoggedMessage[] = [];
  #message: LoggedMessage | undefined;
  #inBody = false;
  #origin: string | undefined;
  #indent = '';
  #isCurl = false;
  /** Of the item that Burp heads. */
  #time: string | undefined;

  line(line: string, number: number): void {
    const curl = CURL.exec(line);
    if (curl?.[1] === '>' && REQUEST.exec(curl[2] ?? '')?.[3] !== undefined) this.#isCurl = true;
    if (curl?.[1] === '*' && !this.#message) this.#isCurl = true;
    if (this.#isCurl) this.#curlLine(line, curl, number);
    else this.#plainLine(line, number);
  }

  #plainLine(line: string, number: number): void {
    const item = ITEM.exec(line);
    if (item) {
      this.#origin = item[1];
      this.#time = timeOf(line);
    }
    if (item || RULE.test(line) || line.startsWith('###')) {
      this.#message = undefined;
    } else if (!this.#start(line, number)) {
      this.#rest(line.startsWith(this.#indent) ? line.slice(this.#indent.length) : line, number);
    }
  }

  #curlLine(line: string, curl: RegExpExecArray | null, number: number): void {
    const [, mark, rest = ''] = curl ?? [];
    if (mark === '*') this.#curlInfo(rest.slice(0, 300));
    else if (mark !== undefined) {
      // What is sent and received alternates: a mark is a start line, a header or the empty line that ends them.
      if (!this.#start(rest, number, 2, timeOf(line))) this.#rest(rest, number);
    } else if (!curl && this.#message && this.#inBody && !CURL_METER.test(line)) {
      this.#rest(line.replace(/\* Connection #\d+ to host \S+ left intact$/, ''), number);
    }
  }

  /** Where the request goes, as the connection tells: encrypted or not. */
  #curlInfo(info: string): void {
    const connected = /(?:Connected|Established connection) to (\S+) .*?port (\d+)/.exec(info);
    if (connected) this.#origin = `${connected[2] === '443' ? 'https' : 'http'}://${connected[1]}:${connected[2]}`;
    if (/^(?:SSL connection|TLSv|ALPN)/.test(info)) this.#origin = this.#origin?.replace(/^http:/, 'https:');
    if (/^Connection #\d+ to host .* left intact/.test(info)) this.#message = undefined;
  }

  #start(line: string, number: number, shift = 0, time = timeOf(line) ?? this.#time): boolean {
    const proxied = PROXY_REQUEST.exec(line) ?? PROXY_RESPONSE.exec(line);
    const response = RESPONSE.exec(line);
    const found = proxied ?? response ?? (isRequest(line) ? REQUEST.exec(line) : undefined);
    if (!found) return false;
    const [, first = '', second = ''] = found;
    const isResponse = /^\d/.test(first);
    this.#indent = proxied ? '    ' : '';
    this.#inBody = false;
    this.#message = {
      isRequest: !isResponse,
      start: [first, second],
      line: number,
      column: shift + 1 + (isResponse ? line.indexOf(first) : line.indexOf(` ${second}`) + 1),
      headers: [],
      bodyLine: undefined,
      bodyLines: [],
      origin: this.#origin,
      time,
    };
    this.messages.push(this.#message);
    return true;
  }

  #rest(line: string, number: number): void {
    const message = this.#message;
    if (!message) return;
    if (this.#inBody) {
      if (message.bodyLine === undefined && line.trim() === '') return;
      message.bodyLine ??= number;
      message.bodyLines.push(line);
      return;
    }
    const header = HEADER.exec(line);
    if (header) message.headers.push({ name: header[1] ?? '', value: header[2]?.trimEnd() ?? '', line: number });
    else if (line.trim() === '') this.#inBody = true;
    // A REST client's request may go on with its query, and has comments.
    else if (/^\s+[?&]/.test(line)) (message.start as [string, string])[1] += line.trim();
  }
}

function timeOf(line: string): string | undefined {
  return TIME.exec(line)?.[1];
}
