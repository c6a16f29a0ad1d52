import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capitals, nameKey, withoutDiacritics } from '../../src/identity/names.js';

describe('names', () => {
  it.each([
    ['Éloïse  de\nLa Fontaine ', 'ELOISE DE LA FONTAINE'],
    ['D’Essai-Bravo', "D'ESSAI-BRAVO"],
    ['Œuvré Læticia', 'OEUVRE LAETICIA'],
    ['Ŀ', 'Ŀ'.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()],
    ['Noël', 'NOEL'],
    ['Noe\u0308l', 'NOEL'],
    ['Françoise', 'FRANCOISE'],
    ['straße', 'STRASSE'],
    ['TEST‑ALPHA\u00a0BIS', 'TEST-ALPHA BIS'],
  ])('%j in capitals is %j', (name, expected) => {
    expect(capitals(name)).toBe(expected);
  });

  it('keep their case without diacritics', () => {
    expect(withoutDiacritics('Œil d‘Été')).toBe("OEil d'Ete");
  });

  it.each([
    ['JEAN-MARC', 'Jean Marc'],
    ["D'ESSAI", 'd’essai'],
    [' LÉA', 'lea '],
    ['TEST - ALPHA', 'test alpha'],
  ])('%j and %j are the same', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('that differ by a letter are not the same', () => {
    expect(nameKey('JEANMARC')).not.toBe(nameKey('JEAN MARC'));
    expect(nameKey('ALPHA')).not.toBe(nameKey('ALPHAS'));
  });

  it('are written once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aZéÉçœŒæßëÿ-'’ \t\u0301") }), (name) => {
        expect(capitals(capitals(name))).toBe(capitals(name));
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
    );
  });
});
