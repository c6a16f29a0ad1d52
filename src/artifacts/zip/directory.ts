import type { Limits } from '../limits.js';
import { overLimit } from '../read-error.js';
import { uint64, type ZipEnd } from './end-record.js';
import { entryName, nameKey, refuseUnsafe } from './entry-name.js';
import { badEntry, badZip, shown } from './zip-error.js';

/** What the directory of an archive says of one entry. */
export interface Member {
  /** `/` between folders; a folder's name ends with it. */
  readonly name: string;
  /** True when the name is in UTF-8 and nothing says so. */
  readonly guessed: boolean;
  readonly rawName: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Offset of its local header. */
  readonly offset: number;
}

const HEADER_BYTES = 46;

/**
 * The entries of an archive, in the order of its directory.
 * @throws ReadError `read/zip`, `read/zip-limit`, `read/zip-unsafe-name`, `read/zip-entry` (two entries of one name).
 */
export function readDirectory(zip: Buffer, { start, size, count }: ZipEnd, limits: Limits): Member[] {
  if (count > limits.zipEntries) throw overLimit(limits, 'zipEntries', count);
  const members: Member[] = [];
  const end = start + size;
  let at = start;
  while (at < end && members.length <= count) {
    const isHeader = at + HEADER_BYTES <= end && zip.toString('latin1', at, at + 4) === 'PK\x01\x02';
    const length = isHeader
      ? HEADER_BYTES + [28, 30, 32].reduce((sum, field) => sum + zip.readUInt16LE(at + field), 0)
      : 0;
    if (!isHeader || at + length > end) throw badZip('zip-directory', { rank: members.length + 1 });
    members.push(readMember(zip.subarray(at, at + length)));
    at += length;
  }
  if (members.length !== count) throw badZip('zip-count');
  refuseTwins(members);
  return members;
}

function readMember(header: Buffer): Member {
  const nameEnd = HEADER_BYTES + header.readUInt16LE(28);
  const rawName = header.subarray(HEADER_BYTES, nameEnd);
  const fields = extraFields(header.subarray(nameEnd, nameEnd + header.readUInt16LE(30)));
  const flags = header.readUInt16LE(8);
  const { name, guessed } = entryName(rawName, flags, fields.get(0x7075));
  refuseUnsafe(name, header.readUInt16LE(40));
  const { size, compressedSize, offset } = inZip64(
    { size: header.readUInt32LE(24), compressedSize: header.readUInt32LE(20), offset: header.readUInt32LE(42) },
    fields.get(1),
  );
  const [method, crc] = [header.readUInt16LE(10), header.readUInt32LE(16)];
  return { name, guessed, rawName, flags, method, crc, compressedSize, size, offset };
}

/** Fields by their id, the first of each; what is cut or is padding is left out. */
export function extraFields(bytes: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > bytes.length) break;
    const id = bytes.readUInt16LE(at);
    if (!fields.has(id)) fields.set(id, bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** Replaces the values that are too large for 32 bits by those of the ZIP64 field, which holds them alone and in this order. */
export function inZip64<V extends Record<string, number>>(values: V, field: Buffer | undefined): V {
  let at = 0;
  const replaced = Object.entries(values).map(([name, value]) => {
    if (value !== 0xffffffff || !field || at + 8 > field.length) return [name, value];
    at += 8;
    return [name, uint64(field, at - 8)];
  });
  return Object.fromEntries(replaced) as V;
}

function refuseTwins(members: readonly Member[]): void {
  const names = new Map<string, string>();
  for (const { name } of members) {
    const key = nameKey(name);
    const other = names.get(key);
    if (other === undefined) names.set(key, name);
    else if (other === name) throw badEntry(name, 'duplicate-name');
    else throw badEntry(name, 'zip-twin-name', { other: shown(other) });
  }
}
