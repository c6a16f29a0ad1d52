import { isObject, type JsonDocument, type JsonPath } from './json-document.js';
import { ReadError } from './read-error.js';

/** One request and its response in an HTTP Archive 1.2, in the order of the capture. */
export interface HarExchange {
  /** Position in `log.entries`. */
  readonly index: number;
  readonly path: JsonPath;
  /** ISO 8601 instant at which the request started, when the capture has it. */
  readonly startedAt: string | undefined;
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: readonly NameValue[];
  /** Parameters of a form-urlencoded body, in order. */
  readonly form: readonly NameValue[];
  readonly requestBody: string | undefined;
  readonly status: number;
  readonly responseHeaders: readonly NameValue[];
  readonly redirectUrl: URL | undefined;
  readonly responseBody: string | undefined;
}

interface NameValue {
  readonly name: string;
  readonly value: string;
}

export interface HarContent {
  readonly json: JsonDocument;
  readonly exchanges: readonly HarExchange[];
}

export function looksLikeHar(value: unknown): boolean {
  return isObject(value) && isObject(value.log) && Array.isArray(value.log.entries);
}

/** @throws ReadError `read/har` when an entry lacks its request or its URL. */
export function readHar(json: JsonDocument): HarContent {
  const log = isObject(json.value) && isObject(json.value.log) ? json.value.log : {};
  const entries = Array.isArray(log.entries) ? log.entries : [];
  const exchanges = entries.map((entry, index) => readExchange(json, entry, index));
  // Without a time for each, the order of the capture is all there is.
  if (exchanges.every((each) => !Number.isNaN(instantOf(each)))) {
    exchanges.sort((a, b) => instantOf(a) - instantOf(b) || a.index - b.index);
  }
  return { json, exchanges };
}

function readExchange(json: JsonDocument, entry: unknown, index: number): HarExchange {
  const path: JsonPath = ['log', 'entries', index];
  const request = isObject(entry) && isObject(entry.request) ? entry.request : undefined;
  const response = isObject(entry) && isObject(entry.response) ? entry.response : {};
  const url = parseUrl(request?.url);
  if (!request || !url) throw new ReadError('read/har', { entry: index }, json.locate([...path, 'request', 'url']));
  const posted = isObject(request.postData) ? request.postData : {};
  const body = text(posted.text);
  const content = isObject(response.content) ? response.content : {};
  const responseHeaders = pairs(response.headers);
  const redirect =
    text(response.redirectURL) || responseHeaders.find((each) => each.name.toLowerCase() === 'location')?.value;
  return {
    index,
    path,
    startedAt: isObject(entry) ? text(entry.startedDateTime) : undefined,
    method: (text(request.method) ?? 'GET').toUpperCase(),
    url,
    requestHeaders: pairs(request.headers),
    form: formOf(posted, body),
    requestBody: body,
    status: typeof response.status === 'number' ? response.status : 0,
    responseHeaders,
    redirectUrl: redirect ? parseUrl(redirect, url) : undefined,
    responseBody:
      content.encoding === 'base64'
        ? Buffer.from(text(content.text) ?? '', 'base64').toString('utf8')
        : text(content.text),
  };
}

function formOf(posted: Record<string, unknown>, body: string | undefined): NameValue[] {
  if (Array.isArray(posted.params) && posted.params.length > 0) return pairs(posted.params);
  if (!/^application\/x-www-form-urlencoded/i.test(text(posted.mimeType) ?? '')) return [];
  return [...new URLSearchParams(body ?? '')].map(([name, value]) => ({ name, value }));
}

function pairs(value: unknown): NameValue[] {
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
