import { describe, expect, it } from 'vitest';
import { patients } from '../../../fixtures/make/patients.js';
import { edit, type RecipeOptions, recipe } from '../../../fixtures/make/recipe.js';
import type { Declaration } from '../../../src/artifacts/artifact.js';
import { type CheckContext, NOTHING_DECLARED } from '../../../src/checks/context.js';
import type { Check } from '../../../src/checks/define.js';
import { automaticSending } from '../../../src/checks/mss/automatic-sending.js';
import { deliveryRequest } from '../../../src/checks/mss/delivery-request.js';
import { mesHeader } from '../../../src/checks/mss/mes-header.js';
import { patientAddress } from '../../../src/checks/mss/patient-address.js';
import { receiptRequest } from '../../../src/checks/mss/receipt-request.js';
import { senderLabel } from '../../../src/checks/mss/sender-label.js';
import { type Edit, rules } from '../../support/on-mail.js';
import { artifactsOf, artifactsOfFile, type Ran, runCheck } from '../../support/run-check.js';

const DOSSIER: CheckContext = { ...NOTHING_DECLARED, productReferences: ['1234'] };
const OWN = 'claire.martin@exemple.mssante.fr';
const SENT = { role: 'outgoing', mailbox: 'PER' } as const;
const AUTOMATIC = { role: 'outgoing', mailbox: 'APP' } as const;

/** What a check gives on a mail of these fields and this content, which starts by its own fields. */
async function on(
  check: Check,
  fields: readonly string[],
  declared: Declaration = SENT,
  { context = NOTHING_DECLARED, content = 'Content-Type: text/plain\n\nBonjour' } = {},
): Promise<Ran> {
  const head = ['Date: Mon, 2 Mar 2026 10:30:00 +0100', 'Message-ID: <1@exemple.mssante.fr>', ...fields].join('\n');
  const bytes = Buffer.from(`${head}\nMIME-Version: 1.0\n${content}\n`.replaceAll('\n', '\r\n'));
  return runCheck(check, await artifactsOfFile({ path: 'message.eml', bytes }, declared), context);
}

const RECEIPT = `Content-Type: multipart/report; report-type=disposition-notification; boundary=b

--b
Content-Type: text/plain

Lu.
--b
Content-Type: message/disposition-notification

Final-Recipient: rfc822; ${OWN}
Original-Message-ID: <2@exemple.mssante.fr>
Disposition: manual-action/MDN-sent-manually; displayed
--b--`;

describe('mss/sender-label', () => {
  it.each([
    `Dr_Claire_MARTIN_Cabinet des Essais <${OWN}>`,
    `Claire_MARTIN <${OWN}>`,
    `"Dr_Jean-Marc_O'BRIEN-LÉVÊQUE_Centre (urgences), site 2" <${OWN}>`,
    `=?UTF-8?B?RHJfSW7DqHNfRFVCT0lTX0POk2U=?=\n <${OWN}>`,
    `=?ISO-8859-1?Q?Dr=5FIn=E8s=5FDUBOIS?= =?ISO-8859-1?Q?=5FCentre?= <${OWN}>`,
    `"=?UTF-8?Q?Dr=5FIn=C3=A8s=5FDUBOIS?=" <${OWN}>`,
    `Infirmier_Hugo_BERNARD <${OWN}>`,
    `DR_HUGO_BERNARD (test) <${OWN}>`,
    `Mme_Claire_DE LA TOUR_Service_de_soins <${OWN}>`,
  ])('takes %j for a person', async (from) => {
    expect(await on(senderLabel, [`From: ${from}`])).toMatchObject({ evaluated: 1, findings: [], needs: [] });
  });

  it.each<[string, string]>([
    [OWN, 'no-label'],
    [`<${OWN}>`, 'no-label'],
    [`"" <${OWN}>`, 'no-label'],
    [`" " <${OWN}>`, 'no-label'],
    [`${OWN} (Claire MARTIN)`, 'no-label'],
    [`"'${OWN}'" <${OWN}>`, 'address-as-label'],
    [`"${OWN.toUpperCase()}" <${OWN}>`, 'address-as-label'],
    [`Dr Claire MARTIN <${OWN}>`, 'person-form'],
    [`Dr_MARTIN_Claire <${OWN}>`, 'person-form'],
    [`MARTIN_Claire <${OWN}>`, 'person-form'],
    [`Dr_MARTIN <${OWN}>`, 'person-form'],
    [`Claire_Martin <${OWN}>`, 'person-form'],
    [`_MARTIN <${OWN}>`, 'person-form'],
    [`Cabinet des Essais <${OWN}>`, 'person-form'],
    [`Claire_MARTIN <claire.martin@exemple.fr>`, 'other-domain'],
  ])('finds what is wrong in %j', async (from, rule) => {
    expect(rules(await on(senderLabel, [`From: ${from}`]))).toEqual([rule]);
  });

  it.each(['ORG', 'APP'] as const)('wants the name of a service for %s', async (mailbox) => {
    const label = async (text: string) =>
      rules(await on(senderLabel, [`From: ${text} <a@b.mssante.fr>`], { role: 'outgoing', mailbox }));
    expect(await label('Cabinet des Essais')).toEqual([]);
    expect(await label('Service_de_RADIOLOGIE')).toEqual([]);
    expect(await label('secretariat')).toEqual([]);
    expect(await label('Dr_Claire_MARTIN')).toEqual(['person-of-shared']);
  });

  it('judges what holds for all, and asks for the kind of the mailbox in a dossier', async () => {
    const from = [`From: Cabinet des Essais <${OWN}>`];
    expect(await on(senderLabel, from, {})).toMatchObject({ evaluated: 1, findings: [], needs: [] });
    const inDossier = await on(senderLabel, from, { role: 'outgoing' }, { context: DOSSIER });
    expect(inDossier).toMatchObject({ findings: [], needs: [{ code: 'need/mailbox-kind' }] });
    expect(rules(await on(senderLabel, [`From: ${OWN}`], {}))).toEqual(['no-label']);
  });

  it('is not about receipts, what is received and what a patient writes', async () => {
    const bare = [`From: ${OWN}`];
    expect(await on(senderLabel, bare, SENT, { content: RECEIPT })).toMatchObject({ applies: false });
    expect(await on(senderLabel, bare, { role: 'incoming' })).toMatchObject({ applies: false });
    expect(await on(senderLabel, [`From: ${patients.alpha.ins?.matricule}@patient.mssante.fr`], {})).toMatchObject({
      applies: false,
    });
    expect(await on(senderLabel, [])).toMatchObject({ applies: false });
  });
});

