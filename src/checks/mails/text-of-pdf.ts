import type { Artifact } from '../../artifacts/artifact.js';
import type { Need } from '../define.js';

/** The text of the pages of a PDF, or why nothing can be said of it: nobody could read it, or its pages are images. */
export function textOfPdf({ content: { text, noText } }: Artifact<'pdf'>): { readonly text: string } | Need {
  const whole = text?.pages.join('\n') ?? '';
  if (/\p{L}{2}/u.test(whole)) return { text: whole };
  return { code: noText === 'no-library' ? 'need/pdf-reader' : 'need/pdf-text' };
}
