import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../src/artifacts/artifact.js';
import { read } from '../../../src/artifacts/read.js';
import { type ExpressionRunner, expressionRunner, loadEngines } from '../../../src/engine/expression.js';
import type { ExpressionLanguage, ExpressionUse } from '../../../src/scenarios/scenario.js';
import { fakeArtifact } from '../../support/fake-base.js';

const run: ExpressionRunner = expressionRunner(
  await loadEngines(new Set(['xpath', 'fhirpath', 'jsonpath', 'json-schema'])),
);

async function artifactOf(path: string, text: string): Promise<Artifact> {
  const { artifact } = await read({ path, bytes: Buffer.from(text), declared: {} });
  return artifact ?? expect.fail('unreadable');
}

const CDA = `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:lab="urn:oid:1.3.6.1.4.1.19376.1.3.2">
  <id root="1.2" extension="E"/>
  <code code="11488-4" displayName="CR ou fiche"/>
  <effectiveTime value="20260316103000+0100"/>
  <author><time value="20260316"/></author>
  <author><time/></author>
  <sdtc:x a="1">un</sdtc:x><lab:y xsi:type="CE"/>
  <title>  Compte   rendu </title>
</ClinicalDocument>`;
const cda = await artifactOf('a.xml', CDA);
const fhir = await artifactOf(
  'a.json',
  `{
  "resourceType": "Patient",
  "name": [
    { "family": "TEST", "given": ["A", "B"] },
    { "family": "" }
  ],
  "active": true
}`,
);

function evaluate(language: ExpressionLanguage, artifact: Artifact) {
  return (test: ExpressionUse['test'], each?: string, more: Partial<ExpressionUse> = {}) =>
    run({ test, language, on: 'x', ...(each !== undefined && { each }), ...more }, 'A.01.01/1.1', artifact);
}
const xpath = evaluate('xpath', cda);
const places = ({ findings }: ReturnType<typeof xpath>) =>
  findings.map(({ at }) => `${at.artifact} ${at.line}:${at.column} ${at.path}`);

describe('an expression', () => {
  it('that holds everywhere conforms', () => {
    expect(xpath('@value', '//cda:effectiveTime')).toEqual({
      check: 'expression/A.01.01/1.1',
      artifacts: ['a.xml'],
      verdict: 'conforming',
      evaluated: 1,
      findings: [],
      needs: [],
      failure: undefined,
    });
  });

  it('that does not hold is found where it does not', () => {
    const outcome = xpath('cda:time/@value', '//cda:author');
    expect(outcome).toMatchObject({ verdict: 'nonconforming', evaluated: 2 });
    expect(places(outcome)).toEqual(['a.xml 7:3 /ClinicalDocument/author[2]']);
    expect(outcome.findings[0]).toMatchObject({
      check: 'expression/A.01.01/1.1',
      code: 'expression/false',
      severity: 'error',
      args: { test: 'cda:time/@value', each: '//cda:author' },
    });
  });

  it('without anything to look at is not tested', () => {
    expect(xpath('false()', '//cda:none')).toMatchObject({ verdict: 'not-tested', evaluated: 0, findings: [] });
  });

  it('has the severity and the words that its author gave it', () => {
    const message = { fr: 'Non', en: 'No' };
    const outcome = xpath('false()', undefined, { severity: 'warning', message });
    expect(outcome).toMatchObject({ verdict: 'conforming', findings: [{ severity: 'warning', message }] });
  });

  it.each<[ExpressionLanguage, Artifact]>([
    ['xpath', fhir],
    ['xpath', fakeArtifact('pdf', 'p')],
    ['jsonpath', cda],
    ['fhirpath', fakeArtifact('pdf', 'p')],
    ['json-schema', cda],
  ])('in %s on what it does not apply to is undetermined', (language, artifact) => {
    const test = language === 'json-schema' ? {} : 'true';
    expect(evaluate(language, artifact)(test)).toMatchObject({
      verdict: 'undetermined',
      failure: expect.stringContaining('does not apply'),
    });
  });

  it('whose engine was not loaded is undetermined', async () => {
    const nothing = expressionRunner(await loadEngines(new Set()));
    for (const [language, artifact] of [
      ['xpath', cda],
      ['jsonpath', fhir],
    ] as const)
      expect(nothing({ test: 'true()', language, on: 'x' }, '1', artifact)).toMatchObject({
        verdict: 'undetermined',
        failure: expect.stringContaining('not loaded'),
      });
  });
});

