import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { copyOfDossier, temporaryFolder } from '../support/cli.js';
import { remRequirement } from '../support/rem-values.js';
import { remXlsx } from '../support/rem-workbooks.js';

const BIN = fileURLToPath(new URL('../../bin/segur-check.js', import.meta.url));

/** Runs the command where no file may have a byte: what a full disk does. */
async function onFullDisk(args: readonly string[]) {
  return execa('sh', ['-c', 'ulimit -f 0; exec "$@"', 'sh', process.execPath, BIN, ...args], {
    reject: false,
    env: { LC_ALL: 'C', NO_COLOR: '1', SEGUR_CACHE: 'off' },
  });
}

describe.skipIf(process.platform === 'win32')(
  'a full disk is one message that names what is not written, and leaves',
  () => {
    it.each<[string, (dossier: string, output: string) => string[]]>([
      ['a report', (dossier, output) => ['run', dossier, `--report=json=${output}`]],
      ['a seal', (dossier, output) => ['seal', dossier, '-o', output, '--force', '--allow-secrets']],
      ['a comparison', (dossier, output) => ['compare', dossier, dossier, `--report=json=${output}`]],
    ])('%s of before as it was', async (_, args) => {
      const folder = temporaryFolder();
      const output = join(folder, 'output');
      writeFileSync(output, 'before');
      const { exitCode, stderr } = await onFullDisk(args(copyOfDossier('lgc-conforming'), output));
      expect(stderr.split('\n').slice(-1)).toEqual([expect.stringContaining(`"${output}" (EFBIG)`)]);
      expect(exitCode).toBe(2);
      expect(readFileSync(output, 'utf8')).toBe('before');
      expect(readdirSync(folder)).toEqual(['output']);
    });

    it.each<[string, (dossier: string, output: string) => string[]]>([
      ['a deposit', (dossier, output) => ['run', dossier, `--report=deposit=${output}`]],
      ['a copy', (dossier, output) => ['redact', dossier, '-o', output]],
    ])('nothing of %s', async (_, args) => {
      const folder = temporaryFolder();
      const output = join(folder, 'output');
      const { exitCode, stderr } = await onFullDisk(args(copyOfDossier('lgc-conforming'), output));
      expect(stderr).toContain(`"${output}" (EFBIG)`);
      expect(exitCode).toBe(2);
      expect(readdirSync(folder)).toEqual([]);
    });

    it('the lock of before as it was', async () => {
      const dossier = copyOfDossier('lgc-conforming');
      const [lock, workbook] = [join(dossier, 'segur.lock.json'), join(temporaryFolder(), 'REM-MDV-LGC-Va2.xlsx')];
      const before = '{ "schema": "segur-check/lock/1" }';
      writeFileSync(lock, before);
      writeFileSync(workbook, await remXlsx([remRequirement('MSS/CONF.25', { chapter: 'Envoyer' })]));
      const { exitCode, stderr } = await onFullDisk(['rem', 'import', workbook, '--dossier', dossier]);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('"segur.lock.json" (EFBIG)')]);
      expect(readFileSync(lock, 'utf8')).toBe(before);
      expect(readdirSync(dossier).filter((name) => name.startsWith('segur.lock'))).toEqual(['segur.lock.json']);
    });
  },
);
