import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check } from '../../../src/checks/define.js';
import { charset } from '../../../src/checks/mss/charset.js';
import { messageBody } from '../../../src/checks/mss/message-body.js';
import { messageForm } from '../../../src/checks/mss/message-form.js';
import { messageId } from '../../../src/checks/mss/message-id.js';
import { messageSize } from '../../../src/checks/mss/message-size.js';
import { artifactsOfFile, runCheck } from '../../support/run-check.js';

const FIELDS = [
  'From: Claire_MARTIN <claire.martin@exemple.mssante.fr>',
  'To: <jean.correspondant@exemple.mssante.fr>',
  'Subject: Essai',
  'Date: Mon, 16 Mar 2026 10:30:00 +0100',
  'Message-ID: <1@exemple.mssante.fr>',
  'MIME-Version: 1.0',
];

interface File {
  readonly path: string;
  readonly text: string | Buffer;
  readonly declared?: Declaration;
}

async function all(check: Check, files: readonly File[]) {
  const artifacts = files.map(({ path, text, declared = {} }) => {
    const bytes = typeof text === 'string' ? Buffer.from(text.replace(/\r?\n/g, '\r\n')) : text;
    return artifactsOfFile({ path, bytes }, declared);
  });
  return runCheck(check, (await Promise.all(artifacts)).flat(), NOTHING_DECLARED);
}

const rules = async (check: Check, text: string | Buffer, declared: Declaration = {}) =>
  (await all(check, [{ path: 'mail.eml', text, declared }])).findings.map(({ rule }) => rule);

const mail = (content: string, fields: readonly string[] = FIELDS) => `${fields.join('\n')}\n${content}\n`;
const changed = (from: string, to: string) =>
  FIELDS.flatMap((field) => (field.startsWith(from) ? to.split('\n') : [field]));

const PLAIN = 'Content-Type: text/plain; charset=UTF-8\n\nBonjour, voici le compte rendu.\n';
const HTML = 'Content-Type: text/html; charset=UTF-8\n\n<p>Bonjour, voici le compte rendu.</p>\n';
const PDF =
  'Content-Type: application/pdf\nContent-Disposition: attachment; filename="a.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=\n';
const IMAGE = 'Content-Type: image/png\nContent-ID: <logo>\nContent-Disposition: attachment; filename=l.png\n\nx\n';
const SIGNATURE =
  'Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\nMA==\n';

let rank = 0;
function multipart(type: string, ...parts: readonly string[]): string {
  const boundary = `b${++rank}`;
  return `Content-Type: multipart/${type}; boundary=${boundary}\n\n${parts.map((part) => `--${boundary}\n${part}`).join('')}--${boundary}--\n`;
}

