import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateFault, birthDateMeant } from '../../src/identity/birth-date.js';

const two = (number: number) => String(number).padStart(2, '0');
/** The year, month and day of a day that exists. */
const day = fc
  .date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date): [string, string, string] => [
    String(date.getUTCFullYear()),
    two(date.getUTCMonth() + 1),
    two(date.getUTCDate()),
  ]);

describe('a birth date', () => {
  it('of the calendar has no fault, in the writing of any encoding', () => {
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        for (const written of [
          `${year}${month}${date}`,
          `${year}${month}${date}103000+0100`,
          `${year}-${month}-${date}`,
          `${year}-${month}-${date}T10:30:00Z`,
          `${date}-${month}-${year}`,
          `${date}/${month}/${year}`,
        ])
          expect(birthDateFault(written), written).toBeUndefined();
      }),
    );
  });

  it('with the day first and nothing between is never one', () => {
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        expect(birthDateFault(`${date}${month}${year}`)).toBeDefined();
      }),
    );
  });

  it.each([
    ['', 'form'],
    ['1979', 'form'],
    ['197903', 'form'],
    ['1979-03', 'form'],
    ['197903281', 'form'],
    ['1979-3-28', 'form'],
    ['790328', 'form'],
    ['inconnue', 'form'],
    [' 19790328', 'form'],
    ['19790300', 'unknown-day-or-month'],
    ['19790028', 'unknown-day-or-month'],
    ['1979-00-00', 'unknown-day-or-month'],
    ['00-00-1979', 'unknown-day-or-month'],
    ['19790230', 'calendar'],
    ['19791301', 'calendar'],
    ['19000229', 'calendar'],
    ['20230229', 'calendar'],
    ['01790328', 'calendar'],
    ['00000328', 'calendar'],
  ])('%j has the fault %s', (written, fault) => {
    expect(birthDateFault(written)).toBe(fault);
  });

  it.each(['20000229', '20240229', '19040229', '18000101'])('%s exists', (written) => {
    expect(birthDateFault(written)).toBeUndefined();
  });
});

describe('what a date with zeros means', () => {
  it.each([
    ['19790300', '19790301'],
    ['19790028', '19790128'],
    ['19790000', '19791231'],
    ['19790328', '19790328'],
    ['1979', '1979'],
    ['', ''],
  ])('%s means %s', (written, meant) => {
    expect(birthDateMeant(written)).toBe(meant);
  });

  it('is a day of the calendar, and means itself', () => {
    fc.assert(
      fc.property(day, fc.boolean(), fc.boolean(), ([year, month, date], noMonth, noDay) => {
        const meant = birthDateMeant(`${year}${noMonth ? '00' : month}${noDay ? '00' : date}`);
        expect(birthDateFault(meant)).toBeUndefined();
        expect(birthDateMeant(meant)).toBe(meant);
      }),
    );
  });
});
