import { createHash, type X509Certificate } from 'node:crypto';
import { NS } from '../xml/names.js';
import type { XmlElement } from '../xml/tree.js';
import { childCalled, childrenCalled, textValue, type XmlValue } from '../xml/value.js';
import { digestMethod } from './algorithms.js';
import { strictBase64 } from './strict-base64.js';

/** What a signature of a submission says beside its digests (IHE DSG; XAdES 1.1.1, and later versions as far as they are alike). */
export interface SubmissionSignature {
  readonly manifest: XmlElement | undefined;
  /** `ds:Reference` of the manifest, in order. */
  readonly references: readonly XmlElement[];
  readonly signedProperties: XmlElement | undefined;
  /** ISO 8601, as written. */
  readonly signingTime: XmlValue | undefined;
  readonly signingCertificates: readonly SigningCertificate[];
  /** Text of the property that tells why it was signed: a code of ASTM E1762. */
  readonly purpose: XmlValue | undefined;
}

/** A certificate of `SigningCertificate`, the first being that of who signs. */
interface SigningCertificate {
  readonly node: XmlElement;
  /** Algorithm that the digest is made with, as written. */
  readonly digestMethod: string;
  readonly digest: Buffer | undefined;
  readonly issuer: XmlValue | undefined;
  /** Decimal. */
  readonly serial: XmlValue | undefined;
}

const MAX_CERTIFICATES = 16;

/** @param signature a `ds:Signature` that holds its objects. */
export function readSubmissionSignature(signature: XmlElement): SubmissionSignature {
  const objects = signature.childrenNamed('Object').flatMap((object) => object.elements);
  const manifest = objects.find((each) => each.localName === 'Manifest' && each.namespaceURI === NS.ds);
  const qualifying = objects.find((each) => each.localName === 'QualifyingProperties' && isXades(each));
  const signedProperties = childCalled(qualifying, 'SignedProperties');
  const signatureProperties = childCalled(signedProperties, 'SignedSignatureProperties');
  const properties = objects
    .filter((each) => each.localName === 'SignatureProperties')
    .flatMap((each) => childrenCalled(each, 'SignatureProperty'));
  return {
    manifest,
    references: manifest?.childrenNamed('Reference') ?? [],
    signedProperties,
    signingTime: textValue(childCalled(signatureProperties, 'SigningTime')),
    signingCertificates: childrenCalled(childCalled(signatureProperties, 'SigningCertificate'), 'Cert')
      .slice(0, MAX_CERTIFICATES)
      .map(readCertificate),
    purpose: textValue(properties.find((each) => each.attribute('Id') === 'purposeOfSignature') ?? properties[0]),
  };
}

/** How a certificate that is told to sign is not the one that signs; undefined when it is, `unsupported` when its digest can't be made. */
export function certificateDifference(
  told: SigningCertificate,
  signer: X509Certificate,
): 'digest' | 'serial' | 'unsupported' | undefined {
  const digest = digestMethod(told.digestMethod);
  if (!digest) return 'unsupported';
  const actual = createHash(digest.hash).update(signer.raw).digest();
  if (!told.digest?.equals(actual)) return 'digest';
  const serial = told.serial?.value ?? '';
  return /^\d{1,60}$/.test(serial) && BigInt(serial) === BigInt(`0x${signer.serialNumber}`) ? undefined : 'serial';
}

function readCertificate(node: XmlElement): SigningCertificate {
  const digest = childCalled(node, 'CertDigest');
  const serial = childCalled(node, 'IssuerSerial');
  return {
    node,
    digestMethod: childCalled(digest, 'DigestMethod')?.attribute('Algorithm') ?? '',
    digest: strictBase64(childCalled(digest, 'DigestValue')),
    issuer: textValue(childCalled(serial, 'X509IssuerName')),
    serial: textValue(childCalled(serial, 'X509SerialNumber')),
  };
}

function isXades({ namespaceURI }: XmlElement): boolean {
  return namespaceURI?.startsWith('http://uri.etsi.org/01903/') ?? false;
}
