import type { Limits } from '../artifacts/limits.js';
import { ReadError } from '../artifacts/read-error.js';
import { looksLikeZip, readZip } from '../artifacts/zip/read-zip.js';
import { BASE64, layersOf } from './layers.js';

/** Archives in archives: the reader refuses deeper ones. */
const DEEPEST = 5;

/** All the texts that can be found in a file: encoded, in an archive, in an archive in a mail. Pictures and films have none. */
export function searchedTexts(bytes: Buffer, limits: Limits, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (looksLikeZip(bytes)) return inArchive(bytes, limits, depth);
  const text = textOf(bytes);
  if (text === undefined) return [];
  const archives = text.includes('UEsDB')
    ? [...text.matchAll(BASE64)].flatMap(([written]) =>
        written.startsWith('UEsDB') ? [Buffer.from(written, 'base64')] : [],
      )
    : [];
  return [...layersOf(text), ...archives.flatMap((each) => inArchive(each, limits, depth))];
}

function inArchive(bytes: Buffer, limits: Limits, depth: number): string[] {
  try {
    return readZip(bytes, limits).entries.flatMap(({ name, data }) => [
      name,
      ...searchedTexts(Buffer.from(data), limits, depth + 1),
    ]);
  } catch (error) {
    // An archive that can't be read is not copied.
    if (error instanceof ReadError) return [];
    throw error;
  }
}

/** Undefined for what is no text. */
function textOf(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 4096);
  const nulls = head.filter((each) => each === 0).length;
  if (nulls > head.length / 4) {
    const isBig = bytes[0] === 0 || bytes[0] === 0xfe;
    return (isBig ? Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16() : bytes).toString('utf16le');
  }
  if (nulls > 0) return undefined;
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}
