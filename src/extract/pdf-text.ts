import type { Limits } from '../artifacts/limits.js';
import type { PdfText } from '../artifacts/pdf/pdf-text.js';
import { inWorker } from './in-worker.js';
import { resultOf } from './problem.js';

/**
 * Text of the pages of a PDF, extracted by PDFium (`@hyzyla/pdfium`, optional) in a thread of bounded time and memory.
 * @throws ReadError `read/pdf` (a password, a damaged file, no library), `read/limit`.
 */
export async function pdfText(bytes: Uint8Array, limits: Limits): Promise<PdfText & { readonly milliseconds: number }> {
  const start = performance.now();
  const result = resultOf(await inWorker({ job: 'pdf-text', bytes }, limits), 'read/pdf', limits);
  const pages = 'pages' in result ? result.pages.map(cleaned) : [];
  return { pages, milliseconds: performance.now() - start };
}

/** A hyphen at the end of a line comes as U+0002, or as U+FFFE: the word goes on. */
function cleaned(text: string): string {
  return text
    .replaceAll('\u0002', '\ufffe')
    .replace(/\ufffe(?:\r?\n)?/g, '-')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
}
