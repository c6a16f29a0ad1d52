import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import { sentTransports } from '../../cda/hl7-transport/exchanged.js';
import { keptBy } from '../../kept-by.js';
import { bareId } from '../../mails/message-ids.js';
import { type ConversedMail, conversed } from './conversed-mail.js';

/** What a check on receipts keeps: a mail, or the documents and mails that a message hands to the software that they are for. */
export interface Exchanged {
  readonly mail?: ConversedMail;
  readonly delivers?: readonly string[];
}

export function exchanged(artifact: Artifact<'mail'> | Artifact<'hl7v2'>): Exchanged {
  if (isKind(artifact, 'mail')) return { mail: keptBy(conversed, artifact) };
  const delivering = sentTransports(artifact).filter(({ volet }) => volet === 'deliver');
  return {
    delivers: delivering.flatMap(({ mail, documents }) => [
      ...(mail ? [mailKey(bareId(mail.text))] : []),
      ...documents.map(({ sha256 }) => sha256),
    ]),
  };
}

function mailKey(id: string): string {
  return `mail ${id}`;
}

/** True for the receipt of a mail whose documents a message delivers: `cda/mail-receipt` compares it with that message. */
export function isComparedWithMessage(
  delivers: ReadonlySet<string>,
  originalId: string | undefined,
  original: ConversedMail | undefined,
): boolean {
  if (delivers.size === 0) return false;
  if (originalId === undefined) return true;
  if (original?.role === 'outgoing') return false;
  return delivers.has(mailKey(originalId)) || (original?.documents.some((sha256) => delivers.has(sha256)) ?? false);
}