describe('mss/message-body', () => {
  it.each([
    ['plain', PLAIN],
    ['no type at all', '\nBonjour'],
    ['two versions', multipart('alternative', PLAIN, HTML)],
    ['versions and attachments', multipart('mixed', multipart('alternative', PLAIN, HTML), PDF)],
    ['images of the page', multipart('mixed', multipart('alternative', PLAIN, multipart('related', HTML, IMAGE)), PDF)],
    ['images beside both', multipart('related', multipart('alternative', PLAIN, HTML), IMAGE)],
    ['a signature', multipart('signed', multipart('mixed', multipart('alternative', PLAIN, HTML), PDF), SIGNATURE)],
    ['attachment first', multipart('mixed', PDF, PLAIN)],
    ['an inline text with a name', PLAIN.replace('\n\n', '\nContent-Disposition: inline; filename=message.txt\n\n')],
    ['the root named', multipart('mixed', multipart('related; start="<t>"', IMAGE, `Content-ID: <t>\n${PLAIN}`))],
    ['angle brackets', PLAIN.replace('Bonjour', '<p5 % chez vous')],
    [
      'a page in pieces',
      multipart(
        'alternative',
        PLAIN.replace('rendu.', 'rendu. Et la suite de ce compte rendu, en entier.'),
        multipart(
          'mixed',
          HTML,
          IMAGE,
          HTML.replace('Bonjour, voici le compte rendu.', 'Et la suite de ce compte rendu, en entier.'),
        ),
      ),
    ],
  ])('is right with %s', async (_, content) => {
    expect(await rules(messageBody, mail(content))).toEqual([]);
  });

  it.each([
    ['html-only', HTML],
    ['html-only', multipart('mixed', HTML, PDF)],
    ['html-only', multipart('related', HTML, IMAGE)],
    ['html-only', multipart('alternative', HTML)],
    ['html-only', multipart('signed', HTML, SIGNATURE)],
    ['order', multipart('alternative', HTML, PLAIN)],
    ['alternatives', multipart('alternative', PLAIN)],
    ['alternatives', multipart('alternative', PLAIN, 'Content-Type: text/enriched\n\nx\n', HTML)],
    [
      'different',
      multipart('alternative', PLAIN, HTML.replace('Bonjour', 'Votre rendez-vous de demain est annulé : bonjour')),
    ],
    ['empty-text', multipart('alternative', 'Content-Type: text/plain\n\n \n', HTML)],
    ['no-text', multipart('mixed', PDF)],
    ['no-text', PDF],
    ['formatted', PLAIN.replace('Bonjour', '<html><body>Bonjour</body></html>')],
    ['formatted', PLAIN.replace('Bonjour', '{\\rtf1\\ansi Bonjour}')],
    ['type', PLAIN.replace('text/plain', 'text/enriched')],
    ['attachment-inside', multipart('alternative', PLAIN, HTML, PDF)],
    ['attachment-inside', multipart('related', PLAIN, PDF)],
    ['empty', multipart('mixed', 'Content-Type: text/plain\n\n\n', PDF)],
  ])('finds %s', async (rule, content) => {
    expect(await rules(messageBody, mail(content))).toEqual([rule]);
  });

  it('does not judge what it can not read, nor what it was not told to', async () => {
    const encrypted =
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nMA==\n';
    expect(await all(messageBody, [{ path: 'a.eml', text: mail(encrypted) }])).toMatchObject({
      evaluated: 0,
      findings: [],
      applies: true,
    });
    const received = { path: 'a.eml', text: mail(HTML), declared: { role: 'incoming' } } as const;
    expect((await all(messageBody, [received])).applies).toBe(false);
  });

  it('leaves a text that is not in its charset to the check of charsets', async () => {
    const text = mail(multipart('alternative', PLAIN, HTML)).replace('<p>Bonjour', '<p>Bonjour \xe9');
    const bytes = Buffer.from(text, 'latin1');
    expect(await rules(messageBody, bytes)).toEqual([]);
    expect(await rules(charset, bytes)).toEqual(['contradicts']);
  });
});

describe('mss/charset', () => {
  it.each([
    ['utf8', 'utf8', []],
    ['"utf-8"', 'utf8', []],
    ['ISO-8859-1', 'latin1', ['not-utf-8']],
    ['windows-1252', 'latin1', ['not-utf-8']],
    ['US-ASCII', 'utf8', ['contradicts']],
    ['UTF-8', 'latin1', ['contradicts']],
    ['inconnu', 'utf8', ['contradicts']],
  ] as const)('of %s in %s', async (name, encoding, found) => {
    const bytes = Buffer.from(mail(`Content-Type: text/plain; charset=${name}\n\nPrévu\n`), encoding);
    expect(await rules(charset, bytes)).toEqual(found);
  });

  it('takes an attached text for a document', async () => {
    const hprim = 'Content-Type: text/plain\nContent-Disposition: attachment; filename=a.hpr\n\n\xe9\n';
    const named = 'Content-Type: text/plain; name=a.hpr\n\n\xe9\n';
    expect(await rules(charset, Buffer.from(mail(multipart('mixed', PLAIN, hprim, named)), 'latin1'))).toEqual([]);
  });

  it('takes header fields in UTF-8 from servers that take them', async () => {
    const fields = changed('Subject', 'Subject: Été');
    expect(await rules(charset, mail(PLAIN, fields))).toEqual(['header-8bit']);
    const received = 'Received: from a by b with UTF8SMTPSA; Mon, 16 Mar 2026 10:30:00 +0100';
    expect(await rules(charset, mail(PLAIN, [received, ...fields]))).toEqual([]);
    expect(await rules(charset, Buffer.from(mail(PLAIN, [received, ...fields]), 'latin1'))).toEqual(['header-8bit']);
  });
});

