import { describe, expect, it } from 'vitest';
import { jsonPath } from '../../../src/artifacts/json/path.js';
import { validateResource } from '../../../src/checks/fhir/validation/validate.js';
import { R4 } from '../../../src/packs/fhir/r4-definitions.js';

/** What is found: `fault path`. */
function found(resource: unknown): string[] {
  return validateResource(resource, R4).map(({ fault, path }) => `${fault} ${jsonPath(path)}`);
}

const patient = (members: object) => ({ resourceType: 'Patient', ...members });
const observation = (members: object) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'taille' },
  ...members,
});
const parsed = (text: string): unknown => JSON.parse(text);
const narrative = (text: string) => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${text}</div>`,
});

describe('validateResource', () => {
  it.each<[string, object]>([
    ['nothing but a type', {}],
    ['elements of every kind', { id: 'a.B-1', active: false, name: [{ family: 'X', given: ['A', 'B'] }] }],
    ['a choice', { deceasedBoolean: false, multipleBirthInteger: 2 }],
    ['a choice that only says why it is absent', { _deceasedBoolean: { extension: [{ url: 'u', valueCode: 'x' }] } }],
    ['the twin of a primitive', { birthDate: '1980-02-29', _birthDate: { id: 'b' } }],
    ['a primitive with an extension alone', { _birthDate: { extension: [{ url: 'u', valueString: 'x' }] } }],
    [
      'nulls that keep lists in step',
      { name: [{ given: ['A', null], _given: [null, { extension: [{ url: 'u', valueString: 'x' }] }] }] },
    ],
    ['an extension in an extension', { extension: [{ url: 'u', extension: [{ url: 'v', valueInteger: 0 }] }] }],
    [
      'a contained resource that is referred to',
      { contained: [{ resourceType: 'Organization', id: 'o', name: 'O' }], managingOrganization: { reference: '#o' } },
    ],
    [
      'a contained resource that the narrative shows',
      {
        contained: [{ resourceType: 'Binary', id: 'i', contentType: 'image/png' }],
        text: narrative('<img src="#i" alt=""/>'),
      },
    ],
    ['dates of every precision', { birthDate: '1980', deceasedDateTime: '2020-01-01T23:59:60.5+14:00' }],
    ['an end at the precision of the start', { name: [{ period: { start: '2020-05', end: '2020-05-02' } }] }],
  ])('finds nothing wrong in %s', (_, members) => {
    expect(found(patient(members))).toEqual([]);
  });

  it.each<[string, object]>([
    ['unknown-element $.Gender', { Gender: 'male' }],
    ['unknown-element $.name[0].prenom', { name: [{ prenom: 'A' }] }],
    ['missing-element $.link[0]', { link: [{ type: 'seealso' }] }],
    ['not-a-list $.name', { name: { family: 'X' } }],
    ['a-list $.gender', { gender: ['male'] }],
    ['several-types $.deceasedDateTime', { deceasedBoolean: true, deceasedDateTime: '2020' }],
    ['several-types $.deceasedDateTime', { deceasedBoolean: true, _deceasedDateTime: { id: 'x' } }],
    ['unknown-element $.deceasedString', { deceasedString: 'x' }],
    ['unknown-element $.deceased', { deceased: true }],
    ['empty $.name', { name: [] }],
    ['empty $.name[0]', { name: [{}] }],
    ['empty $.name[0].given[1]', { name: [{ given: ['A', null] }] }],
    ['empty $.gender', { gender: null }],
    ['json-type $.name[0]', { name: ['X'] }],
    ['json-type $.active', { active: 'true' }],
    ['json-type $.birthDate', { birthDate: 1980 }],
    ['json-type $._birthDate', { birthDate: '1980', _birthDate: 'x' }],
    ['json-type $.multipleBirthInteger', { multipleBirthInteger: '1' }],
    ['form $.multipleBirthInteger', { multipleBirthInteger: 1.5 }],
    ['form $.multipleBirthInteger', { multipleBirthInteger: 2147483648 }],
    ['form $.birthDate', { birthDate: '1981-02-29' }],
    ['form $.birthDate', { birthDate: '01/02/1980' }],
    ['form $.deceasedDateTime', { deceasedDateTime: '2020-01-01T10:00:00' }],
    ['form $.deceasedDateTime', { deceasedDateTime: '2020-01-01T24:00:00Z' }],
    ['form $.id', { id: 'a_b' }],
    ['form $.id', { id: 'a'.repeat(65) }],
    ['form $.name[0].family', { name: [{ family: ' ' }] }],
    ['form $.language', { language: ' fr' }],
    ['code $.gender', { gender: 'F' }],
    ['code $.name[0].use', { name: [{ use: 'birth' }] }],
    [
      'resource-type $.contained[0]',
      { contained: [{ resourceType: 'Person2', id: 'a' }], managingOrganization: { reference: '#a' } },
    ],
    ['resource-type $.contained[0]', { contained: [{ id: 'a' }], managingOrganization: { reference: '#a' } }],
    ['invariant $', { contained: [{ resourceType: 'Organization', id: 'o', name: 'O' }] }],
    ['invariant $.managingOrganization', { managingOrganization: { reference: '#absent' } }],
    ['invariant $.contact[0]', { contact: [{ gender: 'male' }] }],
    ['invariant $.extension[0]', { extension: [{ url: 'u' }] }],
    [
      'invariant $.extension[0]',
      { extension: [{ url: 'u', valueCode: 'x', extension: [{ url: 'v', valueCode: 'x' }] }] },
    ],
    ['invariant $.name[0].period', { name: [{ period: { start: '2020-05-02', end: '2020-05-01' } }] }],
    ['missing-element $._birthDate.extension[0]', { _birthDate: { extension: [{ valueString: 'x' }] } }],
    [
      'missing-element $.name[0]._given[0].extension[0]',
      { name: [{ _given: [{ extension: [{ valueString: 'x' }] }] }] },
    ],
  ])('finds %s', (wanted, members) => {
    const issues = found(patient(members));
    // An extension of a twin is placed where the twin's list is read from.
    expect(issues.map((each) => each.replace('.given[', '._given['))).toEqual([wanted.replace('.given[', '._given[')]);
  });

  it.each([
    [null],
    ['Patient'],
    [[]],
    [{}],
    [{ resourceType: 'Resource' }],
    [{ resourceType: 'HumanName' }],
    [{ resourceType: '__proto__' }],
  ])('finds that %j is no resource', (value) => {
    expect(found(value)).toEqual(['resource-type $']);
  });

  it('judges names that JavaScript knows as any other', () => {
    const text = '{"resourceType":"Patient","__proto__":{"x":1},"constructor":1,"toString":"x","_hasOwnProperty":{}}';
    expect(found(parsed(text)).map((each) => each.split(' ')[0])).toEqual(Array(4).fill('unknown-element'));
    expect(found(patient({ gender: 'constructor' }))).toEqual(['code $.gender']);
  });

  it('judges what an element shares with another by contentReference', () => {
    const item = (members: object) => ({ linkId: 'a', type: 'group', ...members });
    const survey = (inner: object) => ({
      resourceType: 'Questionnaire',
      status: 'draft',
      item: [item({ item: [item({ item: [item({ type: 'string', ...inner })] })] })],
    });
    expect(found(survey({ text: 'x' }))).toEqual([]);
    expect(found(survey({ texte: 'x' }))).toEqual(['unknown-element $.item[0].item[0].item[0].texte']);
  });

  it('judges the codes of CodeableConcept, Coding and Quantity by required bindings', () => {
    const system = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';
    expect(found(observation({ dataAbsentReason: { coding: [{ system, code: 'absent' }] } }))).toEqual([]);
    expect(found(observation({ status: 'terminé' }))).toEqual(['code $.status']);
    const allergy = (code: string) => ({
      resourceType: 'AllergyIntolerance',
      patient: { display: 'X' },
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code }],
      },
    });
    expect(found(allergy('active'))).toEqual([]);
    expect(found(allergy('vivant'))).toEqual(['code $.clinicalStatus']);
  });

  it('leaves the entries of a Bundle to themselves, and judges the Bundle', () => {
    const bundle = (entry: object, type = 'collection') => ({ resourceType: 'Bundle', type, entry: [entry] });
    expect(found(bundle({ fullUrl: 'urn:uuid:a', resource: patient({ sex: 'F' }) }))).toEqual([]);
    expect(found(bundle({ fullUrl: 'urn:uuid:a', resource: patient({}) }, 'transaction'))).toEqual(['invariant $']);
    expect(found(bundle({ resource: 'x' }))).toEqual(['json-type $.entry[0].resource']);
    const parameters = { resourceType: 'Parameters', parameter: [{ name: 'a', resource: patient({ sex: 'F' }) }] };
    expect(found(parameters)).toEqual(['unknown-element $.parameter[0].resource.sex']);
    const whole = patient({
      contained: [{ resourceType: 'Organization', id: 'o', name: 'O' }],
      managingOrganization: { reference: '#o' },
    });
    expect(found({ ...parameters, parameter: [{ name: 'a', resource: whole }] })).toEqual([]);
  });

  it('finds the same fullUrl twice, but for two versions', () => {
    const twice = (versionId: string) => ({
      resourceType: 'Bundle',
      type: 'collection',
      entry: ['1', versionId].map((id) => ({ fullUrl: 'urn:uuid:a', resource: patient({ meta: { versionId: id } }) })),
    });
    expect(found(twice('2'))).toEqual([]);
    expect(found(twice('1'))).toEqual(['invariant $']);
  });

  // Done in seconds when it is linear; a quadratic rule does not end within the time of a test.
  it('judges large resources', () => {
    const entry = Array.from({ length: 10_000 }, (_, index) => ({
      fullUrl: `http://serveur.example/Patient/${index}`,
      resource: patient({ id: String(index) }),
      request: { method: 'PUT', url: `Patient/${index}` },
    }));
    expect(found({ resourceType: 'Bundle', type: 'transaction', entry })).toEqual([]);
    const extension = Array.from({ length: 100_000 }, () => ({ url: 'u', valueString: 'x' }));
    expect(found(patient({ extension }))).toEqual([]);
    const contained = Array.from({ length: 3000 }, (_, index) => ({
      resourceType: 'Organization',
      id: `o${index}`,
      name: 'O',
    }));
    const generalPractitioner = contained.map(({ id }) => ({ reference: `#${id}` }));
    expect(found(patient({ contained, generalPractitioner }))).toEqual([]);
  });
});
