import { expect, it } from 'vitest';
import { faultOf } from '../../../src/packs/official/xsd-words.js';

it.each([
  [
    "Element 'foo': This element is not expected. Expected is one of ( recordTarget, author ).",
    'official/xsd-unexpected',
    { node: 'foo', wanted: 'recordTarget, author' },
  ],
  [
    "Element 'foo': This element is not expected. Expected is ( a ).",
    'official/xsd-unexpected',
    { node: 'foo', wanted: 'a' },
  ],
  ["Element '{urn:x}foo': This element is not expected.", 'official/xsd-no-more', { node: '{urn:x}foo' }],
  [
    "Element 'author': Missing child element(s). Expected is ( assignedAuthor ).",
    'official/xsd-missing',
    { node: 'author', wanted: 'assignedAuthor' },
  ],
  [
    "Element 'value', attribute 'unit': The attribute 'unit' is not allowed.",
    'official/xsd-attribute',
    { node: 'value/@unit' },
  ],
  [
    "Element 'typeId': The attribute 'extension' is required but missing.",
    'official/xsd-attribute-missing',
    { node: 'typeId', attribute: 'extension' },
  ],
  [
    "Element 'time', attribute 'value': [facet 'pattern'] The value '2023-01' is not accepted by the pattern '[0-9]{1,8}'.",
    'official/xsd-pattern',
    { node: 'time/@value', value: '2023-01', wanted: '[0-9]{1,8}' },
  ],
  [
    "Element 'act', attribute 'moodCode': [facet 'enumeration'] The value 'X' is not an element of the set {'EVN', 'RQO'}.",
    'official/xsd-enumeration',
    { node: 'act/@moodCode', value: 'X', wanted: "'EVN', 'RQO'" },
  ],
  [
    "Element 'versionNumber', attribute 'value': '1.0' is not a valid value of the atomic type 'int'.",
    'official/xsd-value',
    { node: 'versionNumber/@value', value: '1.0', wanted: 'int' },
  ],
  [
    "Element 'author': Character content other than whitespace is not allowed because the content type is 'element-only'.",
    'official/xsd-text',
    { node: 'author' },
  ],
  ["Element 'a': The type definition is abstract.", 'official/xsd', {}],
  ['No matching global declaration.', 'official/xsd', {}],
])('tells %s', (message, code, args) => {
  expect(faultOf(message)).toEqual({ code, args });
});

it('is not led astray by a value that quotes the words', () => {
  const value = "x' is not a valid value of the atomic type 'y";
  expect(faultOf(`Element 'a': '${value}' is not a valid value of the atomic type 'int'.`)).toMatchObject({
    args: { value, wanted: 'int' },
  });
});
