import { describe, expect, it } from 'vitest';
import { addressesOf, isPatientAddress, PATIENT_TEST_ADDRESS, tellsMatricule } from '../../src/identity/addresses.js';

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
