import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../src/identity/difference.js';
import { TRAITS } from '../../src/identity/traits.js';

describe('differenceOf', () => {
  it.each([
    ['matricule', '285076311399048', '285076311399049', 'key'],
    ['matricule', '285076311399048', '285076311398048', 'one-character'],
    ['matricule', '285076311399048', '2850763113990', 'length'],
    ['matricule', '285076311399048', '152026912399108', 'other'],
    ['birthName', "D'ESSAI", 'D ESSAI', 'writing'],
    ['birthName', 'MARTIN', 'MARTTIN', 'one-character'],
    ['birthName', 'MARTIN', 'MATRIN', 'one-character'],
    ['birthName', 'MARTIN', 'MARTIN DURAND', 'start'],
    ['givenList', 'ANNE LOUISE', 'LOUISE ANNE', 'order'],
    ['givenList', 'ANNE', 'LOUISE', 'other'],
    ['birthDate', '19850714', '1985-07-15', 'day'],
    ['birthDate', '19850714', '14/08/1985', 'month'],
    ['birthDate', '19850714', '19860714', 'year'],
    ['birthDate', '19850711', '19851107', 'day-and-month'],
    ['birthDate', '19850714', 'juillet', 'other'],
    ['birthPlace', '63113', '63114', 'one-character'],
    ['birthPlace', '63113', '75056', 'other'],
    ['sex', 'F', 'M', 'other'],
  ] as const)('%s: %s and %s, %s', (trait, one, other, difference) => {
    expect(differenceOf(trait, one, other)).toBe(difference);
    expect(differenceOf(trait, other, one)).toBe(difference);
  });

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TRAITS), fc.string(), fc.string(), (trait, one, other) => {
        expect(differenceOf(trait, one, other)).toBe(differenceOf(trait, other, one));
      }),
    );
  });
});
