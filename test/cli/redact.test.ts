import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';

/** Runs of the command on whole dossiers, on a machine that may be busy. */
const LONG = 300_000;
const MANIFEST = 'candidate: { vendor: A, product: B, version: "1" }\napplies: { wave: 2, corridor: LGC }\n';

interface Step {
  readonly verdict: string;
  readonly reasons?: readonly unknown[];
  readonly reason?: unknown;
}

/** Verdicts of every step and proof, by scenario and number. */
async function verdictsOf(folder: string): Promise<Map<string, Step>> {
  const { stdout } = await segurCheck(['run', folder, '--report', 'json']);
  const report = JSON.parse(stdout);
  const steps = new Map<string, Step>();
  for (const { scenarios } of report.requirements)
    for (const scenario of scenarios) {
      for (const step of scenario.steps) steps.set(`${scenario.id} step ${step.number}`, step);
      for (const proof of scenario.evidence) steps.set(`${scenario.id} proof ${proof.id}`, proof);
    }
  return steps;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

describe.each(['lgc-conforming', 'lgc-failing', 'bio-failing'])('a redacted %s', (name) => {
  it(
    'has no verdict that the original has not, but what is missing and says why',
    async () => {
      const copy = join(temporaryFolder(), 'copy');
      const { exitCode, stdout } = await segurCheck(['redact', join(DOSSIERS, name), '-o', copy, '--lang', 'fr']);
      expect([exitCode, stdout]).toEqual([0, expect.stringContaining('fichier')]);
      const [before, after] = [await verdictsOf(join(DOSSIERS, name)), await verdictsOf(copy)];
      expect([...after.keys()]).toEqual([...before.keys()]);
      const changed = [...before].filter(([id, { verdict }]) => after.get(id)?.verdict !== verdict);
      for (const [id] of changed) {
        const step = after.get(id);
        expect([id, step?.verdict]).toEqual([id, 'missing']);
        expect([id, JSON.stringify([step?.reasons, step?.reason])]).toEqual([id, expect.stringMatching(/expurg/i)]);
      }
      // What is judged of a copy is more than nothing.
      const judged = [...after.values()].filter(({ verdict }) => /conforming/.test(verdict));
      expect(judged.length).toBeGreaterThan(30);
      const { redaction } = parse(readFileSync(join(copy, 'segur.yaml'), 'utf8'));
      const all = [...filesIn(copy), ...redaction.withheld.map(({ path }: { path: string }) => path)];
      expect(all).toHaveLength(filesIn(join(DOSSIERS, name)).length);
    },
    LONG,
  );
});

it('writes the same copy twice', async () => {
  const folder = temporaryFolder();
  const dossier = smallDossier(folder);
  const copies = ['one', 'two'].map((name) => join(folder, name));
  for (const copy of copies) await segurCheck(['redact', dossier, '-o', copy]);
  const [one, two] = copies.map((copy) =>
    filesIn(copy).map((path) => [path, readFileSync(join(copy, path)).toString('base64')]),
  );
  expect(one).toEqual(two);
  expect(one?.length).toBeGreaterThan(1);
});

it('leaves the original as it is, follows no link, and leaves nothing beside the copy', async () => {
  const folder = temporaryFolder();
  const dossier = smallDossier(folder);
  writeFileSync(join(folder, 'outside.hl7'), 'MSH|^~\\&|A|B|C|D|20260101||ADT^A28|1|D|2.5\rPID|||1||OUTSIDE^NAME\r');
  symlinkSync(join(folder, 'outside.hl7'), join(dossier, 'link.hl7'));
  const before = filesIn(dossier).map((path) => readFileSync(join(dossier, path), 'latin1'));
  expect((await segurCheck(['redact', dossier, '-o', join(folder, 'copy')])).exitCode).toBe(0);
  expect(filesIn(dossier).map((path) => readFileSync(join(dossier, path), 'latin1'))).toEqual(before);
  expect(filesIn(join(folder, 'copy'))).not.toContain('link.hl7');
  expect(readdirSync(folder).sort()).toEqual(['copy', 'dossier', 'outside.hl7']);
});

it('replaces names of files and folders, alike in the manifest', async () => {
  const folder = temporaryFolder();
  const dossier = smallDossier(folder);
  const copy = join(folder, 'copy');
  const { stdout } = await segurCheck(['redact', dossier, '-o', copy]);
  const manifest = parse(readFileSync(join(copy, 'segur.yaml'), 'utf8'));
  const [{ path }] = manifest.artifacts;
  expect(path).not.toMatch(/kerguelen/i);
  expect(existsSync(join(copy, path))).toBe(true);
  expect(`${stdout}${readFileSync(join(copy, 'segur.yaml'), 'utf8')}`).not.toMatch(/kergu|solenn|2850763113990/i);
  expect((await segurCheck(['run', copy])).exitCode).not.toBe(2);
});

it('refuses a folder that holds something, the dossier itself, and one in the other', async () => {
  const folder = temporaryFolder();
  const dossier = smallDossier(folder);
  symlinkSync(dossier, join(folder, 'alias'));
  for (const target of [
    folder,
    dossier,
    join(dossier, 'in', 'it'),
    join(folder, 'alias', 'copy'),
    join(dossier, 'segur.yaml'),
  ]) {
    const { exitCode, stderr } = await segurCheck(['redact', dossier, '-o', target]);
    expect([target, exitCode, stderr === '']).toEqual([target, 2, false]);
  }
  const full = join(folder, 'full');
  mkdirSync(join(full, 'something'), { recursive: true });
  expect((await segurCheck(['redact', dossier, '-o', full])).exitCode).toBe(2);
  // The dossier by another name of it, and what only begins as its name does.
  expect((await segurCheck(['redact', join(folder, 'alias'), '-o', join(dossier, 'in')])).exitCode).toBe(2);
  expect((await segurCheck(['redact', dossier, '-o', `${dossier}-copy`])).exitCode).toBe(0);
  expect((await segurCheck(['redact', dossier])).exitCode).toBe(2);
  const below = join(dossier, '..', 'file', 'copy');
  writeFileSync(join(folder, 'file'), '');
  expect((await segurCheck(['redact', dossier, '-o', below])).exitCode).toBe(2);
  expect(filesIn(dossier)).toHaveLength(2);
});

it('tells which secrets can still be used, in both languages', async () => {
  const folder = temporaryFolder();
  const dossier = smallDossier(folder);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  writeFileSync(join(dossier, 'a.jwt'), `${part({ alg: 'RS256' })}.${part({ exp: 32_503_680_000 })}.c2ln`);
  const french = await segurCheck(['redact', dossier, '--list', '--lang', 'fr']);
  expect(french).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('a.jwt : jeton (jusqu') });
  const english = await segurCheck(['redact', dossier, '--list', '--lang', 'en']);
  expect(english.stdout).toContain('1 secret(s) that can still be used');
  expect(english.stdout).toContain('a.jwt: token (until');
  expect(english.stdout).not.toContain('c2ln');
});

function smallDossier(folder: string): string {
  const dossier = join(folder, 'dossier');
  mkdirSync(join(dossier, 'KERGUELEN Solenn'), { recursive: true });
  writeFileSync(
    join(dossier, 'KERGUELEN Solenn', 'identite.hl7'),
    'MSH|^~\\&|LGC|A|PFI|A|20260316100000||ADT^A28^ADT_A05|1|D|2.5^FRA^2.11|||||FRA|UNICODE UTF-8|FR||2.11^IHE_FRANCE-2.11-PAM\rEVN||20260316100000||||20260316100000\rPID|1||285076311399048^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||KERGUELEN^SOLENN^SOLENN^^^^L||19850714|F\rPV1|1|N\r',
  );
  const artifacts = 'artifacts:\n  - { path: KERGUELEN Solenn/identite.hl7, role: outgoing }\n';
  const patients = 'patients:\n  - { id: A, matricule: "285076311399048", status: qualifiée, birth-name: KERGUÉLEN }\n';
  writeFileSync(join(dossier, 'segur.yaml'), MANIFEST + patients + artifacts);
  return dossier;
}
