import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { assemble, edit, recipe } from '../../fixtures/make/recipe.js';
import type { Report } from '../../src/report/report.js';
import { segurCheck, temporaryFolder } from '../support/cli.js';
import { folderOf } from '../support/folder.js';

type Har = { log: { entries: unknown[] } };

interface Given {
  readonly corridor?: string;
  readonly conditions?: Readonly<Record<string, boolean>>;
  readonly declared?: object;
  readonly more?: Readonly<Record<string, string>>;
}

function harOf(made: ReturnType<typeof recipe>, keep: (entries: unknown[]) => unknown[] = (all) => all): string {
  const har: Har = JSON.parse(new TextDecoder().decode(assemble(made)[0]?.bytes));
  return JSON.stringify({ log: { ...har.log, entries: keep(har.log.entries) } }, null, 2);
}

function dossierOf(har: string, { corridor = 'LGC', conditions = {}, declared, more = {} }: Given): Promise<string> {
  const manifest = {
    candidate: { vendor: 'Essai', product: 'Essai', version: '1.0', nil: '4321' },
    applies: { wave: 2, corridor },
    environment: 'test',
    conditions,
    patients: [{ id: 'A', status: 'qualifiée' }],
    ...(declared && { artifacts: [{ path: 'psc/*', ...declared }] }),
  };
  return folderOf({ 'segur.yaml': stringify(manifest), 'psc/session.har': har, ...more });
}

async function judged(folder: string, scenario: string, lang = 'fr') {
  const { stdout, exitCode } = await segurCheck([
    'run',
    folder,
    '--scenario',
    scenario,
    '--report',
    'json',
    '--lang',
    lang,
  ]);
  const report = JSON.parse(stdout) as Report;
  const [requirement] = report.requirements;
  const steps = requirement?.scenarios.flatMap((each) => each.steps) ?? [];
  return {
    exitCode,
    verdict: requirement?.verdict,
    codes: report.findings.map(({ code }) => code),
    reasons: steps.flatMap((step) => step.reasons),
  };
}

const WEB = recipe('psc-web');
const CIBA = recipe('psc-ciba');
const SECRET = edit(
  WEB,
  'har',
  'grant_type=authorization_code&',
  'grant_type=authorization_code&client_secret=7hT2vQ9xL&',
);
const NO_SCOPE = edit(CIBA, 'har', 'scope=openid+scope_all', 'scope=scope_all');

