import { createHash, timingSafeEqual } from 'node:crypto';
import { type XmlDocument, XmlElement } from '../xml/tree.js';
import { canonicalForm, digestMethod, ENVELOPED, EXCLUSIVE } from './algorithms.js';
import { type CanonicalForm, canonicalize, inheritsBase } from './canonical.js';
import { elementById } from './ids.js';
import { strictBase64 } from './strict-base64.js';

/**
 * What comparing a digest gave. `unsupported`: an algorithm that is not known, or more work than a signature may ask for; `ambiguous`: two
 * elements have the id that is referred to; `not-found`: nothing does, or what it refers to was not given.
 */
type ReferenceStatus = 'matches' | 'differs' | 'not-found' | 'ambiguous' | 'unsupported' | 'malformed';

/** A `ds:Reference` that was compared with what it refers to. */
export interface VerifiedReference {
  readonly node: XmlElement;
  readonly uri: string | undefined;
  readonly type: string | undefined;
  readonly status: ReferenceStatus;
  /** What the digest is of: an element of the document, or a whole document. */
  readonly target: XmlElement | XmlDocument | undefined;
  /** Algorithm that is not known. */
  readonly unsupported: string | undefined;
  /** Digest algorithm that is no longer to be used. */
  readonly weak: string | undefined;
}

/** What another document than the signature's own is, to compare its digest. */
export interface Resource {
  readonly document: XmlDocument | undefined;
  /** Digest of its bytes, hexadecimal, for the algorithms that it is known for. */
  bytesDigest(hash: string): string | undefined;
}

/** Characters that may still be canonicalized: exclusive canonicalization can make a document a thousand times longer. */
export interface Work {
  left: number;
}

/** More than one pass over the document for what a signature of it needs. */
export function workOn(...documents: readonly XmlDocument[]): Work {
  return { left: documents.reduce((sum, { source }) => sum + 8 * source.text.length, 1 << 20) };
}

const MAX_TRANSFORMS = 8;
const MAX_PREFIXES = 64;

/**
 * Compares a reference with what it refers to.
 * @param signature signature that holds the reference.
 * @param resolve what a URI that does not start with `#` names.
 */
export function verifyReference(
  node: XmlElement,
  signature: XmlElement,
  work: Work,
  resolve: (uri: string) => Resource | undefined = () => undefined,
): VerifiedReference {
  const uri = node.attribute('URI');
  const method = node.first('DigestMethod')?.attribute('Algorithm') ?? '';
  const digest = digestMethod(method);
  const common = {
    node,
    uri,
    type: node.attribute('Type'),
    unsupported: undefined,
    weak: digest?.weak ? method : undefined,
  };
  const none = (status: ReferenceStatus): VerifiedReference => ({ ...common, status, target: undefined });
  const unsupported = (algorithm: string): VerifiedReference => ({ ...none('unsupported'), unsupported: algorithm });
  const given = digestValue(node);
  if (!given) return none('malformed');
  if (!digest) return unsupported(method);
  const transforms = transformsOf(node);
  if (typeof transforms === 'string') return unsupported(transforms);
  if (uri === undefined || uri.startsWith('#xpointer(')) return unsupported(`URI ${uri ?? ''}`);
  const isExternal = uri !== '' && !uri.startsWith('#');
  const target = isExternal
    ? resolve(uri)
    : uri === ''
      ? signature.ownerDocument
      : elementById(signature.ownerDocument, uri.slice(1));
  if (target === undefined) return none('not-found');
  if (typeof target === 'string') return none(target);
  const compared = (actual: Buffer | undefined, of: XmlElement | XmlDocument | undefined): VerifiedReference => {
    if (!actual) return unsupported(method);
    return { ...common, status: isSame(actual, given) ? 'matches' : 'differs', target: of };
  };
  if ('bytesDigest' in target) {
    const { document } = target;
    if (transforms.enveloped) return unsupported(ENVELOPED);
    if (!transforms.form) {
      const known = target.bytesDigest(digest.hash);
      return compared(known === undefined ? undefined : Buffer.from(known, 'hex'), document);
    }
    // What can't be parsed has no canonical form.
    if (!document) return none('not-found');
    return compared(digestOf(document, transforms.form, undefined, digest.hash, work), document);
  }
  // A reference to the document itself leaves its comments out, whatever the form says (XML Signature §4.4.3.3).
  const form = { ...(transforms.form ?? { version: '1.0' }), comments: false };
  if (form.version === '1.1' && inheritsBase(target)) return unsupported('xml:base');
  // Without the signature that it stands in, nothing would be left of it.
  if (transforms.enveloped && isInside(target, signature)) return unsupported(ENVELOPED);
  return compared(digestOf(target, form, transforms.enveloped ? signature : undefined, digest.hash, work), target);
}

