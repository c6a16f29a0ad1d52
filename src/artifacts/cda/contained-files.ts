import type { Limits } from '../limits.js';
import { imageFormat } from '../media.js';
import { looksLikePdf } from '../pdf.js';
import type { ReadProblem } from '../read-error.js';
import type { Contained } from '../source.js';
import type { CdaContent } from './cda.js';
import type { CdaFile } from './encapsulated.js';
import { unfold } from './unfold.js';

/**
 * The files that a document holds, and what is doubtful of them. A body of level 1 that is not base64, or is empty, gives nothing: check
 * `cda/body-n1` says so, and the header is judged all the same.
 * @throws ReadError `read/zip-limit` for a compressed file that unfolds into too much.
 */
export function containedFiles(
  { document, body }: CdaContent,
  limits: Limits,
): { contains: Contained[]; reserves: ReadProblem[] } {
  const contains: Contained[] = [];
  const reserves: ReadProblem[] = [];
  const add = (file: CdaFile, stem: string): void => {
    const location = document.locate(file.node);
    const reserve = (reason: string, args: Record<string, string> = {}): void => {
      reserves.push({ code: 'read/forgiven', args: { reason, ...args }, location });
    };
    if (file.reference !== undefined) reserve('cda-external-file', { reference: file.reference.slice(0, 200) });
    if (file.representation !== 'B64') return;
    const encoded = file.decode();
    if (!encoded || encoded.length === 0) {
      if (body?.level === 3 && file.reference === undefined) reserve('cda-media-base64');
      return;
    }
    const { compression } = file;
    const unfolded = compression === undefined ? encoded : unfold(encoded, compression, limits, location);
    if (!unfolded) reserve('cda-not-compressed', { compression: compression ?? '' });
    const bytes = unfolded ?? encoded;
    contains.push({ name: `${stem}.${extensionOf(bytes, file.mediaType)}`, bytes });
  };
  if (body?.level === 1 && body.file) add(body.file, 'body');
  if (body?.level === 3) for (const file of body.media) add(file, file.isCopy ? 'copy' : 'media');
  return { contains, reserves };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/rtf': 'rtf',
  'application/dicom': 'dcm',
};

/** By what the bytes are, then by what they are said to be: a media type that lies is the matter of checks, not of reading. */
function extensionOf(bytes: Uint8Array, mediaType = ''): string {
  if (looksLikePdf(bytes)) return 'pdf';
  const image = imageFormat(bytes);
  if (image) return image;
  const extension = Object.hasOwn(EXTENSIONS, mediaType) ? (EXTENSIONS[mediaType] ?? 'bin') : 'bin';
  return extension === 'xml' && !/^(?:\xef\xbb\xbf)?\s*</.test(headOf(bytes)) ? 'bin' : extension;
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 200)).toString('latin1');
}
