import { type Artifact, isKind } from '../../../artifacts/artifact.js';
import { nameKey } from '../../../identity/names.js';
import { type DocumentVersion, documentVersion } from '../../cda/header/document-version.js';
import { placeIn } from '../../context.js';
import type { Need, Place } from '../../define.js';
import { carriedDocuments } from '../../mails/carried-documents.js';
import { subjectOf, textParts, writtenText } from '../../mails/mail-text.js';
import { type Person, personOf } from '../../mails/person.js';
import { isTransmission } from '../../mails/sending.js';
import { textOfPdf } from '../../mails/text-of-pdf.js';
import { isMention, type Mention, mentionIn } from './replacement-mention.js';

/** A document that a mail sent, in plain values. */
export interface SentDocument extends DocumentVersion {
  readonly person: Person | undefined;
  /** What its PDF says of a replacement, or what is missing to tell; only looked for when it replaces a document. */
  readonly mention: Mention | Need | undefined;
}

/** A mail that sent documents, in plain values. */
export interface SentDocuments {
  readonly path: string;
  /** Where its text begins. */
  readonly at: Place;
  /** The text or the subject says « annule et remplace ». */
  readonly says: boolean;
  readonly documents: readonly SentDocument[];
}

/** What a mail sent; undefined for one that sends no document. */
export function sentDocuments(mail: Artifact<'mail'>): SentDocuments | undefined {
  const carried = isTransmission(mail) ? carriedDocuments(mail) : [];
  if (carried.length === 0) return undefined;
  return {
    path: mail.path,
    at: placeIn(mail, { line: textParts(mail)[0]?.bodyLine ?? mail.content.bodyLine }),
    says: isMention(subjectOf(mail)) || isMention(writtenText(mail)),
    documents: carried.map(({ cda }) => sentDocument(mail, cda)),
  };
}

function sentDocument(mail: Artifact<'mail'>, cda: Artifact<'cda'>): SentDocument {
  const version = documentVersion(cda);
  const [patient] = cda.content.patients;
  return {
    ...version,
    person: patient && personOf(patient),
    mention: version.replaces.length === 0 ? undefined : mentionOf(mail, cda),
  };
}

/**
 * What the PDF of a document says: the copy attached that is the very file that it holds (level 1), else any copy. Where the text does not
 * name the patient, the extraction failed: pages that are images, fonts that tell no characters.
 */
function mentionOf(mail: Artifact<'mail'>, cda: Artifact<'cda'>): Mention | Need | undefined {
  const copies = mail.children.filter((child) => isKind(child, 'pdf'));
  const held = new Set(cda.children.map(({ sha256 }) => sha256));
  const own = copies.filter(({ sha256 }) => held.has(sha256));
  const found = (own.length > 0 ? own : copies).map((copy): Mention | Need => {
    const read = textOfPdf(copy);
    if (!('text' in read)) return read;
    const mention = mentionIn(read.text);
    return mention !== 'none' || namesPatient(read.text, cda) ? mention : { code: 'need/pdf-text' };
  });
  return (
    found.find((each) => each === 'told') ??
    found.find((each) => each === 'other-words') ??
    found.find((each) => typeof each === 'object') ??
    found[0]
  );
}

function namesPatient(text: string, cda: Artifact<'cda'>): boolean {
  const name = nameKey(cda.content.patients[0]?.birthName?.normalizedText ?? '').split(' ');
  const words = new Set(text.split(/[^\p{L}]+/u).map(nameKey));
  return name.every((word) => words.has(word));
}
