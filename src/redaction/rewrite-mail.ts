import { splitAtBoundary } from '../artifacts/mail/boundaries.js';
import { parameters } from '../artifacts/mail/field-parameters.js';
import { decodeBody } from '../artifacts/mail/transfer-encoding.js';
import { rewriteTextFile } from './rewrite-text-file.js';
import { Withheld } from './withheld.js';

const SIGNED = /^(?:multipart\/(?:signed|encrypted)|application\/(?:x-)?pkcs7-(?:mime|signature)|application\/pgp)/i;
/** Parts in parts: what is deeper was refused by the reader. */
const DEEPEST = 40;

interface Tools {
  readonly text: (text: string) => string;
  /** Rewrites an attached file, by its name. */
  readonly file: (name: string, bytes: Buffer) => Promise<Buffer>;
}

/** Rewrites a mail part by part, each in its own charset and encoding. @throws Withheld for a part that can't be. */
export async function rewriteMail(bytes: Buffer, tools: Tools, depth = 0): Promise<Buffer> {
  if (depth > DEEPEST) throw new Withheld('unreadable');
  const { head, body } = splitHead(bytes);
  const fields = fieldsOf(head);
  const type = parameters(fields.get('content-type') ?? 'text/plain');
  const mediaType = type.value.toLowerCase();
  if (SIGNED.test(mediaType)) throw new Withheld(/signed|signature/.test(mediaType) ? 'signed' : 'encrypted');
  const newHead = rewriteTextFile(head, tools.text);
  const boundary = type.parameters.get('boundary')?.trimEnd();
  if (mediaType.startsWith('multipart/') && boundary !== undefined)
    return Buffer.concat([newHead, await rewriteParts(body, boundary, tools, depth)]);
  if (mediaType === 'message/rfc822') return Buffer.concat([newHead, await rewriteMail(body, tools, depth + 1)]);
  const encoding = (fields.get('content-transfer-encoding') ?? '7bit').trim().toLowerCase();
  const disposition = parameters(fields.get('content-disposition') ?? '');
  const name = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '';
  const decoded = Buffer.from(decodeBody(body, encoding));
  const rewritten =
    name === '' && mediaType.startsWith('text/')
      ? rewriteTextFile(decoded, tools.text)
      : await tools.file(name, decoded);
  return Buffer.concat([newHead, rewritten.equals(decoded) ? body : encoded(rewritten, encoding, body)]);
}

async function rewriteParts(body: Buffer, boundary: string, tools: Tools, depth: number): Promise<Buffer> {
  const { ranges } = splitAtBoundary(body, 0, body.length, boundary, () => undefined);
  const made: Buffer[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    made.push(
      rewriteTextFile(body.subarray(done, start), tools.text),
      await rewriteMail(body.subarray(start, end), tools, depth + 1),
    );
    done = end;
  }
  return Buffer.concat([...made, rewriteTextFile(body.subarray(done), tools.text)]);
}

function splitHead(bytes: Buffer): { head: Buffer; body: Buffer } {
  if (bytes[0] === 10 || (bytes[0] === 13 && bytes[1] === 10)) {
    const at = bytes[0] === 10 ? 1 : 2;
    return { head: bytes.subarray(0, at), body: bytes.subarray(at) };
  }
  const [crlf, feed] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')];
  const at = crlf !== -1 && (feed === -1 || crlf < feed) ? crlf + 4 : feed === -1 ? bytes.length : feed + 2;
  return { head: bytes.subarray(0, at), body: bytes.subarray(at) };
}

function fieldsOf(head: Buffer): Map<string, string> {
  const unfolded = head.toString('latin1').replace(/\r?\n[ \t]+/g, ' ');
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of unfolded.matchAll(/^([!-9;-~]+)[ \t]*:(.*)$/gm))
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  return fields;
}

function encoded(bytes: Buffer, encoding: string, before: Buffer): Buffer {
  const feed = before.includes('\r\n') ? '\r\n' : '\n';
  const end = /[\r\n]+$/.exec(before.toString('latin1', Math.max(0, before.length - 4)))?.[0] ?? '';
  if (encoding === 'base64')
    return Buffer.from((bytes.toString('base64').match(/.{1,76}/g) ?? []).join(feed) + end, 'latin1');
  return encoding === 'quoted-printable' ? quotedPrintable(bytes, feed) : bytes;
}

/** RFC 2045 §6.7, lines of at most 76 characters. */
function quotedPrintable(bytes: Buffer, feed: string): Buffer {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const made = lines.map((line) => {
    const written = line.replace(
      /[^ -<>-~\t]|[ \t]$/g,
      (each) => `=${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
    return (written.match(/(?:=[0-9A-F]{2}|[^=]){1,24}/g) ?? ['']).reduce(
      (text, run) => (text.length - text.lastIndexOf('\n') + run.length > 74 ? `${text}=${feed}${run}` : text + run),
      '',
    );
  });
  return Buffer.from(made.join(feed), 'latin1');
}
