import { describe, expect, it } from 'vitest';
import { sexOf, TRAITS, type TraitName, traitKey } from '../../src/identity/traits.js';

describe('a sex', () => {
  it.each([
    ['F', 'F'],
    ['female', 'F'],
    ['M', 'M'],
    [' male ', 'M'],
    ['UN', 'U'],
    ['U', 'U'],
    ['O', 'U'],
    ['I', 'U'],
    ['unknown', 'U'],
    ['other', 'U'],
    ['1', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%j is %s', (written, sex) => {
    expect(sexOf(written)).toBe(sex);
  });
});

describe('the key of a trait', () => {
  it.each<[TraitName, string, string]>([
    ['matricule', ' 202112a00499202', '202112A00499202'],
    ['oid', 'urn:oid:1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.8'],
    ['birthName', 'd’Essai-Bravo', 'D ESSAI BRAVO'],
    ['givenList', 'Camille  Louise', 'CAMILLE LOUISE'],
    ['sex', 'female', 'F'],
    ['sex', '3', '3'],
    ['birthDate', '14/07/1985', '19850714'],
    ['birthDate', '1985', '1985'],
    ['birthPlace', '2a004', '2A004'],
    ['usedGiven', 'LÉA', 'LEA'],
  ])('%s %j is %j', (trait, written, key) => {
    expect(traitKey(trait, written)).toBe(key);
  });

  it('is its own key', () => {
    for (const trait of TRAITS) {
      for (const written of ['Éric-Paul', '14/07/1985', 'urn:oid:1.2', '2b003', ''])
        expect(traitKey(trait, traitKey(trait, written))).toBe(traitKey(trait, written));
    }
  });
});
