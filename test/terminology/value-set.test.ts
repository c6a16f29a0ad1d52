import { describe, expect, it } from 'vitest';
import { XDS_CONFIDENTIALITY_CODE_DMP as codes } from '../../src/terminology/value-sets/xds-confidentiality-code-dmp.js';

describe('a value set', () => {
  it('knows its codes, with or without their code system', () => {
    expect(codes.has('MASQUE_PS')).toBe(true);
    expect(codes.has('MASQUE_PS', '1.2.250.1.213.1.1.4.13')).toBe(true);
    expect(codes.has('MASQUE_PS', '2.16.840.1.113883.5.25')).toBe(false);
    expect(codes.has('L')).toBe(false);
    expect(codes.has(undefined)).toBe(false);
    expect(codes.has('constructor')).toBe(false);
  });

  it('keeps the order of its publication', () => {
    expect(codes.codes.map(({ code }) => code)).toEqual([
      'N',
      'R',
      'V',
      'INVISIBLE_PATIENT',
      'INVISIBLE_REPRESENTANTS_LEGAUX',
      'MASQUE_PS',
    ]);
  });
});
