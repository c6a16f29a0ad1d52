import { byteOrderMark, decode, decodeFile } from '../text/decode.js';
import { SourceText } from '../text/source-text.js';
import type { ZipEntry } from '../zip/read-zip.js';

/** What an attribute of a page leads to. */
interface PageLink {
  /** Lower case: `a`, `link`, `img`… */
  readonly element: string;
  /** As written, the five entities of XML decoded. */
  readonly target: string;
  readonly line: number;
  readonly column: number;
}

/** One of the two files of an XDM archive that only people read (IHE ITI TF-2, §3.32.4.1.2.2). */
export interface XdmLeaflet {
  /** As written in the archive. */
  readonly name: string;
  readonly data: Uint8Array;
  /** What it declares, else UTF-8, else windows-1252 for bytes that are not UTF-8. */
  readonly charset: string;
  /** Decoded when it is first asked for. */
  readonly text: string;
  /** Targets of `href` and `src`, in order; none in a text file. */
  readonly links: readonly PageLink[];
}

/** The leaflet called `name`, whatever its case. */
export function leafletNamed(name: string, entries: readonly ZipEntry[]): XdmLeaflet | undefined {
  const found = entries.find((entry) => entry.name.toUpperCase() === name);
  return found && new Leaflet(found.name, found.data);
}

class Leaflet implements XdmLeaflet {
  #decoded: { charset: string; text: string } | undefined;
  #links: readonly PageLink[] | undefined;

  constructor(
    readonly name: string,
    readonly data: Uint8Array,
  ) {}

  get charset(): string {
    this.#decoded ??= decoded(this.data);
    return this.#decoded.charset;
  }

  get text(): string {
    this.#decoded ??= decoded(this.data);
    return this.#decoded.text;
  }

  get links(): readonly PageLink[] {
    this.#links ??= /\.html?$/i.test(this.name) ? linksOf(this.text) : [];
    return this.#links;
  }
}

function decoded(data: Uint8Array): { charset: string; text: string } {
  const head = Buffer.from(data.subarray(0, 1024)).toString('latin1');
  const declared = /(?:\bcharset\s*=\s*["']?|<\?xml[^>]{0,200}\bencoding\s*=\s*["'])([A-Za-z][\w.:-]*)/i.exec(
    head,
  )?.[1];
  const mark = byteOrderMark(data);
  // A leaflet is shown, not parsed: what it wrongly declares must not make the archive unreadable.
  if (mark) return attempt(mark.charset, () => decodeFile(data)) ?? shown(data);
  const charset = (declared ?? 'utf-8').toLowerCase();
  return attempt(charset, () => decode(data, charset)) ?? attempt('utf-8', () => decode(data, 'utf-8')) ?? shown(data);
}

function attempt(charset: string, read: () => string): { charset: string; text: string } | undefined {
  try {
    return { charset, text: read() };
  } catch {
    return undefined;
  }
}

function shown(data: Uint8Array): { charset: string; text: string } {
  return { charset: 'windows-1252', text: decode(data, 'windows-1252') };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function linksOf(text: string): PageLink[] {
  const source = new SourceText(text);
  // Neither bracket inside: a tag that is never closed costs no more than its own length.
  return [...text.matchAll(/<([a-z][a-z0-9]*)\s([^<>]*)>/gi)].flatMap((tag) =>
    [...(tag[2] ?? '').matchAll(/(?:^|\s)(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi)].map((found) => ({
      element: (tag[1] ?? '').toLowerCase(),
      target: (found[1] ?? found[2] ?? found[3] ?? '').replace(
        /&(amp|lt|gt|quot|apos);/g,
        (entity, name: string) => ENTITIES[name] ?? entity,
      ),
      ...source.locate(tag.index),
    })),
  );
}
