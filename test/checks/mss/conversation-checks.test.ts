import { describe, expect, it } from 'vitest';
import type { Artifact, Declaration } from '../../../src/artifacts/artifact.js';
import { type CheckContext, NOTHING_DECLARED } from '../../../src/checks/context.js';
import { artifactsOfFile, knownCheck, type Ran, runCheck } from '../../support/run-check.js';

const OURS = 'claire@exemple.mssante.fr';
const THEIRS = 'jean@exemple.mssante.fr';
const DOSSIER: CheckContext = { ...NOTHING_DECLARED, productReferences: ['1234'] };
const SENT = { role: 'outgoing' } as const;
const RECEIVED = { role: 'incoming' } as const;

interface Mail {
  readonly source: string;
  readonly declared?: Declaration;
}

/** A mail of text, between our user and a correspondent. */
function mail(
  declared: Declaration,
  id: string,
  headers: readonly string[],
  from = declared.role === 'incoming',
): Mail {
  const [author, recipient] = from ? [THEIRS, OURS] : [OURS, THEIRS];
  const ends = [
    `From: ${author}`,
    `To: ${recipient}`,
    `Message-ID: <${id}@x.fr>`,
    ...headers,
    'Content-Type: text/plain',
  ];
  return { declared, source: `${ends.join('\n')}\n\nBonjour` };
}

interface ReportParts {
  readonly headers?: readonly string[];
  readonly type?: 'disposition-notification' | 'delivery-status';
  readonly text?: string;
  readonly fields: readonly string[];
  readonly rest?: readonly string[];
}

function report(declared: Declaration, { headers, type, text, fields, rest = [] }: ReportParts): Mail {
  const kind = type ?? 'disposition-notification';
  const parts = [
    `Content-Type: text/plain; charset=utf-8\n\n${text ?? 'Lu.'}`,
    `Content-Type: message/${kind}\n\n${fields.join('\n')}`,
    ...rest,
  ];
  const top = [
    `From: ${declared.role === 'incoming' ? THEIRS : OURS}`,
    ...(headers ?? [`To: ${THEIRS}`, 'Message-ID: <mdn@x.fr>']),
    `Content-Type: multipart/report; report-type=${kind}; boundary=b`,
  ];
  return { declared, source: `${top.join('\n')}\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n` };
}

async function on(id: string, mails: readonly Mail[], context = DOSSIER): Promise<Ran> {
  const read = mails.map(({ source, declared = {} }, index) =>
    artifactsOfFile({ path: `${index}.eml`, bytes: Buffer.from(source) }, declared),
  );
  const artifacts: Artifact[] = (await Promise.all(read)).flat();
  return runCheck(knownCheck(id), artifacts, context);
}

const rules = ({ findings }: Ran) => findings.map(({ rule }) => rule).sort();

