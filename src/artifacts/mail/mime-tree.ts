import { ReadError } from '../read-error.js';
import { type Split, splitAtBoundary } from './boundaries.js';
import { ByteLines } from './byte-lines.js';
import { parameters } from './field-parameters.js';
import { readFields } from './header-fields.js';
import { headersNamed, type MailHeader, type MailPart, textOf } from './mail.js';
import type { MailWatch } from './mail-watch.js';
import { checkBody, decodeBody } from './transfer-encoding.js';

const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
/** RFC 2046 §5.1.1. */
const LONGEST_BOUNDARY = 70;
/** RFC 5322 §2.1.1: without its line break, of two bytes. */
const LONGEST_LINE = 998;
const LINE_FEED = 10;
/** Fields that say how a part is read: of two, the first counts, and another agent may take the second. */
const READ_BY = ['Content-Type', 'Content-Transfer-Encoding', 'Content-Disposition', 'MIME-Version'];

/**
 * Reads the part that starts at `start`, with all its parts. Bodies are checked, and decoded when they are asked for.
 * @throws ReadError `read/mail`, `read/mail-base64`, `read/mail-limit`.
 */
export function readTree(bytes: Buffer, start: number, watch: MailWatch): MailPart {
  return new TreeReader(bytes, watch).part(start, bytes.length, [], 'text/plain');
}

class TreeReader {
  #parts = 0;
  readonly #lines: ByteLines;

  constructor(
    readonly bytes: Buffer,
    readonly watch: MailWatch,
  ) {
    this.#lines = new ByteLines(bytes);
  }

  /** @param ranks of the part and of those it stands in, from 1. */
  part(start: number, end: number, ranks: readonly number[], defaultType: string): MailPart {
    const { bytes, watch } = this;
    const lines = this.#lines;
    const line = lines.lineAt(start);
    watch.keepTo('mailParts', ++this.#parts, line);
    watch.keepTo('mailDepth', ranks.length, line);
    const { headers, next, nextLine } = readFields(bytes, start, end, line, watch);
    this.#noteRepeated(headers);
    const type = parameters(fieldOf(headers, 'content-type') ?? defaultType);
    const disposition = parameters(fieldOf(headers, 'content-disposition') ?? '');
    const mediaType = TYPE.test(type.value) ? type.value.toLowerCase() : 'text/plain';
    const isMultipart = mediaType.startsWith('multipart/');
    const encoding = (fieldOf(headers, 'content-transfer-encoding') ?? '').trim().toLowerCase() || '7bit';
    const common = {
      path: ranks.join('.') || (isMultipart ? '' : '1'),
      headers,
      mediaType,
      parameters: type.parameters,
      charset: type.parameters.get('charset') || undefined,
      disposition: disposition.value.toLowerCase() || undefined,
      fileName: disposition.parameters.get('filename') ?? type.parameters.get('name'),
      encoding,
      line,
      bodyLine: nextLine,
    };
    if (isMultipart) {
      const inner = mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
      const ranges = this.#ranges(next, end, type.parameters.get('boundary')?.trimEnd(), common);
      const parts = ranges.map(([from, to], index) => this.part(from, to, [...ranks, index + 1], inner));
      return {
        ...common,
        body: new Uint8Array(),
        parts,
        get overlongLine() {
          return overlongLine(lines, start, next);
        },
      };
    }
    const reserve = checkBody(bytes.subarray(next, end), encoding, nextLine, common.path);
    if (reserve) watch.note(reserve, nextLine, common.path);
    const part: MailPart = {
      ...common,
      parts: [],
      get body() {
        return decodeBody(bytes.subarray(next, end), encoding);
      },
      get overlongLine() {
        return overlongLine(lines, start, end);
      },
    };
    this.#noteContent(part);
    return part;
  }

  #ranges(
    start: number,
    end: number,
    boundary: string | undefined,
    { line, bodyLine, path }: PartStart,
  ): Split['ranges'] {
    const at = path ? { path } : {};
    if (!boundary) throw new ReadError('read/mail', { reason: 'no-boundary' }, { line, ...at });
    if (boundary.length > LONGEST_BOUNDARY) this.watch.note('boundary-too-long', line, path);
    const { ranges, met } = splitAtBoundary(this.bytes, start, end, boundary, (parts) =>
      this.watch.keepTo('mailParts', this.#parts + parts, bodyLine),
    );
    if (met === 'end') return ranges;
    const reason = met === 'none' ? 'boundary-never-found' : 'cut';
    throw new ReadError('read/mail', { reason }, { line: bodyLine, ...at });
  }

  #noteRepeated(headers: readonly MailHeader[]): void {
    for (const name of READ_BY) {
      const second = headersNamed({ headers }, name)[1];
      if (second) this.watch.note('repeated-mime-field', second.line, name);
    }
  }

  /** What stands elsewhere is never fetched, and a text that can't be decoded is told before a check asks for it. */
  #noteContent(part: MailPart): void {
    const { mediaType, path, bodyLine } = part;
    if (mediaType === 'message/partial') this.watch.note('partial-message', part.line, path);
    if (mediaType === 'message/external-body') this.watch.note('external-body', part.line, path);
    if (!mediaType.startsWith('text/') || part.disposition === 'attachment' || part.fileName !== undefined) return;
    try {
      if (hasUuencode(textOf(part))) this.watch.note('uuencode', bodyLine, path);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      this.watch.add({ code: error.code, args: error.args, location: { line: bodyLine, path } });
    }
  }
}

interface PartStart {
  readonly line: number;
  readonly bodyLine: number;
  readonly path: string;
}

/** Line of the first line between two offsets that has more than 998 bytes, the one that ends it apart. */
function overlongLine(lines: ByteLines, start: number, end: number): number | undefined {
  for (let at = start; end - at > LONGEST_LINE; ) {
    // The last line feed within reach: all the lines before it are short.
    const feed = lines.bytes.lastIndexOf(LINE_FEED, at + LONGEST_LINE + 1);
    if (feed < at) return lines.lineAt(at);
    at = feed + 1;
  }
  return undefined;
}

/** A file in the middle of a text, as mail agents sent it before MIME: nothing opens it. */
function hasUuencode(text: string): boolean {
  return /^begin [0-7]{3,4} \S.*\r?\nM[ -`]{60}/m.test(text);
}

function fieldOf(headers: readonly MailHeader[], name: string): string | undefined {
  return headersNamed({ headers }, name)[0]?.raw;
}
