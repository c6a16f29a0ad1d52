import { describe, expect, it } from 'vitest';
import { phoneWritings } from '../../src/identity/phone-writings.js';

describe('the writings of a telephone number', () => {
  it.each([
    '0639980001',
    '06 39 98 00 01',
    '+33639980001',
    '+33 (0)6 39 98 00 01',
    '0033 6 39 98 00 01',
    '33-639-980-001',
  ])('%s', (phone) => {
    expect(phoneWritings(phone)).toEqual(
      expect.arrayContaining(['0639980001', '06 39 98 00 01', '33639980001', '33 6 39 98 00 01', '33 6 39980001']),
    );
  });

  it('of another country are as written', () => {
    expect(phoneWritings('+352 26 12 34')).toEqual(['352 26 12 34', '352261234']);
  });

  it.each(['15', '3646', '+33', '', 'poste 12'])('are none for %j, which is too short', (phone) => {
    expect(phoneWritings(phone)).toEqual([]);
  });
});
