import type { Artifact } from '../../artifacts/artifact.js';
import { isPatientAddress } from '../../identity/addresses.js';
import { addressesIn } from './recipients.js';

/**
 * True for a mail that the vendor's software made and sent, as far as is known: none that is declared received, that a patient wrote, that a mail
 * server wrote (DSN), nor one that is attached to another mail.
 */
export function isSending(mail: Artifact<'mail'>): boolean {
  if (mail.within === 'mail' || mail.declared.role === 'incoming') return false;
  if (mail.content.reports.some(({ kind }) => kind === 'delivery-status')) return false;
  return !addressesIn(mail, ['from']).some(({ address }) => isPatientAddress(address));
}

/** True for a mail that tells what became of another one (MDN, RFC 8098): software composes it, not its sender. */
export function isReadingReceipt(mail: Artifact<'mail'>): boolean {
  return mail.content.reports.some(({ kind }) => kind === 'disposition-notification');
}
