import { doubleOf } from './arguments.js';
import { arithmetic } from './arithmetic.js';
import { compareAtoms, isNotNumber } from './compare.js';
import { ceilingDecimal, floorDecimal, negate, numberOfDecimal, roundDecimal, shortestDecimal } from './decimal.js';
import { type AtomicItem, integer, raise, typeOf } from './items.js';

/** fn:sum. @param zero what the sum of nothing is */
export function sum(
  items: readonly AtomicItem[],
  ...zero: readonly (AtomicItem | undefined)[]
): AtomicItem | undefined {
  if (items.length === 0) return zero.length === 0 ? integer(0) : zero[0];
  return items.map(numeric).reduce((total, item) => arithmetic('+', [total], [item]) ?? total);
}

export function average(items: readonly AtomicItem[]): AtomicItem | undefined {
  return items.length === 0 ? undefined : arithmetic('div', [sum(items) ?? 0], [integer(items.length)]);
}

export function minimum(items: readonly AtomicItem[]): AtomicItem | undefined {
  return extreme(items, 'lt');
}

export function maximum(items: readonly AtomicItem[]): AtomicItem | undefined {
  return extreme(items, 'gt');
}

/** Untyped text is an xs:double; NaN is the least and the greatest of all. @throws DynamicError FORG0001, FORG0006 */
function extreme(items: readonly AtomicItem[], operator: 'lt' | 'gt'): AtomicItem | undefined {
  const [first, ...others] = items.map((item) =>
    typeof item === 'object' && item.type === 'untypedAtomic' ? doubleOf(item) : item,
  );
  if (first === undefined) return undefined;
  let best = first;
  let isDouble = typeof first === 'number';
  for (const item of others) {
    isDouble ||= typeof item === 'number';
    if (isNotNumber(best)) continue;
    if (isNotNumber(item) || better(operator, item, best)) best = item;
  }
  if (typeOf(best) === 'QName') return raise('FORG0006', 'QNames have no order');
  return isDouble ? doubleOf(best) : best;
}

function better(operator: 'lt' | 'gt', item: AtomicItem, best: AtomicItem): boolean {
  const [one, other] = [typeOf(item), typeOf(best)];
  const comparable = one === other || (NUMBERS.has(one) && NUMBERS.has(other)) || (TEXTS.has(one) && TEXTS.has(other));
  return comparable ? compareAtoms(operator, item, best) : raise('FORG0006', `an xs:${one} beside an xs:${other}`);
}

const NUMBERS: ReadonlySet<string> = new Set(['double', 'float', 'integer', 'decimal']);
const TEXTS: ReadonlySet<string> = new Set(['string', 'anyURI']);

function numeric(item: AtomicItem): AtomicItem {
  if (typeof item === 'object' && item.type === 'untypedAtomic') return doubleOf(item);
  return NUMBERS.has(typeOf(item)) ? item : raise('FORG0006', `an xs:${typeOf(item)} cannot be added up`);
}

export function absolute(item: AtomicItem | undefined): AtomicItem | undefined {
  if (typeof item === 'number') return Math.abs(item);
  if (typeof item !== 'object') return item;
  if (item.type === 'float') return { type: 'float', value: Math.abs(item.value) };
  if (item.type !== 'integer' && item.type !== 'decimal') return item;
  return item.value.units < 0n ? { type: item.type, value: negate(item.value) } : item;
}

export function floor(item: AtomicItem | undefined): AtomicItem | undefined {
  return mapped(item, Math.floor, floorDecimal);
}

export function ceiling(item: AtomicItem | undefined): AtomicItem | undefined {
  return mapped(item, Math.ceil, ceilingDecimal);
}

/** Halves go up. */
export function round(item: AtomicItem | undefined): AtomicItem | undefined {
  return mapped(item, Math.round, (value) => roundDecimal(value, 0, 'up'));
}

export function roundHalfToEven(item: AtomicItem | undefined, precision = 0): AtomicItem | undefined {
  return mapped(
    item,
    (value) => {
      if (!Number.isFinite(value) || value === 0) return value;
      const rounded = numberOfDecimal(roundDecimal(shortestDecimal(value), precision, 'even'));
      return rounded === 0 && value < 0 ? -0 : rounded;
    },
    (value) => roundDecimal(value, precision, 'even'),
  );
}

type Exact = Parameters<typeof floorDecimal>[0];

/** The type stays. */
function mapped(
  item: AtomicItem | undefined,
  ofDouble: (value: number) => number,
  ofDecimal: (value: Exact) => Exact,
): AtomicItem | undefined {
  if (typeof item === 'number') return ofDouble(item);
  if (typeof item !== 'object') return item;
  if (item.type === 'float') return { type: 'float', value: Math.fround(ofDouble(item.value)) };
  if (item.type === 'integer' || item.type === 'decimal') return { type: item.type, value: ofDecimal(item.value) };
  return item;
}
