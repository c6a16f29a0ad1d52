import type { JsonDocument } from '../json-document.js';

/** A document of an OpenID provider. */
export interface OidcContent {
  readonly json: JsonDocument;
}
