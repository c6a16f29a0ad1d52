import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import { type Access, pieceOf, upTo } from './access.js';
import type { Film } from './formats.js';

interface Box {
  readonly type: string;
  /** Its content. */
  readonly start: number;
  readonly end: number;
}

/**
 * Duration and dimensions of an MP4 or QuickTime film (ISO/IEC 14496-12 §8), whose `moov` may stand before or behind the images.
 * @throws ReadError `read/media` when it is cut, its boxes do not fit or `moov` is missing, as when a recording was interrupted.
 */
export async function readMp4(access: Access, limits: Limits): Promise<Film> {
  const boxes = new Boxes(access, limits);
  let film: Film | undefined;
  for await (const box of boxes.in(0, access.size)) if (box.type === 'moov') film ??= await readMovie(boxes, box);
  if (!film) throw new ReadError('read/media', { reason: 'media-no-index' });
  return film;
}

class Boxes {
  #count = 0;

  constructor(
    readonly access: Access,
    readonly limits: Limits,
  ) {}

  async *in(start: number, end: number): AsyncGenerator<Box> {
    for (let at = start; at + 8 <= end; ) {
      if (++this.#count > this.limits.mediaBoxes) throw overLimit(this.limits, 'mediaBoxes', this.#count);
      const head = await upTo(this.access, at, 16);
      const type = head.toString('latin1', 4, 8);
      let size = head.readUInt32BE(0);
      let header = 8;
      if (size === 1 && head.length === 16) {
        size = Number(head.readBigUInt64BE(8));
        header = 16;
      }
      // 0 says that it goes up to the end, of which padding by zeros is a case.
      if (size === 0) size = end - at;
      if (size < header) throw new ReadError('read/media', { reason: 'media-structure' });
      if (at + size > end)
        throw new ReadError('read/media', { reason: end === this.access.size ? 'media-cut' : 'media-structure' });
      yield { type, start: at + header, end: at + size };
      at += size;
    }
  }

  piece({ start, end }: Box, length: number): Promise<Buffer> {
    return pieceOf(this.access, start, Math.min(length, end - start));
  }
}

async function readMovie(boxes: Boxes, movie: Box): Promise<Film> {
  let timescale = 0;
  let duration = 0;
  let size: { width: number; height: number } | undefined;
  for await (const box of boxes.in(movie.start, movie.end)) {
    if (box.type === 'mvhd') {
      const head = await boxes.piece(box, 32);
      const long = head[0] === 1;
      timescale = numberAt(head, long ? 20 : 12, 4);
      duration = Math.max(duration, numberAt(head, long ? 24 : 16, long ? 8 : 4));
    }
    if (box.type === 'trak') size ??= await readVideoTrack(boxes, box);
    if (box.type !== 'mvex') continue;
    // A film in fragments says here how long it lasts in all.
    for await (const inner of boxes.in(box.start, box.end)) {
      if (inner.type !== 'mehd') continue;
      const head = await boxes.piece(inner, 12);
      duration = Math.max(duration, numberAt(head, 4, head[0] === 1 ? 8 : 4));
    }
  }
  // All ones: not known.
  const known = timescale > 0 && duration > 0 && duration !== 0xffff_ffff && duration < 2 ** 53;
  return {
    seconds: known ? Math.round((duration / timescale) * 1000) / 1000 : undefined,
    width: size?.width,
    height: size?.height,
  };
}

/** Dimensions of a track of images; undefined for sound. */
async function readVideoTrack(boxes: Boxes, track: Box): Promise<{ width: number; height: number } | undefined> {
  let size: { width: number; height: number } | undefined;
  let isVideo = false;
  for await (const box of boxes.in(track.start, track.end)) {
    if (box.type === 'tkhd') {
      const head = await boxes.piece(box, 96);
      const at = head[0] === 1 ? 88 : 76;
      // Fixed point, 16 bits of it behind the comma.
      size = { width: numberAt(head, at, 4) >>> 16, height: numberAt(head, at + 4, 4) >>> 16 };
    }
    if (box.type !== 'mdia') continue;
    for await (const inner of boxes.in(box.start, box.end)) {
      if (inner.type === 'hdlr') isVideo = (await boxes.piece(inner, 12)).toString('latin1', 8, 12) === 'vide';
    }
  }
  return isVideo ? size : undefined;
}

function numberAt(bytes: Buffer, at: number, length: 4 | 8): number {
  if (at + length > bytes.length) throw new ReadError('read/media', { reason: 'media-structure' });
  return length === 4 ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at));
}