describe('run on a dossier of Pro Santé Connect', () => {
  it.each([
    ['a DRIMbox logs in through a browser', WEB, { corridor: 'DB' }, 'CO.63', 0, 'conforming', []],
    ['or by CIBA, declared or not', CIBA, { corridor: 'DB' }, 'CO.63', 0, 'conforming', []],
    ['a DRIMbox logs out', WEB, { corridor: 'DB' }, 'CO.64', 0, 'conforming', []],
    ['its renewals are asked for', WEB, { corridor: 'DB' }, 'CO.65', 3, 'missing', []],
    [
      'a fault is found whatever is declared',
      NO_SCOPE,
      { corridor: 'DB' },
      'CO.63',
      1,
      'nonconforming',
      ['psc/ciba-request/scope'],
    ],
    ['the video is asked for', WEB, { declared: { 'psc-mode': 'web' } }, 'PSC.01', 3, 'missing', []],
    [
      'a secret in the Espace de confiance',
      SECRET,
      { declared: { 'psc-mode': 'web' }, conditions: { 'psc-trust-space': true } },
      'PSC.01',
      1,
      'nonconforming',
      ['psc/client-authentication/trust-space'],
    ],
    [
      'a secret elsewhere',
      SECRET,
      { declared: { 'psc-mode': 'web' }, conditions: { 'psc-trust-space': false } },
      'PSC.01',
      3,
      'missing',
      ['psc/client-authentication/secret'],
    ],
  ] as const)('%s', async (_, made, given, scenario, exitCode, verdict, codes) => {
    expect(await judged(await dossierOf(harOf(made), given), scenario)).toMatchObject({ exitCode, verdict, codes });
  });

  it('asks the questions that a capture or a requirement raises, with the line to add', async () => {
    const folder = await dossierOf(harOf(SECRET), { declared: { 'psc-mode': 'web' } });
    for (const lang of ['fr', 'en'])
      expect((await judged(folder, 'PSC.01', lang)).reasons.join('\n')).toMatch(/psc-trust-space: true (ou|or) false/);
    const { stdout } = await segurCheck(['run', folder, '--scenario', 'PSC.10', '--lang', 'fr']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Ajouter psc-login: true ou false sous conditions');
  });

  it('says once what is missing of a capture of the browser alone, and proves nothing by it', async () => {
    const browser = harOf(WEB, (entries) => [0, 1, 5, 6, 7].map((index) => entries[index]));
    const folder = await dossierOf(browser, { declared: { 'psc-mode': 'web' } });
    const { reasons, verdict, exitCode } = await judged(folder, 'PSC.01');
    expect({ verdict, exitCode }).toEqual({ verdict: 'missing', exitCode: 3 });
    expect(reasons.filter((each) => each.startsWith('La demande de jeton manque'))).toHaveLength(1);
  });

  it('asks for the keys, and takes them from a file beside', async () => {
    const noKeys = harOf(WEB, (entries) => entries.filter((_, index) => index !== 3));
    const given = { declared: { 'psc-mode': 'web' } };
    const asked = await judged(await dossierOf(noKeys, given), 'PSC.01');
    expect(asked.reasons.join('\n')).toMatch(/Clés publiques .* jwks\.json/);
    const files = assemble(recipe('psc-files')).find(({ path }) => path === 'jwks.json');
    const more = { 'psc/jwks.json': new TextDecoder().decode(files?.bytes) };
    const proven = await judged(await dossierOf(noKeys, { ...given, more }), 'PSC.01');
    expect(proven.reasons.join('\n')).not.toContain('jwks');
  });

  it('stays readable when nothing is declared', async () => {
    const { stdout } = await segurCheck(['run', await dossierOf(harOf(WEB), {}), '--scenario', 'PSC.01']);
    expect(stdout.match(/psc-mode: web \}/g)).toHaveLength(1);
    expect(stdout.split('\n').length).toBeLessThan(80);
  });
});

describe('the other commands on Pro Santé Connect', () => {
  it.each([
    ['fr', 'EXI PSC 20'],
    ['en', 'EXI PSC 20'],
  ])('explain, in %s', async (lang, clause) => {
    const { stdout, exitCode } = await segurCheck(['explain', 'psc/logout/no-logout', '--lang', lang]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(clause);
  });

  it('explain of what is not there, run of what is not there: 2', async () => {
    expect((await segurCheck(['explain', 'psc/nothing'])).exitCode).toBe(2);
    expect((await segurCheck(['run', join(temporaryFolder(), 'absent')])).exitCode).toBe(2);
  });

  it.each([
    [harOf(WEB), 0],
    [harOf(NO_SCOPE), 1],
    // Without a dossier nothing has to be complete.
    [harOf(WEB, (entries) => entries.slice(0, 2)), 0],
    ['{ "log": { "entries": [', 3],
  ])('check exits by what it finds (%#)', async (text, code) => {
    const folder = await folderOf({ 'session.har': text });
    expect((await segurCheck(['check', folder, '--report', 'json'])).exitCode).toBe(code);
  });

  it('redact writes a copy that is judged without secrets: the signature is to be proven again', async () => {
    const folder = await dossierOf(harOf(WEB), { declared: { 'psc-mode': 'web' } });
    const copy = join(temporaryFolder(), 'copie');
    expect((await segurCheck(['redact', folder, '-o', copy])).exitCode).toBe(0);
    const { verdict, codes, exitCode } = await judged(copy, 'PSC.01');
    expect({ verdict, exitCode }).toEqual({ verdict: 'missing', exitCode: 3 });
    expect(codes.filter((code) => code.startsWith('psc/'))).toEqual([]);
  });
});
