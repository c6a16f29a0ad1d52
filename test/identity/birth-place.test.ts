import { describe, expect, it } from 'vitest';
import { isCogForm, UNKNOWN_BIRTH_PLACE } from '../../src/identity/birth-place.js';

describe('the code of a birth place', () => {
  it.each(['63113', '01001', '2A004', '2B033', '97411', '99109', '75056', UNKNOWN_BIRTH_PLACE])(
    '%s has its form',
    (code) => {
      expect(isCogForm(code)).toBe(true);
    },
  );

  it.each(['', '6311', '631130', '2a004', '2C004', 'A2004', '20A04', ' 63113', '63 113', 'LYON', 'FRA'])(
    '%j has not',
    (code) => {
      expect(isCogForm(code)).toBe(false);
    },
  );
});
