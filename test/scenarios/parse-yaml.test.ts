import { describe, expect, it } from 'vitest';
import { loadSchema } from '../../src/packs/schemas.js';
import { isFailure, type Mistake, parseYaml, type YamlFile } from '../../src/scenarios/parse-yaml.js';
import type { Requirement } from '../../src/scenarios/scenario.js';

const schema = await loadSchema<Requirement>('scenario');

const VALID = `requirement: MAISON/CONF.01
title: { fr: Titre, en: Title }
chapter: Maison
nature: exigence
source:
  mark: belief
  date: "2026-01-01"
applies: { wave: 2, corridors: [LGC] }
verifiable: artifact
scenarios:
  - id: MAISON/CONF.01.01
    title: { fr: Titre, en: Title }
    artifacts:
      message: { kind: mail, min: 1 }
    steps:
      - title: { fr: Titre, en: Title }
        checks:
          - { use: mss/subject-form, on: message }
`;

function parsed(text: string): YamlFile<Requirement> {
  const result = parseYaml('a.yaml', text, schema);
  return isFailure(result) ? expect.fail(JSON.stringify(result.mistakes)) : result;
}

function mistakesIn(text: string): readonly Mistake[] {
  const result = parseYaml('a.yaml', text, schema);
  return isFailure(result) ? result.mistakes : [];
}

const mistaken = (good: string, bad: string) => {
  expect(VALID.split(good)).toHaveLength(2);
  return mistakesIn(VALID.replace(good, bad)).map(({ file, line, column, code, args }) => [
    `${file}:${line}:${column} ${code}`,
    args,
  ]);
};

describe('parseYaml', () => {
  it('gives the value of a valid file', () => {
    expect(parsed(VALID).value).toMatchObject({
      requirement: 'MAISON/CONF.01',
      applies: { wave: 2, corridors: ['LGC'] },
    });
    expect(parsed(VALID).file).toBe('a.yaml');
  });

  it('points at a value of a valid file, or at what holds it', () => {
    const file = parsed(VALID);
    const place = (...path: (string | number)[]) => {
      const { line, column } = file.mistake(path, 'mistake/invalid');
      return `${line}:${column}`;
    };
    expect(place('requirement')).toBe('1:14');
    expect(place('source', 'date')).toBe('7:9');
    expect(place('applies', 'corridors', 0)).toBe('8:33');
    expect(place('scenarios', 0, 'steps', 0, 'checks', 0, 'on')).toBe('18:42');
    expect(place('scenarios', 0, 'steps', 0, 'checks', 0, 'none')).toBe('18:13');
    expect(place('none', 'at', 'all')).toBe('1:1');
  });

  it('names a misspelt key, with the nearest one', () => {
    expect(mistaken('  mark: belief', '  marq: belief')).toEqual([
      ['a.yaml:6:3 mistake/missing-key', { name: 'mark' }],
      ['a.yaml:6:3 mistake/unknown-key', { name: 'marq', nearest: 'mark', expected: 'clause, mark, date' }],
    ]);
  });

  it('names a key that is nothing like any other', () => {
    expect(mistaken('nature: exigence', 'nature: exigence\nzzzzzzzz: 1')).toEqual([
      ['a.yaml:5:1 mistake/unknown-key', { name: 'zzzzzzzz', expected: expect.stringContaining('requirement') }],
    ]);
  });

  it('names a missing key at what lacks it', () => {
    expect(mistaken('  date: "2026-01-01"\n', '')).toEqual([['a.yaml:6:3 mistake/missing-key', { name: 'date' }]]);
  });

  it('names a value that is not one of the list, with the nearest one', () => {
    expect(mistaken('nature: exigence', 'nature: exigense')).toEqual([
      ['a.yaml:4:9 mistake/value', { name: 'exigense', nearest: 'exigence', expected: 'exigence, préconisation' }],
    ]);
    expect(mistaken('wave: 2', 'wave: 3')).toMatchObject([['a.yaml:8:18 mistake/value', { name: '3' }]]);
  });

  it('names a wrong type', () => {
    expect(mistaken('chapter: Maison', 'chapter: [Maison]')).toEqual([
      ['a.yaml:3:10 mistake/type', { expected: 'string' }],
    ]);
    expect(mistaken('min: 1', 'min: un')).toEqual([['a.yaml:14:35 mistake/type', { expected: 'integer' }]]);
  });

  it('names what breaks a form', () => {
    expect(mistaken('requirement: MAISON/CONF.01', 'requirement: sans numéro')).toMatchObject([
      ['a.yaml:1:14 mistake/invalid', { reason: expect.stringContaining('pattern') }],
    ]);
    expect(mistaken('kind: mail', 'kind: email')).toMatchObject([
      ['a.yaml:14:24 mistake/value', { name: 'email', nearest: 'mail' }],
      ['a.yaml:14:24 mistake/type', { expected: 'array' }],
    ]);
  });

  it('names every mistake at once', () => {
    const text = VALID.replace('nature: exigence', 'natur: exigence')
      .replace('wave: 2', 'wave: two')
      .replace('on: message', 'no: message');
    expect(
      mistakesIn(text)
        .map(({ line, code }) => `${line} ${code}`)
        .sort(),
    ).toEqual([
      '1 mistake/missing-key',
      '18 mistake/missing-key',
      '18 mistake/unknown-key',
      '4 mistake/unknown-key',
      '8 mistake/value',
    ]);
  });

  it.each([
    ['an indentation', 'a:\n  b: 1\n c: 2\n', 3],
    ['a key twice', 'a: 1\na: 2\n', 2],
    ['a bracket', 'a: [1\n', 2],
    ['two documents', 'a: 1\n---\nb: 1\n', 2],
    ['a tab', 'a:\n\tb: 1\n', 2],
  ])('names YAML that is wrong by %s', (_, text, line) => {
    expect(mistakesIn(text)[0]).toMatchObject({
      code: 'mistake/yaml',
      line,
      args: { reason: expect.stringMatching(/\S/) },
    });
  });

  it('says one thing of what is nested too deeply', () => {
    expect(mistakesIn(`a: ${'['.repeat(20_000)}`)).toMatchObject([{ code: 'mistake/yaml-depth', line: 1 }]);
  });

  it('does not unfold aliases of aliases', () => {
    const levels = Array.from({ length: 9 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x, x, x]'
        : `l${level}: &l${level} [${Array(9)
            .fill(`*l${level - 1}`)
            .join(', ')}]`,
    );
    expect(mistakesIn(levels.join('\n'))).toMatchObject([
      { code: 'mistake/yaml', args: { reason: expect.stringContaining('alias') } },
    ]);
  });

  it.each(['', '# nothing\n', 'text', '- 1', '3'])('refuses %j, which is no requirement', (text) => {
    expect(mistakesIn(text)).toMatchObject([
      { line: 1, column: 1, code: 'mistake/type', args: { expected: 'object' } },
    ]);
  });

  it('counts lines that end with CRLF', () => {
    const file = parsed(VALID.replaceAll('\n', '\r\n'));
    expect(file.mistake(['source', 'date'], 'mistake/invalid')).toMatchObject({ line: 7, column: 9 });
  });
});
