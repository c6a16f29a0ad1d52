import type { Limits } from '../artifacts/limits.js';
import { accessTo } from '../artifacts/media/access.js';
import { readMedia } from '../artifacts/media/media.js';
import { overLimit, ReadError } from '../artifacts/read-error.js';
import type { Contained } from '../artifacts/source.js';
import { inWorker } from './in-worker.js';
import { resultOf } from './problem.js';

/**
 * The datamatrices of an image or of the pages of a PDF, in their order, each as a file that holds its characters. They are decoded by zxing-wasm,
 * pages are drawn by PDFium (both optional), in a thread of bounded time and memory.
 * @throws ReadError `read/datamatrix` (a format that is not decoded, a password, no library), `read/limit`.
 */
export async function findDatamatrices(bytes: Uint8Array, kind: 'image' | 'pdf', limits: Limits): Promise<Contained[]> {
  if (kind === 'image') await admit(bytes, limits);
  const outcome = await inWorker({ job: `${kind}-datamatrix`, bytes }, limits);
  const result = resultOf(outcome, 'read/datamatrix', limits);
  const codes = 'codes' in result ? result.codes : [];
  return codes.map(({ page, text }, index) => ({
    name: kind === 'pdf' ? `page-${page}/datamatrix-${index + 1}` : `datamatrix-${index + 1}`,
    bytes: Buffer.from(text, 'utf8'),
  }));
}

/** A small file may unfold into an image that no memory holds. */
async function admit(bytes: Uint8Array, limits: Limits): Promise<void> {
  const media = await readMedia(accessTo(bytes), limits);
  if (media?.kind !== 'image') return;
  const { format, width, height } = media.content;
  if (format === 'webp' || format === 'tiff')
    throw new ReadError('read/datamatrix', { reason: 'datamatrix-image-format' });
  if (width * height > limits.imagePixels) throw overLimit(limits, 'imagePixels', width * height);
}
