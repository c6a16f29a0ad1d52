import type { LimitName, Limits } from './limits.js';
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
  | 'read/soap'
  | 'read/hl7v2'
  | 'read/hl7v2-data'
  | 'read/fhir'
  | 'read/oidc'
  | 'read/log'
  | 'read/pdf'
  | 'read/media'
  | 'read/datamatrix'
  | 'read/limit'
  | 'read/nesting'
  | 'read/not-as-named'
  | 'read/refused'
  | 'read/forgiven'
  | 'read/redacted'
  | 'read/stopped'
  | 'read/failed';

/** What a reader could not read, or read with a reserve. */
export interface ReadProblem {
  readonly code: ReadCode;
  readonly location: Location;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Thrown by a reader for input that cannot be read; becomes a finding on the file, never a verdict on its conformity. */
export class ReadError extends Error implements ReadProblem {
  constructor(
    readonly code: ReadCode,
    readonly args: Readonly<Record<string, string | number>> = {},
    readonly location: Location = {},
  ) {
    super(code);
    this.name = 'ReadError';
  }
}

/** Codes of the limits that have a text of their own. */
const CODES: Partial<Record<LimitName, ReadCode>> = {
  fileBytes: 'read/too-large',
  mediaBytes: 'read/too-large',
  nesting: 'read/nesting',
  contained: 'read/zip-limit',
  containedValues: 'read/zip-limit',
  xmlDepth: 'read/xml-limit',
  xmlNodes: 'read/xml-limit',
  xmlNodesPerKilobyte: 'read/xml-limit',
  xmlAttributes: 'read/xml-limit',
  xmlName: 'read/xml-limit',
  xmlText: 'read/xml-limit',
  jsonDepth: 'read/json-limit',
  jsonValues: 'read/json-limit',
  zipEntries: 'read/zip-limit',
  zipEntryBytes: 'read/zip-limit',
  zipTotalBytes: 'read/zip-limit',
  zipRatio: 'read/zip-limit',
  mailParts: 'read/mail-limit',
  mailDepth: 'read/mail-limit',
  mailHeaderBytes: 'read/mail-limit',
  mailFields: 'read/mail-limit',
  mailMessages: 'read/mail-limit',
};

/** A limit that was exceeded, with its figure. `actual` is what was met when reading stopped: what follows may hold more. */
export function overLimit(limits: Limits, limit: LimitName, actual: number, location: Location = {}): ReadError {
  return new ReadError(CODES[limit] ?? 'read/limit', { limit, maximum: limits[limit], actual }, location);
}

/** Counts values that were read of what a file contains, all its contents together. @throws ReadError past the limit. */
export function spend(limits: Limits, values: number, location?: Location): void {
  const { spent } = limits;
  if (!spent) return;
  spent.values += values;
  if (spent.values > limits.containedValues) throw overLimit(limits, 'containedValues', spent.values, location);
}
