import { decodeBase64 } from './base64.js';
import { decode } from './text.js';

/** Text of a field body: encoded words decoded, the blank between two of them dropped (RFC 2047 §6.2); raw UTF-8 accepted (RFC 6532). */
export function decodeEncodedWords(raw: string): string {
  const joined = raw.replace(/(=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)[ \t]+(?==\?[^?\s]+\?[BbQq]\?)/g, '$1');
  return utf8(joined).replace(
    /=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=/g,
    (word, charset: string, encoding: string, text: string) => {
      const bytes =
        encoding.toUpperCase() === 'B'
          ? decodeBase64(text)
          : Buffer.from(
              text
                .replace(/_/g, ' ')
                .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
              'latin1',
            );
      return bytes ? decodeOr(bytes, charset.split('*')[0] ?? charset, word) : word;
    },
  );
}

/** Value and parameters of a structured field; RFC 2231 continuations and charsets decoded. Names are lower case. */
export function parameters(raw: string): { value: string; parameters: Map<string, string> } {
  const pieces = splitParameters(raw);
  const plain = new Map<string, string>();
  const sections = new Map<string, { index: number; text: string; encoded: boolean }[]>();
  for (const piece of pieces.slice(1)) {
    const equals = piece.indexOf('=');
    if (equals === -1) continue;
    const key = piece.slice(0, equals).trim().toLowerCase();
    const text = unquote(piece.slice(equals + 1).trim());
    const section = /^([^*]+)\*(?:(\d+)(\*)?)?$/.exec(key);
    if (!section) {
      if (!plain.has(key)) plain.set(key, decodeEncodedWords(text));
      continue;
    }
    const list = sections.get(section[1] ?? '') ?? [];
    list.push({ index: Number(section[2] ?? 0), text, encoded: section[2] === undefined || section[3] === '*' });
    sections.set(section[1] ?? '', list);
  }
  for (const [name, list] of sections) {
    list.sort((a, b) => a.index - b.index);
    const first = /^([^']*)'[^']*'(.*)$/.exec(list[0]?.encoded ? list[0].text : '');
    const joined = list
      .map((each, rank) => (rank === 0 && first ? (first[2] ?? '') : each.text))
      .map((text, rank) => (list[rank]?.encoded ? percentDecode(text) : text))
      .join('');
    plain.set(name, decodeOr(Buffer.from(joined, 'latin1'), first?.[1] || 'utf-8', joined));
  }
  return { value: (pieces[0] ?? '').trim(), parameters: plain };
}

function splitParameters(raw: string): string[] {
  const pieces = [''];
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (character === '\\' && quoted) {
      pieces[pieces.length - 1] += character + raw.charAt(++at);
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (character === ';' && !quoted) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

function unquote(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replace(/\\(.)/g, '$1')
    : text;
}

function percentDecode(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function utf8(latin1: string): string {
  return /[\x80-\xff]/.test(latin1) ? decodeOr(Buffer.from(latin1, 'latin1'), 'utf-8', latin1) : latin1;
}

/** A header that can't be decoded is shown as transmitted: it is the check's business to judge it. */
function decodeOr(bytes: Uint8Array, charset: string, otherwise: string): string {
  try {
    return decode(bytes, charset);
  } catch {
    return otherwise;
  }
}
