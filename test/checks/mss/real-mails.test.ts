import { describe, expect, it } from 'vitest';
import { patients } from '../../../fixtures/make/patients.js';
import { assemble, recipe } from '../../../fixtures/make/recipe.js';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { attachments, headersNamed } from '../../../src/artifacts/mail/mail.js';
import { readMail } from '../../../src/artifacts/mail/read-mail.js';
import { NOTHING_DECLARED } from '../../../src/checks/context.js';
import { ALL_CHECKS } from '../../../src/checks/registry.js';
import { artifactsOfFile, runCheck } from '../../support/run-check.js';

const TEXT = 'Bonjour,\n\nVous trouverez ci-joint un document. Bien à vous,\nDr Claire MARTIN';
const HTML = '<p>Bonjour,</p><p>Vous trouverez ci-joint un document. Bien &agrave; vous,<br>Dr Claire MARTIN</p>';
const FROM = 'Dr_Claire_MARTIN_Cabinet des Essais <claire.martin@exemple.mssante.fr>';
const TO = 'jean.correspondant@exemple.mssante.fr';
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const TEXT_PART = `Content-Type: text/plain; charset=UTF-8; format=flowed\nContent-Transfer-Encoding: 8bit\n\n${TEXT}`;

/** What a conforming mail says of its documents, and its files in base64. */
function carried(patient = patients.alpha) {
  const mail = readMail(assemble(recipe('mail', { patient }))[0]?.bytes ?? new Uint8Array());
  const header = (name: string) => headersNamed(mail, name)[0]?.value ?? '';
  const fields = ['X-MSS-CODECDA', 'X-MSS-INS', 'X-MSS-NIL'].map((name) => `${name}: ${header(name)}`);
  const files = attachments(mail).map(({ fileName = '', mediaType, body }) => ({
    name: fileName,
    type: mediaType,
    base64: Buffer.from(body)
      .toString('base64')
      .replace(/.{76}(?=.)/g, '$&\n'),
  }));
  return { subject: header('Subject'), fields: fields.join('\n'), files };
}

type Carried = ReturnType<typeof carried>;

function multipart(type: string, boundary: string, parts: readonly string[]): string {
  const body = parts.map((part) => `--${boundary}\n${part}\n`).join('');
  return `Content-Type: multipart/${type};\n\tboundary="${boundary}"\n\n${body}--${boundary}--\n`;
}

function message({ fields }: Pick<Carried, 'fields'>, subject: string, body: string, more = ''): string {
  const date = 'Date: Mon, 16 Mar 2026 10:30:00 +0100 (CET)';
  return `${date}\nFrom: ${FROM}\nTo: ${TO}\nMessage-ID: <1094834071.1.1773@poste-01>\nSubject: ${subject}\n${fields}\n${more}MIME-Version: 1.0\n${body}`;
}

const alternative = (boundary: string, html = HTML) =>
  multipart('alternative', boundary, [TEXT_PART, `Content-Type: text/html; charset="utf-8"\n\n${html}`]);

const attached = ({ files }: Carried, named = (name: string) => `filename="${name}"`) =>
  files.map(
    ({ name, type, base64 }) =>
      `Content-Type: ${type};\n\tname="${name}"\nContent-Disposition: attachment;\n\t${named(name)}\nContent-Transfer-Encoding: base64\n\n${base64}\n`,
  );

/** A name as RFC 2231 cuts it. */
const inPieces = (name: string) =>
  (name.match(/.{1,30}/g) ?? [])
    .map(
      (piece, index) => `filename*${index}*=${index ? '' : "UTF-8''"}${encodeURIComponent(piece).replace(/'/g, '%27')}`,
    )
    .join(';\n ');

async function findings(source: string, declared: Declaration = {}): Promise<string[]> {
  const bytes = Buffer.from(source.replaceAll('\n', '\r\n'));
  const all = await artifactsOfFile({ path: 'message.eml', bytes }, declared);
  const [mail] = all;
  if (!mail) throw new Error('unreadable');
  return ALL_CHECKS.filter(({ kinds }) => kinds.includes('mail')).flatMap((check) =>
    runCheck(check, [mail], NOTHING_DECLARED)
      .findings.filter(({ rule }) => rule !== 'no-original')
      .map(({ rule }) => `${check.id}/${rule}`),
  );
}