describe('xpath', () => {
  it.each([
    'cda:ClinicalDocument',
    "//cda:id/@root = '1.2'",
    "//sdtc:x/@a = '1' and //lab:y/@xsi:type = 'CE'",
    'every $a in //cda:author satisfies $a/cda:time',
    'some $t in //@value satisfies string-length($t) = 8',
    'count(//cda:author) = 2 and not(//cda:none)',
    'for-each(1 to 3, function($n) { $n * 2 }) => sum() = 12',
    "let $c := //cda:code/@code return $c || '!' = '11488-4!'",
    "map { 'a': 1 }?a = 1 and array { 1, 2 }(2) = 2",
    "('a', 'b') ! upper-case(.) = 'B'",
    'if (//cda:id) then true() else false()',
    "normalize-space(//cda:title) = 'Compte rendu'",
    '//cda:author[last()]/preceding-sibling::cda:author',
    '//cda:time/ancestor::cda:ClinicalDocument',
    '//cda:id/following-sibling::*[1]/self::cda:code',
    "//*[local-name() = 'x']/text() = 'un'",
    "name(//sdtc:x) = 'sdtc:x'",
    "namespace-uri(/*) = 'urn:hl7-org:v3'",
    "xs:integer('12') + 1 = 13",
    "matches(//cda:effectiveTime/@value, '^\\d{14}[+-]\\d{4}$')",
    "matches(//cda:code/@displayName, '^cr OU', 'i')",
    "fn:matches('a', 'a')",
    "matches((), '^$')",
    "replace('14/07', '(\\d+)/(\\d+)', '$2-$1') = '07-14'",
    "replace('Aa', 'a', 'x', 'i') = 'xx'",
    "tokenize('a, b,c', ',\\s*')[2] = 'b'",
    "count(tokenize('aXbxc', 'x', 'i')) = 3",
    "empty(tokenize((), ','))",
  ])('holds: %s', (test) => {
    expect(xpath(test)).toMatchObject({ verdict: 'conforming', failure: undefined });
  });

  it.each(['false()', '//cda:none', "matches('ab', '^b')", "//cda:id/@root = '1.3'", "''", '0'])(
    'does not hold: %s',
    (test) => {
      const outcome = xpath(test);
      expect(outcome).toMatchObject({ verdict: 'nonconforming', evaluated: 1 });
      expect(places(outcome)).toEqual(['a.xml 1:1 /']);
    },
  );

  it('points at attributes and texts too', () => {
    expect(places(xpath('false()', '//@code | //sdtc:x/text()'))).toEqual([
      'a.xml 4:9 /ClinicalDocument/code/@code',
      'a.xml 8:17 /ClinicalDocument/sdtc:x/text()',
    ]);
  });

  it('looks at the metadata of an archive', async () => {
    const { assemble, recipe } = await import('../../../fixtures/make/recipe.js');
    const { artifact } = await read({
      path: 'x.zip',
      bytes: assemble(recipe('xdm'))[0]?.bytes ?? new Uint8Array(),
      declared: {},
    });
    expect(artifact && evaluate('xpath', artifact)('rim:Name', '//rim:ExtrinsicObject')).toMatchObject({
      verdict: 'conforming',
      evaluated: 1,
    });
  });

  it.each([
    ['a syntax', '//cda:id['],
    ['an unknown prefix', '//none:id'],
    ['an unknown function', 'no-such-function()'],
    ['a wrong number of arguments', "matches('a')"],
    ['an unknown variable', '$x'],
    ['a type', "1 + 'a'"],
    ['a conversion', "xs:integer('x')"],
    ['an error raised', 'error()'],
    ['a pattern that can not run in linear time', "matches('a', '(?=a)')"],
  ])('that is wrong by %s is undetermined', (_, test) => {
    expect(xpath(test)).toMatchObject({ verdict: 'undetermined', evaluated: 0, failure: expect.stringMatching(/\S/) });
  });

  it('comes to an end with a pattern that would hang another engine', async () => {
    const long = await artifactOf(
      'l.xml',
      `<ClinicalDocument xmlns="urn:hl7-org:v3"><title>${'a'.repeat(30_000)}!</title></ClinicalDocument>`,
    );
    for (const test of [
      "matches(//cda:title, '^(a+)+$')",
      "replace(//cda:title, '^(a+)+$', '') = ''",
      "count(tokenize(//cda:title, '^(a+)+$')) = 2",
    ])
      expect(evaluate('xpath', long)(test)).toMatchObject({ verdict: 'nonconforming', failure: undefined });
  });

  it('reads no file and no address', () => {
    for (const test of [
      "doc('file:///etc/passwd')",
      "unparsed-text('file:///etc/passwd')",
      "json-doc('http://localhost/')",
    ])
      expect(xpath(test)).toMatchObject({ verdict: 'undetermined' });
  });
});

