import { expect, it } from 'vitest';
import { Originals } from '../../src/redaction/originals.js';
import { SurvivorSearch } from '../../src/redaction/survivors.js';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln';

function search(): SurvivorSearch {
  const originals = new Originals();
  originals.secrets.add('9c41e7a05d2b4f86').add('s3cret-court').add('x7Kq2z').add('9c41e7-autre-secret');
  originals.tokens.add(TOKEN);
  originals.matricules.add('2850763113990').add('2850A63113990');
  originals.professionals.add('99700100011');
  originals.identifiers.add('DOS-2026-0042').add('A1B2C');
  originals.dates.add('19850714');
  originals.phones.add('639980011');
  originals.words.add('KERGUELEN').add('LEA');
  return new SurvivorSearch(originals);
}

it.each([
  ['a secret', 'state=9c41e7a05d2b4f86', '9c41e7a05d2b4f86'],
  ['a long secret in a word', 'a9c41e7a05d2b4f86b', '9c41e7a05d2b4f86'],
  ['another secret of the same beginning', '9c41e7-autre-secret', '9c41e7-autre-secret'],
  ['a short secret at the end', 'mdp: s3cret-court', 's3cret-court'],
  ['the shortest secret at the end', 'mdp=x7Kq2z', 'x7Kq2z'],
  ['a token', `Bearer ${TOKEN}`, TOKEN],
  ['a matricule', 'INS 2850763113990', '2850763113990'],
  ['a matricule with its key, in other digits', '0285076311399048', '0285076311399048'],
  ['a matricule of Corsica in small letters', '2850a63113990', '2850a63113990'],
  ['the number of a professional', 'RPPS 99700100011', '99700100011'],
  ['the same with its type', '899700100011', '899700100011'],
  ['an identifier', 'n° DOS-2026-0042.', 'DOS-2026-0042'],
  ['a birth date', 'né 19850714', '19850714'],
  ['a birth date with dashes', '1985-07-14T', '1985-07-14'],
  ['a birth date, day first', '14/07/1985', '14/07/1985'],
  ['a telephone number', 'tél. +33 6 39 98 00 11', '+33 6 39 98 00 11'],
  ['a name', 'Mme Kerguelen', 'Kerguelen'],
  ['a name with an accent', 'KERGUÉLEN', 'KERGUÉLEN'],
  ['a name with an accent apart', 'Kergue\u0301len', 'Kergue\u0301len'],
])('finds %s', (_, text, found) => {
  expect(search().in(text)).toBe(found);
});

it.each([
  ['a short secret in a word', 'xs3cret-court, s3cret-courte'],
  ['the number of a professional in other digits', '00099700100011000'],
  ['an identifier that is too short', 'A1B2C'],
  ['an identifier in another', 'DOS-2026-00421 XDOS-2026-0042'],
  ['a date in digits', '1198507145'],
  ['another date', '1985-07/14 1985-07-15 14/07/19850'],
  ['a name of three letters', 'LEA'],
  ['a name in another', 'KERGUELENEC'],
  ['another token', TOKEN.replace('c2ln', 'c2lo')],
])('does not take %s for an original', (_, text) => {
  expect(search().in(text)).toBeUndefined();
});
