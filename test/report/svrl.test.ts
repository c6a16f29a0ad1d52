import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { report as en } from '../../src/messages/en/report.js';
import { report as fr } from '../../src/messages/fr/report.js';
import { svrlParts } from '../../src/report/svrl.js';
import { NASTY, sampleReport } from './sample-report.js';
import { ROOT, sampleSchema, sampleSchemaReport, sampleSchemaReports } from './sample-schema-reports.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

/** Attributes that ISO/IEC 19757-3 gives to each element, annex D; those that it requires end with `!`. Properties are of its editions since 2016. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  'schematron-output': ['title', 'phase', 'schemaVersion', 'xmlns:svrl'],
  text: [],
  'ns-prefix-in-attribute-values': ['uri!', 'prefix!'],
  'active-pattern': ['id', 'name', 'role'],
  'fired-rule': ['id', 'context!', 'role', 'flag'],
  'failed-assert': ['id', 'location!', 'test!', 'role', 'flag'],
  'successful-report': ['id', 'location!', 'test!', 'role', 'flag'],
  'property-reference': ['property!', 'role', 'scheme'],
};
const CONTENT =
  /^(?:text )*(?:ns-prefix-in-attribute-values )*(?:active-pattern (?:fired-rule (?:(?:failed-assert|successful-report) )*)*)+$/;

function parse(xml: string): Element {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    parseTagValue: false,
    trimValues: false,
  });
  const root = (parser.parse(xml) as Record<string, unknown>[]).find((each) => 'svrl:schematron-output' in each);
  return valid(elementOf(root ?? {}));
}

function elementOf(node: Record<string, unknown>): Element {
  const [key = ''] = Object.keys(node).filter((each) => each !== ':@');
  const inside = node[key] as Record<string, unknown>[];
  return {
    name: key.replace('svrl:', ''),
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    text: inside.map((each) => each['#text'] ?? '').join(''),
    children: inside.filter((each) => !('#text' in each)).map(elementOf),
  };
}

/** What the schema of SVRL asks. */
function valid(root: Element): Element {
  expect(root.name).toBe('schematron-output');
  expect(root.children.map(({ name }) => `${name} `).join('')).toMatch(CONTENT);
  for (const element of [root, ...root.children]) {
    const allowed = ATTRIBUTES[element.name] ?? [];
    const given = Object.keys(element.attributes);
    expect(allowed.map((each) => each.replace('!', ''))).toEqual(expect.arrayContaining(given));
    expect(given).toEqual(
      expect.arrayContaining(allowed.filter((each) => each.endsWith('!')).map((each) => each.slice(0, -1))),
    );
    for (const id of ['id', 'phase', 'role', 'flag'])
      if (element.attributes[id]) expect(element.attributes[id]).toMatch(/^[\w.-]+$/);
    if (element.name.endsWith('assert') || element.name.endsWith('report')) {
      expect(element.children.map(({ name }) => `${name} `).join('')).toMatch(/^(?:property-reference )*text $/);
      for (const { name, attributes, children } of element.children.slice(0, -1)) {
        expect(ATTRIBUTES[name]).toContain(`${Object.keys(attributes).join()}!`);
        expect(attributes.property).toMatch(/^[\w.-]+$/);
        expect(children.map((each) => each.name)).toEqual(['text']);
      }
    }
  }
  return root;
}

const written = (schemaReports = sampleSchemaReports(), texts = fr): Element =>
  parse(svrlParts(sampleReport({ schemaReports }), texts).parts[0]?.content() ?? '');

