import { createHash, type KeyObject, sign } from 'node:crypto';
import { ParseOption, XmlC14NMode, XmlDocument, XmlElement } from 'libxml2-wasm';
import { sealKey, testCertificates } from '../../fixtures/make/test-certificates.js';
import { parseXmlText } from '../../src/artifacts/xml/parse.js';
import { workOn } from '../../src/artifacts/xml-signature/references.js';
import { type VerifiedSignature, verifySignature } from '../../src/artifacts/xml-signature/verify.js';

/** How a document of a test is signed; what is left out is as the DMP's samples are. */
export interface Signing {
  /** Of what is digested, in the whole document. */
  readonly xpath?: string;
  readonly uri?: string;
  /** `Transform` elements. */
  readonly transforms?: string;
  readonly mode?: keyof typeof MODES;
  readonly prefixes?: readonly string[];
  readonly digest?: readonly [uri: string, hash: string];
  readonly method?: readonly [uri: string, hash: string];
  readonly key?: KeyObject;
  readonly certificates?: readonly Uint8Array[];
  /** Options of `sign` of node:crypto, beside the key. */
  readonly options?: object;
}

const MODES = {
  inclusive: ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', XmlC14NMode.XML_C14N_1_0],
  'inclusive-1.1': ['http://www.w3.org/2006/12/xml-c14n11', XmlC14NMode.XML_C14N_1_1],
  exclusive: ['http://www.w3.org/2001/10/xml-exc-c14n#', XmlC14NMode.XML_C14N_EXCLUSIVE_1_0],
} as const;

/** The enveloped-signature transform. */
export const ENVELOPED = '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>';

/** A document signed where it says `{signature}`, with another library than the one that verifies. */
export function signedXml(text: string, signing: Signing = {}): string {
  const {
    xpath,
    uri = '',
    mode = 'exclusive',
    prefixes = [],
    key = sealKey,
    certificates = [testCertificates.seal],
  } = signing;
  const [digestUri, digestHash] = signing.digest ?? ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'];
  const [methodUri, methodHash] = signing.method ?? ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'sha256'];
  const [form] = MODES[mode];
  const list =
    prefixes.length > 0
      ? `<c:InclusiveNamespaces xmlns:c="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="${prefixes.join(' ')}"/>`
      : '';
  const transforms = signing.transforms ?? `${ENVELOPED}<ds:Transform Algorithm="${form}">${list}</ds:Transform>`;
  const content = canonical(text.replace('{signature}', ''), xpath, mode, prefixes);
  const digest = createHash(digestHash).update(content).digest('base64');
  const bare = `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${form}"/><ds:SignatureMethod Algorithm="${methodUri}"/><ds:Reference URI="${uri}"><ds:Transforms>${transforms}</ds:Transforms><ds:DigestMethod Algorithm="${digestUri}"/><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>{value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data>${certificates.map((each) => `<ds:X509Certificate>${Buffer.from(each).toString('base64')}</ds:X509Certificate>`).join('')}</ds:X509Data></ds:KeyInfo></ds:Signature>`;
  const whole = text.replace('{signature}', bare);
  const value = sign(methodHash, Buffer.from(canonical(whole, '//*[local-name() = "SignedInfo"]', mode, [])), {
    key,
    ...signing.options,
  });
  return whole.replace('{value}', value.toString('base64'));
}

/** Verifies the first signature of a document. */
export function verified(text: string): VerifiedSignature {
  const document = parseXmlText(text);
  const [signature] = document.named('Signature');
  if (!signature) throw new RangeError('no signature');
  return verifySignature(signature, workOn(document));
}

/** `valid matches`: of the value, then of each reference. */
export function statusOf(text: string): string {
  const { value, references } = verified(text);
  return [value, ...references.map(({ status }) => status)].join(' ');
}

function canonical(
  text: string,
  xpath: string | undefined,
  mode: keyof typeof MODES,
  prefixes: readonly string[],
): string {
  const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NO_XXE });
  try {
    const options = { mode: MODES[mode][1], ...(prefixes.length > 0 && { inclusiveNamespacePrefixes: [...prefixes] }) };
    if (xpath === undefined) return document.canonicalizeToString(options);
    const element = document.get(xpath);
    if (!(element instanceof XmlElement)) throw new RangeError(xpath);
    return element.canonicalizeToString(options);
  } finally {
    document.dispose();
  }
}