describe('mss/reply', () => {
  const question = mail(RECEIVED, 'q', ['Subject: Bilan', 'References: <a@x.fr>']);
  const answers = (...headers: string[]) => on('mss/reply', [question, mail(SENT, 'r', headers)]);

  it.each([
    [['In-Reply-To: <q@x.fr>', 'References: <a@x.fr> <q@x.fr>'], []],
    [['In-Reply-To:\n <q@x.fr>', 'References: <a@x.fr>\n\t<q@x.fr>'], []],
    [['In-Reply-To: <q@x.fr> (votre message)', 'References: <a@x.fr> <b@x.fr> <q@x.fr>'], []],
    [['In-Reply-To: <a@x.fr> <q@x.fr>', 'References: <a@x.fr> <q@x.fr>'], []],
    [['Subject: Réf : 12'], []],
    [['Subject: Fwd: Bilan'], []],
    [['Subject: Re: Bilan'], ['unthreaded']],
    [['Subject: RE : bilan'], ['unthreaded']],
    [['Subject: Re: Re[2]: Bilan'], ['unthreaded']],
    [['Subject: =?utf-8?q?R=C3=A9p_=3A_Bilan?='], ['unthreaded']],
    [['Subject: Re: Autre chose'], ['threading']],
    [['Subject: Re: Bilan', 'In-Reply-To:'], ['unthreaded']],
    [['References: <a@x.fr> <q@x.fr>'], ['in-reply-to']],
    [['In-Reply-To: <q@x.fr>'], ['references']],
    [['In-Reply-To: q@x.fr', 'References: <a@x.fr> <q@x.fr>'], ['identifiers']],
    [['In-Reply-To: <q@x.fr>', 'References: <a@x.fr>, <q@x.fr>'], ['identifiers']],
    [['In-Reply-To: <q@x.fr>', 'References: <q@x.fr> <a@x.fr>'], ['last']],
    [['In-Reply-To: <q@x.fr>', 'References: <q@x.fr>'], ['chain']],
    [['In-Reply-To: <r@x.fr>', 'References: <a@x.fr> <r@x.fr>'], ['itself']],
    [['In-Reply-To: <z@x.fr>', 'References: <z@x.fr>'], ['no-original']],
    [['Subject: Re: Bilan', 'In-Reply-To: <z@x.fr>', 'References: <z@x.fr>'], ['other-original']],
    [['Subject: Re: Bilan', 'In-Reply-To: <z@x.fr>', 'References: <q@x.fr> <z@x.fr>'], ['no-original']],
  ])('of %j', async (headers, found) => {
    expect(rules(await answers(...headers))).toEqual(found);
  });

  it('follows Reply-To, and says which mail is answered', async () => {
    const elsewhere = mail(RECEIVED, 'q', ['Subject: Bilan', 'Reply-To: secretariat@exemple.mssante.fr']);
    const reply = mail(SENT, 'r', ['Subject: Re: Bilan', 'Cc: secretariat@exemple.mssante.fr']);
    const { findings } = await on('mss/reply', [elsewhere, reply]);
    expect(findings).toMatchObject([{ rule: 'unthreaded', at: { artifact: '1.eml' }, args: { other: '0.eml' } }]);
  });

  it('leaves alone what others write, reports, and mails that answer nothing', async () => {
    const received = mail(RECEIVED, 'q', ['Subject: Re: Bilan']);
    const receipt = report(SENT, {
      headers: ['Subject: Re: Bilan', 'In-Reply-To: <q@x.fr>'],
      fields: ['Disposition: x'],
    });
    expect(await on('mss/reply', [received, receipt, mail(SENT, 'n', ['Subject: Bilan'])])).toMatchObject({
      evaluated: 0,
      applies: false,
    });
  });

  it('answers itself or turns in circles without end', async () => {
    const circle = ['a', 'b', 'c'].map((id, index) =>
      mail(SENT, id, [`In-Reply-To: <${'bca'[index]}@x.fr>`, `References: <${'bca'[index]}@x.fr>`]),
    );
    expect((await on('mss/reply', circle)).evaluated).toBe(3);
    const own = mail(SENT, 'o', [`Cc: ${OURS}`, 'Subject: Re: Note']);
    expect(rules(await on('mss/reply', [own]))).toEqual(['threading']);
  });
});

const FIELDS = [
  `Final-Recipient: rfc822; ${OURS}`,
  'Original-Message-ID: <q@x.fr>',
  'Disposition: manual-action/MDN-sent-manually; displayed',
];

