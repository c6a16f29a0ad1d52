import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import shape from '../../src/report/report.schema.json' with { type: 'json' };
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';
import { EXPECTED_FAILURE, MINI_PACK } from '../support/mini-pack.js';

const PACK = 'TestContenuCDA-3-0';

/** A dossier with examples of the small pack, and the pack itself. */
function dossierWith(...examples: readonly string[]): { folder: string; pack: string } {
  const folder = copyOfDossier('lgc-conforming');
  const pack = join(folder, 'regles');
  cpSync(MINI_PACK, pack, { recursive: true });
  for (const name of examples) cpSync(join(MINI_PACK, 'ExemplesCDA', name), join(folder, name));
  return { folder, pack };
}

let judging: Promise<{ report: Report; exitCode: number | undefined }> | undefined;

/** A dossier with a document that has errors and one that a rule cannot be evaluated on, judged once for the tests that look at its report. */
function judged() {
  judging ??= (async () => {
    const { folder, pack } = dossierWith('n3-corps.xml', EXPECTED_FAILURE.document);
    const { stdout, exitCode } = await segurCheck(['run', folder, '--pack', pack, '--report', 'json']);
    return { report: JSON.parse(stdout) as Report, exitCode };
  })();
  return judging;
}

it('judges every document of a dossier, those in mails included, by the rules kept in it', async () => {
  const { report } = await judged();
  const runs = report.dossier.filter(({ id }) => id.startsWith(`${PACK}/`));
  expect(new Set(runs.flatMap(({ artifacts }) => artifacts))).toEqual(
    new Set(report.artifacts.filter(({ kind }) => kind === 'cda').map(({ path }) => path)),
  );
  expect(runs.some(({ artifacts }) => artifacts[0]?.includes('.eml!'))).toBe(true);
  expect(report.artifacts.filter(({ path }) => path.startsWith('regles/'))).toEqual([]);
  expect(report.packs.map(({ id }) => id)).toEqual(['builtin', PACK]);
  const found = report.findings.filter(({ artifact, pack }) => artifact === 'n3-corps.xml' && pack === PACK);
  expect(found.map(({ code }) => code)).toContain('official/assertion');
  const verdicts = runs.filter(({ artifacts }) => artifacts[0] === 'n3-corps.xml').map(({ verdict }) => verdict);
  expect(verdicts).toContain('nonconforming');
});

it('exits with 4 where a rule could not be evaluated, and says why in the report', async () => {
  const { report, exitCode } = await judged();
  expect(exitCode).toBe(4);
  const [run] = report.dossier.filter(({ verdict }) => verdict === 'undetermined');
  expect(run?.id).toBe(`${PACK}/${EXPECTED_FAILURE.schema}`);
  expect(run?.reasons[0]).toContain(EXPECTED_FAILURE.code);
  expect(report.caveats.join(' ')).toMatch(/pack verify/);
});

it('shows the rules document by document, in a terminal and in JUnit', async () => {
  const { folder, pack } = dossierWith('n1-ordre.xml');
  const junit = join(temporaryFolder(), 'junit.xml');
  const reports = ['--report', 'terminal', '--report', `junit=${junit}`];
  const terminal = await segurCheck(['run', folder, '--pack', pack, '--lang', 'fr', ...reports]);
  expect(terminal.stdout).toMatch(/Règles des paquets, document par document/);
  expect(terminal.stdout).toMatch(
    /✗ n1-ordre\.xml — non conforme\n +✗ TestContenuCDA-3-0\/CDA_extended — non conforme/,
  );
  expect(readFileSync(junit, 'utf8')).toContain(`<testcase classname="n1-ordre.xml" name="${PACK}/CDA_extended">`);
});

it('explains what the rules of a pack find', async () => {
  const { stdout, exitCode } = await segurCheck(['explain', 'official/xsd-unexpected', '--lang', 'fr']);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/## official\/xsd-unexpected\n\n- Constat : .*n'est pas attendu à cette place/);
});

it('says of a rule of a pack that its texts are not in the tool', async () => {
  const { stderr, exitCode } = await segurCheck(['explain', `${PACK}/IHE/S_copie`, '--lang', 'fr']);
  expect(exitCode).toBe(2);
  expect(stderr.replace(/\s+/g, ' ')).toContain("se lit comme une règle d'un paquet");
});

it('writes reports that the published schema describes', async () => {
  const isPublished = new Ajv({ strict: false }).compile(shape);
  const examples = join(MINI_PACK, 'ExemplesCDA');
  const { stdout } = await segurCheck(['check', examples, '--pack', MINI_PACK, '--report', 'json']);
  const { report } = await judged();
  for (const each of [JSON.parse(stdout), report])
    expect([isPublished(each), isPublished.errors]).toEqual([true, null]);
});

it('judges documents by the rules in a run narrowed by --scenario too, and counts them in the summary', async () => {
  const { folder, pack } = dossierWith('n1-ordre.xml');
  const args = ['run', folder, '--pack', pack, '--scenario', 'PSC*', '--lang', 'fr'];
  const { stdout, exitCode } = await segurCheck(args);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/Exigences +Étapes +Documents \(règles des paquets\)\n +✗ non conforme +0 +0 +1\n/);
});
