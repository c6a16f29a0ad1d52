import type { LoggedMessage } from './messages.js';

/** What a REST client does with a response, written after the request's body. */
const AFTER_BODY = /^(?:> \{%|> \S+\.js$|<> )/;

/** Body of a logged message, without the empty lines that part it from what follows; undefined when it has none. */
export function bodyOf({ bodyLines, headers }: LoggedMessage): string | undefined {
  const cut = bodyLines.findIndex((line) => AFTER_BODY.test(line));
  const text = (cut === -1 ? bodyLines : bodyLines.slice(0, cut)).join('\n').trimEnd();
  if (text === '') return undefined;
  const isChunked = headers.some(({ name, value }) => /^transfer-encoding$/i.test(name) && /chunked/i.test(value));
  return (isChunked ? unchunked(text) : undefined) ?? text;
}

/** Body sent in chunks (RFC 9112 §7.1), undefined when the log shows it already put together. */
function unchunked(text: string): string | undefined {
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0x0a, at);
    const line = bytes.toString('latin1', at, end === -1 ? bytes.length : end);
    if (!/^[0-9A-Fa-f]{1,8}(?:;.*)?$/.test(line)) return undefined;
    const size = Number.parseInt(line, 16);
    if (size === 0) return Buffer.concat(parts).toString('utf8');
    if (end === -1 || end + 1 + size > bytes.length) return undefined;
    parts.push(bytes.subarray(end + 1, end + 1 + size));
    at = end + 1 + size;
    if (bytes[at] === 0x0a) at++;
  }
  return undefined;
}
