/**
 * A 2D-Doc, the signed code of the French administration (ANTS, "Spécifications techniques des codes à barres 2D-Doc"). It is read so far as it
 * shows that it is no datamatrix INS: its fields are not parted, its signature is not verified.
 */
export interface TwoDDoc {
  readonly form: '2d-doc';
  readonly text: string;
  /** `01` to `04`. */
  readonly version: string;
  /** Certification authority, e.g. `FR00`. */
  readonly authority: string;
  readonly certificate: string;
  /** Type of document, two characters. */
  readonly type: string;
  /** The message behind the header. */
  readonly data: string;
  /** Base32, behind ASCII 31. */
  readonly signature: string | undefined;
}

/** Length of the header by version: versions 3 and 4 add a perimeter, then a country. */
const HEADER_LENGTH: Readonly<Record<string, number>> = { '03': 24, '04': 26 };

/** @param text the characters of a code that starts as a 2D-Doc. */
export function readTwoDDoc(text: string): TwoDDoc {
  const version = text.slice(2, 4);
  const mark = text.lastIndexOf('\x1f');
  return {
    form: '2d-doc',
    text,
    version,
    authority: text.slice(4, 8),
    certificate: text.slice(8, 12),
    type: text.slice(20, 22),
    data: text.slice(HEADER_LENGTH[version] ?? 22, mark === -1 ? text.length : mark),
    signature: mark === -1 ? undefined : text.slice(mark + 1),
  };
}
