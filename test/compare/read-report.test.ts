import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/compare/read-report.js';
import { UserError } from '../../src/dossier/user-error.js';
import { toJson } from '../../src/report/json.js';
import { sampleCheckReport, sampleReport } from '../report/sample-report.js';
import { folderOf } from '../support/folder.js';

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
      expect(await read(zipSync({ 'seal.json': bytes('{}'), 'report/report.json': bytes(json) }))).toEqual(
        JSON.parse(json),
      );
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
    ['an archive that is cut', zipSync({ 'report/report.json': bytes('{}') }).slice(0, 40)],
    ['an archive of something else', zipSync({ 'report/report.json': bytes('[]') })],
  ])('is refused when it is %s', async (_, content) => {
    expect(await refusal(content)).toMatchObject({ code: 'not-a-seal-or-report' });
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
    expect(await refusal(bomb)).toMatchObject({ code: 'not-a-seal-or-report' });
  });
});
