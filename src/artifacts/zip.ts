import { crc32 } from 'node:zlib';
import * as yauzl from 'yauzl';
import { LIMITS, type Limits } from './limits.js';
import { overLimit, ReadError } from './read-error.js';

export interface ZipEntry {
  /** Name in the archive, `/` between folders. */
  readonly name: string;
  readonly data: Uint8Array;
}

export function looksLikeZip(bytes: Uint8Array): boolean {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return signature === 'PK\x03\x04' || signature === 'PK\x05\x06';
}

/**
 * Every file of a ZIP archive, in the order of its directory, inflated and checked against its CRC.
 * @throws ReadError `read/zip`, `read/zip-unsafe-name` (a name that leaves the archive, a link), `read/zip-limit` (too many entries,
 * too large, too compressed), `read/zip-entry` (encrypted, duplicated or damaged entry).
 */
export async function readZip(bytes: Uint8Array, limits: Limits = LIMITS): Promise<ZipEntry[]> {
  const zip = await yauzl
    .fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      decodeStrings: false,
      lazyEntries: true,
    })
    .catch((error: unknown) => {
      throw new ReadError('read/zip', { reason: messageOf(error) });
    });
  if (zip.entryCount > limits.zipEntries) throw overLimit(limits, 'zipEntries', zip.entryCount);
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (seen.has(name)) throw new ReadError('read/zip-entry', { entry: name, reason: 'duplicate-name' });
      seen.add(name);
      if (name.endsWith('/')) continue;
      total += entry.uncompressedSize;
      refuseBombs(entry, name, total, limits);
      entries.push({ name, data: await inflate(zip, entry, name) });
    }
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError('read/zip', { reason: messageOf(error) });
  }
  return entries;
}

function nameOf(entry: yauzl.Entry): string {
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (isLink || name.includes('\\') || name.includes('\0') || yauzl.validateFileName(name)) {
    throw new ReadError('read/zip-unsafe-name', { entry: name });
  }
  return name;
}

function refuseBombs(entry: yauzl.Entry, name: string, total: number, limits: Limits): void {
  if (entry.isEncrypted()) throw new ReadError('read/zip-entry', { entry: name, reason: 'encrypted' });
  if (entry.uncompressedSize > limits.zipEntryBytes) throw overLimit(limits, 'zipEntryBytes', entry.uncompressedSize);
  if (total > limits.zipTotalBytes) throw overLimit(limits, 'zipTotalBytes', total);
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > 1024 * 1024 && ratio > limits.zipRatio)
    throw overLimit(limits, 'zipRatio', Math.round(ratio));
}

async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  } catch (error) {
    throw new ReadError('read/zip-entry', { entry: name, reason: messageOf(error) });
  }
  const data = Buffer.concat(chunks);
  if (crc32(data) !== entry.crc32) throw new ReadError('read/zip-entry', { entry: name, reason: 'crc' });
  return data;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