describe('mss/reading-receipt', () => {
  const question = mail(RECEIVED, 'q', [`Disposition-Notification-To: ${THEIRS}`]);
  const returned = (parts: Partial<ReportParts>, original: Mail = question) =>
    on('mss/reading-receipt', [original, report(SENT, { fields: FIELDS, ...parts })]);

  it.each([
    ['displayed', []],
    ['deleted', []],
    ['DISPLAYED', []],
    ['processed/error', []],
    ['dispatched/error,x-other', []],
    ['denied', ['disposition']],
    ['read', ['disposition']],
    ['', ['disposition']],
  ])('of the disposition %j', async (type, found) => {
    const disposition = `Disposition: automatic-action/MDN-sent-automatically;${type}`;
    expect(rules(await returned({ fields: [...FIELDS.slice(0, 2), disposition] }))).toEqual(found);
  });

  it.each([
    [`Final-Recipient: rfc822;${OURS}`, []],
    [`Final-Recipient: RFC822; Claire <${OURS}>`, []],
    [`Final-Recipient: ${OURS}`, ['recipient']],
    ['Final-Recipient: rfc822; claire', ['recipient']],
    ['Final-Recipient: rfc822; autre@exemple.fr', ['other-mailbox']],
    [`Final-Recipient: rfc822; autre@exemple.fr\nOriginal-Recipient: rfc822; ${OURS}`, []],
  ])('of %j', async (field, found) => {
    expect(rules(await returned({ fields: [field, ...FIELDS.slice(1)] }))).toEqual(found);
  });

  it('goes to nobody in particular when the request has no address', async () => {
    expect(rules(await returned({}, mail(RECEIVED, 'q', ['Disposition-Notification-To: oui'])))).toEqual([]);
  });

  it('takes the original that comes back, or its head, and nothing else after the notification', async () => {
    const head = 'Content-Type: text/rfc822-headers\n\nMessage-ID:\n <q@x.fr>\nSubject: Bilan';
    const other = 'Content-Type: text/rfc822-headers\n\nSubject: Bilan\nMessage-ID: <z@x.fr>';
    const zip = 'Content-Type: application/zip; name=a.zip\n\nx';
    expect(rules(await returned({ rest: [head, zip] }))).toEqual([]);
    expect(rules(await returned({ rest: [other] }))).toEqual(['returned-original']);
    expect(rules(await returned({ rest: [other] }, mail(RECEIVED, 'q', [])))).toEqual(['returned-original']);
    expect(rules(await returned({ rest: ['Content-Type: text/plain\n\nSuite'] }))).toEqual(['parts']);
    const unnamed = [FIELDS[0] ?? '', FIELDS[2] ?? ''];
    expect(rules(await returned({ fields: unnamed, rest: [head] }))).toEqual(['original-id']);
    expect(rules(await returned({ fields: unnamed }))).toEqual(['unidentified']);
  });

  it('wants the notification at the root, but for a signature', async () => {
    const { source } = report(SENT, { fields: FIELDS });
    const cut = source.indexOf('Content-Type: multipart/report');
    const within = (type: string) => ({
      declared: SENT,
      source: `${source.slice(0, cut)}Content-Type: ${type}; boundary=o\n\n--o\n${source.slice(cut)}\n--o--\n`,
    });
    expect(rules(await on('mss/reading-receipt', [question, within('multipart/signed')]))).toEqual([]);
    expect(rules(await on('mss/reading-receipt', [question, within('multipart/mixed')]))).toEqual(['report']);
  });

  it('goes to whoever asked, when it was asked', async () => {
    const elsewhere = mail(RECEIVED, 'q', ['Disposition-Notification-To: Secrétariat <s@exemple.fr>']);
    expect(rules(await returned({}, elsewhere))).toEqual(['sent-to']);
    expect(rules(await returned({}, mail(RECEIVED, 'q', [])))).toEqual(['not-asked']);
    const copy = `Content-Type: message/rfc822\n\nFrom: ${THEIRS}\nTo: ${OURS}\nSubject: Bilan\nMessage-ID: <q@x.fr>\n\nBonjour`;
    expect(rules(await on('mss/reading-receipt', [report(SENT, { fields: FIELDS, rest: [copy] })]))).toEqual([]);
  });

  it('leaves by itself only to where the mail came from', async () => {
    const from = (path: string) =>
      mail(RECEIVED, 'q', [`Return-Path: <${path}>`, `Disposition-Notification-To: ${THEIRS}`]);
    const automatic = {
      fields: [...FIELDS.slice(0, 2), 'Disposition: automatic-action/MDN-sent-automatically; displayed'],
    };
    expect(rules(await returned(automatic, from('autre@exemple.fr')))).toEqual(['automatic']);
    expect(rules(await returned(automatic, from(THEIRS)))).toEqual([]);
    expect(rules(await returned({}, from('autre@exemple.fr')))).toEqual([]);
  });

  it('leaves once: the same file twice is one receipt', async () => {
    const one = report(SENT, { fields: FIELDS });
    const again = report(SENT, { fields: FIELDS, headers: [`To: ${THEIRS}`, 'Message-ID: <mdn2@x.fr>'] });
    expect(rules(await on('mss/reading-receipt', [question, one, one]))).toEqual([]);
    expect(rules(await on('mss/reading-receipt', [question, one, again]))).toEqual(['twice']);
  });

  it('is not looked at when another wrote it', async () => {
    const theirs = report(RECEIVED, { fields: ['Disposition: x'] });
    expect(await on('mss/reading-receipt', [theirs])).toMatchObject({ evaluated: 0, applies: false });
    const ofOurs = report({}, { fields: ['Original-Message-ID: <l@x.fr>'] });
    expect(rules(await on('mss/reading-receipt', [mail(SENT, 'l', []), ofOurs]))).toEqual([]);
  });

  it('says to be one, but holds nothing', async () => {
    const empty = {
      declared: SENT,
      source: `From: ${OURS}\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nLu.\n--b--\n`,
    };
    expect(rules(await on('mss/reading-receipt', [empty]))).toEqual(['parts']);
  });
});

