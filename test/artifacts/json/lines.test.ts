import { describe, expect, it } from 'vitest';
import { isJsonLines, readJsonLines } from '../../../src/artifacts/json/lines.js';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { caught } from '../../support/caught.js';

it.each([
  ['{"a": 1}\n{"a": 2}', true],
  ['{"a": 1} \r\n\r\n  {"a": 2}\r\n', true],
  ['\n{}\n{', true],
  ['{"a": 1}', false],
  ['{"a": 1}\n', false],
  ['{\n"a": {}\n}', false],
  ['{"a": {}\n,"b": {}}', false],
  ['[{}\n{}]', false],
  ['', false],
])('isJsonLines(%j) is %s', (text, expected) => {
  expect(isJsonLines(text)).toBe(expected);
});

describe('readJsonLines', () => {
  it('gives each line that is not blank with its number', () => {
    const lines = readJsonLines('{"a": 1}\r\n\r\n{"a": 2}', LIMITS, 'logLines');
    expect(lines.map(({ line, document }) => [line, document.value])).toEqual([
      [1, { a: 1 }],
      [3, { a: 2 }],
    ]);
  });

  it('says which line is broken', async () => {
    expect(await caught(() => readJsonLines('{"a": 1}\n{"a": ]\n{}', LIMITS, 'logLines'))).toMatchObject({
      code: 'read/json',
      location: { line: 2, column: 7 },
    });
  });

  it('counts lines, and the values of all of them', async () => {
    const text = '{"a": 1}\n'.repeat(10);
    expect(await caught(() => readJsonLines(text, { ...LIMITS, logLines: 9 }, 'logLines'))).toMatchObject({
      args: { limit: 'logLines', actual: 10 },
    });
    expect(await caught(() => readJsonLines(text, { ...LIMITS, jsonValues: 19 }, 'logLines'))).toMatchObject({
      args: { limit: 'jsonValues', actual: 20 },
      location: { line: 10 },
    });
  });
});
