import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, jsonPath, parseJson } from '../../src/artifacts/json-document.js';
import { LIMITS } from '../../src/artifacts/limits.js';
import { caught } from '../support/caught.js';

describe('parseJson', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.stringify(parseJson(text).value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  const text = `{
  "log": { "entries": [
    { "url": "x" },
    { "a b": { "été": null } }
  ] }
}`;

  it.each([
    [[], '1:1 $'],
    [['log'], '2:10 $.log'],
    [['log', 'entries', 0, 'url'], '3:14 $.log.entries[0].url'],
    [['log', 'entries', 1, 'a b'], '4:14 $.log.entries[1]["a b"]'],
    [['log', 'entries', 1, 'a b', 'été'], '4:23 $.log.entries[1]["a b"]["été"]'],
  ])('locates %j', (path, place) => {
    const { line, column, path: shown } = parseJson(text).locate(path);
    expect(`${line}:${column} ${shown}`).toBe(place);
  });

  it('points above what is absent, and still names it', () => {
    expect(parseJson(text).locate(['log', 'entries', 1, 'request', 'url'])).toEqual({
      line: 4,
      column: 5,
      path: '$.log.entries[1].request.url',
    });
  });

  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a": 1,}', 1, 9],
    ['[1,\n 2,\n]', 3, 1],
    ['{"a": 1} x', 1, 10],
    ['{"a": // no\n1}', 1, 7],
    ["{'a': 1}", 1, 2],
    ['{"a": "x\ny"}', 1, 7],
    ['{"a": "\\x"}', 1, 7],
    ['{"a": 01}', 1, 8],
    ['{"a" 1}', 1, 6],
    ['nul', 1, 1],
  ])('refuses %j where it is wrong', async (given, line, column) => {
    expect(await caught(() => parseJson(given))).toMatchObject({
      code: 'read/json',
      args: { reason: expect.stringMatching(/\S/) },
      location: { line, column },
    });
  });

  it('refuses what is deeper than the limit, and brackets in texts are not depth', async () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(LIMITS.jsonDepth)).value).toBeInstanceOf(Array);
    expect(parseJson(JSON.stringify({ a: `\\"${'[{'.repeat(1000)}` })).value).toBeTypeOf('object');
    expect(await caught(() => parseJson(nested(100_000)))).toMatchObject({
      code: 'read/json-limit',
      args: { maximum: LIMITS.jsonDepth },
      location: { line: 1, column: LIMITS.jsonDepth + 1 },
    });
  });

  it('takes nothing from a prototype', () => {
    const { value } = parseJson('{"__proto__": {"admin": true}}');
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(isObject(value)).toBe(true);
  });
});

it('writes normalised paths', () => {
  expect(jsonPath(['a', 0, '_b1', "c'd", '0', ''])).toBe('$.a[0]._b1["c\'d"]["0"][""]');
});

it.each([
  [{}, true],
  [[], false],
  [null, false],
  ['a', false],
])('isObject(%j) is %s', (value, expected) => {
  expect(isObject(value)).toBe(expected);
});
