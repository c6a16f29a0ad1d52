import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../../fixtures/make/recipe.js';
import { readCda } from '../../../src/artifacts/cda/cda.js';
import { parseXml, parseXmlText } from '../../../src/artifacts/xml/parse.js';

const V3 = 'xmlns="urn:hl7-org:v3"';
const cda = (text: string) => readCda(parseXmlText(text));
const made = (base: 'cda-n1' | 'cda-n3') => {
  const [file] = assemble(recipe(base));
  return readCda(parseXml(file?.bytes ?? new Uint8Array()));
};

describe('where the document stands', () => {
  it('bare', () => {
    expect(cda(`<ClinicalDocument ${V3}/>`)).toMatchObject({
      wrapper: 'none',
      root: { localName: 'ClinicalDocument' },
    });
    expect(cda('<x:ClinicalDocument xmlns:x="urn:hl7-org:v3"/>')?.wrapper).toBe('none');
  });

  it('in a style sheet that displays it', () => {
    const xsl = `<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:variable><ClinicalDocument ${V3}><id root="1"/></ClinicalDocument></xsl:variable></xsl:stylesheet>`;
    expect(cda(xsl)).toMatchObject({ wrapper: 'stylesheet', id: { root: '1' } });
  });

  it('in a signature', () => {
    const signed = `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:Object><ClinicalDocument ${V3}/></ds:Object></ds:Signature>`;
    expect(cda(signed)?.wrapper).toBe('signature');
  });

  it.each([
    ['in anything else', `<Envelope><ClinicalDocument ${V3}/></Envelope>`],
    ['without its namespace', '<ClinicalDocument/>'],
    ['in another namespace', '<ClinicalDocument xmlns="urn:hl7-org:v2"/>'],
    ['nowhere', '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>'],
  ])('%s it is none', (_, text) => {
    expect(cda(text)).toBeUndefined();
  });
});

describe('what it says', () => {
  it('of a level 1 document', () => {
    const content = made('cda-n1');
    expect(content).toMatchObject({
      wrapper: 'none',
      code: { code: '11488-4', codeSystem: '2.16.840.1.113883.6.1' },
      body: { level: 1 },
    });
    expect(content?.body?.level === 1 && content.body.text?.attribute('mediaType')).toBe('application/pdf');
    const [patient] = content?.patients ?? [];
    expect(patient?.ids.map(({ root, extension }) => `${root} ${extension}`)).toContain(
      '1.2.250.1.213.1.4.10 285076311399048',
    );
    expect(patient?.birthName?.normalizedText).toBe('TEST-ALPHA');
    expect(patient?.firstGiven?.normalizedText).toBe('CAMILLE');
    expect(patient?.givenList?.normalizedText).toBe('CAMILLE LOUISE ANNE');
    expect(patient?.birthTime?.attribute('value')).toBe('19850714');
    expect(patient?.gender?.code).toBe('F');
    expect(patient?.birthCounty?.normalizedText).toBe('63113');
  });

  it('of a level 3 document', () => {
    expect(made('cda-n3')?.body).toMatchObject({ level: 3, node: { localName: 'structuredBody' } });
  });

  it('of a document that says nothing', () => {
    expect(cda(`<ClinicalDocument ${V3}/>`)).toMatchObject({
      id: undefined,
      code: undefined,
      patients: [],
      body: undefined,
    });
    expect(
      cda(`<ClinicalDocument ${V3}><recordTarget><patientRole/></recordTarget><component/></ClinicalDocument>`),
    ).toMatchObject({
      patients: [{ ids: [], birthName: undefined, gender: undefined }],
      body: undefined,
    });
  });

  it('of several patients, and of names with other qualifiers', () => {
    const name =
      '<patient><name><family>U</family><family qualifier="SP">M</family><given qualifier="CL">C</given><given>A B</given></name></patient>';
    const content = cda(
      `<ClinicalDocument ${V3}><recordTarget><patientRole><id root="1"/><id nullFlavor="UNK"/>${name}</patientRole></recordTarget><recordTarget><patientRole/></recordTarget></ClinicalDocument>`,
    );
    expect(content?.patients).toHaveLength(2);
    expect(content?.patients[0]).toMatchObject({ birthName: undefined, firstGiven: undefined });
    expect(content?.patients[0]?.givenList?.normalizedText).toBe('A B');
    expect(content?.patients[0]?.ids.map(({ root, extension }) => [root, extension])).toEqual([
      ['1', undefined],
      [undefined, undefined],
    ]);
  });
});
