import { type Artifact, contained, isKind } from '../../../artifacts/artifact.js';
import { birthDateWritings } from '../../../identity/birth-date-writings.js';
import { folded } from '../../../identity/names.js';
import { placeIn } from '../../context.js';
import type { Place } from '../../define.js';
import { carriedDocuments } from '../../mails/carried-documents.js';
import { daysOf } from '../../mails/days-of.js';
import { subjectOf, textParts, writtenText } from '../../mails/mail-text.js';
import { messageIdOf, messageIdsIn } from '../../mails/message-ids.js';
import { lowerAddressesIn, recipientsOf } from '../../mails/recipients.js';
import { isSending, isTransmission } from '../../mails/sending.js';
import { namedMailboxes } from './named-mailboxes.js';

/** What sent documents: a mail, or a document given alone that names its recipients. Plain values. */
export interface Sending {
  readonly path: string;
  readonly messageId: string | undefined;
  /** Addresses in lower case; empty when nothing tells them. */
  readonly recipients: readonly string[];
  readonly documents: readonly SentName[];
}

/** How a notice may name a document, as `keyOf` writes it. */
interface SentName {
  readonly id: string;
  /** Title of the document and label of its type. */
  readonly names: readonly string[];
  /** The days of the document and of its act, however they may be written. */
  readonly days: readonly string[];
  readonly patient: string;
}

/** A mail that tells that a document was deleted. Plain values. */
export interface DeletionNotice {
  readonly at: Place;
  /** Addresses in lower case, the sender's own left out. */
  readonly recipients: readonly { readonly address: string; readonly at: Place }[];
  /** Message-IDs of the mails that it answers or attaches. */
  readonly about: readonly string[];
  /** Ids of the documents that it carries. */
  readonly carries: readonly string[];
  /** Its subject and text, as `keyOf` writes them. */
  readonly text: string;
  /** A date, an identifier or a quoted title: enough for a person to know the document. */
  readonly tellsSome: boolean;
}

export function noticeOrSending(artifact: Artifact<'mail'> | Artifact<'cda'>): DeletionNotice | Sending | undefined {
  if (isKind(artifact, 'cda')) return artifact.within === undefined ? aloneSending(artifact) : undefined;
  if (!isSending(artifact) || artifact.content.reports.length > 0) return undefined;
  return noticeOf(artifact) ?? mailSending(artifact);
}

function aloneSending(cda: Artifact<'cda'>): Sending | undefined {
  if (cda.content.root.first('informationRecipient') === undefined) return undefined;
  return { path: cda.path, messageId: undefined, recipients: namedMailboxes(cda), documents: [nameOf(cda)] };
}

function mailSending(mail: Artifact<'mail'>): Sending | undefined {
  const documents = isTransmission(mail) ? carriedDocuments(mail) : [];
  if (documents.length === 0) return undefined;
  return {
    path: mail.path,
    messageId: messageIdOf(mail),
    recipients: othersThanSender(mail).map(({ address }) => address.toLowerCase()),
    documents: documents.map(({ cda }) => nameOf(cda)),
  };
}

function nameOf(cda: Artifact<'cda'>): SentName {
  const { id, root, code, patients } = cda.content;
  const names = [root.first('title')?.normalizedText ?? '', code?.displayName ?? ''];
  const times = [root.first('effectiveTime'), root.first('documentationOf', 'serviceEvent', 'effectiveTime', 'low')];
  const days = times.flatMap((time) => daysOf(time?.attribute('value')));
  return {
    id: keyOf(`${id?.root ?? ''} ${id?.extension ?? ''}`),
    names: names.map(keyOf).filter((name) => name !== ''),
    days: [...new Set(days)].flatMap(birthDateWritings).map(keyOf),
    patient: keyOf(patients[0]?.birthName?.normalizedText ?? ''),
  };
}

/** Characters of a notice that may tell the document. */
const LONGEST_NOTICE = 2000;

/** ITU-T OID, UUID, date in figures or in French, title between quotes. */
const TELLING =
  /(?:\d+\.){4}\d|[0-9a-f]{8}-[0-9a-f]{4}-|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|\d (?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)|«|"[^"]{4}/;

function noticeOf(mail: Artifact<'mail'>): DeletionNotice | undefined {
  const text = `${subjectOf(mail)}.\n${writtenText(mail)}`.slice(0, LONGEST_NOTICE);
  if (!tellsDeletion(text) && !asksDeletion(mail)) return undefined;
  const answered = ['In-Reply-To', 'References'].flatMap((field) => messageIdsIn(mail, field)).map(({ id }) => id);
  const attached = mail.children.filter((child) => isKind(child, 'mail')).flatMap((each) => messageIdOf(each) ?? []);
  return {
    at: placeIn(mail, { line: textParts(mail)[0]?.bodyLine ?? mail.content.bodyLine }),
    recipients: othersThanSender(mail).map(({ address, header: { line, name } }) => ({
      address: address.toLowerCase(),
      at: placeIn(mail, { line, path: name }),
    })),
    about: [...answered, ...attached],
    carries: carriedDocuments(mail).map(({ cda }) => nameOf(cda).id),
    text: keyOf(text),
    tellsSome: TELLING.test(folded(text)),
  };
}

function othersThanSender(mail: Artifact<'mail'>): ReturnType<typeof recipientsOf> {
  const own = new Set(lowerAddressesIn(mail, 'from'));
  return recipientsOf(mail).filter(({ address }) => !own.has(address.toLowerCase()));
}

/** Lower case without accents, a blank before and after each word; all but letters and figures parts words. */
function keyOf(text: string): string {
  const words = folded(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return words && ` ${words} `;
}

const DOCUMENT =
  '(?:documents?|comptes? rendus?|courriers?|lettres?|ordonnances?|prescriptions?|resultats?|bilans?|cr) ';
const DELETION = [
  new RegExp(` suppression (?:du |de la |des |d un |d une |de l |de )(?:[a-z]+ ){0,2}${DOCUMENT}`),
  new RegExp(` ${DOCUMENT}[a-z0-9 ]{0,150}(?:a|ont|est|sont) (?:ete )?supprimee?s? `),
  new RegExp(` ${DOCUMENT}[a-z0-9 ]{0,150}ne doi(?:t|vent) plus etre (?:prise?s?|utilisee?s?|consultee?s?) `),
];

/** One sentence tells that a document was deleted: a request to delete a mail received by mistake is none. */
function tellsDeletion(text: string): boolean {
  return text.split(/[.!?;](?=\s|$)/).some((sentence) => {
    const words = keyOf(sentence);
    return DELETION.some((form) => form.test(words));
  });
}

/** In an archive, `D` deletes the document (CI-SIS, Échange de documents de santé). */
function asksDeletion(mail: Artifact<'mail'>): boolean {
  return contained(mail, 'xdm').some(({ content }) =>
    content.subsets.some(({ metadata }) =>
      metadata.documentEntries.some((entry) => entry.slot('urn:action:extraMetadataSlot')[0]?.value === 'D'),
    ),
  );
}
