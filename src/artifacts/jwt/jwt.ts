import { isObject, type JsonDocument, parseJson } from '../json/document.js';
import { LIMITS, type Limits } from '../limits.js';
import type { Location } from '../location.js';
import { overLimit, ReadError } from '../read-error.js';
import { decodeBase64Url } from '../text/base64.js';
import { decode } from '../text/decode.js';
import { SourceText } from '../text/source-text.js';

/** A JSON Web Token (RFC 7519) carried by a JWS, decoded but not verified. */
export interface JwtContent {
  /** How it is written (RFC 7515 §3): three parts, or a JSON object with one signature or a list of them. */
  readonly form: 'compact' | 'flattened' | 'general';
  /** JOSE header of the first signature. */
  readonly header: Readonly<Record<string, unknown>>;
  /** Those of the token inside, when there is one. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Names given more than once among the claims, whose last value counts (RFC 7519 §4). */
  readonly repeated: ReadonlySet<string>;
  /** The claims as written, to point at them. */
  readonly json: JsonDocument;
  /** The first signature in compact form: what a verification takes. */
  readonly token: string;
  readonly signatures: readonly JwsSignature[];
  /** The token that is the payload of this one (RFC 7519 §5.2). */
  readonly nested: JwtContent | undefined;
}

/** A signature over the payload. */
interface JwsSignature {
  /** Protected and unprotected members together. */
  readonly header: Readonly<Record<string, unknown>>;
  /** Members that the signature does not cover. */
  readonly unprotected: Readonly<Record<string, unknown>>;
  /** In compact form, with the payload. */
  readonly token: string;
}

/** One signature as it is written, with where its parts stand. */
interface Written {
  readonly protected: string;
  readonly payload: string;
  readonly signature: string;
  readonly unprotected: Readonly<Record<string, unknown>>;
  readonly where: { readonly header: Location; readonly payload: Location };
}

const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
const ENCRYPTED = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** True for three base64url parts of which the first is a JSON object. */
export function looksLikeJwt(text: string): boolean {
  const token = text.trim();
  return token.startsWith('eyJ') && COMPACT.test(token);
}

/** True for the five parts of an encrypted token (RFC 7516 §3.1). */
export function looksLikeJwe(text: string): boolean {
  const token = text.trim();
  if (!token.startsWith('eyJ') || !ENCRYPTED.test(token)) return false;
  const header = decodeBase64Url(token.slice(0, token.indexOf('.')));
  return header !== undefined && /"enc"\s*:/.test(Buffer.from(header).toString('latin1'));
}

