import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { decodeBase64Url } from '../text/base64.js';
import type { JwtContent } from './jwt.js';

/** A key as a set publishes it (RFC 7517 §4), not yet looked at. */
export type Jwk = Readonly<Record<string, unknown>>;

/**
 * What comes of verifying a signature against keys. `unsigned`: no published key can have made it, as with `none` or a shared secret (HS*).
 * `unknown-key`: the keys hold none that the token names. `unsuitable-key`: the one that it names is for another use or algorithm, or can't be read.
 */
export type SignatureVerdict =
  | 'valid'
  | 'forged'
  | 'unsigned'
  | 'unknown-algorithm'
  | 'unknown-key'
  | 'unsuitable-key'
  | 'weak-key';

interface Algorithm {
  readonly keyType: 'RSA' | 'EC' | 'OKP';
  readonly curve?: string;
  readonly hash: string | null;
  readonly options?: { readonly padding?: number; readonly saltLength?: number; readonly dsaEncoding?: 'ieee-p1363' };
}

const pkcs = (bits: number): Algorithm => ({
  keyType: 'RSA',
  hash: `sha${bits}`,
  options: { padding: constants.RSA_PKCS1_PADDING },
});
const pss = (bits: number): Algorithm => ({
  keyType: 'RSA',
  hash: `sha${bits}`,
  options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: bits / 8 },
});
const ecdsa = (bits: number, curve: string): Algorithm => ({
  keyType: 'EC',
  curve,
  hash: `sha${bits}`,
  options: { dsaEncoding: 'ieee-p1363' },
});
const EDWARDS: Algorithm = { keyType: 'OKP', curve: 'Ed25519', hash: null };

/** RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2.2: those that sign with a private key. */
const ALGORITHMS: ReadonlyMap<unknown, Algorithm> = new Map([
  ['RS256', pkcs(256)],
  ['RS384', pkcs(384)],
  ['RS512', pkcs(512)],
  ['PS256', pss(256)],
  ['PS384', pss(384)],
  ['PS512', pss(512)],
  ['ES256', ecdsa(256, 'P-256')],
  ['ES384', ecdsa(384, 'P-384')],
  ['ES512', ecdsa(512, 'P-521')],
  ['EdDSA', EDWARDS],
  ['Ed25519', EDWARDS],
]);

/** RFC 7518 §3.3, §3.5: a shorter RSA key must not be used. */
const LEAST_MODULUS = 2048;

/** Nobody uses a longer RSA key, whose computation takes long: OpenSSL goes up to 16384 bits. */
const MOST_MODULUS = 8192;

/** Nobody publishes so many keys under one name, or without any: each costs a verification, of each token of a capture. */
const MOST_TRIED = 4;

/** Characters of a public exponent: six bytes. Verifying with a longer one, which nobody uses, takes long. */
const LONGEST_EXPONENT = 8;

/** True for an algorithm that no published key can have: none, or a code of a shared secret. */
export function isUnsigned(algorithm: unknown): boolean {
  return typeof algorithm !== 'string' || /^(?:none$|HS)/i.test(algorithm);
}

/** Verifies a token's signature against published keys: those that its `kid` names, or any that suits without one. */
export function verifySignature(
  { header, token }: Pick<JwtContent, 'header' | 'token'>,
  keys: readonly Jwk[],
): SignatureVerdict {
  if (isUnsigned(header.alg)) return 'unsigned';
  const algorithm = ALGORITHMS.get(header.alg);
  if (!algorithm) return 'unknown-algorithm';
  const { kid } = header;
  const named = kid === undefined ? keys : keys.filter((key) => typeof kid === 'string' && key.kid === kid);
  const suitable = named.filter((key) => suits(key, header.alg, algorithm));
  if (suitable.length === 0) return named.length > 0 && kid !== undefined ? 'unsuitable-key' : 'unknown-key';
  const tried = suitable.slice(0, MOST_TRIED).map((key) => verdictOf(token, key, algorithm));
  if (tried.includes('valid')) return 'valid';
  if (suitable.length > MOST_TRIED) return 'unknown-key';
  return tried.find((verdict) => verdict === 'forged') ?? tried[0] ?? 'unsuitable-key';
}

/** What a key says of its own use (RFC 7517 §4.2–4.4) allows the algorithm. */
function suits(key: Jwk, name: unknown, { keyType, curve }: Algorithm): boolean {
  const { kty, crv, use, alg, key_ops } = key;
  const mayVerify = key_ops === undefined || (Array.isArray(key_ops) && key_ops.includes('verify'));
  const isOfType = kty === keyType && (curve === undefined || crv === curve);
  return isOfType && mayVerify && (use === undefined || use === 'sig') && (alg === undefined || alg === name);
}

function verdictOf(token: string, jwk: Jwk, { hash, options }: Algorithm): SignatureVerdict {
  const key = keyOf(jwk);
  if (!key) return 'unsuitable-key';
  const modulus = key.asymmetricKeyDetails?.modulusLength;
  if (modulus !== undefined && modulus < LEAST_MODULUS) return 'weak-key';
  if (modulus !== undefined && modulus > MOST_MODULUS) return 'unsuitable-key';
  const end = token.lastIndexOf('.');
  const signature = decodeBase64Url(token.slice(end + 1));
  if (!signature) return 'forged';
  try {
    return verify(hash, Buffer.from(token.slice(0, end)), { key, ...options }, signature) ? 'valid' : 'forged';
  } catch {
    // A key that OpenSSL takes and then refuses to compute with, e.g. of a modulus beyond its limit.
    return 'unsuitable-key';
  }
}

const known = new WeakMap<Jwk, { readonly key: KeyObject | undefined }>();

function keyOf(jwk: Jwk): KeyObject | undefined {
  const before = known.get(jwk);
  if (before) return before.key;
  const key = imported(jwk);
  known.set(jwk, { key });
  return key;
}

/** The public half alone, whatever else was published. */
function imported({ kty, n, e, crv, x, y }: Jwk): KeyObject | undefined {
  if (typeof e === 'string' && e.length > LONGEST_EXPONENT) return undefined;
  const given = Object.entries({ kty, n, e, crv, x, y }).filter(([, value]) => value !== undefined);
  try {
    return createPublicKey({ key: Object.fromEntries(given), format: 'jwk' });
  } catch {
    return undefined;
  }
}
