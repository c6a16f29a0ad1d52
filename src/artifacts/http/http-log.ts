import { isObject, type JsonPath, type JsonView, valueAt } from '../json/document.js';
import type { Limits } from '../limits.js';
import type { Location } from '../location.js';
import { bodyOf } from './body.js';
import { type HarContent, type HttpResponse, headerNamed, readHar } from './har.js';
import { instantOfDay } from './message-time.js';
import { type LoggedMessage, messagesIn } from './messages.js';

/** A request and what answered it. */
interface Pair {
  readonly request: LoggedMessage;
  response?: LoggedMessage;
}

/**
 * Reads a log of HTTP exchanges as the HAR that it would be. A response answers the request just before it.
 * @throws ReadError `read/har` for a request whose server is not told, `read/limit`.
 */
export function readHttpLog(text: string, limits: Limits): HarContent {
  const pairs: Pair[] = [];
  const orphans: LoggedMessage[] = [];
  let awaited: Pair | undefined;
  for (const message of messagesIn(text, limits)) {
    if (message.isRequest) {
      awaited = { request: message };
      pairs.push(awaited);
      // 1xx announces the answer (RFC 9110 §15.2); 101 is one.
    } else if (/^1(?!01)/.test(message.start[0])) continue;
    else if (awaited) {
      awaited.response = message;
      awaited = undefined;
    } else orphans.push(message);
  }
  return { ...readHar(harView(pairs, expanderOf(text)), limits, 'text'), orphans: orphans.map(responseOf) };
}

/** Replaces what stands for a value. */
type Expander = (target: string) => string;

/** `@name = value`, which `{{name}}` stands for in a file of requests. What would unfold into more than the file itself stays as it is. */
function expanderOf(text: string): Expander {
  const lines = text.matchAll(/^@([\w.-]+)[ \t]*=[ \t]*(\S+)[ \t]*\r?$/gm);
  const variables = new Map([...lines].map(([, name = '', value = '']) => [name, value]));
  let left = text.length + 65_536;
  return (target) =>
    target.replace(/\{\{([\w.-]+)\}\}/g, (whole, name) => {
      const value = variables.get(name) ?? whole;
      left -= value.length;
      return left < 0 ? whole : value;
    });
}

function harView(pairs: readonly Pair[], expand: Expander): JsonView {
  const value = { log: { version: '1.2', entries: pairs.map((pair) => entryOf(pair, expand)) } };
  return {
    value,
    locate: (path) => place(pairs, path),
    sourceOf(path) {
      const at = valueAt(value, path);
      return at === undefined || isObject(at) || Array.isArray(at) ? undefined : String(at);
    },
  };
}

function entryOf({ request, response }: Pair, expand: Expander) {
  const sent = bodyOf(request);
  const mimeType = headerOf(request, 'content-type') ?? '';
  const startedDateTime = request.time && response && instantOfDay(request.time, response.headers);
  return {
    ...(startedDateTime && { startedDateTime }),
    request: {
      method: request.start[0],
      url: urlOf(request, expand),
      headers: request.headers.map(({ name, value }) => ({ name, value })),
      ...(sent !== undefined && { postData: { mimeType, text: sent } }),
    },
    response: response && {
      status: Number(response.start[0]),
      statusText: response.start[1],
      headers: response.headers.map(({ name, value }) => ({ name, value })),
      content: { mimeType: headerOf(response, 'content-type') ?? '', text: bodyOf(response) },
    },
  };
}

function responseOf(message: LoggedMessage): HttpResponse {
  const text = bodyOf(message);
  return {
    status: Number(message.start[0]),
    headers: message.headers.map(({ name, value }) => ({ name, value })),
    body:
      text === undefined ? undefined : { mediaType: headerOf(message, 'content-type') ?? '', bytes: Buffer.from(text) },
    line: message.line,
  };
}

/** A log of raw HTTP tells the server, not whether the connection was encrypted: it is taken to be, unless its port says that it was not. */
function urlOf(request: LoggedMessage, expand: Expander): string {
  const target = expand(request.start[1]);
  if (request.start[0] === 'CONNECT') return `https://${target}`;
  if (!target.startsWith('/')) return target;
  const host = headerOf(request, 'host') ?? headerOf(request, ':authority');
  const scheme = request.origin ? request.origin.split(':')[0] : /:80$/.test(host ?? '') ? 'http' : 'https';
  const origin = host ? `${scheme}://${host}` : (request.origin ?? '');
  return `${origin}${target}`;
}

function headerOf({ headers }: LoggedMessage, wanted: string): string | undefined {
  return headerNamed(headers, wanted);
}

/** Where a part of the HAR stands in the log; a header is named, since a line of a log has no path. */
function place(pairs: readonly Pair[], [, , index, side, part, rank]: JsonPath): Location {
  const pair = typeof index === 'number' ? pairs[index] : undefined;
  const message = side === 'response' ? (pair?.response ?? pair?.request) : pair?.request;
  if (!message) return { line: 1, column: 1 };
  const header = part === 'headers' && typeof rank === 'number' ? message.headers[rank] : undefined;
  if (header) return { line: header.line, column: 1, path: header.name };
  if ((part === 'postData' || part === 'content') && message.bodyLine !== undefined)
    return { line: message.bodyLine, column: 1 };
  if (part === 'redirectURL') {
    const location = message.headers.find(({ name }) => name.toLowerCase() === 'location');
    if (location) return { line: location.line, column: 1, path: location.name };
  }
  return { line: message.line, column: part === 'url' || part === 'status' ? message.column : 1 };
}
