import { withDatamatrices, withText } from '../extractors.js';
import type { Reader } from '../source.js';
import { looksLikePdf, readPdf } from './pdf.js';

/** Reads a PDF; its attachments are what it contains, and the datamatrices of its pages when they are asked for. @throws ReadError as `readPdf` does. */
export const pdf: Reader = async (source) => {
  if (!looksLikePdf(source.bytes)) return undefined;
  return withText(await withDatamatrices(readPdf(source.bytes, source.limits), source), source);
};
