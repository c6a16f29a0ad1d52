import type { X509Certificate } from 'node:crypto';

/** From a certificate to one that is trusted, or as far as it could be followed. */
export interface Chain {
  readonly certificates: readonly X509Certificate[];
  readonly trusted: boolean;
}

const MAX_LENGTH = 8;
/** Signatures of certificates that are verified for one chain: certificates of one name could be tried in every order. */
const MAX_VERIFICATIONS = 64;

/**
 * The chain of a certificate to a trust anchor (RFC 5280 §6.1: names, signatures, authority; not revocation, nor policies).
 *
 * @param given certificates that may stand between.
 * @param isAcceptable what every certificate of the chain must be, beside: in force at a moment.
 */
export function chainOf(
  certificate: X509Certificate,
  given: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  isAcceptable: (certificate: X509Certificate) => boolean = () => true,
): Chain {
  const trusted = new Set(anchors.map(({ fingerprint256 }) => fingerprint256));
  const bySubject = new Map<string, X509Certificate[]>();
  for (const each of [...anchors, ...given])
    bySubject.set(each.subject, [...(bySubject.get(each.subject) ?? []), each]);
  let left = MAX_VERIFICATIONS;
  let longest: readonly X509Certificate[] = [certificate];
  const follow = (path: readonly X509Certificate[], last: X509Certificate): readonly X509Certificate[] | undefined => {
    if (path.length > longest.length) longest = path;
    if (trusted.has(last.fingerprint256)) return path;
    if (path.length === MAX_LENGTH) return undefined;
    for (const issuer of bySubject.get(last.issuer) ?? []) {
      if (path.some((each) => each.fingerprint256 === issuer.fingerprint256) || !isAcceptable(issuer)) continue;
      if (left-- <= 0) return undefined;
      const found = isIssuedBy(last, issuer) ? follow([...path, issuer], issuer) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const path = isAcceptable(certificate) ? follow([certificate], certificate) : undefined;
  return { certificates: path ?? longest, trusted: path !== undefined };
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    // Node.js tells the basic constraints, and asks the key usage of whoever issues.
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key that no library can use certified nothing.
    return false;
  }
}
