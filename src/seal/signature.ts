import { createPrivateKey, createPublicKey, type KeyObject, sign, verify, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { isObject } from '../artifacts/json/document.js';
import { parsedJson } from '../artifacts/json/parsed-json.js';
import { chainOf } from '../checks/signatures/chain.js';
import { oneLine } from '../checks/signatures/trust.js';
import { readTrust } from '../dossier/trust-anchors.js';
import { UserError } from '../dossier/user-error.js';
import { SEAL_SCHEMA } from './seal-list.js';

const SIGNATURE_SCHEMA = 'segur-check/signature/1';
/** Bytes of a file of keys, or of a signature. */
const MAX_BYTES = 1024 * 1024;

/** The detached signature of a seal: the JSON file beside it. */
export interface SealSignature {
  readonly schema: typeof SIGNATURE_SCHEMA;
  readonly algorithm: Algorithm;
  /** Root that was signed. */
  readonly root: string;
  /** Base64. */
  readonly signature: string;
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;
  /** PEM: the signer's, then those that may stand between it and an authority; empty for a key alone. */
  readonly certificates: readonly string[];
}

const ALGORITHMS = { ed25519: 'Ed25519', rsa: 'RSASSA-PKCS1-v1_5-SHA256', ec: 'ECDSA-SHA256' } as const;
type Algorithm = (typeof ALGORITHMS)[keyof typeof ALGORITHMS];

/** What signs: a private key, with the certificates that tell whose it is. */
export interface Signer {
  readonly key: KeyObject;
  readonly certificates: readonly X509Certificate[];
}

/** What is signed: two lines of ASCII. */
function signedText(root: string): Buffer {
  return Buffer.from(`${SEAL_SCHEMA}\n${root}\n`);
}

/**
 * Reads what `--key` and `--certificate` name.
 * @throws UserError for a file that is absent or holds no key, a key of another algorithm, a certificate of another key.
 */
export async function readSigner(keyFile: string, certificateFile: string | undefined): Promise<Signer> {
  const key = await readKey(keyFile, 'seal-key', createPrivateKey);
  const certificates = await readTrust(certificateFile === undefined ? [] : [certificateFile]);
  const [own] = certificates;
  if (own && !own.checkPrivateKey(key)) throw new UserError('seal-certificate', { path: certificateFile ?? '' });
  return { key, certificates };
}

export function signRoot(root: string, { key, certificates }: Signer): SealSignature {
  const algorithm = algorithmOf(key) ?? ALGORITHMS.ed25519;
  return {
    schema: SIGNATURE_SCHEMA,
    algorithm,
    root,
    signature: sign(digestOf(algorithm), signedText(root), key).toString('base64'),
    publicKey: pemOf(createPublicKey(key)),
    certificates: certificates.map((each) => each.toString()),
  };
}

/** Reads the signature beside a seal; undefined without one, `unreadable` for what is none. */
export async function readSignature(file: string): Promise<SealSignature | 'unreadable' | undefined> {
  const stats = await stat(file).catch(() => undefined);
  if (!stats) return undefined;
  if (!stats.isFile() || stats.size > MAX_BYTES) return 'unreadable';
  const value = parsedJson(await readFile(file));
  return isSignature(value) ? value : 'unreadable';
}

function isSignature(value: unknown): value is SealSignature {
  if (!isObject(value) || value.schema !== SIGNATURE_SCHEMA) return false;
  const { algorithm, root, signature, publicKey, certificates } = value;
  return (
    Object.values(ALGORITHMS).some((each) => each === algorithm) &&
    [root, signature, publicKey].every((each) => typeof each === 'string') &&
    Array.isArray(certificates) &&
    certificates.every((each) => typeof each === 'string')
  );
}

/** A certificate, as it is shown: its dates are for people to judge, since a seal has no clock. */
interface ShownCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** What a signature is worth. */
export interface Verified {
  /** `wrong`: not of this root, not by this key. `untrusted`: right, by a certificate that leads to no authority given, or by a key alone. */
  readonly status: 'verified' | 'wrong' | 'untrusted';
  readonly algorithm: Algorithm;
  readonly certificate: ShownCertificate | null;
}

/** What a signature is verified with: `--key` and `--trust`. */
export interface VerificationKeys {
  readonly key: KeyObject | undefined;
  readonly anchors: readonly X509Certificate[];
}

/** @throws UserError for a file that is absent or holds neither a public key nor a certificate. */
export async function readVerificationKeys(
  keyFile: string | undefined,
  trust: readonly string[] | undefined,
): Promise<VerificationKeys> {
  const key = keyFile === undefined ? undefined : await readKey(keyFile, 'replay-key', createPublicKey);
  return { key, anchors: await readTrust(trust) };
}

/** Verifies a signature of the root of a seal with the key given, else with its certificate, which must lead to an authority given. */
export function verifySignature(given: SealSignature, root: string, { key, anchors }: VerificationKeys): Verified {
  const { algorithm } = given;
  const certificates = certificatesOf(given);
  const [own, ...between] = certificates ?? [];
  const certificate = own ? shownCertificate(own) : null;
  const signer = key ?? own?.publicKey;
  if (given.root !== root || certificates === undefined) return { status: 'wrong', algorithm, certificate };
  if (!signer) return { status: 'untrusted', algorithm, certificate };
  const isOther = own !== undefined && !signer.equals(own.publicKey);
  if (isOther || !isSignedBy(given, root, signer)) return { status: 'wrong', algorithm, certificate };
  const trusted = anchors.length === 0 || (own !== undefined && chainOf(own, between, anchors).trusted);
  return { status: trusted ? 'verified' : 'untrusted', algorithm, certificate };
}

function isSignedBy({ algorithm, signature }: SealSignature, root: string, key: KeyObject): boolean {
  // The algorithm is that of the key: what the file says must agree.
  if (algorithmOf(key) !== algorithm) return false;
  return verify(digestOf(algorithm), signedText(root), key, Buffer.from(signature, 'base64'));
}

/** Undefined when one of them is none. */
function certificatesOf({ certificates }: SealSignature): X509Certificate[] | undefined {
  try {
    return certificates.map((each) => new X509Certificate(each));
  } catch {
    // OpenSSL says in its own words that it can't read it.
    return undefined;
  }
}

function shownCertificate({ subject, issuer, validFrom, validTo }: X509Certificate): ShownCertificate {
  return { subject: oneLine(subject), issuer: oneLine(issuer), validFrom, validTo };
}

function algorithmOf({ asymmetricKeyType }: KeyObject): Algorithm | undefined {
  return Object.entries(ALGORITHMS).find(([type]) => type === asymmetricKeyType)?.[1];
}

/** Ed25519 hashes by itself. */
function digestOf(algorithm: Algorithm): 'sha256' | null {
  return algorithm === ALGORITHMS.ed25519 ? null : 'sha256';
}

function pemOf(key: KeyObject): string {
  return String(key.export({ type: 'spki', format: 'pem' }));
}

/** @throws UserError `no-file`, or `code` for what is no key of a known algorithm. */
async function readKey(
  path: string,
  code: 'seal-key' | 'replay-key',
  parse: (bytes: Buffer) => KeyObject,
): Promise<KeyObject> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats) throw new UserError('no-file', { path });
  if (!stats.isFile() || stats.size > MAX_BYTES) throw new UserError(code, { path });
  const key = parsed(await readFile(path), parse);
  if (!key || !algorithmOf(key)) throw new UserError(code, { path });
  return key;
}

function parsed(bytes: Buffer, parse: (bytes: Buffer) => KeyObject): KeyObject | undefined {
  try {
    return parse(bytes);
  } catch {
    // OpenSSL says in its own words that it can't read it, or that it wants a password.
    return undefined;
  }
}
