import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArithmeticOperator, arithmetic, signed } from '../../../../src/packs/schematron/runtime/arithmetic.js';
import {
  type CastType,
  cast,
  castable,
  castableText,
  castItem,
  castType,
} from '../../../../src/packs/schematron/runtime/cast.js';
import { generalCompare, type Operator, valueCompare } from '../../../../src/packs/schematron/runtime/compare.js';
import {
  type AtomicItem,
  DynamicError,
  integer as I,
  type Sequence,
  stringOf,
  textOf,
  typeOf,
  untyped as U,
} from '../../../../src/packs/schematron/runtime/items.js';
import { castQName } from '../../../../src/packs/schematron/runtime/node-functions.js';

const D = (text: string) => castItem('decimal', text);
const F = (text: string) => castItem('float', text);
const of = (type: CastType, text: string) => castItem(type, text);
const show = (item: AtomicItem | undefined) => (item === undefined ? '' : `${typeOf(item)}:${stringOf(item)}`);

function outcome<T>(run: () => T): T | string {
  try {
    return run();
  } catch (error) {
    if (error instanceof DynamicError) return error.code;
    throw error;
  }
}

describe('texts of numbers', () => {
  it.each<[AtomicItem, string]>([
    [1e6, '1.0E6'],
    [999999.5, '999999.5'],
    [123456789.123, '1.23456789123E8'],
    [1e-6, '0.000001'],
    [9.9e-7, '9.9E-7'],
    [-1e21, '-1.0E21'],
    [1.5e300, '1.5E300'],
    [-0, '-0'],
    [100, '100'],
    [0.1 + 0.2, '0.30000000000000004'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-INF'],
    [F('0.1'), '0.1'],
    [F('16777216'), '1.6777216E7'],
    [F('123456.7'), '123456.7'],
    [F('-0'), '-0'],
    [D('1.10'), '1.1'],
    [D('-0.05'), '-0.05'],
    [castItem('decimal', 0.1), '0.1000000000000000055511151231257827021181583404541015625'],
  ])('%o is %s', (item, text) => {
    expect(stringOf(item)).toBe(text);
  });

  it('stand one space apart', () => {
    expect(textOf([I(1), true, 'a'])).toBe('1 true a');
  });
});

describe('casts', () => {
  it.each<[CastType, castable: string[], not: string[]]>([
    ['string', ['', 'a'], []],
    ['untypedAtomic', ['a'], []],
    ['anyURI', ['', 'http://a b', '%zz', '::', 'é'], []],
    ['boolean', ['true', ' false ', '1', '0'], ['TRUE', '', 'yes']],
    ['integer', ['1', '-01', '+1', ' 1 ', '12345678901234567890'], ['', '1.0', '1e3', '1 1', '１', '1_0']],
    ['nonNegativeInteger', ['0', '-0'], ['-1']],
    ['positiveInteger', ['1'], ['0']],
    ['negativeInteger', ['-1'], ['0']],
    ['nonPositiveInteger', ['0'], ['1']],
    ['long', ['9223372036854775807'], ['9223372036854775808']],
    ['int', ['2147483647'], ['2147483648']],
    ['short', ['-32768'], ['-32769']],
    ['byte', ['127'], ['128']],
    ['unsignedLong', ['18446744073709551615'], ['-1']],
    ['unsignedInt', ['4294967295'], ['4294967296']],
    ['unsignedShort', ['65535'], ['65536']],
    ['unsignedByte', ['255'], ['256']],
    ['decimal', ['1.', '.5', '-1.50'], ['1e3', '.', '', 'INF']],
    ['double', ['1e3', 'INF', '+INF', 'NaN', '1.', '1e400'], ['', 'Infinity', '1d', '0x10']],
    ['float', ['1e3', '-INF'], ['a']],
    [
      'date',
      ['2020-02-29', '2020-01-02Z', '2020-01-02+14:00', '-0001-01-01', '0000-01-01', '10000-01-01'],
      [
        '2019-02-29',
        '1900-02-29',
        '2020-04-31',
        '2020-1-2',
        '02020-01-01',
        '20200102',
        '2020-01-02+15:00',
        '2020-13-01',
        '2020-00-01',
      ],
    ],
    [
      'dateTime',
      [
        '2020-01-02T03:04:05',
        '2020-01-02T03:04:05.123Z',
        '2020-01-02T24:00:00',
        ' 2020-01-02T03:04:05 ',
        '2000-02-29T00:00:00-13:59',
      ],
      [
        '2020-01-02',
        '2020-01-02T24:00:01',
        '2020-01-02T24:00:00.1',
        '2020-01-02T25:00:00',
        '2020-01-02T03:04:60',
        '2020-01-02T03:60:00',
        '2020-01-02T03:04',
        '2020-01-02T03:04:05+14:01',
        '2100-02-29T00:00:00',
        '2020-01-02 03:04:05',
        '2020-01-02T03:04:05.',
      ],
    ],
    ['time', ['10:00:00', '24:00:00', '10:00:00.5+02:00'], ['10:00', '24:00:01', '1:00:00']],
  ])('xs:%s of texts', (type, yes, no) => {
    for (const text of yes) {
      expect([text, castable(type, [text], false), castableText(type, text)]).toEqual([text, true, true]);
    }
    for (const text of no) {
      expect([text, castable(type, [U(text)], false), castableText(type, text)]).toEqual([text, false, false]);
      expect(outcome(() => cast(type, [text], false))).toBe('FORG0001');
    }
  });

  it.each<[AtomicItem, CastType, string]>([
    [D('2.9'), 'integer', 'integer:2'],
    [D('-2.9'), 'integer', 'integer:-2'],
    [-2.9, 'integer', 'integer:-2'],
    [Number.NaN, 'integer', 'FOCA0002'],
    [Number.NaN, 'boolean', 'boolean:false'],
    [1e20, 'decimal', 'decimal:100000000000000000000'],
    [0.5, 'float', 'float:0.5'],
    [I(300), 'unsignedByte', 'FORG0001'],
    [I(0), 'boolean', 'boolean:false'],
    [true, 'double', 'double:1'],
    [true, 'decimal', 'decimal:1'],
    [false, 'string', 'string:false'],
    [D('1.50'), 'string', 'string:1.5'],
    [D('1.5'), 'double', 'double:1.5'],
    [D('0.1'), 'float', 'float:0.1'],
    [F('0.5'), 'double', 'double:0.5'],
    [I(1), 'date', 'FORG0001'],
    [true, 'date', 'XPTY0004'],
    [U(' 5 '), 'integer', 'integer:5'],
    [of('anyURI', 'a'), 'string', 'string:a'],
    [of('anyURI', '1'), 'integer', 'XPTY0004'],
    [of('anyURI', ' a   b '), 'anyURI', 'anyURI:a b'],
    [castQName('a', {}), 'integer', 'XPTY0004'],
    [of('dateTime', '2020-01-02T03:04:05.50+01:00'), 'date', 'date:2020-01-02+01:00'],
    [of('dateTime', '2020-01-02T03:04:05.50+01:00'), 'time', 'time:03:04:05.5+01:00'],
    [of('date', '2020-01-02Z'), 'dateTime', 'dateTime:2020-01-02T00:00:00Z'],
    [of('date', '2020-01-02Z'), 'date', 'date:2020-01-02Z'],
    [of('date', '2020-01-02'), 'time', 'XPTY0004'],
    [of('time', '10:00:00'), 'date', 'XPTY0004'],
    [of('date', '2020-01-02'), 'integer', 'XPTY0004'],
    [of('time', '24:00:00'), 'string', 'string:00:00:00'],
    [of('dateTime', '2020-12-31T24:00:00-00:00'), 'string', 'string:2021-01-01T00:00:00Z'],
    [of('dateTime', '-0001-12-31T24:00:00'), 'string', 'string:0000-01-01T00:00:00'],
  ])('case %#: %o to xs:%s is %s', (item, type, expected) => {
    expect(outcome(() => show(cast(type, [item], false)))).toBe(expected);
  });

  it('of nothing or of several values', () => {
    expect(castable('integer', [], false)).toBe(false);
    expect(castable('integer', [], true)).toBe(true);
    expect(castable('integer', [I(1), I(2)], true)).toBe(false);
    expect(cast('integer', [], true)).toBeUndefined();
    expect(outcome(() => cast('integer', [], false))).toBe('XPTY0004');
    expect(outcome(() => cast('integer', [I(1), I(2)], true))).toBe('XPTY0004');
  });

  it('know the types of XML Schema alone', () => {
    expect(castType('http://www.w3.org/2001/XMLSchema', 'date')).toBe('date');
    expect(castType('http://www.w3.org/2001/XMLSchema', 'duration')).toBeUndefined();
    expect(castType('http://www.w3.org/2001/XMLSchema', 'toString')).toBeUndefined();
    expect(castType('', 'date')).toBeUndefined();
  });
});

describe('comparisons', () => {
  it.each<[Sequence, Operator, Sequence, boolean | string]>([
    [[], 'eq', [I(1)], false],
    [[I(1), I(2)], 'eq', [I(2), I(3)], true],
    [[I(1), I(2)], 'ne', [I(1), I(2)], true],
    [[U('5')], 'eq', [I(5)], true],
    [[U('5')], 'eq', ['5.0'], false],
    [[U('10')], 'lt', [U('9')], true],
    [[U('10')], 'lt', [9], false],
    [['9'], 'gt', [U('10')], true],
    [[U('abc')], 'eq', [I(1)], 'FORG0001'],
    [['1'], 'eq', [I(1)], 'XPTY0004'],
    [[I(1), 'a'], 'eq', ['a'], 'XPTY0004'],
    [['a', I(1)], 'eq', ['a'], true],
    [[U('xx'), U('1')], 'eq', [I(1)], 'FORG0001'],
    [[U('1'), U('xx')], 'eq', [I(1)], true],
    [[U('abc')], 'eq', [Number.NaN], false],
    [[F('NaN')], 'ne', [U('abc')], true],
    [[Number.NaN], 'le', [Number.NaN], false],
    [[Number.POSITIVE_INFINITY], 'ge', [Number.POSITIVE_INFINITY], true],
    [[D('0.1')], 'eq', [0.1], true],
    [[F('0.1')], 'eq', [0.1], false],
    [[F('0.1')], 'eq', [D('0.1')], true],
    [[D('0.1')], 'eq', [F('0.1')], true],
    [[I(2n ** 53n)], 'eq', [I(2n ** 53n + 1n)], false],
    [[true], 'gt', [false], true],
    [[true], 'eq', [I(1)], 'XPTY0004'],
    [[U('true')], 'eq', [true], true],
    [[U('x')], 'eq', [true], 'FORG0001'],
    [[of('anyURI', 'a')], 'eq', ['a'], true],
    [[of('anyURI', 'a')], 'eq', [I(1)], 'XPTY0004'],
    [['\uffee'], 'lt', ['😀'], true],
    [['a'], 'le', ['ab'], true],
    [[castQName('p:a', { p: 'u' })], 'eq', [castQName('q:a', { q: 'u' })], true],
    [[castQName('a', {})], 'ne', [castQName('p:a', { p: 'u' })], true],
    [[castQName('a', {})], 'lt', [castQName('a', {})], 'XPTY0004'],
    [[castQName('a', {})], 'eq', [U('a')], 'XPTY0004'],
    [[of('dateTime', '2020-01-01T00:00:00Z')], 'eq', [of('dateTime', '2020-01-01T01:00:00+01:00')], true],
    [[of('dateTime', '2020-01-01T00:00:00')], 'eq', [of('dateTime', '2019-12-31T24:00:00Z')], true],
    [[of('dateTime', '2020-01-01T00:00:00.1')], 'gt', [of('dateTime', '2020-01-01T00:00:00.09')], true],
    [[of('date', '2020-01-01+14:00')], 'eq', [of('date', '2019-12-31-10:00')], true],
    [[of('time', '24:00:00')], 'eq', [of('time', '00:00:00')], true],
    [[U('2020-01-01')], 'lt', [of('date', '2020-01-02')], true],
    [[of('date', '2020-01-01')], 'lt', [of('dateTime', '2020-01-02T00:00:00')], 'XPTY0004'],
  ])('case %#: %o %s %o', (left, operator, right, expected) => {
    expect(outcome(() => generalCompare(operator, left, right))).toBe(expected);
  });

  it('of values take untyped text for a string, and one item', () => {
    expect(valueCompare('eq', [U('5')], ['5'])).toBe(true);
    expect(outcome(() => valueCompare('eq', [U('5')], [I(5)]))).toBe('XPTY0004');
    expect(valueCompare('eq', [], [I(1)])).toBeUndefined();
    expect(outcome(() => valueCompare('eq', [I(1), I(2)], [I(1)]))).toBe('XPTY0004');
  });

  it('of long sequences say what pairs say', () => {
    const item = fc.oneof(
      fc.integer({ min: -3, max: 30 }),
      fc.constant(Number.NaN),
      fc.integer({ min: 0, max: 30 }).map((value) => I(value)),
      fc.constantFrom('1', '5', '20').map(U),
    );
    const text = fc.oneof(fc.constantFrom('a', 'b', 'c', '10'), fc.constantFrom('b', 'c', '9').map(U));
    const sequence = (items: fc.Arbitrary<AtomicItem>) => fc.array(items, { minLength: 9, maxLength: 14 });
    const operators = fc.constantFrom<Operator>('eq', 'ne', 'lt', 'le', 'gt', 'ge');
    const pairs = fc.oneof(fc.tuple(sequence(item), sequence(item)), fc.tuple(sequence(text), sequence(text)));
    fc.assert(
      fc.property(pairs, operators, ([left, right], operator) => {
        expect(generalCompare(operator, left, right)).toBe(
          left.some((one) => right.some((other) => generalCompare(operator, [one], [other]))),
        );
      }),
    );
  });

  it('of long sequences are not quadratic', () => {
    const many = (offset: number) => Array.from({ length: 100_000 }, (_, rank) => U(`${offset + rank}`));
    expect(generalCompare('eq', many(0), many(200_000))).toBe(false);
    expect(generalCompare('lt', many(200_000), many(100_000))).toBe(false);
    expect(
      generalCompare(
        'eq',
        many(0),
        Array.from({ length: 1000 }, (_, rank) => -1 - rank),
      ),
    ).toBe(false);
  });
});

describe('arithmetic', () => {
  it.each<[AtomicItem, ArithmeticOperator, AtomicItem, string]>([
    [I(1), '+', I(2), 'integer:3'],
    [D('0.1'), '+', D('0.2'), 'decimal:0.3'],
    [0.1, '+', 0.2, 'double:0.30000000000000004'],
    [I(1), '+', U('2'), 'double:3'],
    [I(1), '+', '2', 'XPTY0004'],
    [U('x'), '+', I(1), 'FORG0001'],
    [I(5), '-', D('1.5'), 'decimal:3.5'],
    [D('1.5'), '*', I(2), 'decimal:3'],
    [I(10), 'div', I(4), 'decimal:2.5'],
    [I(2), 'div', I(3), 'decimal:0.666666666666666667'],
    [I(-2), 'div', I(3), 'decimal:-0.666666666666666667'],
    [I(1), 'div', I(0), 'FOAR0001'],
    [1, 'div', I(0), 'double:INF'],
    [I(-5), 'idiv', I(3), 'integer:-1'],
    [D('7.5'), 'idiv', I(2), 'integer:3'],
    [10, 'idiv', 3, 'integer:3'],
    [10, 'idiv', 0, 'FOAR0001'],
    [Number.NaN, 'idiv', 1, 'FOAR0002'],
    [I(5), 'idiv', I(0), 'FOAR0001'],
    [I(-5), 'mod', I(3), 'integer:-2'],
    [D('5.5'), 'mod', I(2), 'decimal:1.5'],
    [1, 'mod', 0, 'double:NaN'],
    [I(1), 'mod', I(0), 'FOAR0001'],
    [F('1.1'), '+', D('0.3'), 'float:1.4000001'],
    [F('1.5'), '+', 1, 'double:2.5'],
    [true, '+', I(1), 'XPTY0004'],
    [of('date', '2020-01-01'), '-', of('date', '2020-01-01'), 'XPTY0004'],
  ])('case %#: %o %s %o is %s', (one, operator, other, expected) => {
    expect(outcome(() => show(arithmetic(operator, [one], [other])))).toBe(expected);
  });

  it('of nothing is nothing, of several values an error', () => {
    expect(arithmetic('+', [], ['a'])).toBeUndefined();
    expect(outcome(() => arithmetic('+', [I(1), I(2)], [I(1)]))).toBe('XPTY0004');
  });

  it('has signs', () => {
    expect(show(signed(true, [I(1)]))).toBe('integer:-1');
    expect(show(signed(true, [0]))).toBe('double:-0');
    expect(show(signed(true, [F('1')]))).toBe('float:-1');
    expect(show(signed(false, [U('1')]))).toBe('double:1');
    expect(signed(true, [])).toBeUndefined();
    expect(outcome(() => signed(true, ['1']))).toBe('XPTY0004');
  });

  it('of integers is exact', () => {
    const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        expect(show(arithmetic('+', [I(one)], [I(other)]))).toBe(`integer:${one + other}`);
        expect(show(arithmetic('*', [I(one)], [I(other)]))).toBe(`integer:${one * other}`);
        if (other !== 0n) {
          expect(show(arithmetic('idiv', [I(one)], [I(other)]))).toBe(`integer:${one / other}`);
          expect(show(arithmetic('mod', [I(one)], [I(other)]))).toBe(`integer:${one % other}`);
        }
      }),
    );
  });

  it('of decimals gives back what was added, and texts give back doubles', () => {
    const number = fc
      .tuple(fc.integer(), fc.integer({ min: 0, max: 999 }))
      .map(([whole, part]) => D(`${whole}.${part}`));
    fc.assert(
      fc.property(number, number, (one, other) => {
        const total = arithmetic('+', [one], [other]) ?? 0;
        expect(generalCompare('eq', [arithmetic('-', [total], [other]) ?? 0], [one])).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.double(), fc.float(), (double, value) => {
        expect(castItem('double', stringOf(double))).toBe(double);
        expect(F(stringOf({ type: 'float', value }))).toEqual({ type: 'float', value });
      }),
    );
  });
});
