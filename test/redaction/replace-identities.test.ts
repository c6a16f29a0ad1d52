import { expect, it } from 'vitest';
import type { Person } from '../../src/artifacts/people/person.js';
import { matriculeFault, matriculeKey } from '../../src/identity/matricule.js';
import { FictitiousValues } from '../../src/redaction/fictitious-values.js';
import { Originals } from '../../src/redaction/originals.js';
import { IdentityReplacer } from '../../src/redaction/replace-identities.js';

function replacer(person: Person, professionals: readonly string[] = []): (text: string) => string {
  const originals = new Originals();
  originals.addPerson(person);
  for (const each of professionals) originals.professionals.add(each);
  const identities = new IdentityReplacer(originals, new FictitiousValues((value) => originals.has(value)));
  return (text) => identities.replace(text);
}

it('replaces a matricule that is known, and one whose key tells it, once', () => {
  const replace = replacer({ ins: ['285076311399048'] });
  const made = replace('285076311399048');
  expect(made).not.toBe('285076311399048');
  expect(matriculeFault(made)).toBeUndefined();
  expect(replace(made)).toBe(made);
  expect(replace('2850763113990')).toBe(made.slice(0, 13));
  // Nobody told of this one.
  const body = '1801263113123';
  const key = matriculeKey(body);
  for (const other of [body, `${body}${key === '01' ? '02' : '01'}`]) expect(replace(other)).toBe(other);
  expect(replace(body + key)).not.toContain(body);
});

it('keeps what parts the digits of a matricule, and the word before its key', () => {
  const replace = replacer({ ins: ['285076311399048'] });
  const made = replace('285076311399048');
  const parted = replace('2 85 07 63 113 990 clé 48');
  expect(parted).toMatch(/^\d \d\d \d\d \d\d \d{3} \d{3} clé \d\d$/);
  expect(parted.replace(/\D/g, '')).toBe(made);
});

it('replaces the numbers of professionals and telephones that are told, and no other', () => {
  const replace = replacer({ phones: ['06 12 34 56 78'] }, ['10100100011']);
  expect(replace('810100100011')).toMatch(/^8101\d{8}$/);
  expect(replace('810100100011')).not.toContain('10100100011');
  expect(replace('10100100029')).toBe('10100100029');
  expect(replace('+33 6 12 34 56 78')).toMatch(/^\+33 6 39 98 \d\d \d\d$/);
  expect(replace('06.12.34.56.78')).toMatch(/^06\.39\.98\.\d\d\.\d\d$/);
  expect(replace('06.12.34.56.79')).toBe('06.12.34.56.79');
});

it('replaces a birth date as the same in every writing', () => {
  const replace = replacer({ birthDates: ['19850801'] });
  const [, year, month = '', day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(replace('1985-08-01')) ?? [];
  expect(replace('19850801')).toBe(`${year}${month}${day}`);
  expect(replace('01/08/1985')).toBe(`${day}/${month}/${year}`);
  expect(replace('1/8/1985')).toBe(`${day}/${month}/${year}`);
  const names = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
  for (const written of ['1er août 1985', '1 Aout 1985'])
    expect(replace(written)).toBe(`${Number(day)} ${names[Number(month) - 1]} ${year}`);
  for (const other of ['1985-08-02', '02/08/1985', '2 août 1985']) expect(replace(other)).toBe(other);
});

it('replaces the code of a place of birth, and identifiers of an establishment', () => {
  const replace = replacer({ birthPlaces: ['63113', '2a004'], ids: ['IPP/2026/00042', 'IPP/2026/000421', '0042-AB7'] });
  expect(replace('né à 63113')).toMatch(/^né à 01\d{3}$/);
  expect(replace('2A004')).toMatch(/^2A\d{3}$/);
  expect(replace('2A004')).not.toBe('2A004');
  const [short, long] = [replace('IPP/2026/00042'), replace('IPP/2026/000421')];
  expect([short, long]).toEqual([expect.stringMatching(/^IPP\/9\d+$/), expect.stringMatching(/^IPP\/9\d+$/)]);
  expect(short).not.toBe(long);
  expect(long).not.toMatch(/\d1$.*00042/);
  expect(replace('0042-AB7')).not.toContain('0042-AB7');
  expect(replace('0042-AB8 63114')).toBe('0042-AB8 63114');
});

it('replaces words of names where they are words', () => {
  const replace = replacer({ names: ['KERGUÉLEN', 'LEA', 'PATIENT'], givens: ['Solenn'] });
  const name = replace('KERGUELEN');
  expect(name).toMatch(/^ZE[A-Z]+$/);
  expect(replace('Kerguelen')).toBe(name.charAt(0) + name.slice(1).toLowerCase());
  expect(replace('KERGUELENEC')).toBe('KERGUELENEC');
  // Words that capitals part, and letters among digits.
  expect(replace('KerguelenSolenn')).toMatch(/^Ze[a-z]+Ze[a-z]+$/);
  expect(replace('PageKerguelen')).toMatch(/^PageZe[a-z]+$/);
  expect(replace('0LEA4')).toBe('0LEA4');
  expect(replace('0KERGUELEN4')).toBe(`0${name}4`);
  expect(replace('LEA')).not.toBe('LEA');
  // A word of any text is a name where it is all that a value holds.
  expect(replace('PATIENT')).toMatch(/^ZE/);
  expect(replace('le patient est né')).toBe('le patient est né');
});

it('replaces an address as a whole, the longest that it knows, and not its words elsewhere', () => {
  const replace = replacer({ addresses: [{ lines: ['rue des Lilas', 'rue des Lilas blancs'], city: 'Brest' }] });
  expect(replace('12 rue des Lilas blancs')).not.toMatch(/rue|lilas|blancs/i);
  expect(replace('rue des Lilas')).not.toMatch(/lilas/i);
  expect(replace('des lilas blancs, une rue')).toBe('des lilas blancs, une rue');
});
