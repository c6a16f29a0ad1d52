import type { Limits } from './limits.js';
import type { PdfText } from './pdf/pdf-text.js';
import { ReadError, type ReadProblem } from './read-error.js';
import type { Contained, Recognised, Source } from './source.js';

/** What optional libraries read of pages and images, in a thread of bounded time and memory: given by who may start one. */
interface Extractors {
  /** With how long it took. @throws ReadError when the text can't be extracted. */
  pdfText(bytes: Uint8Array, limits: Limits): Promise<PdfText & { readonly milliseconds?: number }>;
  /** Datamatrices as files that hold their characters. @throws ReadError when they can't be searched. */
  findDatamatrices(bytes: Uint8Array, kind: 'image' | 'pdf', limits: Limits): Promise<Contained[]>;
}

/** What is read on demand only, because it takes a hundred times longer than the rest. */
export interface ReadOptions {
  /** Extracts the text of the pages of a PDF: `PdfContent.text`. */
  readonly pdfText?: boolean;
  /** Searches images and pages for datamatrices, which become contained artifacts. A file may declare it for itself. */
  readonly datamatrix?: boolean;
  /** Nothing but CDA documents is looked at: the files that they hold are neither decoded nor listed, and no text of a PDF is extracted. */
  readonly onlyCda?: boolean;
  /** Called with each file that is read, then with what it contains; what a container tells the kind of has its places in that one. */
  readonly onBytes?: (path: string, bytes: Uint8Array) => void;
  /** Needed for both. */
  readonly extractors?: Extractors;
}

/** Adds the datamatrices of an image or of a PDF to what it contains, when they are asked for. */
export async function withDatamatrices<K extends 'image' | 'pdf'>(
  recognised: Recognised<K>,
  { bytes, limits, options }: Source,
): Promise<Recognised<K>> {
  if (!options.datamatrix) return recognised;
  const found = await attempt('read/datamatrix', () =>
    options.extractors?.findDatamatrices(bytes, recognised.kind, limits),
  );
  const codes = 'value' in found ? found.value : [{ ...NOTHING, problem: found.problem }];
  return { ...recognised, contains: [...(recognised.contains ?? []), ...codes] };
}

/** Adds its text to a PDF, when it is asked for. Without it the PDF is read all the same. */
export async function withText(
  recognised: Recognised<'pdf'>,
  { bytes, limits, options }: Source,
): Promise<Recognised<'pdf'>> {
  if (!options.pdfText) return recognised;
  const text = await attempt('read/pdf', () => options.extractors?.pdfText(bytes, limits));
  if ('value' in text) return { ...recognised, content: { ...recognised.content, text: text.value } };
  return { ...recognised, reserves: [...(recognised.reserves ?? []), text.problem] };
}

/** What stands for a datamatrix that could not be read, or that is not there. */
export const NOTHING: Contained = { name: 'datamatrix', bytes: new Uint8Array() };

async function attempt<T>(
  code: 'read/datamatrix' | 'read/pdf',
  extract: () => Promise<T> | undefined,
): Promise<{ value: T } | { problem: ReadProblem }> {
  try {
    const value = await extract();
    return value === undefined ? { problem: new ReadError(code, { reason: 'no-library' }) } : { value };
  } catch (error) {
    if (error instanceof ReadError) return { problem: error };
    throw error;
  }
}
