import { bufferOf } from '../buffer-of.js';
import { isObject, type JsonPath, type JsonView, valueAt } from '../json/document.js';
import { LIMITS, type Limits } from '../limits.js';
import { overLimit, ReadError, type ReadProblem } from '../read-error.js';
import { decodeBase64 } from '../text/base64.js';
import { formOf } from './form.js';
import { dateOf } from './message-time.js';

/** One request and its response, in the order of the capture. */
export interface HarExchange {
  /** Position in `log.entries`. */
  readonly index: number;
  readonly path: JsonPath;
  /** ISO 8601 instant at which the request started, when the capture has it; else the date, to the second, that its response has. */
  readonly startedAt: string | undefined;
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: readonly NameValue[];
  /** Parameters of a form-urlencoded body, in order. */
  readonly form: readonly NameValue[];
  readonly requestBody: string | undefined;
  /** 0 without a response. */
  readonly status: number;
  readonly responseHeaders: readonly NameValue[];
  readonly redirectUrl: URL | undefined;
  /** Undefined too when it announces base64 and is not. */
  readonly responseBody: string | undefined;
  /** The bodies as bytes, with their media type, when they were captured. */
  readonly bodies: { readonly request: HttpBody | undefined; readonly response: HttpBody | undefined };
  /** What went through a WebSocket that the exchange opened, in order (browsers add it to HAR as `_webSocketMessages`). */
  readonly messages: readonly WebSocketMessage[];
  readonly comment: string | undefined;
}

export interface NameValue {
  readonly name: string;
  readonly value: string;
}

export interface HttpBody {
  /** As the capture says it, parameters included; else the header. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface WebSocketMessage {
  readonly sent: boolean;
  readonly text: string;
}

/** A capture of HTTP exchanges: a HAR 1.2 file, or a log of requests and responses as text. */
export interface HarContent {
  readonly format: 'har' | 'text';
  /** The HAR; for a log, what it would be as a HAR, with places in the log. */
  readonly json: JsonView;
  readonly exchanges: readonly HarExchange[];
  /** Responses of a log that does not show their request: the file may be the second half of a pair. */
  readonly orphans: readonly HttpResponse[];
}

/** A response alone. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: readonly NameValue[];
  readonly body: HttpBody | undefined;
  /** Line of its status line. */
  readonly line: number;
}

/** True for a value with `log.entries` (HAR 1.2 §4.1). */
export function looksLikeHar(value: unknown): boolean {
  return isObject(value) && isObject(value.log) && Array.isArray(value.log.entries);
}

/**
 * The exchanges of a capture, in order of time when each has one. Bodies are decoded, not read.
 * @throws ReadError `read/har` when an entry lacks its request or its URL, `read/limit`.
 */
export function readHar(json: JsonView, limits: Limits = LIMITS, format: HarContent['format'] = 'har'): HarContent {
  const log = isObject(json.value) && isObject(json.value.log) ? json.value.log : {};
  const entries = Array.isArray(log.entries) ? log.entries : [];
  if (entries.length > limits.httpMessages) throw overLimit(limits, 'httpMessages', entries.length);
  const exchanges = entries.map((entry, index) => readExchange(json, entry, index));
  // Without a time for each, the order of the capture is all there is; that of a log is the order of its lines, and responses have several clocks.
  const isTimed = (entry: unknown): boolean =>
    isObject(entry) && !Number.isNaN(Date.parse(text(entry.startedDateTime) ?? ''));
  if (format === 'har' && entries.every(isTimed)) {
    exchanges.sort((a, b) => instantOf(a) - instantOf(b) || a.index - b.index);
  }
  return { format, json, exchanges, orphans: [] };
}

/** Bodies that announce base64 and are not: the rest of the capture is read without them. */
export function brokenBodies({ json, exchanges }: HarContent): ReadProblem[] {
  const broken = exchanges.flatMap(({ index, path, bodies }): (() => ReadProblem)[] => {
    const given = valueAt(json.value, [...path, 'response', 'content', 'text']);
    if (typeof given !== 'string' || given === '' || bodies.response) return [];
    const at = [...path, 'response', 'content', 'text'];
    return [() => ({ code: 'read/har', args: { entry: index, reason: 'body-not-base64' }, location: json.locate(at) })];
  });
  // Those that follow are as the first ones: a capture may have thousands.
  return broken.slice(0, 100).map((problem) => problem());
}

