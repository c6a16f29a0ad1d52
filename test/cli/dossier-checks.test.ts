import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { bytes } from '../../fixtures/make/bytes.js';
import { patients } from '../../fixtures/make/patients.js';
import { assemble, recipe } from '../../fixtures/make/recipe.js';
import type { Report } from '../../src/report/report.js';
import schema from '../../src/report/report.schema.json' with { type: 'json' };
import { segurCheck, temporaryFolder } from '../support/cli.js';
import { DOSSIER_PATIENTS, fortyArtifacts } from '../support/forty-artifacts.js';

const isReport = new Ajv({ strict: false }).compile<Report>(schema);

/** A dossier on disk about the three patients; `more` is added to what is declared of each. */
function dossier(files: Readonly<Record<string, Uint8Array>>, more = '', environment = 'test'): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const declared = Object.entries(DOSSIER_PATIENTS).map(
    ([id, { ins, family, sex }]) =>
      `  - { id: ${id}, status: qualifiée, matricule: "${ins?.matricule}", birth-name: "${family}", sex: ${sex}${more} }`,
  );
  const ids = Object.keys(DOSSIER_PATIENTS).filter((id) =>
    Object.keys(files).some((path) => path.startsWith(`${id}/`)),
  );
  writeFileSync(
    join(folder, 'segur.yaml'),
    `candidate: { vendor: V, product: P, version: "1", nil: "1234" }
applies: { wave: 2, corridor: LGC }
environment: ${environment}
patients:
${declared.join('\n')}
artifacts:
${ids.length === 0 ? '  []' : ids.map((id) => `  - { path: "${id}/**", patient: ${id} }`).join('\n')}
`,
  );
  return folder;
}

async function report(
  args: readonly string[],
): Promise<{ report: Report; exitCode: number | undefined; stdout: string }> {
  const { stdout, exitCode } = await segurCheck([...args, '--report', 'json']);
  const value: unknown = JSON.parse(stdout);
  if (!isReport(value)) throw new Error(JSON.stringify(isReport.errors));
  return { report: value, exitCode, stdout };
}

const alpha = patients.alpha;
const under = (oid: string): Uint8Array => {
  const [file] = assemble(
    recipe('cda-n1', { patient: { ...alpha, ins: { matricule: alpha.ins?.matricule ?? '', oid } } }),
  );
  return file?.bytes ?? bytes('');
};
const REAL = under('1.2.250.1.213.1.4.8');

describe('run', () => {
  it('compares the identities of the dossier whatever the scenarios, and exits by what it finds', async () => {
    const files = fortyArtifacts();
    const [first] = files;
    const make = (altered: boolean) =>
      Object.fromEntries(
        files.map((file) => [file.path, altered && file === first ? file.make({ ...alpha, sex: 'M' }) : file.make()]),
      );
    const narrowed = ['--scenario', 'MSS/CONF.25'];
    const good = await report(['run', dossier(make(false)), ...narrowed]);
    expect(good.report.dossier.map(({ id, verdict, findings }) => [id, verdict, findings])).toEqual([
      ['ins/one-identity', 'conforming', []],
      ['ins/production-identity', 'conforming', []],
    ]);
    expect(good.report.alarms).toEqual([]);
    expect(good.exitCode).not.toBe(1);
    const bad = await report(['run', dossier(make(true)), ...narrowed]);
    expect(bad.exitCode).toBe(1);
    expect(bad.report.partial).toBe(true);
    expect(bad.report.summary.verdict).toBe('nonconforming');
    const found = bad.report.findings.filter(({ check }) => check === 'ins/one-identity');
    expect(found.map(({ id }) => id)).toEqual(bad.report.dossier[0]?.findings);
    expect(found).toMatchObject([
      { artifact: 'A/cda/1.xml', code: 'ins/one-identity/sex', severity: 'error', requirements: [], actual: 'M' },
    ]);
    expect(found[0]?.args).toMatchObject({ artifact: 'segur.yaml', other: 'F' });
    expect(bad.stdout).not.toContain(alpha.family);
  }, 60_000);

  it('asks for no identity: nothing to look at is no lack', async () => {
    const [page] = assemble(recipe('mail', { withDocuments: false }));
    const folder = dossier({ 'a.eml': page?.bytes ?? bytes('') });
    const { report: given } = await report(['run', folder]);
    expect(given.dossier.map(({ verdict, reasons }) => [verdict, reasons.length])).toEqual([
      ['not-tested', 1],
      ['not-tested', 1],
    ]);
    const { exitCode } = await report(['check', join(folder, 'a.eml')]);
    expect(exitCode).not.toBe(3);
  });
});

