import { decodeJwt, decodeProtectedHeader } from 'jose';
import { decodeBase64Url } from './base64.js';
import { type JsonDocument, parseJson } from './json-document.js';
import { ReadError } from './read-error.js';

/** A JSON Web Token in compact form (RFC 7519), decoded but not verified. */
export interface JwtContent {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** The claims as written, to point at them. */
  readonly json: JsonDocument;
  readonly token: string;
}

const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** True for three base64url parts of which the first is a JSON object. */
export function looksLikeJwt(text: string): boolean {
  const token = text.trim();
  return COMPACT.test(token) && token.startsWith('eyJ');
}

/** @throws ReadError `read/jwt` when a part is not base64url or not a JSON object. */
export function parseJwt(text: string): JwtContent {
  const token = text.trim();
  try {
    const claims = decodeBase64Url(token.split('.')[1] ?? '');
    if (!claims) throw new Error('claims-not-base64url');
    return {
      header: decodeProtectedHeader(token),
      claims: decodeJwt(token),
      json: parseJson(Buffer.from(claims).toString('utf8')),
      token,
    };
  } catch (error) {
    throw new ReadError('read/jwt', { reason: error instanceof Error ? error.message : String(error) });
  }
}
