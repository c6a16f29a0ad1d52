import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocks, rollUp, rollUpSome, VERDICTS, type Verdict } from '../../src/engine/verdict.js';

const verdict = fc.constantFrom(...VERDICTS);
const verdicts = fc.array(verdict, { maxLength: 8 });
const rank = (each: Verdict) => VERDICTS.indexOf(each);

describe('rollUp', () => {
  it.each<[Verdict[], Verdict]>([
    [[], 'not-tested'],
    [['not-applicable'], 'not-applicable'],
    [['conforming', 'not-applicable'], 'conforming'],
    [['conforming', 'not-tested'], 'not-tested'],
    [['conforming', 'to-review'], 'to-review'],
    [['to-review', 'missing'], 'missing'],
    [['missing', 'nonconforming'], 'nonconforming'],
    [['nonconforming', 'undetermined'], 'undetermined'],
  ])('of %j is %s', (given, expected) => {
    expect(rollUp(given)).toBe(expected);
  });

  it('never hides what fails', () => {
    fc.assert(
      fc.property(verdicts, verdict, (others, one) => {
        const whole = rollUp([...others, one]);
        expect(rank(whole)).toBeLessThanOrEqual(rank(one));
        if (one === 'nonconforming') expect(['nonconforming', 'undetermined']).toContain(whole);
      }),
    );
  });

  it('is conforming only when something conforms and all the rest is neutral', () => {
    fc.assert(
      fc.property(verdicts, (given) => {
        const clean = given.every((each) => each === 'conforming' || each === 'not-applicable');
        expect(rollUp(given) === 'conforming').toBe(clean && given.includes('conforming'));
      }),
    );
  });

  it('does not depend on the order', () => {
    const shuffled = verdicts.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(rollUp(other)).toBe(rollUp(given));
        expect(rollUpSome(other)).toBe(rollUpSome(given));
      }),
    );
  });

  it('takes nothing from what does not apply', () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1 }), (given) => {
        expect(rollUp([...given, 'not-applicable'])).toBe(rollUp(given));
      }),
    );
  });

  it('gives the same by groups, and again', () => {
    const groups = fc.array(fc.array(verdict, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(groups, (given) => {
        expect(rollUp(given.map(rollUp))).toBe(rollUp(given.flat()));
        expect(rollUp([rollUp(given.flat())])).toBe(rollUp(given.flat()));
      }),
    );
  });

  it('gives one of its inputs', () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1 }), (given) => {
        expect(given).toContain(rollUp(given));
      }),
    );
  });
});

describe('rollUpSome', () => {
  it.each<[Verdict[], Verdict]>([
    [[], 'not-tested'],
    [['conforming', 'nonconforming'], 'conforming'],
    [['conforming', 'missing'], 'conforming'],
    [['conforming', 'undetermined'], 'undetermined'],
    [['nonconforming', 'missing'], 'nonconforming'],
    [['not-applicable', 'not-tested'], 'not-tested'],
  ])('of %j is %s', (given, expected) => {
    expect(rollUpSome(given)).toBe(expected);
  });

  it('needs one that conforms, and hides no failure of ours', () => {
    fc.assert(
      fc.property(verdicts, (given) => {
        const whole = rollUpSome(given);
        if (given.includes('undetermined')) expect(whole).toBe('undetermined');
        else expect(whole === 'conforming').toBe(given.includes('conforming'));
      }),
    );
  });
});

it('blocks what is not settled', () => {
  expect(VERDICTS.filter(blocks)).toEqual(['undetermined', 'nonconforming', 'missing', 'not-tested']);
});
