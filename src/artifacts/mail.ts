import { decodeBase64 } from './base64.js';
import { LIMITS, type LimitName, type Limits } from './limits.js';
import { decodeEncodedWords, parameters } from './mail-fields.js';
import { overLimit, ReadError } from './read-error.js';
import { byteOrderMark, decode, SourceText } from './text.js';

/** A field of a mail or of one of its parts, in the order of the source. */
export interface MailHeader {
  /** As written. */
  readonly name: string;
  /** Unfolded, encoded words decoded (RFC 2047), trimmed. */
  readonly value: string;
  /** Unfolded, as transmitted. */
  readonly raw: string;
  /** Line of the field's name, from 1. */
  readonly line: number;
}

/** A part of the MIME tree (RFC 2045 §2.5). */
export interface MailPart {
  readonly headers: readonly MailHeader[];
  /** Lower case; `text/plain` when absent (RFC 2045 §5.2). */
  readonly mediaType: string;
  readonly charset: string | undefined;
  readonly disposition: string | undefined;
  /** From Content-Disposition, else from Content-Type; RFC 2231 and 2047 decoded. */
  readonly fileName: string | undefined;
  /** Transfer-decoded body; empty for a multipart. */
  readonly body: Uint8Array;
  readonly parts: readonly MailPart[];
  /** Line where the part's headers start, from 1. */
  readonly line: number;
}

export interface MailContent extends MailPart {}

const FIELD = /^[!-9;-~]+[ \t]*:/;
const USUAL_FIELDS =
  /^(from|to|date|subject|message-id|mime-version|received|return-path|content-type|x-mss-[a-z]+)[ \t]*:/i;

/** True when the bytes start with header fields of which one is a usual mail field. */
export function looksLikeMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(withoutMark(bytes).subarray(0, 8192)).toString('latin1');
  const lines = head.split(/\r?\n/);
  let usual = 0;
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && usual > 0) continue;
    if (!FIELD.test(line)) return false;
    if (USUAL_FIELDS.test(line)) usual++;
  }
  return usual >= 2;
}

/**
 * Reads a message (RFC 5322) and its MIME tree.
 * @throws ReadError `read/mail` (no field, no content, a part that never ends), `read/mail-base64`, `read/mail-limit`, `read/encoding`.
 */
export function readMail(bytes: Uint8Array, limits: Limits = LIMITS): MailContent {
  // latin1 keeps one character a byte, so that bodies can be sliced and decoded later.
  const source = Buffer.from(withoutMark(bytes)).toString('latin1');
  const reader = new PartReader(source, limits);
  const mail = reader.part(0, source.length, 0, 'text/plain');
  if (mail.headers.length === 0) throw new ReadError('read/mail', { reason: 'no-header' }, { line: 1 });
  if (mail.parts.length === 0 && Buffer.from(mail.body).toString('latin1').trim() === '') {
    throw new ReadError('read/mail', { reason: 'no-content' }, { line: source.trimEnd().split('\n').length + 1 });
  }
  return mail;
}