describe('mss/message-id', () => {
  const one = mail(PLAIN);
  const pair = async (other: string | Buffer, declared: Declaration = {}) =>
    (
      await all(messageId, [
        { path: 'a.eml', text: one },
        { path: 'b.eml', text: other, declared },
      ])
    ).findings.map(({ rule, at, args }) => [rule, at.artifact, args?.where]);

  it('knows one mail exported twice, whatever was added on its way', async () => {
    expect(await pair(one)).toEqual([]);
    expect(await pair(Buffer.from(one))).toEqual([]);
    const delivered = `Return-Path: <claire.martin@exemple.mssante.fr>\nReceived: from a by b; Mon, 16 Mar 2026 10:30:02 +0100\n${one}`;
    expect(await pair(delivered)).toEqual([]);
    expect(
      await pair(one.replace('Subject: Essai', 'Subject:\n Essai\nBcc: <hugo.bernard@exemple.mssante.fr>')),
    ).toEqual([]);
  });

  it('knows it in the log of its sending', async () => {
    const said = mail(PLAIN.replace('voici', 'voici.\n.')).trimEnd().split('\n');
    const log = [
      ...['S: 220 smtp.exemple.mssante.fr', 'C: EHLO poste', 'S: 250 smtp.exemple.mssante.fr'],
      ...['C: MAIL FROM:<claire.martin@exemple.mssante.fr>', 'S: 250 ok'],
      ...['C: RCPT TO:<jean.correspondant@exemple.mssante.fr>', 'S: 250 ok', 'C: DATA', 'S: 354 go'],
      ...said.map((line) => `C: ${line.startsWith('.') ? '.' : ''}${line}`),
      ...['C: .', 'S: 250 ok', 'C: QUIT', 'S: 221 bye'],
    ].join('\n');
    const told = await all(messageId, [
      { path: 'a.eml', text: said.join('\n') },
      { path: 'smtp.log', text: log },
    ]);
    expect([told.evaluated, told.findings]).toEqual([2, []]);
  });

  it.each([
    one.replace('voici', 'voilà'),
    one.replace('Essai', 'Autre'),
    one.replace('10:30:00', '10:31:00'),
    one.replace('jean.correspondant', 'hugo.bernard'),
  ])('finds it twice', async (other) => {
    expect(await pair(other)).toEqual([['duplicate', 'b.eml', 'a.eml:5 Message-ID']]);
  });

  it('does not count what was not sent', async () => {
    const other = one.replace('Essai', 'Autre');
    expect(await pair(other, { role: 'incoming' })).toEqual([]);
    const forward = mail(
      multipart('mixed', PLAIN, `Content-Type: message/rfc822\n\n${other}`),
      changed('Message-ID', 'Message-ID: <2@exemple.mssante.fr>'),
    );
    expect(await pair(forward)).toEqual([]);
  });

  it('says once what a mail lacks', async () => {
    expect(await rules(messageId, mail(PLAIN, changed('Message-ID', 'X: 1')))).toEqual(['missing']);
    expect(await rules(messageId, mail(PLAIN, changed('Message-ID', 'Message-ID:')))).toEqual(['missing']);
    expect(await rules(messageId, mail(PLAIN, [...FIELDS, 'message-id: <2@b>']))).toEqual(['repeated']);
  });
});

