import { zipSync } from 'fflate';
import type { Kind } from '../artifacts/artifact.js';
import type { Limits } from '../artifacts/limits.js';
import { imageFormat, videoFormat } from '../artifacts/media/formats.js';
import { looksLikeZip, readZip } from '../artifacts/zip/read-zip.js';
import type { Redactor } from './redactor.js';
import { rewriteMail } from './rewrite-mail.js';
import { noteDocument } from './rewrite-markup.js';
import { rewriteHttpText, rewriteTextFile } from './rewrite-text-file.js';
import { Withheld, type WithheldReason } from './withheld.js';

const NEVER: Partial<Record<Kind, WithheldReason>> = {
  pdf: 'pdf',
  image: 'media',
  video: 'media',
  xlsx: 'workbook',
  datamatrix: 'datamatrix',
};
/** The time of each entry of an archive: its own would tell when the copy was made. */
const MOMENT = new Date(1980, 0, 1);

/** Rewrites files of every kind that can be. */
export class FileRewriter {
  constructor(
    readonly redactor: Redactor,
    readonly limits: Limits,
  ) {}

  /** @throws Withheld when the file can't be rewritten without a lie. */
  async rewrite(bytes: Buffer, kind: Kind): Promise<Buffer> {
    const never = NEVER[kind];
    if (never) throw new Withheld(never);
    if (looksLikeZip(bytes)) return await this.#archive(bytes);
    refuseBinary(bytes);
    switch (kind) {
      case 'mail':
        return await rewriteMail(bytes, {
          text: (text) => this.redactor.text(text),
          file: async (_, content) => await this.#inside(content),
        });
      case 'mailbox':
        return await this.#mailbox(bytes);
      case 'har':
        return rewriteTextFile(bytes, (text) =>
          /^\s*\{/.test(text)
            ? this.redactor.text(text, true)
            : rewriteHttpText(text, (each) => this.redactor.text(each)),
        );
      case 'soap':
        return rewriteTextFile(bytes, (text) => rewriteHttpText(text, (each) => this.redactor.text(each)));
      default:
        return rewriteTextFile(bytes, (text) => this.redactor.text(text));
    }
  }

  /** A file in another: its content tells what it is. */
  async #inside(bytes: Buffer): Promise<Buffer> {
    if (looksLikeZip(bytes)) return await this.#archive(bytes);
    refuseBinary(bytes);
    const made = rewriteTextFile(bytes, (text) => this.redactor.text(text));
    noteDocument(this.redactor.documents, bytes, made);
    return made;
  }

  async #archive(bytes: Buffer): Promise<Buffer> {
    const { entries } = readZip(bytes, this.limits);
    if (entries.some(({ name }) => name === 'xl/workbook.xml' || name === 'word/document.xml'))
      throw new Withheld('workbook');
    const made: Record<string, Uint8Array> = {};
    // What the metadata tell of the documents comes after them.
    const ordered = [...entries].sort((a, b) => Number(isMetadata(a.name)) - Number(isMetadata(b.name)));
    const rewritten = new Map<string, Buffer>();
    for (const { name, data } of ordered) rewritten.set(name, await this.#inside(Buffer.from(data)));
    for (const { name } of entries) made[this.redactor.path(name)] = rewritten.get(name) ?? Buffer.alloc(0);
    return Buffer.from(zipSync(made, { mtime: MOMENT }));
  }

  /** Each mail of a mailbox (RFC 4155), parted by its `From ` lines. */
  async #mailbox(bytes: Buffer): Promise<Buffer> {
    const text = bytes.toString('latin1');
    const starts = [...text.matchAll(/^From [^\r\n]*\r?\n/gm)].filter(
      ({ index }) => index === 0 || /\n\r?\n$/.test(text.slice(index - 3, index)),
    );
    const made: Buffer[] = [];
    for (const [at, { 0: line, index }] of starts.entries()) {
      const mail = bytes.subarray(index + line.length, starts[at + 1]?.index ?? bytes.length);
      made.push(Buffer.from(this.redactor.text(line), 'latin1'), await this.rewrite(mail, 'mail'));
    }
    return Buffer.concat(made);
  }
}

function isMetadata(name: string): boolean {
  return /METADATA\.XML$/i.test(name);
}

function refuseBinary(bytes: Buffer): void {
  const head = bytes.toString('latin1', 0, 1024);
  if (head.includes('%PDF-')) throw new Withheld('pdf');
  if (imageFormat(bytes.subarray(0, 16)) || videoFormat(bytes.subarray(0, 16))) throw new Withheld('media');
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw new Withheld('binary');
}
