import { defineSetCheck, type RawFinding, type Rule } from '../define.js';
import type { ReadingReceipt } from '../mails/reading-receipt.js';
import { mssRule } from '../sources/mss-rule.js';
import { voletRule } from '../sources/volet-rule.js';
import { byMessageId, type ConversedMail, returnsFiles } from './conversation/conversed-mail.js';
import { type Exchanged, exchanged, isComparedWithMessage } from './conversation/delivered-mails.js';

const CLAUSE = mssRule('ECO.3.1.6', 'MSS/UX.34');

function rfc(section: string, severity: Rule['severity'] = 'error'): Rule {
  return { ...CLAUSE, severity, clause: `${CLAUSE.clause}, RFC 8098 §${section}` };
}

const RULES = {
  report: rfc('3'),
  parts: rfc('3'),
  recipient: rfc('3.2.4'),
  disposition: rfc('3.2.6'),
  repeated: rfc('3.1'),
  'original-id': rfc('3.2.5'),
  unidentified: rfc('3.2.5', 'warning'),
  'returned-original': rfc('3.2.5'),
  'not-asked': rfc('2.1'),
  'of-report': rfc('2.1'),
  'sent-to': rfc('3'),
  twice: rfc('2.1'),
  automatic: rfc('2.1', 'warning'),
  'other-mailbox': rfc('3.2.4', 'warning'),
  'not-returned': voletRule('structure du MDN, pièces jointes', 'warning', 0, 0, ''),
  subject: voletRule('structure du MDN, objet', 'warning', 0, 0, ''),
  'no-original': rfc('3.2.5', 'info'),
} as const satisfies Record<string, Rule>;

type Found = RawFinding<keyof typeof RULES>;

const NIL = 'X-MSS-NIL: 1234';
const AGAIN = `--=_report_segur_fixture
Content-Type: message/disposition-notification

Final-Recipient: rfc822;jean.correspondant@exemple.mssante.fr
Original-Message-ID: <20260316103000.1@exemple.mssante.fr>
Disposition: automatic-action/MDN-sent-automatically; processed
--=_report_segur_fixture--`;

/** A receipt that the software returns is one that the other's software reads, of a mail that asked for it. */
export const readingReceipt = defineSetCheck({
  id: 'mss/reading-receipt',
  on: ['mail', 'hl7v2'],
  rules: RULES,
  examples: [
    { ...returned('report', 'report-type=disposition-notification', 'report-type=receipt') },
    returned('parts', 'Content-Type: text/plain; charset=UTF-8', 'Content-Type: application/octet-stream'),
    notification('recipient', 'Final-Recipient: rfc822; ', 'Final-Recipient: '),
    notification('disposition', '; displayed', '; read'),
    notification('repeated', 'displayed', 'displayed\nDisposition: manual-action/MDN-sent-manually; deleted'),
    notification('original-id', 'Original-Message-ID', 'X-Original-Message-ID'),
    plain('unidentified', ''),
    notification('returned-original', 'Original-Message-ID: <', 'Original-Message-ID: <autre.'),
    {
      ...notification('not-asked', 'Disposition-Notification-To', 'X-Disposition-Notification-To'),
      part: 'question.headers',
    },
    notification('of-report', '<20260303090000.7@', '<20260302140000.5@'),
    { ...notification('sent-to', '\nTo: <jean.correspondant@', '\nTo: <hugo.bernard@'), part: 'read.headers' },
    returned('twice', '--=_report_segur_fixture--', AGAIN),
    { ...returned('automatic', NIL, `Return-Path: <hugo.bernard@exemple.mssante.fr>\n${NIL}`), part: 'headers' },
    { ...notification('other-mailbox', '\nTo: <claire.martin@', '\nTo: <secretariat@'), part: 'question.headers' },
    returned('not-returned', 'Content-Type: message/rfc822', 'Content-Type: text/rfc822-headers'),
    returned('subject', 'Subject: ', 'Subject: Lu : '),
    plain('no-original', 'Original-Message-ID: <autre@exemple.mssante.fr>\n'),
  ],
  keep: exchanged,
  run: (kept: readonly Exchanged[]) => {
    const mails = kept.flatMap(({ mail }) => mail ?? []);
    const delivers = new Set(kept.flatMap((each) => each.delivers ?? []));
    const known = byMessageId(mails);
    const told = new Map<string, ConversedMail>();
    const findings: Found[] = [];
    let evaluated = 0;
    for (const mail of mails) {
      if (!mail.isSending || (mail.receipts.length === 0 && !mail.claimsReceipt)) continue;
      evaluated++;
      const at = { artifact: mail.path, line: 1 };
      if (mail.receipts.length === 0) findings.push({ rule: 'parts', at });
      for (const receipt of mail.receipts) {
        const id = receipt.originalId ?? mail.returnedId ?? mail.inReplyTo?.ids[0];
        const original = id === undefined ? undefined : known.get(id);
        // What another's software returns for a mail of ours is not ours.
        if (original?.role === 'outgoing' && mail.role === undefined) continue;
        if (receipt.shape) findings.push({ rule: receipt.shape, at: receipt.at });
        if (!isComparedWithMessage(delivers, receipt.originalId, original))
          findings.push(...judgeFields(mail, receipt, original));
        if (original) findings.push(...judgeAnswer(mail, receipt, original), ...judgeReturn(mail, receipt, original));
        else if (id !== undefined) findings.push({ rule: 'no-original', at: receipt.originalAt, args: { id } });
        const key = `${id}\n${receipt.finalRecipient}\n${receipt.type}`;
        const before = told.get(key);
        if (id !== undefined && before && (before === mail || before.messageId !== mail.messageId))
          findings.push({ rule: 'twice', at: receipt.at, args: { other: before.path } });
        if (!before) told.set(key, mail);
      }
    }
    return { evaluated, findings, ...(evaluated === 0 && { applies: false }) };
  },
});

