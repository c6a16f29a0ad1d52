import { describe, expect, it } from 'vitest';
import { pdsmSubmissionSet } from '../../../src/checks/fhir/pdsm-submission-set.js';
import { pdsmUpdate } from '../../../src/checks/fhir/pdsm-update.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

async function found(...edits: readonly Edit[]): Promise<string[]> {
  const { findings } = await runOn(pdsmSubmissionSet, 'fhir-pdsm-bundle', edits);
  return findings.map(({ rule }) => rule);
}

describe('fhir/pdsm-submission-set', () => {
  it('takes an author that is an organization alone', async () => {
    expect(await found()).toEqual([]);
    const organization =
      '"source": {\n    "extension": [{ "url": "https://profiles.ihe.net/ITI/MHD/StructureDefinition/ihe-authorOrg", "valueReference": { "reference": "#role" } }]\n  }';
    expect(await found(['submission', '"source": {\n    "reference": "#role"\n  }', organization])).toEqual([]);
  });

  it('takes identifiers that tell no type', async () => {
    const untyped: Edit = ['submission', '"code": "entryUUID"', '"code": "autre"'];
    expect(await found(untyped, ['submission', '"value": "urn:uuid:', '"value": "uuid:'])).toEqual([]);
  });

  it('knows the activities of TRE_R209 by number', async () => {
    const sector = 'https://mos.esante.gouv.fr/NOS/TRE_R02-SecteurActivite/FHIR/TRE-R02-SecteurActivite';
    const activity = 'https://mos.esante.gouv.fr/NOS/TRE_R209-TypeActivite/FHIR/TRE-R209-TypeActivite';
    expect(await found(['submission', sector, activity], ['submission', '"code": "SA07"', '"code": "07"'])).toEqual([]);
    expect(await found(['submission', sector, activity])).toEqual(['code']);
  });

  it('wants one extension of each', async () => {
    const { findings } = await runOn(pdsmSubmissionSet, 'fhir-pdsm-bundle', [
      ['submission', 'ihe-designationType', 'ihe-sourceId'],
    ]);
    expect(findings.map(({ rule, args }) => `${rule} ${args?.name} ${args?.count}`)).toEqual([
      'extension ihe-designationType 0',
      'extension ihe-sourceId 2',
    ]);
  });
});

describe('fhir/pdsm-update', () => {
  const onPatch = async (path: string, value: string) => {
    const edits: Edit[] = [
      ['patch', '"DocumentReference.status"', JSON.stringify(path)],
      ['patch', '"valueCode": "superseded"', value],
    ];
    return (await runOn(pdsmUpdate, 'fhir-pdsm-replacement', edits)).findings.map(({ rule }) => rule);
  };
  const ARCHIVED =
    "DocumentReference.extension.where(url='https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-ext-is-archived').value";

  it('takes a new status, a new level, archiving', async () => {
    expect(await onPatch('DocumentReference.status', '"valueCode": "current"')).toEqual([]);
    expect(await onPatch('DocumentReference.securityLabel[0]', '"valueCodeableConcept": {}')).toEqual([]);
    expect(await onPatch(ARCHIVED, '"valueBoolean": false')).toEqual([]);
  });

  it('refuses another element, another extension, a word for a boolean', async () => {
    expect(await onPatch('DocumentReference.statusReason', '"valueCode": "x"')).toEqual(['not-modifiable']);
    expect(await onPatch("DocumentReference.extension.where(url='x').value", '"valueBoolean": true')).toEqual([
      'not-modifiable',
    ]);
    expect(await onPatch(ARCHIVED, '"valueString": "true"')).toEqual(['archived']);
  });

  it('is about patches of documents alone', async () => {
    expect((await runOn(pdsmUpdate, 'fhir-pdsm-bundle')).applies).toBe(false);
    expect(
      (await runOn(pdsmUpdate, 'fhir-pdsm-replacement', [['patch', 'DocumentReference.status', 'Patient.active']]))
        .applies,
    ).toBe(false);
  });
});
