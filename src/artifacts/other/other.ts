import type { Kind } from '../artifact.js';
import type { Person } from '../people/person.js';

/** A file that no reader knows: why, and what it comes nearest to. Texts are in the catalogue under `unrecognised/…`. */
export interface OtherContent {
  readonly code: OtherCode;
  readonly args: Readonly<Record<string, string>>;
  /** The kind that it would be with what is missing, when there is one. */
  readonly nearest: Kind | undefined;
  /** Whom it names, to be hidden: its name may tell whom it is about. */
  readonly people?: readonly Person[];
}

export type OtherCode =
  | 'unrecognised/xml-root'
  | 'unrecognised/xml-signature'
  | 'unrecognised/html'
  | 'unrecognised/doctype'
  | 'unrecognised/empty'
  | 'unrecognised/tnef'
  | 'unrecognised/compressed'
  | 'unrecognised/office'
  | 'unrecognised/capture'
  | 'unrecognised/pem'
  | 'unrecognised/table'
  | 'unrecognised/json'
  | 'unrecognised/archive'
  | 'unrecognised/signed'
  | 'unrecognised/encrypted'
  | 'unrecognised/text'
  | 'unrecognised/binary';
