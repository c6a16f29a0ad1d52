import { describe, expect, it } from 'vitest';
import { ALL_CHECKS } from '../../src/checks/registry.js';
import { expressionMistakes } from '../../src/engine/lint-expressions.js';
import { loadSchema } from '../../src/packs/schemas.js';
import { semanticMistakes } from '../../src/scenarios/lint.js';
import { isFailure, parseYaml, type YamlFile } from '../../src/scenarios/parse-yaml.js';
import type { Requirement } from '../../src/scenarios/scenario.js';
import { fakeBase } from '../support/fake-base.js';

const schema = await loadSchema<Requirement>('scenario');
const { corridors, conditions } = fakeBase([]);
const KNOWN = { checks: ALL_CHECKS, corridors, conditions };

const text = (
  check: string,
  more: { top?: string; scenario?: string; applies?: string } = {},
) => `requirement: MAISON/CONF.01
title: { fr: Titre, en: Title }
chapter: Maison
nature: exigence
source: { mark: belief, date: "2026-01-01" }
applies: ${more.applies ?? '{ wave: 2, corridors: [LGC] }'}
verifiable: artifact
${more.top ?? '#'}
scenarios:
  - id: MAISON/CONF.01.01
    title: { fr: Titre, en: Title }
    ${more.scenario ?? '#'}
    artifacts: { message: { kind: mail }, document: { kind: [cda, pdf] }, trace: { kind: har } }
    steps:
      - title: { fr: Titre, en: Title }
        checks:
          - ${check}
`;

function file(source: string): YamlFile<Requirement> {
  const result = parseYaml('a.yaml', source, schema);
  return isFailure(result) ? expect.fail(JSON.stringify(result.mistakes)) : result;
}

const FORM = '{ use: mss/subject-form, on: message }';
const lint = (...sources: string[]) =>
  semanticMistakes(sources.map(file), KNOWN).map(({ line, column, code, args }) => [`${line}:${column} ${code}`, args]);

describe('semanticMistakes', () => {
  it.each([
    FORM,
    '{ use: cda/body-n1, on: document }',
    '{ use: cda/body-n1, on: message.documents.cda }',
    '{ use: cda/body-n1, on: message.documents }',
    '{ test: "true()", language: xpath, on: document }',
    '{ test: { type: object }, language: json-schema, on: trace }',
  ])('finds nothing in %s', (check) => {
    expect(lint(text(check))).toEqual([]);
  });

  it('names an unknown check, with the nearest one', () => {
    expect(lint(text('{ use: mss/subjet-form, on: message }'))).toEqual([
      [
        '17:20 mistake/unknown-name',
        {
          what: 'check',
          name: 'mss/subjet-form',
          nearest: 'mss/subject-form',
          expected: expect.stringContaining('cda/'),
        },
      ],
    ]);
  });

  it('names an unknown selection', () => {
    expect(lint(text('{ use: mss/subject-form, on: mesage }'))).toEqual([
      [
        '17:42 mistake/unknown-name',
        { what: 'selection', name: 'mesage', nearest: 'message', expected: 'message, document, trace' },
      ],
    ]);
  });

  it('names a check on what it does not judge', () => {
    expect(lint(text('{ use: mss/subject-form, on: document }'))).toEqual([
      ['17:42 mistake/invalid', { reason: 'mss/subject-form judges mail, document selects cda, pdf' }],
    ]);
    expect(lint(text('{ use: mss/subject-form, on: message.documents.cda }'))).toMatchObject([
      ['17:42 mistake/invalid', {}],
    ]);
  });

  it('names unknown corridors, profiles and questions', () => {
    const applies = '{ wave: 2, corridors: [LGC, BIOO], profiles: { LGC: [Autres] } }';
    expect(lint(text(FORM, { applies, top: 'condition: questions', scenario: 'condition: autre' }))).toMatchObject([
      ['6:38 mistake/unknown-name', { what: 'corridor', name: 'BIOO', nearest: 'BIO' }],
      ['6:63 mistake/unknown-name', { what: 'profile', name: 'Autres', nearest: 'Autre', expected: 'Général, Autre' }],
      ['8:12 mistake/unknown-name', { what: 'condition', name: 'questions', nearest: 'question' }],
      ['12:16 mistake/unknown-name', { what: 'condition', name: 'autre', expected: 'question' }],
    ]);
  });

  it('names a proof from an unknown selection', () => {
    const evidence = 'evidence: [{ id: P, kind: log, review: { fr: a, en: b }, from: messages }]';
    expect(lint(text(FORM, { scenario: evidence }))).toMatchObject([
      [expect.stringMatching(/^12:.* mistake\/unknown-name$/), { name: 'messages', nearest: 'message' }],
    ]);
    const several = evidence.replace('from: messages', 'from: [message, documents]');
    expect(lint(text(FORM, { scenario: several }))).toMatchObject([
      [expect.stringMatching(/^12:.* mistake\/unknown-name$/), { name: 'documents', nearest: 'document' }],
    ]);
  });

  it.each([
    ['{ on: message }', '17:13 mistake/missing-key', { name: 'use' }],
    ['{ language: xpath, on: document }', '17:13 mistake/missing-key', { name: 'test' }],
    ['{ language: xpath, test: { a: 1 }, on: document }', '17:38 mistake/type', { expected: 'string' }],
    ['{ language: json-schema, test: "x", on: trace }', '17:44 mistake/type', { expected: 'object (a JSON Schema)' }],
    [
      '{ use: cda/body-n1, language: xpath, test: "x", on: document }',
      '17:13 mistake/invalid',
      { reason: 'use and test exclude each other' },
    ],
  ])('names what a rule lacks or has too much: %s', (check, place, args) => {
    expect(lint(text(check))).toContainEqual([place, args]);
  });

  it('names a number used twice, at its second use', () => {
    expect(lint(text(FORM), text(FORM))).toEqual([['1:14 mistake/duplicate', { name: 'MAISON/CONF.01' }]]);
  });
});

