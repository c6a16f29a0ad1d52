import { crc32, inflateRawSync } from 'node:zlib';
import type { Member } from './directory.js';
import { badEntry } from './zip-error.js';

/**
 * The bytes of an entry, whose size was found bearable.
 * @param stored its bytes in the archive.
 * @throws ReadError `read/zip-entry`.
 */
export function inflate(stored: Buffer, { name, flags, method, size, crc }: Member): Uint8Array {
  if (flags & 0x2041) throw badEntry(name, 'encrypted');
  if (method !== 0 && method !== 8) throw badEntry(name, 'zip-method', { method });
  const data = method === 0 ? stored : inflateRaw(stored, name, size);
  if (data.length !== size) throw badEntry(name, 'zip-size', { size });
  if (crc32(data) !== crc) throw badEntry(name, 'crc');
  return data;
}

function inflateRaw(stored: Buffer, name: string, size: number): Buffer {
  try {
    // One piece, of the right size: pieces that are joined take twice the memory.
    return inflateRawSync(stored, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
  } catch (error) {
    throw badEntry(name, error instanceof RangeError ? 'zip-size' : 'zip-damaged', { size });
  }
}
