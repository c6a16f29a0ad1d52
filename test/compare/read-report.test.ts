import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/compare/read-report.js';
import { UserError } from '../../src/dossier/user-error.js';
import { toJson } from '../../src/report/json.js';
import { sampleCheckReport, sampleReport } from '../report/sample-report.js';
import { folderOf } from '../support/folder.js';
import { archiveOf, sealedEntries } from '../support/sealed-report.js';

async function read(content: string | Uint8Array) {
  return readReport(join(await folderOf({ 'a.json': content }), 'a.json'));
}

async function refusal(content: string | Uint8Array): Promise<Pick<UserError, 'code' | 'args'>> {
  const error = await read(content).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw error;
  return error;
}

const sample = JSON.parse(toJson(sampleReport()));
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a report that is read', () => {
  it('is what was written, alone or in a seal', async () => {
    for (const report of [sampleReport(), sampleCheckReport()]) {
      const json = toJson(report);
      expect(await read(json)).toEqual(JSON.parse(json));
      expect(await read(archiveOf(sealedEntries(bytes(json))))).toEqual(JSON.parse(json));
    }
  });

  it('may have members of a later version', async () => {
    expect(await read(JSON.stringify({ ...sample, later: 1 }))).toMatchObject({ later: 1 });
  });

  it.each([
    ['text', 'hello'],
    ['half of a report', toJson(sampleReport()).slice(0, 100)],
    ['another JSON', '{"schema":"segur-check/coverage/1"}'],
    ['null', 'null'],
    ['deep JSON', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['nothing', ''],
    ['an archive without a report', zipSync({ 'a.txt': bytes('a') })],
    ['an archive of a report alone', zipSync({ 'report/report.json': bytes(toJson(sampleReport())) })],
    ['an intact seal of something else', archiveOf(sealedEntries(bytes('[]')))],
    ['a million lists', `[${'[],'.repeat(1_000_000)}[]]`],
  ])('is refused when it is %s', async (_, content) => {
    expect(await refusal(content)).toMatchObject({ code: 'not-a-seal-or-report' });
  });

  it('is not given of a seal that was altered or cut: what was done to it is', async () => {
    const whole = sealedEntries(bytes(toJson(sampleReport())));
    const changed = { ...whole, 'report/report.json': bytes(toJson(sampleCheckReport())) };
    expect(await read(archiveOf(changed))).toMatchObject({
      outcome: 'altered',
      alterations: [{ change: 'changed', path: 'report/report.json' }],
    });
    expect(await read(archiveOf(whole).subarray(0, 400))).toMatchObject({ outcome: 'altered' });
    const list = Buffer.from(whole['seal.json'] ?? '')
      .toString()
      .replace('seal/1', 'seal/2');
    expect(await refusal(archiveOf({ ...whole, 'seal.json': bytes(list) }))).toMatchObject({ code: 'replay-version' });
  });

  it('of another version is refused as such', async () => {
    const other = JSON.stringify({ ...sample, schema: 'segur-check/report/2' });
    expect(await refusal(other)).toMatchObject({
      code: 'other-report-version',
      args: { name: 'segur-check/report/2' },
    });
  });

  it('with a mistake is refused with its place', async () => {
    const wrong = structuredClone(sample);
    wrong.requirements[0].verdict = 'fine';
    expect(await refusal(JSON.stringify(wrong))).toMatchObject({
      code: 'wrong-report',
      args: { place: '/requirements/0/verdict', reason: expect.stringContaining('conforming') },
    });
    const { findings: _, ...without } = sample;
    expect(await refusal(JSON.stringify(without))).toMatchObject({ code: 'wrong-report', args: { place: '/' } });
  });

  it('that claims to inflate beyond all measure is refused', async () => {
    const bomb = Buffer.from(zipSync({ 'report/report.json': new Uint8Array(1000) }));
    const claimed = 2 ** 31 - 1;
    bomb.writeUInt32LE(claimed, 22);
    bomb.writeUInt32LE(claimed, bomb.indexOf('PK\x01\x02') + 24);
    expect(await read(bomb)).toMatchObject({ outcome: 'altered', problem: { code: 'read/zip-limit' } });
  });
});
