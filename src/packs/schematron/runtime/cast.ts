import { optionalAtom } from './arguments.js';
import { type Decimal, decimalOfNumber, formatDecimal, numberOfDecimal, parseDecimal } from './decimal.js';
import { type AtomicItem, raise, type Sequence, stringOf, typeOf } from './items.js';
import { parseMoment } from './moment.js';
import { parseDouble, trimSpace } from './number-format.js';

const XML_SCHEMA = 'http://www.w3.org/2001/XMLSchema';

/** Lowest and highest value of the types derived from xs:integer, undefined where there is none. */
const INTEGERS = {
  integer: [undefined, undefined],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
  nonNegativeInteger: [0n, undefined],
  positiveInteger: [1n, undefined],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-32_768n, 32_767n],
  byte: [-128n, 127n],
  unsignedLong: [0n, 2n ** 64n - 1n],
  unsignedInt: [0n, 2n ** 32n - 1n],
  unsignedShort: [0n, 65_535n],
  unsignedByte: [0n, 255n],
} as const satisfies Record<string, readonly [bigint | undefined, bigint | undefined]>;

const OTHERS = [
  'string',
  'untypedAtomic',
  'boolean',
  'decimal',
  'double',
  'float',
  'dateTime',
  'date',
  'time',
  'anyURI',
] as const;

/** A type that values can be cast to. */
export type CastType = keyof typeof INTEGERS | (typeof OTHERS)[number];

const TYPES: ReadonlySet<string> = new Set([...Object.keys(INTEGERS), ...OTHERS]);

/** The type of a name, undefined for one that no cast knows here. xs:QName is not among them: it needs the namespaces in scope, see `castQName`. */
export function castType(uri: string, local: string): CastType | undefined {
  return uri === XML_SCHEMA && TYPES.has(local) ? (local as CastType) : undefined;
}

/**
 * `cast as` and constructor functions (XPath functions §17).
 * @param optional whether nothing may be cast, to nothing
 * @throws DynamicError XPTY0004, FORG0001
 */
export function cast(type: CastType, items: Sequence, optional: boolean): AtomicItem | undefined {
  const item = optionalAtom(items);
  if (item === undefined)
    return optional ? undefined : raise('XPTY0004', `an empty sequence cannot be cast to xs:${type}`);
  return castItem(type, item);
}

/** `castable as`: false for several items. @param optional whether nothing is castable */
export function castable(type: CastType, items: Sequence, optional: boolean): boolean {
  if (items.length !== 1) return items.length === 0 && optional;
  const item = optionalAtom(items);
  return item !== undefined && attempt(type, item) !== undefined;
}

/** @throws DynamicError FORG0001 for text of another form, FOCA0002 for a number that has no such value, XPTY0004 for a type that is never cast so */
export function castItem(type: CastType, item: AtomicItem): AtomicItem {
  const found = attempt(type, item);
  if (found !== undefined) return found;
  const from = typeOf(item);
  if (from === 'string' || from === 'untypedAtomic') return raise('FORG0001', `"${stringOf(item)}" is no xs:${type}`);
  if (from === 'double' || from === 'float') return raise('FOCA0002', `${stringOf(item)} is no xs:${type}`);
  return raise(
    from === 'integer' || from === 'decimal' ? 'FORG0001' : 'XPTY0004',
    `an xs:${from} cannot be cast to xs:${type}`,
  );
}

/** Whether a text, of a node or a string, can be cast. */
export function castableText(type: CastType, text: string): boolean {
  return type === 'string' || type === 'untypedAtomic' || type === 'anyURI' || fromText(type, text) !== undefined;
}

