import { isAscii, isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { decodeCp437 } from './cp437.js';
import { badEntry, unsafeName } from './zip-error.js';

/** A name in an archive, and whether it had to be guessed that it is in UTF-8. */
interface EntryName {
  readonly name: string;
  readonly guessed: boolean;
}

const UTF8_FLAG = 0x800;

/**
 * The name of an entry: UTF-8 when the entry says so, or its field of a Unicode path (0x7075), else code page 437 (APPNOTE.TXT 4.4.4, 4.6.9).
 * Products forget the flag: what is UTF-8 to the last byte is read as such.
 * @throws ReadError `read/zip-entry`.
 */
export function entryName(raw: Buffer, flags: number, unicodePath: Buffer | undefined): EntryName {
  if (flags & UTF8_FLAG) {
    if (!isUtf8(raw)) throw badEntry(raw.toString('latin1'), 'zip-name-not-utf8');
    return { name: raw.toString('utf8'), guessed: false };
  }
  const unicode = unicodePath && nameInField(raw, unicodePath);
  if (unicode !== undefined) return { name: unicode, guessed: false };
  if (isAscii(raw)) return { name: raw.toString('latin1'), guessed: false };
  return isUtf8(raw) ? { name: raw.toString('utf8'), guessed: true } : { name: decodeCp437(raw), guessed: false };
}

/** The field counts as long as it is about the name that the entry has: its checksum says. */
function nameInField(raw: Buffer, field: Buffer): string | undefined {
  if (field.length < 5 || field[0] !== 1 || field.readUInt32LE(1) !== crc32(raw)) return undefined;
  const name = field.subarray(5);
  return isUtf8(name) ? name.toString('utf8') : undefined;
}

/** Types of Unix: pipe, devices, socket. */
const SPECIAL = new Set([0o010000, 0o020000, 0o060000, 0o140000]);

/** @throws ReadError `read/zip-unsafe-name` for an entry that would be written outside of the folder where the archive is opened, or be a link. */
export function refuseUnsafe(name: string, mode: number): void {
  const type = mode & 0o170000;
  if (type === 0o120000) throw unsafeName(name, 'zip-link');
  if (SPECIAL.has(type)) throw unsafeName(name, 'zip-special-file');
  if (name === '') throw unsafeName(name, 'zip-no-name');
  if (name.includes('\0')) throw unsafeName(name, 'zip-null');
  if (name.includes('\\')) throw unsafeName(name, 'zip-backslash');
  if (name.startsWith('/')) throw unsafeName(name, 'zip-absolute');
  if (/^[A-Za-z]:/.test(name)) throw unsafeName(name, 'zip-drive');
  if (name.split('/').includes('..')) throw unsafeName(name, 'zip-parent');
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** True for a name that Windows can't give to a file, or gives to another. */
export function isRefusedByWindows(name: string): boolean {
  return name.split('/').some(
    (step) =>
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Windows refuses.
      /[<>:"|?*\x01-\x1f]/.test(step) || (step !== '.' && /[. ]$/.test(step)) || RESERVED.test(step),
  );
}

/** What two names have in common that become one file: case and Unicode form do not part them on Windows and macOS, nor `./` anywhere. */
export function nameKey(name: string): string {
  const steps = name.split('/').filter((step) => step !== '' && step !== '.');
  return steps.join('/').normalize('NFC').toLowerCase();
}
