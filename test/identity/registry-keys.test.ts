import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFiness, isRpps, isSiren, isSiret } from '../../src/identity/registry-keys.js';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''));

describe.each([
  ['RPPS', isRpps, 11],
  ['FINESS', isFiness, 9],
  ['SIREN', isSiren, 9],
] as const)('the key of a %s number', (_, isRight, length) => {
  it('is one digit of ten', () => {
    fc.assert(
      fc.property(digits(length - 1), (body) => {
        const right = [...'0123456789'].filter((key) => isRight(body + key));
        expect(right).toHaveLength(1);
      }),
    );
  });

  it('finds any digit that was changed', () => {
    fc.assert(
      fc.property(digits(length - 1), fc.nat(length - 1), fc.integer({ min: 1, max: 9 }), (body, rank, by) => {
        const number = body + [...'0123456789'].find((key) => isRight(body + key));
        const changed = `${number.slice(0, rank)}${(Number(number[rank]) + by) % 10}${number.slice(rank + 1)}`;
        expect(isRight(changed)).toBe(false);
      }),
    );
  });

  it('takes no other length and no other characters', () => {
    for (const number of [
      '',
      '0'.repeat(length - 1),
      '0'.repeat(length + 1),
      `${'0'.repeat(length - 1)} `,
      'a'.repeat(length),
    ])
      expect(isRight(number)).toBe(false);
  });
});

it('takes a FINESS number with a letter, of Corsica or of a test card, without its key', () => {
  for (const number of ['0B0172805', '1B0062023', '2A0000154', '2B0000020']) expect(isFiness(number)).toBe(true);
  expect(isFiness('ABCDEFGHI')).toBe(false);
});

it('knows SIRET numbers, with their key or that of La Poste', () => {
  for (const number of ['35600000000048', '35600000009075', '00000000016972'])
    expect(isSiret(number), number).toBe(true);
  for (const number of ['35600000000049', '00000000016973', '0000000001697', '']) expect(isSiret(number)).toBe(false);
});
