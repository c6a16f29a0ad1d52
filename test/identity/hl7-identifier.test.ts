import { expect, it } from 'vitest';
import { readHl7Identifier } from '../../src/identity/hl7-identifier.js';

it('reads the components of an identifier', () => {
  expect(readHl7Identifier('285076311399048^^^&1.2.250.1.213.1.4.10&ISO^NH^^20100907')).toEqual({
    value: '285076311399048',
    namespace: '',
    oid: '1.2.250.1.213.1.4.10',
    oidType: 'ISO',
    type: 'NH',
  });
  expect(readHl7Identifier(' 12^^^CHU ')).toEqual({ value: '12', namespace: 'CHU', oid: '', oidType: '', type: '' });
  expect(readHl7Identifier('')).toEqual({ value: '', namespace: '', oid: '', oidType: '', type: '' });
});
