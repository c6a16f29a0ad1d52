import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsBeside, ENOUGH_BITS, guessingBits, sharedEnds } from '../../../../src/checks/psc/protection/guessing.js';

describe('the bits that someone would have to guess', () => {
  it.each([
    ['32 hexadecimal digits', () => randomBytes(16).toString('hex')],
    ['base64url of 16 bytes', () => randomBytes(16).toString('base64url')],
    ['base64 of 32 bytes', () => randomBytes(32).toString('base64')],
    ['a UUID', () => randomUUID()],
    ['an address that carries a random value', () => `/accueil?jeton=${randomBytes(24).toString('base64url')}`],
    ['a date, then a random value', () => `2026-03-16T10:30:00Z-${randomBytes(24).toString('base64url')}`],
  ])('are enough for %s', (_, draw) => {
    for (let each = 0; each < 200; each++) expect(guessingBits(draw())).toBeGreaterThanOrEqual(ENOUGH_BITS);
  });

  it.each([
    ['', 0],
    ['1', 0],
    ['connexion', 18],
    ['1773653520000', 44],
    ['2026-03-16T10:30:00.000Z', 0],
    ['00000000000000000000000000000000', 0],
    ['0123456789abcdef0123456789abcdef', 64],
    ['abcabcabcabcabcabcabcabcabcabcabc', 12],
    ['connexion-au-logiciel-de-gestion-du-cabinet', 90],
    ['https://lgc.example.org/accueil', 110],
    ['5b8f1a2e-6c3d-11ef-9b2a-0242ac120002', 14],
    ['0192f4a8-7c31-7d52-8f6a-3b9c1e2d4f70', 74],
    ['8f3a9c1e', 32],
  ])('are few for %j', (value, most) => {
    expect(guessingBits(value)).toBeLessThanOrEqual(most);
  });

  it('are those of random letters, even with many vowels and no rare letter', () => {
    for (const each of ['sdotOYtMEtYOhREhpPbsjg', 'siytiRmacNuoKudmDnHFhg', 'iTeLD_y_bVSeEdDcdlIEuA'])
      expect(guessingBits(each)).toBeGreaterThanOrEqual(ENOUGH_BITS);
    expect(guessingBits('connexionAuLogicielDeGestion')).toBeLessThan(ENOUGH_BITS);
  });

  it('are those of base64 that begins with a slash, as an address does', () => {
    expect(guessingBits('/8Qz1xVbN4mKpRt/Yw7LdHc2/Gf9JsEuXa0TiOq5kZ+=')).toBeGreaterThanOrEqual(ENOUGH_BITS);
  });

  it('are a number that no text makes negative or slow', () => {
    fc.assert(fc.property(fc.string({ maxLength: 3000 }), (text) => guessingBits(text) >= 0));
    expect(guessingBits(`${'a'.repeat(1e6)}b`)).toBeLessThan(ENOUGH_BITS);
  });
});

describe('what values share', () => {
  it('is their two ends', () => {
    expect(sharedEnds(['session-0001-lgc', 'session-0002-lgc'])).toEqual({ prefix: 11, suffix: 4 });
    expect(sharedEnds(['same', 'same'])).toEqual({ prefix: 0, suffix: 0 });
    expect(sharedEnds([])).toEqual({ prefix: 0, suffix: 0 });
  });

  it('is not counted', () => {
    const [one, other] = ['9c41e7a05d2b4f86b3a7c0d9e1f20001', '9c41e7a05d2b4f86b3a7c0d9e1f20002'];
    expect(bitsBeside(one, sharedEnds([one, other]))).toBeLessThan(5);
  });

  it('is seldom enough to matter between random values', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), () => {
        const [one, other] = [randomBytes(32), randomBytes(32)].map((each) => each.toString('base64url'));
        return bitsBeside(one ?? '', sharedEnds([one ?? '', other ?? ''])) >= ENOUGH_BITS;
      }),
    );
  });

  it('never exceeds the shortest', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        const { prefix, suffix } = sharedEnds(values);
        return values.every(({ length }) => prefix + suffix <= length);
      }),
    );
  });
});
