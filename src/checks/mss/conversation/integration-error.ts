import type { Artifact } from '../../../artifacts/artifact.js';
import { leaves } from '../../../artifacts/mail/mail.js';
import { folded } from '../../../identity/names.js';
import { subjectOf, writtenText } from '../../mails/mail-text.js';
import { readingReceiptsOf } from '../../mails/reading-receipt.js';

/**
 * Codes of the tables messageErrorCondition and applicationErrorCondition (volet « Transmission au LPS » 1.1.3, table des codes d'erreur). The
 * second is open: others may be added.
 */
export const ERROR_CODES: ReadonlySet<string> = new Set(
  '100 101 102 103 198 199 200 201 202 203 207 900 901 902 903 904 905 906'.split(' '),
);

/** How a mail tells its sender that a document could not be filed. */
export interface IntegrationError {
  /** In the receipt. */
  readonly code: string | undefined;
  /** In the subject: `[KO Intégration système !][902]`. */
  readonly subjectCode: string | undefined;
  /** The subject says that the software of the recipient failed. */
  readonly hasStart: boolean;
  /** The subject starts as the volet wants, whose older text has no code there, and goes on with that of a mail with documents. */
  readonly hasSubject: boolean;
  /** What the text for a person says: the code of the receipt or of the subject, else one of the tables. */
  readonly textCode: string | undefined;
  /** The text for a person says what went wrong; true when nothing tells what that is. */
  readonly saysLabel: boolean;
  /** The mail is attached whole. */
  readonly hasOriginal: boolean;
}

/** The start of the subject, without accents; an example of the volet has the second. */
const SUBJECT = /^\[\s*(?:ko integration systeme|erreur d'integration)\s*!?\s*\]\s*(?:\[\s*(\d{1,6})\s*\])?\s*/;

/** What a mail tells of a document that could not be filed; undefined for another mail. */
export function integrationErrorOf(mail: Artifact<'mail'>): IntegrationError | undefined {
  const receipt = readingReceiptsOf(mail).find(({ isError }) => isError);
  const subject = simplified(subjectOf(mail));
  const start = SUBJECT.exec(subject);
  if (!start && !receipt) return undefined;
  const code = receipt?.error?.code;
  const subjectCode = start?.[1];
  const parts = leaves(mail.content);
  const text = simplified(writtenText(mail));
  const words = text.match(/[a-z0-9]+/g) ?? [];
  const wanted = (code ?? subjectCode)?.toLowerCase();
  const label = simplified(receipt?.error?.label ?? '');
  return {
    code,
    subjectCode,
    hasStart: start !== null,
    hasSubject: start !== null && subject.slice(start[0].length).startsWith('xdm/1.0/ddm+'),
    textCode: words.find((word) => (wanted === undefined ? ERROR_CODES.has(word) : word === wanted)),
    saysLabel: text.includes(label),
    hasOriginal: parts.some(({ mediaType }) => /^message\/(?:rfc822|global)$/.test(mediaType)),
  };
}

function simplified(text: string): string {
  return folded(text).replace(/\s+/g, ' ').trim();
}
