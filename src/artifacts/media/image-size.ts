import { ReadError } from '../read-error.js';
import { type Access, pieceOf, upTo } from './access.js';
import type { ImageContent } from './formats.js';
import { heif } from './heif.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Finds the dimensions of an image, as its headers give them. @throws ReadError `read/media` when it is cut or gives none. */
export async function imageSize(access: Access, format: ImageContent['format']): Promise<Size> {
  return SIZES[format](access);
}

const SIZES: Readonly<Record<ImageContent['format'], (access: Access) => Promise<Size>>> = {
  png,
  jpeg,
  gif,
  webp,
  tiff,
  bmp,
  heif,
};

const cut = (): ReadError => new ReadError('read/media', { reason: 'media-cut' });
const unsized = (): ReadError => new ReadError('read/media', { reason: 'media-no-size' });

/** W3C PNG §11.2.2: IHDR is first; IEND ends, and some tools write behind it. */
async function png(access: Access): Promise<Size> {
  const head = await pieceOf(access, 0, 24);
  if (head.toString('latin1', 12, 16) !== 'IHDR') throw unsized();
  if (!(await tail(access, 4096)).includes('IEND', 0, 'latin1')) throw cut();
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** ITU T.81 §B.2.2: the frame header stands behind tables and application data; EOI ends, and cameras write behind it. */
async function jpeg(access: Access): Promise<Size> {
  let at = 2;
  for (let segment = 0; segment < 4096; segment++) {
    const head = await pieceOf(access, at, 9);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff) throw unsized();
    if (marker === 0xff) at++;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (marker === 0xd9 || marker === 0xda || head.readUInt16BE(2) < 2) throw unsized();
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const end = await upTo(access, Math.max(at, access.size - 65536), 65536);
      if (!end.includes(Buffer.from([0xff, 0xd9]))) throw cut();
      return { width: head.readUInt16BE(7), height: head.readUInt16BE(5) };
    } else at += 2 + head.readUInt16BE(2);
  }
  throw unsized();
}

async function gif(access: Access): Promise<Size> {
  const head = await pieceOf(access, 0, 10);
  if (!/;\0*$/.test((await tail(access, 64)).toString('latin1'))) throw cut();
  return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
}

/** RFC 9649 §2.5 to 2.7. */
async function webp(access: Access): Promise<Size> {
  const head = await pieceOf(access, 0, 30);
  if (head.readUInt32LE(4) + 8 > access.size) throw cut();
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case 'VP8X':
      return { width: 1 + head.readUIntLE(24, 3), height: 1 + head.readUIntLE(27, 3) };
    default:
      throw unsized();
  }
}

/** TIFF 6.0 §2: the first directory may stand at the end. */
async function tiff(access: Access): Promise<Size> {
  const head = await pieceOf(access, 0, 8);
  const little = head[0] === 0x49;
  const short = (bytes: Buffer, at: number): number => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const long = (bytes: Buffer, at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const directory = long(head, 4);
  const count = short(await pieceOf(access, directory, 2), 0);
  const entries = await pieceOf(access, directory + 2, count * 12);
  const tag = (wanted: number): number => {
    for (let at = 0; at < entries.length; at += 12) {
      if (short(entries, at) === wanted)
        return short(entries, at + 2) === 3 ? short(entries, at + 8) : long(entries, at + 8);
    }
    return 0;
  };
  return { width: tag(256), height: tag(257) };
}

async function bmp(access: Access): Promise<Size> {
  const head = await pieceOf(access, 0, 26);
  if (head.readUInt32LE(2) > access.size) throw cut();
  if (head.readUInt32LE(14) === 12) return { width: head.readUInt16LE(18), height: head.readUInt16LE(20) };
  // A negative height tells that rows go down.
  return { width: head.readInt32LE(18), height: Math.abs(head.readInt32LE(22)) };
}

function tail(access: Access, length: number): Promise<Buffer> {
  return upTo(access, Math.max(0, access.size - length), length);
}