const SIGNATURE = `Content-Type: application/pkcs7-signature; name="smime.p7s"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="smime.p7s"\n\nMIAGCSqGSIb3DQEHAqCA`;

describe.each([
  ['a simple name', patients.alpha],
  ['a name with an apostrophe', patients.bravo],
])('a document of a patient with %s', (_, patient) => {
  const sent = carried(patient);

  it.each([
    ['Jakarta Mail', multipart('mixed', '----=_Part_0_1094834071.1773', [TEXT_PART, ...attached(sent)])],
    ['MailKit', multipart('mixed', '=-kX3oFkqPzqRr==', [alternative('=-a=='), ...attached(sent)])],
    ['Thunderbird', multipart('mixed', '------------MIX', [TEXT_PART, ...attached(sent, inPieces)])],
    [
      'Outlook, with the image of a signature',
      multipart('mixed', '_005_', [
        multipart('related', '_004_', [
          alternative('_000_', `${HTML}<img src="cid:image001">`),
          `Content-Type: image/png; name="image001.png"\nContent-ID: <image001>\nContent-Disposition: inline; filename="image001.png"\nContent-Transfer-Encoding: base64\n\n${PNG}`,
        ]),
        ...attached(sent),
      ]),
    ],
    [
      'an agent that signs by S/MIME',
      multipart('signed', 'ms0', [multipart('mixed', 'MIX', [TEXT_PART, ...attached(sent)]), SIGNATURE]),
    ],
  ])('is right as %s writes it', async (_agent, body) => {
    expect(await findings(message(sent, sent.subject, body))).toEqual([]);
  });
});

describe('a mail that transmits nothing', () => {
  const sent = carried();
  const received = message(sent, sent.subject, multipart('mixed', 'IN', [TEXT_PART, ...attached(sent)]));
  const returned = `Content-Type: message/rfc822\nContent-Disposition: attachment\n\n${received}`;
  const own = { fields: 'X-MSS-NIL: 1234' };

  it('may forward one that was received', async () => {
    const body = multipart('mixed', 'OUT', [TEXT_PART, returned]);
    expect(await findings(message(own, 'Fwd: compte rendu', body))).toEqual([]);
  });

  it('may forward its text, and name it in References alone', async () => {
    expect(await findings(message(own, 'TR : rendez-vous', TEXT_PART, 'References: <a@exemple.fr>\n'))).toEqual([]);
    expect(await findings(message(own, 'rendez-vous', TEXT_PART, 'References: <a@exemple.fr>\n'))).toEqual([
      'mss/reply/in-reply-to',
    ]);
  });

  it('may tell an error and give the files back, whatever their names', async () => {
    const files = attached(sent, (name) => `filename="${name.replace(/^.*\.pdf$/, 'copie.pdf')}"`);
    const body = multipart('mixed', 'OUT', [
      `Content-Type: text/plain; charset=UTF-8\n\n902 inconnu`,
      returned,
      ...files,
    ]);
    const subject = `[KO =?UTF-8?Q?Int=C3=A9gration_syst=C3=A8me?= !][902] ${sent.subject}`;
    expect(await findings(message(own, subject, body))).toEqual([]);
    const passed = await findings(message(own, sent.subject, multipart('mixed', 'OUT', [TEXT_PART, ...files])));
    expect(passed).toContain('mss/pdf-name/form');
  });

  it('may be what a server writes in plain text', async () => {
    const bounce =
      'From: MAILER-DAEMON <>\nTo: a@exemple.mssante.fr\nSubject: failure notice\n\nYour mail was not sent.';
    expect(await findings(bounce)).toEqual([]);
  });

  it('may be a receipt without the reference of a product, unless it is said to be sent', async () => {
    const report = multipart('report; report-type=disposition-notification', 'MDN', [
      TEXT_PART,
      `Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; ${TO}\nOriginal-Message-ID: <a@exemple.fr>\nDisposition: manual-action/MDN-sent-manually; displayed`,
    ]);
    const receipt = message({ fields: 'X-Comment: -' }, 'Lu : rendez-vous', report);
    expect(await findings(receipt)).toEqual([]);
    expect(await findings(receipt, { role: 'outgoing' })).toEqual(['mss/nil-header/missing']);
  });
});
