import type { Artifact } from '../../artifacts/artifact.js';
import { tellsMatricule } from '../../identity/addresses.js';
import { hasMatriculeForm } from '../../identity/matricule.js';
import { addressesIn, type Recipient } from '../mails/recipients.js';
import { type ToldIdentity, toldByMatricule } from './told-identity.js';

/** Fields of a mail where a patient's mailbox may stand. */
const FIELDS = ['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc'];

/**
 * The patients whose mailboxes a mail names: the local part is a matricule (MSS/UX.32). What has not its form tells nobody. X-MSS-INS
 * tells only whether there is an INS.
 */
export function identitiesOfMail(mail: Artifact<'mail'>): ToldIdentity[] {
  return patientMailboxes(mail)
    .filter(({ local }) => hasMatriculeForm(local.toUpperCase()))
    .map(({ local, header }) => {
      const at = { line: header.line, path: header.name };
      return toldByMatricule('mailbox', { value: local, oid: undefined, at });
    });
}

/** The mailboxes of patients that a mail names, but for the official one of test. `local` stands before the `@`. */
export function patientMailboxes(mail: Artifact<'mail'>): (Recipient & { readonly local: string })[] {
  return addressesIn(mail, FIELDS)
    .filter(({ address }) => tellsMatricule(address))
    .map((each) => ({ ...each, local: each.address.slice(0, each.address.lastIndexOf('@')) }));
}