/** A capture that was saved without its contents: it tells that messages were sent, and none of them. */
export function missingBodies({ format, json, exchanges }: HarContent): ReadProblem[] {
  const holds = exchanges.some(({ requestBody, responseBody, form }) => requestBody || responseBody || form.length > 0);
  if (format !== 'har' || holds) return [];
  const sent = exchanges.filter(
    ({ path, requestHeaders }) =>
      Number(valueAt(json.value, [...path, 'request', 'bodySize'])) > 0 ||
      Number(headerNamed(requestHeaders, 'content-length')) > 0,
  );
  const [first] = sent;
  if (!first) return [];
  const args = { reason: 'har-no-bodies', count: sent.length };
  return [{ code: 'read/forgiven', args, location: json.locate([...first.path, 'request']) }];
}

function readExchange(json: JsonView, entry: unknown, index: number): HarExchange {
  const path: JsonPath = ['log', 'entries', index];
  const read = isObject(entry) ? entry : {};
  const request = isObject(read.request) ? read.request : {};
  const response = isObject(read.response) ? read.response : {};
  const fail = (reason: string): never => {
    throw new ReadError('read/har', { entry: index, reason }, json.locate([...path, 'request', 'url']));
  };
  const url = parseUrl(request.url) ?? fail('har-no-url');
  // No request goes to such an address: a capture that holds one was made to run it where it is shown.
  if (/^(?:javascript|vbscript):$/.test(url.protocol)) fail('script-url');
  const posted = isObject(request.postData) ? request.postData : {};
  const body = postedText(posted);
  const content = isObject(response.content) ? response.content : {};
  const requestHeaders = pairs(request.headers);
  const responseHeaders = pairs(response.headers);
  const redirect = text(response.redirectURL) || headerNamed(responseHeaders, 'location');
  const answer = bodyOf(content, responseHeaders);
  return {
    index,
    path,
    startedAt: text(read.startedDateTime) || dateOf(responseHeaders),
    method: (text(request.method) ?? 'GET').toUpperCase(),
    url,
    requestHeaders,
    form: formOf(posted.params, body, text(posted.mimeType) || (headerNamed(requestHeaders, 'content-type') ?? '')),
    requestBody: body,
    status: typeof response.status === 'number' ? response.status : 0,
    responseHeaders,
    redirectUrl: redirect ? parseUrl(redirect, url) : undefined,
    responseBody: content.encoding === 'base64' ? answer && textOf(answer) : text(content.text),
    bodies: { request: bodyOf(posted, requestHeaders), response: answer },
    messages: messagesOf(read._webSocketMessages),
    comment: text(read.comment),
  };
}

function bodyOf(content: Record<string, unknown>, headers: readonly NameValue[]): HttpBody | undefined {
  const written = text(content.text);
  if (written === undefined) return undefined;
  const bytes = content.encoding === 'base64' ? decodeBase64(written) : Buffer.from(written);
  return bytes && { mediaType: text(content.mimeType) || (headerNamed(headers, 'content-type') ?? ''), bytes };
}

/** Some tools write what they post in base64, as HAR says for responses only. */
function postedText(posted: Record<string, unknown>): string | undefined {
  const written = text(posted.text);
  const bytes = posted.encoding === 'base64' && written !== undefined ? decodeBase64(written) : undefined;
  return bytes ? bufferOf(bytes).toString('utf8') : written;
}

function textOf({ bytes }: HttpBody): string {
  return bufferOf(bytes).toString('utf8');
}

function messagesOf(value: unknown): WebSocketMessage[] {
  const messages = Array.isArray(value) ? value.filter(isObject) : [];
  return messages.map(({ type, data }) => ({ sent: type === 'send', text: text(data) ?? '' }));
}

/** Value of the first header called `name`, which is in lower case. */
export function headerNamed(headers: readonly NameValue[], name: string): string | undefined {
  return headers.find((each) => each.name.toLowerCase() === name)?.value;
}

/** The objects of a list that have a name and a value. */
export function pairs(value: unknown): NameValue[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((each) => ({ name: text(each.name) ?? '', value: text(each.value) ?? '' }));
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function parseUrl(value: unknown, base?: URL): URL | undefined {
  return typeof value === 'string' && URL.canParse(value, base?.href) ? new URL(value, base) : undefined;
}

function instantOf({ startedAt }: HarExchange): number {
  return startedAt === undefined ? Number.NaN : Date.parse(startedAt);
}
