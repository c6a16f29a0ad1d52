import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patients } from '../../fixtures/make/patients.js';
import { matriculeFault, matriculeKey, matriculeOddities } from '../../src/identity/matricule.js';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const body = fc
  .tuple(digits(5), fc.constantFrom('1', '2A', '2B'), digits(7))
  .map(([start, middle, end]) => (start + middle + end).slice(0, 13));

describe('matriculeFault', () => {
  it.each([patients.alpha, patients.bravo, patients.charlie])('finds none in $ins.matricule', ({ ins }) => {
    expect(matriculeFault(ins?.matricule ?? '')).toBeUndefined();
  });

  it.each([
    ['', 'length'],
    ['28507631139904', 'length'],
    ['2850763113990480', 'length'],
    [' 285076311399048', 'length'],
    ['28507631139904X', 'characters'],
    ['A85076311399048', 'characters'],
    ['285071A11399048', 'characters'],
    ['2850763113990 8', 'characters'],
    ['285072a11399048', 'characters'],
    ['285076311399049', 'key'],
    ['285076311399048'.replace('285', '185'), 'key'],
  ])('of %j is %s', (matricule, fault) => {
    expect(matriculeFault(matricule)).toBe(fault);
  });

  it('computes keys of two digits from 01 to 97', () => {
    expect(matriculeKey('2550814168025')).toBe('38');
    // 2A counts as 19, 2B as 18: 97 - 2021119004992 mod 97, 97 - 1120318005678 mod 97.
    expect(matriculeKey('202112A004992')).toBe('02');
    expect(matriculeKey('112032B005678')).toBe('36');
    fc.assert(
      fc.property(body, (each) => {
        expect(matriculeKey(each)).toMatch(/^\d{2}$/);
        expect(Number(matriculeKey(each))).toBeGreaterThanOrEqual(1);
        expect(Number(matriculeKey(each))).toBeLessThanOrEqual(97);
        expect(matriculeFault(each + matriculeKey(each))).toBeUndefined();
      }),
    );
  });

  it('finds any digit of the body that was mistyped', () => {
    fc.assert(
      fc.property(body, fc.nat(12), fc.integer({ min: 1, max: 9 }), (each, at, by) => {
        const whole = each + matriculeKey(each);
        const digit = whole[at] ?? '';
        fc.pre(/\d/.test(digit));
        const mistyped = whole.slice(0, at) + ((Number(digit) + by) % 10) + whole.slice(at + 1);
        expect(matriculeFault(mistyped)).toBeDefined();
      }),
    );
  });

  it('finds any digit of the key that was mistyped', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 13, max: 14 }), fc.integer({ min: 1, max: 9 }), (each, at, by) => {
        const whole = each + matriculeKey(each);
        const mistyped = whole.slice(0, at) + ((Number(whole[at]) + by) % 10) + whole.slice(at + 1);
        expect(matriculeFault(mistyped)).toBe('key');
      }),
    );
  });

  it('finds any two neighbours of the body that were exchanged', () => {
    fc.assert(
      fc.property(body, fc.nat(11), (each, at) => {
        const [one, other] = [each[at] ?? '', each[at + 1] ?? ''];
        fc.pre(one !== other);
        const exchanged = each.slice(0, at) + other + one + each.slice(at + 2);
        expect(matriculeFault(exchanged + matriculeKey(each))).toBeDefined();
      }),
    );
  });

  it('finds one department of Corsica written for the other, or as numbers', () => {
    fc.assert(
      fc.property(body, (each) => {
        fc.pre(/[AB]/.test(each));
        const key = matriculeKey(each);
        for (const other of ['2A', '2B', '20', '21'])
          if (!each.startsWith(other, 5))
            expect(matriculeFault(each.slice(0, 5) + other + each.slice(7) + key)).toBe('key');
      }),
    );
  });
});

describe('what is rare in a matricule', () => {
  const whole = (start: string) => {
    const each = `${start}63113990`;
    return each + matriculeKey(each);
  };

  it.each([
    ['18507', []],
    ['28512', []],
    ['38507', ['sex']],
    ['78501', ['sex']],
    ['88512', ['sex']],
    ['08501', ['sex']],
    ['98501', ['sex']],
    ['18500', ['month']],
    ['18513', ['month']],
    ['18520', ['month']],
    ['28542', ['month']],
    ['28550', ['month']],
    ['28599', ['month']],
    ['78531', ['sex', 'month']],
  ])('that starts with %s is %j', (start, oddities) => {
    expect(matriculeOddities(whole(start))).toEqual(oddities);
  });

  it('is told of a wrong key too, and not of what has not the form', () => {
    expect(matriculeOddities('785076311399001')).toEqual(['sex']);
    expect(matriculeOddities('785')).toEqual([]);
    expect(matriculeOddities('78507631139900X')).toEqual([]);
  });
});
