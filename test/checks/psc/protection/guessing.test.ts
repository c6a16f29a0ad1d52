import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsBeside, ENOUGH_BITS, guessingBits, sharedEnds } from '../../../../src/checks/psc/protection/guessing.js';

/** Bytes as good as random, always the same: this file never fails by chance. */
function drawn(length: number, seed: number): Buffer {
  return createHash('shake256', { outputLength: length }).update(`value ${seed}`).digest();
}

function uuid(seed: number): string {
  const hex = drawn(16, seed).toString('hex');
  const variant = (8 + (Number.parseInt(hex[16] ?? '0', 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const FORMS: readonly (readonly [name: string, draw: (seed: number) => string])[] = [
  ['32 hexadecimal digits', (seed) => drawn(16, seed).toString('hex')],
  ['32 hexadecimal digits in capitals', (seed) => drawn(16, seed).toString('hex').toUpperCase()],
  ['base64url of 16 bytes', (seed) => drawn(16, seed).toString('base64url')],
  ['base64 of 16 bytes', (seed) => drawn(16, seed).toString('base64')],
  ['base64 of 16 bytes that begins with a slash', (seed) => `/${drawn(16, seed).toString('base64').slice(1)}`],
  ['base64 of 32 bytes', (seed) => drawn(32, seed).toString('base64')],
  ['a UUID', uuid],
  ['a UUID without hyphens', (seed) => uuid(seed).replaceAll('-', '')],
  ['an address that carries a random value', (seed) => `/accueil?jeton=${drawn(24, seed).toString('base64url')}`],
  ['a date, then a random value', (seed) => `2026-03-16T10:30:00Z-${drawn(24, seed).toString('base64url')}`],
];

const MANY = Array.from({ length: 10_000 }, (_, seed) => seed);

describe('the bits that someone would have to guess', () => {
  it.each(FORMS)('are enough for %s', (_, draw) => {
    expect(MANY.map(draw).filter((value) => guessingBits(value) < ENOUGH_BITS)).toEqual([]);
  });

  it.each([
    ['no capital', 'q7w-x0zk_3vj9m2t5hr8bp'],
    ['no small letter', 'Q7WX0ZK93VJ9M2T5HR8BPD'],
    ['no digit', 'bHRsQkZtWpLxGvNdYcJfKm'],
    ['words of letters in any case', 'VpFuuveb-vewTfiiYl-TEg'],
    ['slashes', '/DwFaOyGmLkgXFK3N/E5bA=='],
  ])('are enough for 16 bytes that have by chance %s', (_, value) => {
    expect(guessingBits(value)).toBeGreaterThanOrEqual(ENOUGH_BITS);
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
    ['CONNEXION-AU-LOGICIEL-DE-GESTION-DU-CABINET', 90],
    ['retourVersAccueilPatient', 60],
    ['/dossier/patients/12345/synthese', 80],
    ['/dossier.php?patient=12345', 60],
    ['https://lgc.example.org/accueil', 110],
    ['5b8f1a2e-6c3d-11ef-9b2a-0242ac120002', 14],
    ['0192f4a8-7c31-7d52-8f6a-3b9c1e2d4f70', 74],
    ['8f3a9c1e', 32],
  ])('are few for %j', (value, most) => {
    expect(guessingBits(value)).toBeLessThanOrEqual(most);
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

  it('is nothing that chance explains: seven characters of two values, or three of three', () => {
    expect(sharedEnds(['12345678 a', '12345678 b'])).toEqual({ prefix: 9, suffix: 0 });
    expect(sharedEnds(['1234567a', '1234567b'])).toEqual({ prefix: 0, suffix: 0 });
    expect(sharedEnds(['123a', '123b', '123c'])).toEqual({ prefix: 0, suffix: 0 });
    expect(sharedEnds(['1234a', '1234b', '1234c'])).toEqual({ prefix: 4, suffix: 0 });
  });

  it('is not counted', () => {
    const [one, other] = ['9c41e7a05d2b4f86b3a7c0d9e1f20001', '9c41e7a05d2b4f86b3a7c0d9e1f20002'];
    expect(bitsBeside(one, sharedEnds([one, other]))).toBeLessThan(5);
  });

  it.each(FORMS)('is never enough to matter between random values: %s', (_, draw) => {
    const weak = MANY.filter((seed) => {
      const [one, other] = [draw(seed), draw(-1 - seed)];
      return bitsBeside(one, sharedEnds([one, other])) < ENOUGH_BITS;
    });
    expect(weak).toEqual([]);
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
