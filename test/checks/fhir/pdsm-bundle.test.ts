import { describe, expect, it } from 'vitest';
import type { ExampleBase } from '../../../src/checks/example-base.js';
import { pdsmBundle } from '../../../src/checks/fhir/pdsm-bundle.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

async function rulesOn(base: ExampleBase, ...edits: readonly Edit[]): Promise<string[]> {
  const { findings } = await runOn(pdsmBundle, base, edits);
  return findings.map(({ rule }) => rule);
}

const URL_OF_BINARY = /urn:uuid:[0-9a-f-]{36}/;

describe('fhir/pdsm-bundle', () => {
  it('takes a set of one document, and one that replaces another', async () => {
    expect(await rulesOn('fhir-pdsm-bundle')).toEqual([]);
    expect(await rulesOn('fhir-pdsm-replacement')).toEqual([]);
  });

  it('is about publications of PDSm alone', async () => {
    const claim = 'https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/';
    const other = 'https://profiles.ihe.net/ITI/MHD/StructureDefinition/';
    const edits: Edit[] = [
      ['bundle', `${claim}pdsm-comprehensive-provide-document-bundle`, `${other}IHE.MHD.Comprehensive.ProvideBundle`],
      ['submission', `${claim}pdsm-submissionset-comprehensive`, `${other}IHE.MHD.Comprehensive.SubmissionSet`],
      ['entry', `${claim}pdsm-comprehensive-document-reference`, `${other}IHE.MHD.Comprehensive.DocumentReference`],
    ];
    expect((await runOn(pdsmBundle, 'fhir-pdsm-bundle', edits)).applies).toBe(false);
    expect((await runOn(pdsmBundle, 'fhir-pdsm-bundle', edits.slice(0, 1))).applies).toBe(true);
    expect((await runOn(pdsmBundle, 'fhir-pdsm-simplified')).applies).toBe(false);
    expect((await runOn(pdsmBundle, 'fhir-patient')).applies).toBe(false);
  });

  it('finds a Binary by its type and id, as the guide writes it', async () => {
    const { recipe } = await import('../../../fixtures/make/recipe.js');
    const [url = ''] = /"url": "(urn:uuid:[^"]+)"/.exec(recipe('fhir-pdsm-bundle').parts.entry ?? '')?.slice(1) ?? [];
    expect(url).toMatch(URL_OF_BINARY);
    const named: Edit = ['bundle', '"resourceType": "Binary"', '"resourceType": "Binary", "id": "doc"'];
    expect(await rulesOn('fhir-pdsm-bundle', named, ['entry', url, 'Binary/doc'])).toEqual([]);
    expect(await rulesOn('fhir-pdsm-bundle', named, ['entry', url, 'Binary/autre'])).toEqual([
      'document-missing',
      'document-unused',
    ]);
  });

  it('takes a patch of the replaced document by its whole address, by a version of it, or by a search', async () => {
    for (const target of [
      'https://serveur.example/fhir/DocumentReference/fiche-1',
      'DocumentReference/fiche-1/_history/2',
      'DocumentReference?identifier=urn:ietf:rfc:3986|urn:oid:2.999.2.20260316.1.1',
    ]) {
      const edit: Edit = ['bundle', '"url": "DocumentReference/fiche-1"', `"url": "${target}"`];
      expect(await rulesOn('fhir-pdsm-replacement', edit)).toEqual([]);
    }
    const another: Edit = ['bundle', '"url": "DocumentReference/fiche-1"', '"url": "DocumentReference/fiche-11"'];
    expect(await rulesOn('fhir-pdsm-replacement', another)).toEqual(['replacement-patch']);
  });

  it('takes a JSON Patch, which R4 carries in a Binary', async () => {
    const json: Edit = [
      'patch',
      '"resourceType": "Parameters",',
      '"resourceType": "Binary", "contentType": "application/json-patch+json", "data": "W10=",',
    ];
    expect(await rulesOn('fhir-pdsm-replacement', json)).toEqual([]);
  });

  it('refuses what is no part of a publication', async () => {
    const list: Edit = ['submission', '"code": "submissionset"', '"code": "journal"'];
    expect(await rulesOn('fhir-pdsm-bundle', list)).toEqual(['entry-kind', 'submission-set']);
  });

  it('wants the patch to make one change', async () => {
    const path: Edit = ['patch', 'DocumentReference.status', 'DocumentReference.docStatus'];
    expect(await rulesOn('fhir-pdsm-replacement', path)).toEqual(['patch-content']);
    const more: Edit = ['patch', '"parameter": [', '"parameter": [{ "name": "operation", "part": [] },'];
    expect(await rulesOn('fhir-pdsm-replacement', more)).toEqual(['patch-content']);
  });

  it('takes hash and size of the decoded document, none of them when they lack', async () => {
    expect(await rulesOn('fhir-pdsm-bundle', ['entry', '"size": {size}', '"size": 1{size}'])).toEqual(['size']);
    expect(await rulesOn('fhir-pdsm-bundle', ['entry', '"size": {size},', ''])).toEqual([]);
  });

  it('points at the entry of the Bundle, and says what was expected', async () => {
    const { findings } = await runOn(pdsmBundle, 'fhir-pdsm-bundle', [
      ['entry', '{hash}', '2jmj7l5rSw0yVb/vlWAYkK/YBwk='],
    ]);
    const [finding] = findings;
    expect(finding?.at.path).toMatch(/entry\[1\].*attachment\.hash$/);
    expect(String(finding?.args?.expected)).toMatch(/^[A-Za-z0-9+/]{27}=$/);
  });
});
