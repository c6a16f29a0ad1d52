import type { Limits } from '../limits.js';
import { overLimit, ReadError, spend } from '../read-error.js';
import type { SourceText } from '../text/source-text.js';
import { jsonPath } from './path.js';

/**
 * Where every value of a JSON text stands, in the order of the text: value 0 is the document, the children of value `i` are `i + 1`, then
 * `next[child]`, up to `next[i]`.
 */
export interface JsonOffsets {
  /** Offset of the first character of each value. */
  readonly start: Int32Array;
  /** Offset after its last character. */
  readonly end: Int32Array;
  /** Offset of the quote that opens its name, -1 when it is no member of an object. */
  readonly key: Int32Array;
  /** Rank of what follows the value and all that is in it. */
  readonly next: Int32Array;
}

/** Names that scripts take for the machinery of their objects: no specification of an export has such a member. */
const MACHINERY: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads strict JSON (RFC 8259) in one pass, without building anything, so that limits hold before memory is taken. Refuses what two
 * recipients could read as two things: a name given twice in an object (§4), half a surrogate pair (§8.2).
 * @param repeated when given, a name given twice is not refused: the name is added here, and its last value is the one that counts.
 * @throws ReadError `read/json`, `read/json-limit`, with line, column, and the JSONPath where one is known.
 */
