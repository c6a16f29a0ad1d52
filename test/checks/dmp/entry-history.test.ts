import { describe, expect, it } from 'vitest';
import { entryHistory } from '../../../src/checks/dmp/entry-history.js';
import { runOn } from '../../support/run-check.js';

type Edit = readonly [part: string, good: string, bad: string];

const later = (part: string, minute: string): Edit => [
  part,
  '<wsu:Created>2026-03-16T09:30:00Z',
  `<wsu:Created>2026-03-16T09:${minute}:00Z`,
];
const rulesAfter = async (...edits: Edit[]) =>
  (await runOn(entryHistory, 'dmp-exchanges', edits)).findings.map(({ rule }) => rule);

describe('dmp/entry-history', () => {
  it('says nothing of requests that no time tells apart', async () => {
    expect(await rulesAfter()).toEqual([]);
  });

  it('takes a mask, an archiving from the present status, then a deletion', async () => {
    const archived: Edit = [
      'deletion',
      '"OriginalStatus"><rim:ValueList><rim:Value>urn:oasis:names:tc:ebxml-regrep:StatusType:Approved',
      '"OriginalStatus"><rim:ValueList><rim:Value>urn:asip:ci-sis:2010:StatusType:Archived',
    ];
    expect(await rulesAfter(later('archiving', '31'), later('deletion', '32'), archived)).toEqual([]);
  });

  it('finds each change after a deletion', async () => {
    expect(await rulesAfter(later('masking', '31'), later('archiving', '32'))).toEqual([
      'after-deletion',
      'after-deletion',
    ]);
  });

  it('counts no change that the DMP refused', async () => {
    const refused: Edit = ['deletionAnswer', 'ResponseStatusType:Success', 'ResponseStatusType:Failure'];
    expect(await rulesAfter(later('masking', '31'), refused)).toEqual([]);
  });

  it('knows an entry by its UUID, whatever its case', async () => {
    const upper: Edit = ['masking', 'lid="urn:uuid:6bf6d7e8', 'lid="urn:uuid:6BF6D7E8'];
    expect(await rulesAfter(later('masking', '31'), upper)).toEqual(['after-deletion']);
  });

  it('is not about what changes nothing', async () => {
    expect(await runOn(entryHistory, 'dmp-queries')).toMatchObject({ applies: false, findings: [] });
  });
});
