import { createHash } from 'node:crypto';
import type { CompiledSchema } from './compile/schema.js';
import type { SchemaInfo } from './outcome.js';
import type { Learned } from './recorded-files.js';

/** A schema that was compiled: what was learned of its pack, what came of it, and what V8 made of the code. */
export interface CacheEntry {
  readonly learned: Learned;
  readonly compiled: CompiledSchema;
  readonly cachedData: Buffer;
}

const HASH_BYTES = 32;
const LENGTHS = 3;
const HEAD_BYTES = HASH_BYTES + LENGTHS * 4;

/** The entry as bytes: the SHA-256 of what follows, three lengths, then the values, the code and V8's data. */
export function encodeEntry({ learned, compiled: { info, code }, cachedData }: CacheEntry): Buffer {
  const parts = [Buffer.from(JSON.stringify({ learned, info })), Buffer.from(code), cachedData];
  const lengths = Buffer.alloc(LENGTHS * 4);
  for (const [rank, part] of parts.entries()) lengths.writeUInt32LE(part.length, rank * 4);
  const body = Buffer.concat([lengths, ...parts]);
  return Buffer.concat([sha256(body), body]);
}

/** @returns undefined for what is not an entry, or was damaged. */
export function decodeEntry(bytes: Buffer): CacheEntry | undefined {
  if (bytes.length < HEAD_BYTES || !sha256(bytes.subarray(HASH_BYTES)).equals(bytes.subarray(0, HASH_BYTES)))
    return undefined;
  let offset = HEAD_BYTES;
  const part = (rank: number): Buffer => {
    const start = offset;
    offset += bytes.readUInt32LE(HASH_BYTES + rank * 4);
    return bytes.subarray(start, offset);
  };
  // The hash tells that these are the bytes that `encodeEntry` made.
  const { learned, info }: { learned: Learned; info: SchemaInfo } = JSON.parse(part(0).toString());
  return { learned, compiled: { info, code: part(1).toString() }, cachedData: part(2) };
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
