import { type Artifact, contained, type Declaration } from '../../../artifacts/artifact.js';
import { headersNamed } from '../../../artifacts/mail/mail.js';
import { isPatientAddress } from '../../../identity/addresses.js';
import { type NamedDocument, nameOf, type Told } from '../../cda/hl7-transport/exchanged.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';
import { plainTextOf } from '../../mails/mail-text.js';
import { addressesIn } from '../../mails/recipients.js';
import { isSending } from '../../mails/sending.js';
import { wordPrints } from './word-prints.js';

/** A mail that the platform may have made of a message. Addresses are in lower case. */
export interface SentMail {
  readonly path: string;
  readonly mailbox: Declaration['mailbox'];
  readonly documents: readonly NamedDocument[];
  readonly from: readonly Told[];
  readonly replyTo: readonly Told[];
  readonly professionals: readonly Told[];
  readonly patients: readonly Told[];
  /** Its plain text, as prints of its words; undefined when it has none that can be read. */
  readonly text: Told | undefined;
  /** Its text or its subject speaks of a document to delete. */
  readonly speaksOfDeletion: boolean;
  readonly endsExchange: boolean;
  readonly asksReading: boolean;
  readonly asksReception: boolean;
  readonly at: Place;
}

/** What a text that tells to delete a document says. */
const DELETION = /supprim|suppression|annul|retir|delet|withdraw/i;

/** What is compared of a mail that carries documents; undefined for one that no platform made. */
export function sentMail(mail: Artifact<'mail'>): SentMail | undefined {
  const { path, content, declared } = mail;
  if (!isSending(mail) || content.reports.length > 0 || headersNamed(content, 'In-Reply-To').length > 0)
    return undefined;
  // The platform sends from the mailbox of an application (volet, FROM): the document that a professional sends is another sending of it.
  if (declared.mailbox === 'PER' || declared.mailbox === 'ORG') return undefined;
  const documents = contained(mail, 'cda').map((cda) => ({
    name: nameOf(cda),
    sha256: cda.sha256,
    at: { artifact: cda.path },
  }));
  if (documents.length === 0) return undefined;
  const told = (...fields: string[]): Told[] =>
    addressesIn(mail, fields).map(({ address, header }) => ({
      text: address.toLowerCase(),
      at: placeIn(mail, { line: header.line, path: header.name }),
    }));
  const has = (name: string) => headersNamed(content, name).some(({ value }) => value !== '');
  const plain = plainTextOf(mail);
  const recipients = told('to', 'cc', 'bcc');
  const [subject] = headersNamed(content, 'Subject');
  return {
    path,
    mailbox: declared.mailbox,
    documents,
    from: told('from'),
    replyTo: told('reply-to'),
    professionals: recipients.filter(({ text }) => !isPatientAddress(text)),
    patients: recipients.filter(({ text }) => isPatientAddress(text)),
    text: plain && { text: wordPrints(plain.text), at: placeIn(mail, { line: plain.line }) },
    // What can't be read may say so.
    speaksOfDeletion: plain === undefined || DELETION.test(plain.text) || DELETION.test(subject?.value ?? ''),
    endsExchange: headersNamed(content, 'X-MSS-MES').some(({ value }) => value === 'FIN'),
    asksReading: has('Disposition-Notification-To'),
    asksReception: has('Return-Receipt-To'),
    at: placeIn(mail),
  };
}