describe('expressionMistakes', () => {
  const mistakes = async (check: string) =>
    (await expressionMistakes([file(text(check))])).map(({ line, column, code, args }) => [
      `${line}:${column} ${code}`,
      args,
    ]);

  it.each([
    FORM,
    '{ each: "//cda:author", test: "cda:time/@value", language: xpath, on: document }',
    '{ test: "matches(@x, \'^a\')", language: xpath, on: document }',
    '{ test: "xs:integer(//cda:x) = 1", language: xpath, on: document }',
    '{ test: "name.exists()", language: fhirpath, on: trace }',
    '{ each: "$.log.entries[*]", test: "$.request", language: jsonpath, on: trace }',
    '{ each: "$.log.entries[*]", test: { type: object }, language: json-schema, on: trace }',
  ])('finds nothing in %s', async (check) => {
    expect(await mistakes(check)).toEqual([]);
  });

  it.each([
    ['{ each: "//cda:author", test: "cda:time[", language: xpath, on: document }', '17:43'],
    ['{ each: "//cda:author[", test: "cda:time", language: xpath, on: document }', '17:21'],
    ['{ test: "//none:x", language: xpath, on: document }', '17:21'],
    ['{ test: "no-such-function()", language: xpath, on: document }', '17:21'],
    ['{ test: "$unknown", language: xpath, on: document }', '17:21'],
    ['{ test: "name.where(", language: fhirpath, on: trace }', '17:21'],
    ['{ test: "$.a[", language: jsonpath, on: trace }', '17:21'],
    ['{ each: "$.a[", test: "$.b", language: jsonpath, on: trace }', '17:21'],
    ['{ each: "//a", test: { type: object }, language: json-schema, on: trace }', '17:21'],
    ['{ test: { type: nothing }, language: json-schema, on: trace }', '17:21'],
    ['{ test: { pattern: "(?=a)" }, language: json-schema, on: trace }', '17:21'],
  ])('names what its language refuses: %s', async (check, place) => {
    expect(await mistakes(check)).toEqual([[`${place} mistake/expression`, { reason: expect.stringMatching(/\S/) }]]);
  });

  it('gives one line of reason', async () => {
    const [mistake] = await mistakes('{ test: "a[", language: xpath, on: document }');
    expect(JSON.stringify(mistake)).not.toContain('\\n');
  });
});
