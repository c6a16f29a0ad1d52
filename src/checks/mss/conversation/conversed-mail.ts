import { type Artifact, type Declaration, isKind } from '../../../artifacts/artifact.js';
import { headersNamed, leaves } from '../../../artifacts/mail/mail.js';
import { messageIdentifiers } from '../../../artifacts/mail/message-identifiers.js';
import { addressesOf } from '../../../identity/addresses.js';
import type { Place } from '../../define.js';
import { answeredSubject, isForwardSubject, isReplySubject } from '../../mails/answering.js';
import { carriedDocuments } from '../../mails/carried-documents.js';
import { bareId, messageIdOf } from '../../mails/message-ids.js';
import { claimsReceipt, type ReadingReceipt, readingReceiptsOf, returnedId } from '../../mails/reading-receipt.js';
import { answersTo, lowerAddressesIn } from '../../mails/recipients.js';
import { isSending } from '../../mails/sending.js';

/** What is kept of a mail to tell which one it answers or reports on. Message-IDs are without their brackets, addresses in lower case. */
export interface ConversedMail {
  readonly path: string;
  readonly role: Declaration['role'];
  /** The vendor's software made it. */
  readonly isSending: boolean;
  /** Attached to another mail. */
  readonly isAttached: boolean;
  readonly messageId: string | undefined;
  readonly inReplyTo: Threading | undefined;
  readonly references: Threading | undefined;
  readonly subject: Subject;
  readonly from: readonly string[];
  /** Where answers go: Reply-To, else From. */
  readonly answersTo: readonly string[];
  readonly to: readonly string[];
  /** To, Cc and Bcc. Sets, since a thousand receipts may be about one mail. */
  readonly recipients: ReadonlySet<string>;
  /** Where servers say that they left it. */
  readonly deliveredTo: ReadonlySet<string>;
  /** Addresses that ask for a reading receipt. */
  readonly receiptTo: ReadonlySet<string> | undefined;
  readonly returnPath: string | undefined;
  /** Files attached, those of attached mails too. */
  readonly files: readonly AttachedFile[];
  /** SHA-256 of the documents that it carries in an archive. */
  readonly documents: readonly string[];
  readonly receipts: readonly ReadingReceipt[];
  readonly claimsReceipt: boolean;
  readonly isReport: boolean;
  /** Of the original that it returns. */
  readonly returnedId: string | undefined;
  /** The mails attached to it: one that is judged alone may hold its original. */
  readonly attached: readonly ConversedMail[];
}

/** A field that names other mails. */
interface Threading {
  readonly at: Place;
  readonly ids: readonly string[];
  /** Holds something else than message identifiers (RFC 5322 §3.6.4). */
  readonly isIrregular: boolean;
}

interface Subject {
  readonly at: Place;
  readonly text: string;
  readonly isReply: boolean;
  readonly isForward: boolean;
  /** Under which a mail and its answers have the same. */
  readonly key: string;
}

interface AttachedFile {
  readonly kind: string;
  readonly sha256: string;
  /** Attached to this mail itself. */
  readonly isOwn: boolean;
}

const ASKS = 'Disposition-Notification-To';

/** Plain values of a mail, a few hundred bytes. */
export function conversed(mail: Artifact<'mail'>): ConversedMail {
  const { path, content, declared } = mail;
  const lower = (...fields: string[]) => lowerAddressesIn(mail, ...fields);
  const [subject] = headersNamed(content, 'Subject');
  const parts = leaves(content);
  return {
    path,
    role: declared.role,
    isSending: isSending(mail),
    isAttached: mail.within === 'mail',
    messageId: messageIdOf(mail),
    inReplyTo: threading(mail, 'In-Reply-To'),
    references: threading(mail, 'References'),
    subject: {
      at: { artifact: path, line: subject?.line ?? 1, path: 'Subject' },
      text: subject?.value ?? '',
      isReply: isReplySubject(subject?.value ?? ''),
      isForward: isForwardSubject(subject?.value ?? ''),
      key: answeredSubject(subject?.value ?? '')
        .toLowerCase()
        .replace(/\s+/g, ' '),
    },
    from: lower('from'),
    answersTo: answersTo(mail),
    to: lower('to'),
    recipients: new Set(lower('to', 'cc', 'bcc')),
    deliveredTo: new Set(lower('delivered-to', 'x-original-to', 'original-recipient')),
    receiptTo: headersNamed(content, ASKS).length > 0 ? new Set(lower(ASKS)) : undefined,
    returnPath: addressesOf(headersNamed(content, 'Return-Path')[0]?.raw ?? '')[0]?.toLowerCase(),
    files: attachedFiles(mail, true),
    documents: carriedDocuments(mail).map(({ cda }) => cda.sha256),
    receipts: readingReceiptsOf(mail),
    claimsReceipt: claimsReceipt(mail),
    isReport: content.reports.length > 0,
    returnedId: content.reports.length > 0 ? returnedId(parts) : undefined,
    attached: mail.children.flatMap((child) => (isKind(child, 'mail') ? [conversed(child)] : [])),
  };
}

function threading(mail: Artifact<'mail'>, name: string): Threading | undefined {
  const first = headersNamed(mail.content, name).find(({ value }) => value !== '');
  if (!first) return undefined;
  const { ids, rest } = messageIdentifiers(first.raw);
  return {
    at: { artifact: mail.path, line: first.line, path: first.name },
    // That it comes again is for mss/message-form.
    ids: ids.map(bareId).filter((id) => id !== ''),
    isIrregular: rest !== '',
  };
}

function attachedFiles(mail: Artifact<'mail'>, isOwn: boolean): AttachedFile[] {
  return mail.children.flatMap((child) =>
    child.kind === 'mail'
      ? [{ kind: child.kind, sha256: child.sha256, isOwn }, ...attachedFiles(child, false)]
      : [{ kind: child.kind, sha256: child.sha256, isOwn }],
  );
}

/** Mails by their Message-ID; one that is a file of its own rather than one that another mail returns. */
export function byMessageId(mails: readonly ConversedMail[]): Map<string, ConversedMail> {
  const found = new Map<string, ConversedMail>();
  for (const mail of mails.flatMap((each) => [each, ...each.attached])) {
    if (mail.messageId === undefined) continue;
    const known = found.get(mail.messageId);
    if (!known || (known.isAttached && !mail.isAttached)) found.set(mail.messageId, mail);
  }
  return found;
}

/** True when a mail sends back every archive and PDF of another, itself or in the mail that it returns. */
export function returnsFiles(mail: ConversedMail, original: ConversedMail): boolean {
  const returned = new Set(mail.files.map(({ sha256 }) => sha256));
  return original.files
    .filter(({ kind, isOwn }) => isOwn && (kind === 'xdm' || kind === 'pdf'))
    .every(({ sha256 }) => returned.has(sha256));
}
