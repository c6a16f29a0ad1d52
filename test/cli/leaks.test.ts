import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';
import { textOfWorkbook } from '../support/searched-identities.js';

const CUT =
  '<ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><patientRole><id root="1.2.250.1.213.1.4.10" extension="285076311399048"/><patient><name><family>KERGUÉLEN</family><given>SOLENN</given></name><birthTime value="19850714"/></patient></patientRole>';
const LEAK = /kergu|solenn|19850714|2850763113990/i;

it('no report names the patient of a file that could not be read', async () => {
  const folder = temporaryFolder();
  const dossier = join(folder, 'dossier');
  mkdirSync(join(dossier, 'KERGUELEN Solenn'), { recursive: true });
  writeFileSync(join(dossier, 'KERGUELEN Solenn', 'SolennKerguelen_19850714.xml'), CUT);
  writeFileSync(join(dossier, 'kergu%C3%A9len-2850763113990.txt'), 'x');
  const report = (format: string) => ['--report', `${format}=${join(folder, `r.${format}`)}`];
  const formats = ['json', 'junit', 'xlsx', 'terminal'];
  const args = ['check', dossier, '--verbose', ...formats.flatMap(report)];
  const { stderr, stdout } = await segurCheck(args);
  const texts = formats.map((format) =>
    format === 'xlsx'
      ? textOfWorkbook(readFileSync(join(folder, 'r.xlsx')))
      : readFileSync(join(folder, `r.${format}`), 'utf8'),
  );
  // The paths of the reports are the user's.
  for (const text of [...texts, stderr, stdout]) expect(LEAK.exec(text)?.[0]).toBeUndefined();
  const shown = await segurCheck(['check', dossier, '--unmask', '--report', 'json']);
  expect(shown.stdout).toMatch(LEAK);
});

it('nor what is said when nothing was recognised, unless asked to', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'KERGUELEN-2850763113990.json'), '{"patient":{"nom":"KERGUÉLEN"}}');
  const { stderr, exitCode } = await segurCheck(['check', folder]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('[P1-nom]-[INS].json');
  expect((await segurCheck(['check', folder, '--unmask'])).stderr).toContain('KERGUELEN-2850763113990.json');
});

it('nor a mistake of the manifest or of the command line', async () => {
  const folder = copyOfDossier('lgc-conforming');
  const manifest = join(folder, 'segur.yaml');
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, `${text}\n"285076311399048": { token: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln }\n`);
  const { stderr, exitCode } = await segurCheck(['run', folder]);
  expect(exitCode).toBe(2);
  expect(stderr).not.toMatch(/2850763113990|eyJ/);
  expect((await segurCheck(['check', '285076311399048.xml'])).stderr).toContain('[INS].xml');
});

it('nor a path of the manifest that names a patient whom it declares', async () => {
  const folder = copyOfDossier('lgc-conforming');
  const manifest = join(folder, 'segur.yaml');
  const text = readFileSync(manifest, 'utf8')
    .replace('{ id: D, status: récupérée }', '{ id: D, status: récupérée, birth-name: KERGUÉLEN }')
    .replace('\nartifacts:\n', '\nartifacts:\n  - { path: cda/Kerguelen.xml, role: historical }\n');
  writeFileSync(manifest, text);
  const { stderr, exitCode } = await segurCheck(['run', folder]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('cda/[P4-nom].xml');
  expect((await segurCheck(['run', folder, '--unmask'])).stderr).toContain('cda/Kerguelen.xml');
});

it('nor what a log of a mailbox holds of those written to, and of what opens it', async () => {
  const folder = temporaryFolder();
  const dossier = join(folder, 'dossier');
  mkdirSync(dossier);
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const smtp = (login: string) =>
    `S: 220 smtp.exemple.mssante.fr ESMTP\nC: EHLO poste\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 Ready\nC: EHLO poste\nS: 250 AUTH XOAUTH2 PLAIN LOGIN\nC: AUTH ${login}\nS: 235 2.7.0 Ok\nC: MAIL FROM:<a@exemple.mssante.fr>\nS: 250 Ok\nC: RCPT TO:<2850763113990@patient.mssante.fr>\nS: 250 Ok\nC: DATA\nS: 354 Go\nC: From: <a@exemple.mssante.fr>\nC: To: KERGUÉLEN Solenn <2850763113990@patient.mssante.fr>\nC: Subject: CR de Mme KERGUÉLEN Solenn\nC: \nC: Bonjour Solenn\nC: .\nS: 250 Ok\nC: QUIT\nS: 221 Bye\n`;
  const logins = [
    `XOAUTH2 ${base64('user=a@exemple.mssante.fr\x01auth=Bearer seekret-0123456789\x01\x01')}`,
    `XOAUTH2 ${base64('user=a@exemple.mssante.fr auth=seekret-0123456789')}`,
    `PLAIN ${base64('\0a@exemple.mssante.fr\0seekret-0123456789')}`,
    `LOGIN ${base64('a@exemple.mssante.fr')}\nS: 334 UGFzc3dvcmQ6\nC: ${base64('seekret-0123456789')}`,
    'SEEKRET0123456789',
  ];
  for (const [rank, login] of logins.entries()) writeFileSync(join(dossier, `smtp${rank}.log`), smtp(login));
  writeFileSync(
    join(dossier, 'imap.log'),
    'S: * OK IMAP4rev1 ready\nC: A1 AUTHENTICATE SEEKRET0123456789\nS: A1 OK\nC: A2 LOGIN "a@exemple.mssante.fr" "seekret 0123456789"\nS: A2 OK\nC: A3 FETCH 1 ENVELOPE\nS: * 1 FETCH (ENVELOPE (NIL "CR KERGUELEN Solenn" ((NIL NIL "2850763113990" "patient.mssante.fr"))))\nS: A3 OK\nC: A4 LOGOUT\n',
  );
  const formats = ['json', 'junit', 'xlsx', 'terminal'];
  for (const language of ['fr', 'en']) {
    const reports = formats.flatMap((each) => ['--report', `${each}=${join(folder, `r.${each}`)}`]);
    const { stdout, stderr } = await segurCheck(['check', dossier, '--verbose', '--lang', language, ...reports]);
    const texts = formats.map((each) =>
      each === 'xlsx'
        ? textOfWorkbook(readFileSync(join(folder, 'r.xlsx')))
        : readFileSync(join(folder, `r.${each}`), 'utf8'),
    );
    expect(texts.join('')).toContain('mss/xoauth2');
    for (const text of [...texts, stdout, stderr])
      expect(text).not.toMatch(new RegExp(`${LEAK.source}|seekret|c2Vla3Jl`, 'i'));
  }
});
