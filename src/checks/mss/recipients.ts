import type { Artifact } from '../../artifacts/artifact.js';
import { headersNamed, type MailHeader } from '../../artifacts/mail.js';
import { addressesOf } from '../../identity/addresses.js';

/** An address of To or Cc with the field that holds it. */
export interface Recipient {
  readonly address: string;
  readonly header: MailHeader;
}

/** Recipients of To and Cc, in order. */
export function recipientsOf(mail: Artifact<'mail'>): Recipient[] {
  return ['to', 'cc']
    .flatMap((name) => headersNamed(mail.content, name))
    .flatMap((header) => addressesOf(header.value).map((address) => ({ address, header })));
}
