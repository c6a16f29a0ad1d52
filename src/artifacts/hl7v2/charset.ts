import { ReadError } from '../read-error.js';
import { byteOrderMark, decode, tryDecode } from '../text/decode.js';

/**
 * Names that MSH-18 may hold (HL7 table 0211) with the name of the same charset elsewhere. `UNICODE` alone does not say its encoding form. CNS
 * 11643-1992 and UTF-32 are decoded by nobody here.
 */
const TABLE_0211: ReadonlyMap<string, string> = new Map([
  ['ASCII', 'us-ascii'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 15].map((part): [string, string] => [`8859/${part}`, `iso-8859-${part}`]),
  ['ISO IR6', 'us-ascii'],
  ['ISO IR14', 'shift_jis'],
  ['ISO IR87', 'iso-2022-jp'],
  ['ISO IR159', 'iso-2022-jp'],
  ['GB 18030-2000', 'gb18030'],
  ['KS X 1001', 'euc-kr'],
  ['CNS 11643-1992', 'euc-tw'],
  ['BIG-5', 'big5'],
  ['UNICODE', 'utf-8'],
  ['UNICODE UTF-8', 'utf-8'],
  ['UNICODE UTF-16', 'utf-16'],
  ['UNICODE UTF-32', 'utf-32'],
]);

/** Bytes in which every separator is one byte. */
export interface Narrow {
  readonly bytes: Buffer;
  /** Offset of `bytes` in the file. */
  readonly offset: number;
  /** They were UTF-16: they are UTF-8 now, and offsets in them are not those of the file. */
  readonly wide: boolean;
}

/** Drops the byte order mark; UTF-16, marked or not, becomes UTF-8. @throws ReadError `read/encoding`. */
export function narrowed(bytes: Buffer): Narrow {
  const head = bytes.toString('latin1', 0, 4096);
  if (/^(?:\xff\xfe\0\0|\0\0\xfe\xff|\0\0\0[\sA-Z]|[\sA-Z]\0\0\0)/.test(head))
    throw new ReadError('read/encoding', { charset: 'UTF-32', offset: 0, reason: 'utf-32' });
  const mark = byteOrderMark(bytes);
  const offset = mark?.length ?? 0;
  const charset = mark?.charset ?? (/^\0[\sA-Z]/.test(head) ? 'utf-16be' : /^[\sA-Z]\0/.test(head) ? 'utf-16le' : '');
  if (charset === '' || charset === 'utf-8') return { bytes: bytes.subarray(offset), offset, wide: false };
  return { bytes: Buffer.from(decode(bytes.subarray(offset), charset)), offset, wide: true };
}

/** The text of a message, with what had to be forgiven to read it. */
export interface Decoded {
  readonly text: string;
  /** What it was decoded from. */
  readonly charset: string;
  readonly reserve?: 'charset-absent' | 'charset-unknown' | 'charset-is-utf8';
}

/** Bytes of a message and where they stand in the file. */
interface Bytes {
  readonly bytes: Buffer;
  readonly offset: number;
  readonly line: number;
}

/**
 * Text of a message in the charset that the first value of its MSH-18 announces; further values serve escape sequences only (HL7 v2.5 §2.9.2).
 * Without it the charset is ASCII (§2.16.9.18), and UTF-8 is forgiven.
 *
 * @param wide the file was UTF-16.
 * @throws ReadError `read/encoding` when the bytes contradict the charset, with the offset of the first that does.
 */
export function decodeMessage(message: Bytes, announced: string, wide: boolean): Decoded {
  const { bytes } = message;
  const upper = announced.trim().toUpperCase();
  const known = TABLE_0211.get(upper);
  const label = known ?? upper.toLowerCase();
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw contradicted(message, announced, nul);
  const isUtf16 = /^utf-?16/.test(label);
  if (wide) {
    if (upper !== '' && upper !== 'UNICODE' && !isUtf16) throw contradicted(message, announced, 0);
    return { text: bytes.toString(), charset: 'utf-8', ...(upper === '' && { reserve: 'charset-absent' }) };
  }
  if (isUtf16 || /^utf-?32/.test(label)) throw contradicted(message, announced, 0);
  const beyond = firstBeyondAscii(bytes);
  if (beyond === -1 && label !== 'iso-2022-jp') {
    const unknown = upper !== '' && known === undefined;
    return {
      text: bytes.toString('latin1'),
      charset: known ?? 'us-ascii',
      ...(unknown && { reserve: 'charset-unknown' }),
    };
  }
  if (upper === '') {
    const text = tryDecode(bytes, 'utf-8');
    if (text === undefined) throw contradicted(message, 'ASCII', beyond);
    return { text, charset: 'utf-8', reserve: 'charset-absent' };
  }
  if (label === 'us-ascii') throw contradicted(message, announced, beyond);
  const text = decodeAs(message, label);
  if (known === undefined) return { text, charset: label, reserve: 'charset-unknown' };
  // Every byte is a letter in these, so that none contradicts them; what is UTF-8 too is UTF-8.
  const mistaken = label.startsWith('iso-8859-') && tryDecode(bytes, 'utf-8') !== undefined;
  return { text, charset: label, ...(mistaken && { reserve: 'charset-is-utf8' }) };
}

function contradicted({ bytes, offset, line }: Bytes, charset: string, at: number): ReadError {
  const breaks = bytes.toString('latin1', 0, at).match(/\r\n?|\n/g)?.length ?? 0;
  return new ReadError(
    'read/encoding',
    { charset, offset: offset + at, reason: 'byte-not-in-charset' },
    { line: line + breaks },
  );
}

function decodeAs(message: Bytes, label: string): string {
  try {
    return decode(message.bytes, label);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    throw contradicted(message, String(error.args.charset), Number(error.args.offset));
  }
}

function firstBeyondAscii(bytes: Buffer): number {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 0x7f) return at;
  return -1;
}
