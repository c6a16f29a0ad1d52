import { KIND, stringValue, TreeNode } from '../tree/node.js';
import { type Decimal, formatDecimal } from './decimal.js';
import type { Moment } from './moment.js';
import { formatDouble, formatFloat } from './number-format.js';

/**
 * An item of XPath as generated code holds it: a `string` is an xs:string, a `number` an xs:double, a `boolean` an xs:boolean; all other types are `Atomic`.
 * A sequence is an array of items. Counts and lengths (xs:integer) are numbers within generated code, and become items through `integer`.
 */
export type Item = TreeNode | AtomicItem;
export type AtomicItem = string | number | boolean | Atomic;
export type Sequence = readonly Item[];

/** Types derived from xs:integer are `integer`. */
export type Atomic =
  | { readonly type: 'untypedAtomic' | 'anyURI'; readonly value: string }
  | { readonly type: 'integer' | 'decimal'; readonly value: Decimal }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'dateTime' | 'date' | 'time'; readonly value: Moment }
  | { readonly type: 'QName'; readonly value: QNameValue };

/** `uri` is empty for no namespace. */
export interface QNameValue {
  readonly uri: string;
  readonly prefix: string;
  readonly local: string;
}

/** A dynamic error of XPath: the rule cannot be evaluated on this document. `code` is that of XPath 2.0, `XPTY0004`. */
export class DynamicError extends Error {
  override readonly name = 'DynamicError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function raise(code: string, message: string): never {
  throw new DynamicError(code, message);
}

/** An xs:integer. @param value a whole number. */
export function integer(value: number | bigint): Atomic {
  return { type: 'integer', value: { units: BigInt(value), scale: 0 } };
}

export function untyped(value: string): Atomic {
  return { type: 'untypedAtomic', value };
}

export function isNode(item: Item): item is TreeNode {
  return item instanceof TreeNode;
}

/** The typed value of a node (XPath data model §6, without a schema): untyped, but a string for comments and instructions. */
function typedValue(node: TreeNode): AtomicItem {
  const text = stringValue(node);
  return node.kind === KIND.comment || node.kind === KIND.instruction ? text : untyped(text);
}

export function atomiseItem(item: Item): AtomicItem {
  return item instanceof TreeNode ? typedValue(item) : item;
}

/** fn:data. The sequence itself when it holds no node. */
export function atomise(items: Sequence): readonly AtomicItem[] {
  for (const item of items) if (item instanceof TreeNode) return items.map(atomiseItem);
  return items as readonly AtomicItem[];
}

/** fn:string of one item, the form that is written in a message. */
export function stringOf(item: Item): string {
  if (typeof item === 'string') return item;
  if (item instanceof TreeNode) return stringValue(item);
  if (typeof item === 'number') return formatDouble(item);
  if (typeof item === 'boolean') return item ? 'true' : 'false';
  switch (item.type) {
    case 'integer':
    case 'decimal':
      return formatDecimal(item.value);
    case 'float':
      return formatFloat(item.value);
    case 'dateTime':
    case 'date':
    case 'time':
      return item.value.text;
    case 'QName':
      return item.value.prefix === '' ? item.value.local : `${item.value.prefix}:${item.value.local}`;
    default:
      return item.value;
  }
}

/** What `xsl:value-of` writes (XSLT 2.0 §11.4.3): the items, one space apart. */
export function textOf(items: Sequence): string {
  return items.length === 1 ? stringOf(items[0] as Item) : items.map(stringOf).join(' ');
}

/** xs:string, xs:double, xs:untypedAtomic…: the name of the type of an atomic value, without prefix. */
export function typeOf(item: AtomicItem): 'string' | 'double' | 'boolean' | Atomic['type'] {
  switch (typeof item) {
    case 'string':
      return 'string';
    case 'number':
      return 'double';
    case 'boolean':
      return 'boolean';
    default:
      return item.type;
  }
}

/** The effective boolean value (XPath 2.0 §2.4.3). @throws DynamicError FORG0006 */
export function effectiveBoolean(items: Sequence): boolean {
  const [first] = items;
  if (first === undefined) return false;
  if (first instanceof TreeNode) return true;
  if (items.length > 1) return raise('FORG0006', 'a sequence of several values has no truth value');
  return booleanOf(first);
}

/** The effective boolean value of one item. @throws DynamicError FORG0006 */
export function booleanOf(item: Item): boolean {
  if (typeof item === 'boolean') return item;
  if (typeof item === 'string') return item !== '';
  if (typeof item === 'number') return item !== 0 && !Number.isNaN(item);
  if (item instanceof TreeNode) return true;
  switch (item.type) {
    case 'untypedAtomic':
    case 'anyURI':
      return item.value !== '';
    case 'integer':
    case 'decimal':
      return item.value.units !== 0n;
    case 'float':
      return item.value !== 0 && !Number.isNaN(item.value);
    default:
      return raise('FORG0006', `an xs:${item.type} has no truth value`);
  }
}
