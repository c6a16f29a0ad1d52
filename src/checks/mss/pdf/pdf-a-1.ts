import type { PdfContent } from '../../../artifacts/pdf/pdf.js';

/** Why a file is no PDF/A-1, as far as can be told without validating it, and what shows it; undefined when nothing does. */
export function pdfA1Fault(
  content: PdfContent,
): { rule: 'encrypted' } | { rule: 'not-pdfa' | 'not-allowed'; actual: string } | undefined {
  // Its metadata are encrypted too: it can't tell what it is.
  if (content.encrypted) return { rule: 'encrypted' };
  if (content.pdfa?.part !== '1') return { rule: 'not-pdfa', actual: identityOf(content) };
  const marks = forbiddenIn(content);
  return marks.length > 0 ? { rule: 'not-allowed', actual: marks.join(', ') } : undefined;
}

function identityOf({ pdfa, version }: PdfContent): string {
  return pdfa ? `PDF/A-${pdfa.part}${pdfa.conformance}` : `PDF ${version}`;
}

/** What PDF/A-1 forbids, by the key of the file that shows it and its clause of ISO 19005-1. */
const FORBIDDEN: Partial<Record<PdfContent['features'][number], string>> = {
  'object-streams': '/ObjStm (§6.1.4)',
  'xref-streams': '/XRef (§6.1.4)',
  'compressed-metadata': '/Metadata /Filter (§6.7.2)',
  'no-id': '/ID (§6.1.3)',
  lzw: '/LZWDecode (§6.1.10)',
  transparency: '/SMask, /Transparency (§6.4)',
  'optional-content': '/OCProperties (§6.1.13)',
  xfa: '/XFA (§6.9)',
};

const ACTIONS = new Set(['JavaScript', 'Launch', 'Sound', 'Movie', 'ResetForm', 'ImportData']);

/** Only what is sure without validating: a font that no page shows need not be in the file. */
function forbiddenIn({ features, actions, embeddedFiles }: PdfContent): string[] {
  return [
    ...features.flatMap((feature) => FORBIDDEN[feature] ?? []),
    ...new Set(actions.filter(({ type }) => ACTIONS.has(type)).map(({ type }) => `/${type} (§6.6.1)`)),
    ...(embeddedFiles.length > 0 ? ['/EmbeddedFiles (§6.1.11)'] : []),
  ];
}
