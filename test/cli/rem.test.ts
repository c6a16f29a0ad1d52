import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import type { RemLayout } from '../../src/scenarios/rem-workbook.js';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';
import { remRequirement } from '../support/rem-values.js';
import { remXlsx } from '../support/rem-workbooks.js';

/** One proof of a fictitious workbook, by the headers of the ANS. */
interface Row {
  readonly Périmètre: string;
  readonly ID: string;
  readonly Chapitre: string;
  readonly Fonction: string;
  readonly Exigence: string;
  readonly "Nature de l'exigence": string;
  readonly Profil: string;
  readonly 'N° scénario': string;
  readonly 'Scénario de conformité': string;
  readonly 'N° preuve': string;
  readonly Preuve: string;
  readonly Criticité: string;
}

async function writeRem(path: string, rows: readonly Row[], layout: RemLayout = 'published'): Promise<void> {
  const requirements = rows.map((row) =>
    remRequirement(
      row.ID,
      {
        id: row.ID,
        perimeter: row.Périmètre,
        chapter: row.Chapitre,
        function: row.Fonction,
        statement: row.Exigence,
        nature: row["Nature de l'exigence"],
        profile: row.Profil,
        criticality: row.Criticité,
      },
      [[row['N° scénario'], row['Scénario de conformité'], [[row['N° preuve'], row.Preuve]]]],
    ),
  );
  await writeFile(path, await remXlsx(requirements, { layout }));
}

const SUBJECT: Row = {
  Périmètre: 'Vague 2',
  ID: 'SC.MSS/CONF.25',
  Chapitre: 'Chapitre officiel fictif',
  Fonction: 'Fonction officielle fictive',
  Exigence: "Énoncé officiel fictif de l'objet",
  "Nature de l'exigence": 'EXIGENCE',
  Profil: 'Général',
  'N° scénario': 'SC.MSS/CONF.25.01',
  'Scénario de conformité': 'Scénario officiel fictif',
  'N° preuve': 'SC.MSS/CONF.25.01.01',
  Preuve: 'Preuve officielle fictive',
  Criticité: 'Critique',
};
const SECURITY: Row = {
  ...SUBJECT,
  ID: 'SC.SSI/GEN.02 BIS',
  Exigence: 'Énoncé fictif que notre base ne connaît pas',
  'N° scénario': 'SC.SSI/GEN.02 BIS.01',
  'N° preuve': 'SC.SSI/GEN.02 BIS.01.01',
  Preuve: 'Procédure de sauvegarde fictive',
  Criticité: 'Mineure',
};

async function workbook(rows: readonly Row[], name = 'REM-FICTIF-Va2.xlsx'): Promise<string> {
  const path = join(temporaryFolder(), name);
  await writeRem(path, rows);
  return path;
}

async function runWith(
  folder: string,
  rem: string,
  more: readonly string[] = [],
): Promise<{ exitCode: number | undefined; report: Report; stderr: string }> {
  const { exitCode, stdout, stderr } = await segurCheck(['run', folder, '--rem', rem, '--report', 'json', ...more]);
  return { exitCode, report: stdout === '' ? (undefined as never) : JSON.parse(stdout), stderr };
}

async function edit(folder: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, 'segur.yaml');
  await writeFile(path, change(await readFile(path, 'utf8')));
}

