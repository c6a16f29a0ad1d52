import { ReadError } from '../read-error.js';
import { type Access, pieceOf, upTo } from './access.js';

/** What stands first holds the description of the images; theirs come behind. */
const HEAD_BYTES = 1024 * 1024;
/** Tiles that a large photograph is made of have their size too. */
const MOST_SIZES = 64;

/**
 * Dimensions of a photograph of a phone (HEIF: HEIC, AVIF; ISO/IEC 23008-12 §6.5.3): the largest of its images, whose tiles and thumbnail are
 * images too.
 *
 * @throws ReadError `read/media` when it is cut or gives none.
 */
export async function heif(access: Access): Promise<{ width: number; height: number }> {
  const head = await upTo(access, 0, HEAD_BYTES);
  let at = 0;
  while (head.toString('latin1', at + 4, at + 8) !== 'meta') {
    const length = (await pieceOf(access, at, 8)).readUInt32BE(0);
    if (length < 8 || at + length + 8 > head.length) throw new ReadError('read/media', { reason: 'media-no-size' });
    at += length;
  }
  const end = at + head.readUInt32BE(at);
  if (end > access.size) throw new ReadError('read/media', { reason: 'media-cut' });
  const meta = head.subarray(at, end);
  let size = { width: 0, height: 0 };
  let found = meta.indexOf('ispe', 0, 'latin1');
  for (let count = 0; found !== -1 && found + 16 <= meta.length && count < MOST_SIZES; count++) {
    const width = meta.readUInt32BE(found + 8);
    const height = meta.readUInt32BE(found + 12);
    if (width * height > size.width * size.height) size = { width, height };
    found = meta.indexOf('ispe', found + 16, 'latin1');
  }
  if (size.width === 0) throw new ReadError('read/media', { reason: 'media-no-size' });
  return size;
}
