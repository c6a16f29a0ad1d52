import { KIND, TreeNode } from '../tree/node.js';
import { typed } from './compare.js';
import { formatDecimal, numberOfDecimal } from './decimal.js';
import { type AtomicItem, type Item, integer, raise, type Sequence } from './items.js';

/** A key that two atomic values share when they are `eq`, NaN with itself. Decimals are told apart as doubles are. */
function keyOf(item: AtomicItem): string {
  const value = typed(item);
  if (typeof value === 'string') return `s${value}`;
  if (typeof value === 'number') return `n${value}`;
  if (typeof value === 'boolean') return `b${value}`;
  switch (value.type) {
    case 'integer':
    case 'decimal':
      return `n${numberOfDecimal(value.value)}`;
    case 'float':
      return `n${value.value}`;
    case 'QName':
      return `q${value.value.uri} ${value.value.local}`;
    case 'dateTime':
    case 'date':
    case 'time':
      return `${value.type}${formatDecimal(value.value.seconds)}`;
    default:
      return `s${value.value}`;
  }
}

/** The first of each value, in order. */
export function distinctValues(items: readonly AtomicItem[]): AtomicItem[] {
  if (items.length < 2) return [...items];
  const found = new Map<string, AtomicItem>();
  for (const item of items) {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, item);
  }
  return [...found.values()];
}

/** Values that are not comparable are different. */
export function indexOf(items: readonly AtomicItem[], sought: AtomicItem | undefined): Item[] {
  if (sought === undefined) return raise('XPTY0004', 'index-of: nothing is looked for');
  const key = keyOf(sought);
  const found: Item[] = [];
  if (key === 'nNaN') return found;
  items.forEach((item, rank) => {
    if (keyOf(item) === key) found.push(integer(rank + 1));
  });
  return found;
}

export function count(items: Sequence): number {
  return items.length;
}

export function empty(items: Sequence): boolean {
  return items.length === 0;
}

export function exists(items: Sequence): boolean {
  return items.length > 0;
}

export function reverse(items: Sequence): Item[] {
  return [...items].reverse();
}

/** Places as `substring` counts them. */
export function subsequence(items: Sequence, start: number, length?: number): Item[] {
  const first = Math.round(start);
  const end = length === undefined ? Number.POSITIVE_INFINITY : first + Math.round(length);
  return items.filter((_, rank) => rank + 1 >= first && rank + 1 < end);
}

export function insertBefore(items: Sequence, place: number, inserted: Sequence): Item[] {
  const at = Math.max(place, 1) - 1;
  return [...items.slice(0, at), ...inserted, ...items.slice(at)];
}

export function remove(items: Sequence, place: number): Item[] {
  return items.filter((_, rank) => rank + 1 !== place);
}

export function zeroOrOne(items: Sequence): Sequence {
  return items.length <= 1 ? items : raise('FORG0003', 'zero-or-one: more than one item');
}

export function oneOrMore(items: Sequence): Sequence {
  return items.length >= 1 ? items : raise('FORG0004', 'one-or-more: no item');
}

export function exactlyOne(items: Sequence): Sequence {
  return items.length === 1 ? items : raise('FORG0005', 'exactly-one: not one item');
}

export function identity(items: Sequence): Sequence {
  return items;
}

/** XPath functions §15.3.1, without a schema: comments and instructions below elements do not count. */
export function deepEqual(left: Sequence, right: Sequence): boolean {
  return left.length === right.length && left.every((item, rank) => equalItems(item, right[rank] as Item));
}

function equalItems(one: Item, other: Item): boolean {
  if (one instanceof TreeNode) return other instanceof TreeNode && equalNodes(one, other);
  if (other instanceof TreeNode) return false;
  return keyOf(one) === keyOf(other);
}

function equalNodes(one: TreeNode, other: TreeNode): boolean {
  if (one === other) return true;
  if (one.kind !== other.kind || one.localName !== other.localName || one.uri !== other.uri) return false;
  if (one.kind !== KIND.element && one.kind !== KIND.document) return one.value === other.value;
  const attributes = attributesOf(one);
  const others = attributesOf(other);
  if (attributes.size !== others.size) return false;
  for (const [name, value] of attributes) if (others.get(name) !== value) return false;
  let mine = significant(one.first);
  let its = significant(other.first);
  while (mine && its) {
    if (!equalNodes(mine, its)) return false;
    mine = significant(mine.next);
    its = significant(its.next);
  }
  return mine === its;
}

function attributesOf(element: TreeNode): Map<string, string> {
  const found = new Map<string, string>();
  for (let each = element.firstAttribute; each; each = each.next)
    found.set(`${each.uri} ${each.localName}`, each.value);
  return found;
}

function significant(from: TreeNode | null): TreeNode | null {
  let node = from;
  while (node && (node.kind === KIND.comment || node.kind === KIND.instruction)) node = node.next;
  return node;
}
