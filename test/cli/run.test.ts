import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { plantedFaults } from '../../fixtures/make/dossiers/planted-faults.js';
import { patients } from '../../fixtures/make/patients.js';
import type { Report } from '../../src/report/report.js';
import { copyOfDossier, DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';

async function reportOf(
  dossier: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Report> {
  const { stdout, stderr } = await segurCheck(['run', dossier, '--report', 'json', ...args], { env });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Report;
}

/** Requirements that a laboratory's software alone owes. */
const OF_BIO = ['INS/va1.59', 'DMP/AIRS.06', 'DMP/va1.15', 'CDA/INT.16', 'MSS/va1.32', 'MSS/va1.35'];

/** Requirements of the base that have steps; INS/va1.53 is of LGC alone. */
const JUDGED = [
  'MSS/CONF.07',
  'MSS/CONF.14',
  'MSS/CONF.15',
  'MSS/CONF.16',
  'MSS/CONF.21',
  'MSS/CONF.23',
  'MSS/CONF.25',
  'MSS/UX.32',
  'MSS/UX.33',
  'MSS/UX.34',
  'MSS/va1.01',
  'MSS/va1.02',
  'MSS/va1.08',
  'MSS/va1.09',
  'MSS/va1.11',
  'MSS/va1.12',
  'MSS/va1.15',
  'MSS/va1.16',
  'MSS/va1.17',
  'MSS/va1.19',
  'MSS/va1.32',
  'MSS/va1.35',
  'DOC/va1.01',
  'INS/va1.28',
  'INS/va1.31',
  'INS/va1.52',
  'INS/va1.53',
  'INS/va1.59',
  'INS/va1.60',
  'INS/PSC.01',
  'DMP/HISTO.03',
  'DMP/HISTO.04',
  'DMP/CONF.05',
  'DMP/PSC.01',
  'DMP/UX.08',
  'DMP/UX.27',
  'DMP/UX.50',
  'DMP/AIRS.06',
  'DMP/va1.15',
  'CDA/INT.16',
  'CDA/DD.08',
  'PSC.01',
  'PSC.02',
  'PSC.08',
  'PSC.10',
];

describe('run on the bundled dossiers', () => {
  it('concludes on every requirement of the corridor', async () => {
    const report = await reportOf(join(DOSSIERS, 'lgc-conforming'));
    const base = JSON.parse(
      (await segurCheck(['scenarios', 'list', '--corridor', 'LGC', '--report', 'json'])).stdout,
    ) as {
      requirements: { id: string }[];
    };
    expect(report.requirements.map((each) => each.id)).toEqual(base.requirements.map((each) => each.id));
    for (const id of JUDGED.filter((each) => !OF_BIO.includes(each))) {
      const requirement = report.requirements.find((each) => each.id === id);
      const steps =
        requirement?.scenarios.flatMap((scenario) => scenario.steps).filter((step) => step.checks.length > 0) ?? [];
      expect(
        steps.map((step) => step.verdict),
        id,
      ).toContain('conforming');
      expect(
        steps.filter((step) => !['conforming', 'not-applicable'].includes(step.verdict)),
        id,
      ).toEqual([]);
    }
    expect(report.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(report.caveats.length).toBeGreaterThanOrEqual(3);
  });

  const dossiers = [...new Set(plantedFaults.map((fault) => fault.dossier))];
  it.each(dossiers)('%s: each planted fault is named at its line', async (dossier) => {
    const report = await reportOf(join(DOSSIERS, dossier), ['--unmask']);
    for (const fault of plantedFaults.filter((each) => each.dossier === dossier)) {
      const found = report.findings.filter((each) => each.code === fault.code && each.artifact === fault.artifact);
      expect(
        found.map((each) => each.location.line),
        JSON.stringify(fault),
      ).toContain(fault.line);
      const requirement = report.requirements.find((each) => each.id === fault.requirement);
      expect(requirement?.verdict, fault.requirement).toBe(fault.verdict);
      expect(found[0]?.requirements).toContain(fault.requirement);
    }
  });

  it('plants a fault in every requirement that has steps', () => {
    const planted = new Set(plantedFaults.map((fault) => fault.requirement));
    for (const id of JUDGED) {
      expect(planted, id).toContain(id);
    }
  });
});

describe('the JSON report', () => {
  it('is the same bytes from two folders, two time zones and two locales', async () => {
    const first = await segurCheck(['run', join(DOSSIERS, 'lgc-failing'), '--report', 'json'], {
      env: { TZ: 'Pacific/Auckland', LC_ALL: 'en_US.UTF-8' },
    });
    const second = await segurCheck(['run', '.', '--report', 'json'], {
      cwd: copyOfDossier('lgc-failing'),
      env: { TZ: 'America/Los_Angeles', LC_ALL: 'fr_FR.UTF-8' },
    });
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout.length).toBeGreaterThan(10_000);
  });

  it('is valid against its published schema, for run and for check', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../src/report/report.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    const run = await reportOf(join(DOSSIERS, 'bio-failing'));
    expect(validate(run), JSON.stringify(validate.errors)).toBe(true);
    const { stdout } = await segurCheck(['check', join(DOSSIERS, 'bio-failing', 'mail'), '--report', 'json']);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('goes alone to standard output, and holds no path of the machine', async () => {
    const { stdout, stderr } = await segurCheck(['run', join(DOSSIERS, 'lgc-failing'), '--report', 'json']);
    expect(stderr).toBe('');
    expect(stdout).not.toContain(DOSSIERS);
    expect(JSON.parse(stdout)).toHaveProperty('schema', 'segur-check/report/1');
  });
});

describe('patient data', () => {
  it('is in no output of a run unless asked for', async () => {
    const folder = temporaryFolder();
    const files = { junit: join(folder, 'r.xml'), xlsx: join(folder, 'r.xlsx') };
    const { stdout } = await segurCheck([
      'run',
      join(DOSSIERS, 'lgc-failing'),
      '--report',
      'json',
      '--report',
      `junit=${files.junit}`,
    ]);
    const terminal = await segurCheck(['run', join(DOSSIERS, 'lgc-failing'), '--verbose']);
    const outputs = [stdout, readFileSync(files.junit, 'utf8'), terminal.stdout];
    for (const patient of Object.values(patients)) {
      const secrets = [patient.ins?.matricule, patient.family].filter((each) => each !== undefined);
      for (const secret of secrets)
        for (const output of outputs) expect(output.toUpperCase()).not.toContain(secret.toUpperCase());
    }
    for (const output of outputs) expect(output).not.toMatch(/eyJ[A-Za-z0-9_-]{20}/);
    const shown = await segurCheck(['run', join(DOSSIERS, 'lgc-failing'), '--report', 'json', '--unmask']);
    expect(shown.stdout).toContain(patients.alpha.family);
  });
});

describe('options', () => {
  it('writes reports beside the dossier without taking them for artifacts of the next run', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const run = () =>
      segurCheck(['run', '.', '--report', 'json=out/report.json', '--report', 'xlsx=out/report.xlsx', '--quiet'], {
        cwd: folder,
      });
    expect((await run()).exitCode).toBe(0);
    const first = readFileSync(join(folder, 'out/report.json'), 'utf8');
    expect((await run()).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'out/report.json'), 'utf8')).toBe(first);
  });

  it('narrows a run, and says that it is partial', async () => {
    const report = await reportOf(join(DOSSIERS, 'lgc-conforming'), ['--scenario', 'MSS/CONF*']);
    expect(report.partial).toBe(true);
    expect(report.requirements.every((each) => each.id.startsWith('MSS/CONF'))).toBe(true);
    expect(report.caveats.some((caveat) => caveat.includes('MSS/CONF*'))).toBe(true);
  });

  it('follows the locale at the terminal and stays French in files', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'r.json');
    const english = await segurCheck([
      'run',
      join(DOSSIERS, 'lgc-conforming'),
      '--report',
      'terminal',
      '--report',
      `json=${file}`,
    ]);
    expect(english.stdout).toContain('Summary');
    expect((JSON.parse(readFileSync(file, 'utf8')) as Report).language).toBe('fr');
    const french = await segurCheck(['run', join(DOSSIERS, 'lgc-conforming')], { env: { LC_ALL: 'fr_FR.UTF-8' } });
    expect(french.stdout).toContain('Synthèse');
  });

  it('is quiet when asked', async () => {
    expect(await segurCheck(['run', join(DOSSIERS, 'lgc-conforming'), '--quiet'])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
  });
});