describe('mss/integration-error', () => {
  const SUBJECT = 'Subject: =?utf-8?q?[KO_Int=C3=A9gration_syst=C3=A8me_!]?=[902] XDM/1.0/DDM+CR TEST-ALPHA CAMILLE';
  const copy = `Content-Type: message/rfc822\n\nFrom: ${THEIRS}\nTo: ${OURS}\nSubject: Bilan\nMessage-ID: <q@x.fr>\n\nBonjour`;
  const told = (subject: string, text: string, error: string, rest = [copy]) =>
    on('mss/integration-error', [
      report(SENT, { headers: [subject], text, fields: [...FIELDS.slice(0, 2), error], rest }),
    ]);

  it.each([
    ['Error: 902^Patient inconnu', 'Erreur 902 : patient inconnu', []],
    ['Error: 902^Patient inconnu^messageErrorCondition| E', 'Erreur 902^Patient  inconnu^…', []],
    ['Error: 902^Patient inconnu', 'Patient inconnu', ['text']],
    ['Error: 902^Patient inconnu', 'Erreur 9020 : patient inconnu', ['text']],
    ['Error: 902^Patient inconnu', 'Erreur 902', ['label']],
    ['Error: Patient inconnu', 'Erreur 902 : patient inconnu', ['code']],
    ['Error: 999^Patient inconnu', 'Erreur 999 : patient inconnu', ['other-code', 'unknown-code']],
  ])('of %j told as %j', async (error, text, found) => {
    const disposition = 'Disposition: automatic-action/MDN-sent-automatically; processed/error';
    const ran = await told(SUBJECT, text, `${disposition}\n${error}`);
    expect(rules(ran)).toEqual([...found, 'not-returned'].sort());
  });

  it('is read in the disposition too, and under the older subjects', async () => {
    const error = 'Disposition: automatic-action/MDN-sent-automatically; processed/Error: 902^Patient, inconnu';
    const text = 'Erreur 902 : Patient, inconnu';
    for (const start of ["[Erreur d'intégration !][902]", '[KO Intégration système ! ]'])
      expect(rules(await told(`Subject: ${start} XDM/1.0/DDM+CR TEST-ALPHA`, text, error))).toEqual(['not-returned']);
    expect(rules(await told(SUBJECT, text, error, []))).toEqual(['not-returned', 'original']);
    expect(rules(await told('Subject: Lu', text, error))).toEqual([]);
  });

  it('is told by a mail of text when no receipt was asked for', async () => {
    const plain = (text: string) => ({
      declared: SENT,
      source: `From: ${OURS}\n${SUBJECT}\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n${text}\n--b\n${copy}\n--b--\n`,
    });
    expect(rules(await on('mss/integration-error', [plain('Code 902')]))).toEqual(['not-returned']);
    expect(rules(await on('mss/integration-error', [plain('Patient inconnu')]))).toEqual(['not-returned', 'text']);
    expect(await on('mss/integration-error', [mail(SENT, 'n', ['Subject: Erreur 902'])])).toMatchObject({
      applies: false,
    });
  });
});