function judgeFields(mail: ConversedMail, receipt: ReadingReceipt, original: ConversedMail | undefined): Found[] {
  const { at, recipientAt, finalRecipient, isTyped, disposition, isRegular, originalId, repeated } = receipt;
  const found: Found[] = [];
  if (finalRecipient === undefined || !isTyped) found.push({ rule: 'recipient', at: recipientAt });
  if (!isRegular) found.push({ rule: 'disposition', at, actual: disposition ?? '' });
  if (repeated) found.push({ rule: 'repeated', at: { ...at, line: repeated.line }, args: { field: repeated.name } });
  if (originalId === undefined) {
    const id = mail.returnedId ?? original?.messageId;
    found.push(id === undefined ? { rule: 'unidentified', at } : { rule: 'original-id', at, args: { id } });
  } else if (returnsAnother(mail, receipt))
    found.push({
      rule: 'returned-original',
      at: receipt.originalAt,
      args: { id: mail.returnedId ?? '' },
      actual: originalId,
    });
  return found;
}

function returnsAnother({ returnedId }: ConversedMail, { originalId }: ReadingReceipt): boolean {
  return originalId !== undefined && returnedId !== undefined && returnedId !== originalId;
}

/** Whom it is for, and whether it was asked. */
function judgeAnswer(mail: ConversedMail, receipt: ReadingReceipt, original: ConversedMail): Found[] {
  const { at, isAutomatic } = receipt;
  const args = { other: original.path };
  if (original.isReport) return [{ rule: 'of-report', at: receipt.originalAt, args }];
  // Nothing tells which of both was read.
  if (returnsAnother(mail, receipt)) return [];
  // A copy that the receipt returns may have lost fields.
  if (!original.receiptTo) return original.isAttached ? [] : [{ rule: 'not-asked', at, args }];
  const found: Found[] = [];
  const asked = original.receiptTo;
  const [first] = asked;
  // That nobody is written to is for mss/message-form; a request without an address is its sender's fault.
  if (first !== undefined && mail.to.length > 0 && !mail.to.some((address) => asked.has(address)))
    found.push({
      rule: 'sent-to',
      at: { artifact: mail.path, line: 1, path: 'To' },
      args: { ...args, address: first },
    });
  if (isAutomatic && original.returnPath !== undefined && !asked.has(original.returnPath))
    found.push({ rule: 'automatic', at, args });
  const { recipients, deliveredTo } = original;
  const own = [receipt.finalRecipient, receipt.originalRecipient].filter((address) => address !== undefined);
  const isKnown = (address: string): boolean => recipients.has(address) || deliveredTo.has(address);
  if (own.length > 0 && recipients.size + deliveredTo.size > 0 && !own.some(isKnown))
    found.push({ rule: 'other-mailbox', at: receipt.recipientAt, args });
  return found;
}

/** What the volet adds when the documents of the mail were filed, or not, without anybody seeing it. */
function judgeReturn(mail: ConversedMail, receipt: ReadingReceipt, original: ConversedMail): Found[] {
  if (receipt.type !== 'processed' || receipt.isError || original.documents.length === 0) return [];
  const found: Found[] = [];
  const args = { other: original.path };
  if (!returnsFiles(mail, original)) found.push({ rule: 'not-returned', at: receipt.at, args });
  if (mail.subject.text !== original.subject.text) found.push({ rule: 'subject', at: mail.subject.at, args });
  return found;
}

function notification<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'mail-conversation' as const, part: 'read.notification', good, bad };
}

function returned<R extends string>(rule: R, good: string, bad: string) {
  return { rule, base: 'hl7v2-delivery' as const, part: 'receipt', good, bad };
}

/** A mail of text made a receipt, which names a mail or none. */
function plain<R extends string>(rule: R, named: string) {
  const bad = `Content-Type: multipart/report; report-type=disposition-notification; boundary=lu

--lu
Content-Type: text/plain; charset=UTF-8

Lu.
--lu
Content-Type: message/disposition-notification

Final-Recipient: rfc822; claire.martin@exemple.mssante.fr
${named}Disposition: manual-action/MDN-sent-manually; displayed
--lu--

`;
  return {
    rule,
    base: 'mail-plain' as const,
    part: 'body',
    good: 'Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n',
    bad,
  };
}
