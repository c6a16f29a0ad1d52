import type { Artifact } from '../../artifacts/artifact.js';
import { decodeEncodedWords } from '../../artifacts/mail/encoded-words.js';
import { headersNamed, type MailHeader } from '../../artifacts/mail/mail.js';
import { addressesOf, mailboxesOf } from '../../identity/addresses.js';

/** An address of a mail with the field that holds it. */
export interface Recipient {
  readonly address: string;
  readonly header: MailHeader;
}

/** Recipients of To, Cc and Bcc, in order. */
export function recipientsOf(mail: Artifact<'mail'>): Recipient[] {
  return addressesIn(mail, ['to', 'cc', 'bcc']);
}

/** Addresses of the fields called so, in order. They are read before encoded words are decoded, which can hide one (RFC 2047 §6.2). */
export function addressesIn(mail: Artifact<'mail'>, fields: readonly string[]): Recipient[] {
  return fields
    .flatMap((name) => headersNamed(mail.content, name))
    .flatMap((header) => addressesOfField(header).map((address) => ({ address, header })));
}

/** Addresses of a field: a dozen checks ask for those of each mail, which may have thousands. */
const KNOWN = new WeakMap<MailHeader, readonly string[]>();

function addressesOfField(header: MailHeader): readonly string[] {
  const known = KNOWN.get(header) ?? addressesOf(header.raw);
  KNOWN.set(header, known);
  return known;
}

/** The same in lower case, as addresses are compared. */
export function lowerAddressesIn(mail: Artifact<'mail'>, ...fields: readonly string[]): string[] {
  return addressesIn(mail, fields).map(({ address }) => address.toLowerCase());
}

/** Where answers to a mail go: Reply-To, else From (RFC 5322 §3.6.2). In lower case. */
export function answersTo(mail: Artifact<'mail'>): string[] {
  const replyTo = lowerAddressesIn(mail, 'reply-to');
  return replyTo.length > 0 ? replyTo : lowerAddressesIn(mail, 'from');
}

/** An address with the name that is shown with it, empty when there is none. */
export interface Correspondent extends Recipient {
  readonly name: string;
}

/** The senders that a mail shows, in order. */
export function sendersOf(mail: Artifact<'mail'>): Correspondent[] {
  return headersNamed(mail.content, 'from').flatMap((header) =>
    // Encoded words are read inside quotes too: RFC 2047 §5 bans them there, and mail software shows them decoded.
    mailboxesOf(header.raw).map(({ name, address }) => ({ name: decodeEncodedWords(name).trim(), address, header })),
  );
}
