import { expect, it } from 'vitest';
import { validateJson } from '../../src/packs/validate-json.js';

const schema = {
  type: 'object',
  required: ['sub', 'list'],
  properties: {
    sub: { type: 'string', minLength: 1 },
    list: { type: 'array', items: { type: 'object', properties: { 'a/b~0': { type: 'integer' } } } },
  },
};

it('finds nothing in what is valid', () => {
  expect(validateJson(schema, { sub: 'x', list: [{ other: true }] })).toEqual([]);
});

it('tells every fault with its place, ranks being numbers and names texts', () => {
  const value = { sub: '', list: [{}, { 'a/b~0': 'x' }] };
  expect(validateJson(schema, value)).toEqual([
    { keyword: 'minLength', path: ['sub'], missing: undefined, expected: undefined },
    { keyword: 'type', path: ['list', 1, 'a/b~0'], missing: undefined, expected: 'integer' },
  ]);
  expect(validateJson(schema, { 0: 1 }).map(({ missing }) => missing)).toEqual(['sub', 'list']);
  expect(validateJson(schema, [])).toMatchObject([{ keyword: 'type', path: [], expected: 'object' }]);
});
