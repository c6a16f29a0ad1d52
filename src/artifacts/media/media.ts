import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import type { Recognised } from '../source.js';
import { type Access, pieceOf, upTo } from './access.js';
import { type Film, imageFormat, type VideoContent, videoFormat } from './formats.js';
import { imageSize } from './image-size.js';
import { readMp4 } from './mp4.js';
import { readWebm } from './webm.js';

/**
 * Reads the headers of an image or of a film, and never the whole of it; undefined for any other file.
 * @throws ReadError `read/media` when it is cut or its dimensions are none, `read/limit`.
 */
export async function readMedia(
  access: Access,
  limits: Limits,
): Promise<Recognised<'image'> | Recognised<'video'> | undefined> {
  const head = await upTo(access, 0, 16);
  const image = imageFormat(head);
  if (image) {
    const { width, height } = await imageSize(access, image);
    admit(width, height, limits);
    return { kind: 'image', content: { format: image, width, height } };
  }
  const video = videoFormat(head);
  if (!video) return undefined;
  const film = await FILMS[video](access, limits);
  if (film.width !== undefined && film.height !== undefined) admit(film.width, film.height, limits);
  return { kind: 'video', content: { format: video, ...film } };
}

const FILMS: Readonly<Record<VideoContent['format'], (access: Access, limits: Limits) => Promise<Film>>> = {
  mp4: readMp4,
  webm: readWebm,
  avi: readAvi,
  mpeg: async () => ({ seconds: undefined, width: undefined, height: undefined }),
};

/** Microsoft, "AVI RIFF File Reference": the main header is first. */
async function readAvi(access: Access): Promise<Film> {
  const head = await pieceOf(access, 0, 72);
  if (head.toString('latin1', 20, 28) !== 'hdrlavih') throw new ReadError('read/media', { reason: 'media-no-index' });
  if (head.readUInt32LE(4) + 8 > access.size + 1) throw new ReadError('read/media', { reason: 'media-cut' });
  const milliseconds = (head.readUInt32LE(32) * head.readUInt32LE(48)) / 1000;
  return {
    seconds: milliseconds > 0 ? Math.round(milliseconds) / 1000 : undefined,
    width: head.readUInt32LE(64),
    height: head.readUInt32LE(68),
  };
}

function admit(width: number, height: number, limits: Limits): void {
  if (width <= 0 || height <= 0) throw new ReadError('read/media', { reason: 'media-no-size' });
  const side = Math.max(width, height);
  if (side > limits.imageSide) throw overLimit(limits, 'imageSide', side);
}
