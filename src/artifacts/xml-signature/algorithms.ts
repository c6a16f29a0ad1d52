import type { CanonicalForm } from './canonical.js';

/** Algorithms of XML signatures that are known (XML Signature 1.1 §6, RFC 9231); every other one is unsupported, and no verdict is given on it. */
export interface Hashing {
  /** As `node:crypto` names it. */
  readonly hash: string;
  /** True for one that is no longer to be used: SHA-1. */
  readonly weak: boolean;
}

export interface Signing extends Hashing {
  readonly key: 'rsa' | 'rsa-pss' | 'ec';
}

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const MORE_2007 = 'http://www.w3.org/2007/05/xmldsig-more#';
const ENC = 'http://www.w3.org/2001/04/xmlenc#';

export const ENVELOPED = `${DSIG}enveloped-signature`;
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

const sha = (hash: string): Hashing => ({ hash, weak: hash === 'sha1' });

const DIGESTS: ReadonlyMap<string, Hashing> = new Map([
  [`${DSIG}sha1`, sha('sha1')],
  [`${MORE}sha224`, sha('sha224')],
  [`${ENC}sha256`, sha('sha256')],
  [`${MORE}sha384`, sha('sha384')],
  [`${ENC}sha512`, sha('sha512')],
]);

const SIGNATURES: ReadonlyMap<string, Signing> = new Map([
  [`${DSIG}rsa-sha1`, { ...sha('sha1'), key: 'rsa' }],
  ...['sha224', 'sha256', 'sha384', 'sha512'].flatMap((hash): [string, Signing][] => [
    [`${MORE}rsa-${hash}`, { ...sha(hash), key: 'rsa' }],
    [`${MORE_2007}${hash}-rsa-MGF1`, { ...sha(hash), key: 'rsa-pss' }],
    [`${MORE}ecdsa-${hash}`, { ...sha(hash), key: 'ec' }],
  ]),
  [`${MORE}ecdsa-sha1`, { ...sha('sha1'), key: 'ec' }],
]);

const FORMS: ReadonlyMap<string, CanonicalForm> = new Map(
  (
    [
      ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', '1.0', '#WithComments'],
      ['http://www.w3.org/2006/12/xml-c14n11', '1.1', '#WithComments'],
      [EXCLUSIVE, 'exclusive', 'WithComments'],
    ] as const
  ).flatMap(([uri, version, suffix]): [string, CanonicalForm][] => [
    [uri, { version, comments: false }],
    [uri + suffix, { version, comments: true }],
  ]),
);

export function digestMethod(uri: string): Hashing | undefined {
  return DIGESTS.get(uri);
}

export function signatureMethod(uri: string): Signing | undefined {
  return SIGNATURES.get(uri);
}

export function canonicalForm(uri: string): CanonicalForm | undefined {
  return FORMS.get(uri);
}