describe('a dossier with house rules', () => {
  it('names the pack of each finding', async () => {
    const folder = temporaryFolder();
    cpSync(join(DOSSIERS, 'lgc-conforming'), folder, { recursive: true });
    writeFileSync(
      join(folder, 'segur.yaml'),
      `${readFileSync(join(folder, 'segur.yaml'), 'utf8')}\nscenarios: ["maison/*.yaml"]\n`,
    );
    cpSync(new URL('../support/house-rules', import.meta.url), join(folder, 'maison'), { recursive: true });
    const report = await reportOf(folder);
    expect(report.packs.map((pack) => pack.id)).toEqual(['builtin', 'house']);
    const house = report.requirements.filter((each) => each.id.startsWith('MAISON/'));
    expect(house.map((each) => [each.id, each.verdict])).toEqual([
      ['MAISON/CDA.01', 'conforming'],
      ['MAISON/PSC.01', 'conforming'],
      ['MAISON/PSC.02', 'nonconforming'],
    ]);
    const finding = report.findings.find((each) => each.requirements.includes('MAISON/PSC.02'));
    expect(finding).toMatchObject({
      pack: 'house',
      code: 'expression/false',
      message: "Le client doit s'appeler autrement.",
    });
    expect(finding?.location).toEqual({ line: 1, column: 1, path: '$' });
  });
});
