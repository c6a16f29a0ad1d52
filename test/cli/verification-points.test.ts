import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';
import { remRequirement } from '../support/rem-values.js';
import { remXlsx } from '../support/rem-workbooks.js';

const POINTS = 'Le titre est lisible\nLe patient \u001b[31m est qualifié';

async function workbook(points = ''): Promise<string> {
  const requirements = [
    remRequirement('MSS/CONF.25', { statement: 'Énoncé fictif' }, [
      ['MSS/CONF.25.01', 'Envoyer', [['MSS/CONF.25.01.01', 'Vidéo']], points],
    ]),
  ];
  const path = join(temporaryFolder(), 'REM-MDV-LGC-Va2.xlsx');
  await writeFile(path, await remXlsx(requirements, { layout: 'prepublication' }));
  return path;
}

const officialOf = ({ requirements }: Report) => requirements[0]?.scenarios[0]?.official;

it('are kept from the workbook to the reports, and from a report to the next', async () => {
  const [folder, out] = [copyOfDossier('lgc-conforming'), temporaryFolder()];
  const run = async (rem: string, ...more: string[]): Promise<Report> =>
    JSON.parse((await segurCheck(['run', folder, '--rem', rem, '--report', 'json', ...more])).stdout);
  const sheets = ['xlsx', 'xlsx-rem'].map((format) => join(out, `${format}-LGC.xlsx`));
  const given = await run(await workbook(POINTS), `--report=xlsx=${sheets[0]}`, `--report=xlsx-rem=${sheets[1]}`);
  const official = officialOf(given);
  expect(official?.verificationPoints).toMatch(/^Le titre est lisible\nLe patient .*est qualifié$/);
  for (const sheet of sheets) expect(officialOf(await run(sheet))).toEqual(official);
  expect(officialOf(await run(await workbook()))).not.toHaveProperty('verificationPoints');
});

it('are shown by explain, with the workbook that has them', async () => {
  const rem = await workbook(POINTS);
  const { stdout, exitCode } = await segurCheck(['explain', 'MSS/CONF.25.01', '--rem', rem, '--lang', 'fr']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /MSS\/CONF\.25\.01 {2}Envoyer\n {4}Points de vérification :\n {6}Le titre est lisible\n {6}Le patient /,
  );
  expect(stdout).not.toContain('\u001b');
  const without = await segurCheck(['explain', 'MSS/CONF.25', '--lang', 'fr']);
  expect(without.stdout).not.toContain('Points de vérification');
  const absent = await segurCheck(['explain', 'MSS/CONF.25', '--rem', 'absent.xlsx', '--lang', 'fr']);
  expect([absent.exitCode, absent.stdout]).toEqual([2, '']);
});
