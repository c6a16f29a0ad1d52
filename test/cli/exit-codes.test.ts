import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { copyOfDossier, DOSSIERS, HOSTILE, segurCheck, temporaryFolder } from '../support/cli.js';

const CONFORMING = join(DOSSIERS, 'lgc-conforming');

const GOOD = join(HOSTILE, 'good.xml');

/** A house rule on the CDA documents, in a copy of the conforming dossier. */
function withHouseRule(test: string, extra = ''): string {
  const folder = copyOfDossier('lgc-conforming');
  appendFileSync(join(folder, 'segur.yaml'), '\nscenarios: [maison.yaml]\n');
  writeFileSync(
    join(folder, 'maison.yaml'),
    `requirement: MAISON/CDA.01
title: { fr: Règle maison, en: House rule }
chapter: Maison
nature: exigence
source: { mark: primary, date: "2026-11-21" }
applies: { wave: 2, corridors: [LGC] }
verifiable: artifact
${extra}scenarios:
  - id: MAISON/CDA.01.01
    title: { fr: Documents, en: Documents }
    artifacts:
      document: { kind: cda }
    steps:
      - title: { fr: Lire, en: Read }
        checks:
          - { language: xpath, each: "/cda:ClinicalDocument", test: ${JSON.stringify(test)}, on: document }
`,
  );
  return folder;
}

