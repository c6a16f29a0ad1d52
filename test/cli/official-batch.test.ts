import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { DOSSIERS, segurCheck, temporaryFolder } from '../support/cli.js';

const CDA = join(DOSSIERS, 'lgc-conforming/cda/consultation.xml');

const SCHEMA = `<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <title>Essai</title><ns prefix="cda" uri="urn:hl7-org:v3"/>
  <pattern id="code"><rule context="cda:ClinicalDocument"><assert test="cda:code/@code = 'aucun'">Le code est aucun.</assert></rule></pattern>
</schema>`;

/** A pack of one schema, laid out as the official ones are, and documents. */
function packAndDocuments(): { pack: string; files: string[] } {
  const folder = temporaryFolder();
  const pack = join(folder, 'pack');
  mkdirSync(join(pack, 'schematrons/profils'), { recursive: true });
  writeFileSync(join(pack, 'schematrons/profils/Essai.sch'), SCHEMA);
  const files = ['c.xml', 'a.xml', 'b.xml'].map((name) => join(folder, name));
  for (const file of files) cpSync(CDA, file);
  return { pack, files };
}

describe('check --pack with official rules', () => {
  it('gives the same report whatever the number of threads, in the order given', async () => {
    const { pack, files } = packAndDocuments();
    const of = (jobs: string) =>
      segurCheck(
        ['check', ...files, '--pack', pack, '--checks', 'TestContenuCDA-3-0/Essai', '--jobs', jobs, '--report', 'json'],
        { env: { SEGUR_CACHE: 'off' } },
      );
    const alone = await of('1');
    expect(alone.stderr).toBe('');
    const report = JSON.parse(alone.stdout) as Report;
    const documents = report.files.filter(({ kind }) => kind === 'cda');
    expect(documents.map(({ artifact, checks }) => [artifact, checks.map(({ id }) => id)])).toEqual(
      ['c.xml', 'a.xml', 'b.xml'].map((name) => [name, ['TestContenuCDA-3-0/Essai']]),
    );
    expect(report.findings.map(({ artifact, pack: from, message }) => [artifact, from, message])).toEqual(
      ['a.xml', 'b.xml', 'c.xml'].map((name) => [name, 'TestContenuCDA-3-0', 'Le code est aucun.']),
    );
    expect(report.packs.map(({ id }) => id)).toEqual(['builtin', 'TestContenuCDA-3-0']);
    expect(report.partial).toBe(true);
    expect(await of('2')).toEqual(alone);
  });

  it('refuses a pattern that none of its schemas matches, with the nearest', async () => {
    const { pack, files } = packAndDocuments();
    const { exitCode, stderr } = await segurCheck([
      'check',
      ...files,
      '--pack',
      pack,
      '--checks',
      'TestContenuCDA-3-0/Esai',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('"TestContenuCDA-3-0/Essai"');
  });
});
