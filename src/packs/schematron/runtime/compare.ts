import { doubleOf, oneAtom } from './arguments.js';
import { castItem } from './cast.js';
import { compareDecimals } from './decimal.js';
import {
  type Atomic,
  type AtomicItem,
  atomise,
  atomiseItem,
  type Item,
  raise,
  type Sequence,
  typeOf,
} from './items.js';
import { parseDouble } from './number-format.js';

export type Operator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

/**
 * `=`, `!=`, `<`… (XPath 2.0 §3.5.2): whether some pair of items compares so.
 * @throws DynamicError FORG0001 for untyped text that is not of the type it is compared with, XPTY0004 for types that are never compared
 */
export function generalCompare(operator: Operator, left: Sequence, right: Sequence): boolean {
  if (left.length === 0 || right.length === 0) return false;
  const lefts = atomise(left);
  const rights = atomise(right);
  // Sizes may both come from the document: sets and extremes keep the time linear.
  if (lefts.length > 1 && rights.length > 1 && lefts.length * rights.length > 64) {
    const found = compareMany(operator, lefts, rights);
    if (found !== undefined) return found;
  }
  for (const one of lefts) for (const other of rights) if (comparePair(operator, one, other)) return true;
  return false;
}

/** `eq`, `lt`… (XPath 2.0 §3.5.1): undefined when an operand is empty. Untyped text is a string. */
export function valueCompare(operator: Operator, left: Sequence, right: Sequence): boolean | undefined {
  if (left.length === 0 || right.length === 0) return undefined;
  return compareAtoms(operator, typed(oneAtom(left)), typed(oneAtom(right)));
}

/** Two values of types that need no cast. @throws DynamicError XPTY0004 */
export function compareAtoms(operator: Operator, one: AtomicItem, other: AtomicItem): boolean {
  const order = orderOf(one, other);
  if (order === undefined) {
    return raise('XPTY0004', `an xs:${typeOf(one)} cannot be compared with an xs:${typeOf(other)}`);
  }
  if (operator !== 'eq' && operator !== 'ne' && (isQName(one) || isQName(other))) {
    return raise('XPTY0004', 'two QNames have no order');
  }
  return holds(operator, order);
}

/** The text by which an item compares with strings and nodes; undefined for one that is cast or refused. */
export function comparedText(item: Item): string | undefined {
  const value = typed(atomiseItem(item));
  return typeof value === 'string' ? value : undefined;
}

/** Untyped text as a string, anything else as it is. */
export function typed(item: AtomicItem): AtomicItem {
  return typeof item === 'object' && item.type === 'untypedAtomic' ? item.value : item;
}

/** Code points, not UTF-16 code units: negative, 0 or positive. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const a = one.charCodeAt(at);
    const b = other.charCodeAt(at);
    if (a !== b) return weight(a) - weight(b);
  }
  return one.length - other.length;
}

/** Surrogates stand for code points above all others. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function holds(operator: Operator, order: number): boolean {
  // NaN, the order of what has none, makes all false but `ne`.
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
    case 'gt':
      return order > 0;
    default:
      return order >= 0;
  }
}

function comparePair(operator: Operator, one: AtomicItem, other: AtomicItem): boolean {
  const untypedOne = typeof one === 'object' && one.type === 'untypedAtomic';
  const untypedOther = typeof other === 'object' && other.type === 'untypedAtomic';
  if (untypedOne && untypedOther) return holds(operator, compareText(one.value, other.value));
  // The reference engine does not cast what it compares with NaN.
  if ((untypedOne && isNotNumber(other)) || (untypedOther && isNotNumber(one))) return operator === 'ne';
  if (untypedOne) return compareAtoms(operator, castLike(one, other), other);
  if (untypedOther) return compareAtoms(operator, one, castLike(other, one));
  return compareAtoms(operator, one, other);
}

/** Untyped text in the type of what it is compared with: xs:double for every number. */
function castLike(item: Atomic & { value: string }, like: AtomicItem): AtomicItem {
  if (typeof like === 'string') return item.value;
  if (isNumber(like)) return doubleOf(item);
  const type = typeOf(like);
  if (type === 'QName') return raise('XPTY0004', 'untyped text cannot be compared with an xs:QName');
  return castItem(type, item);
}

