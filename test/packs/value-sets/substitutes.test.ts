import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../src/artifacts/xml/parse.js';
import { withSubstitutes } from '../../../src/packs/value-sets/substitutes.js';
import { packOf } from '../schematron/one-schema.js';

const concept = (name: string) => `<${name} code="&lt;A&quot;" codeSystem="1.2" displayName="Été"/>`;
const svs = (id: string, name = 'x', concepts = concept('Concept')) =>
  `<RetrieveValueSetResponse xmlns="urn:ihe:iti:svs:2008"><ValueSet id="${id}" displayName="${name}.tabs"><ConceptList>${concepts}</ConceptList></ValueSet></RetrieveValueSetResponse>`;
const artDecor = (id: string, name = 'y') =>
  `<valueSets xmlns="urn:hl7-org:v3"><valueSet xmlns="" id="${id}" name="${name}"><conceptList>${concept('concept')}</conceptList></valueSet></valueSets>`;

/** What the rules of `s/a.sch` get for a reference: where it leads, and the concepts with their names. */
function got(files: Readonly<Record<string, string>>, reference: string) {
  const pack = withSubstitutes(packOf({ 's/a.sch': '', ...files }));
  const found = pack.resolve('s/a.sch', reference);
  const document = found && parseXml(pack.read(found.path));
  const concepts = document?.elements.filter(({ localName }) => /^concept$/i.test(localName)) ?? [];
  return {
    path: found?.path,
    root: document && `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
    concepts: concepts.map((each) => [
      each.namespaceURI ?? '',
      each.localName,
      ...each.attributes.map(({ value }) => value),
    ]),
    substitutes: pack.substitutes,
    listed: pack.paths.includes(found?.path ?? ''),
  };
}

describe('a value set that is missing', () => {
  it('is taken from the file with its OID, in the form that voc- files have', () => {
    expect(
      got({ 'jdv/JDV_A.xml': svs('1.2.30'), 'jdv/JDV_B.xml': svs('1.2.3') }, 'include/voc-1.2.3-DYNAMIC.xml'),
    ).toEqual({
      path: 's/include/voc-1.2.3-DYNAMIC.xml',
      root: 'urn:hl7-org:v3 valueSets',
      concepts: [['', 'concept', '<A"', '1.2', 'Été']],
      substitutes: [{ wanted: 's/include/voc-1.2.3-DYNAMIC.xml', from: 'jdv/JDV_B.xml', oid: '1.2.3' }],
      listed: false,
    });
  });

  it('is taken from the file with its name where no OID is told, in the form of SVS', () => {
    const { path, root, concepts, substitutes } = got(
      { 'voc/voc-1.2.3-D.xml': artDecor('1.2.3', 'JDV_J01-Abc_CISIS') },
      '../jdv/JDV_J01_Abc-CISIS.xml',
    );
    expect([path, root]).toEqual(['jdv/JDV_J01_Abc-CISIS.xml', 'urn:ihe:iti:svs:2008 RetrieveValueSetResponse']);
    expect(concepts).toEqual([['urn:ihe:iti:svs:2008', 'Concept', '<A"', '1.2', 'Été']]);
    expect(substitutes.map(({ from }) => from)).toEqual(['voc/voc-1.2.3-D.xml']);
  });

  it('may be an empty file', () => {
    const files = { 'jdv/JDV_A.xml': '', 'other/JDV_A.xml': svs('1.2.3') };
    expect(got(files, '../jdv/JDV_A.xml').substitutes.map(({ wanted, from }) => [wanted, from])).toEqual([
      ['jdv/JDV_A.xml', 'other/JDV_A.xml'],
    ]);
    expect(got({ 'jdv/JDV_A.xml': '' }, '../jdv/JDV_A.xml').path).toBeUndefined();
  });

  it.each([
    ['another OID', { 'jdv/JDV_A.xml': svs('1.2.31') }, 'voc-1.2.3-D.xml'],
    ['no concept', { 'jdv/JDV_A.xml': svs('1.2.3', 'x', '') }, 'voc-1.2.3-D.xml'],
    ['a file that is not well formed', { 'jdv/JDV_A.xml': '<ValueSet id="1.2.3"><' }, 'voc-1.2.3-D.xml'],
    ['an OID in a comment', { 'jdv/JDV_A.xml': '<a><!-- <ValueSet id="1.2.3"/> --></a>' }, 'voc-1.2.3-D.xml'],
    ['a reference out of the pack', { 'jdv/JDV_A.xml': svs('1.2.3') }, '../../voc-1.2.3-D.xml'],
    ['what is no XML file', { 'jdv/JDV_A.xml': svs('1.2.3') }, '../JDV_A.sch'],
  ])('is not made of %s', (_, files, reference) => {
    expect(got(files, reference)).toMatchObject({ path: undefined, substitutes: [] });
  });
});

it('leaves what is there as it is', () => {
  const files = { 'jdv/JDV_A.xml': svs('1.2.3'), 's/voc-1.2.3-D.xml': artDecor('1.2.3') };
  expect(got(files, '../jdv/JDV_A.xml')).toMatchObject({ path: 'jdv/JDV_A.xml', substitutes: [], listed: true });
  const pack = withSubstitutes(packOf({ 's/a.sch': '', ...files }));
  expect(pack.resolve('s/a.sch', 'VOC-1.2.3-D.xml')).toEqual({ path: 's/voc-1.2.3-D.xml', exact: false });
  expect(() => pack.read('absent')).toThrow('no file');
});
