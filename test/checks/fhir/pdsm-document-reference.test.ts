import { describe, expect, it } from 'vitest';
import { pdsmDocumentReference } from '../../../src/checks/fhir/pdsm-document-reference.js';
import { pdsmSimplifiedPublish } from '../../../src/checks/fhir/pdsm-simplified-publish.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

async function found(...edits: readonly Edit[]): Promise<string[]> {
  const { findings } = await runOn(pdsmDocumentReference, 'fhir-pdsm-bundle', edits);
  return findings.map(({ rule, args }) => [rule, args?.element].filter(Boolean).join(' '));
}

const CLAIM = 'https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-comprehensive-document-reference';
const META = `"meta": {\n    "profile": [\n      "${CLAIM}"\n    ]\n  },\n  `;
const LOINC = '"system": "http://loinc.org"';
const AUTHOR = '"author": [\n    {\n      "reference": "#role"\n    }\n  ]';

describe('fhir/pdsm-document-reference', () => {
  it('judges a resource that claims the profile, or that stands in a Bundle that does', async () => {
    expect(await found()).toEqual([]);
    expect(await found(['entry', CLAIM, `${CLAIM}|3.1.1`], ['entry', '"fr-FR"', '"fr"'])).toEqual(['language']);
    expect(await found(['entry', META, ''], ['entry', '"fr-FR"', '"fr"'])).toEqual(['language']);
  });

  it('leaves documents of other guides alone', async () => {
    const other: Edit = ['entry', CLAIM, 'https://exemple.example/StructureDefinition/fiche'];
    const ran = await runOn(pdsmDocumentReference, 'fhir-pdsm-bundle', [other, ['entry', '"fr-FR"', '"fr"']]);
    expect([ran.findings, ran.applies]).toEqual([[], false]);
    const plain = await runOn(pdsmDocumentReference, 'fhir-unqualified');
    expect([plain.findings, plain.applies]).toEqual([[], false]);
  });

  it('knows a terminology by its address, by its OID and beside another one', async () => {
    expect(await found(['entry', LOINC, '"system": "urn:oid:2.16.840.1.113883.6.1"'])).toEqual([]);
    const beside = `"system": "http://snomed.info/sct", "code": "371530004" }, { ${LOINC}`;
    expect(await found(['entry', LOINC, beside])).toEqual([]);
    const ihe = '"system": "http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode"';
    const nos = '"system": "https://mos.esante.gouv.fr/NOS/TRE_A11-IheFormatCode/FHIR/TRE-A11-IheFormatCode"';
    expect(await found(['entry', nos, ihe])).toEqual([]);
    expect(await found(['entry', LOINC, '"system": "http://loinc.org.example"'])).toEqual(['terminology type']);
    // The code is one of another terminology.
    const tre =
      '"system": "https://mos.esante.gouv.fr/NOS/TRE_A05-TypeDocComplementaireCISIS/FHIR/TRE-A05-TypeDocComplementaireCISIS"';
    expect(await found(['entry', LOINC, tre])).toEqual(['code type']);
  });

  it('wants each element, and nothing of what stands in one that lacks', async () => {
    const { findings } = await runOn(pdsmDocumentReference, 'fhir-pdsm-bundle', [
      ['entry', '"period": {', '"periode": {'],
    ]);
    expect(findings.map(({ args }) => args?.element)).toEqual(['context.period']);
  });

  it('wants neither hash nor size of a FHIR document', async () => {
    const sizes: Edit = ['entry', '"size": {size},\n        "hash": "{hash}",', ''];
    expect(await found(sizes)).toEqual(['required content.attachment.size', 'required content.attachment.hash']);
    expect(
      await found(sizes, ['entry', '"contentType": "text/xml"', '"contentType": "application/fhir+json"']),
    ).toEqual([]);
  });

  it('takes authors that are contained, of the right kind, known by a national number', async () => {
    const device = '"contained": [\n    { "resourceType": "Device", "id": "machine" },';
    const contained: Edit = ['entry', '"contained": [', device];
    expect(await found(contained, ['entry', AUTHOR, AUTHOR.replace('#role', '#machine')])).toEqual([]);
    const organization = device.replace('Device', 'Organization');
    const by: Edit = ['entry', AUTHOR, AUTHOR.replace('#role', '#machine')];
    expect(await found(['entry', '"contained": [', organization], by)).toEqual(['person-kind author']);
    const rpps: Edit = ['entry', '"system": "urn:oid:1.2.250.1.71.4.2.1"', '"system": "https://rpps.esante.gouv.fr"'];
    expect(await found(rpps)).toEqual([]);
  });

  it('takes a relation that replaces nothing beside another one', async () => {
    const two = '"relatesTo": [{ "code": "appends", "target": {} }, { "code": "transforms", "target": {} }],';
    expect(await found(['entry', '"securityLabel": [', `${two}\n  "securityLabel": [`])).toEqual([]);
  });

  it('tells a mask from an unknown label', async () => {
    const label = '"code": "N",\n          "display": "normal"';
    expect(await found(['entry', label, '"code": "MASQUE_PS"'])).toEqual([]);
    expect(await found(['entry', label, '"code": "MASQUE"'])).toEqual(['code securityLabel']);
  });
});

describe('fhir/pdsm-simplified-publish', () => {
  it('takes a document in its metadata, with neither hash nor size, by an author who is elsewhere', async () => {
    const edits: Edit[] = [
      ['entry', '"size": {size},\n        "hash": "{hash}",', ''],
      ['entry', AUTHOR, AUTHOR.replace('#role', 'PractitionerRole/1')],
    ];
    const ran = await runOn(pdsmSimplifiedPublish, 'fhir-pdsm-simplified', edits);
    expect([ran.findings, ran.evaluated]).toEqual([[], 1]);
  });

  it('wants the document in it, and no address', async () => {
    const edits: Edit[] = [['entry', '"data": "{data}"', '"url": "https://serveur.example/document"']];
    const { findings } = await runOn(pdsmSimplifiedPublish, 'fhir-pdsm-simplified', edits);
    expect(findings.map(({ rule, args }) => `${rule} ${args?.element}`)).toEqual([
      'required content.attachment.data',
      'forbidden content.attachment.url',
    ]);
  });

  it('is not about a set', async () => {
    expect((await runOn(pdsmSimplifiedPublish, 'fhir-pdsm-bundle')).applies).toBe(false);
  });
});
