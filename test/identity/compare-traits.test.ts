import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTraits, sameTrait, startsList } from '../../src/identity/compare-traits.js';
import { TRAITS, type TraitName, type Traits } from '../../src/identity/traits.js';

const CAMILLE: Required<Traits> = {
  matricule: '285076311399048',
  oid: '1.2.250.1.213.1.4.10',
  birthName: "D'ESSAI-ALPHA",
  firstGiven: 'ANNE-MARIE',
  givenList: 'ANNE-MARIE LOUISE',
  sex: 'F',
  birthDate: '19850714',
  birthPlace: '63113',
  usedName: 'MARTIN',
  usedGiven: 'CAMILLE',
};

const compared = (one: Traits, other: Traits) => compareTraits(one, other).map(({ trait }) => trait);

/** A name of the national base, in words of letters parted by one blank, apostrophe or hyphen. */
const word = fc.string({ unit: fc.constantFrom(...'ABCEILNORSTUVYZ'), minLength: 1, maxLength: 8 });
const words = fc.array(word, { minLength: 1, maxLength: 4 });
const parted = (parts: readonly string[], separators: readonly string[]) =>
  parts.map((part, at) => (at === 0 ? part : `${separators[at % separators.length]}${part}`)).join('');
const ACCENTED: Readonly<Record<string, string>> = { E: 'é', A: 'â', C: 'ç', I: 'ï', O: 'Ô', U: 'ù' };
const accented = (name: string) => [...name].map((letter) => ACCENTED[letter] ?? letter.toLowerCase()).join('');

const value = fc.oneof(
  fc.constantFrom(
    'F',
    'female',
    'UN',
    '19850714',
    '1985-07-14',
    '19850700',
    '1985',
    '99999',
    '63113',
    'ANNE',
    'Anne Marie',
  ),
  fc.string(),
);
const identity: fc.Arbitrary<Traits> = fc.record(
  Object.fromEntries(TRAITS.map((trait) => [trait, value])) as Record<TraitName, typeof value>,
  { requiredKeys: [] },
);

describe('two identities', () => {
  it('that are the same do not diverge', () => {
    expect(compareTraits(CAMILLE, { ...CAMILLE })).toEqual([]);
  });

  it.each<[TraitName, string]>([
    ['matricule', '285076311399145'],
    ['oid', '1.2.250.1.213.1.4.8'],
    ['oid', '1.2.250.1.213.1.4.9'],
    ['birthName', 'DESSAI-ALPHA'],
    ['firstGiven', 'ANNE'],
    ['givenList', 'ANNE-MARIE LOUISE JEANNE'],
    ['givenList', 'LOUISE ANNE-MARIE'],
    ['sex', 'M'],
    ['sex', 'unknown'],
    ['birthDate', '19850715'],
    ['birthDate', '19860714'],
    ['birthPlace', '63114'],
    ['usedName', 'MARTINS'],
    ['usedGiven', 'CAMILE'],
  ])('diverge by the %s alone when it is %s', (trait, other) => {
    expect(compareTraits(CAMILLE, { ...CAMILLE, [trait]: other })).toEqual([{ trait, one: CAMILLE[trait], other }]);
  });

  it.each<[TraitName, string]>([
    ['matricule', ' 285076311399048 '],
    ['oid', 'urn:oid:1.2.250.1.213.1.4.10'],
    ['birthName', 'd’Essai Alpha'],
    ['birthName', 'D ESSAI‑ALPHA'],
    ['birthName', 'D’ESSAI--ALPHA'],
    ['firstGiven', 'Anne Marie'],
    ['givenList', 'ANNE MARIE LOUISE'],
    ['sex', 'female'],
    ['birthDate', '1985-07-14'],
    ['birthDate', '14/07/1985'],
    ['birthDate', '19850714000000+0200'],
    ['birthDate', '198507'],
    ['birthDate', '1985'],
    ['birthPlace', '99999'],
    ['usedName', 'Martin'],
  ])('do not diverge by a %s written %s', (trait, other) => {
    expect(compareTraits(CAMILLE, { ...CAMILLE, [trait]: other })).toEqual([]);
  });

  it.each(TRAITS)('are not compared by a %s that one does not tell', (trait) => {
    const { [trait]: _, ...without } = CAMILLE;
    expect(compareTraits(without, CAMILLE)).toEqual([]);
  });

  it('compare a first given name alone with a list alone', () => {
    expect(compared({ firstGiven: 'Anne Marie' }, { givenList: 'ANNE-MARIE LOUISE' })).toEqual([]);
    expect(compareTraits({ firstGiven: 'LOUISE' }, { givenList: 'ANNE-MARIE LOUISE' })).toEqual([
      { trait: 'firstGiven', one: 'LOUISE', other: 'ANNE-MARIE LOUISE' },
    ]);
    expect(compareTraits({ givenList: 'ANNE-MARIE LOUISE' }, { firstGiven: 'LOUISE' })).toEqual([
      { trait: 'firstGiven', one: 'ANNE-MARIE LOUISE', other: 'LOUISE' },
    ]);
  });

  it('are not blamed for what one of them says twice', () => {
    const itself = { firstGiven: 'LOUISE', givenList: 'ANNE-MARIE LOUISE' };
    expect(compared(itself, { givenList: 'ANNE-MARIE LOUISE' })).toEqual([]);
    expect(compared(itself, { firstGiven: 'LOUISE' })).toEqual([]);
    expect(compared(itself, {})).toEqual([]);
  });

  it('compare in both directions alike, and each with itself', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        expect(compareTraits(one, one)).toEqual([]);
        expect(compareTraits(other, one)).toEqual(
          compareTraits(one, other).map(({ trait, one: a, other: b }) => ({ trait, one: b, other: a })),
        );
      }),
    );
  });
});