export function scanJson(source: SourceText, limits: Limits, repeated?: Set<string>): JsonOffsets {
  return new Scanner(source, limits, repeated).document();
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;

class Scanner {
  readonly #text: string;
  #at = 0;
  #count = 0;
  #start: Int32Array;
  #end: Int32Array;
  #key: Int32Array;
  #next: Int32Array;
  /** Values whose closing bracket is awaited, outermost first. */
  readonly #open: number[] = [];
  /** Names met in each open object; a set is used again by what comes later at its depth. */
  readonly #names: Set<string>[] = [];

  constructor(
    readonly source: SourceText,
    readonly limits: Limits,
    readonly repeated: Set<string> | undefined,
  ) {
    this.#text = source.text;
    // A value takes about 25 characters in an export: room for all of them is rarely taken twice.
    const room = Math.min(limits.jsonValues, (source.text.length >> 4) + 16);
    this.#start = new Int32Array(room);
    this.#end = new Int32Array(room);
    this.#key = new Int32Array(room);
    this.#next = new Int32Array(room);
  }

  document(): JsonOffsets {
    const text = this.#text;
    this.#blank();
    this.#value(-1);
    for (let owner = this.#open.at(-1); owner !== undefined; owner = this.#open.at(-1)) {
      const isObject = text[this.#start[owner] ?? 0] === '{';
      this.#blank();
      const isFirst = this.#count === owner + 1;
      if (text[this.#at] === (isObject ? '}' : ']')) {
        this.#open.pop();
        this.#close(owner, this.#at + 1);
        continue;
      }
      if (!isFirst) {
        if (text[this.#at] !== ',')
          this.#fail(this.#isOver() ? (isObject ? 'CloseBraceExpected' : 'CloseBracketExpected') : 'CommaExpected');
        this.#at++;
        this.#blank();
      }
      this.#value(isObject ? this.#name() : -1);
    }
    this.#blank();
    if (!this.#isOver()) this.#fail('EndOfFileExpected');
    const used = (values: Int32Array): Int32Array => values.subarray(0, this.#count);
    return { start: used(this.#start), end: used(this.#end), key: used(this.#key), next: used(this.#next) };
  }

  /** Reads a value, or only the opening of an array or an object. */
  #value(key: number): void {
    const at = this.#at;
    const index = this.#add(at, key);
    const code = this.#text.charCodeAt(at);
    if (code === QUOTE) {
      this.#string();
      this.#close(index, this.#at);
    } else if (code === 0x7b || code === 0x5b) {
      const depth = this.#open.push(index);
      if (depth > this.limits.jsonDepth) throw overLimit(this.limits, 'jsonDepth', depth, this.source.locate(at));
      if (code === 0x7b) this.#namesAt(depth - 1).clear();
      this.#at++;
    } else {
      const pattern = code === 0x2d || (code >= 0x30 && code <= 0x39) ? NUMBER : LITERAL;
      pattern.lastIndex = at;
      if (!pattern.test(this.#text)) this.#failValue();
      this.#close(index, pattern.lastIndex);
    }
  }

  /** Reads the name of a member and its colon; gives the name's offset. */
  #name(): number {
    const at = this.#at;
    if (this.#text.charCodeAt(at) !== QUOTE) this.#fail(this.#isOver() ? 'CloseBraceExpected' : 'PropertyNameExpected');
    const plain = this.#string();
    const name = plain ? this.#text.slice(at + 1, this.#at - 1) : decodeString(this.#text.slice(at, this.#at));
    const names = this.#namesAt(this.#open.length - 1);
    const isTwice = names.size === names.add(name).size;
    if (isTwice || MACHINERY.has(name)) {
      const isForgiven = this.repeated !== undefined && !MACHINERY.has(name);
      if (!isForgiven) {
        const path = jsonPath([...this.#path(), name]);
        throw new ReadError(
          'read/json',
          { reason: isTwice ? 'duplicate-key' : 'machinery-key' },
          { ...this.source.locate(at), path },
        );
      }
      this.repeated.add(name);
    }
    this.#blank();
    if (this.#text[this.#at] !== ':') this.#fail('ColonExpected');
    this.#at++;
    this.#blank();
    return at;
  }

  /** Skips a string; true when it holds no escape. */
  #string(): boolean {
    const text = this.#text;
    const from = this.#at;
    let plain = true;
    let at = from + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        plain = false;
        at = this.#escape(at);
      } else if (code < 0x20 || Number.isNaN(code)) {
        const isUnclosed = Number.isNaN(code) || code === 0x0a || code === 0x0d;
        this.#fail(
          isUnclosed ? 'UnexpectedEndOfString' : code === 0 ? 'nul' : 'InvalidCharacter',
          isUnclosed ? from : at,
        );
      } else at++;
    }
    this.#at = at + 1;
    return plain;
  }

  /** Offset after an escape. */
  #escape(at: number): number {
    const text = this.#text;
    if (text[at + 1] !== 'u') {
      if (!/["\\/bfnrt]/.test(text[at + 1] ?? '')) this.#fail('InvalidEscapeCharacter', at);
      return at + 2;
    }
    const unit = hexadecimal(text, at + 2);
    if (unit === undefined) this.#fail('InvalidUnicode', at);
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    const low = text.startsWith('\\u', at + 6) ? (hexadecimal(text, at + 8) ?? 0) : 0;
    if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff) this.#fail('lone-surrogate', at);
    return at + 12;
  }

  #blank(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  #add(start: number, key: number): number {
    spend(this.limits, 1);
    const index = this.#count++;
    if (this.#count > this.limits.jsonValues)
      throw overLimit(this.limits, 'jsonValues', this.#count, this.source.locate(start));
    if (index === this.#start.length) {
      const room = Math.min(this.limits.jsonValues, index * 2);
      this.#start = grown(this.#start, room);
      this.#end = grown(this.#end, room);
      this.#key = grown(this.#key, room);
      this.#next = grown(this.#next, room);
    }
    this.#start[index] = start;
    this.#key[index] = key;
    return index;
  }

  #close(index: number, end: number): void {
    this.#at = end;
    this.#end[index] = end;
    this.#next[index] = this.#count;
  }

  #namesAt(depth: number): Set<string> {
    const known = this.#names[depth];
    if (known) return known;
    const names = new Set<string>();
    this.#names[depth] = names;
    return names;
  }

  /** Where the innermost open value stands, counted anew: only errors need it. */
  #path(): (string | number)[] {
    return this.#open.slice(1).map((index, depth) => {
      const key = this.#key[index] ?? -1;
      if (key !== -1) return decodeString(this.#text.slice(key, endOfString(this.#text, key)));
      let rank = 0;
      for (let child = (this.#open[depth] ?? 0) + 1; child < index; child = this.#next[child] ?? index) rank++;
      return rank;
    });
  }

  #isOver(): boolean {
    return this.#at >= this.#text.length;
  }

  #failValue(): never {
    if (!this.#isOver() && /[A-Za-z]/.test(this.#text[this.#at] ?? '')) this.#fail('InvalidSymbol');
    this.#fail('ValueExpected');
  }

  #fail(reason: string, at = this.#at): never {
    const said = this.#text.charCodeAt(at) === 0 ? 'nul' : reason;
    throw new ReadError('read/json', { reason: said }, this.source.locate(at));
  }
}

function grown(values: Int32Array, room: number): Int32Array {
  const larger = new Int32Array(room);
  larger.set(values);
  return larger;
}

/** Four hexadecimal digits as a number. */
function hexadecimal(text: string, at: number): number | undefined {
  const digits = text.slice(at, at + 4);
  return /^[0-9A-Fa-f]{4}$/.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

/** Offset after the string that opens at `at`, in a text that was found valid there. */
export function endOfString(text: string, at: number): number {
  for (let end = at + 1; ; end++) {
    const code = text.charCodeAt(end);
    if (code === BACKSLASH) end++;
    else if (code === QUOTE || Number.isNaN(code)) return end + 1;
  }
}

/** What a string stands for, given with its quotes. */
export function decodeString(quoted: string): string {
  return JSON.parse(quoted) as string;
}
