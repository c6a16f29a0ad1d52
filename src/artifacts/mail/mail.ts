import { decode } from '../text/decode.js';
import type { MailReport } from './reports.js';

/** A field of a mail or of one of its parts, in the order of the source. A field written twice is here twice. */
export interface MailHeader {
  /** As written. */
  readonly name: string;
  /** Unfolded, encoded words decoded (RFC 2047), trimmed. It holds no line break and no null. */
  readonly value: string;
  /** Unfolded, as transmitted: one character a byte. */
  readonly raw: string;
  /** Line of the field's name, from 1. */
  readonly line: number;
  /** The whole field as transmitted, its name, its folds and its line breaks included: one character a byte. */
  readonly source: string;
}

/** A part of the MIME tree (RFC 2045 §2.5). An attached mail has no parts here: it is an artifact of its own. */
export interface MailPart {
  /** Numbers of the part and of those it stands in, as IMAP counts (RFC 9051 §6.4.5): `1.2.1`; empty for a mail that is a multipart. */
  readonly path: string;
  readonly headers: readonly MailHeader[];
  /** Lower case; `text/plain` when absent (RFC 2045 §5.2). */
  readonly mediaType: string;
  /** Parameters of Content-Type by lower-case name, RFC 2231 and 2047 decoded. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly charset: string | undefined;
  readonly disposition: string | undefined;
  /** From Content-Disposition, else from Content-Type; RFC 2231 and 2047 decoded. */
  readonly fileName: string | undefined;
  /** Content-Transfer-Encoding, lower case; `7bit` when absent (RFC 2045 §6.1). */
  readonly encoding: string;
  /** Transfer-decoded body, made each time it is asked for; empty for a multipart. */
  readonly body: Uint8Array;
  readonly parts: readonly MailPart[];
  /** Line where the part's headers start, from 1. */
  readonly line: number;
  /** Line where its body starts, as transmitted. */
  readonly bodyLine: number;
  /** Its first line that is longer than a mail may have (RFC 5322 §2.1.1), from 1; its parts have their own. */
  readonly overlongLine: number | undefined;
}

export interface MailContent extends MailPart {
  /** What it reports of another mail, in order: a reading receipt, a delivery status. */
  readonly reports: readonly MailReport[];
}

/** Values of the fields called `name` (case does not matter), in order. */
export function headersNamed(part: Pick<MailPart, 'headers'>, name: string): MailHeader[] {
  const wanted = name.toLowerCase();
  return part.headers.filter((header) => header.name.toLowerCase() === wanted);
}

/** Every part of the tree that has no parts itself, in order. */
export function leaves(part: MailPart): MailPart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leaves);
}

/** Leaves that are not the text of the mail: named, sent as attachments, or not text at all (RFC 2183 asks for no disposition). */
export function attachments(mail: MailPart): MailPart[] {
  return leaves(mail).filter(
    (part) => part.disposition === 'attachment' || part.fileName !== undefined || !part.mediaType.startsWith('text/'),
  );
}

/**
 * Text of a text part in its charset, ASCII by default (RFC 2046 §4.1.2).
 * @throws ReadError `read/encoding` when it is not in that charset; the mail was then read with this reserve.
 */
export function textOf(part: MailPart): string {
  return decode(part.body, part.charset ?? 'utf-8');
}
