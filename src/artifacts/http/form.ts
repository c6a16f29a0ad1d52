import { type NameValue, pairs } from './har.js';

/** What a form writes otherwise than it is (URL Standard, application/x-www-form-urlencoded): a value that holds it was decoded. */
const DECODED = /[^\w.*~+%!'()-]|%(?![0-9A-Fa-f]{2})/;

/**
 * Parameters of a form-urlencoded body, in order, decoded. A capture lists them, writes the text, or both; some tools list them as they were
 * sent, others decoded.
 */
export function formOf(params: unknown, body: string | undefined, mediaType: string): NameValue[] {
  const listed = pairs(params);
  if (listed.length > 0) return isEncoded(listed, body) ? parsed(sent(listed)) : listed;
  return /^application\/x-www-form-urlencoded/i.test(mediaType) ? parsed(body ?? '') : [];
}

function isEncoded(listed: readonly NameValue[], body: string | undefined): boolean {
  if (sent(listed) === body) return true;
  const written = listed.flatMap(({ name, value }) => [name, value]);
  return written.some((each) => each.includes('%')) && !written.some((each) => DECODED.test(each));
}

function sent(listed: readonly NameValue[]): string {
  return listed.map(({ name, value }) => `${name}=${value}`).join('&');
}

function parsed(body: string): NameValue[] {
  return [...new URLSearchParams(body)].map(([name, value]) => ({ name, value }));
}
