import { describe, expect, it } from 'vitest';
import { assemble, recipe } from '../../../fixtures/make/recipe.js';
import { readCda } from '../../../src/artifacts/cda/cda.js';
import { parseXml, parseXmlText } from '../../../src/artifacts/xml/parse.js';

const V3 = 'xmlns="urn:hl7-org:v3"';
const bodyOf = (component: string) =>
  readCda(parseXmlText(`<ClinicalDocument ${V3}><component>${component}</component></ClinicalDocument>`))?.body;
const n1 = (text: string) => {
  const body = bodyOf(`<nonXMLBody>${text}</nonXMLBody>`);
  return body?.level === 1 ? body : expect.fail('no body of level 1');
};
const n3 = (sections: string) => {
  const body = bodyOf(`<structuredBody>${sections}</structuredBody>`);
  return body?.level === 3 ? body : expect.fail('no body of level 3');
};

describe('a body of level 1', () => {
  it('says what its file is, and gives its bytes', () => {
    const { file } = n1(
      '<text mediaType="text/plain" representation="B64" compression="DF">\n Qm9u\n am91cg==\n</text>',
    );
    expect(file).toMatchObject({ mediaType: 'text/plain', representation: 'B64', compression: 'DF' });
    expect(Buffer.from(file?.decode() ?? []).toString()).toBe('Bonjour');
  });

  it('gives no bytes when it is not base64', () => {
    expect(n1('<text representation="B64">Qm9u*</text>').file?.decode()).toBeUndefined();
  });

  it('says where its file is, when it is elsewhere', () => {
    expect(n1('<text><reference value="http://exemple.fr/a.pdf"/></text>').file).toMatchObject({
      reference: 'http://exemple.fr/a.pdf',
      representation: undefined,
    });
  });

  it('keeps the thumbnail out of the file', () => {
    const { file } = n1('<text representation="B64">Qm9u<thumbnail>AAAA</thumbnail>am91cg==</text>');
    expect(Buffer.from(file?.decode() ?? []).toString()).toBe('Bonjour');
  });

  it('has no file without a text', () => {
    expect(n1('')).toMatchObject({ text: undefined, file: undefined });
  });
});

describe('a body of level 3', () => {
  it('is a tree of sections with their entries', () => {
    const body = n3(`
      <component><section>
        <templateId root="1.1"/><templateId root="1.2" extension="2024.01"/>
        <code code="18719-5" codeSystem="2.16.840.1.113883.6.1" displayName="Biochimie"/>
        <title>BIOCHIMIE</title>
        <text>Sodium</text>
        <entry><templateId root="2.1"/><act><templateId root="2.2"/></act></entry>
        <component><section><title>Ions</title></section></component>
      </section></component>
      <component><section/></component>`);
    const [first, second] = body.sections;
    expect(body.sections).toHaveLength(2);
    expect(first).toMatchObject({
      templateIds: [
        { root: '1.1', extension: undefined },
        { root: '1.2', extension: '2024.01' },
      ],
      code: { code: '18719-5', displayName: 'Biochimie' },
    });
    expect(first?.title?.normalizedText).toBe('BIOCHIMIE');
    expect(first?.text?.normalizedText).toBe('Sodium');
    expect(first?.entries[0]?.templateIds.map(({ root }) => root)).toEqual(['2.1', '2.2']);
    expect(first?.entries[0]?.statement?.localName).toBe('act');
    expect(first?.sections.map(({ title }) => title?.normalizedText)).toEqual(['Ions']);
    expect(second).toMatchObject({ templateIds: [], code: undefined, title: undefined, entries: [], sections: [] });
    expect(body.sections).toBe(body.sections);
  });

  it('gives its media in order, and says which is the copy of the document', () => {
    const media = (value: string) => `<entry><observationMedia>${value}</observationMedia></entry>`;
    const body = n3(`
      <component><section>${media('<value mediaType="image/png" representation="B64">AAAA</value>')}${media('')}</section></component>
      <component><section><templateId root="1.2.250.1.213.1.1.2.243"/>${media('<value mediaType="application/pdf"/>')}</section></component>`);
    expect(body.media.map(({ mediaType, isCopy }) => [mediaType, isCopy])).toEqual([
      ['image/png', false],
      ['application/pdf', true],
    ]);
    expect(body.media).toBe(body.media);
  });

  it('leaves out what is not of the body, or not of the standard', () => {
    const document = parseXmlText(
      `<x:stylesheet xmlns:x="http://www.w3.org/1999/XSL/Transform"><observationMedia ${V3}><value/></observationMedia><ClinicalDocument ${V3}><component><structuredBody><observationMedia xmlns="urn:x"><value/></observationMedia></structuredBody></component></ClinicalDocument></x:stylesheet>`,
    );
    expect(readCda(document)?.body).toMatchObject({ level: 3, media: [], sections: [] });
  });

  it('of the fixtures has its copy', () => {
    const [file] = assemble(recipe('cda-n3'));
    const body = readCda(parseXml(file?.bytes ?? new Uint8Array()))?.body;
    if (body?.level !== 3) expect.fail('not of level 3');
    expect(body.sections.map(({ code }) => code?.code)).toEqual(['18719-5', '55108-5']);
    expect(body.media.map(({ isCopy }) => isCopy)).toEqual([true]);
    expect(Buffer.from(body.media[0]?.decode() ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
  });
});

describe('the style sheets', () => {
  const read = (before: string) => readCda(parseXmlText(`${before}<ClinicalDocument ${V3}/>`));

  it('are those that the instructions name, none of which is opened', () => {
    const content = read(
      `<?xml version="1.0"?>\n<?xml-stylesheet type='text/xsl' href = "../a.xsl"?><?xml-stylesheet href="b.css" x?><?other href="c"?>\n`,
    );
    expect(content?.stylesheetLinks.map(({ href, type }) => [href, type])).toEqual([
      ['../a.xsl', 'text/xsl'],
      ['b.css', undefined],
    ]);
    const [first] = content?.stylesheetLinks ?? [];
    expect(first && content?.document.locate(first.node)).toEqual({
      line: 2,
      column: 1,
      path: "/processing-instruction('xml-stylesheet')",
    });
    expect(content?.stylesheet).toBeUndefined();
  });

  it.each(['', 'href', 'href=', 'href="a', `${' '.repeat(100_000)}`, `${'a'.repeat(100_000)}`])(
    'say nothing when the instruction is %.20j',
    (data) => {
      expect(read(`<?xml-stylesheet ${data}?>`)?.stylesheetLinks).toMatchObject([{ href: undefined, type: undefined }]);
    },
  );

  it('may be what the document stands in', () => {
    const document = parseXmlText(
      `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">\n<xsl:template><ClinicalDocument ${V3}/></xsl:template></xsl:stylesheet>`,
    );
    const content = readCda(document);
    expect(content?.stylesheet).toMatchObject({ version: '1.0', node: { localName: 'stylesheet' } });
    expect(content?.stylesheet && document.locate(content.stylesheet.node)).toMatchObject({ line: 1, column: 1 });
  });
});
