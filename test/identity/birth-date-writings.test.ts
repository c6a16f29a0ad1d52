import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateWritings, birthDigits } from '../../src/identity/birth-date-writings.js';

describe('the digits of a birth date', () => {
  it.each([
    ['19790328', '19790328'],
    ['1979-03-28', '19790328'],
    ['28/03/1979', '19790328'],
    ['28-03-1979', '19790328'],
    ['8.3.1979', '19790308'],
    ['28031979', '19790328'],
    ['19790328103000+0100', '19790328'],
    ['1979-03-28T00:00:00Z', '19790328'],
    ['1979-00-00', '19790000'],
    [' 19790328 ', '19790328'],
    ['1979', undefined],
    ['mars 1979', undefined],
    ['', undefined],
  ])('of %j are %j', (written, digits) => {
    expect(birthDigits(written)).toBe(digits);
  });
});

describe('the writings of a birth date', () => {
  it('have the ways that people write it', () => {
    const writings = birthDateWritings('20020301');
    for (const each of ['20020301', '01032002', '01 03 2002', '1 3 2002', '01 03 02', '1 MARS 2002', '1 ER MARS 2002'])
      expect(writings).toContain(each);
    expect(writings).toContain('MARCH 1 2002');
  });

  it('are itself for what is no date', () => {
    expect(birthDateWritings('inconnue')).toEqual(['inconnue']);
  });

  it('name no month for one that is not told', () => {
    expect(birthDateWritings('19790000').some((each) => /[A-Z]{3}/.test(each))).toBe(false);
  });

  it('start with the date as given, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(birthDateWritings(text)[0]).toBe(text);
      }),
    );
  });
});
