import { nameCode } from '../tree/names.js';
import { stringValue } from '../tree/node.js';
import { CONVERSIONS, doubleOf, oneInteger, optionalItem } from './arguments.js';
import { arithmetic, signed } from './arithmetic.js';
import { type CastType, cast, castable, castableText } from './cast.js';
import { comparedText, compareText, generalCompare, valueCompare } from './compare.js';
import { decimalOfNumber } from './decimal.js';
import { createDocuments, type DocumentSource } from './documents.js';
import { FUNCTIONS } from './functions.js';
import {
  type Atomic,
  booleanOf,
  effectiveBoolean,
  type Item,
  integer,
  isNode,
  raise,
  type Sequence,
  stringOf,
  textOf,
  typeOf,
  untyped,
} from './items.js';
import { castQName } from './node-functions.js';
import { NODES } from './nodes.js';
import { numberOfText } from './strings.js';

/**
 * What generated code reads as `R`. It reaches nothing but values, nodes and the files of the pack.
 */
export function createRuntime(source: DocumentSource): object {
  return {
    ...NODES,
    ...createDocuments(source),
    arithmetic,
    booleanOf,
    cast,
    castQName,
    castable,
    castableOptional,
    castableText,
    comparedText,
    compareText,
    conversions: CONVERSIONS,
    decimal,
    doubleOfText,
    effectiveBoolean,
    functions: FUNCTIONS,
    generalCompare,
    instanceOf,
    integer,
    isNode,
    isOfType,
    nameCode,
    numberOfText,
    range,
    selects,
    several,
    severalItems,
    signed,
    stringOf,
    stringOfOptional,
    stringValue,
    textOf,
    treat,
    untyped,
    valueCompare,
  };
}

/** The sequence of an item that may be absent. */
function several(item: Item | undefined): Sequence {
  return item === undefined ? [] : [item];
}

function severalItems(): never {
  return raise('XPTY0004', 'a sequence of more than one item where at most one is allowed');
}

function decimal(value: number): Atomic {
  return { type: 'decimal', value: decimalOfNumber(value) };
}

/** Untyped text as a number to compare with. @throws DynamicError FORG0001 */
function doubleOfText(text: string): number {
  return doubleOf(untyped(text));
}

function stringOfOptional(items: Sequence): string {
  const item = optionalItem(items);
  return item === undefined ? '' : stringOf(item);
}

function castableOptional(type: CastType, text: string | null, optional: boolean): boolean {
  return text === null ? optional : castableText(type, text);
}

/** Whether a predicate keeps the item at a place: a number is compared with it (XPath 2.0 §3.2.2). */
function selects(predicate: Sequence, place: number): boolean {
  const [first] = predicate;
  if (predicate.length === 1 && first !== undefined && !isNode(first) && isOfType(first, 'numeric'))
    return generalCompare('eq', predicate, [integer(place)]);
  return effectiveBoolean(predicate);
}

/** Items that a range may have: a document must not choose how much memory is used. */
const LONGEST_RANGE = 1_000_000;

function range(from: Sequence, to: Sequence): readonly Item[] {
  if (from.length === 0 || to.length === 0) return [];
  const first = oneInteger(from);
  const length = oneInteger(to) - first + 1;
  if (length > LONGEST_RANGE) return raise('FOAR0002', `a range of ${length} items`);
  return length < 1 ? [] : Array.from({ length }, (_, index) => integer(first + index));
}

function isOfType(item: Item, type: string): boolean {
  if (isNode(item)) return false;
  const own = typeOf(item);
  if (type === own || type === 'anyAtomicType') return true;
  if (type === 'decimal') return own === 'integer';
  return type === 'numeric' && ['integer', 'decimal', 'float', 'double'].includes(own);
}

function instanceOf(items: Sequence, occurrence: string, test: ((item: Item) => boolean) | null): boolean {
  const { length } = items;
  if (occurrence === 'empty') return length === 0;
  if (
    length === 0
      ? occurrence === 'one' || occurrence === 'some'
      : length > 1 && (occurrence === 'one' || occurrence === 'optional')
  )
    return false;
  return test === null || items.every(test);
}

/** @throws DynamicError XPDY0050 */
function treat(items: Sequence, occurrence: string, test: ((item: Item) => boolean) | null): Sequence {
  return instanceOf(items, occurrence, test)
    ? items
    : raise('XPDY0050', 'a value is not of the type that it is treated as');
}
