import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressesOf,
  isPatientAddress,
  isProfessionalAddress,
  mailboxesOf,
  PATIENT_TEST_ADDRESS,
  tellsMatricule,
} from '../../src/identity/addresses.js';

describe('addresses', () => {
  it.each<[string, string[]]>([
    ['a@b.fr', ['a@b.fr']],
    ['<a@b.fr>', ['a@b.fr']],
    ['Dr Jean <a@b.fr>, c@d.fr', ['a@b.fr', 'c@d.fr']],
    ['"Nom, Prénom <x@y.fr>" <a@b.fr>', ['a@b.fr']],
    ['"Un \\" guillemet" <a@b.fr>', ['a@b.fr']],
    ['a@b.fr (x@y.fr)', ['a@b.fr']],
    ['Équipe: a@b.fr, C <c@d.fr>;, e@f.fr', ['a@b.fr', 'c@d.fr', 'e@f.fr']],
    ['undisclosed-recipients:;', []],
    ['', []],
    ['sans adresse', []],
  ])('of %j are %j', (field, expected) => {
    expect(addressesOf(field)).toEqual(expected);
  });

  it('of a citizen are of one domain, whatever its case', () => {
    expect(isPatientAddress('285076311399048@Patient.MSSante.fr')).toBe(true);
    expect(isPatientAddress(PATIENT_TEST_ADDRESS)).toBe(true);
    expect(isPatientAddress('a@sous.patient.mssante.fr')).toBe(false);
    expect(isPatientAddress('a@faux-patient.mssante.fr')).toBe(false);
    expect(isPatientAddress('a@patient.mssante.fr.example.org')).toBe(false);
  });
});

it('tells the addresses made of a matricule', () => {
  expect(tellsMatricule('mailto:285076311399048@Patient.MSSante.fr')).toBe(true);
  expect(tellsMatricule('Reponse.automatique-test@patient.mssante.fr')).toBe(false);
  expect(tellsMatricule('mailto:reponse.automatique-test@patient.mssante.fr')).toBe(false);
  expect(tellsMatricule('claire.martin@exemple.mssante.fr')).toBe(false);
});

describe('the name of a mailbox', () => {
  it.each<[string, string[]]>([
    ['a@b.fr', ['']],
    ['<a@b.fr>', ['']],
    ['a@b.fr (Claire Martin)', ['']],
    ['Dr_Claire_MARTIN_Cabinet des Essais <a@b.fr>', ['Dr_Claire_MARTIN_Cabinet des Essais']],
    ['"Dr_Claire_MARTIN" <a@b.fr>', ['Dr_Claire_MARTIN']],
    ['"Nom, Prénom <x@y.fr>" <a@b.fr>', ['Nom, Prénom <x@y.fr>']],
    ['"Un \\"guillemet\\"" <a@b.fr>', ['Un "guillemet"']],
    ['Dr (Docteur (en médecine)) Claire\tMARTIN  <a@b.fr>', ['Dr Claire MARTIN']],
    ['Dr (pas fermé <a@b.fr>, C <c@d.fr>', ['Dr (pas fermé', 'C']],
    ['=?UTF-8?Q?Martin,_Claire_<x@y.fr>?= <a@b.fr>', ['=?UTF-8?Q?Martin,_Claire_<x@y.fr>?=']],
    ['=?UTF-8?Q?Cabinet?= =?UTF-8?B?w6k=?= <a@b.fr>', ['=?UTF-8?Q?Cabinet?= =?UTF-8?B?w6k=?=']],
    ['=? <a@b.fr>', ['=?']],
    ['Service : "Un" <a@b.fr>, Deux <c@d.fr>;', ['Un', 'Deux']],
    ['Un <a@b.fr> deux', ['Un']],
    ['Un <a@b.fr> <c@d.fr>', ['Un']],
    // One character a byte: U+00A0 ends `à` in UTF-8.
    ['Claire \u00c3\u00a0 <a@b.fr>', ['Claire \u00c3\u00a0']],
  ])('of %j is %j', (field, expected) => {
    expect(mailboxesOf(field).map(({ name }) => name)).toEqual(expected);
  });

  it('goes with the right address', () => {
    expect(mailboxesOf('"a@b.fr" <c@d.fr>, e@f.fr (g@h.fr), Groupe: <i(j)@k.fr>;')).toEqual([
      { name: 'a@b.fr', address: 'c@d.fr' },
      { name: '', address: 'e@f.fr' },
      { name: '', address: 'i@k.fr' },
    ]);
  });

  it('is what was quoted, whatever it holds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~](?:[ -~]{0,20}[!-~])?$/), (name) => {
        const quoted = `"${name.replace(/["\\]/g, '\\$&')}"`;
        const [mailbox] = mailboxesOf(`${quoted} <a@b.fr>`);
        expect(mailbox).toEqual({ name: name.replace(/ +/g, ' '), address: 'a@b.fr' });
      }),
    );
  });

  it.each(['<', '(', '=?', '"', '\\', ':', '=?x?Q?', '(a)', '<a'])('is looked for once in many %j', (piece) => {
    expect(addressesOf(`${piece.repeat(200_000)}`)).toEqual([]);
  });
});

describe('the mailbox of a professional', () => {
  it.each(['a@medecin.mssante.fr', 'a@mssante.fr', 'a@chu.formation.MSSANTE.FR'])('is %s', (address) => {
    expect(isProfessionalAddress(address)).toBe(true);
  });

  it.each(['a@exemple.fr', 'a@fauxmssante.fr', 'a@mssante.fr.exemple.fr', '1@patient.mssante.fr', 'mssante'])(
    'is not %s',
    (address) => {
      expect(isProfessionalAddress(address)).toBe(false);
    },
  );
});
