import { expect, it } from 'vitest';
import { elementType } from '../../../src/artifacts/fhir/element-type.js';

it.each([
  ['Patient', 'name', 'HumanName', 'complex', true],
  ['Patient', 'contact', 'Patient.contact', 'complex', true],
  ['Patient.contact', 'name', 'HumanName', 'complex', false],
  ['Patient', 'active', 'boolean', 'boolean', false],
  ['Patient', 'deceasedBoolean', 'boolean', 'boolean', false],
  ['HumanName', 'given', 'string', 'string', true],
  ['Bundle', 'total', 'number', 'number', false],
  ['Bundle.entry', 'resource', 'Resource', 'resource', false],
  ['Bundle.entry', 'link', 'Bundle.link', 'complex', true],
  ['Bundle.entry', 'request', 'Bundle.entry.request', 'complex', false],
  ['Narrative', 'div', 'xhtml', 'xhtml', false],
  ['Extension', 'valueDecimal', 'number', 'number', false],
  ['Extension', 'valueDateTime', 'string', 'string', false],
  ['Extension', 'valueCodeableConcept', 'CodeableConcept', 'complex', false],
  ['Extension', 'url', 'string', 'string', false],
  ['ValueSet.compose.include', 'valueSet', 'string', 'string', true],
  ['Questionnaire', 'item', 'Questionnaire.item', 'complex', true],
  ['Questionnaire.item', 'item', 'Questionnaire.item', 'complex', true],
  ['Foo', 'bar', 'string', 'string', false],
])('%s.%s', (owner, name, type, holds, many) => {
  expect(elementType(owner, name)).toEqual({ type, holds, many });
});