describe('mss/automatic-sending', () => {
  const from = 'From: Cabinet des Essais <envoi@exemple.mssante.fr>';
  const replyTo = `Reply-To: "Dr_Claire_MARTIN" <${OWN}>`;
  const text = (body: string, head = 'Content-Type: text/plain; charset=UTF-8') => ({ content: `${head}\n\n${body}` });
  const notice = `Message généré automatiquement, joindre ${OWN}.`;

  it.each([
    text(`Bonjour\n\n${notice}`),
    text(`${notice}\n${'ligne\n\n'.repeat(9)}`),
    text(`Message AUTOMATIQUE\n<mailto:Claire.Martin@Exemple.mssante.fr>`),
    text(
      `Message g=C3=A9n=C3=A9r=C3=A9 automa=\ntiquement, joindre claire.martin=40exemple.mssante.fr`,
      'Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable',
    ),
    text(
      Buffer.from(notice, 'latin1').toString('base64'),
      'Content-Type: text/plain; charset=ISO-8859-1\nContent-Transfer-Encoding: base64',
    ),
    text(
      `--b\nContent-Type: text/plain; charset=UTF-8\n\n${notice}\n--b\nContent-Type: text/html\n\n<p>Bonjour</p>\n--b--`,
      'Content-Type: multipart/alternative; boundary=b',
    ),
  ])('takes a right notice: %j', async (content) => {
    expect(await on(automaticSending, [from, replyTo], AUTOMATIC, content)).toMatchObject({
      evaluated: 2,
      findings: [],
    });
  });

  it.each<[string, string]>([
    ['Bonjour', 'no-notice'],
    [`Joindre ${OWN}`, 'no-notice'],
    [`${notice}\n${'ligne\n'.repeat(10)}`, 'no-notice'],
    ['Message automatique', 'notice-address'],
    [`Message automatique, joindre marie-${OWN}`, 'notice-address'],
    [`Message automatique, joindre ${OWN}.exemple.fr`, 'notice-address'],
    ['Message automatique, joindre envoi@exemple.mssante.fr', 'notice-address'],
  ])('finds what lacks at the end of %j', async (body, rule) => {
    expect(rules(await on(automaticSending, [from, replyTo], AUTOMATIC, text(body)))).toEqual([rule]);
  });

  it.each<[string[], string]>([
    [[], 'no-reply-to'],
    [['Reply-To: '], 'no-reply-to'],
    [['Reply-To: cabinet'], 'no-reply-to'],
    [['Reply-To: ENVOI@exemple.mssante.fr'], 'reply-to-sender'],
    [[`Reply-To: ${OWN}, envoi@exemple.mssante.fr`], 'reply-to-sender'],
    [[`Reply-To: ${OWN}, contact@exemple.fr`], 'reply-to-outside'],
    [['Reply-To: contact@exemple.fr'], 'reply-to-outside'],
    [[`Reply-To: ${OWN}, 285076311399048@patient.mssante.fr`], 'reply-to-outside'],
  ])('finds what is wrong in %j', async (fields, rule) => {
    expect(rules(await on(automaticSending, [from, ...fields], AUTOMATIC, text(notice)))).toEqual([rule]);
  });

  it('looks for no notice without a plain text, which another check asks for', async () => {
    const html = text('<p>Bonjour</p>', 'Content-Type: text/html');
    expect(await on(automaticSending, [from, replyTo], AUTOMATIC, html)).toMatchObject({ evaluated: 1, findings: [] });
  });

  it('is about the mailboxes of software only, and not about receipts', async () => {
    expect(await on(automaticSending, [from], SENT)).toMatchObject({ applies: false });
    expect(await on(automaticSending, [from], { role: 'outgoing' })).toMatchObject({ applies: false });
    expect(await on(automaticSending, [from], AUTOMATIC, { content: RECEIPT })).toMatchObject({ applies: false });
    expect(await on(automaticSending, [from], { ...AUTOMATIC, role: 'incoming' })).toMatchObject({ applies: false });
  });
});

