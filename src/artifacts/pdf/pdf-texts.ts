import { type Artifact, contained, isKind } from '../artifact.js';
import type { ReadOptions } from '../extractors.js';
import type { Limits } from '../limits.js';
import { overLimit, ReadError, type ReadProblem } from '../read-error.js';
import type { PdfText } from './pdf-text.js';

/** Milliseconds that the text of a usual PDF may take: what the PDFs of a file take beyond counts together. */
const USUAL = 250;

/**
 * True for a mail whose copies a check must read: beside documents whose copy is another file than theirs (level 3), or that replace others and must
 * say so. The copy of any other document is compared by its bytes, and no library is loaded for it.
 */
export function needsPdfTexts(artifact: Artifact): boolean {
  if (!isKind(artifact, 'mail') || artifact.declared.role === 'incoming') return false;
  return contained(artifact, 'cda').some((cda) => cda.content.body?.level === 3 || replaces(cda));
}

function replaces({ content }: Artifact<'cda'>): boolean {
  return content.root.childrenNamed('relatedDocument').some((related) => related.attribute('typeCode') === 'RPLC');
}

/** The texts of the PDFs of one file: each is extracted once, and all that is slow together takes no more than one may. */
export class PdfTexts {
  readonly #known = new Map<string, Promise<PdfText | ReadProblem>>();
  #slow = 0;

  constructor(
    readonly limits: Limits,
    readonly extractors: ReadOptions['extractors'],
  ) {}

  /** The PDF with its text, or with why it has none. */
  async added(pdf: Artifact<'pdf'>, bytes: Uint8Array): Promise<Artifact<'pdf'>> {
    const known = this.#known.get(pdf.sha256) ?? this.#extracted(bytes);
    this.#known.set(pdf.sha256, known);
    const text = await known;
    if ('pages' in text) return { ...pdf, content: { ...pdf.content, text } };
    if (text.args.reason === 'no-library') return { ...pdf, content: { ...pdf.content, noText: 'no-library' } };
    return { ...pdf, content: { ...pdf.content, noText: 'failed' }, reserves: [...(pdf.reserves ?? []), text] };
  }

  async #extracted(bytes: Uint8Array): Promise<PdfText | ReadProblem> {
    const { limits, extractors } = this;
    if (!extractors) return new ReadError('read/pdf', { reason: 'no-library' });
    if (this.#slow > limits.readMilliseconds) return overLimit(limits, 'readMilliseconds', Math.round(this.#slow));
    try {
      const { pages, milliseconds = 0 } = await extractors.pdfText(bytes, limits);
      this.#slow += Math.max(0, milliseconds - USUAL);
      return { pages };
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      // One that exceeds a limit may have taken all its time.
      if (error.args.limit !== undefined) this.#slow += limits.readMilliseconds;
      return error;
    }
  }
}
