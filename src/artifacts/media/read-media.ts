import { withDatamatrices } from '../extractors.js';
import type { Reader } from '../source.js';
import { accessTo } from './access.js';
import { readMedia } from './media.js';

/** Reads an image or a film; an image contains its datamatrices when they are asked for. @throws ReadError as `readMedia` does. */
export const media: Reader = async (source) => {
  const recognised = await readMedia(accessTo(source.bytes), source.limits);
  return recognised?.kind === 'image' ? withDatamatrices(recognised, source) : recognised;
};
