import { doubleOf, oneInteger } from './arguments.js';
import { compareText } from './compare.js';
import { type AtomicItem, type Item, integer, raise, stringOf } from './items.js';
import { isSpace, parseDouble } from './number-format.js';

const SURROGATE = /[\uD800-\uDFFF]/;

/** In code points. */
export function stringLength(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** Characters at the places p with round(start) <= p < round(start) + round(length) (XPath functions §7.4.3). */
export function substring(text: string, start: number, length?: number): string {
  const first = Math.round(start);
  const end = length === undefined ? Number.POSITIVE_INFINITY : first + Math.round(length);
  // NaN makes all comparisons false.
  if (!(end > 1) || Number.isNaN(first)) return '';
  if (!SURROGATE.test(text)) return text.slice(Math.max(first, 1) - 1, end - 1);
  return [...text].slice(Math.max(first, 1) - 1, end - 1).join('');
}

export function concat(...items: readonly (AtomicItem | undefined)[]): string {
  return items.map((item) => (item === undefined ? '' : stringOf(item))).join('');
}

export function contains(text: string, part: string): boolean {
  return text.includes(part);
}

export function startsWith(text: string, part: string): boolean {
  return text.startsWith(part);
}

export function endsWith(text: string, part: string): boolean {
  return text.endsWith(part);
}

export function substringBefore(text: string, part: string): string {
  const at = text.indexOf(part);
  return at < 0 ? '' : text.slice(0, at);
}

export function substringAfter(text: string, part: string): string {
  const at = text.indexOf(part);
  return at < 0 ? '' : text.slice(at + part.length);
}

export function normalizeSpace(text: string): string {
  // Most texts are normalised already.
  let spaced = true;
  let changed = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const space = isSpace(code);
    if (space && (spaced || code !== 32)) {
      changed = true;
      break;
    }
    spaced = space;
  }
  if (!changed && !(spaced && text !== '')) return text;
  return text
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .join(' ');
}

export function translate(text: string, from: string, to: string): string {
  const map = new Map<string, string>();
  const targets = [...to];
  let rank = 0;
  for (const character of from) {
    if (!map.has(character)) map.set(character, targets[rank] ?? '');
    rank++;
  }
  let result = '';
  for (const character of text) result += map.get(character) ?? character;
  return result;
}

export function upperCase(text: string): string {
  return text.toUpperCase();
}

export function lowerCase(text: string): string {
  return text.toLowerCase();
}

export function stringJoin(items: readonly AtomicItem[], separator = ''): string {
  return items.map(stringOf).join(separator);
}

export function string(item: Item | undefined): string {
  return item === undefined ? '' : stringOf(item);
}

/** xs:double of anything: NaN for what is none, as fn:number. */
export function number(item: AtomicItem | undefined): number {
  if (item === undefined) return Number.NaN;
  if (typeof item === 'boolean') return item ? 1 : 0;
  if (typeof item === 'string') return numberOfText(item);
  if (typeof item === 'object') {
    if (item.type === 'untypedAtomic') return numberOfText(item.value);
    if (item.type !== 'integer' && item.type !== 'decimal' && item.type !== 'float') return Number.NaN;
  }
  return doubleOf(item);
}

export function compare(one: string | undefined, other: string | undefined): Item | undefined {
  return one === undefined || other === undefined ? undefined : integer(Math.sign(compareText(one, other)));
}

/** Percent-encodes what stands in no URI (XPath functions §7.4.11). */
export function iriToUri(text: string): string {
  return percentEncode(text, /[^\u0021-\u007E]|["<>\\^`{|}]/gu);
}

export function encodeForUri(text: string): string {
  return percentEncode(text, /[^A-Za-z0-9\-_.~]/gu);
}

export function escapeHtmlUri(text: string): string {
  return percentEncode(text, /[^\u0020-\u007E]/gu);
}

function percentEncode(text: string, characters: RegExp): string {
  return text.replace(characters, (character) =>
    [...Buffer.from(character, 'utf8')].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

/** @throws DynamicError FOCH0001 for what is no character of XML 1.0 */
export function codepointsToString(items: readonly AtomicItem[]): string {
  let text = '';
  for (const item of items) {
    const code = oneInteger([item]);
    const isCharacter =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd);
    if (!isCharacter && !(code >= 0x10000 && code <= 0x10ffff)) return raise('FOCH0001', `${code} is no character`);
    text += String.fromCodePoint(code);
  }
  return text;
}

export function stringToCodepoints(text: string): Item[] {
  return Array.from(text, (character) => integer(character.codePointAt(0) ?? 0));
}

/** fn:number of untyped text, null for none. */
export function numberOfText(text: string | null): number {
  return (text === null ? undefined : parseDouble(text)) ?? Number.NaN;
}