/** Negative, 0, positive, NaN; undefined for types that are not compared. */
function orderOf(one: AtomicItem, other: AtomicItem): number | undefined {
  if (typeof one === 'boolean' || typeof other === 'boolean') {
    return typeof one === typeof other ? Number(one) - Number(other) : undefined;
  }
  const text = textOf(one);
  if (text !== undefined) {
    const against = textOf(other);
    return against === undefined ? undefined : compareText(text, against);
  }
  if (isNumber(one)) return isNumber(other) ? orderOfNumbers(one, other) : undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || one.type !== other.type) return undefined;
  if (one.type === 'QName') {
    const { uri, local } = (other as typeof one).value;
    return one.value.uri === uri && one.value.local === local ? 0 : Number.NaN;
  }
  if (one.type === 'dateTime' || one.type === 'date' || one.type === 'time') {
    return compareDecimals(one.value.seconds, (other as typeof one).value.seconds);
  }
  return undefined;
}

function orderOfNumbers(one: AtomicItem, other: AtomicItem): number {
  if (isExact(one) && isExact(other)) return compareDecimals(one.value, other.value);
  // An exact number beside a float becomes a float (XPath 2.0 §B.1).
  const [a, b] =
    isFloat(one) && isExact(other)
      ? [one.value, Math.fround(doubleOf(other))]
      : isFloat(other) && isExact(one)
        ? [Math.fround(doubleOf(one)), other.value]
        : [doubleOf(one), doubleOf(other)];
  return a === b ? 0 : a < b ? -1 : a > b ? 1 : Number.NaN;
}

type Exact = Extract<Atomic, { type: 'integer' | 'decimal' }>;

function isExact(item: AtomicItem): item is Exact {
  return typeof item === 'object' && (item.type === 'integer' || item.type === 'decimal');
}

function isFloat(item: AtomicItem): item is Extract<Atomic, { type: 'float' }> {
  return typeof item === 'object' && item.type === 'float';
}

/** NaN. */
export function isNotNumber(item: AtomicItem): boolean {
  return Number.isNaN(isFloat(item) ? item.value : item);
}

function isNumber(item: AtomicItem): boolean {
  return typeof item === 'number' || isExact(item) || isFloat(item);
}

function isQName(item: AtomicItem): boolean {
  return typeof item === 'object' && item.type === 'QName';
}

function isUntyped(item: AtomicItem): boolean {
  return typeof item === 'object' && item.type === 'untypedAtomic';
}

/** The text of a string or an anyURI, which are compared as strings. */
function textOf(item: AtomicItem): string | undefined {
  if (typeof item === 'string') return item;
  return typeof item === 'object' && item.type === 'anyURI' ? item.value : undefined;
}

/** Two long sequences of texts, or of numbers and texts that are all numbers. Undefined when they are something else: pair by pair then. */
function compareMany(
  operator: Operator,
  lefts: readonly AtomicItem[],
  rights: readonly AtomicItem[],
): boolean | undefined {
  const texts = allTexts(lefts);
  const otherTexts = texts && allTexts(rights);
  if (texts !== undefined && otherTexts !== undefined) return compareKeys(operator, texts, otherTexts, compareText);
  // Untyped against untyped are texts, even beside numbers.
  if (lefts.some(isUntyped) && rights.some(isUntyped)) return undefined;
  const numbers = allNumbers(lefts);
  const otherNumbers = numbers && allNumbers(rights);
  if (numbers === undefined || otherNumbers === undefined) return undefined;
  return compareKeys(operator, numbers, otherNumbers, (one, other) => one - other);
}

function allTexts(items: readonly AtomicItem[]): string[] | undefined {
  const texts: string[] = [];
  for (const item of items) {
    const text = textOf(typed(item));
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts;
}

/** Finite numbers without NaN: untyped text among them only when the other side would cast it without an error. */
function allNumbers(items: readonly AtomicItem[]): number[] | undefined {
  const numbers: number[] = [];
  for (const item of items) {
    const value =
      typeof item === 'object' && item.type === 'untypedAtomic'
        ? parseDouble(item.value)
        : typeof item === 'number'
          ? item
          : isExact(item) && item.value.scale === 0
            ? Number(item.value.units)
            : undefined;
    if (value === undefined || !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
    numbers.push(value);
  }
  return numbers;
}

function compareKeys<Key>(
  operator: Operator,
  lefts: readonly Key[],
  rights: readonly Key[],
  order: (one: Key, other: Key) => number,
): boolean {
  const keys = new Set(rights);
  if (operator === 'eq') return lefts.some((key) => keys.has(key));
  if (operator === 'ne') return keys.size > 1 || lefts.some((key) => !keys.has(key));
  // The pair that differs most in the wanted direction tells.
  const upwards = operator === 'lt' || operator === 'le';
  const extreme = (items: readonly Key[], lowest: boolean): Key =>
    items.reduce((best, key) => (order(key, best) < 0 === lowest ? key : best));
  return holds(operator, order(extreme(lefts, upwards), extreme(rights, !upwards)));
}
