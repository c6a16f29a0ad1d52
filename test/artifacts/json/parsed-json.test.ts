import { constants } from 'node:buffer';
import { expect, test } from 'vitest';
import { parsedJson } from '../../../src/artifacts/json/parsed-json.js';

test('gives the value of a text, or of its bytes', () => {
  expect(parsedJson('{"a":[1,null]}')).toEqual({ a: [1, null] });
  expect(parsedJson(Buffer.from('xx"é"').subarray(2))).toBe('é');
});

test('gives undefined for what is no JSON, however deep or long', () => {
  for (const text of ['', '{', 'undefined', '\uFEFF1', '{"a":1}x']) expect(parsedJson(text)).toBeUndefined();
  expect(parsedJson('['.repeat(1_000_000))).toBeUndefined();
  expect(parsedJson(new Uint8Array(constants.MAX_STRING_LENGTH + 1))).toBeUndefined();
});