describe('mss/delivery-request', () => {
  const from = `From: Claire_MARTIN <${OWN}>`;

  it.each([OWN, `<${OWN}>`, `<${OWN.toUpperCase()}>`, `"Claire MARTIN"\n <${OWN}>`])('takes %j', async (value) => {
    expect(await on(deliveryRequest, [from, `Return-Receipt-To: ${value}`])).toMatchObject({
      evaluated: 1,
      findings: [],
    });
  });

  it.each<[string, string]>([
    ['', 'no-address'],
    ['<>', 'no-address'],
    ['oui', 'no-address'],
    ['autre@exemple.mssante.fr', 'other-address'],
    [`${OWN}, autre@exemple.mssante.fr`, 'other-address'],
  ])('refuses %j', async (value, rule) => {
    expect(rules(await on(deliveryRequest, [from, `Return-Receipt-To: ${value}`]))).toEqual([rule]);
  });

  it('finds nothing to look at in a mail that asks for nothing', async () => {
    expect(await on(deliveryRequest, [from])).toMatchObject({ evaluated: 0, findings: [], applies: true });
    expect(await on(deliveryRequest, [`Return-Receipt-To: ${OWN}`])).toMatchObject({ evaluated: 0, findings: [] });
    expect(await on(deliveryRequest, [from, 'Return-Receipt-To: x'], { role: 'incoming' })).toMatchObject({
      applies: false,
    });
  });
});

describe('mss/receipt-request', () => {
  const from = `From: Claire_MARTIN <${OWN}>`;
  const asks = (value: string) => [from, `Disposition-Notification-To: ${value}`];

  it.each([OWN, `<${OWN}>`, `autre@exemple.mssante.fr,\n "Claire MARTIN" <${OWN.toUpperCase()}>`])(
    'takes %j',
    async (value) => {
      expect(await on(receiptRequest, asks(value))).toMatchObject({ evaluated: 1, findings: [] });
    },
  );

  it('takes the mailbox that answers go to', async () => {
    const fields = [
      'From: Cabinet <envoi@exemple.mssante.fr>',
      `Reply-To: ${OWN}`,
      `Disposition-Notification-To: ${OWN}`,
    ];
    expect(rules(await on(receiptRequest, fields, AUTOMATIC))).toEqual([]);
  });

  it.each<[string, string]>([
    ['', 'no-address'],
    ['1', 'no-address'],
    ['autre@exemple.mssante.fr', 'other-address'],
  ])('finds what is wrong in %j', async (value, rule) => {
    expect(rules(await on(receiptRequest, asks(value)))).toEqual([rule]);
  });

  it('lets no receipt ask for one', async () => {
    expect(rules(await on(receiptRequest, asks(OWN), SENT, { content: RECEIPT }))).toEqual(['in-receipt']);
    expect(await on(receiptRequest, [from], SENT, { content: RECEIPT })).toMatchObject({ applies: false });
    expect(await on(receiptRequest, asks('1'), { role: 'incoming' })).toMatchObject({ applies: false });
    expect(await on(receiptRequest, asks('1').slice(1))).toMatchObject({ evaluated: 0, findings: [] });
    expect(await on(receiptRequest, [from])).toMatchObject({ evaluated: 0, findings: [], applies: true });
  });
});

