import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';

const MACHINES = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'America/Los_Angeles', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
];

describe.each(['xlsx', 'xlsx-rem'])('--report %s', (format) => {
  test('gives the same bytes in any time zone and locale', async () => {
    const dossier = copyOfDossier('lgc-conforming');
    const out = temporaryFolder();
    const reports: Buffer[] = [];
    for (const [index, env] of MACHINES.entries()) {
      const path = join(out, `${index}.xlsx`);
      await segurCheck(['run', dossier, '--lang', 'fr', '--report', `${format}=${path}`], { env });
      reports.push(readFileSync(path));
    }
    for (const report of reports) expect(report.equals(reports[0] ?? Buffer.alloc(0))).toBe(true);
  });

  test('needs a path', async () => {
    const { exitCode, stderr } = await segurCheck(['run', copyOfDossier('lgc-conforming'), '--report', format]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(format);
  });
});
