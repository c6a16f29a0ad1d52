import { bufferOf } from '../buffer-of.js';
import { ReadError } from '../read-error.js';

/** A file of which any piece can be read, so that a video of several gigabytes is never held. */
export interface Access {
  readonly size: number;
  /** The bytes from `offset`: fewer than `length` only when the file ends before. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** What is already in memory. */
export function accessTo(bytes: Uint8Array): Access {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/** Exactly `length` bytes. @throws ReadError `read/media` when the file ends before. */
export async function pieceOf(access: Access, offset: number, length: number): Promise<Buffer> {
  const bytes = await upTo(access, offset, length);
  if (bytes.length < length) throw new ReadError('read/media', { reason: 'media-cut' });
  return bytes;
}

/** At most `length` bytes: fewer at the end of the file. */
export async function upTo(access: Access, offset: number, length: number): Promise<Buffer> {
  return bufferOf(await access.read(offset, length)).subarray(0, length);
}
