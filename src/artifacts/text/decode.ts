import { bufferOf } from '../buffer-of.js';
import { ReadError } from '../read-error.js';
import { xmlCharset } from '../xml/charset.js';
import { charsetNamed } from './charset.js';
import { iconv } from './iconv.js';
import { strictUtf8 } from './utf8.js';

/** The 27 printable characters of windows-1252 that differ from ISO-8859-1 (WHATWG index); Node 20's TextDecoder is wrong on them. */
const CP1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

function decodeCp1252(bytes: Uint8Array): string {
  return bufferOf(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => CP1252[character.charCodeAt(0) - 0x80] ?? character);
}

/**
 * Decodes `bytes` in the charset named `label` (case does not matter; IANA names, their usual aliases and code pages).
 * @throws ReadError `read/encoding` when the charset is unknown or the bytes are not valid in it, with the byte offset.
 */
export function decode(bytes: Uint8Array, label: string): string {
  const charset = charsetNamed(label);
  switch (charset?.by) {
    case 'utf-8':
      return withoutMark(strictUtf8(bytes));
    case 'iso-8859-1':
      return bufferOf(bytes).toString('latin1');
    case 'windows-1252':
      return decodeCp1252(bytes);
    case 'utf-16': {
      // Without a mark the bytes are in network order (RFC 2781, 4.3).
      const mark = byteOrderMark(bytes);
      return decodeUtf16(bytes, mark?.charset === 'utf-16le' ? 'utf-16le' : 'utf-16be', label);
    }
    case 'utf-16le':
    case 'utf-16be':
      return decodeUtf16(bytes, charset.by, label);
    case 'whatwg':
      return decodeFatal(bytes, charset.name, label);
    case 'table': {
      const text = iconv().decode(bufferOf(bytes), charset.name, { stripBOM: false });
      const offset = text.indexOf(REPLACEMENT);
      if (offset !== -1) throw notIn(label, offset);
      return text;
    }
    default:
      throw new ReadError('read/encoding', { charset: label, offset: 0, reason: 'unknown-charset' });
  }
}

/** @param shown how the charset is called in the message. */
function decodeFatal(bytes: Uint8Array, name: string, shown: string): string {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    throw notIn(shown, longestValidPrefix(bytes, name));
  }
}

/** UTF-16 without its byte order mark; half a character is refused. */
function decodeUtf16(bytes: Uint8Array, order: 'utf-16le' | 'utf-16be', shown: string): string {
  const even = bufferOf(bytes).subarray(0, bytes.length & ~1);
  const text = (order === 'utf-16le' ? even : Buffer.from(even).swap16()).toString('utf16le');
  const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (half || even.length < bytes.length) {
    throw notIn(shown, half ? half.index * 2 : even.length);
  }
  return withoutMark(text);
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function notIn(charset: string, offset: number): ReadError {
  return new ReadError('read/encoding', { charset, offset, reason: 'byte-not-in-charset' });
}

/** Text of `bytes`, or undefined when the charset is unknown or they are not in it: for what is tried often, and fails often. */
export function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  const charset = charsetNamed(label);
  if (!charset) return undefined;
  if (charset.by === 'utf-8') {
    // An error costs more than a decoding: it is asked for only when the replacement character may have been sent.
    const text = bufferOf(bytes).toString('utf8');
    if (!text.includes(REPLACEMENT)) return withoutMark(text);
    if (!bufferOf(bytes).includes(REPLACEMENT)) return undefined;
  }
  try {
    return decode(bytes, label);
  } catch {
    return undefined;
  }
}

const REPLACEMENT = '\ufffd';

/** Length of the longest prefix that can go on, found by halving. */
function longestValidPrefix(bytes: Uint8Array, charset: string): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // A cut inside a character is not an error: streaming mode keeps its beginning for later.
    const valid = ((): boolean => {
      try {
        new TextDecoder(charset, { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
        return true;
      } catch {
        return false;
      }
    })();
    if (valid) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Charset that a byte order mark announces, with its length in bytes. */
export function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return undefined;
}

/** First bytes as latin1, whatever the charset: without byte order mark, nor the null bytes that UTF-16 puts beside each letter. */
export function startOf(bytes: Buffer, length: number): string {
  return bytes
    .toString('latin1', 0, length)
    .replace(/\0/g, '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
}

/** Text of a file that declares no charset: its byte order mark, else the null bytes of UTF-16, else UTF-8. */
export function decodeFile(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  if (mark) return decodeMarked(bytes.subarray(mark.length), mark.charset, mark.length);
  if (bytes[0] === 0 && bytes[1]) return decode(bytes, 'utf-16be');
  if (bytes[0] && bytes[1] === 0) return decode(bytes, 'utf-16le');
  return strictUtf8(bytes);
}

/**
 * Text of an XML entity: byte order mark, else the charset of its XML declaration, else UTF-8 (XML 1.0, appendix F).
 * @param lineEnds `lf` where those of UTF-8 may become line feeds already.
 */
export function decodeXml(bytes: Uint8Array, lineEnds: 'kept' | 'lf' = 'kept'): string {
  const { charset, skip } = xmlCharset(bytes, byteOrderMark(bytes));
  return decodeMarked(bytes.subarray(skip), charset, skip, lineEnds);
}

function decodeMarked(bytes: Uint8Array, charset: string, skipped: number, lineEnds: 'kept' | 'lf' = 'kept'): string {
  return /^utf-?8$/i.test(charset) ? strictUtf8(bytes, skipped, lineEnds) : decode(bytes, charset);
}
