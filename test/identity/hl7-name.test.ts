import { expect, it } from 'vitest';
import { readHl7Code, readHl7Organization, readHl7Person } from '../../src/identity/hl7-name.js';

it('reads the components of a person', () => {
  expect(readHl7Person('899700100011^MARTIN^Claire^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS')).toEqual({
    id: '899700100011',
    family: 'MARTIN',
    given: 'Claire',
    namespace: '',
    oid: '1.2.250.1.71.4.2.1',
    oidType: 'ISO',
    nameType: 'D',
    idType: 'IDNPS',
  });
  expect(readHl7Person(' ^^Claire^^^^^^ASIP ')).toMatchObject({ id: '', given: 'Claire', namespace: 'ASIP', oid: '' });
});

it('reads the components of an organization, with or without what identifies it', () => {
  expect(readHl7Organization('Cabinet des Essais^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^1990000010')).toEqual({
    name: 'Cabinet des Essais',
    namespace: '',
    oid: '1.2.250.1.71.4.2.2',
    oidType: 'ISO',
    idType: 'IDNST',
    id: '1990000010',
  });
  expect(readHl7Organization('Cabinet des Essais')).toMatchObject({ name: 'Cabinet des Essais', oid: '', id: '' });
});

it('reads a code with its label and its system', () => {
  expect(readHl7Code('G15_10/SM54^Médecin^1.2.250.1.213.1.1.4.5')).toEqual({
    code: 'G15_10/SM54',
    label: 'Médecin',
    system: '1.2.250.1.213.1.1.4.5',
  });
});
