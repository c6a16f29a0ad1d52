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

  const one = (text: string) => {
    const found = mistakesIn(text);
    expect(found).toHaveLength(1);
    return found.map(({ line, column, code, args }) => [`${line}:${column} ${code}`, args])[0];
  };

  it.each([
    ['brackets', '['.repeat(100_000), '1:101'],
    ['braces', '{a: '.repeat(100_000), '1:401'],
    ['lists', '- '.repeat(100_000), '1:201'],
    ['keys', '? '.repeat(100_000), '1:201'],
    ['indentation', Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''), '101:101'],
  ])('says one thing of what is nested too deeply by %s', (_, text, place) => {
    expect(one(text)).toEqual([`${place} mistake/yaml-depth`, { maximum: 100 }]);
  });

  it('reads what is nested as deeply as is allowed', () => {
    expect(mistakesIn(`${'['.repeat(100)}${']'.repeat(100)}`)).toMatchObject([{ code: 'mistake/type' }]);
  });

  it('gives up on a million keys, and on a million signs', () => {
    const keys = Array.from({ length: 1_000_000 }, (_, index) => `k${index}: 1\n`).join('');
    expect(one(keys)).toEqual([expect.stringMatching(/^\d{6}:1 mistake\/yaml-tokens$/), { maximum: 1_000_000 }]);
    expect(one(`[${','.repeat(1_000_000)}]`)).toEqual(['1:1000000 mistake/yaml-tokens', { maximum: 1_000_000 }]);
  });

  it('reads one line of millions of characters', () => {
    expect(one('x '.repeat(2_000_000))).toEqual(['1:1 mistake/type', { expected: 'object' }]);
  });

  it('finds a key that is there twice, wherever it is', () => {
    expect(one('a: 1\nb: { c: 1, d: 2, c: 3 }\n')).toEqual([
      '2:18 mistake/yaml',
      { reason: 'Map keys must be unique' },
    ]);
    expect(one('a: [{ b: 1, "b": 1 }]\n')).toMatchObject(['1:13 mistake/yaml', {}]);
    expect(mistakesIn('a: { c: 1 }\nb: { c: 1 }\n').map(({ code }) => code)).not.toContain('mistake/yaml');
  });

  it('refuses aliases that hold themselves, or that nothing defines', () => {
    expect(one('a: &a [1, *a]\n')).toMatchObject(['1:11 mistake/yaml-unfolded', {}]);
    expect(one('a: *b\n')).toMatchObject(['1:1 mistake/yaml', { reason: expect.stringContaining('alias') as unknown }]);
  });

  it('refuses more aliases than anybody writes', () => {
    expect(one(`a: &a 1\nb: [${'*a, '.repeat(2000)}]\n`)).toMatchObject([
      expect.stringMatching(/^2:\d+ mistake\/yaml-aliases$/),
      { maximum: 1000 },
    ]);
    const shared = VALID.replace('title: { fr: Titre, en: Title }', 'title: &title { fr: Titre, en: Title }');
    expect(parsed(shared.replaceAll('title: { fr: Titre, en: Title }', 'title: *title')).value).toMatchObject({
      scenarios: [{ title: { fr: 'Titre' }, steps: [{ title: { fr: 'Titre' } }] }],
    });
  });

  it('counts what aliases unfold into, before it is unfolded', () => {
    const levels = Array.from({ length: 9 }, (_, level) =>
      level === 0
        ? 'l0: &l0 [x, x, x]'
        : `l${level}: &l${level} [${Array(9)
            .fill(`*l${level - 1}`)
            .join(', ')}]`,
    );
    expect(one(levels.join('\n'))).toEqual(['2:10 mistake/yaml-unfolded', { maximum: 1_000_000 }]);
    const wide = `a: &a [${'x, '.repeat(100_000)}]\nb: [${'*a, '.repeat(50)}]\n`;
    expect(one(wide)).toMatchObject(['2:5 mistake/yaml-unfolded', {}]);
  });

  it('tells the first hundred mistakes, and that there are more', () => {
    const found = mistakesIn(Array.from({ length: 5000 }, (_, index) => `k${index}: 1\n`).join(''));
    expect(found.length).toBeLessThanOrEqual(101);
    expect(found.at(-1)?.code).toBe('mistake/more');
    expect(mistakesIn('"a" "b"\n'.repeat(5000)).at(-1)?.code).toBe('mistake/more');
    expect(mistakesIn('k0: 1\nk1: 1\n').map(({ code }) => code)).not.toContain('mistake/more');
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