describe('a report in SVRL', () => {
  test('tells each pattern, what fired in it and what it said, in their order', () => {
    const { attributes, children } = written();
    expect(attributes).toMatchObject({ title: 'Profil d’essai', phase: 'IHE', schemaVersion: '1.0' });
    const told = children
      .filter(({ name }) => name !== 'text')
      .map(({ name, attributes: { id, context, test: test_, location } }) =>
        [name, id, context, test_, location].filter((each) => each !== undefined).join(' '),
      );
    expect(told).toEqual([
      'ns-prefix-in-attribute-values',
      'active-pattern first',
      'fired-rule entete cda:ClinicalDocument',
      `failed-assert a1 cda:code and count(cda:id) < 2 ${ROOT}`,
      `successful-report cda:title ${ROOT}`,
      'active-pattern silent',
      'active-pattern',
      'fired-rule cda:code',
      'fired-rule cda:code',
      `failed-assert @code = 'é&<>"' ${ROOT}/*:code[namespace-uri()='urn:hl7-org:v3'][2]`,
    ]);
  });

  test('says first that it is a pre-verification, and of which document', () => {
    const texts = written()
      .children.filter(({ name }) => name === 'text')
      .map(({ text }) => text);
    expect(texts[0]).toContain('cda/un.xml');
    expect(texts.slice(1)).toEqual(sampleReport().caveats);
  });

  test('keeps the text of an assertion as it stands, harmless', () => {
    for (const nasty of Object.values(NASTY)) {
      const results = [{ assertion: 0, firing: 0, location: nasty, line: 1, column: 1, text: nasty }];
      const root = written(
        sampleSchemaReports([sampleSchemaReport({ artifact: nasty, results })], sampleSchema({ title: nasty })),
      );
      const [text] = root.children.find(({ name }) => name === 'failed-assert')?.children ?? [];
      expect(text?.text).not.toMatch(/[\p{Cs}\p{Bidi_Control}\uFFFE\uFFFF]/u);
    }
    const results = [{ assertion: 0, firing: 0, location: ROOT, line: 1, column: 1, text: NASTY.markup }];
    const root = written(sampleSchemaReports([sampleSchemaReport({ results })]));
    expect(root.children.find(({ name }) => name === 'failed-assert')?.children[0]?.text).toBe(NASTY.markup);
  });

  test.each([
    ['fr', fr, 'INDÉTERMINÉ'],
    ['en', en, 'UNDETERMINED'],
  ] as const)('never lets what was not evaluated pass for conforming (%s)', (_, texts, word) => {
    const failure = { assertion: 2, firing: 1, location: `${ROOT}/*:code[1]`, code: 'XPTY0004', detail: 'two items' };
    const report = sampleSchemaReport({ results: [], failures: [failure, { ...failure, firing: 2 }] });
    const place = { file: 'a.sch', line: 1, column: 1 };
    const schema = sampleSchema({
      missing: [
        { path: 'include/S.sch', reason: 'absent', place, patterns: ['S'] },
        { path: 'include/unused.sch', reason: 'absent', place, patterns: [] },
      ],
      defects: [
        { reason: 'xpath', detail: 'unexpected [', place, rule: 1, assertion: undefined },
        { reason: 'missing-document', detail: 'never fired', place, rule: 1, assertion: 2 },
      ],
    });
    const root = written(sampleSchemaReports([report], schema), texts as typeof fr);
    expect(root.children.filter(({ name }) => name === 'failed-assert')).toEqual([]);
    const told = root.children.filter(({ name, text }) => name === 'text' && !sampleReport().caveats.includes(text));
    const lines = told.map(({ text }) => text).slice(1);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(new RegExp(`^${word}.*\\(3\\)`));
    expect(lines[1]).toMatch(/2 (fois|time).*XPTY0004.*two items/);
    expect(lines[2]).toMatch(/cda:code.*unexpected \[/);
    expect(lines[3]).toContain('include/S.sch');
    expect(lines.join()).not.toContain('never fired');
  });

  test('is one file for each document and schema; a document that none judged is told', () => {
    const schema = sampleSchema();
    const other = { ...schema, id: 'autre', path: 'schematrons/autre.sch' };
    const reports = [
      sampleSchemaReport(),
      sampleSchemaReport({ schema: other.path }),
      sampleSchemaReport({ artifact: 'cda/[NOM patient 1].xml' }),
    ];
    const artifact = { kind: 'cda', sha256: '', bytes: 1, readable: true };
    const artifacts = [
      { ...artifact, path: 'cda/un.xml' },
      { ...artifact, path: 'cda/deux.xml' },
      { ...artifact, path: 'a.png', kind: 'image' },
    ];
    const schemas = new Map([schema, other].map((each) => [each.path, each]));
    const { parts, omitted } = svrlParts(sampleReport({ artifacts, schemaReports: { schemas, reports } }), fr);
    expect(parts.map(({ name }) => name)).toEqual([
      'cda_un.xml.IHE.svrl',
      'cda_un.xml.autre.svrl',
      'cda_NOM_patient_1_.xml.IHE.svrl',
    ]);
    expect(omitted).toEqual(['cda/deux.xml']);
    expect(svrlParts(sampleReport({ artifacts }), fr)).toEqual({ parts: [], omitted: ['cda/un.xml', 'cda/deux.xml'] });
  });

  test('refuses a schema that was not given', () => {
    const schemaReports = sampleSchemaReports([sampleSchemaReport({ schema: 'autre.sch' })]);
    expect(() => svrlParts(sampleReport({ schemaReports }), fr)).toThrow('autre.sch');
  });
});
