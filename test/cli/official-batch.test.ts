import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

  it('leaves out what CDA documents hold when only official rules are wanted, wherever the documents are', async () => {
    const { pack, files } = packAndDocuments();
    const [plain = ''] = files;
    const broken = join(plain, '../broken.xml');
    const cut = (text: string) => text.replace(/\s+/g, '').slice(0, 400);
    const pdf = /(?<=representation="B64"[^>]*>)[^<]+/;
    writeFileSync(broken, readFileSync(plain, 'utf8').replace(pdf, cut));
    const mail = join(DOSSIERS, 'lgc-conforming/mail/sent/01-confrere.eml');
    const of = async (...checks: string[]) => {
      const { stdout } = await segurCheck(
        ['check', plain, broken, mail, '--pack', pack, ...checks, '--report', 'json', '--lang', 'en'],
        { env: { SEGUR_CACHE: 'off' } },
      );
      return JSON.parse(stdout) as Report;
    };
    const paths = ({ artifacts }: Report) => artifacts.map(({ path }) => path);
    const unreadable = ({ artifacts }: Report) => artifacts.flatMap(({ path, readable }) => (readable ? [] : [path]));
    const verdicts = ({ files: judged }: Report) =>
      judged.filter(({ kind }) => kind === 'cda').map(({ artifact, verdict }) => [artifact, verdict]);
    const caveat = /files that CDA documents hold .* neither read nor listed/;

    const narrow = await of('--checks', 'TestContenuCDA-3-0/Essai');
    const within = '01-confrere.eml!IHE_XDM.zip!IHE_XDM/SUBSET01/DOC0001.XML';
    expect(paths(narrow)).toEqual([
      '01-confrere.eml',
      expect.stringContaining('.pdf'),
      '01-confrere.eml!IHE_XDM.zip',
      within,
      'broken.xml',
      'c.xml',
    ]);
    expect(verdicts(narrow)).toEqual([
      ['c.xml', 'nonconforming'],
      ['broken.xml', 'nonconforming'],
      [within, 'nonconforming'],
    ]);
    expect(unreadable(narrow)).toEqual([]);
    expect(narrow.caveats.join('\n')).toMatch(caveat);

    for (const wider of [await of(), await of('--checks', 'TestContenuCDA-3-0/Essai', '--checks', 'cda/body-n1')]) {
      expect(paths(wider)).toContain('c.xml!body.pdf');
      expect(paths(wider)).toContain(`${within}!body.pdf`);
      expect(unreadable(wider)).toEqual(['broken.xml!body.pdf']);
      expect(wider.caveats.join('\n')).not.toMatch(caveat);
    }
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
