import type { Location } from './location.js';

/** Codes of reader problems; texts are in the catalogue under `read/…`. */
export type ReadCode =
  | 'read/empty'
  | 'read/too-large'
  | 'read/encoding'
  | 'read/xml'
  | 'read/xml-doctype'
  | 'read/xml-limit'
  | 'read/json'
  | 'read/json-limit'
  | 'read/har'
  | 'read/jwt'
  | 'read/zip'
  | 'read/zip-unsafe-name'
  | 'read/zip-limit'
  | 'read/zip-entry'
  | 'read/mail'
  | 'read/mail-base64'
  | 'read/mail-limit'
  | 'read/nesting'
  | 'read/not-as-named'
  | 'read/refused'
  | 'read/failed';

/** Thrown by a reader for input that cannot be read; becomes a finding on the file, never a verdict on its conformity. */
export class ReadError extends Error {
  constructor(
    readonly code: ReadCode,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly location: Location = {},
  ) {
    super(code);
    this.name = 'ReadError';
  }
}