describe('fhirpath', () => {
  const fhirpath = evaluate('fhirpath', fhir);

  it.each<[ExpressionUse['test'], string | undefined, string, number]>([
    ['name.exists()', undefined, 'conforming', 1],
    ["$this != ''", 'name.family', 'nonconforming', 2],
    ['$this.length() = 1', 'name.given', 'conforming', 2],
    ['active', undefined, 'conforming', 1],
    ["'text'", undefined, 'nonconforming', 1],
    ['name.family', undefined, 'nonconforming', 1],
    ['telecom.exists()', undefined, 'nonconforming', 1],
    ['true', 'telecom', 'not-tested', 0],
    ['name.where(', undefined, 'undetermined', 0],
    [{}, undefined, 'undetermined', 0],
  ])('%j on each %s is %s', (test, each, verdict, evaluated) => {
    expect(fhirpath(test, each)).toMatchObject({ verdict, evaluated });
  });

  it('points at the resource for what has no place of its own', () => {
    expect(places(fhirpath("$this != ''", 'name.family'))).toEqual(['a.json 1:1 $']);
  });
});

describe('jsonpath', () => {
  const jsonpath = evaluate('jsonpath', fhir);

  it.each<[ExpressionUse['test'], string | undefined, string, number]>([
    ['$.name[0].family', undefined, 'conforming', 1],
    ['$.given', '$.name[*]', 'nonconforming', 2],
    ["$[?match(@, 'P.*t')]", undefined, 'conforming', 1],
    ["$[?match(@, 'P')]", undefined, 'nonconforming', 1],
    ["$[?search(@, 'ati')]", undefined, 'conforming', 1],
    ['$.name[?length(@.family) > 3]', undefined, 'conforming', 1],
    ['$', '$.none', 'not-tested', 0],
    ['$.name[', undefined, 'undetermined', 0],
    [{}, undefined, 'undetermined', 0],
  ])('%j on each %s is %s', (test, each, verdict, evaluated) => {
    expect(jsonpath(test, each)).toMatchObject({ verdict, evaluated });
  });

  it('points at what does not hold', () => {
    expect(places(jsonpath('$.given', '$.name[*]'))).toEqual(['a.json 5:5 $.name[1]']);
  });

  it('comes to an end with a pattern that would hang another engine', async () => {
    const long = await artifactOf('l.json', JSON.stringify({ resourceType: 'Basic', a: `${'a'.repeat(50_000)}!` }));
    for (const name of ['match', 'search'])
      expect(evaluate('jsonpath', long)(`$[?${name}(@, '^(a+)+$')]`)).toMatchObject({ verdict: 'nonconforming' });
  });
});

describe('json-schema', () => {
  const schema = evaluate('json-schema', fhir);

  it('conforms when the whole is valid', () => {
    expect(schema({ type: 'object', required: ['name'] })).toMatchObject({ verdict: 'conforming', evaluated: 1 });
  });

  it('points at each value that is not, once', () => {
    const outcome = schema({
      required: ['telecom', 'address'],
      properties: {
        active: { const: false, type: 'string' },
        name: { items: { properties: { family: { minLength: 1 } } } },
      },
    });
    expect(places(outcome).sort()).toEqual(['a.json 1:1 $', 'a.json 5:17 $.name[1].family', 'a.json 7:13 $.active']);
  });

  it('looks at each value that a JSONPath selects', () => {
    const outcome = schema({ required: ['given'] }, '$.name[*]');
    expect(outcome).toMatchObject({ verdict: 'nonconforming', evaluated: 2 });
    expect(places(outcome)).toEqual(['a.json 5:5 $.name[1]']);
    expect(schema({}, '$.none')).toMatchObject({ verdict: 'not-tested', evaluated: 0 });
  });

  it.each<ExpressionUse['test']>([
    { type: 'nothing' },
    { $ref: 'http://localhost/x.json' },
    'text',
    { pattern: '(?=a)' },
  ])('is undetermined when it is wrong: %j', (test) => {
    expect(schema(test)).toMatchObject({ verdict: 'undetermined', failure: expect.any(String) });
  });

  it('comes to an end with a pattern that would hang another engine', async () => {
    const long = await artifactOf('l.json', JSON.stringify({ resourceType: 'Basic', a: `${'a'.repeat(50_000)}!` }));
    expect(evaluate('json-schema', long)({ properties: { a: { pattern: '^(a+)+$' } } })).toMatchObject({
      verdict: 'nonconforming',
    });
  });
});