function manifest(applies: string): string {
  return `candidate: { vendor: V, product: P, version: "1" }\napplies: ${applies}\n`;
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function withoutOneProof(): string {
  const folder = copyOfDossier('lgc-conforming');
  const text = readFileSync(join(folder, 'segur.yaml'), 'utf8');
  const proof = /: (preuves\/\S+\.png)$/m.exec(text)?.[1];
  if (!proof) throw new Error('the dossier names no PNG proof');
  rmSync(join(folder, proof));
  return folder;
}

/** The whole exit table of docs/exit-codes.md. The text is part of what the one message says. */
const TABLE: readonly [what: string, code: number, args: () => string[], text?: RegExp][] = [
  ['run: nothing to mend', 0, () => ['run', CONFORMING]],
  ['run: a house rule that holds', 0, () => ['run', withHouseRule('@classCode or cda:id')]],
  ['run: nonconforming LGC', 1, () => ['run', join(DOSSIERS, 'lgc-failing')]],
  ['run: nonconforming BIO', 1, () => ['run', join(DOSSIERS, 'bio-failing')]],
  ['run: a house rule that does not hold', 1, () => ['run', withHouseRule('false()')]],
  ['run: an empty folder', 2, () => ['run', temporaryFolder()], /segur\.yaml/],
  ['run: a folder that is not there', 2, () => ['run', '/no/such/folder'], /no\/such\/folder/],
  [
    'run: a manifest and nothing else',
    2,
    () => ['run', folderWith({ 'segur.yaml': manifest('{ wave: 2, corridor: LGC }') })],
  ],
  [
    'run: nothing recognised',
    2,
    () => ['run', folderWith({ 'segur.yaml': manifest('{ wave: 2, corridor: LGC }'), 'notes.txt': 'notes' })],
    /recognised/,
  ],
  [
    'run: zero applicable',
    2,
    () => [
      'run',
      folderWith({ 'segur.yaml': manifest('{ wave: 1, corridor: DB }'), 'a.json': '{"resourceType":"Patient"}' }),
    ],
    /No requirement applies/,
  ],
  [
    'run: a misspelt key in the manifest',
    2,
    () => ['run', folderWith({ 'segur.yaml': `${manifest('{ wave: 2, corridor: LGC }')}evidances: {}\n` })],
    /segur\.yaml:3:1: unknown key "evidances".*Did you mean "evidence"\?/,
  ],
  [
    'run: an unknown corridor',
    2,
    () => ['run', folderWith({ 'segur.yaml': manifest('{ wave: 2, corridor: LGK }') })],
    /segur\.yaml:2:\d+: unknown applies\.corridor: "LGK".*Did you mean "LGC"\?/,
  ],
  [
    'run: a misspelt key in a scenario',
    2,
    () => ['run', withHouseRule('true()', 'chaptr: x\n')],
    /maison\.yaml:8:1: unknown key "chaptr".*Did you mean "chapter"\?/,
  ],
  [
    'run: an expression that is no XPath',
    2,
    () => ['run', withHouseRule('cda:id[')],
    /maison\.yaml:16:\d+: invalid expression/,
  ],
  ['run: an unknown option', 2, () => ['run', '--zork'], /--zork/],
  ['run: an unknown report format', 2, () => ['run', CONFORMING, '--report', 'pdf'], /pdf/],
  ['run: a binary report on standard output', 2, () => ['run', CONFORMING, '--report', 'xlsx'], /xlsx/],
  [
    'run: two reports on standard output',
    2,
    () => ['run', CONFORMING, '--report', 'json', '--report', 'junit'],
    /standard output/,
  ],
  ['run: a language there is not', 2, () => ['run', CONFORMING, '--lang', 'de'], /"de".*--lang.*fr, en/],
  [
    'run: a report where no file can be',
    2,
    () => ['run', CONFORMING, '--quiet', '--report', `json=${join(folderWith({ file: '' }), 'file', 'r.json')}`],
    /Can not write .*\(\w+\): see that its folder exists/,
  ],
  ['run: no scenario of that name', 2, () => ['run', CONFORMING, '--scenario', 'NOPE*'], /NOPE/],
  ['run: a proof file removed', 3, () => ['run', withoutOneProof()]],
  ['run: a file that can not be read', 3, () => ['run', unreadableBeside()]],
  ['run: a rule that throws', 4, () => ['run', withHouseRule('xs:integer("x") > 1')]],
  ['check: no error', 0, () => ['check', GOOD]],
  ['check: an error', 1, () => ['check', ...badMail()]],
  ['check: no such file', 2, () => ['check', 'nope.xml'], /nope\.xml/],
  ['check: nothing recognised', 2, () => ['check', folderWith({ 'notes.txt': 'notes' })], /recognised/],
  [
    'check: nothing recognised, each file with why and the nearest kind',
    2,
    () => ['check', folderWith({ 'journal.txt': 'à 10:00:00 rien\n' })],
    /journal\.txt: Text of no known form; .*segur\.yaml.*\. Nearest kind: log/,
  ],
  ['run: an unknown limit', 2, () => ['run', CONFORMING, '--limit', 'xmlDeph=3'], /xmlDeph.*Did you mean "xmlDepth"\?/],
  [
    'check: a limit that is no positive integer',
    2,
    () => ['check', GOOD, '--limit', 'xmlDepth=0'],
    /"0".*--limit xmlDepth/,
  ],
  ['check: a limit without value', 2, () => ['check', GOOD, '--limit', 'xmlDepth'], /--limit xmlDepth=N/],
  ['check: a limit that is exceeded', 3, () => ['check', GOOD, '--limit', 'xmlDepth=2']],
  ['run: a limit that is exceeded', 3, () => ['run', CONFORMING, '--limit', 'zipEntries=2']],
  ['check: no argument', 2, () => ['check'], /files/],
  ['check: unreadable', 3, () => ['check', join(HOSTILE, 'truncated.xml')]],
  [
    'check: nothing that a check is about',
    3,
    () => ['check', folderWith({ 'p.json': '{"issuer":"https://a.fr","authorization_endpoint":"https://a.fr/a"}' })],
  ],
  ['lint: the base', 0, () => ['scenarios', 'lint']],
  [
    'lint: a mistake',
    2,
    () => ['scenarios', 'lint', join(folderWith({ 'x.yaml': 'requirement: X.01\n' }), 'x.yaml')],
    /x\.yaml:1:1/,
  ],
  ['list', 0, () => ['scenarios', 'list', '--corridor', 'BIO']],
  ['list: unknown corridor', 2, () => ['scenarios', 'list', '--corridor', 'XXX'], /XXX/],
  ['show', 0, () => ['scenarios', 'show', 'MSS/CONF.25']],
  ['coverage', 0, () => ['coverage']],
  ['explain a check', 0, () => ['explain', 'mss/subject-form']],
  ['explain a code', 0, () => ['explain', 'read/xml-doctype']],
  ['explain a requirement', 0, () => ['explain', 'PSC.08']],
  ['explain: unknown', 2, () => ['explain', 'mss/subject-from'], /Did you mean "mss\/subject-form"\?/],
  ['unknown command', 2, () => ['rum'], /rum.*Did you mean "run"\?/],
  ['no command', 2, () => []],
  ['help', 0, () => ['--help']],
  ['help of a command', 0, () => ['run', '--help']],
  ['version', 0, () => ['--version']],
];

function unreadableBeside(): string {
  const folder = copyOfDossier('lgc-conforming');
  writeFileSync(join(folder, 'cut.xml'), '<ClinicalDocument xmlns="urn:hl7-org:v3"><id');
  return folder;
}

function badMail(): string[] {
  return [join(DOSSIERS, 'lgc-failing', 'mail')];
}

describe('exit codes', () => {
  it.each(TABLE)('%s: %i', async (_what, code, args, text) => {
    const result = await segurCheck(args());
    expect(result.exitCode, result.stderr || result.stdout).toBe(code);
    expect(result.stderr).not.toMatch(/^\s+at .*\(.*:\d+:\d+\)$/m);
    if (text) expect(result.stderr).toMatch(text);
    if (code === 2 && args().length > 0) expect(result.stderr).not.toBe('');
  });

  it('130 when interrupted, with a report that says it is partial', async () => {
    const preload = fileURLToPath(new URL('../support/interrupt-on-read.mjs', import.meta.url));
    const result = await segurCheck(['run', CONFORMING, '--report', 'json'], {
      env: { NODE_OPTIONS: `--import=${preload}` },
    });
    expect(result.exitCode, result.stderr).toBe(130);
    const report = JSON.parse(result.stdout) as { partial: boolean; summary: { verdict: string; exit: number } };
    expect(report.partial).toBe(true);
    expect(report.summary.exit).toBe(130);
    expect(report.summary.verdict).not.toBe('conforming');
  });
});
