import { describe, expect, it } from 'vitest';
import { readCda } from '../../../src/artifacts/cda/cda.js';
import { parseXmlText } from '../../../src/artifacts/xml/parse.js';
import { chooseVolets } from '../../../src/packs/official/choose-volets.js';
import type { VoletSchema } from '../../../src/packs/official/volet-schemas.js';

const CRBIO = '1.2.250.1.213.1.1.1.55';
const CS8 = '1.2.250.1.213.1.1.1.5.1';

function schema(volet: string, version: string, template: string, extension = version): VoletSchema {
  const id = `CI-SIS_${volet}_${version}`;
  return { path: `schematrons/${id}.sch`, id, volet, version, template, extension };
}

const PACK = [
  schema('BIO-CR-BIO', '2024.01', CRBIO),
  schema('BIO-CR-BIO', '2021.01', CRBIO),
  schema('CSE-CS8', '2024.01', CS8),
  schema('VSM', '2022.01', '1.2.250.1.213.1.1.1.13', '201310'),
];

const BODIES = { 1: '<nonXMLBody><text/></nonXMLBody>', 3: '<structuredBody/>' };

function choose(templates: string, level: 1 | 3 = 3) {
  const xml = `<ClinicalDocument xmlns="urn:hl7-org:v3"><templateId root="1.2.250.1.213.1.1.1.1"/>${templates}<component>${BODIES[level]}</component></ClinicalDocument>`;
  const cda = readCda(parseXmlText(xml));
  if (!cda) throw new Error('no document');
  const { schemas, notices, claims } = chooseVolets(cda, PACK);
  return { ids: schemas.map(({ id }) => id), notices: notices.map(({ code, args }) => ({ code, args })), claims };
}

const template = (root: string, extension?: string) =>
  `<templateId root="${root}"${extension === undefined ? '' : ` extension="${extension}"`}/>`;

describe('choosing the schemas of models', () => {
  it('takes the version that is claimed', () => {
    expect(choose(template(CRBIO, '2024.01'))).toEqual({ ids: ['CI-SIS_BIO-CR-BIO_2024.01'], notices: [], claims: 1 });
    expect(choose(template(CRBIO, '2021.01')).ids).toEqual(['CI-SIS_BIO-CR-BIO_2021.01']);
  });

  it('knows the extensions of before the versions were years', () => {
    expect(choose(template('1.2.250.1.213.1.1.1.13', '201310')).ids).toEqual(['CI-SIS_VSM_2022.01']);
    expect(choose(template('1.2.250.1.213.1.1.1.13', '2022.01')).ids).toEqual(['CI-SIS_VSM_2022.01']);
  });

  it.each([
    ['2023.01', 'CI-SIS_BIO-CR-BIO_2021.01'],
    ['2030.01', 'CI-SIS_BIO-CR-BIO_2024.01'],
    ['2010.01', 'CI-SIS_BIO-CR-BIO_2021.01'],
  ])('says that version %s is not there, and uses no other', (version, nearest) => {
    expect(choose(template(CRBIO, version))).toEqual({
      ids: [],
      notices: [
        {
          code: 'volet-version',
          args: { volet: 'BIO-CR-BIO', template: CRBIO, version, known: '2021.01, 2024.01', nearest },
        },
      ],
      claims: 1,
    });
  });

  it('judges a claim without a version by the oldest, and says so', () => {
    const { ids, notices } = choose(template(CRBIO));
    expect(ids).toEqual(['CI-SIS_BIO-CR-BIO_2021.01']);
    expect(notices).toEqual([
      { code: 'volet-unversioned', args: { volet: 'BIO-CR-BIO', template: CRBIO, used: 'CI-SIS_BIO-CR-BIO_2021.01' } },
    ]);
  });

  it('says that the pack lacks a model, by its name where it is known', () => {
    const { ids, notices } = choose(
      template('1.2.250.1.213.1.1.1.40', '2022.01') + template('1.2.250.1.213.1.1.1.999'),
    );
    expect(ids).toEqual([]);
    expect(notices.map(({ code, args }) => [code, args.volet, args.version])).toEqual([
      ['volet-missing', 'ANEST-CR-ANEST', '2022.01'],
      ['volet-missing', '1.2.250.1.213.1.1.1.999', ''],
    ]);
  });

  it('takes the family of a model for no model', () => {
    expect(choose(template('1.2.250.1.213.1.1.1.5') + template(CS8, '2024.01'))).toEqual({
      ids: ['CI-SIS_CSE-CS8_2024.01'],
      notices: [],
      claims: 1,
    });
  });

  it('tells a claim once, however often it is made', () => {
    const { notices, claims } = choose(template('1.2.250.1.213.1.1.1.999').repeat(3));
    expect([notices.length, claims]).toEqual([1, 1]);
  });

  it('says that a document claims no model', () => {
    expect(choose(template('1.3.6.1.4.1.19376.1.5.3.1.1.1'))).toEqual({
      ids: [],
      notices: [{ code: 'no-volet', args: {} }],
      claims: 0,
    });
  });

  it('judges a document of level 1 by none', () => {
    expect(choose(template(CRBIO, '2024.01'), 1)).toEqual({ ids: [], notices: [], claims: undefined });
  });
});
