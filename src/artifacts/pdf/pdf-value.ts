import type { Limits } from '../limits.js';
import { overLimit } from '../read-error.js';

/** A dictionary; keys without their slash, `#xx` decoded. */
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** A name keeps its slash (`/Page`), so that it is no string; `#xx` is decoded. */
export type PdfValue =
  | null
  | boolean
  | number
  | string
  | PdfString
  | PdfReference
  | readonly PdfValue[]
  | PdfDictionary;

/** A literal or hexadecimal string, one character a byte. */
export interface PdfString {
  readonly bytes: string;
}

interface PdfReference {
  readonly object: number;
}

/** Deeper is taken for null: no producer nests so, and what is looked for stands high. */
const MAX_DEPTH = 60;
const BLANKS = /[\0\t\n\f\r ]*/y;
const COMMENT = /%[^\r\n]*/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,20}\d{1,5}[\0\t\n\f\r ]{1,20}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
/** What stands behind a value, never in one: it ends whatever was left open. */
const KEYWORDS: ReadonlySet<string> = new Set(['endobj', 'obj', 'stream', 'endstream', 'xref', 'trailer', 'startxref']);
const EMPTY: PdfDictionary = new Map();

/**
 * Parses the value at `at` of a text that holds one character a byte (ISO 32000-1 §7.3). Never fails on bad syntax: what can't be understood is
 * null, and reading goes on behind it.
 */
export class PdfParser {
  /** Where reading goes on. */
  at = 0;
  #values = 0;

  constructor(
    readonly text: string,
    readonly limits: Limits,
    /** Values that were read before this one, of the same file. */
    values = 0,
  ) {
    this.#values = values;
  }

  get values(): number {
    return this.#values;
  }

  parse(at: number): PdfValue {
    this.at = at;
    return this.#value(0) ?? null;
  }

  /** Undefined at a closing delimiter, at a keyword or at the end. */
  #value(depth: number): PdfValue | undefined {
    do this.#match(BLANKS);
    while (this.#match(COMMENT) !== undefined);
    if (++this.#values > this.limits.pdfValues) throw overLimit(this.limits, 'pdfValues', this.#values);
    const { text } = this;
    switch (text[this.at]) {
      case undefined:
      case ']':
      case '}':
      case ')':
      case '>':
        return undefined;
      case '/':
        return decodeName(this.#match(NAME) ?? '/');
      case '(':
        return this.#literal();
      case '[':
      case '{':
        this.at++;
        return this.#array(depth);
      case '<':
        if (text[this.at + 1] !== '<') return this.#hexadecimal();
        this.at += 2;
        return this.#dictionary(depth);
      default:
        return this.#word();
    }
  }

  #array(depth: number): readonly PdfValue[] {
    const values: PdfValue[] = [];
    while (depth < MAX_DEPTH) {
      const value = this.#value(depth + 1);
      if (value === undefined) break;
      values.push(value);
    }
    if (this.text[this.at] === ']' || this.text[this.at] === '}') this.at++;
    return values;
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    while (depth < MAX_DEPTH) {
      const key = this.#value(depth + 1);
      if (key === undefined) break;
      if (typeof key !== 'string' || !key.startsWith('/')) continue;
      const value = this.#value(depth + 1);
      if (value === undefined) break;
      entries.set(key.slice(1), value);
    }
    if (this.text.startsWith('>>', this.at)) this.at += 2;
    return entries.size > 0 ? entries : EMPTY;
  }

  #word(): PdfValue | undefined {
    const reference = this.#exec(REFERENCE);
    if (reference) return { object: Number(reference[1]) };
    const word = this.#match(WORD) ?? '';
    if (KEYWORDS.has(word)) {
      this.at -= word.length;
      return undefined;
    }
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    return word !== '' && !Number.isNaN(number) ? number : null;
  }

  #literal(): PdfString {
    const start = ++this.at;
    const { text } = this;
    for (let open = 1; this.at < text.length; this.at++) {
      const character = text[this.at];
      if (character === '\\') this.at++;
      else if (character === '(') open++;
      else if (character === ')' && --open === 0) break;
    }
    return { bytes: unescaped(text.slice(start, this.at++)) };
  }

  #hexadecimal(): PdfString {
    const close = this.text.indexOf('>', this.at);
    const end = close === -1 ? this.text.length : close;
    const digits = this.text.slice(this.at + 1, end).replace(/[^0-9A-Fa-f]/g, '');
    this.at = end + 1;
    return { bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1') };
  }

  #match(pattern: RegExp): string | undefined {
    return this.#exec(pattern)?.[0];
  }

  #exec(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }
}

function decodeName(raw: string): string {
  return raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(raw: string): string {
  return raw.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, character?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255);
    return character === undefined ? '' : (ESCAPES[character] ?? character);
  });
}

/** Text of a string: UTF-16 or UTF-8 when it says so, else taken for Latin-1, of which PDFDocEncoding differs little (§7.9.2). */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return undefined;
  const bytes = Buffer.from(value.bytes, 'latin1');
  if (value.bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return value.bytes.startsWith('\xef\xbb\xbf') ? bytes.toString('utf8', 3) : value.bytes;
}
