import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { assemble, edit, recipe } from '../../fixtures/make/recipe.js';
import type { Report } from '../../src/report/report.js';
import { copyOfDossier, segurCheck, temporaryFolder } from '../support/cli.js';

const MAIL = recipe('mail');
const ARCHIVE = 'IHE_XDM.zip | application/zip | archive';

function bytesOf(made: typeof MAIL): Uint8Array {
  return assemble(made)[0]?.bytes ?? new Uint8Array();
}

async function judged(
  name: string,
  bytes: Uint8Array | string,
): Promise<{ exit: number | undefined; report: Report; text: string }> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), bytes);
  const { stdout, exitCode } = await segurCheck(['check', join(folder, name), '--report', 'json']);
  return { exit: exitCode, report: JSON.parse(stdout) as Report, text: stdout };
}

const codes = (report: Report): string[] => report.findings.map((finding) => finding.code);

/** What a vendor could do, by mistake or not, to be told that all is well. */
describe('nothing hides', () => {
  it('a header written twice', async () => {
    const twice = edit(MAIL, 'headers', 'X-MSS-INS: O', 'X-MSS-INS: O\nX-MSS-INS: N');
    expect(codes((await judged('m.eml', bytesOf(twice))).report)).toEqual(['mss/ins-header/value']);
    const subjects = edit(MAIL, 'headers', 'Date: Mon', 'Subject: autre\nDate: Mon');
    expect(codes((await judged('m.eml', bytesOf(subjects))).report)).toEqual(['mss/subject-form/repeated']);
  });

  it('a recipient behind an encoded name, or in Bcc', async () => {
    const to = 'To: <jean.correspondant@exemple.mssante.fr>';
    const other = '191112A40099903@patient.mssante.fr';
    for (const bad of [`To: =?UTF-8?Q?=3Cjean=40exemple.mssante.fr=3E?= <${other}>`, `${to}\nBcc: <${other}>`]) {
      expect(codes((await judged('m.eml', bytesOf(edit(MAIL, 'headers', to, bad)))).report)).toContain(
        'mss/one-patient/recipient',
      );
    }
  });

  it('an archive whose folder has the wrong name', async () => {
    let wrong = MAIL;
    for (const part of ['METADATA.XML metadata', 'DOC0001.XML cda'])
      wrong = edit(wrong, 'archive', `IHE_XDM/SUBSET01/${part}`, `XDM/SUBSET01/${part}`);
    const { exit, report } = await judged('m.eml', bytesOf(wrong));
    expect(exit).toBe(1);
    expect(codes(report).some((code) => code.startsWith('dmp/xdm-layout/'))).toBe(true);
  });

  it('an attachment that nothing opens: the mail is not said to be without documents', async () => {
    const text = Buffer.from(
      bytesOf(edit(MAIL, 'attachments', ARCHIVE, 'smime.p7m | application/pkcs7-mime | readme')),
    );
    const { report } = await judged('m.eml', text);
    const ran = report.files.flatMap((file) => file.checks.map((check) => check.id));
    expect(ran).not.toContain('mss/codecda-header');
  });

  it('a document that the metadata do not describe', async () => {
    const line = 'IHE_XDM/SUBSET01/DOC0001.XML cda';
    const xdm = edit(recipe('xdm'), 'archive', line, `${line}\nDOC0002.XML cda`);
    expect(codes((await judged('x.zip', bytesOf(xdm))).report)).toEqual(['dmp/xdm-documents/unlisted']);
  });

  it('a mail that no line declares: the report names it', async () => {
    const folder = copyOfDossier('lgc-conforming');
    mkdirSync(join(folder, 'ailleurs'));
    writeFileSync(
      join(folder, 'ailleurs', 'oublie.eml'),
      bytesOf(edit(MAIL, 'headers', 'X-MSS-INS: O', 'X-MSS-INS: bof')),
    );
    const { stdout } = await segurCheck(['run', folder, '--report', 'json']);
    const report = JSON.parse(stdout) as Report;
    expect(report.caveats.join('\n')).toContain('ailleurs/oublie.eml');
  });

  it('a file whose name looks like an entry of another', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'x.zip'), bytesOf(recipe('xdm') as typeof MAIL));
    mkdirSync(join(folder, 'x.zip!IHE_XDM', 'SUBSET01'), { recursive: true });
    writeFileSync(
      join(folder, 'x.zip!IHE_XDM', 'SUBSET01', 'DOC0001.XML'),
      '<ClinicalDocument xmlns="urn:hl7-org:v3"/>',
    );
    const { stdout, exitCode } = await segurCheck(['check', folder, '--report', 'json']);
    expect(exitCode).toBe(1);
    const paths = (JSON.parse(stdout) as Report).artifacts.map((artifact) => artifact.path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('nothing cries wolf', () => {
  it('over a mail that forwards another, folds with tabs, or starts with a byte order mark', async () => {
    const attached = Buffer.from(bytesOf(MAIL)).toString('latin1');
    const forward = `From: a_A <a@b.mssante.fr>\r\nTo: d@e.f\r\nDate: Mon, 16 Mar 2026 10:30:00 +0100\r\nMessage-ID: <1@b.c>\r\nX-MSS-NIL: 1\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n--z\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nvoir\r\n--z\r\nContent-Type: message/rfc822\r\n\r\n${attached}\r\n--z--\r\n`;
    expect(codes((await judged('m.eml', Buffer.from(forward, 'latin1'))).report)).toEqual([]);
    const folded = Buffer.from(bytesOf(MAIL))
      .toString('latin1')
      .replace('TEST-ALPHA\r\n CAMILLE', 'TEST-ALPHA\r\n\tCAMILLE');
    expect(codes((await judged('m.eml', Buffer.from(folded, 'latin1'))).report)).toEqual([]);
    const marked = Buffer.concat([Buffer.from('\uFEFF'), bytesOf(MAIL)]);
    expect(codes((await judged('m.eml', marked)).report)).toEqual([]);
  });
});

describe('nothing leaks', () => {
  it('of a patient that only the subject names, nor of a matricule that only a header holds', async () => {
    const subject = 'TEST-ALPHA CAMILLE 14/07/1985';
    const other = await judged('m.eml', bytesOf(edit(MAIL, 'headers', subject, 'DURANDAL LOUISETTE 23/11/1961')));
    expect(codes(other.report)).toContain('mss/subject-content/patient');
    expect(other.text).not.toMatch(/DURANDAL|LOUISETTE|23\/11\/1961/i);
    const header = await judged(
      'm.eml',
      bytesOf(edit(MAIL, 'headers', 'X-MSS-INS: O', 'X-MSS-INS: 2 55 06 99 887 766 11')),
    );
    expect(header.text).not.toContain('887 766');
  });
});

describe('nothing hangs', () => {
  it('on archives that unfold without end, nor on endless blanks, quotes and folds', { timeout: 60_000 }, async () => {
    let level: Record<string, Uint8Array> = { 'IHE_XDM/SUBSET01/DOC.XML': Buffer.from('<a/>') };
    for (let depth = 0; depth < 4; depth++) {
      const inner = zipSync(level, { mtime: new Date(1980, 0, 1) });
      level = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`IHE_XDM/SUBSET01/D${index}.ZIP`, inner]));
    }
    expect(
      (await judged('fan.zip', zipSync(level, { mtime: new Date(1980, 0, 1) }))).report.findings.length,
    ).toBeGreaterThan(0);
    const head = 'From: a@b.c\nTo: d@e.f\n';
    const quoted = `${head}Content-Transfer-Encoding: quoted-printable\n\n${' '.repeat(400_000)}x\n`;
    expect((await judged('qp.eml', quoted)).report.artifacts).toHaveLength(1);
    await judged('quote.eml', `From: a@b.c\nDate: x\nTo: "${'\\"'.repeat(100_000)}\n\nx\n`);
    await judged('fold.eml', `${head}X: a\n${' b\n'.repeat(60_000)}\nx\n`);
  });
});
