import { type Artifact, contained } from '../../artifacts/artifact.js';
import type { CdaPatient } from '../../artifacts/cda/patient.js';
import { attachments } from '../../artifacts/mail/mail.js';
import { subsetFolder } from '../../artifacts/xdm/xdm.js';

/** A CDA document that a mail carries in an XDM archive, with its patient. */
export interface CarriedDocument {
  readonly cda: Artifact<'cda'>;
  readonly patient: CdaPatient | undefined;
}

/** Documents of the XDM archives attached to a mail; those attached bare are not counted (ECO.2.4.1 speaks of archives). */
export function carriedDocuments(mail: Artifact<'mail'>): CarriedDocument[] {
  return archivesOf(mail).flatMap((archive) =>
    contained(archive, 'cda').map((cda) => ({ cda, patient: cda.content.patients[0] })),
  );
}

export function archivesOf(mail: Artifact<'mail'>): Artifact<'xdm'>[] {
  return contained(mail, 'xdm');
}

/** True for an archive that holds a document which could not be read: its reader tells it, and what the archive lacks is not known. */
export function holdsUnread({ path, content, children }: Artifact<'xdm'>): boolean {
  const read = new Set(children.map((child) => child.path.slice(path.length + 1)));
  return content.entries.some(
    ({ name }) => /\.xml$/i.test(name) && subsetFolder(name) === undefined && !read.has(name),
  );
}

/** Attachments that may hold documents and that no reader opens: encrypted mails, archives of another kind. */
const OPAQUE = /zip|compressed|pkcs7-mime|ms-tnef/i;
const OPAQUE_NAME = /\.(?:zip|p7m|7z|rar|tar|gz|dat)$/i;

/** True when a mail has an attachment that may hold documents out of sight: nothing can then be said of what it does not carry. */
export function hidesDocuments(mail: Artifact<'mail'>): boolean {
  if (archivesOf(mail).some(holdsUnread)) return true;
  const files = attachments(mail.content);
  // One that can't be read is not among the children at all.
  const opened = mail.children.filter((child) => child.kind !== 'other').length;
  if (files.length <= opened) return false;
  return files.some((part) => OPAQUE.test(part.mediaType) || OPAQUE_NAME.test(part.fileName ?? ''));
}