/** The canonical form as a buffer, or undefined when it is more than the work that is left. */
export function canonicalBytes(apex: XmlElement, form: CanonicalForm, work: Work): Buffer | undefined {
  const pieces: string[] = [];
  return within(work, (write) =>
    canonicalize(apex, form, undefined, (piece) => {
      write(piece);
      pieces.push(piece);
    }),
  )
    ? Buffer.from(pieces.join(''))
    : undefined;
}

/** The form that an element names an algorithm of, with the prefixes of its `InclusiveNamespaces`. */
export function formOf(element: XmlElement | undefined): CanonicalForm | undefined {
  const form = canonicalForm(element?.attribute('Algorithm') ?? '');
  if (form?.version !== 'exclusive') return form;
  const list = element?.elements.find(
    (each) => each.localName === 'InclusiveNamespaces' && each.namespaceURI === EXCLUSIVE,
  );
  const prefixes = (list?.attribute('PrefixList') ?? '').split(/\s+/).filter(Boolean);
  if (prefixes.length > MAX_PREFIXES) return undefined;
  return { ...form, inclusivePrefixes: prefixes.map((prefix) => (prefix === '#default' ? '' : prefix)) };
}

function digestOf(
  apex: XmlElement | XmlDocument,
  form: CanonicalForm,
  omitted: XmlElement | undefined,
  hash: string,
  work: Work,
): Buffer | undefined {
  const digest = createHash(hash);
  return within(work, (write) =>
    canonicalize(apex, form, omitted, (piece) => {
      write(piece);
      digest.update(piece);
    }),
  )
    ? digest.digest()
    : undefined;
}

class TooMuchWork extends Error {}

function within(work: Work, act: (write: (piece: string) => void) => void): boolean {
  try {
    act((piece) => {
      work.left -= piece.length;
      if (work.left < 0) throw new TooMuchWork();
    });
    return true;
  } catch (error) {
    if (error instanceof TooMuchWork) return false;
    throw error;
  }
}

/** The transforms of a reference, when they are those of an enveloped signature then of one canonical form; or else the algorithm that is not known. */
function transformsOf(reference: XmlElement): { enveloped: boolean; form: CanonicalForm | undefined } | string {
  const transforms = reference.all('Transforms', 'Transform');
  if (transforms.length > MAX_TRANSFORMS) return `${transforms.length} Transform`;
  let enveloped = false;
  let form: CanonicalForm | undefined;
  for (const transform of transforms) {
    const algorithm = transform.attribute('Algorithm') ?? '';
    // What follows a canonical form would read it again.
    if (form) return algorithm;
    if (algorithm === ENVELOPED) enveloped = true;
    else form = formOf(transform);
    if (algorithm !== ENVELOPED && !form) return algorithm;
  }
  return { enveloped, form };
}

function digestValue(reference: XmlElement): Buffer | undefined {
  const values = reference.childrenNamed('DigestValue');
  return values.length === 1 ? strictBase64(values[0]) : undefined;
}

function isInside(node: XmlElement | XmlDocument, signature: XmlElement): boolean {
  for (let at = node; at instanceof XmlElement; at = at.parentNode) if (at === signature) return true;
  return false;
}

function isSame(actual: Buffer, given: Buffer): boolean {
  return actual.length === given.length && timingSafeEqual(actual, given);
}
