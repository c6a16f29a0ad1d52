import { type Artifact, contained, isKind } from '../../artifacts/artifact.js';
import { headersNamed } from '../../artifacts/mail/mail.js';
import { withoutDiacritics } from '../../identity/names.js';
import { placeIn } from '../context.js';
import type { Place } from '../define.js';
import { carriedDocuments } from './carried-documents.js';
import { messageIdOf, messageIdsIn } from './message-ids.js';
import { addressesIn, recipientsOf } from './recipients.js';
import { isSending, isTransmission } from './sending.js';
import { textParts, writtenText } from './written-text.js';

/** A mail that a deletion may be told of, or that tells one, in plain values. */
export interface DeletionMail {
  readonly path: string;
  readonly at: Place;
  readonly messageId: string | undefined;
  /** In lower case, in order, the sender's own address left out. */
  readonly recipients: readonly { readonly address: string; readonly at: Place }[];
  /** Titles and labels of the documents that it sent, and the name of their patient, all as `keyOf` writes them. */
  readonly documents: readonly { readonly names: readonly string[]; readonly patient: string; readonly id: string }[];
  /** Set for a mail that tells a deletion. */
  readonly notice:
    | {
        /** Message-IDs of the mails that it answers or attaches. */
        readonly about: readonly string[];
        /** Its subject and text, as `keyOf` writes them. */
        readonly text: string;
      }
    | undefined;
}

/** Characters of a notice that may tell the document. */
const LONGEST_NOTICE = 2000;

export function deletionMail(mail: Artifact<'mail'>): DeletionMail | undefined {
  if (!isSending(mail) || mail.content.reports.length > 0) return undefined;
  const own = new Set(addressesIn(mail, ['from']).map(({ address }) => address.toLowerCase()));
  const subject = headersNamed(mail.content, 'Subject')[0]?.value ?? '';
  const text = `${subject}.\n${writtenText(mail)}`.slice(0, LONGEST_NOTICE);
  const attached = mail.children.filter((child) => isKind(child, 'mail'));
  const documents = isTransmission(mail) ? carriedDocuments(mail) : [];
  return {
    path: mail.path,
    at: placeIn(mail, { line: textParts(mail)[0]?.bodyLine ?? mail.content.bodyLine }),
    messageId: messageIdOf(mail),
    recipients: recipientsOf(mail).flatMap(({ address, header }) =>
      own.has(address.toLowerCase())
        ? []
        : [{ address: address.toLowerCase(), at: placeIn(mail, { line: header.line, path: header.name }) }],
    ),
    documents: documents.map(({ cda, patient }) => ({
      names: [cda.content.root.first('title')?.normalizedText ?? '', cda.content.code?.displayName ?? '']
        .map(keyOf)
        .filter((name) => name !== ''),
      patient: keyOf(patient?.birthName?.normalizedText ?? ''),
      id: `${cda.content.id?.root ?? ''}^${cda.content.id?.extension ?? ''}`,
    })),
    notice: tellsDeletion(text, mail)
      ? {
          about: [
            ...['In-Reply-To', 'References'].flatMap((field) => messageIdsIn(mail, field)).map(({ id }) => id),
            ...attached.flatMap((each) => messageIdOf(each) ?? []),
          ],
          text: keyOf(text),
        }
      : undefined,
  };
}

/** Lower case without accents, a blank before and after each word; all but letters and figures parts words. */
function keyOf(text: string): string {
  const words = withoutDiacritics(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return words && ` ${words} `;
}

const DOCUMENT =
  ' (?:documents?|comptes? rendus?|courriers?|lettres?|ordonnances?|prescriptions?|resultats?|bilans?|cr) ';
const DELETION = [
  new RegExp(`suppression (?:du |de la |des |d un |d une |de l |de )(?:[a-z]+ ){0,2}${DOCUMENT.trimStart()}`),
  new RegExp(`${DOCUMENT}[a-z0-9 ]{0,150}(?:a|ont|est|sont) (?:ete )?supprimee?s? `),
  new RegExp(`${DOCUMENT}[a-z0-9 ]{0,150}ne doi(?:t|vent) plus etre (?:pris|prise|prises|utilise|consulte)`),
];

/** One sentence tells that a document was deleted: a request to delete a mail received by mistake is none. */
function tellsDeletion(text: string, mail: Artifact<'mail'>): boolean {
  if (text.split(/[.!?;](?=\s|$)/).some((sentence) => DELETION.some((words) => words.test(keyOf(sentence)))))
    return true;
  // In an archive, `D` deletes the document (CI-SIS, Échange de documents de santé).
  return contained(mail, 'xdm').some(({ content }) =>
    content.subsets.some(({ metadata }) =>
      metadata.documentEntries.some((entry) => entry.slot('urn:action:extraMetadataSlot')[0]?.value === 'D'),
    ),
  );
}