describe('two writings of a name', () => {
  it('are the same whatever parts the words, their case and their accents', () => {
    const separators = fc.array(fc.constantFrom(' ', '-', "'", '’', '--', ' - ', '\u00a0'), { minLength: 1 });
    fc.assert(
      fc.property(words, separators, (parts, between) => {
        const name = parted(parts, ['-']);
        expect(sameTrait('birthName', name, parted(parts, between))).toBe(true);
        expect(sameTrait('birthName', name, accented(name))).toBe(true);
      }),
    );
  });

  it('are not when a letter or a word differs', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        fc.pre(one.join(' ') !== other.join(' '));
        expect(sameTrait('birthName', parted(one, ['-']), parted(other, [' ']))).toBe(false);
      }),
    );
  });
});

describe('two birth dates', () => {
  it.each([
    ['19790300', '19790301', true],
    ['1979-00-28', '19790128', true],
    ['19790000', '31/12/1979', true],
    ['19790000', '1979', true],
    ['197903', '19790300', true],
    ['19790300', '19790328', false],
    ['1979', '1980', false],
    ['1979', '197', false],
    ['197903', '19790428', false],
    ['', '19790328', false],
  ])('%s and %s are the same: %s', (one, other, same) => {
    expect(sameTrait('birthDate', one, other)).toBe(same);
    expect(sameTrait('birthDate', other, one)).toBe(same);
  });
});

describe('a first given name', () => {
  it.each([
    ['ANNE', 'ANNE MARIE', true],
    ['ANNE-MARIE', 'ANNE MARIE LOUISE', true],
    ['anne marie', 'ANNE-MARIE', true],
    ["N'GUESSAN", 'N GUESSAN PAUL', true],
    ['ANN', 'ANNE MARIE', false],
    ['MARIE', 'ANNE MARIE', false],
    ['ANNE MARIE LOUISE', 'ANNE MARIE', false],
    ['', 'ANNE', false],
  ])('%j starts the list %j: %s', (first, list, starts) => {
    expect(startsList(first, list)).toBe(starts);
  });

  it('is the start of the list made of it', () => {
    fc.assert(
      fc.property(words, words, (first, others) => {
        expect(startsList(parted(first, ['-']), [parted(first, [' ']), ...others].join(' '))).toBe(true);
      }),
    );
  });
});
