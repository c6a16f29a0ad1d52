import { createHash } from 'node:crypto';
import { decodeBase64Url } from '../artifacts/text/base64.js';

/** A signed token in compact form, wherever it stands in a text. */
export const TOKEN = /(?<![\w.-])e[wy][A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]{3,}\.[A-Za-z0-9_-]*(?![\w.-])/g;

/** A token that a log or a form of a mail wrote on several lines. */
export const FOLDED_TOKEN = /(?<![\w.-])e[wy][\w.-]{30,}(?:\r?\n[ \t]*[\w.-]{1,8000}(?=[\s"'<,;]|$))+/g;

/** What reads and writes the parts of a token. */
export interface TokenTools {
  /** Replaces what a JSON text holds. */
  readonly json: (text: string) => string;
  /** The mark that stands for a signature. */
  readonly signature: (written: string) => string;
}

/** True for three parts of which the first two are JSON objects. */
export function looksLikeCompactToken(text: string): boolean {
  const [header = '', claims = '', , more] = text.trim().split('.');
  return more === undefined && text.includes('.') && objectOf(header) !== undefined && objectOf(claims) !== undefined;
}

/** The same token for nobody: header and claims stay readable, the signature is a mark; undefined for what is no token. */
export function replaceToken(token: string, tools: TokenTools): string | undefined {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const [readHeader, readClaims] = [objectOf(header), objectOf(claims)];
  if (readHeader === undefined || readClaims === undefined) return undefined;
  const rewritten = (part: string, text: string): string => {
    const replaced = tools.json(text);
    return replaced === text ? part : Buffer.from(replaced).toString('base64url');
  };
  const parts = [rewritten(header, readHeader), rewritten(claims, readClaims)];
  return [...parts, signature === '' ? '' : tools.signature(signature)].join('.');
}

function objectOf(part: string): string | undefined {
  const bytes = decodeBase64Url(part);
  if (!bytes) return undefined;
  const text = Buffer.from(bytes).toString('utf8');
  return /^\s*\{[\s\S]*\}\s*$/.test(text) && !text.includes('\ufffd') ? text : undefined;
}

/** The left half of the hash of a token or a code, as `at_hash` and `c_hash` write it (OpenID Connect Core §3.1.3.6), with each hash of JWA. */
export function halfHashes(text: string): string[] {
  return ['sha256', 'sha384', 'sha512'].map((name) => {
    const hash = createHash(name).update(text, 'latin1').digest();
    return hash.subarray(0, hash.length / 2).toString('base64url');
  });
}

/** `code_challenge` of a verifier (RFC 7636 §4.2). */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'latin1').digest('base64url');
}
