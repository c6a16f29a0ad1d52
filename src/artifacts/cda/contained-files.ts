import type { Limits } from '../limits.js';
import { imageFormat } from '../media/formats.js';
import { looksLikePdf } from '../pdf/pdf.js';
import { overLimit, type ReadProblem } from '../read-error.js';
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
  let total = 0;
  // One reserve for each reason, at its first place: a document may hold a hundred thousand files.
  const reserves = new Map<string, ReadProblem>();
  const add = (file: CdaFile, stem: string): void => {
    const reserve = (reason: string, args: Record<string, string> = {}): void => {
      const count = Number(reserves.get(reason)?.args.count ?? 0) + 1;
      const first = reserves.get(reason) ?? {
        code: 'read/forgiven',
        args: { reason, ...args },
        location: document.locate(file.node),
      };
      reserves.set(reason, { ...first, args: { ...first.args, count } });
    };
    if (file.reference !== undefined) reserve('cda-external-file', { reference: file.reference.slice(0, 200) });
    if (file.representation !== 'B64') return;
    const encoded = file.decode();
    if (!encoded || encoded.length === 0) {
      if (body?.level === 3 && file.reference === undefined) reserve('cda-media-base64');
      return;
    }
    const { compression } = file;
    const unfolded =
      compression === undefined ? encoded : unfold(encoded, compression, limits, document.locate(file.node));
    if (!unfolded) reserve('cda-not-compressed', { compression: compression ?? '' });
    const bytes = unfolded ?? encoded;
    // A few kilobytes unfold into a megabyte each time.
    total += bytes.length;
    if (total > limits.zipTotalBytes) throw overLimit(limits, 'zipTotalBytes', total, document.locate(file.node));
    if (contains.length >= limits.contained) throw overLimit(limits, 'contained', contains.length + 1);
    contains.push({ name: `${stem}.${extensionOf(bytes, file.mediaType)}`, bytes });
  };
  if (body?.level === 1 && body.file) add(body.file, 'body');
  if (body?.level === 3) for (const file of body.media) add(file, file.isCopy ? 'copy' : 'media');
  return { contains, reserves: [...reserves.values()] };
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
