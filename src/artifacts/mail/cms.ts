import type { OtherContent } from '../other/other.js';

/** 1.2.840.113549.1.7.n: data, signedData, envelopedData… (RFC 5652, RFC 8551). */
const PKCS_7 = '06092a864886f70d0107';
const SIGNED_DATA = '02';
/** 1.2.840.113549.1.9.16.1.23: authEnvelopedData (RFC 5083). */
const AUTH_ENVELOPED = '060b2a864886f70d0109100117';

/**
 * What keeps an S/MIME part from being read: it is encrypted, or it is a signature, which may hold what it signs. Its first bytes tell: a
 * sequence that starts with the identifier of its content.
 */
export function cmsCode(bytes: Uint8Array): OtherContent['code'] | undefined {
  if (bytes[0] !== 0x30) return undefined;
  const long = (bytes[1] ?? 0) & 0x80 ? (bytes[1] ?? 0) & 0x7f : 0;
  const identifier = Buffer.from(bytes.subarray(2 + long, 15 + long)).toString('hex');
  if (identifier.startsWith(PKCS_7)) {
    const content = identifier.slice(PKCS_7.length, PKCS_7.length + 2);
    return content === SIGNED_DATA ? 'unrecognised/signed' : 'unrecognised/encrypted';
  }
  return identifier === AUTH_ENVELOPED ? 'unrecognised/encrypted' : undefined;
}
