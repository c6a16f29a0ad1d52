import type { ChildNames } from '../child-names.js';
import type { Limits } from '../limits.js';
import { overLimit, ReadError } from '../read-error.js';
import type { Contained } from '../source.js';
import { decodeBase64 } from '../text/base64.js';
import { hexDecode } from '../text/hex.js';
import type { XdsObject } from '../xds/object.js';
import { sha1 } from '../xds/sha1.js';
import { NS } from '../xml/names.js';
import type { XmlDocument, XmlElement } from '../xml/tree.js';
import { detachedSignature } from '../xml-signature/detached.js';
import type { SoapBody } from './body.js';
import type { SoapAttachment } from './soap.js';

/** A document that a message carries: ITI-41 submits it, ITI-43 gives it back. */
export interface SoapDocument {
  /** The `Document` element. */
  readonly node: XmlElement;
  /** ITI-41: its `id`, which is that of its entry. ITI-43: its unique id. */
  readonly id: string;
  /** ITI-41: the entry of that id. */
  readonly entry: XdsObject | undefined;
  /** `absent`: the part that it includes was not saved with the envelope; `unreadable`: no base64. */
  readonly form: 'attached' | 'inline' | 'absent' | 'unreadable' | 'empty';
  /** Name of the child artifact, after the container's `!`; nothing when it is empty. */
  readonly name: string | undefined;
  readonly bytes: number | undefined;
  /** Lower-case hexadecimal, as the `hash` of an entry is to be compared without case. */
  readonly sha1: string | undefined;
  /** The `ds:Signature` that the document is (IHE DSG): it signs the submission. Its places are those of the child artifact. */
  readonly signature: XmlElement | undefined;
}

/**
 * The documents of a message, and those that are written in it, to be read in turn.
 *
 * @param attachments undefined for an envelope that was saved without the parts of its message.
 * @throws ReadError `read/soap` when an `xop:Include` names no part of the message.
 */
export function readDocuments(
  document: XmlDocument,
  body: SoapBody,
  attachments: readonly SoapAttachment[] | undefined,
  names: ChildNames,
  limits: Limits,
): { documents: SoapDocument[]; inline: Contained[] } {
  const parts = new Map(attachments?.map((each) => [each.contentId, each]));
  const includes = document.named('Include').filter((each) => each.namespaceURI === NS.xop);
  const included = new Map<XmlElement, SoapAttachment | string>();
  for (const node of includes) {
    const cid = cidOf(document, node);
    const part = parts.get(cid) ?? parts.get(percentDecoded(cid));
    if (!part && attachments) throw new ReadError('read/soap', { reason: 'dangling-cid', cid }, document.locate(node));
    included.set(node, part ?? cid);
  }
  const inline: Contained[] = [];
  const given = documentsOf(body);
  if (given.length > limits.contained) throw overLimit(limits, 'contained', given.length);
  const documents = given.map(({ node, id, entry }): SoapDocument => {
    const common = { node, id, entry };
    const include = node.elements.map((child) => included.get(child)).find((each) => each !== undefined);
    if (typeof include === 'object') {
      const { name, bytes, sha1: hash, signature } = include;
      return { ...common, form: 'attached', name, bytes, sha1: hash, signature };
    }
    if (include === undefined && node.textContent.trim() === '') {
      return { ...common, form: 'empty', name: undefined, ...NO_BYTES };
    }
    const name = names.of(id || include || 'document');
    const bytes = include === undefined ? decodeBase64(node.textContent) : undefined;
    if (bytes) {
      inline.push({ name, bytes });
      const signature = detachedSignature(bytes, limits);
      return { ...common, form: 'inline', name, bytes: bytes.length, sha1: sha1(bytes), signature };
    }
    const reason = include === undefined ? 'document-not-base64' : 'part-not-saved';
    // Without its path, which costs as much as it has siblings.
    const problem = new ReadError('read/soap', { reason }, document.source.locate(node.start));
    inline.push({ name, bytes: new Uint8Array(), problem });
    const form = include === undefined ? 'unreadable' : 'absent';
    return { ...common, form, name, ...NO_BYTES };
  });
  return { documents, inline };
}

const NO_BYTES = { bytes: undefined, sha1: undefined, signature: undefined } as const;

function documentsOf(body: SoapBody): Pick<SoapDocument, 'node' | 'id' | 'entry'>[] {
  if (body.type === 'provide-and-register') {
    const entries = new Map(body.metadata.documentEntries.map((entry) => [entry.entryUuid, entry]));
    return body.node.childrenNamed('Document').map((node) => {
      const id = node.attribute('id') ?? '';
      return { node, id, entry: entries.get(id) };
    });
  }
  if (body.type !== 'retrieve-response') return [];
  return body.documents.flatMap(({ node, documentUniqueId }) =>
    node.childrenNamed('Document').map((each) => ({ node: each, id: documentUniqueId?.value ?? '', entry: undefined })),
  );
}

/** Content-ID that a `cid:` URL names, as written. */
function cidOf(document: XmlDocument, include: XmlElement): string {
  const href = include.attribute('href')?.trim() ?? '';
  if (!/^cid:/i.test(href)) throw new ReadError('read/soap', { reason: 'not-a-cid' }, document.locate(include));
  return href.slice(4);
}

/** RFC 2392: a `cid:` URL is percent-encoded. What is not is compared as it is. */
function percentDecoded(cid: string): string {
  return !/%(?![0-9A-Fa-f]{2})/.test(cid)
    ? Buffer.from(hexDecode(cid, /%([0-9A-Fa-f]{2})/g), 'latin1').toString('utf8')
    : cid;
}
