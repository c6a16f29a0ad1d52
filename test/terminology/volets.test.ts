import { describe, expect, it } from 'vitest';
import { XDS_TYPE_CODE_CISIS } from '../../src/terminology/value-sets/xds-type-code-cisis.js';
import { LEVEL_1_FORMATS, voletOf } from '../../src/terminology/volets.js';

describe('the volets of the CI-SIS', () => {
  it.each([
    ['1.2.250.1.213.1.1.1.55', 'BIO-CR-BIO', 'urn:ihe:lab:xd-lab:2008'],
    ['1.2.250.1.213.1.1.1.5.4', 'CSE-MDE', 'urn:ans:ci-sis:cse-mde:2023'],
    ['1.2.250.1.213.1.11.1.19.2', 'MSO-DENGUE', 'urn:ans:ci-sis:mso-dengue:2026'],
    ['1.3.6.1.4.1.19376.1.8.1.1.2.16', 'IHE APSR (urinary_bladder)', 'urn:ihe:pat:apsr:urinary_bladder:2010'],
  ])('%s is %s, filed as %s', (template, name, formatCode) => {
    expect(voletOf(template)).toMatchObject({ template, name, formatCode });
  });

  it.each([undefined, '', 'constructor', '1.2.250.1.213.1.1.1', '1.3.6.1.4.1.19376.1.2.20'])(
    'knows no volet for %s',
    (template) => {
      expect(voletOf(template)).toBeUndefined();
    },
  );

  it('expects types that exist', () => {
    const templates = Array.from({ length: 62 }, (_, rank) => `1.2.250.1.213.1.1.1.${rank + 1}`);
    const types = templates.flatMap((template) => voletOf(template)?.types ?? []);
    expect(types.length).toBeGreaterThan(25);
    expect(types.filter((type) => !XDS_TYPE_CODE_CISIS.has(type))).toEqual([]);
  });

  it('files level 1 by what it encapsulates', () => {
    expect(LEVEL_1_FORMATS.get('application/pdf')).toBe('urn:ihe:iti:xds-sd:pdf:2008');
    expect(LEVEL_1_FORMATS.get('application/zip')).toBeUndefined();
  });
});