/** A token as a JWT; undefined for what is none, or can't be read. */
export function jwtIn(text: string): JwtContent | undefined {
  try {
    return parseJwt(text);
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

/**
 * Reads a token in compact form. Positions of errors are in `text`; those of the claims are in the claims.
 * @throws ReadError `read/jwt`: it is encrypted, a part is not base64url or not a JSON object, a member of its header is given twice, or its header has an extension
 * that must be understood (RFC 7515 §4.1.11).
 */
export function parseJwt(text: string, limits: Limits = LIMITS, depth = 1): JwtContent {
  const token = text.trim();
  const start = text.length - text.trimStart().length;
  const source = new SourceText(text);
  const fail = (reason: string): never => {
    throw new ReadError('read/jwt', { reason }, source.locate(start));
  };
  if (looksLikeJwe(token)) fail('jwe');
  if (!COMPACT.test(token)) fail('not-three-parts');
  const [header = '', payload = '', signature = ''] = token.split('.');
  const where = { header: source.locate(start), payload: source.locate(start + header.length + 1) };
  return contentOf('compact', [{ protected: header, payload, signature, unprotected: {}, where }], limits, depth);
}

/**
 * Reads a token in a JSON serialization (RFC 7515 §7.2), or gives undefined for another value.
 * @throws ReadError `read/jwt` as `parseJwt` does.
 */
export function parseJsonJws(json: JsonDocument, limits: Limits): JwtContent | undefined {
  const { value } = json;
  if (!isObject(value)) return undefined;
  const isEncrypted = typeof value.ciphertext === 'string' && typeof value.iv === 'string';
  if (isEncrypted) throw new ReadError('read/jwt', { reason: 'jwe' }, json.locate(['ciphertext']));
  const { payload, signatures } = value;
  const isGeneral = Array.isArray(signatures);
  if (typeof payload !== 'string' || (!isGeneral && typeof value.signature !== 'string')) return undefined;
  // Nobody signs so often: each signature costs a header to read.
  if (isGeneral && signatures.length > limits.contained) throw overLimit(limits, 'contained', signatures.length);
  const written = (isGeneral ? signatures : [value]).map((each: unknown, index): Written => {
    const path = isGeneral ? ['signatures', index] : [];
    if (!isObject(each) || typeof each.signature !== 'string')
      throw new ReadError('read/jwt', { reason: 'jws-no-signature' }, json.locate(path));
    return {
      protected: typeof each.protected === 'string' ? each.protected : '',
      payload,
      signature: each.signature,
      unprotected: isObject(each.header) ? each.header : {},
      where: { header: json.locate([...path, 'protected']), payload: json.locate(['payload']) },
    };
  });
  return contentOf(isGeneral ? 'general' : 'flattened', written, limits, 1);
}

function contentOf(form: JwtContent['form'], written: readonly Written[], limits: Limits, depth: number): JwtContent {
  if (depth > limits.nesting) throw overLimit(limits, 'nesting', depth);
  const signatures = written.map((each) => signatureOf(each, limits));
  const [first] = written;
  const [signature] = signatures;
  if (!first || !signature) throw new ReadError('read/jwt', { reason: 'jws-no-signature' }, { line: 1, column: 1 });
  const payload = textOf(first.payload, 'claims-not-base64url', first.where.payload);
  const nested = looksLikeJwt(payload) || looksLikeJwe(payload) ? parseJwt(payload, limits, depth + 1) : undefined;
  // The fault of an issuer that repeats a claim is not that of who shows its token: RFC 7519 §4 lets a reader take the last one.
  const repeated = new Set<string>();
  const json = nested?.json ?? objectOf(payload, first.where.payload, limits, 'claims-not-object', repeated);
  return {
    form,
    header: signature.header,
    claims: nested?.claims ?? (json.value as Record<string, unknown>),
    repeated: nested?.repeated ?? repeated,
    json,
    token: signature.token,
    signatures,
    nested,
  };
}

function signatureOf(written: Written, limits: Limits): JwsSignature {
  const { unprotected, where } = written;
  const text = written.protected === '' ? '{}' : textOf(written.protected, 'header-not-base64url', where.header);
  const own = objectOf(text, where.header, limits, 'header-not-object').value as Record<string, unknown>;
  const fail = (reason: string): never => {
    throw new ReadError('read/jwt', { reason }, where.header);
  };
  if (Object.keys(unprotected).some((name) => Object.hasOwn(own, name))) fail('header-twice');
  const header = { ...unprotected, ...own };
  // Whoever does not know what it names must refuse the token: we know none, `b64` (RFC 7797) included.
  if (header.crit !== undefined) fail('crit');
  return { header, unprotected, token: `${written.protected}.${written.payload}.${written.signature}` };
}

function textOf(part: string, reason: string, location: Location): string {
  const bytes = decodeBase64Url(part);
  if (!bytes) throw new ReadError('read/jwt', { reason }, location);
  try {
    return decode(bytes, 'utf-8');
  } catch (error) {
    if (error instanceof ReadError) throw new ReadError('read/jwt', { reason: 'part-not-utf8' }, location);
    throw error;
  }
}

/** A part that must be a JSON object; what is wrong in it is shown by its path, and by the place of the part. */
function objectOf(
  text: string,
  location: Location,
  limits: Limits,
  reason: string,
  repeated?: Set<string>,
): JsonDocument {
  const problem = (said: string, path?: string): ReadError =>
    new ReadError('read/jwt', { reason: said }, { ...location, ...(path !== undefined && { path }) });
  let json: JsonDocument;
  try {
    json = parseJson(text, limits, repeated);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    if (error.code !== 'read/json') throw error;
    const said = String(error.args.reason);
    throw said === 'duplicate-key' || said === 'machinery-key' ? problem(said, error.location.path) : problem(reason);
  }
  if (!isObject(json.value)) throw problem(reason);
  return json;
}
