import { type Artifact, contained, type Declaration } from '../../../artifacts/artifact.js';
import { headersNamed } from '../../../artifacts/mail/mail.js';
import type { Place } from '../../define.js';
import { archivesOf } from '../../mails/carried-documents.js';
import { messageIdOf } from '../../mails/message-ids.js';
import { type ReadingReceipt, readingReceiptsOf } from '../../mails/reading-receipt.js';
import { lowerAddressesIn } from '../../mails/recipients.js';
import { documentOf } from '../../submissions/archive-files.js';
import { nameOf, type Told } from './exchanged.js';

/** A document of the archive of a mail. */
interface MailedDocument {
  readonly name: string | undefined;
  readonly sha256: string;
  readonly at: Place;
  /** The event of the message that delivers it: to file it, to replace another, to delete it. */
  readonly event: 'T02' | 'T10' | 'T04';
}

/** What is kept of a mail to be compared with the messages that deliver its documents. */
export interface Mailed {
  readonly path: string;
  readonly role: Declaration['role'];
  /** Without its brackets. */
  readonly messageId: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly documents: readonly MailedDocument[];
  readonly asksReceipt: boolean;
  readonly receipts: readonly ReadingReceipt[];
  readonly subject: Told | undefined;
}

export function mailed(mail: Artifact<'mail'>): Mailed {
  const { path, content, declared } = mail;
  const [subject] = headersNamed(content, 'Subject');
  return {
    path,
    role: declared.role,
    messageId: messageIdOf(mail) ?? '',
    from: lowerAddressesIn(mail, 'from', 'sender', 'reply-to'),
    to: lowerAddressesIn(mail, 'to', 'cc', 'bcc', 'original-recipient', 'delivered-to'),
    documents: archivesOf(mail).flatMap(documentsOf),
    asksReceipt: headersNamed(content, 'Disposition-Notification-To').length > 0,
    receipts: readingReceiptsOf(mail),
    subject: subject && { text: subject.value, at: { artifact: path, line: subject.line } },
  };
}

const EVENTS = { C: 'T10', D: 'T04' } as const;

function documentsOf(xdm: Artifact<'xdm'>): MailedDocument[] {
  const actions = new Map<string, string>();
  for (const subset of xdm.content.subsets)
    for (const entry of subset.metadata.documentEntries) {
      const cda = documentOf(xdm, subset, entry);
      const action = entry.slot('urn:action:extraMetadataSlot')[0]?.value;
      if (cda && action !== undefined) actions.set(cda.path, action);
    }
  return contained(xdm, 'cda').map((cda) => {
    const action = actions.get(cda.path);
    return {
      name: nameOf(cda),
      sha256: cda.sha256,
      at: { artifact: cda.path },
      event: action === 'C' || action === 'D' ? EVENTS[action] : 'T02',
    };
  });
}
