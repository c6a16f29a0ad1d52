import type { Artifact } from '../../artifacts/artifact.js';
import { headersNamed, type MailHeader } from '../../artifacts/mail/mail.js';
import { addressesOf } from '../../identity/addresses.js';

/** An address of To, Cc or Bcc with the field that holds it. */
export interface Recipient {
  readonly address: string;
  readonly header: MailHeader;
}

/** Recipients of To, Cc and Bcc, in order. Addresses are read before encoded words are decoded, which can hide one (RFC 2047 §6.2). */
export function recipientsOf(mail: Artifact<'mail'>): Recipient[] {
  return ['to', 'cc', 'bcc']
    .flatMap((name) => headersNamed(mail.content, name))
    .flatMap((header) => addressesOf(header.raw).map((address) => ({ address, header })));
}
