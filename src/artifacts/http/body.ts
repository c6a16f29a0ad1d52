import { dechunk } from './chunked.js';
import type { LoggedMessage } from './messages.js';

/** What a REST client does with a response, written after the request's body. */
const AFTER_BODY = /^(?:> \{%|> \S+\.js$|<> )/;

/** Body of a logged message, without the empty lines that part it from what follows; undefined when it has none. */
export function bodyOf({ bodyLines, headers }: LoggedMessage): string | undefined {
  const cut = bodyLines.findIndex((line) => AFTER_BODY.test(line));
  const text = (cut === -1 ? bodyLines : bodyLines.slice(0, cut)).join('\n').trimEnd();
  if (text === '') return undefined;
  const isChunked = headers.some(({ name, value }) => /^transfer-encoding$/i.test(name) && /chunked/i.test(value));
  // What a log shows already put together is no chunk.
  return (isChunked ? dechunk(Buffer.from(text), 0)?.body.toString('utf8') : undefined) ?? text;
}
