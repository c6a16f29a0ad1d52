import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { fhirPackage } from '../../fixtures/make/fhir-package.js';
import shape from '../../src/packs/pack-verify.schema.json' with { type: 'json' };
import { segurCheck } from '../support/cli.js';
import { folderOf } from '../support/folder.js';
import { COMPLETE, SPOILT, under } from '../support/official-pack.js';

const isPublished = new Ajv({ strict: false }).compile(shape);

it('says that a pack is complete', async () => {
  const folder = await folderOf(under('TestContenuCDA-3-0', COMPLETE));
  const { stdout, stderr, exitCode } = await segurCheck(['pack', 'verify', folder, '--lang', 'fr']);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^TestContenuCDA-3-0 [0-9a-f]{12} .*\n {2}sha256 [0-9a-f]{64}\n {2}1 schémas, 1 règles, 1 assertions, 1 fichiers/,
  );
  expect(stdout).toContain('Complet :');
  expect(stdout).not.toContain(folder);
});

it('names what an incomplete one lacks, and the rules that are lost', async () => {
  const folder = await folderOf(SPOILT);
  const { stdout, exitCode } = await segurCheck(['pack', 'verify', folder, '--lang', 'en']);
  expect(exitCode).toBe(3);
  expect(stdout).toContain(
    'schematrons/a.sch:3:1: includes a file that is missing: schematrons/include/gone.sch\n      lost pattern: gone\n',
  );
  expect(stdout).toContain(
    'reads a value set that is missing or empty: jeuxDeValeurs/JDV_None.xml\n      rule that loses 1 assertion(s): p · cda:id\n',
  );
  expect(stdout).toContain('undetermined rule: p · cda:a[');
  expect(stdout).toContain('schematrons/include/voc-1.2.3-DYNAMIC.xml: taken from jeuxDeValeurs/JDV_Codes.xml (1.2.3)');
  expect(stdout).toContain('Incomplete: 9 defect(s); 2 lost pattern(s), 4 rule(s) undetermined');
  expect(stdout).toContain('What to do: take the whole tree again');
  expect(stdout.indexOf('No rule is lost by these')).toBeGreaterThan(stdout.indexOf('undetermined rule'));
});

it('tells the same as JSON, byte for byte the same each time', async () => {
  const folder = await folderOf(SPOILT);
  const { stdout, stderr, exitCode } = await segurCheck(['pack', 'verify', folder, '--report', 'json']);
  expect([exitCode, stderr]).toEqual([3, '']);
  expect([isPublished(JSON.parse(stdout)), isPublished.errors]).toEqual([true, null]);
  const { schema, complete, packs } = JSON.parse(stdout);
  expect([schema, complete, packs.length]).toEqual(['segur-check/pack-verify/1', false, 1]);
  expect(packs[0]).toMatchObject({ kind: 'official', id: 'TestContenuCDA-3-0', complete: false, valueSets: 3 });
  expect(packs[0].defects).toHaveLength(12);
  expect((await segurCheck(['pack', 'verify', folder, '--report', 'json'])).stdout).toBe(stdout);
});

it('lists official rules and FHIR packages', async () => {
  const folder = await folderOf(COMPLETE);
  writeFileSync(join(folder, 'centres.tgz'), fhirPackage());
  const { stdout, exitCode } = await segurCheck(['pack', 'list', folder, '--report', 'json']);
  expect(exitCode).toBe(0);
  expect([isPublished(JSON.parse(stdout)), isPublished.errors]).toEqual([true, null]);
  const { schema, packs } = JSON.parse(stdout);
  expect(schema).toBe('segur-check/packs/1');
  expect(packs.map(({ kind, id }: { kind: string; id: string }) => [kind, id])).toEqual([
    ['official', 'TestContenuCDA-3-0'],
    ['fhir', 'org.example.centres'],
  ]);
  const text = await segurCheck(['pack', 'list', join(folder, 'centres.tgz'), '--lang', 'en']);
  expect(text.stdout).toMatch(/^org\.example\.centres 1\.0\.0 \(FHIR package\)\n {2}sha256 [0-9a-f]{64}$/);
  expect((await segurCheck(['pack', 'verify', folder])).exitCode).toBe(0);
});

it.each([
  [
    'a folder without rules',
    async () => ['pack', 'verify', await folderOf({ 'a.xml': '<a/>' })],
    /is no pack of rules/,
  ],
  ['a folder that is not there', async () => ['pack', 'verify', 'absent'], /does not exist/],
  [
    'a file that is no package',
    async () => ['pack', 'list', join(await folderOf({ 'a.tgz': 'x' }), 'a.tgz')],
    /is no FHIR package/,
  ],
  ['another format', async () => ['pack', 'verify', await folderOf(COMPLETE), '--report', 'junit'], /terminal, json/],
])('refuses %s', async (_, args, text) => {
  const { stderr, exitCode } = await segurCheck([...(await args()), '--lang', 'en']);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(text);
});

it('shows what can be done without a sub-command', async () => {
  const { stdout, exitCode } = await segurCheck(['pack']);
  expect(exitCode).toBe(2);
  expect(stdout).toContain('verify');
});
