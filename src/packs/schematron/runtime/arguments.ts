import { TreeNode } from '../tree/node.js';
import { numberOfDecimal } from './decimal.js';
import { type AtomicItem, atomise, atomiseItem, type Item, raise, type Sequence, stringOf, typeOf } from './items.js';
import { parseDouble } from './number-format.js';

/**
 * How a function takes an argument; generated code converts it (`arguments.ts`) or gives what it already holds in that form:
 * - `text`: a string, '' for nothing; `string?`: a string or undefined; `string`: a string
 * - `double`: a number; `integer`: a whole number; `number?`: an `AtomicItem` that is a number of any type, or undefined
 * - `item?`: an item or undefined; `atom?`: the same, atomised; `node?`: a node or undefined; `node`: a node
 * - `items`: an array of items; `atoms`: the same, atomised
 */
export type Parameter =
  | 'text'
  | 'string?'
  | 'string'
  | 'double'
  | 'integer'
  | 'number?'
  | 'item?'
  | 'atom?'
  | 'node?'
  | 'node'
  | 'items'
  | 'atoms';

/** The conversions, for sequences of which nothing is known. All throw XPTY0004 for several items where one is taken, as the reference engine does. */
export const CONVERSIONS: Readonly<Record<Parameter, (items: Sequence) => unknown>> = {
  text: stringOrEmpty,
  'string?': optionalString,
  string: oneString,
  double: oneDouble,
  integer: oneInteger,
  'number?': optionalNumber,
  'item?': optionalItem,
  'atom?': optionalAtom,
  'node?': optionalNode,
  node: (items) => optionalNode(items) ?? raiseEmpty(),
  items: (items) => items,
  atoms: atomise,
};

/** The item, atomised, or undefined for none. */
export function optionalAtom(items: Sequence): AtomicItem | undefined {
  const item = optionalItem(items);
  return item === undefined ? undefined : atomiseItem(item);
}

export function optionalItem(items: Sequence): Item | undefined {
  if (items.length > 1) return raise('XPTY0004', 'a sequence of more than one item where at most one is allowed');
  return items[0];
}

export function oneAtom(items: Sequence): AtomicItem {
  return optionalAtom(items) ?? raiseEmpty();
}

/** xs:string?: undefined for none. @throws DynamicError XPTY0004 for another type */
function optionalString(items: Sequence): string | undefined {
  const item = optionalItem(items);
  return item === undefined ? undefined : stringOfItem(item);
}

/** xs:string?, where a function takes none for the empty string. */
export function stringOrEmpty(items: Sequence): string {
  return optionalString(items) ?? '';
}

/** xs:string. */
function oneString(items: Sequence): string {
  return optionalString(items) ?? raiseEmpty();
}

/** xs:string of an item: untyped and anyURI are taken as strings. */
function stringOfItem(item: Item): string {
  if (typeof item === 'string') return item;
  if (item instanceof TreeNode) return stringOf(item);
  if (typeof item === 'object' && (item.type === 'untypedAtomic' || item.type === 'anyURI')) return item.value;
  return raise('XPTY0004', `an xs:string is needed, not an xs:${typeOf(item)}`);
}

/** xs:double. */
function oneDouble(items: Sequence): number {
  return doubleOf(oneAtom(items));
}

/** xs:double of an atomic value. @throws DynamicError FORG0001 for untyped text that is no number, XPTY0004 for another type */
export function doubleOf(item: AtomicItem): number {
  if (typeof item === 'number') return item;
  if (typeof item === 'object') {
    switch (item.type) {
      case 'untypedAtomic':
        return parseDouble(item.value) ?? raise('FORG0001', `"${item.value}" is no xs:double`);
      case 'integer':
      case 'decimal':
        return numberOfDecimal(item.value);
      case 'float':
        return item.value;
    }
  }
  return raise('XPTY0004', `a number is needed, not an xs:${typeOf(item)}`);
}

/** xs:integer, as a number. */
export function oneInteger(items: Sequence): number {
  const item = oneAtom(items);
  if (typeof item === 'object') {
    if (item.type === 'integer') return numberOfDecimal(item.value);
    if (item.type === 'untypedAtomic') {
      const text = item.value.trim();
      return /^[+-]?\d+$/.test(text) ? Number(text) : raise('FORG0001', `"${item.value}" is no xs:integer`);
    }
  }
  return raise('XPTY0004', `an xs:integer is needed, not an xs:${typeOf(item)}`);
}

/** A number of any type; untyped text becomes an xs:double. Undefined for none. */
export function optionalNumber(items: Sequence): AtomicItem | undefined {
  const item = optionalAtom(items);
  if (item === undefined || typeof item === 'number') return item;
  if (typeof item === 'object' && (item.type === 'integer' || item.type === 'decimal' || item.type === 'float'))
    return item;
  return doubleOf(item);
}

/** node()?. */
function optionalNode(items: Sequence): TreeNode | undefined {
  const item = optionalItem(items);
  if (item === undefined || item instanceof TreeNode) return item;
  return raise('XPTY0004', `a node is needed, not an xs:${typeOf(item)}`);
}

function raiseEmpty(): never {
  return raise('XPTY0004', 'an empty sequence where an item is needed');
}
