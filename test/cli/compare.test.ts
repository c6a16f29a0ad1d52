import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/comparison.js';
import { copyOfDossier, DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';
import { archiveOf, sealedEntries } from '../support/sealed-report.js';

const CONFORMING = join(DOSSIERS, 'lgc-conforming');
const FAILING = join(DOSSIERS, 'lgc-failing');
const schema = JSON.parse(readFileSync(new URL('../../src/compare/compare.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strictTypes: false }).compile(schema);

/** Reports of the two dossiers, written once: a run takes a second. */
const folder = mkdtempSync(join(tmpdir(), 'segur-check-'));
const [good, bad, english] = ['good', 'bad', 'english'].map((name) => join(folder, `${name}.json`)) as [
  string,
  string,
  string,
];

beforeAll(async () => {
  await segurCheck(['run', CONFORMING, '--report', `json=${good}`]);
  await segurCheck(['run', FAILING, '--report', `json=${bad}`]);
  await segurCheck(['run', CONFORMING, '--report', `json=${english}`, '--lang', 'en']);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reportFile(dossier: string, args: readonly string[] = []): Promise<string> {
  const path = join(temporaryFolder(), 'rapport.json');
  await segurCheck(['run', dossier, '--report', `json=${path}`, ...args]);
  return path;
}

function sealed(report: string): string {
  const path = join(temporaryFolder(), 'scelle.zip');
  writeFileSync(path, archiveOf(sealedEntries(readFileSync(report))));
  return path;
}

/** The seal of a report, changed and packed again by another tool. */
function repacked(report: string, change: (entries: Record<string, Uint8Array>) => void): string {
  const entries = sealedEntries(readFileSync(report));
  change(entries);
  const path = join(temporaryFolder(), 'autre.zip');
  writeFileSync(path, archiveOf(Object.fromEntries(Object.entries(entries).reverse()), false));
  return path;
}

async function compared(a: string, b: string): Promise<{ code: number | undefined; comparison: Comparison }> {
  const { stdout, exitCode } = await segurCheck(['compare', a, b, '--report', 'json']);
  return { code: exitCode, comparison: JSON.parse(stdout) };
}

describe('compare', () => {
  it('takes a dossier, its report and its seal for the same', async () => {
    const ways = [
      [good, english],
      [sealed(good), CONFORMING],
    ] as const;
    for (const [a, b] of ways) {
      expect(await compared(a, b)).toMatchObject({ code: 0, comparison: { identical: true } });
    }
  });

  it('exits 1 for a regression and 0 for fixes, with a JSON as its schema describes', async () => {
    const worse = await compared(good, bad);
    expect(worse).toMatchObject({ code: 1, comparison: { outcome: 'regression' } });
    expect(validate(worse.comparison), JSON.stringify(validate.errors)).toBe(true);
    const better = await compared(bad, good);
    expect(better).toMatchObject({
      code: 0,
      comparison: { counts: { regressions: 0, fixes: worse.comparison.counts.regressions } },
    });
  });

  it('judges a dossier now: a proof that was taken away is a regression', async () => {
    const folder = copyOfDossier('lgc-conforming');
    const manifest = readFileSync(join(folder, 'segur.yaml'), 'utf8');
    writeFileSync(join(folder, 'segur.yaml'), manifest.replace(/^ {2}MSS\/UX\.28\.01\.01: .*\n/m, ''));
    const { code, comparison } = await compared(good, folder);
    expect(code).toBe(1);
    expect(comparison.verdicts).toContainEqual(
      expect.objectContaining({
        level: 'evidence',
        id: 'MSS/UX.28.01.01',
        a: 'to-review',
        b: 'missing',
        effect: 'regression',
      }),
    );
  });

  it('compares a seal that another tool unpacked and packed again', async () => {
    const { code, comparison } = await compared(
      repacked(good, () => undefined),
      good,
    );
    expect([code, comparison.identical]).toEqual([0, true]);
  });

  it.each([
    [
      'changed',
      (entries: Record<string, Uint8Array>) => Object.assign(entries, { 'dossier/segur.yaml': Buffer.from('a: 2\n') }),
      /changed: dossier\/segur\.yaml/,
    ],
    [
      'added',
      (entries: Record<string, Uint8Array>) => Object.assign(entries, { 'dossier/b': Buffer.from('b') }),
      /added: dossier\/b/,
    ],
    [
      'removed',
      (entries: Record<string, Uint8Array>) => delete entries['dossier/segur.yaml'],
      /removed: dossier\/segur\.yaml/,
    ],
    [
      'renamed',
      (entries: Record<string, Uint8Array>) => {
        entries['dossier/other'] = entries['dossier/segur.yaml'] ?? new Uint8Array();
        delete entries['dossier/segur.yaml'];
      },
      /renamed: dossier\/segur\.yaml → dossier\/other/,
    ],
    [
      'given another report',
      (entries: Record<string, Uint8Array>) => Object.assign(entries, { 'report/report.json': readFileSync(bad) }),
      /changed: report\/report\.json/,
    ],
  ])('does not compare a seal that was %s: names the entry and exits 1', async (_, change, text) => {
    const altered = repacked(good, change);
    for (const sides of [
      [altered, good],
      [good, altered],
    ]) {
      const { exitCode, stdout, stderr } = await segurCheck(['compare', ...sides, '--report', 'json']);
      expect([exitCode, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/autre\.zip" was altered/);
      expect(stderr).toMatch(text);
    }
  });

  it('compares a narrowed run on what both judged', async () => {
    const narrowed = await reportFile(FAILING, ['--scenario', 'MSS/CONF.25*']);
    const { comparison } = await compared(good, narrowed);
    expect(comparison).toMatchObject({ partial: true, added: [], removed: [] });
    const ids = comparison.verdicts.filter(({ level }) => level !== 'dossier').map(({ id }) => id);
    expect(new Set(ids.map((id) => id.slice(0, 11)))).toEqual(new Set(['MSS/CONF.25']));
  });

  it('writes Markdown and JSON to files, in French unless asked otherwise, and text to the terminal', async () => {
    const folder = temporaryFolder();
    const [markdown, json] = [join(folder, 'c.md'), join(folder, 'c.json')];
    const args = ['--report', `markdown=${markdown}`, '--report', `json=${json}`, '--report', 'text'];
    const { stdout } = await segurCheck(['compare', good, bad, ...args]);
    expect(stdout).toContain('Regressions');
    expect(readFileSync(markdown, 'utf8')).toContain('Régressions');
    expect(readFileSync(markdown, 'utf8').length).toBeLessThanOrEqual(60_000);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ schema: 'segur-check/compare/1' });
    const quiet = await segurCheck(['compare', good, bad, '--quiet']);
    expect([quiet.stdout, quiet.stderr, quiet.exitCode]).toEqual(['', '', 1]);
  });

  it('exits 4 when what judges failed in the second', async () => {
    const report = JSON.parse(readFileSync(good, 'utf8'));
    const steps = report.requirements.flatMap(
      (each: { mandatory: boolean; scenarios: { steps: { verdict: string }[] }[] }) =>
        each.mandatory ? each.scenarios.flatMap((scenario) => scenario.steps) : [],
    );
    steps.find((step: { verdict: string }) => step.verdict === 'conforming').verdict = 'undetermined';
    const failed = join(temporaryFolder(), 'b.json');
    writeFileSync(failed, JSON.stringify(report));
    expect((await compared(good, failed)).code).toBe(4);
  });

  it.each([
    ['a file that is missing', 3, () => ['/nowhere/a.json', CONFORMING], /nowhere/],
    ['one argument', 2, () => [CONFORMING], /b/],
    ['a folder without segur.yaml', 2, () => [temporaryFolder(), CONFORMING], /segur\.yaml/],
    ['an unknown format', 2, () => [CONFORMING, CONFORMING, '--report', 'xlsx=a.xlsx'], /text, json, markdown/],
    [
      'two formats on standard output',
      2,
      () => [CONFORMING, CONFORMING, '--report', 'json', '--report', 'text'],
      /standard output/,
    ],
    ['a file that is no report', 2, () => [join(CONFORMING, 'segur.yaml'), CONFORMING], /neither a JSON report/],
  ])('refuses %s', async (_, code, args, text) => {
    const { exitCode, stderr, stdout } = await segurCheck(['compare', ...args()]);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr).toMatch(text);
    expect(stderr).not.toContain('    at ');
  });

  it('refuses a report of another version, one with a mistake, one of another command, and to write over what it reads', async () => {
    const folder = temporaryFolder();
    const report = JSON.parse(readFileSync(good, 'utf8'));
    const other = (name: string, fields: object): string => {
      writeFileSync(join(folder, name), JSON.stringify({ ...report, ...fields }));
      return join(folder, name);
    };
    const cases = [
      [[other('v.json', { schema: 'segur-check/report/7' }), good], /segur-check\/report\/7/],
      [[good, other('w.json', { partial: 'no' })], /w\.json.*\/partial/],
      [[good, other('c.json', { command: 'check' })], /check/],
      [[good, good, '--report', `json=${good}`], /already/],
    ] as const;
    for (const [args, text] of cases) {
      const { exitCode, stderr } = await segurCheck(['compare', ...args]);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(text);
    }
    expect(JSON.parse(readFileSync(good, 'utf8'))).toEqual(report);
  });
});
