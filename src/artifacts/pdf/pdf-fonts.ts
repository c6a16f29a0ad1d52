import type { PdfFile } from './pdf-file.js';
import type { PdfDictionary, PdfValue } from './pdf-value.js';

/** A font that the resources of a page, of a form or of a pattern name. */
export interface PdfFont {
  /** `BaseFont`, with its subset tag: `XVVQAA+Arial`; empty for a Type 3 font, which needs none. */
  readonly name: string;
  /** `Subtype`: `Type1`, `MMType1`, `TrueType`, `Type3`, or that of the descendant of a composite font, `CIDFontType0` or `CIDFontType2`. */
  readonly type: string;
  /** True when its program is in the file (ISO 32000-1 §9.9); a Type 3 font is its own program. */
  readonly embedded: boolean;
  /** True when a map to Unicode lets its text be extracted. */
  readonly toUnicode: boolean;
}

export function readFont(file: PdfFile, value: PdfValue): PdfFont | undefined {
  const font = file.dictionary(value);
  if (!font) return undefined;
  const descendant = file.dictionary(file.array(font.get('DescendantFonts'))[0]);
  const type = nameOf(file, (descendant ?? font).get('Subtype'));
  return {
    name: nameOf(file, font.get('BaseFont')),
    type,
    embedded: type === 'Type3' || hasProgram(file, descendant ?? font),
    toUnicode: file.stream(font.get('ToUnicode')) !== undefined,
  };
}

function hasProgram(file: PdfFile, font: PdfDictionary): boolean {
  const descriptor = file.dictionary(font.get('FontDescriptor'));
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => file.stream(descriptor?.get(key)) !== undefined);
}

/** A name without its slash; empty for anything else. */
export function nameOf(file: PdfFile, value: PdfValue | undefined): string {
  const name = file.resolve(value);
  return typeof name === 'string' ? name.slice(1) : '';
}
