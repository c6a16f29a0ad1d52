import { ChildNames } from '../child-names.js';
import { type HttpHead, looksLikeHttp, splitHttp } from '../http/dump.js';
import { isDeclaredTrace } from '../logs/trace-log.js';
import { FIELD } from '../mail/header-fields.js';
import { ReadError } from '../read-error.js';
import type { Contained, Reader, Source } from '../source.js';
import { byteOrderMark, decode, decodeXml, tryDecode } from '../text/decode.js';
import { sha1 } from '../xds/sha1.js';
import { parseXmlText } from '../xml/parse.js';
import type { XmlDocument } from '../xml/tree.js';
import { detachedSignature } from '../xml-signature/detached.js';
import { readDocuments } from './documents.js';
import { readEnvelope } from './envelope.js';
import { envelopesIn, isSeveralEnvelopes, isSoapLog } from './logged-envelopes.js';
import { readBareMultipart, readEntity, type SoapEntity } from './mime.js';
import type { SoapAttachment, SoapMessage } from './soap.js';

/**
 * Reads SOAP messages: an envelope alone or several end to end, with its MIME parts (MTOM), in a dump of HTTP messages or in the log of a tool;
 * and a lone SAML assertion.
 * Every attachment, and every document written in an envelope, is what the file contains.
 * @throws ReadError `read/soap` for a message that is not whole, `read/xml…` for its envelope.
 */
export const soap: Reader = (source) => {
  const file = new SoapFile(source);
  const { head } = source;
  if (isSoapLog(head) && !isDeclaredTrace(source.declared)) file.addLogged();
  else if (head.startsWith('<')) file.addBare();
  // A dump without any is another reader's, whatever its faults.
  else if (looksLikeHttp(head)) {
    if (source.bytes.includes('Envelope')) file.addHttp();
  } else if (canCarry(contentTypeOf(head))) file.addMime(isBareMultipart(head));
  return file.messages.length === 0
    ? undefined
    : { kind: 'soap', content: { messages: file.messages }, contains: file.contains };
};

/** Media types that can carry nothing but an envelope. */
const DECLARED = /^application\/(?:soap|xop)\+xml$/;

function canCarry(contentType: string): boolean {
  return (
    /^(?:application\/(?:soap|xop)\+xml|(?:text|application)\/xml)\b/i.test(contentType) ||
    (/^multipart\/related\b/i.test(contentType) && /xop\+xml|soap\+xml|text\/xml/i.test(contentType))
  );
}

/** Content-Type of the entity that a file starts with, its fields or its boundary first; none for a mail, whose sender is named. */
function contentTypeOf(head: string): string {
  const fields = (head.split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
  if (/^(?:from|received|return-path)[ \t]*:/im.test(fields)) return '';
  // A log tells the fields of what it shows too, among lines that are none.
  const lines = fields.split(/\r?\n/).slice(isBareMultipart(head) ? 1 : 0);
  if (!lines.every((line) => FIELD.test(line))) return '';
  return /^content-type[ \t]*:[ \t]*(.*)$/im.exec(fields)?.[1] ?? '';
}

function isBareMultipart(head: string): boolean {
  return /^--\S/.test(head);
}

class SoapFile {
  readonly messages: SoapMessage[] = [];
  readonly contains: Contained[] = [];
  readonly #names = new ChildNames();

  constructor(readonly source: Source) {}

  addBare(): void {
    const { xml } = this.source;
    if (xml) this.#add(xml, undefined, undefined);
    else if (this.source.misread) this.addLogged();
  }

  /** Envelopes end to end, or in the log of a tool: what stands between them is none of theirs. */
  addLogged(): void {
    const { bytes, limits } = this.source;
    const text = byteOrderMark(bytes) ? this.source.text : (tryDecode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252'));
    if (!isSoapLog(text.slice(0, 4096)) && !isSeveralEnvelopes(text)) return;
    for (const document of envelopesIn(text, limits)) this.#add(document, undefined, undefined);
  }

  /** @param isBare whether the file starts with the boundary, without the outer header fields. */
  addMime(isBare: boolean): void {
    const { bytes, limits } = this.source;
    const mark = byteOrderMark(bytes)?.length ?? 0;
    const start = bytes.findIndex((byte, index) => index >= mark && byte > 0x20);
    const line = bytes.toString('latin1', 0, start).split('\n').length;
    const read = isBare ? readBareMultipart : readEntity;
    this.#addEntity(read(bytes.subarray(start), limits, line), undefined);
  }

  /** What is no SOAP in the dump is contained as it is, once something is. */
  addHttp(): void {
    const { bytes, limits } = this.source;
    const others: Contained[] = [];
    for (const { head, body, bodyLine } of splitHttp(bytes, limits)) {
      const contentType = head.headers.find(({ name }) => /^content-type$/i.test(name))?.value;
      const first = body.find((byte) => byte > 0x20);
      if (first === undefined) continue;
      if (contentType === undefined ? first === 0x3c : canCarry(contentType)) {
        const field = Buffer.from(`Content-Type: ${contentType ?? 'text/xml'}\n\n`, 'latin1');
        if (this.#addEntity(readEntity(Buffer.concat([field, body]), limits, bodyLine - 2), head)) continue;
      }
      others.push({ name: this.#names.of(`http-${head.line}`), bytes: body });
    }
    if (this.messages.length > 0) this.contains.push(...others);
  }

  #addEntity(entity: SoapEntity, http: HttpHead | undefined): boolean {
    const { root, rootLine } = entity;
    const charset = byteOrderMark(root.body) ? undefined : root.charset;
    const text = charset === undefined ? decodeXml(root.body) : decode(root.body, charset);
    if (this.#add(parseXmlText(text, this.source.limits, rootLine), entity, http)) return true;
    if (DECLARED.test(root.mediaType)) throw new ReadError('read/soap', { reason: 'no-envelope' }, { line: rootLine });
    return false;
  }

  #add(document: XmlDocument, entity: SoapEntity | undefined, http: HttpHead | undefined): boolean {
    const envelope = readEnvelope(document);
    if (!envelope) return false;
    const attachments = (entity?.attachments ?? []).map(({ part, contentId, line }, index): SoapAttachment => {
      const name = this.#names.of(part.fileName ?? contentId ?? `part-${index + 2}`);
      this.contains.push({ name, bytes: part.body });
      const { mediaType, headers, body } = part;
      const signature = detachedSignature(body, this.source.limits);
      return { contentId, mediaType, headers, name, bytes: body.length, sha1: sha1(body), line, signature };
    });
    const whole = entity?.isMultipart ? attachments : undefined;
    const { documents, inline } = readDocuments(document, envelope.body, whole, this.#names, this.source.limits);
    this.contains.push(...inline);
    const partHeaders = entity?.root.headers ?? [];
    this.messages.push({ ...envelope, http, partHeaders, attachments, documents });
    return true;
  }
}