describe('run --rem', () => {
  it('bears the official wording in JSON, in the workbook and in the terminal, and names what it is from', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const rem = await workbook([SUBJECT, SECURITY]);
    const xlsx = join(temporaryFolder(), 'rapport.xlsx');
    const { report } = await runWith(folder, rem, ['--report', `xlsx=${xlsx}`]);
    const [subject, security] = report.requirements;
    expect(report.requirements).toHaveLength(2);
    expect(subject).toMatchObject({
      id: 'MSS/CONF.25',
      title: SUBJECT.Exigence,
      chapter: SUBJECT.Chapitre,
      criticality: 'Critique',
      nature: 'exigence',
      official: { id: 'SC.MSS/CONF.25' },
    });
    expect(subject?.scenarios[0]?.steps.some(({ checks }) => checks.length > 0)).toBe(true);
    expect(subject?.scenarios[0]?.evidence[0]?.review).toMatch(/^Preuve officielle fictive\nsegur-check : /);
    expect(security).toMatchObject({ id: 'SSI/GEN.02 BIS', verdict: 'missing' });
    expect(report.rem).toMatchObject({ file: 'REM-FICTIF-Va2.xlsx', sheet: 'Exigences REM vague 2' });
    expect(report.packs.find(({ id }) => id === 'rem')).toEqual({
      id: 'rem',
      version: report.rem?.sha256.slice(0, 12),
      sha256: report.rem?.sha256,
    });
    expect(report.caveats.join('\n')).toContain('REM-FICTIF-Va2.xlsx');
    expect(report.caveats.join('\n')).toMatch(/2 exigence\(s\), dont 1 jugée\(s\) par des contrôles et 1 suivie/);
    expect(report.caveats.join('\n')).toContain('INS/va1.02');
    const { sheets } = await readXlsx(await readFile(xlsx));
    expect(sheets[0]?.rows.flat()).toContain(SUBJECT.Exigence);
    const { stdout } = await segurCheck(['run', folder, '--rem', rem, '--verbose', '--lang', 'fr']);
    expect(stdout).toContain(SUBJECT.Exigence);
    expect(stdout).toContain('Preuve officielle fictive');
  });

  it.each(['rem', 'prepublication', 'convergence', 'published'] as const)(
    'bears it whatever the layout: %s',
    async (layout) => {
      const rem = join(temporaryFolder(), 'classeur.xlsx');
      await writeRem(rem, [SUBJECT], layout);
      const { report } = await runWith(copyOfDossier('lgc-conforming'), rem);
      expect(report.rem?.layout).toBe(layout);
      expect(report.requirements).toHaveLength(1);
      expect(report.requirements[0]).toMatchObject({
        title: SUBJECT.Exigence,
        chapter: SUBJECT.Chapitre,
        criticality: 'Critique',
      });
      expect(report.requirements[0]?.scenarios[0]).toMatchObject({
        id: 'MSS/CONF.25.01',
        official: { text: 'Scénario officiel fictif' },
      });
    },
  );

  it('says that titles are ours without a workbook, and how to give one', async () => {
    const { stdout } = await segurCheck(['run', copyOfDossier('lgc-conforming'), '--report', 'json']);
    const report: Report = JSON.parse(stdout);
    expect(report.rem).toBeUndefined();
    expect(report.caveats.join('\n')).toContain('--rem FICHIER.xlsx');
  });

  it('takes a file, a link, a run or a statement for a proof that only the workbook knows', async () => {
    const rem = await workbook([SECURITY]);
    const given = [
      'evidence: { "SSI/GEN.02 BIS.01.01": segur-preuve.txt }',
      'evidence: { "SC.SSI/GEN.02 BIS.01.01": { permalink: "https://example.test/1" } }',
      'evidence: { "SC.SSI/GEN.02 BIS.01.01": { execution: 12345 } }',
      'statements: { "SC.SSI/GEN.02 BIS.01.01": { by: moi, on: 2026-11-20, text: procédure écrite } }',
    ];
    for (const lines of given) {
      const folder = copyOfDossier('lgc-conforming');
      await writeFile(join(folder, 'segur-preuve.txt'), 'procédure');
      await edit(folder, (text) => `${text.replace(/\nevidence:[\s\S]*$/, '\n')}${lines}\n`);
      const { report, stderr, exitCode } = await runWith(folder, rem);
      expect(stderr).toBe('');
      expect(report.requirements[0]?.scenarios[0]?.evidence[0], lines).toMatchObject({
        status: 'present',
        verdict: 'to-review',
      });
      expect(exitCode, lines).toBe(0);
    }
  });

  it('judges a corridor that the base does not have, from its workbook alone', async () => {
    const folder = copyOfDossier('lgc-conforming');
    await edit(folder, (text) =>
      text.replace(/corridor: LGC/, 'corridor: DUI').replace(/profiles: \[.*\]/, 'profiles: [Domicile]'),
    );
    const refused = await segurCheck(['run', folder, '--lang', 'fr']);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('--rem FICHIER.xlsx');
    const rem = await workbook([
      SUBJECT,
      { ...SECURITY, Profil: 'Domicile' },
      { ...SECURITY, ID: 'DUI.07', Profil: 'Autre' },
    ]);
    const { report, stderr } = await runWith(folder, rem);
    expect(stderr).toBe('');
    const verdicts = Object.fromEntries(report.requirements.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts).toMatchObject({ 'SSI/GEN.02 BIS': 'missing', 'DUI.07': 'not-applicable' });
    const subject = report.requirements.find(({ id }) => id === 'MSS/CONF.25');
    expect(subject?.scenarios[0]?.steps[0]?.checks[0]?.evaluated).toBeGreaterThan(0);
    expect(report.caveats.join('\n')).toContain('Le couloir DUI');
    const bio = await runWith(
      folder,
      await workbook([SUBJECT, { ...SECURITY, Profil: 'Domicile' }], 'REM_BIO_Va2.xlsx'),
    );
    expect(bio.report.caveats.join('\n')).toContain('dit le couloir BIO');
  });

  it('exits by the nature that the workbook gives: what it recommends fails no run', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const required = await runWith(folder, await workbook([SUBJECT, SECURITY]));
    const recommended = await runWith(
      folder,
      await workbook([SUBJECT, { ...SECURITY, "Nature de l'exigence": 'PRÉCONISATION' }]),
    );
    expect(required.report.requirements[1]).toMatchObject({ verdict: 'missing', mandatory: true });
    expect(recommended.report.requirements[1]).toMatchObject({
      verdict: 'missing',
      mandatory: false,
      nature: 'préconisation',
    });
    expect([required.exitCode, recommended.exitCode]).toEqual([3, 0]);
  });

  it('uses the workbook that is pinned, and refuses another', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const other = await workbook([SUBJECT]);
    const inside = join(folder, 'REM-FICTIF-Va2.xlsx');
    await writeRem(inside, [SUBJECT, SECURITY]);
    const pin = await segurCheck(['rem', 'import', inside, '--dossier', folder]);
    expect(pin.exitCode).toBe(0);
    const json = async (more: readonly string[]) =>
      segurCheck(['run', folder, '--report', 'json', '--lang', 'en', ...more]);
    const pinned: Report = JSON.parse((await json([])).stdout);
    expect(pinned.requirements).toHaveLength(2);
    expect(pinned.rem?.file).toBe('REM-FICTIF-Va2.xlsx');
    expect(pinned.artifacts.map(({ path }) => path)).not.toContain('REM-FICTIF-Va2.xlsx');
    const refused = await json(['--rem', other]);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('is not the one that segur.lock.json pins');
    expect(refused.stderr).toContain('segur-check rem import');
    await rm(inside);
    const absent = await json([]);
    expect(absent).toMatchObject({ exitCode: 2, stdout: '' });
    expect(absent.stderr).toContain('--rem FILE.xlsx');
  });

  it('judges for information a scenario that the workbook no longer has', async () => {
    const folder = copyOfDossier('lgc-failing');
    const other = { 'N° scénario': 'MSS/CONF.25.09', 'N° preuve': 'MSS/CONF.25.09.01' };
    const { report } = await runWith(folder, await workbook([{ ...SUBJECT, ...other }]));
    const [requirement] = report.requirements;
    const dropped = requirement?.scenarios.find(({ id }) => id === 'MSS/CONF.25.01');
    expect(dropped).toMatchObject({ informative: true, verdict: 'nonconforming', evidence: [] });
    expect(dropped?.reason).toContain("n'a plus");
    expect(requirement?.verdict).toBe('missing');
  });

  it('applies the corrections published after the workbook, and names them', async () => {
    const rows = [
      {
        ...SUBJECT,
        ID: 'LGC.DMP/UX.10',
        'N° scénario': 'LGC.DMP/UX.10.01',
        'N° preuve': 'LGC.DMP/UX.10.01.01',
      },
      { ...SECURITY, ID: 'SC.DMP/CONF.21', 'N° scénario': 'SC.DMP/CONF.21.01', 'N° preuve': 'SC.DMP/CONF.21.01.01' },
    ];
    const corrections = async (name: string, more: string): Promise<(string | null)[]> => {
      const folder = copyOfDossier('lgc-conforming');
      await edit(folder, (text) => `${text}${more}\n`);
      const { report } = await runWith(folder, await workbook(rows, name));
      return [...report.requirements.map(({ correction }) => correction?.replace(/.*\((\S+), .*\)$/, '$1') ?? null)];
    };
    expect(await corrections('REM.xlsx', '')).toEqual(['2025-12-15', '2026-02-16']);
    expect(await corrections('REM_20260101.xlsx', '')).toEqual([null, '2026-02-16']);
    expect(await corrections('REM.xlsx', 'rem: { date: "2026-06-08" }')).toEqual([null, null]);
  });

  it('lists and covers what the workbook has', async () => {
    const rem = await workbook([SUBJECT, SECURITY], 'REM-MDV-LGC-Va2.xlsx');
    const listed = await segurCheck(['scenarios', 'list', '--rem', rem, '--report', 'json']);
    expect(
      JSON.parse(listed.stdout).requirements.map(({ id, title }: { id: string; title: string }) => [id, title]),
    ).toEqual([
      ['MSS/CONF.25', SUBJECT.Exigence],
      ['SSI/GEN.02 BIS', SECURITY.Exigence],
    ]);
    const covered = await segurCheck(['coverage', '--rem', rem, '--report', 'json']);
    expect(JSON.parse(covered.stdout).totals).toEqual({ checked: 1, followed: 1, declared: 0, total: 2 });
    const unnamed = await segurCheck(['coverage', '--rem', await workbook([SUBJECT], 'classeur.xlsx')]);
    expect(unnamed.exitCode).toBe(2);
    expect(unnamed.stderr).toContain('--corridor');
  });

  it('is what redact knows a dossier by too', async () => {
    const folder = copyOfDossier('lgc-conforming');
    await edit(folder, (text) => text.replace(/corridor: LGC/, 'corridor: DUI').replace(/profiles: \[.*\]/, ''));
    const rem = await workbook([SUBJECT, SECURITY]);
    const target = join(temporaryFolder(), 'copie');
    expect((await segurCheck(['redact', folder, '-o', target])).exitCode).toBe(2);
    expect((await segurCheck(['redact', folder, '-o', target, '--rem', rem])).stderr).toBe('');
  });

  it('refuses a workbook that is not there, or is none', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const text = join(temporaryFolder(), 'rem.xlsx');
    await writeFile(text, 'not a workbook');
    for (const rem of [join(folder, 'absent.xlsx'), text]) {
      const { exitCode, stdout, stderr } = await segurCheck(['run', folder, '--rem', rem]);
      expect(exitCode).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^segur-check: .+/);
    }
  });
});
