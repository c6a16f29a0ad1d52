import type { ContentByKind, Declaration, Kind } from './artifact.js';
import type { ReadOptions } from './extractors.js';
import { type JsonDocument, parseJson } from './json/document.js';
import { isJsonLines } from './json/lines.js';
import type { Limits } from './limits.js';
import { isMeantAsJson, isMeantAsXml } from './meant.js';
import { ReadError, type ReadProblem } from './read-error.js';
import { decodeFile, startOf } from './text/decode.js';
import { encodingReserves } from './xml/encoding-reserves.js';
import { parseXml } from './xml/parse.js';
import type { XmlDocument } from './xml/tree.js';

/** Something inside a container, before it is read: it becomes a child artifact. */
export interface Contained {
  /** Name in the container, `/` between folders; need not be unique. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Direction that its container tells; what the vendor declares wins. */
  readonly role?: Declaration['role'];
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
  #misread: ReadError | undefined;

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

  /**
   * The document, of a file that starts as XML does (a log may start with `<34>` or `<<<`) and is no page; undefined for what could not be read
   * and was never meant as an artifact. @throws ReadError `read/xml…`, `read/encoding`.
   */
  get xml(): XmlDocument | undefined {
    if (this.#misread || !/^<(?:$|[A-Za-z_:?!/\x80-\xff])/.test(this.head) || isHtml(this.head)) return undefined;
    this.#xml ??= this.#unlessInnocent(
      () => parseXml(this.bytes, this.limits),
      (error) => isMeantAsXml(this.path, this.bytes, error),
    );
    return this.#xml;
  }

  /** What is doubtful in how the text was decoded, of what was read of it. */
  get reserves(): readonly ReadProblem[] {
    return this.#xml ? encodingReserves(this.bytes, this.#xml) : [];
  }

  /** The value, of a file that is one JSON object or array, not one a line; undefined as `xml` is. @throws ReadError `read/json…`, `read/encoding`. */
  get json(): JsonDocument | undefined {
    if (this.#misread || !/^(?:\{|\[\s*[[{"\]])/.test(this.head)) return undefined;
    this.#json ??= this.#unlessInnocent(
      () => (isJsonLines(this.text) ? undefined : parseJson(this.text, this.limits)),
      () => isMeantAsJson(this.path, this.bytes),
    );
    return this.#json;
  }

  /** Why the file is not the XML or the JSON that it starts as, when nothing else says that it was meant as an artifact. */
  get misread(): ReadProblem | undefined {
    return this.#misread;
  }

  #unlessInnocent<T>(parse: () => T, isMeant: (error: ReadError) => boolean): T | undefined {
    try {
      return parse();
    } catch (error) {
      // What exceeds a limit is told, whatever it is.
      if (!(error instanceof ReadError) || error.args.limit !== undefined || isMeant(error)) throw error;
      this.#misread = error;
      return undefined;
    }
  }
}

/** A page is nobody's artifact, and its document type is no attack: what comes first after the prolog tells. */
export function isHtml(start: string): boolean {
  return /^(?:<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|\s)*<(?:!doctype\s+html|html[\s>])/i.test(start);
}
