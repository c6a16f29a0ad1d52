import fc from 'fast-check';
import { getNodePath, type Node, parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { isObject, jsonPath, parseJson } from '../../../src/artifacts/json/document.js';
import { LIMITS } from '../../../src/artifacts/limits.js';
import { caught } from '../../support/caught.js';

/** Names that only we refuse. */
const MACHINERY = /"(?:__proto__|constructor|prototype)"/;

describe('parseJson', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!MACHINERY.test(text));
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
    ['{"a": "\\x"}', 1, 8],
    ['{"a": "\\u12g4"}', 1, 8],
    ['"a\u0001"', 1, 3],
    ['[1', 1, 3],
    ['[1 2]', 1, 4],
    ['{"a":1', 1, 7],
    ['\0', 1, 1],
    ['-', 1, 1],
    ['[NaN]', 1, 2],
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

  it('refuses more values than the limit before it builds any', async () => {
    const limits = { ...LIMITS, jsonValues: 1000 };
    const list = (count: number) => `[${'1,'.repeat(count - 2)}1]`;
    expect(parseJson(list(1000), limits).value).toHaveLength(999);
    expect(await caught(() => parseJson(list(1001), limits))).toMatchObject({
      code: 'read/json-limit',
      args: { limit: 'jsonValues', maximum: 1000, actual: 1001 },
      location: { line: 1, column: 2000 },
    });
  });

  it.each([
    ['{"a": 1, "b": [{"c": 1,\n "c": 2}]}', 'duplicate-key', 2, 2, '$.b[0].c'],
    ['{"é": {}, "\\u00e9": 1}', 'duplicate-key', 1, 11, '$["é"]'],
    ['[0, {"x y": {"__proto__": {"admin": true}}}]', 'machinery-key', 1, 14, '$[1]["x y"].__proto__'],
    ['{"\\u005f_proto__": 1}', 'machinery-key', 1, 2, '$.__proto__'],
    ['{"constructor": 1}', 'machinery-key', 1, 2, '$.constructor'],
  ])('refuses names that two recipients could take for two things: %s', async (given, reason, line, column, path) => {
    expect(await caught(() => parseJson(given))).toMatchObject({
      code: 'read/json',
      args: { reason },
      location: { line, column, path },
    });
  });

  it('takes the same name in two objects', () => {
    expect(parseJson('[{"a": {"a": 1}}, {"a": 2}]').value).toEqual([{ a: { a: 1 } }, { a: 2 }]);
  });

  it.each(['"\\ud83d"', '"\\ude00"', '"\\ud83dx"', '"\\ud83d\\u0041"'])(
    'refuses half a character: %s',
    async (given) => {
      expect(await caught(() => parseJson(given))).toMatchObject({ args: { reason: 'lone-surrogate' } });
      expect(parseJson('"\\ud83d\\ude00"').value).toBe('😀');
    },
  );

  it('accepts and refuses what JSON.parse does, whatever is done to a document', () => {
    const text = '{"a": [1, -0.5e+3, true, null, "x\\n\\u00e9"], "b": {"c": {}, "d": []}}';
    const edits = fc.tuple(
      fc.nat(text.length),
      fc.nat(3),
      fc.constantFrom('', '{', '}', '[', ']', ',', ':', '"', '\\', '1', ' ', 'e', '-', '.'),
    );
    fc.assert(
      fc.property(edits, ([at, removed, added]) => {
        const edited = text.slice(0, at) + added + text.slice(at + removed);
        const outcome = (parse: (text: string) => unknown): unknown => {
          try {
            return JSON.stringify(parse(edited));
          } catch {
            return 'refused';
          }
        };
        try {
          expect(JSON.stringify(parseJson(edited).value)).toBe(outcome(JSON.parse));
        } catch (error) {
          const reason = String((error as { args?: { reason?: unknown } }).args?.reason);
          // That is where it refuses more.
          if (reason !== 'duplicate-key') expect(outcome(JSON.parse)).toBe('refused');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('finds each value where another parser does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!MACHINERY.test(text));
        const tree = parseTree(text);
        const document = parseJson(text);
        const visit = (node: Node): void => {
          const path = getNodePath(node);
          const { line = 0, column = 0 } = document.locate(path);
          const offset =
            text
              .split('\n')
              .slice(0, line - 1)
              .join('\n').length +
            (line > 1 ? 1 : 0) +
            column -
            1;
          expect(offset).toBe(node.offset);
          expect(document.sourceOf(path)).toBe(text.slice(node.offset, node.offset + node.length));
          for (const child of node.children ?? [])
            visit((node.type === 'object' ? child.children?.[1] : child) ?? node);
        };
        if (tree) visit(tree);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps numbers as they are written', () => {
    const document = parseJson('{"a": [1.10, 1e3], "b": "\\u00e9"}');
    expect(document.sourceOf(['a', 0])).toBe('1.10');
    expect(document.sourceOf(['a', 1])).toBe('1e3');
    expect(document.sourceOf(['b'])).toBe('"\\u00e9"');
    expect(document.sourceOf(['a', 2])).toBeUndefined();
    expect(document.sourceOf(['a', 2, 'c'])).toBeUndefined();
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
