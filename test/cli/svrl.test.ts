import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';
import { MINI_PACK } from '../support/mini-pack.js';

const example = (name: string): string => join(MINI_PACK, 'ExemplesCDA', name);
const svrl = (...args: string[]) => segurCheck(['check', '--pack', MINI_PACK, '--lang', 'en', ...args]);

test('one file for each document and schema, the same with any number of threads', async () => {
  const [one, two] = [temporaryFolder(), temporaryFolder()];
  const documents = [example('n1-entete.xml'), example('n3-erreur-dynamique.xml')];
  const { exitCode, stderr } = await svrl(...documents, '--jobs', '1', `--report=svrl=${one}`);
  expect(exitCode).toBe(4);
  expect(stderr).toContain('svrl report: 11 file(s)');
  await svrl(...documents, '--jobs', '2', `--report=svrl=${two}`);
  const names = readdirSync(one).sort();
  expect(names).toHaveLength(11);
  expect(readdirSync(two).sort()).toEqual(names);
  for (const name of names) expect(readFileSync(join(two, name))).toEqual(readFileSync(join(one, name)));
  const header = readFileSync(join(one, 'n1-entete.xml.ASIP-STRUCT-MIN-StrucMin.svrl'), 'utf8');
  expect(header.match(/<svrl:failed-assert /g)).toHaveLength(6);
  expect(header).not.toContain('UNDETERMINED');
  expect(header).not.toContain('TEST-ALPHA');
  const failed = readFileSync(join(one, 'n3-erreur-dynamique.xml.CI-SIS_Modeles_ANS.svrl'), 'utf8');
  expect(failed).not.toContain('<svrl:failed-assert ');
  expect(failed).toMatch(/UNDETERMINED.*\(1\)[\s\S]*XPTY0004/);
});

test('one file or standard output when there is one document and one schema, no more', async () => {
  const file = join(temporaryFolder(), 'one.svrl');
  const only = [example('n1-entete.xml'), '--checks', '*/terminologie*'];
  const { stdout } = await svrl(...only, '--report', 'svrl');
  expect(stdout).toMatch(/^<\?xml [\s\S]*<\/svrl:schematron-output>\s*$/);
  await svrl(...only, `--report=svrl=${file}`);
  expect(readFileSync(file, 'utf8').trim()).toBe(stdout.trim());
  const several = await svrl(example('n1-entete.xml'), `--report=svrl=${file}`);
  expect(several.exitCode).toBe(2);
  expect(several.stderr).toContain('svrl has 5 files');
});

test('what no schema judged has no file, and is told', async () => {
  const folder = join(temporaryFolder(), 'none');
  const { stderr } = await segurCheck(['check', example('n1-conforme.xml'), '--lang', 'en', `--report=svrl=${folder}`]);
  expect(stderr).toContain('nothing for 1 document(s)');
  expect(stderr).toContain('n1-conforme.xml');
  expect(existsSync(folder)).toBe(false);
});

test('of a dossier too', async () => {
  const folder = temporaryFolder();
  const { stderr } = await segurCheck([
    'run',
    join(DOSSIERS, 'lgc-conforming'),
    '--pack',
    MINI_PACK,
    `--report=svrl=${folder}`,
  ]);
  expect(stderr).not.toContain('undefined');
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) expect(name).toMatch(/^[\w.-]+\.svrl$/);
});
