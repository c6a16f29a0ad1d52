import { ReadError } from './read-error.js';

/** A decoded text with what is needed to turn an offset into a line and a column (both 1-based, UTF-16 units). */
export class SourceText {
  #lineStarts: number[] | undefined;

  /** @param firstLine line of the file where the text starts. */
  constructor(
    readonly text: string,
    readonly firstLine = 1,
  ) {}

  locate(offset: number): { line: number; column: number } {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + this.firstLine, column: offset - (starts[low] ?? 0) + 1 };
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}

/** The 27 printable characters of windows-1252 that differ from ISO-8859-1 (WHATWG index); Node 20's TextDecoder is wrong on them. */
const CP1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

function decodeCp1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => CP1252[character.charCodeAt(0) - 0x80] ?? character);
}

/**
 * Decodes `bytes` in the charset named `label` (case does not matter).
 * @throws ReadError `read/encoding` when the charset is unknown or the bytes are not valid in it, with the byte offset.
 */
export function decode(bytes: Uint8Array, label: string): string {
  const charset = label.trim().toLowerCase();
  switch (charset) {
    case 'us-ascii':
    case 'ascii':
    case 'utf8':
    case 'utf-8':
      return decodeUtf8(bytes);
    case 'iso-8859-1':
    case 'latin1':
    case 'iso8859-1':
      return Buffer.from(bytes).toString('latin1');
    case 'windows-1252':
    case 'cp1252':
      return decodeCp1252(bytes);
    default:
      try {
        return new TextDecoder(charset, { fatal: true }).decode(bytes);
      } catch {
        throw new ReadError('read/encoding', { charset: label, offset: 0 });
      }
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ReadError('read/encoding', { charset: 'UTF-8', offset: firstInvalidUtf8(bytes) });
  }
}

/** Offset of the first byte of what is not valid UTF-8: the longest prefix that can go on is found by halving. */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // A cut inside a character is not an error: streaming mode keeps its beginning for later.
    const valid = ((): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
        return true;
      } catch {
        return false;
      }
    })();
    if (valid) low = middle + 1;
    else high = middle;
  }
  // That prefix may end inside a character whose rest is wrong: only what it decodes to is right.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Buffer.byteLength(decoder.decode(bytes.subarray(0, low), { stream: true }));
}

/** Charset that a byte order mark announces, with its length in bytes. */
export function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return undefined;
}

/** Text of a file that declares no charset: its byte order mark, else UTF-8. */
export function decodeFile(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  return mark ? decode(bytes.subarray(mark.length), mark.charset) : decode(bytes, 'utf-8');
}

/** Text of an XML entity: byte order mark, else the charset of its XML declaration, else UTF-8 (XML 1.0, appendix F). */
export function decodeXml(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  if (mark) return decode(bytes.subarray(mark.length), mark.charset);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return decode(bytes, 'utf-16be');
  if (bytes[0] === 0x3c && bytes[1] === 0) return decode(bytes, 'utf-16le');
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head);
  return decode(bytes, declared?.[1] ?? 'utf-8');
}
