import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { entryOf, SEAL_NAME, sealList, sealText } from '../../src/seal/seal-list.js';
import { HOSTILE, segurCheck, temporaryFolder } from '../support/cli.js';
import { zipOf } from '../support/zip.js';

const LONG = 120_000;
const MANIFEST = 'candidate: { vendor: A, product: B, version: "1" }\napplies: { wave: 2, corridor: LGC }\n';
const MESSAGE = 'MSH|^~\\&|A|B|C|D|20260101||ADT^A28|1|D|2.5\rPID|||1||ESSAI^NOM\r';

/** Replays a seal that whoever forged it listed again in full. */
async function replayForged(entries: Record<string, Uint8Array>) {
  const list = sealList(Object.entries(entries).map(([path, data]) => entryOf(path, data)));
  const file = join(temporaryFolder(), 'a.zip');
  const all = { ...entries, [SEAL_NAME]: strToU8(sealText(list)) };
  writeFileSync(file, zipOf(Object.entries(all).map(([name, data]) => ({ name, data }))));
  return segurCheck(['replay', file]);
}

async function sealedEntries(): Promise<Record<string, Uint8Array>> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'segur.yaml'), MANIFEST);
  writeFileSync(join(folder, 'a.hl7'), MESSAGE);
  const { exitCode } = await segurCheck(['seal', folder, '-o', join(folder, 'a.zip')]);
  expect(exitCode).toBe(0);
  const { [SEAL_NAME]: _, ...entries } = unzipSync(readFileSync(join(folder, 'a.zip')));
  return entries;
}

describe('names that nobody vouches for', () => {
  it('write no line of their own in a refusal', async () => {
    const name = 'no\n::error::such\u001b[31m';
    for (const args of [
      ['compare', name, name],
      ['replay', '--key', name, 'a.zip'],
      ['rem', 'import', name],
    ]) {
      const { stdout, stderr } = await segurCheck(args);
      expect(stderr).toContain('no␊::error::such');
      const all = `${stdout}${stderr}`;
      expect(all).not.toMatch(/^::error/m);
      expect(all).not.toContain('\u001b');
    }
  });

  it(
    'refuse a forged seal, which is no fault of the tool',
    async () => {
      const entries = await sealedEntries();
      const lock = JSON.parse(Buffer.from(entries['lock.json'] ?? []).toString('utf8'));
      const forged = (options: object, more: Record<string, string>, others: object = {}) => ({
        ...entries,
        'lock.json': strToU8(JSON.stringify({ ...lock, ...others, options: { ...lock.options, ...options } })),
        ...Object.fromEntries(Object.entries(more).map(([path, text]) => [path, strToU8(text)])),
      });
      const long = `rem/${'a'.repeat(300)}.xlsx`;
      for (const each of [
        forged({ trust: 'trust.pem', rem: 'trust.pem' }, { 'trust.pem': 'x' }),
        forged({ trust: 'a.pem', rem: 'trust.pem/x' }, { 'a.pem': 'x', 'trust.pem/x': 'x' }),
        forged({ rem: long }, { [long]: 'x' }),
        forged({}, {}, { tool: { version: '9' } }),
        forged({}, { 'dossier/x\n::error::y.hl7': MESSAGE }),
      ]) {
        const { exitCode, stdout, stderr } = await replayForged(each);
        expect([exitCode, stdout]).toEqual([2, '']);
        expect(stderr).not.toMatch(/^::error/m);
      }
    },
    LONG,
  );

  it('fill the reason why an archive is unreadable', async () => {
    const { stdout } = await segurCheck(['replay', join(HOSTILE, 'zip-lying-size.zip')]);
    expect(stdout).not.toMatch(/\{\w+\}/);
  });

  it.skipIf(process.platform === 'win32')('compare reads no device, which may never end', async () => {
    const { exitCode } = await segurCheck(['compare', '/dev/zero', '/dev/zero']);
    expect(exitCode).toBe(2);
  });
});
