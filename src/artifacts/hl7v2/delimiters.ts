import { ReadError } from '../read-error.js';

/** The separators that a message says in MSH-1 and MSH-2 (HL7 v2.5 §2.5.4), one UTF-16 unit each. */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
  /** Since HL7 v2.7. */
  readonly truncation: string | undefined;
}

/** Letters, digits, blanks and controls separate nothing. */
const UNFIT = /[\p{L}\p{N}\s\p{C}]/u;

/**
 * Separators that an MSH, FHS or BHS segment says.
 *
 * @param text starts with that segment.
 * @throws ReadError `read/hl7v2` when they are missing, repeated or can't be told from values.
 */
export function readDelimiters(text: string, line: number, column: number): Delimiters {
  const name = text.slice(0, 3);
  const refused = (reason: string, field: 1 | 2, at: number): ReadError =>
    new ReadError('read/hl7v2', { reason }, { line, column: column + at, path: `${name}[1]-${field}` });
  const field = text.charAt(3);
  if (field === '' || UNFIT.test(field)) throw refused('no-field-separator', 1, 3);
  const [, encoding = ''] = /^[^\r\n]*/.exec(text.slice(3, 64))?.[0].split(field) ?? [];
  if (encoding.length < 4) throw refused('delimiters-missing', 2, 4);
  const unfit = encoding
    .slice(0, 5)
    .split('')
    .findIndex((each) => UNFIT.test(each));
  if (unfit !== -1) throw refused('delimiter-unfit', 2, 4 + unfit);
  if (encoding.length > 5) throw refused('delimiters-many', 2, 4);
  if (new Set(encoding).size !== encoding.length) throw refused('delimiter-repeated', 2, 4);
  const [component = '', repetition = '', escaping = '', subcomponent = '', truncation] = encoding;
  return { field, component, repetition, escape: escaping, subcomponent, truncation };
}
