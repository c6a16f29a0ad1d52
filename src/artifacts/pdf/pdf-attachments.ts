import type { Contained } from '../source.js';
import type { PdfFile, PdfStream } from './pdf-file.js';
import { textOf } from './pdf-value.js';
import type { Visit } from './pdf-walk.js';

/** A file inside a PDF, by a file specification (ISO 32000-1 §7.11.4). */
interface Attachment {
  readonly name: string;
  readonly stream: PdfStream;
  /** Number of the object of its data. */
  readonly object: number;
}

/** Embedded files and those of annotations, each once, by the order of the document. */
export function attachmentsOf(file: PdfFile, visits: readonly Visit[]): Attachment[] {
  const attachments = new Map<number, Attachment>();
  for (const { dictionary } of visits) {
    const embedded = file.dictionary(dictionary.get('EF'));
    const reference = embedded?.get('UF') ?? embedded?.get('F');
    const stream = file.stream(reference);
    if (!stream || typeof reference !== 'object' || reference === null || !('object' in reference)) continue;
    const name = textOf(file.resolve(dictionary.get('UF'))) ?? textOf(file.resolve(dictionary.get('F'))) ?? '';
    const object = reference.object;
    if (!attachments.has(object)) attachments.set(object, { name: name || `${object} 0 obj`, stream, object });
  }
  return [...attachments.values()];
}

/** @throws ReadError past the limit on what streams unfold into. */
export function containedFile(file: PdfFile, { name, stream, object }: Attachment): Contained {
  const bytes = file.data(stream);
  if (bytes) return { name, bytes };
  const location = { path: `${object} 0 obj` };
  return { name, bytes: Buffer.alloc(0), problem: { code: 'read/pdf', args: { reason: 'pdf-stream' }, location } };
}