describe('mss/patient-address', () => {
  const from = `From: Claire_MARTIN <${OWN}>`;

  it.each([
    '285076311399048@patient.mssante.fr',
    '202112a00499202@Patient.MSSante.fr',
    'Reponse.automatique-test@patient.mssante.fr',
    // No such domain is known: nothing tells that it is wrong.
    '285076311399048@patient.formation.mssante.fr, 285076311399048@patient.mssante.fr',
    `${OWN}, 285076311399048@patient.mssante.fr`,
  ])('takes %j', async (to) => {
    expect(await on(patientAddress, [from, `To: ${to}`])).toMatchObject({ evaluated: 1, findings: [] });
  });

  it.each([
    '285076311399048@mssante.fr',
    '202112a00499202@exemple.mssante.fr',
    '"Camille" <285076311399048@patients.mssante.fr>',
    '285076311399048@patient.mssante.com',
  ])('knows a matricule before another domain: %j', async (to) => {
    expect(rules(await on(patientAddress, [from, `Cc: ${to}`]))).toEqual(['other-domain']);
  });

  const toPatient = async (options: RecipeOptions, edits: readonly Edit[], context = NOTHING_DECLARED) => {
    const made = edits.reduce((each, [part, good, bad]) => edit(each, part, good, bad), recipe('mail', options));
    const artifacts = await artifactsOf(made, { ...SENT, patient: 'A' });
    return rules(runCheck(patientAddress, artifacts, context));
  };
  const patient = { recipient: 'patient' } as const;
  const gender: Edit = ['cda', 'administrativeGenderCode code="F"', 'administrativeGenderCode nullFlavor="UNK"'];
  const ins = '<id root="1.2.250.1.213.1.4.10" extension="285076311399048"/>';

  it('wants a qualified INS in every document, whatever X-MSS-INS says', async () => {
    expect(await toPatient(patient, [])).toEqual([]);
    expect(await toPatient(patient, [gender])).toEqual(['unqualified-document']);
    expect(await toPatient(patient, [gender, ['headers', 'X-MSS-INS: O', 'X-MSS-INS: N']])).toEqual([
      'unqualified-document',
    ]);
    expect(await toPatient({ ...patient, documents: 2 }, [['cda2', ins, '']])).toEqual(['unqualified-document']);
  });

  it('leaves to other checks what they tell: another patient, a wrong key, a status that is declared', async () => {
    expect(await toPatient(patient, [['cda', ins, '']])).toEqual([]);
    const wrongKey: Edit[] = [
      ['cda', ins, '<id root="1.2.250.1.213.1.4.8" extension="285076311399049"/>'],
      ['headers', '<285076311399048@', '<285076311399049@'],
    ];
    expect(await toPatient(patient, wrongKey)).toEqual([]);
    const declared = (status: 'validée' | 'qualifiée') => ({ ...DOSSIER, patients: [{ id: 'A', status }] });
    expect(await toPatient(patient, [gender], declared('validée'))).toEqual([]);
    expect(await toPatient(patient, [gender], declared('qualifiée'))).toEqual(['unqualified-document']);
  });

  it('is not about mails without a patient', async () => {
    // The key is wrong: it is no matricule.
    expect(await on(patientAddress, [from, `To: ${OWN}, 285076311399049@exemple.mssante.fr`])).toMatchObject({
      applies: false,
    });
    expect(await on(patientAddress, [from, 'To: 285076311399048@patient.fr'], { role: 'incoming' })).toMatchObject({
      applies: false,
    });
  });
});

describe('mss/mes-header', () => {
  const fields = [`From: Claire_MARTIN <${OWN}>`, 'To: 285076311399048@patient.mssante.fr'];

  it('lets the mailbox of a software end every exchange by default', async () => {
    const ends = [...fields, 'X-MSS-MES: FIN'];
    expect(rules(await on(mesHeader, ends, AUTOMATIC, { context: DOSSIER }))).toEqual([]);
    expect(rules(await on(mesHeader, ends, SENT, { context: DOSSIER }))).toEqual(['undeclared']);
    expect(rules(await on(mesHeader, ends, SENT))).toEqual([]);
  });

  it('lets a professional be among the recipients', async () => {
    const mixed = [...fields, `Cc: ${OWN}`, 'X-MSS-MES: FIN'];
    expect(rules(await on(mesHeader, mixed, { ...SENT, 'no-reply': true }))).toEqual([]);
  });

  it('tells what the subject [FIN] closes', async () => {
    expect(rules(await on(mesHeader, [...fields, 'Subject: [FIN]']))).toEqual(['closes-all']);
    expect(rules(await on(mesHeader, [...fields, 'Subject: [FIN] Suivi']))).toEqual([]);
    expect(rules(await on(mesHeader, [...fields, 'Subject: [FIN]'], { ...SENT, 'no-reply': true }))).toEqual([
      'missing',
    ]);
  });

  it('is not about what is received', async () => {
    expect(await on(mesHeader, [...fields, 'X-MSS-MES: fin'], { role: 'incoming' })).toMatchObject({ applies: false });
  });
});