describe('patients who may be real', () => {
  it.each([
    ['fr', 'ALERTE, PATIENTS RÉELS'],
    ['en', 'ALARM, REAL PATIENTS'],
  ])(
    'are an alarm before all else, in every format (%s)',
    async (lang, words) => {
      const folder = dossier({ 'A/reel.xml': REAL });
      const { stdout: terminal } = await segurCheck(['run', folder, '--lang', lang]);
      expect(terminal.indexOf(words)).toBeGreaterThan(0);
      expect(terminal.indexOf(words)).toBeLessThan(terminal.indexOf('MSS/CONF'));
      expect(terminal).not.toContain(alpha.ins?.matricule);
      const { report: json, stdout } = await report(['run', folder, '--lang', lang]);
      expect(json.alarms[0]).toContain(words);
      expect(json.alarms[1]).toMatch(/\[P1-INS\].*A\/reel\.xml.*fictitious: true/);
      expect(stdout.indexOf('"alarms"')).toBeLessThan(stdout.indexOf('"caveats"'));
      const { stdout: junit } = await segurCheck(['run', folder, '--lang', lang, '--report', 'junit']);
      expect(junit).toMatch(new RegExp(`name="alarm" value="${words}`));
      expect(junit).toMatch(new RegExp(`<system-out>${words}`));
    },
    60_000,
  );

  it('are an error with --deny-production-identities only, and in a dossier of tests only', async () => {
    const found = async (folder: string, ...more: string[]) => {
      const { report: given, exitCode } = await report(['run', folder, '--scenario', 'CDA/DD.08', ...more]);
      return [exitCode === 1, given.dossier[1]?.verdict, given.alarms.length > 0];
    };
    const deny = '--deny-production-identities';
    expect(await found(dossier({ 'A/reel.xml': REAL }))).toEqual([false, 'conforming', true]);
    expect(await found(dossier({ 'A/reel.xml': REAL }), deny)).toEqual([true, 'nonconforming', true]);
    expect(await found(dossier({ 'A/reel.xml': REAL }, ', fictitious: true'), deny)).toEqual([
      false,
      'conforming',
      false,
    ]);
    expect(await found(dossier({ 'A/reel.xml': REAL }, '', 'production'), deny)).toEqual([false, 'conforming', false]);
  }, 60_000);
});

describe('check', () => {
  it('compares the files that it is given with each other', async () => {
    const mail = (patient: typeof alpha, name: string): [string, Uint8Array] => {
      const [file] = assemble(recipe('cda-n1', { patient }));
      return [name, file?.bytes ?? bytes('')];
    };
    const folder = dossier(
      Object.fromEntries([mail(alpha, '1.xml'), mail({ ...alpha, birthDate: '19850715' }, '2.xml')]),
    );
    const { report: given, exitCode } = await report(['check', join(folder, '1.xml'), join(folder, '2.xml')]);
    expect(exitCode).toBe(1);
    expect(given.findings.filter(({ check }) => check === 'ins/one-identity')).toMatchObject([
      { artifact: '2.xml', code: 'ins/one-identity/birth-date', args: { artifact: '1.xml' } },
    ]);
  });

  it('takes --deny-production-identities', async () => {
    const path = join(dossier({ 'a.xml': REAL }), 'a.xml');
    expect((await report(['check', path])).exitCode).toBe(0);
    expect((await report(['check', path, '--deny-production-identities'])).exitCode).toBe(1);
    const { stdout } = await segurCheck(['check', '--help']);
    expect(stdout).toContain('--deny-production-identities');
  }, 60_000);
});
