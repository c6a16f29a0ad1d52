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
      .flatMap((request) => {
        const wanted = new Set(request.recipients.map(({ text }) => text.toLowerCase()));
        const carrier: Carrier = { request, wanted };
        return request.documents.flatMap(namesOf).map((name) => ({ name, carrier }));
      }),
    ({ name }) => name,
  );
  return kept.flatMap(({ mail }) => {
    if (!mail) return [];
    const names = mail.documents.flatMap(namesOf);
    const carriers = new Set(names.flatMap((name) => carrying.get(name) ?? []).map(({ carrier }) => carrier));
    let best: { readonly request: MailRequest; readonly likeness: number } | undefined;
    for (const carrier of carriers) {
      if (mail.mailbox !== 'APP' && !asksMail(carrier.request)) continue;
      const found = likeness(mail, carrier);
      if (!best || found > best.likeness) best = { request: carrier.request, likeness: found };
    }
    return best ? [{ request: best.request, mail }] : [];
  });
}

/** A message that carries a document, and the addresses in lower case that it is for. */
interface Carrier {
  readonly request: MailRequest;
  readonly wanted: ReadonlySet<string>;
}

/** Without a declaration, the mail of a document that no message wants mailed is no mail of the platform. */
function asksMail({ toProfessionals, toPatient }: MailRequest): boolean {
  return toProfessionals?.value === 'Y' || toPatient?.value === 'Y';
}

/** A document may be sent, sent again, then deleted: the message that fits a mail best is the one that it was made of. */
function likeness(mail: SentMail, { request, wanted }: Carrier): number {
  const isWanted = [...mail.professionals, ...mail.patients].some(({ text }) => wanted.has(text));
  return (mail.speaksOfDeletion === request.deletes ? 2 : 0) + (isWanted ? 1 : 0);
}

/** What two documents share that are the same, or were. */
export function namesOf({ name, sha256 }: NamedDocument): string[] {
  return [`sha256 ${sha256}`, ...(name === undefined ? [] : [`id ${name}`])];
}
