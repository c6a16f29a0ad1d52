import { type Artifact, isKind } from '../../artifacts/artifact.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { isPatientAddress } from '../../identity/addresses.js';
import { archivesOf } from './carried-documents.js';
import { subjectOf } from './mail-text.js';
import { addressesIn } from './recipients.js';

/**
 * True for a mail that the vendor's software made and sent, as far as is known: none that is declared received, that a patient wrote, that a mail
 * server wrote (DSN, or a text of its own), nor one that is attached to another mail.
 */
export function isSending(mail: Artifact<'mail'>): boolean {
  if (mail.within === 'mail' || mail.declared.role === 'incoming') return false;
  if (mail.content.reports.some(({ kind }) => kind === 'delivery-status')) return false;
  if (headersNamed(mail.content, 'From').some(({ raw }) => SERVER.test(raw))) return false;
  return !addressesIn(mail, ['from']).some(({ address }) => isPatientAddress(address));
}

/** Under which servers tell that a mail was not delivered, some in plain text rather than in a report (RFC 3464). */
const SERVER = /\bmailer-daemon\b/i;

/** True for a mail that tells what became of another one (MDN, RFC 8098): software composes it, not its sender. */
export function isReadingReceipt(mail: Artifact<'mail'>): boolean {
  return mail.content.reports.some(({ kind }) => kind === 'disposition-notification');
}

/** Subject of a mail that tells that a document could not be integrated (CI-SIS, Transmission au LPS d'un courriel MSSanté). */
const REFUSAL = /^\[(?:KO |Erreur )/i;

/**
 * True for a mail that transmits what it carries. A receipt, a mail that tells a failed integration and one that attaches the mail it got the
 * archive from give the sender's documents back, as the volet « Transmission au LPS d'un courriel MSSanté » wants: they announce nothing.
 */
export function isTransmission(mail: Artifact<'mail'>): boolean {
  if (!isSending(mail) || mail.content.reports.length > 0) return false;
  if (REFUSAL.test(subjectOf(mail))) return false;
  const received = mail.children.filter((child) => isKind(child, 'mail')).flatMap(archivesOf);
  const returned = new Set(received.map(({ sha256 }) => sha256));
  const archives = archivesOf(mail);
  return archives.length === 0 || !archives.every(({ sha256 }) => returned.has(sha256));
}
