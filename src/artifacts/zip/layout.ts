import { extraFields, inZip64, type Member } from './directory.js';
import type { ZipEnd } from './end-record.js';
import { badEntry, badZip, shown } from './zip-error.js';

/** Where the data of the entries are. */
export interface ZipLayout {
  /** Offset of the data of each entry. */
  readonly dataOf: ReadonlyMap<Member, number>;
  /** Bytes that belong to no entry and look like none. */
  readonly strayBytes: number;
}

const HEADER_BYTES = 30;
const DESCRIPTOR_FLAG = 8;

/**
 * Verifies that the local headers say what the directory says, and that nothing stands in two entries or in none: readers that go from one
 * local header to the next must find what those of the directory find.
 * @throws ReadError `read/zip`, `read/zip-entry`.
 */
export function readLayout(zip: Buffer, members: readonly Member[], end: ZipEnd): ZipLayout {
  const dataOf = new Map<Member, number>();
  let strayBytes = 0;
  let before: Member | undefined;
  let reached = 0;
  const skipTo = (offset: number): void => {
    const gap = zip.subarray(reached, offset);
    if (['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06'].some((mark) => gap.includes(mark, 0, 'latin1')))
      throw badZip('zip-hidden-entry', { offset: reached });
    strayBytes += gap.length;
    reached = offset;
  };
  for (const member of members.toSorted((a, b) => a.offset - b.offset)) {
    if (before && member.offset < reached) throw badEntry(member.name, 'zip-overlap', { other: shown(before.name) });
    skipTo(member.offset);
    const data = verifyLocal(zip, member, end.start);
    dataOf.set(member, data);
    reached = data + member.compressedSize;
    reached += descriptorLength(zip.subarray(reached, end.start), member);
    before = member;
  }
  skipTo(end.start);
  reached = end.after;
  skipTo(zip.length);
  return { dataOf, strayBytes };
}

/** @returns offset of the data. */
function verifyLocal(zip: Buffer, member: Member, limit: number): number {
  const { name, offset, rawName, method, flags } = member;
  const isHeader = offset + HEADER_BYTES <= limit && zip.toString('latin1', offset, offset + 4) === 'PK\x03\x04';
  if (!isHeader) throw badEntry(name, 'zip-no-local-header');
  const header = zip.subarray(offset, offset + HEADER_BYTES);
  const nameEnd = offset + HEADER_BYTES + header.readUInt16LE(26);
  const data = nameEnd + header.readUInt16LE(28);
  if (data + member.compressedSize > limit) throw badEntry(name, 'zip-outside');
  if (!zip.subarray(offset + HEADER_BYTES, nameEnd).equals(rawName)) throw badEntry(name, 'zip-local-name');
  if (header.readUInt16LE(8) !== method || (header.readUInt16LE(6) & 1) !== (flags & 1))
    throw badEntry(name, 'zip-local-method');
  const local = inZip64(
    { size: header.readUInt32LE(22), compressedSize: header.readUInt32LE(18) },
    extraFields(zip.subarray(nameEnd, data)).get(1),
  );
  const differs = (a: number, b: number): boolean => a !== b && !(flags & DESCRIPTOR_FLAG && a === 0);
  if (differs(local.size, member.size) || differs(local.compressedSize, member.compressedSize))
    throw badEntry(name, 'zip-local-size');
  if (differs(header.readUInt32LE(14), member.crc)) throw badEntry(name, 'zip-local-crc');
  if (name.endsWith('/') && member.size > 0) throw badEntry(name, 'zip-folder-with-data');
  return data;
}

/** Length of the descriptor that follows the data of an entry, with or without its mark, with sizes of 32 or 64 bits (APPNOTE.TXT 4.3.9). */
function descriptorLength(bytes: Buffer, { name, flags, crc, compressedSize, size }: Member): number {
  if (!(flags & DESCRIPTOR_FLAG)) return 0;
  const isMarked = bytes.toString('latin1', 0, 4) === 'PK\x07\x08';
  for (const width of [4, 8]) {
    const expected = Buffer.alloc(4 + 2 * width);
    expected.writeUInt32LE(crc, 0);
    for (const [index, value] of [compressedSize, size].entries()) {
      if (width === 8) expected.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
      else expected.writeUInt32LE(value % 2 ** 32, 4 + 4 * index);
    }
    // The mark first: a checksum may look like it.
    for (const skip of isMarked ? [4, 0] : [0])
      if (bytes.subarray(skip, skip + expected.length).equals(expected)) return skip + expected.length;
  }
  throw badEntry(name, 'zip-descriptor');
}
