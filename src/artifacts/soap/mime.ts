import type { Limits } from '../limits.js';
import { parameters } from '../mail/field-parameters.js';
import { headersNamed, leaves, type MailHeader, type MailPart } from '../mail/mail.js';
import { readMail } from '../mail/read-mail.js';
import { ReadError } from '../read-error.js';

/** A MIME entity that carries an envelope: alone, or with attachments (`multipart/related`, RFC 2387). */
export interface SoapEntity {
  readonly root: MailPart;
  /** Line of the file where the root's content starts. */
  readonly rootLine: number;
  readonly attachments: readonly EntityPart[];
  readonly isMultipart: boolean;
}

interface EntityPart {
  readonly part: MailPart;
  readonly contentId: string | undefined;
  /** Line of the part's header fields in the file. */
  readonly line: number;
}

/**
 * Reads an entity that starts with its header fields.
 *
 * @param line line of the file where the entity starts.
 * @throws ReadError `read/soap` (a part that never ends, no boundary, bad base64, two parts of one Content-ID, no root), or a limit's.
 */
export function readEntity(bytes: Buffer, limits: Limits, line: number): SoapEntity {
  const whole = inFile(line, () => readMail(bytes, limits));
  const isMultipart = whole.parts.length > 0;
  const parts = leaves(whole);
  const root = isMultipart ? rootOf(whole, parts, line) : whole;
  const seen = new Set<string>();
  const attachments = parts
    .filter((part) => part !== root)
    .map((part) => {
      const contentId = contentIdOf(part.headers);
      const at = { line: part.line + line - 1 };
      if (contentId !== undefined && seen.has(contentId)) {
        throw new ReadError('read/soap', { reason: 'duplicate-cid', cid: contentId }, at);
      }
      if (contentId !== undefined) seen.add(contentId);
      return { part, contentId, ...at };
    });
  return { root, rootLine: root.bodyLine + line - 1, attachments, isMultipart };
}

/**
 * The entity of a message saved without its outer header fields: its first line is the boundary, as in the sample of TD2.1 that the GIE
 * SESAM-Vitale publishes.
 */
export function readBareMultipart(bytes: Buffer, limits: Limits, line: number): SoapEntity {
  const end = bytes.indexOf('\n');
  const boundary = bytes
    .toString('latin1', 2, end === -1 ? bytes.length : end)
    .trimEnd()
    .replace(/["\\]/g, '\\$&');
  const header = Buffer.from(`Content-Type: multipart/related; boundary="${boundary}"\n\n`, 'latin1');
  return readEntity(Buffer.concat([header, bytes]), limits, line - 2);
}

/** Content-ID without its angle brackets (RFC 2392). */
function contentIdOf(headers: readonly MailHeader[]): string | undefined {
  const raw = headers.find((each) => each.name.toLowerCase() === 'content-id')?.raw.trim();
  return raw?.replace(/^<|>$/g, '');
}

/** The part that `start` names, else the first one (RFC 2387 §3.2). */
function rootOf(whole: MailPart, parts: readonly MailPart[], line: number): MailPart {
  const [contentType] = headersNamed(whole, 'content-type');
  const start = parameters(contentType?.raw ?? '')
    .parameters.get('start')
    ?.replace(/^<|>$/g, '');
  const root = start === undefined ? parts[0] : parts.find((part) => contentIdOf(part.headers) === start);
  if (!root)
    throw new ReadError('read/soap', { reason: 'no-root-part' }, { line: (contentType?.line ?? 1) + line - 1 });
  return root;
}

/** What the reader of MIME throws, as a problem of a SOAP message and with lines of the file. */
function inFile<T>(firstLine: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { code, args, location } = error;
    const at = { ...location, ...(location.line !== undefined && { line: location.line + firstLine - 1 }) };
    if (code === 'read/mail') throw new ReadError('read/soap', args, at);
    if (code === 'read/mail-base64') throw new ReadError('read/soap', { reason: 'document-not-base64' }, at);
    throw new ReadError(code, args, at);
  }
}
