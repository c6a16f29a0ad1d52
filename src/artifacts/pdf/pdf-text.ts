/** The text of a PDF, extracted on demand: pages in order, lines parted by `\n`, without layout. A page that is an image has no text. */
export interface PdfText {
  readonly pages: readonly string[];
}
