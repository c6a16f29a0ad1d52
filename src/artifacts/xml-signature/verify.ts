import { constants, verify, X509Certificate } from 'node:crypto';
import { isRedacted } from '../redaction-mark.js';
import type { XmlElement } from '../xml/tree.js';
import { type Signing, signatureMethod } from './algorithms.js';
import { canonicalBytes, formOf, type VerifiedReference, verifyReference, type Work } from './references.js';
import { strictBase64 } from './strict-base64.js';

/**
 * An XML signature that was verified (W3C XML Signature 1.1): whether what it signs is what it signed, and with which certificate. Whether that
 * certificate is to be trusted is another question.
 */
export interface VerifiedSignature {
  readonly node: XmlElement;
  /**
   * `valid`, `altered`: SignedInfo is, or is not, what the key of a certificate signed; `no-certificate`: none can be read; `malformed`: no
   * signature has that form; `unsupported`: an algorithm that is not known; `redacted`: a mark stands for it, which signs nothing.
   */
  readonly value: 'valid' | 'altered' | 'no-certificate' | 'malformed' | 'unsupported' | 'redacted';
  /** Of SignedInfo, in order. */
  readonly references: readonly VerifiedReference[];
  /** Of KeyInfo, in order, without those that can't be read. */
  readonly certificates: readonly X509Certificate[];
  /** The one whose key signed; when none did, the one that would have. */
  readonly signer: X509Certificate | undefined;
  /** Algorithms that are not known. */
  readonly unsupported: readonly string[];
  /** Algorithms that are no longer to be used. */
  readonly weak: readonly string[];
}

const MAX_REFERENCES = 100;
const MAX_CERTIFICATES = 16;
const MAX_CERTIFICATE_CHARACTERS = 100_000;

/** Verifies a signature whose references are in its own document. */
export function verifySignature(node: XmlElement, work: Work): VerifiedSignature {
  const [signedInfo, second] = node.childrenNamed('SignedInfo');
  const references = (signedInfo?.childrenNamed('Reference') ?? [])
    .slice(0, MAX_REFERENCES + 1)
    .map((each) => verifyReference(each, node, work));
  const certificates = certificatesOf(node);
  const method = signedInfo?.first('SignatureMethod')?.attribute('Algorithm') ?? '';
  const signing = signatureMethod(method);
  const judged = judgeValue(node, second ? undefined : signedInfo, references, certificates, { signing, method }, work);
  return {
    node,
    references,
    certificates,
    value: judged.value,
    signer: judged.signer,
    unsupported: [...(judged.unsupported ?? []), ...references.flatMap(({ unsupported }) => unsupported ?? [])],
    weak: [...new Set([...(signing?.weak ? [method] : []), ...references.flatMap(({ weak }) => weak ?? [])])],
  };
}

interface Judged extends Pick<VerifiedSignature, 'value' | 'signer'> {
  readonly unsupported?: readonly string[];
}

function judgeValue(
  node: XmlElement,
  signedInfo: XmlElement | undefined,
  references: readonly VerifiedReference[],
  certificates: readonly X509Certificate[],
  { signing, method }: { readonly signing: Signing | undefined; readonly method: string },
  work: Work,
): Judged {
  const signer = leafOf(certificates);
  if (isRedacted(node.childrenNamed('SignatureValue')[0]?.textContent ?? '')) return { value: 'redacted', signer };
  const bytes = signatureValue(node);
  if (!signedInfo || !bytes || references.length === 0 || references.length > MAX_REFERENCES)
    return { value: 'malformed', signer };
  const canonicalization = signedInfo.first('CanonicalizationMethod');
  const form = formOf(canonicalization);
  if (!signing || !form) {
    const unsupported = signing ? (canonicalization?.attribute('Algorithm') ?? '') : method;
    return { value: 'unsupported', signer, unsupported: [unsupported] };
  }
  if (!signer) return { value: 'no-certificate', signer };
  const content = canonicalBytes(signedInfo, form, work);
  if (!content) return { value: 'unsupported', signer, unsupported: ['SignedInfo'] };
  const found = certificates.find((each) => isSignedBy(each, signing, content, bytes));
  return found ? { value: 'valid', signer: found } : { value: 'altered', signer };
}

function isSignedBy(certificate: X509Certificate, { hash, key }: Signing, content: Buffer, value: Buffer): boolean {
  try {
    const { publicKey } = certificate;
    const type = publicKey.asymmetricKeyType;
    if (type !== key && !(type === 'rsa' && key === 'rsa-pss')) return false;
    if (key === 'ec') return verify(hash, content, { key: publicKey, dsaEncoding: 'ieee-p1363' }, value);
    const isPss = key === 'rsa-pss';
    const padding = isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
    const saltLength = isPss ? constants.RSA_PSS_SALTLEN_DIGEST : undefined;
    return verify(hash, content, { key: publicKey, padding, ...(saltLength !== undefined && { saltLength }) }, value);
  } catch {
    // A key that no library can use signed nothing.
    return false;
  }
}

/** The certificate that certifies none of the others: signatures put it anywhere. */
function leafOf(certificates: readonly X509Certificate[]): X509Certificate | undefined {
  const issuers = new Set(certificates.filter(({ subject, issuer }) => subject !== issuer).map(({ issuer }) => issuer));
  return certificates.find(({ subject }) => !issuers.has(subject)) ?? certificates[0];
}

function certificatesOf(node: XmlElement): X509Certificate[] {
  return node
    .all('KeyInfo', 'X509Data', 'X509Certificate')
    .slice(0, MAX_CERTIFICATES)
    .flatMap((each) => readCertificate(each) ?? []);
}

function readCertificate(element: XmlElement): X509Certificate | undefined {
  const der = element.textContent.length > MAX_CERTIFICATE_CHARACTERS ? undefined : strictBase64(element);
  if (!der) return undefined;
  try {
    const certificate = new X509Certificate(der);
    // What follows a certificate would be signed by nobody.
    return certificate.raw.length === der.length ? certificate : undefined;
  } catch {
    // OpenSSL says no more than that it can't read it.
    return undefined;
  }
}

function signatureValue(node: XmlElement): Buffer | undefined {
  const values = node.childrenNamed('SignatureValue');
  return values.length === 1 ? strictBase64(values[0]) : undefined;
}