/** Undefined where the cast would fail. */
function attempt(type: CastType, item: AtomicItem): AtomicItem | undefined {
  if (type === 'string') return stringOf(item);
  if (type === 'untypedAtomic') return { type, value: stringOf(item) };
  if (typeof item === 'string') return fromText(type, item);
  if (typeof item === 'number') return fromDouble(type, item);
  if (typeof item === 'boolean') return fromNumber(type, { units: item ? 1n : 0n, scale: 0 }, item ? 1 : 0, item);
  switch (item.type) {
    case 'untypedAtomic':
      return fromText(type, item.value);
    case 'anyURI':
      return type === 'anyURI' ? item : undefined;
    case 'integer':
    case 'decimal':
      return fromNumber(type, item.value, undefined, item.value.units !== 0n);
    case 'float':
      return fromDouble(type, item.value);
    case 'dateTime':
    case 'date':
    case 'time':
      return fromMoment(type, item.type, item.value.text);
    default:
      return undefined;
  }
}

function fromText(type: CastType, text: string): AtomicItem | undefined {
  switch (type) {
    case 'string':
      return text;
    case 'untypedAtomic':
      return { type, value: text };
    case 'anyURI':
      // The reference engine takes nearly any text for a URI, as XSD 1.1 part 2 §3.3.17 allows.
      return { type, value: trimSpace(text).replace(/[ \t\r\n]+/g, ' ') };
    case 'boolean':
      switch (trimSpace(text)) {
        case 'true':
        case '1':
          return true;
        case 'false':
        case '0':
          return false;
        default:
          return undefined;
      }
    case 'double':
      return parseDouble(text);
    case 'float': {
      const value = parseDouble(text);
      return value === undefined ? undefined : { type, value: Math.fround(value) };
    }
    case 'decimal': {
      const trimmed = trimSpace(text);
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(trimmed) ? { type, value: parseDecimal(trimmed) } : undefined;
    }
    case 'dateTime':
    case 'date':
    case 'time': {
      const value = parseMoment(type, trimSpace(text));
      return value && { type, value };
    }
    default: {
      const trimmed = trimSpace(text);
      return /^[+-]?\d+$/.test(trimmed) ? ofInteger(type, BigInt(trimmed.replace('+', ''))) : undefined;
    }
  }
}

function ofInteger(type: keyof typeof INTEGERS, value: bigint): AtomicItem | undefined {
  const [lowest, highest] = INTEGERS[type];
  if ((lowest !== undefined && value < lowest) || (highest !== undefined && value > highest)) return undefined;
  return { type: 'integer', value: { units: value, scale: 0 } };
}

function fromDouble(type: CastType, value: number): AtomicItem | undefined {
  switch (type) {
    case 'double':
      return value;
    case 'float':
      return { type, value: Math.fround(value) };
    case 'boolean':
      return value !== 0 && !Number.isNaN(value);
    default:
      return Number.isFinite(value) ? fromNumber(type, decimalOfNumber(value), value, false) : undefined;
  }
}

/** From an exact number. @param double its value as a double, where it is known */
function fromNumber(
  type: CastType,
  value: Decimal,
  double: number | undefined,
  truth: boolean,
): AtomicItem | undefined {
  switch (type) {
    case 'boolean':
      return truth;
    case 'decimal':
      return { type, value };
    case 'double':
      return double ?? numberOfDecimal(value);
    case 'float':
      return { type, value: Math.fround(double ?? Number(formatDecimal(value))) };
    case 'string':
    case 'untypedAtomic':
    case 'anyURI':
    case 'dateTime':
    case 'date':
    case 'time':
      return undefined;
    default:
      return ofInteger(type, value.units / 10n ** BigInt(value.scale));
  }
}

function fromMoment(type: CastType, from: 'dateTime' | 'date' | 'time', text: string): AtomicItem | undefined {
  if (type !== 'dateTime' && type !== 'date' && type !== 'time') return undefined;
  if (type === from) return fromText(type, text);
  const [, date = '', time = '', zone = ''] = /^(-?\d+-\d\d-\d\d)?T?(\d\d:\d\d:[\d.]+)?(.*)$/.exec(text) ?? [];
  if (from === 'time') return undefined;
  if (type === 'date') return fromText(type, `${date}${zone}`);
  if (type === 'time') return from === 'dateTime' ? fromText(type, `${time}${zone}`) : undefined;
  return fromText(type, `${date}T00:00:00${zone}`);
}