/** A mail saved by an editor may start with a byte order mark. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(byteOrderMark(bytes)?.charset === 'utf-8' ? 3 : 0);
}

/** Values of the fields called `name` (case does not matter), in order. */
export function headersNamed(part: MailPart, name: string): MailHeader[] {
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

/** Text of a text part in its charset, ASCII by default (RFC 2046 §4.1.2). */
export function textOf(part: MailPart): string {
  return decode(part.body, part.charset ?? 'utf-8');
}

class PartReader {
  #parts = 0;
  readonly #text: SourceText;

  constructor(
    readonly source: string,
    readonly limits: Limits,
  ) {
    this.#text = new SourceText(source);
  }

  part(start: number, end: number, depth: number, defaultType: string): MailPart {
    this.#keepTo('mailParts', ++this.#parts, start);
    this.#keepTo('mailDepth', depth, start);
    const { headers, bodyStart } = this.#headers(start, end);
    const contentType = fieldOf(headers, 'content-type') ?? defaultType;
    const type = parameters(contentType);
    const disposition = parameters(fieldOf(headers, 'content-disposition') ?? '');
    const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(type.value) ? type.value.toLowerCase() : 'text/plain';
    const boundary = type.parameters.get('boundary');
    const common = {
      headers,
      mediaType,
      charset: type.parameters.get('charset'),
      disposition: disposition.value.toLowerCase() || undefined,
      fileName: disposition.parameters.get('filename') ?? type.parameters.get('name'),
      line: this.#lineAt(start),
    };
    if (mediaType.startsWith('multipart/')) {
      if (!boundary) throw new ReadError('read/mail', { reason: 'no-boundary' }, { line: common.line });
      const inner = mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
      const parts = this.#split(bodyStart, end, boundary).map(([from, to]) => this.part(from, to, depth + 1, inner));
      return { ...common, body: new Uint8Array(), parts };
    }
    const encoding = (fieldOf(headers, 'content-transfer-encoding') ?? '7bit').trim().toLowerCase();
    return { ...common, body: this.#body(bodyStart, end, encoding), parts: [] };
  }

  #headers(start: number, end: number): { headers: MailHeader[]; bodyStart: number } {
    const fields: RawField[] = [];
    let at = start;
    let line = this.#lineAt(start);
    while (at < end) {
      this.#keepTo('mailHeaderBytes', at - start, start);
      const next = this.#lineEnd(at, end);
      const text = this.source.slice(at, next).replace(/\r?\n$/, '');
      if (text === '') return { headers: fields.map(headerOf), bodyStart: next };
      if (/^[ \t]/.test(text) && fields.length > 0) {
        fields.at(-1)?.raw.push(text);
      } else if (FIELD.test(text)) {
        const colon = text.indexOf(':');
        fields.push({ name: text.slice(0, colon).trimEnd(), raw: [text.slice(colon + 1)], line });
      } else {
        // RFC 5322 has no such line: what follows is taken as the body, as mail agents do.
        return { headers: fields.map(headerOf), bodyStart: at };
      }
      at = next;
      line++;
    }
    return { headers: fields.map(headerOf), bodyStart: end };
  }

  #split(start: number, end: number, boundary: string): [number, number][] {
    const ranges: [number, number][] = [];
    let open: number | undefined;
    let at = start;
    while (at < end) {
      const next = this.#lineEnd(at, end);
      const line = this.source.slice(at, next).trimEnd();
      if (line === `--${boundary}` || line === `--${boundary}--`) {
        if (open !== undefined) ranges.push([open, this.#beforeLineBreak(at)]);
        open = next;
        if (line.endsWith('--') && line.length === boundary.length + 4) return ranges;
      }
      at = next;
    }
    const where = { line: this.#lineAt(start) };
    throw new ReadError('read/mail', { reason: open === undefined ? 'boundary-never-found' : 'cut' }, where);
  }

  #body(start: number, end: number, encoding: string): Uint8Array {
    const body = this.source.slice(start, end);
    if (encoding === 'base64') {
      const bytes = decodeBase64(body);
      if (!bytes) throw new ReadError('read/mail-base64', {}, { line: this.#lineAt(start) });
      return bytes;
    }
    if (encoding === 'quoted-printable') {
      const lines = body.split('\n');
      const text = lines.map((line, index) => unwrapped(line, index === lines.length - 1)).join('');
      return Buffer.from(
        text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );
    }
    return Buffer.from(body, 'latin1');
  }

  #lineEnd(at: number, end: number): number {
    const newline = this.source.indexOf('\n', at);
    return newline === -1 || newline >= end ? end : newline + 1;
  }

  /** The line break before a boundary belongs to the boundary (RFC 2046 §5.1.1). */
  #beforeLineBreak(at: number): number {
    if (this.source[at - 1] !== '\n') return at;
    return this.source[at - 2] === '\r' ? at - 2 : at - 1;
  }

  #lineAt(offset: number): number {
    return this.#text.locate(offset).line;
  }

  #keepTo(limit: LimitName, actual: number, offset: number): void {
    if (actual > this.limits[limit]) throw overLimit(this.limits, limit, actual, { line: this.#lineAt(offset) });
  }
}

/** A line of quoted-printable: its trailing blanks are no part of it, and `=` at its end joins it to the next (RFC 2045 §6.7). */
function unwrapped(line: string, isLast: boolean): string {
  // Not trimEnd: an 8-bit byte A0 is half a letter here, not a blank.
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line.charAt(end - 1))) end--;
  const kept = line.slice(0, end);
  if (kept.endsWith('=')) return kept.slice(0, -1);
  return isLast ? kept : kept + (line.endsWith('\r') ? '\r\n' : '\n');
}

interface RawField {
  readonly name: string;
  /** Its lines, without line breaks. */
  readonly raw: string[];
  readonly line: number;
}

function headerOf({ name, raw: lines, line }: RawField): MailHeader {
  const raw = lines.join('');
  // A fold may be any white space: a tab is a blank (RFC 5322 §2.2.3).
  return { name, raw, line, value: decodeEncodedWords(raw.replaceAll('\t', ' ')).trim() };
}

function fieldOf(headers: readonly MailHeader[], name: string): string | undefined {
  return headers.find((each) => each.name.toLowerCase() === name)?.raw;
}