describe('mss/message-form', () => {
  it.each([
    ['a group', changed('To', 'To: undisclosed-recipients:;')],
    ['several recipients', changed('To', 'To: "MARTIN, Claire" <a@b.fr>, (bureau) c@d.fr,\n e@f.fr')],
    ['authors and a sender', changed('From', 'From: <a@b.fr>, <c@d.fr>\nSender: <a@b.fr>')],
    ['a comma in a name', changed('From', 'From: "MARTIN, Claire" <a@b.fr>')],
    ['a blind copy only', changed('To', 'Bcc:')],
    ['a commented version', changed('MIME', 'MIME-Version: 1.0 (produit par (essai))')],
    [
      'fields of delivery',
      ['Received: a; x', 'Received: b; y', 'DKIM-Signature: v=1', 'DKIM-Signature: v=1', ...FIELDS],
    ],
  ])('is right with %s', async (_, fields) => {
    expect(await rules(messageForm, mail(PLAIN, fields))).toEqual([]);
  });

  it('is right without MIME, when nothing asks for it', async () => {
    expect(await rules(messageForm, mail('\nBonjour', changed('MIME', 'X: 1')))).toEqual([]);
  });

  it.each([
    ['missing', changed('From', 'X: 1')],
    ['no-address', changed('From', 'From: Claire Martin')],
    ['no-address', changed('To', 'To: jean.correspondant: exemple')],
    ['sender', changed('From', 'From: a@b.fr, MARTIN <c@d.fr>')],
    ['no-recipient', changed('To', 'X: 1')],
    ['repeated', [...FIELDS, 'cc: a@b.fr', 'Cc: c@d.fr']],
    ['repeated', [...FIELDS, 'Subject: Autre']],
    ['mime-version', changed('MIME', 'MIME-Version: 2.0')],
    ['line-length', changed('Subject', `Subject: ${'mot '.repeat(300)}`)],
  ])('finds %s', async (rule, fields) => {
    expect(await rules(messageForm, mail(PLAIN, fields))).toEqual([rule]);
  });

  it('finds a long line where it is', async () => {
    const text = mail(multipart('mixed', PLAIN, PDF.replace('JVBERi0xLjQ=', `JVBE\n${'A'.repeat(1000)}`)));
    const { findings } = await all(messageForm, [{ path: 'a.eml', text }]);
    expect(findings.map(({ rule, at }) => [rule, at.line])).toEqual([
      ['line-length', text.split('\n').findIndex((line) => line.length > 998) + 1],
    ]);
    expect(await rules(messageForm, mail(`\n${'a'.repeat(998)}\n${'b'.repeat(998)}`))).toEqual([]);
  });

  it.each([
    ['attachment-type', 'application/pdf', 'application/octet-stream'],
    ['attachment-disposition', 'attachment;', 'inline;'],
    ['attachment-encoding', 'Content-Transfer-Encoding: base64', 'X: 1'],
  ])('finds %s', async (rule, good, bad) => {
    expect(await rules(messageForm, mail(multipart('mixed', PLAIN, PDF)))).toEqual([]);
    expect(await rules(messageForm, mail(multipart('mixed', PLAIN, PDF.replace(good, bad))))).toEqual([rule]);
  });
});

describe('mss/message-size', () => {
  const heavy = `\n${`${'a'.repeat(70)}\n`.repeat(380_000)}`;

  it('is that of mails to patients only', async () => {
    const toPatient = changed('To', 'To: <285076311399048@patient.mssante.fr>');
    expect(await rules(messageSize, mail(heavy, toPatient))).toEqual(['too-large']);
    expect(await rules(messageSize, mail(PLAIN, toPatient))).toEqual([]);
    expect((await all(messageSize, [{ path: 'a.eml', text: mail(PLAIN) }])).applies).toBe(false);
  });
});
