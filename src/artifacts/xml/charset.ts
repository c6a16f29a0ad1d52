import { ReadError } from '../read-error.js';
import { shownByte } from '../text/hex.js';

/** How the bytes of an XML document are to be read. */
interface XmlCharset {
  readonly charset: string;
  /** Bytes of the byte order mark. */
  readonly skip: number;
  /** What the XML declaration says, when it says something. */
  readonly declared: string | undefined;
}

/**
 * Byte order mark, else null bytes of UTF-16, else the charset of the XML declaration, else UTF-8 (XML 1.0, appendix F).
 * @throws ReadError `read/encoding` for UTF-32, which no parser of this field reads, and for bytes that can't be in the charset declared.
 */
export function xmlCharset(
  bytes: Uint8Array,
  mark: { readonly charset: string; readonly length: number } | undefined,
): XmlCharset {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  if (/^(?:\xff\xfe\0\0|\0\0\xfe\xff|<\0\0\0|\0\0\0<)/.test(head)) throw refused('UTF-32', bytes, 'utf-32');
  const declared = /^\W*?<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(
    head.replaceAll('\0', ''),
  )?.[1];
  if (mark) return { charset: mark.charset, skip: mark.length, declared };
  if (bytes[0] === 0 && bytes[1] !== 0) return { charset: 'utf-16be', skip: 0, declared };
  if (bytes[0] !== 0 && bytes[1] === 0) return { charset: 'utf-16le', skip: 0, declared };
  if (declared && isUtf16(declared)) throw refused(declared, bytes, 'declared-utf16');
  return { charset: declared ?? 'utf-8', skip: 0, declared };
}

/** True when what is declared is not how the bytes are: other software believes the one or the other. */
export function isContradicted({ charset, declared }: XmlCharset): boolean {
  if (declared === undefined || declared.toLowerCase() === charset.toLowerCase()) return false;
  if (charset === 'utf-8') return !/^(?:utf-?8|us-ascii)$/i.test(declared);
  return charset.startsWith('utf-16') && !isUtf16(declared);
}

function isUtf16(name: string): boolean {
  return /^(?:utf-?16|iso-10646-ucs-2)/i.test(name);
}

function refused(charset: string, bytes: Uint8Array, reason: string): ReadError {
  return new ReadError(
    'read/encoding',
    { charset, offset: 0, byte: shownByte(bytes[0]), reason },
    { line: 1, column: 1 },
  );
}
