/** What a PDF says of itself. Identification is not validation: only a PDF/A validator can say that a file conforms. */
export interface PdfContent {
  /** Version of the header, e.g. `1.4`. */
  readonly version: string;
  readonly encrypted: boolean;
  /** PDF/A part and conformance level of the XMP metadata (ISO 19005-1 §6.7.11), e.g. part `1`, conformance `B`. */
  readonly pdfa: { readonly part: string; readonly conformance: string } | undefined;
}

/** True when `%PDF-` stands in the first kilobyte, as readers accept it. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

export function readPdf(bytes: Uint8Array): PdfContent {
  // PDF/A-1 forbids compressing the metadata and hiding objects in streams: its marks are readable bytes.
  const text = Buffer.from(bytes).toString('latin1');
  const part = identification(text, 'part');
  return {
    version: /%PDF-(\d\.\d)/.exec(text.slice(0, 1024))?.[1] ?? '',
    encrypted: /\/Encrypt\s+\d+\s+\d+\s+R/.test(text),
    pdfa: part === undefined ? undefined : { part, conformance: identification(text, 'conformance') ?? '' },
  };
}

/** XMP writes a property as an element or as an attribute. */
function identification(text: string, property: 'part' | 'conformance'): string | undefined {
  const found = new RegExp(`pdfaid:${property}\\s*(?:=\\s*["']([^"']*)["']|>([^<]*)<)`).exec(text);
  return (found?.[1] ?? found?.[2])?.trim();
}