describe('mss/delivery-report', () => {
  const letter = mail(SENT, 'l', ['Subject: Bilan']);
  const delivered = [
    `Reporting-MTA: dns; mx.exemple.fr\n`,
    `Final-Recipient: rfc822; ${THEIRS}`,
    'Action: delivered',
    'Status: 2.0.0',
  ];
  const head = (id: string) => `Content-Type: text/rfc822-headers\n\nMessage-ID: <${id}@x.fr>`;
  const dsn = (fields: readonly string[], rest: readonly string[] = [head('l')], headers: readonly string[] = []) =>
    report({}, { type: 'delivery-status', fields, rest, headers });

  it.each([
    [delivered, []],
    [[`Reporting-MTA: dns; x\n`, `Original-Recipient: rfc822; ${THEIRS}`, 'Action: relayed (to X.400)'], []],
    [['Reporting-MTA: dns; x'], ['unreadable']],
    [[`Reporting-MTA: dns; x\n`, `Final-Recipient: rfc822; ${THEIRS}`], ['unreadable']],
    [[`Reporting-MTA: dns; x\n`, 'Action: delivered'], ['unreadable']],
    [[`Reporting-MTA: dns; x\n`, 'Final-Recipient: rfc822; z@z.fr', 'Action: delivered'], ['recipient']],
    [[`Reporting-MTA: dns; x\n`, `Final-Recipient: rfc822; ${THEIRS}`, 'Action: Failed'], ['failed']],
  ])('that says %j', async (fields, found) => {
    expect(rules(await on('mss/delivery-report', [letter, dsn(fields)]))).toEqual(found);
  });

  it('concludes nothing from a report that tells nothing', async () => {
    const nothing = await on('mss/delivery-report', [letter, dsn(['Reporting-MTA: dns; x'])]);
    expect(nothing.evaluated).toBe(0);
    expect(nothing.applies).not.toBe(false);
    expect(await on('mss/delivery-report', [letter, dsn(delivered)])).toMatchObject({ evaluated: 1 });
  });

  it('is tied to the mail by what it returns, its thread, or its envelope', async () => {
    const ties = [
      dsn(delivered, [], ['In-Reply-To: <l@x.fr>']),
      dsn(delivered, ['Content-Type: message/rfc822\n\nSubject: Bilan\nMessage-ID: <l@x.fr>\n\nx']),
      dsn(['Original-Envelope-ID: l@x.fr', ...delivered], []),
    ];
    for (const tie of ties) expect(rules(await on('mss/delivery-report', [letter, tie]))).toEqual([]);
    expect(rules(await on('mss/delivery-report', [letter, dsn(delivered, [])]))).toEqual(['unidentified']);
    expect(rules(await on('mss/delivery-report', [letter, dsn(delivered, [head('z')])]))).toEqual(['other-mail']);
  });

  it('asks for the mail when it is not there, in a dossier only', async () => {
    const alone = [dsn(delivered, [head('z')])];
    expect((await on('mss/delivery-report', alone)).needs).toMatchObject([
      { code: 'need/reported-mail', args: { id: 'z@x.fr' } },
    ]);
    expect(await on('mss/delivery-report', alone, NOTHING_DECLARED)).toMatchObject({
      evaluated: 1,
      needs: [],
      findings: [],
    });
    const unnamed = { declared: SENT, source: `From: ${OURS}\nTo: ${THEIRS}\n\nBonjour` };
    expect(await on('mss/delivery-report', [unnamed, ...alone])).toMatchObject({ needs: [], findings: [] });
  });

  it('may be a reading receipt that was received, by the mail that it names', async () => {
    const read = report(RECEIVED, {
      fields: [`Final-Recipient: rfc822; ${THEIRS}`, 'Original-Message-ID: <l@x.fr>', FIELDS[2] ?? ''],
    });
    expect(await on('mss/delivery-report', [letter, read])).toMatchObject({ evaluated: 1, findings: [] });
    const other = report(RECEIVED, {
      headers: ['In-Reply-To: <l@x.fr>'],
      fields: [`Final-Recipient: rfc822; ${THEIRS}`, ...FIELDS.slice(1)],
    });
    expect(rules(await on('mss/delivery-report', [letter, other]))).toEqual(['other-mail']);
    expect(await on('mss/delivery-report', [letter, report(SENT, { fields: FIELDS })])).toMatchObject({
      applies: false,
    });
  });
});
