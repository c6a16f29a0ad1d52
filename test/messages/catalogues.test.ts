import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KNOWN_CHECKS } from '../../src/checks/registry.js';
import { textsOfCode } from '../../src/messages/catalogue.js';
import { cli as cliEn, help as helpEn, mistakes as mistakesEn, usage as usageEn } from '../../src/messages/en/cli.js';
import { english } from '../../src/messages/en/index.js';
import { seal as sealEn } from '../../src/messages/en/seal.js';
import { fill } from '../../src/messages/fill.js';
import { cli, help, mistakes, usage } from '../../src/messages/fr/cli.js';
import { french } from '../../src/messages/fr/index.js';
import * as frenchWords from '../../src/messages/fr/read-words.js';
import { seal } from '../../src/messages/fr/seal.js';

/** Every text of a catalogue by its path. */
function textsOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  return new Map(Object.entries(value as object).flatMap(([key, inner]) => [...textsOf(inner, `${path} > ${key}`)]));
}

const placeholders = (text: string) => [...new Set(text.match(/\{[\w-]+\}/g) ?? [])].sort();

const { language: _fr, ...wordsFr } = french;
const { language: _en, ...wordsEn } = english;
const PAIRS: readonly [string, unknown, unknown][] = [
  ['reports', wordsFr, wordsEn],
  ['help', help, helpEn],
  ['usage', usage, usageEn],
  ['mistakes', mistakes, mistakesEn],
  ['cli', cli, cliEn],
  ['seal', seal, sealEn],
];

describe.each(PAIRS)('the texts of %s', (_, fr, en) => {
  const [left, right] = [textsOf(fr), textsOf(en)];

  it('are the same in both languages', () => {
    expect([...right.keys()].sort()).toEqual([...left.keys()].sort());
  });

  it('name the same values in both languages', () => {
    const differing = [...left].filter(
      ([path, text]) => placeholders(text).join() !== placeholders(right.get(path) ?? '').join(),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
  });

  it('are never empty', () => {
    for (const [path, text] of [...left, ...right]) expect(text.trim(), path).not.toBe('');
  });
});

it('are written in their own language', () => {
  const others = textsOf(wordsEn);
  const same = [...textsOf(wordsFr)].filter(
    ([path, text]) =>
      /\p{L}{2,} .*\p{L}{2,} .*\p{L}{2,}/u.test(text.replace(/\{[\w-]+\}/g, '')) && others.get(path) === text,
  );
  expect(same.map(([path]) => path)).toEqual([]);
});

/** The codes that a union type of the source lists. */
function codesOf(file: string, type: string): string[] {
  const source = readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
  const union = new RegExp(`export type ${type} =([^;]*);`).exec(source)?.[1] ?? '';
  const codes = [...union.matchAll(/'([^']+)'/g)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(3);
  return codes.sort();
}

describe('each code has its text', () => {
  it.each<[string, string, object]>([
    ['checks/define.ts', 'NeedCode', french.needs],
    ['engine/plan.ts', 'ReasonCode', french.reasons],
    ['artifacts/read-error.ts', 'ReadCode', french.read],
    ['artifacts/other/other.ts', 'OtherCode', french.unrecognised],
    ['dossier/user-error.ts', 'UserErrorCode', usage],
    ['scenarios/parse-yaml.ts', 'MistakeCode', mistakes],
  ])('%s, %s', (file, type, texts) => {
    expect(Object.keys(texts).sort()).toEqual(codesOf(file, type));
  });

  it('of a rule of a check', () => {
    for (const { id, rules } of KNOWN_CHECKS)
      for (const rule of Object.keys(rules))
        for (const catalogue of [french, english])
          expect(textsOfCode(catalogue, `${id}/${rule}`).finding).toMatch(/\S/);
  });

  it('of a check that is registered, and of no other', () => {
    expect(Object.keys(french.checks).sort()).toEqual(KNOWN_CHECKS.map(({ id }) => id).sort());
  });

  it('of a reason and of a limit of the readers', () => {
    const readers = readdirSync(new URL('../../src/artifacts/', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) =>
        readFileSync(new URL(`../../src/artifacts/${name.replaceAll('\\', '/')}`, import.meta.url), 'utf8'),
      );
    const codes = readers.flatMap((text) =>
      [...text.matchAll(/(?:reason|limit): '([^']+)'/g)].map(([, code = '']) => code),
    );
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) expect(Object.keys(french.readWords), code).toContain(code);
  });

  it('once, where the words of readers are put together', () => {
    const sections = Object.values(frenchWords).filter((words) => words !== frenchWords.readWords);
    const keys = sections.flatMap((words) => Object.keys(words));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('of a reader and of an expression', () => {
    expect(textsOfCode(french, 'read/zip')).toBe(french.read['read/zip']);
    expect(textsOfCode(french, 'expression/false')).toBe(french.expression);
    expect(() => textsOfCode(french, 'mss/none/none')).toThrow('no text for mss/none/none');
  });
});

describe('fill', () => {
  it('puts values where they are named, once', () => {
    expect(fill('{a} et {b-c}, {a}', { a: '{b-c}', 'b-c': 2 })).toBe('{b-c} et 2, {b-c}');
  });

  it('leaves what has no value', () => {
    expect(fill('{a} {none} {}', { a: 0 })).toBe('0 {none} {}');
    expect(fill('{a}')).toBe('{a}');
  });
});
