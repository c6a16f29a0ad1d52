import { ReadError } from '../read-error.js';

/**
 * A datamatrix INS: a header of 26 characters, then fields in any order. Source: "INS – Format datamatrix" 2.2 of the ANS, known through two
 * independent implementations and the style sheet of the ANS. It is not signed.
 */
export interface InsDatamatrix {
  readonly form: 'ins';
  /** All its characters, separators included. */
  readonly text: string;
  /** `01`. */
  readonly version: string;
  /** The 22 characters behind the version: zeros. */
  readonly reserved: string;
  readonly fields: readonly DatamatrixField[];
}

interface DatamatrixField {
  /** `S1` to `S7`; others are kept as they stand. */
  readonly id: string;
  readonly name: InsFieldName | undefined;
  readonly value: string;
  /** What ended it: a separator (ASCII 29), its greatest length, or the end of the code. */
  readonly endedBy: 'separator' | 'length' | 'end';
  /** Rank of the first character of its id in `text`, 1-based. */
  readonly column: number;
}

type InsFieldName = 'matricule' | 'oid' | 'given-names' | 'birth-name' | 'sex' | 'birth-date' | 'birth-place';

/** Lengths: `min` equals `max` for a field of fixed length, which no separator ends. */
const FIELDS: ReadonlyMap<string, { readonly name: InsFieldName; readonly min: number; readonly max: number }> =
  new Map([
    ['S1', { name: 'matricule', min: 15, max: 15 }],
    ['S2', { name: 'oid', min: 19, max: 20 }],
    ['S3', { name: 'given-names', min: 1, max: 100 }],
    ['S4', { name: 'birth-name', min: 1, max: 100 }],
    ['S5', { name: 'sex', min: 1, max: 1 }],
    ['S6', { name: 'birth-date', min: 10, max: 10 }],
    ['S7', { name: 'birth-place', min: 5, max: 5 }],
  ]);

const HEADER_LENGTH = 26;
const SEPARATOR = '\x1d';

/**
 * @param text the characters of the code, control characters as such.
 * @throws ReadError `read/datamatrix` when its fields can't be told apart: a cut header, an id that is none, a length that is not its field's.
 */
export function readInsDatamatrix(text: string): InsDatamatrix {
  const header = /^IS(\d\d)([0-9A-Z]{22})/.exec(text);
  if (!header) throw new ReadError('read/datamatrix', { reason: 'datamatrix-header' }, { line: 1, column: 1 });
  const fields: DatamatrixField[] = [];
  let at = HEADER_LENGTH;
  while (at < text.length) {
    const field = fieldAt(text, at);
    fields.push(field);
    at += 2 + field.value.length + (field.endedBy === 'separator' ? 1 : 0);
  }
  if (fields.length === 0)
    throw new ReadError('read/datamatrix', { reason: 'datamatrix-no-field' }, { line: 1, column: at });
  return { form: 'ins', text, version: header[1] ?? '', reserved: header[2] ?? '', fields };
}

function fieldAt(text: string, at: number): DatamatrixField {
  const column = at + 1;
  const id = text.slice(at, at + 2);
  if (!/^[A-Z][0-9A-Z]$/.test(id)) throw problem('datamatrix-id', id, column);
  const known = FIELDS.get(id);
  const next = text.indexOf(SEPARATOR, at + 2);
  const stop = next === -1 ? text.length : next;
  // The length of an unknown field is not known: it goes up to the separator.
  const end = Math.min(stop, known ? at + 2 + known.max : stop);
  const value = text.slice(at + 2, end);
  if (known && value.length < known.min) throw problem('datamatrix-length', id, column);
  const endedBy = text[end] === SEPARATOR ? 'separator' : end === text.length ? 'end' : 'length';
  return { id, name: known?.name, value, endedBy, column };
}

function problem(reason: string, id: string, column: number): ReadError {
  return new ReadError('read/datamatrix', { reason, id }, { line: 1, column, path: id });
}
