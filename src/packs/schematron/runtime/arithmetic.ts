import { optionalNumber } from './arguments.js';
import { add, type Decimal, divide, divideWhole, multiply, negate, numberOfDecimal, remainder } from './decimal.js';
import { type AtomicItem, integer, raise, type Sequence } from './items.js';

export type ArithmeticOperator = '+' | '-' | '*' | 'div' | 'idiv' | 'mod';

/** A number of one type: doubles and floats are computed by JavaScript, integers and decimals exactly. */
type Operand =
  | { readonly type: 'double' | 'float'; readonly value: number }
  | { readonly type: 'integer' | 'decimal'; readonly value: Decimal };

/**
 * `+`, `-`, `*`, `div`, `idiv`, `mod` of numbers (XPath 2.0 §3.4); untyped text is an xs:double. Dates and durations are not computed with.
 * @returns undefined when an operand is empty
 * @throws DynamicError XPTY0004 for several items or another type, FORG0001 for text that is no number, FOAR0001 for a division by zero, FOAR0002
 */
export function arithmetic(operator: ArithmeticOperator, left: Sequence, right: Sequence): AtomicItem | undefined {
  // What is empty is seen before the other operand is looked at.
  if (left.length === 0 || right.length === 0) return undefined;
  const one = optionalNumber(left);
  const other = optionalNumber(right);
  if (one === undefined || other === undefined) return undefined;
  if (typeof one === 'number' && typeof other === 'number') return doubles(operator, one, other);
  const a = operand(one);
  const b = operand(other);
  if ((a.type === 'integer' || a.type === 'decimal') && (b.type === 'integer' || b.type === 'decimal')) {
    const type = a.type === 'integer' && b.type === 'integer' ? 'integer' : 'decimal';
    return exact(operator, type, a.value, b.value);
  }
  if (a.type === 'double' || b.type === 'double') return doubles(operator, numberOf(a), numberOf(b));
  const result = doubles(operator, Math.fround(numberOf(a)), Math.fround(numberOf(b)));
  return typeof result === 'number' ? { type: 'float', value: Math.fround(result) } : result;
}

/** `-x`, `+x`. Undefined when the operand is empty. @throws DynamicError as `arithmetic` */
export function signed(negative: boolean, items: Sequence): AtomicItem | undefined {
  const item = optionalNumber(items);
  if (item === undefined || !negative) return item;
  if (typeof item === 'number') return -item;
  const { type, value } = operand(item);
  return type === 'integer' || type === 'decimal' ? { type, value: negate(value) } : { type: 'float', value: -value };
}

function operand(item: AtomicItem): Operand {
  if (typeof item === 'number') return { type: 'double', value: item };
  if (typeof item === 'object' && (item.type === 'integer' || item.type === 'decimal' || item.type === 'float'))
    return item;
  return raise('XPTY0004', 'a number is needed');
}

function numberOf({ value }: Operand): number {
  return typeof value === 'number' ? value : numberOfDecimal(value);
}

function doubles(operator: ArithmeticOperator, one: number, other: number): AtomicItem {
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case 'div':
      return one / other;
    case 'mod':
      return one % other;
    case 'idiv': {
      if (other === 0) return raise('FOAR0001', 'a division by zero');
      if (!Number.isFinite(one) || Number.isNaN(other)) return raise('FOAR0002', 'idiv of what is no finite number');
      return integer(Math.trunc(one / other));
    }
  }
}

function exact(operator: ArithmeticOperator, type: 'integer' | 'decimal', one: Decimal, other: Decimal): AtomicItem {
  if (other.units === 0n && (operator === 'div' || operator === 'idiv' || operator === 'mod')) {
    return raise('FOAR0001', 'a division by zero');
  }
  switch (operator) {
    case '+':
      return { type, value: add(one, other) };
    case '-':
      return { type, value: add(one, negate(other)) };
    case '*':
      return { type, value: multiply(one, other) };
    case 'div':
      return { type: 'decimal', value: divide(one, other) };
    case 'idiv':
      return { type: 'integer', value: divideWhole(one, other) };
    case 'mod':
      return { type, value: remainder(one, other) };
  }
}
