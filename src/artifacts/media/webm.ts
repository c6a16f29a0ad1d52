import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import { type Access, pieceOf, upTo } from './access.js';
import type { Film } from './formats.js';

/** Identifiers of RFC 9559 (Matroska), with their marker bits. */
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const VIDEO = 0xe0;
const PIXEL_WIDTH = 0xb0;
const PIXEL_HEIGHT = 0xba;
const CLUSTER = 0x1f43b675;

interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Duration and dimensions of a WebM or Matroska film, which stand before its images. What a browser records has no duration.
 * @throws ReadError `read/media` when it is cut, its elements do not fit or it describes no track.
 */
export async function readWebm(access: Access, limits: Limits): Promise<Film> {
  let described = false;
  let scale = 1_000_000;
  let duration: number | undefined;
  let size: { width: number; height: number } | undefined;
  const elements = new Elements(access, limits);
  for await (const segment of elements.in(0, access.size)) {
    if (segment.id !== SEGMENT) continue;
    for await (const element of elements.in(segment.start, segment.end)) {
      if (element.id === CLUSTER) break;
      if (element.id === INFO) {
        for await (const inner of elements.in(element.start, element.end)) {
          if (inner.id === TIMESTAMP_SCALE) scale = await elements.integer(inner);
          if (inner.id === DURATION) duration = await elements.float(inner);
        }
      }
      if (element.id !== TRACKS) continue;
      described = true;
      for await (const track of elements.in(element.start, element.end))
        if (track.id === TRACK_ENTRY) size ??= await readVideo(elements, track);
    }
    break;
  }
  if (!described) throw new ReadError('read/media', { reason: 'media-no-index' });
  const seconds = duration === undefined ? Number.NaN : (duration * scale) / 1e9;
  const known = seconds > 0 && seconds < 1e9;
  return {
    seconds: known ? Math.round(seconds * 1000) / 1000 : undefined,
    width: size?.width,
    height: size?.height,
  };
}

async function readVideo(elements: Elements, track: Element): Promise<{ width: number; height: number } | undefined> {
  for await (const video of elements.in(track.start, track.end)) {
    if (video.id !== VIDEO) continue;
    let width = 0;
    let height = 0;
    for await (const inner of elements.in(video.start, video.end)) {
      if (inner.id === PIXEL_WIDTH) width = await elements.integer(inner);
      if (inner.id === PIXEL_HEIGHT) height = await elements.integer(inner);
    }
    return { width, height };
  }
  return undefined;
}

class Elements {
  #count = 0;

  constructor(
    readonly access: Access,
    readonly limits: Limits,
  ) {}

  /** RFC 8794 §4 to 6: an identifier and a size, each with its length in its leading zeros. */
  async *in(start: number, end: number): AsyncGenerator<Element> {
    for (let at = start; at < end; ) {
      if (++this.#count > this.limits.mediaBoxes) throw overLimit(this.limits, 'mediaBoxes', this.#count);
      const head = await upTo(this.access, at, 12);
      const idLength = Math.clz32(head[0] ?? 0) - 23;
      const sizeLength = Math.clz32(head[idLength] ?? 0) - 23;
      if (idLength > 4 || sizeLength > 8) throw new ReadError('read/media', { reason: 'media-structure' });
      if (idLength + sizeLength > head.length) throw new ReadError('read/media', { reason: 'media-cut' });
      const id = head.readUIntBE(0, idLength);
      const first = (head[idLength] ?? 0) & (0xff >> sizeLength);
      let size = first;
      let allOnes = first === 0xff >> sizeLength;
      for (const byte of head.subarray(idLength + 1, idLength + sizeLength)) {
        size = size * 256 + byte;
        allOnes &&= byte === 0xff;
      }
      const body = at + idLength + sizeLength;
      // Written while it is recorded: the size is not known, and what holds it ends it.
      const next = allOnes ? end : body + size;
      if (next > end)
        throw new ReadError('read/media', { reason: end === this.access.size ? 'media-cut' : 'media-structure' });
      yield { id, start: body, end: next };
      at = next;
    }
  }

  async integer(element: Element): Promise<number> {
    const bytes = await this.#value(element);
    return bytes.reduce((value, byte) => value * 256 + byte, 0);
  }

  async float(element: Element): Promise<number | undefined> {
    const bytes = await this.#value(element);
    if (bytes.length === 4) return bytes.readFloatBE(0);
    return bytes.length === 8 ? bytes.readDoubleBE(0) : undefined;
  }

  #value({ start, end }: Element): Promise<Buffer> {
    if (end - start > 8) throw new ReadError('read/media', { reason: 'media-structure' });
    return pieceOf(this.access, start, end - start);
  }
}
