import type { ContentByKind, Declaration, Kind } from './artifact.js';
import type { ReadOptions } from './extractors.js';
import { type JsonDocument, parseJson } from './json/document.js';
import { isJsonLines } from './json/lines.js';
import type { Limits } from './limits.js';
import type { ReadProblem } from './read-error.js';
import { decodeFile, startOf } from './text/decode.js';
import { encodingReserves } from './xml/encoding-reserves.js';
import { parseXml } from './xml/parse.js';
import type { XmlDocument } from './xml/tree.js';

/** Something inside a container, before it is read: it becomes a child artifact. */
export interface Contained {
  /** Name in the container, `/` between folders; need not be unique. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is already known to be unreadable of it: nothing else is read. */
  readonly problem?: ReadProblem;
  /** What it is, when its container tells: no reader is asked. Its places are then those of the container's file. */
  readonly recognised?: () => AnyRecognised;
}

/** What a reader made of a file. */
export interface Recognised<K extends Kind = Kind> {
  readonly kind: K;
  readonly content: ContentByKind[K];
  /** What the file contains, in its order. */
  readonly contains?: readonly Contained[];
  /** What was read with a reserve, under the code `read/forgiven`: the content is whole, and the reader had to guess or to forgive. */
  readonly reserves?: readonly ReadProblem[];
}

export type AnyRecognised = { [K in Kind]: Recognised<K> }[Kind];

/**
 * Reads what is its own, or gives undefined for others to try. It decides by content, never by the name alone.
 * A reader that throws a ReadError has recognised the file, and could not read it.
 */
export type Reader = (source: Source) => AnyRecognised | undefined | Promise<AnyRecognised | undefined>;

/** The bytes of a file and the views that several readers share, each made once. */
export class Source {
  #head: string | undefined;
  #text: string | undefined;
  #xml: XmlDocument | undefined;
  #json: JsonDocument | undefined;

  constructor(
    readonly path: string,
    readonly bytes: Buffer,
    readonly limits: Limits,
    /** What the vendor says of the file. */
    readonly declared: Declaration = {},
    readonly options: ReadOptions = {},
  ) {}

  /**
   * First characters as `startOf` gives them, without leading blanks: enough to tell what a file is, not to read it.
   */
  get head(): string {
    this.#head ??= startOf(this.bytes, 4096).trimStart();
    return this.#head;
  }

  /** The whole text. @throws ReadError `read/encoding`. */
  get text(): string {
    this.#text ??= decodeFile(this.bytes);
    return this.#text;
  }

  /** The document, of a file that starts as XML does (a log may start with `<34>` or `<<<`) and is no page. @throws ReadError `read/xml…`, `read/encoding`. */
  get xml(): XmlDocument | undefined {
    if (!/^<(?:$|[A-Za-z_:?!/\x80-\xff])/.test(this.head) || isHtml(this.head)) return undefined;
    this.#xml ??= parseXml(this.bytes, this.limits);
    return this.#xml;
  }

  /** What is doubtful in how the text was decoded, of what was read of it. */
  get reserves(): readonly ReadProblem[] {
    return this.#xml ? encodingReserves(this.bytes, this.#xml) : [];
  }

  /** The value, of a file that is one JSON object or array, not one a line. @throws ReadError `read/json…`, `read/encoding`. */
  get json(): JsonDocument | undefined {
    if (!/^(?:\{|\[\s*[[{"\]])/.test(this.head) || isJsonLines(this.text)) return undefined;
    this.#json ??= parseJson(this.text, this.limits);
    return this.#json;
  }
}

/** A page is nobody's artifact, and its document type is no attack: what comes first after the prolog tells. */
export function isHtml(start: string): boolean {
  return /^(?:<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|\s)*<(?:!doctype\s+html|html[\s>])/i.test(start);
}
