import { expect, it } from 'vitest';
import { isProfessionalId, isStructureId, professionalIdIn } from '../../src/identity/national-ids.js';

it.each([
  ['899700100011', 'RPPS'],
  ['0630012345', 'ADELI'],
  ['00B1057294', 'ADELI of a test card'],
  ['3750100125/1453', 'FINESS and internal number'],
  ['32A0000014/AB.12', 'FINESS of Corsica'],
  ['4123456789/7', 'SIREN'],
  ['512345678900011/1.2.250.1.999.1', 'SIRET and OID of a system'],
  ['699700100011/2', 'practice of a RPPS'],
  ['1063001234/1', 'practice of an ADELI'],
])('takes %s for the identifier of a professional (%s)', (id) => {
  expect(isProfessionalId(id)).toBe(true);
});

it.each([
  '',
  '89970010001',
  '8997001000112',
  '99700100011',
  '3750100125',
  '3750100125/',
  '3750100125/a/b',
  '8997001000 1',
])('does not take "%s" for one', (id) => {
  expect(isProfessionalId(id)).toBe(false);
});

it.each(['1990000010', '12A0000014', '2123456789', '312345678900011', '499900063480001', '0630012345'])(
  'takes %s for the identifier of a structure',
  (id) => {
    expect(isStructureId(id)).toBe(true);
  },
);

it.each(['', '990000010', '199000001', '19900000100', '31234567890001', '1990000010/4'])(
  'does not take "%s" for one',
  (id) => {
    expect(isStructureId(id)).toBe(false);
  },
);

it.each([
  ['899700100011', '899700100011'],
  [' 99700100011 ', '899700100011'],
  ['RPPS : 99700100011', '899700100011'],
  ['899700100011^^^&1.2.250.1.71.4.2.1&ISO^D', '899700100011'],
  ['639999999', '0639999999'],
  ['adeli 0639999999', '0639999999'],
  ['500000001815646/cpat00045', '500000001815646/CPAT00045'],
  ['ANS20231101120001', 'ANS20231101120001'],
  ['9970010001', undefined],
  ['cmartin', undefined],
  ['', undefined],
])('reads the identifier that a log writes %s', (written, id) => {
  expect(professionalIdIn(written)).toBe(id);
});
