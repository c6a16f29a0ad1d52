import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';

const MACHINES = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/Los_Angeles', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
];

test('both layouts have the same bytes in any time zone and locale', async () => {
  const dossier = copyOfDossier('lgc-conforming');
  const out = temporaryFolder();
  const pathOf = (format: string, machine: number): string => join(out, `${machine}-${format}.xlsx`);
  const formats = ['xlsx', 'xlsx-rem'];
  for (const [machine, env] of MACHINES.entries()) {
    const reports = formats.flatMap((format) => ['--report', `${format}=${pathOf(format, machine)}`]);
    await segurCheck(['run', dossier, '--lang', 'fr', ...reports], { env });
  }
  for (const format of formats) {
    const [first, ...others] = MACHINES.map((_, machine) => readFileSync(pathOf(format, machine)));
    for (const other of others) expect(other.equals(first ?? Buffer.alloc(0)), format).toBe(true);
  }
});
