import { type Artifact, contained } from '../../artifacts/artifact.js';
import { headersNamed, leaves, type MailHeader, type MailPart } from '../../artifacts/mail/mail.js';
import { addressesOf } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { withoutComments } from '../mails/field-comments.js';
import { isReadingReceipt, isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';
import { mailDateForm } from './message/mail-date.js';

const ECO_2_1_1 = mssRule('ECO.2.1.1', 'MSS/CONF.23', 'warning', 'observed');

const RULES = {
  missing: byRfc('5322, §3.6'),
  repeated: byRfc('5322, §3.6 ; RFC 2045, §3'),
  date: byRfc('5322, §3.3'),
  weekday: byRfc('5322, §3.3'),
  'obsolete-date': byRfc('5322, §4.3', 'warning'),
  'no-address': byRfc('5322, §3.4'),
  sender: byRfc('5322, §3.6.2'),
  'no-recipient': { ...byRfc('5322, §3.6.3', 'warning'), mark: 'observed' },
  'mime-version': byRfc('2045, §4', 'warning'),
  'line-length': byRfc('5322, §2.1.1'),
  'attachment-type': ECO_2_1_1,
  'attachment-disposition': ECO_2_1_1,
  'attachment-encoding': ECO_2_1_1,
} as const;

type Found = RawFinding<keyof typeof RULES>;

/** Fields that stand once at most. `mss/message-id` is about Message-ID, and the X-MSS fields have checks of their own. */
const SINGLE = [
  ...['Date', 'From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'In-Reply-To', 'References', 'Subject'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Content-Disposition'],
];
const ADDRESSES = ['From', 'Sender', 'Reply-To', 'To', 'Cc'];

/** What the documents of a mail are attached as, by the end of their names. */
const DOCUMENTS: readonly { readonly name: RegExp; readonly type: string }[] = [
  { name: /^ihe[_-]xdm\.zip$/i, type: 'application/zip' },
  { name: /\.pdf$/i, type: 'application/pdf' },
];

const DATE = 'Date: Mon, 16 Mar 2026 10:30:00 +0100';
const FROM = 'From: Dr_Claire_MARTIN_Cabinet des Essais <claire.martin@exemple.mssante.fr>';
const TO = 'To: <jean.correspondant@exemple.mssante.fr>';

/** A mail has the fields that it must have, once each, and its documents are attached as agents expect them. */
export const messageForm = defineCheck({
  id: 'mss/message-form',
  on: 'mail',
  rules: RULES,
  examples: [
    headersExample('missing', 'Date: ', 'X-Date: '),
    headersExample('repeated', TO, `${TO}\n${TO}`),
    headersExample('date', DATE, 'Date: lun., 16 mars 2026 10:30:00 +0100'),
    headersExample('weekday', DATE, 'Date: Tue, 16 Mar 2026 10:30:00 +0100'),
    headersExample('obsolete-date', DATE, 'Date: Mon, 16 Mar 26 09:30:00 GMT'),
    headersExample('no-address', TO, 'To: Jean Correspondant'),
    headersExample('sender', FROM, `${FROM}, Hugo_BERNARD <hugo.bernard@exemple.mssante.fr>`),
    headersExample('no-recipient', TO, 'X-Comment: 1'),
    headersExample('mime-version', 'MIME-Version: 1.0', 'X-Comment: 1'),
    {
      rule: 'line-length',
      base: 'mail-plain',
      part: 'body',
      good: 'quoted-printable\n\nBonjour,',
      bad: `7bit\n\nBonjour,${' au revoir,'.repeat(100)}`,
    },
    {
      rule: 'attachment-type',
      base: 'mail',
      part: 'attachments',
      good: 'IHE_XDM.zip | application/zip',
      bad: 'IHE_XDM.zip | application/octet-stream',
    },
    archiveExample(
      'attachment-disposition',
      'Content-Disposition: inline; filename="IHE_XDM.zip"\nContent-Transfer-Encoding: base64\n\nUEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==',
    ),
    archiveExample('attachment-encoding', 'Content-Disposition: attachment; filename="IHE_XDM.zip"\n\nPK'),
  ],
  run(mail) {
    if (!isSending(mail)) return { evaluated: 0, findings: [], applies: false };
    return {
      evaluated: 1,
      findings: [...fieldFaults(mail), ...dateFaults(mail), ...addressFaults(mail), ...partFaults(mail, mail.content)],
    };
  },
});

function fieldFaults(mail: Artifact<'mail'>): Found[] {
  const { content } = mail;
  const missing = ['Date', 'From'].filter((name) => headersNamed(content, name).length === 0);
  const recipients = ['To', 'Cc', 'Bcc'].some((name) => headersNamed(content, name).length > 0);
  const usesMime = content.headers.some(({ name }) => /^content-(?:type|transfer-encoding|disposition)$/i.test(name));
  const version = headersNamed(content, 'MIME-Version')[0];
  return [
    ...missing.map(
      (field): Found => ({ rule: 'missing', at: placeIn(mail, { line: 1, path: field }), args: { field } }),
    ),
    ...(recipients ? [] : [{ rule: 'no-recipient', at: placeIn(mail, { line: 1, path: 'To' }) } as const]),
    ...(usesMime && withoutComments(version?.raw ?? '').replace(/\s/g, '') !== '1.0'
      ? [{ rule: 'mime-version', at: placeIn(mail, { line: version?.line ?? 1, path: 'MIME-Version' }) } as const]
      : []),
  ];
}

function dateFaults(mail: Artifact<'mail'>): Found[] {
  const [date] = headersNamed(mail.content, 'Date');
  const form = date ? mailDateForm(date.raw) : 'right';
  if (!date || form === 'right') return [];
  const rule = ({ obsolete: 'obsolete-date', wrong: 'date', weekday: 'weekday' } as const)[form];
  return [{ rule, at: placeOf(mail, date), actual: date.value }];
}

function addressFaults(mail: Artifact<'mail'>): Found[] {
  // What a software sends by itself lacks its Reply-To then, which mss/automatic-sending tells.
  const told = mail.declared.mailbox === 'APP' && !isReadingReceipt(mail) ? 'Reply-To' : undefined;
  const found = ADDRESSES.filter((name) => name !== told)
    .flatMap((name) => headersNamed(mail.content, name))
    .filter(({ raw }) => addressesOf(raw).length === 0 && !isGroup(raw))
    .map((field): Found => ({ rule: 'no-address', at: placeOf(mail, field), args: { field: field.name } }));
  const [from] = headersNamed(mail.content, 'From');
  const authors = from ? addressesOf(from.raw).length : 0;
  if (from && authors > 1 && headersNamed(mail.content, 'Sender').length === 0)
    found.push({ rule: 'sender', at: placeOf(mail, from), args: { count: authors } });
  return found;
}

/** A group may be empty: `undisclosed-recipients:;` (RFC 5322 §3.4). */
function isGroup(raw: string): boolean {
  const colon = raw.indexOf(':');
  return colon !== -1 && raw.includes(';', colon);
}

function partFaults(mail: Artifact<'mail'>, top: MailPart): Found[] {
  const findings: Found[] = [];
  for (const part of withParts(top)) {
    for (const field of SINGLE) {
      const [, second] = headersNamed(part, field);
      // `mss/subject-form` says it of a mail with documents.
      if (!second || (field === 'Subject' && contained(mail, 'cda').length > 0)) continue;
      findings.push({ rule: 'repeated', at: placeOf(mail, second), args: { field } });
    }
    if (part.overlongLine !== undefined)
      findings.push({ rule: 'line-length', at: placeIn(mail, { line: part.overlongLine }) });
  }
  return [...findings, ...leaves(top).flatMap((part) => documentFaults(mail, part))];
}

function documentFaults(mail: Artifact<'mail'>, part: MailPart): Found[] {
  const type = DOCUMENTS.find(({ name }) => name.test(part.fileName ?? ''))?.type;
  if (type === undefined) return [];
  const at = (path: string) => placeIn(mail, { line: headersNamed(part, path)[0]?.line ?? part.line, path });
  const findings: Found[] = [];
  if (part.mediaType !== type)
    findings.push({ rule: 'attachment-type', at: at('Content-Type'), args: { type }, actual: part.mediaType });
  if (part.disposition !== 'attachment')
    findings.push({ rule: 'attachment-disposition', at: at('Content-Disposition'), actual: part.disposition ?? '' });
  if (part.encoding !== 'base64')
    findings.push({ rule: 'attachment-encoding', at: at('Content-Transfer-Encoding'), actual: part.encoding });
  return findings;
}

function* withParts(part: MailPart): Generator<MailPart> {
  yield part;
  for (const each of part.parts) yield* withParts(each);
}

function placeOf(mail: Artifact<'mail'>, { line, name }: MailHeader) {
  return placeIn(mail, { line, path: name });
}

function byRfc(clause: string, severity: Rule['severity'] = 'error'): Rule {
  return { severity, mark: 'primary', clause: `RFC ${clause}`, samples: null };
}

function headersExample<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'mail-plain' as const, part: 'headers', good, bad };
}

/** A text mail to which an archive is attached, its fields and its content being as given. */
function archiveExample<R extends string>(rule: R, archive: string) {
  const type = 'Content-Type: text/plain; charset=UTF-8\n';
  return {
    rule,
    base: 'mail-plain' as const,
    part: 'body',
    good: `${type}Content-Transfer-Encoding: quoted-printable\n\n`,
    bad: [
      'Content-Type: multipart/mixed; boundary="parts"\n',
      `--parts\n${type}\nVoici le document.`,
      `--parts\nContent-Type: application/zip\n${archive}`,
      '--parts--\n',
    ].join('\n'),
  };
}
