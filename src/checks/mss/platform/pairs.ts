import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import { groupBy } from '../../../artifacts/group-by.js';
import type { NamedDocument } from '../../cda/hl7-transport/exchanged.js';
import { type MailRequest, mailRequests } from './mail-requests.js';
import { type SentMail, sentMail } from './sent-mails.js';

/** What the checks on the platform's mails keep of a message or of a mail. */
export interface PlatformKept {
  readonly requests: readonly MailRequest[];
  readonly mail?: SentMail;
}

/** A mail with the message that it was made of. */
export interface PlatformPair {
  readonly request: MailRequest;
  readonly mail: SentMail;
}

export function platformKept(artifact: Artifact<'mail'> | Artifact<'hl7v2'>): PlatformKept {
  if (isKind(artifact, 'hl7v2')) return { requests: mailRequests(artifact) };
  const mail = sentMail(artifact);
  return { requests: [], ...(mail && { mail }) };
}

/** Pairs each mail with the message that carries the same document: the bytes are the same, or the id is. */
export function platformPairs(kept: readonly PlatformKept[]): PlatformPair[] {
  const carrying = groupBy(
    kept
      .flatMap(({ requests }) => requests)
      .flatMap((request) => request.documents.flatMap(namesOf).map((name) => ({ name, request }))),
    ({ name }) => name,
  );
  return kept.flatMap(({ mail }) => {
    if (!mail) return [];
    const names = mail.documents.flatMap(namesOf);
    const requests = new Set(names.flatMap((name) => carrying.get(name) ?? []).map(({ request }) => request));
    const candidates = [...requests].filter((request) => mail.mailbox === 'APP' || asksMail(request));
    const [request] = candidates.sort((one, other) => likeness(mail, other) - likeness(mail, one));
    return request ? [{ request, mail }] : [];
  });
}

/** Without a declaration, the mail of a document that no message wants mailed is no mail of the platform. */
function asksMail({ toProfessionals, toPatient }: MailRequest): boolean {
  return toProfessionals?.value === 'Y' || toPatient?.value === 'Y';
}

/** A document may be sent, sent again, then deleted: the message that fits a mail best is the one that it was made of. */
function likeness(mail: SentMail, request: MailRequest): number {
  const wanted = new Set(request.recipients.map(({ text }) => text.toLowerCase()));
  const isWanted = [...mail.professionals, ...mail.patients].some(({ text }) => wanted.has(text));
  return (mail.speaksOfDeletion === request.deletes ? 2 : 0) + (isWanted ? 1 : 0);
}

/** What two documents share that are the same, or were. */
export function namesOf({ name, sha256 }: NamedDocument): string[] {
  return [`sha256 ${sha256}`, ...(name === undefined ? [] : [`id ${name}`])];
}
