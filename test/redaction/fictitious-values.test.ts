import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRedacted } from '../../src/artifacts/redaction-mark.js';
import { birthDateFault } from '../../src/identity/birth-date.js';
import { matriculeFault, matriculeKey } from '../../src/identity/matricule.js';
import { FictitiousValues } from '../../src/redaction/fictitious-values.js';
import { Originals } from '../../src/redaction/originals.js';

const values = () => new FictitiousValues(() => false);
const two = (minimum: number, maximum: number) =>
  fc.integer({ min: minimum, max: maximum }).map((each) => String(each).padStart(2, '0'));
const body = fc
  .tuple(
    fc.constantFrom('1', '2'),
    two(0, 99),
    two(1, 12),
    fc.constantFrom('63113', '2A004', '97411', '99100'),
    two(0, 99),
  )
  .map(([sex, year, month, place, order]) => `${sex}${year}${month}${place}9${order}`);

describe('a fictitious matricule', () => {
  it('is right when the original is, of the same sex, and born when its person is', () => {
    fc.assert(
      fc.property(body, (each) => {
        const made = values();
        const matricule = made.matricule(each + matriculeKey(each));
        expect(matriculeFault(matricule)).toBeUndefined();
        expect(matricule).not.toContain(each);
        expect(matricule[0]).toBe(each[0]);
        expect(matricule.slice(1, 5)).toBe(made.date(`19${each.slice(1, 5)}15`).slice(2, 6));
        expect(matricule.slice(5, 10)).toBe(made.place(each.slice(5, 10)));
      }),
    );
  });

  it('is wrong when the original is', () => {
    fc.assert(
      fc.property(body, two(1, 97), (each, key) => {
        fc.pre(key !== matriculeKey(each));
        expect(matriculeFault(values().matricule(each + key))).toBe('key');
      }),
    );
  });
});

it('gives a birth date that exists for one that does, and none for one that does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1910, max: 2025 }), two(0, 13), two(0, 32), (year, month, day) => {
      // Nothing of it is a month, and no earlier year is of its decade: it stays, and its file is not copied.
      fc.pre(year % 10 > 0 || (Number(month) >= 1 && Number(month) <= 12));
      const date = `${year}${month}${day}`;
      const made = values().date(date);
      expect(made).not.toBe(date);
      expect(birthDateFault(made)).toBe(birthDateFault(date));
      expect(Number(made.slice(0, 4))).toBeLessThanOrEqual(year);
    }),
  );
});

it.each([
  ['19100000', '19090000'],
  ['20000000', '19990000'],
])('replaces %s, of which the calendar has the year alone', (date, other) => {
  expect(values().date(date)).toBe(other);
});

it('keeps equalities and differences of every kind', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[A-Z]{3,9}$/), { maxLength: 40 }), (words) => {
      const made = values();
      const first = words.map((word) => made.word(word));
      expect(new Set(first).size).toBe(words.length);
      expect(words.map((word) => made.word(word))).toEqual(first);
    }),
  );
});

it('writes a name as the original is written', () => {
  const made = values();
  const [capitals, title, small, accented] = ['HELENE', 'Helene', 'helene', 'Hélène'].map((word) => made.word(word));
  expect(title?.toUpperCase()).toBe(capitals);
  expect(small?.toUpperCase()).toBe(capitals);
  expect(accented).toBe(title?.replace('e', 'é'));
});

it('marks secrets, and numbers professionals by rank', () => {
  const made = values();
  expect(isRedacted(made.secret('9c41e7a05d2b4f86b3a7c0d9e1f25864'))).toBe(true);
  expect(made.rpps('99700100011')).toMatch(/^9970000001\d$/);
});

it.each<
  [keyof FictitiousValues & ('word' | 'matricule' | 'identifier' | 'place' | 'rpps' | 'phone'), string, keyof Originals]
>([
  ['word', 'KERGUELEN', 'words'],
  ['matricule', '2850763113990', 'matricules'],
  ['identifier', 'IPP-0042', 'identifiers'],
  ['place', '63113', 'places'],
  ['rpps', '99700100011', 'professionals'],
  ['phone', '612345678', 'phones'],
])('gives no %s that the original holds, nor itself', (kind, value, set) => {
  const first = values()[kind](value);
  const originals = new Originals();
  (originals[set] as Set<string>).add(first);
  expect(originals.has(first)).toBe(true);
  expect(new FictitiousValues((each) => originals.has(each))[kind](value)).not.toBe(first);
  expect(values()[kind](first)).not.toBe(first);
});

it('gives one month to no two, though the years of their decade are few', () => {
  const made = values();
  const months = Array.from({ length: 12 }, (_, at) => `1985${String(at + 1).padStart(2, '0')}15`);
  const given = [...months, '19820315'].map((date) => made.date(date).slice(0, 6));
  expect(new Set(given).size).toBe(13);
});
