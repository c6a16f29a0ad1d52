import { isAscii, isUtf8 } from 'node:buffer';
import { bufferOf } from '../buffer-of.js';
import { ReadError } from '../read-error.js';
import { shownByte } from './hex.js';

/**
 * Text of bytes that must be UTF-8; a byte order mark is kept.
 * @param skipped bytes of the file that stand before `bytes`.
 * @param lineEnds `lf`: those of every kind become line feeds, as in XML.
 * @throws ReadError `read/encoding` with the first bad byte, its offset in the file and what the bytes look like.
 */
export function strictUtf8(bytes: Uint8Array, skipped = 0, lineEnds: 'kept' | 'lf' = 'kept'): string {
  const buffer = bufferOf(bytes);
  if (isUtf8(buffer)) return validUtf8(buffer, lineEnds);
  const offset = firstInvalid(buffer);
  const args = {
    charset: 'UTF-8',
    offset: skipped + offset,
    byte: shownByte(buffer[offset]),
    reason: guess(buffer, offset),
  };
  throw new ReadError('read/encoding', args, place(buffer, offset));
}

const CR = 0x0d;
const LF = 0x0a;

/** Line ends as XML 1.0 §2.11 reads them. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Bytes decoded at a time, but for the end of a character. */
const PIECE = 64 * 1024;

/**
 * `toString` takes one byte a character where it can, `TextDecoder` always two: that counts for a hundred megabytes. It reads ASCII several times
 * quicker as latin1: most of what weighs in our documents is base64. Line ends are replaced in each piece, rather than in one more copy of the whole text.
 */
function validUtf8(bytes: Buffer, lineEnds: 'kept' | 'lf'): string {
  let text = '';
  let from = 0;
  while (from < bytes.length) {
    let to = Math.min(from + PIECE, bytes.length);
    while (((bytes[to] ?? 0) & 0xc0) === 0x80) to++;
    if (bytes[to - 1] === CR && bytes[to] === LF) to++;
    const piece = bytes.subarray(from, to);
    const decoded = piece.toString(isAscii(piece) ? 'latin1' : 'utf8');
    text += lineEnds === 'lf' ? withLineFeeds(decoded) : decoded;
    from = to;
  }
  return text;
}

function firstInvalid(bytes: Buffer): number {
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** Bytes of the character at `at`, 0 when there is none (Unicode, table 3-7). */
function characterLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const second = bytes[at + 1] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let rank = 2; rank < length; rank++) if (((bytes[at + rank] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Bytes of windows-1252 that French text has: letters, and « » ° ’ “ ” – … € œ Œ with the no-break space. */
function isFrenchCp1252(byte: number): boolean {
  return byte >= 0xc0 || [0x80, 0x85, 0x8c, 0x91, 0x92, 0x93, 0x94, 0x96, 0x9c, 0xa0, 0xab, 0xb0, 0xbb].includes(byte);
}

function guess(bytes: Buffer, offset: number): string {
  const lead = bytes[offset] ?? 0;
  const missing = offset + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4) > bytes.length;
  if (missing && lead >= 0xc2 && lead <= 0xf4) return 'utf8-cut';
  const high = bytes.subarray(offset, offset + 65_536).filter((byte) => byte >= 0x80);
  const french = high.filter(isFrenchCp1252);
  return french.length >= high.length * 0.9 ? 'looks-cp1252' : 'not-utf8';
}

/** Line and column of a byte, 1-based; what stands before it is valid. */
function place(bytes: Buffer, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: bytes.toString('utf8', start, offset).length + 1 };
}
