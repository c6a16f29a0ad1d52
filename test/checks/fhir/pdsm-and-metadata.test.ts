import { describe, expect, it } from 'vitest';
import { pdsmAndMetadata } from '../../../src/checks/fhir/pdsm-and-metadata.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

async function found(...edits: readonly Edit[]): Promise<string[]> {
  const { findings } = await runOn(pdsmAndMetadata, 'fhir-pdsm-and-xdm', edits);
  return findings.map(({ rule, args }) => `${rule} ${args?.attribute}`);
}

const CREATION = '"creation": "2026-03-16T10:30:00+01:00"';

describe('fhir/pdsm-and-metadata', () => {
  it('compares what a document says in three forms', async () => {
    const ran = await runOn(pdsmAndMetadata, 'fhir-pdsm-and-xdm');
    expect(ran.findings).toEqual([]);
    // Fifteen attributes of the entry, and ten of the header.
    expect(ran.evaluated).toBe(25);
    expect((await runOn(pdsmAndMetadata, 'fhir-pdsm-simplified')).evaluated).toBe(10);
    expect((await runOn(pdsmAndMetadata, 'xdm')).applies).toBe(false);
  });

  it('takes one instant in several writings', async () => {
    for (const time of ['2026-03-16T09:30:00Z', '2026-03-16T04:30:00.000-05:00', '2026-03-16'])
      expect(await found(['entry', CREATION, `"creation": "${time}"`])).toEqual([]);
    expect(await found(['entry', CREATION, '"creation": "2026-03-16T09:30:00+01:00"'])).toEqual([
      'metadata creationTime',
      'document creationTime',
    ]);
  });

  it('tells which of the two sides differs', async () => {
    expect(await found(['cda', '<title>Compte rendu de consultation</title>', '<title>Autre titre</title>'])).toEqual([
      'document title',
    ]);
    expect(await found(['metadata', 'nodeRepresentation="10"', 'nodeRepresentation="11"'])).toEqual([
      'metadata classCode',
    ]);
  });

  it('names both places', async () => {
    const { findings } = await runOn(pdsmAndMetadata, 'fhir-pdsm-and-xdm', [['entry', '"code": "10"', '"code": "11"']]);
    const [finding] = findings;
    expect(finding?.at.path).toContain('category');
    expect(finding?.actual).toBe('11');
    expect(finding?.args?.value).toBe('10');
    expect(finding?.args?.where).toMatch(/IHE_XDM\.ZIP.*METADATA\.XML:\d+/);
  });

  it('wants the masks of the metadata in both, not in the header', async () => {
    const label = '"securityLabel": [';
    const masked = `${label}\n    { "coding": [{ "system": "urn:oid:1.2.250.1.213.1.1.4.13", "code": "MASQUE_PS" }] },`;
    expect(await found(['entry', label, masked])).toEqual(['metadata confidentialityCode']);
  });

  it('compares only documents of one identifier', async () => {
    const other: Edit = ['entry', 'urn:oid:2.999.2.20260316.1.1', 'urn:oid:2.999.2.20260316.1.9'];
    expect(await found(other, ['metadata', 'nodeRepresentation="10"', 'nodeRepresentation="11"'])).toEqual([
      'document uniqueId',
    ]);
  });
});
