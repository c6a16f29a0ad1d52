import type { Artifact } from '../../artifacts/artifact.js';
import type { MailHeader, MailPart } from '../../artifacts/mail/mail.js';
import { addressesOf } from '../../identity/addresses.js';
import type { Place } from '../define.js';
import { bareId } from './message-ids.js';

/** What a mail reports of the reading of another (MDN, RFC 8098). */
export interface ReadingReceipt {
  /** Where its disposition stands. */
  readonly at: Place;
  /** Where it names the mail that was read, and the mailbox; `at` when it does not. */
  readonly originalAt: Place;
  readonly recipientAt: Place;
  readonly originalId: string | undefined;
  readonly hasRecipient: boolean;
  /** Lower case; undefined when the field is missing or holds no address. */
  readonly finalRecipient: string | undefined;
  readonly originalRecipient: string | undefined;
  /** Says that the address is one: `rfc822;` */
  readonly isTyped: boolean;
  /** As written; undefined without the field. */
  readonly disposition: string | undefined;
  /** The disposition follows the grammar of RFC 8098 §3.2.6, or the volet's. */
  readonly isRegular: boolean;
  readonly isAutomatic: boolean;
  /** Lower case: `displayed`, `processed`… */
  readonly type: string;
  readonly isError: boolean;
  readonly error: ToldError | undefined;
  /** A field that stands once at most (RFC 8098 §3.1), where it comes again. */
  readonly repeated: { readonly name: string; readonly line: number } | undefined;
  /** How the parts of the report are not those of RFC 8098 §3. */
  readonly shape: 'report' | 'parts' | undefined;
}

/** An error as the volet writes it, `902^Identifiant patient inconnu`. */
interface ToldError {
  readonly code: string | undefined;
  /** Its text alone: HL7 components that follow are left out. */
  readonly label: string;
}

const ACTIONS: ReadonlySet<string | undefined> = new Set(['manual-action', 'automatic-action']);
const SENDINGS: ReadonlySet<string | undefined> = new Set(['mdn-sent-manually', 'mdn-sent-automatically']);
const TYPES: ReadonlySet<string | undefined> = new Set(['displayed', 'deleted', 'dispatched', 'processed']);

export function readingReceiptsOf({ path, content }: Artifact<'mail'>): ReadingReceipt[] {
  return content.reports.flatMap((report): ReadingReceipt[] => {
    if (report.kind !== 'disposition-notification') return [];
    const { disposition, errors, originalMessageId, finalRecipient, part } = report;
    // The volet's own field says more than what stands in the disposition.
    const error = errors.find(({ code }) => code !== undefined) ?? errors[0];
    const line = (disposition ?? originalMessageId ?? finalRecipient)?.header.line ?? part.line;
    const placeOf = (field: typeof finalRecipient | typeof originalMessageId): Place =>
      field ? { artifact: path, line: field.header.line, path: field.header.name } : { artifact: path, line };
    return [
      {
        at: { artifact: path, line },
        originalAt: placeOf(originalMessageId),
        recipientAt: placeOf(finalRecipient),
        originalId: bareId(originalMessageId?.text ?? '') || undefined,
        hasRecipient: Boolean(finalRecipient?.value),
        finalRecipient: addressesOf(finalRecipient?.value ?? '')[0]?.toLowerCase(),
        originalRecipient: addressesOf(report.originalRecipient?.value ?? '')[0]?.toLowerCase(),
        isTyped: finalRecipient !== undefined && finalRecipient.type !== '',
        disposition: disposition?.text || undefined,
        isRegular:
          ACTIONS.has(disposition?.actionMode) &&
          SENDINGS.has(disposition?.sendingMode) &&
          TYPES.has(disposition?.type),
        isAutomatic: disposition?.sendingMode === 'mdn-sent-automatically',
        type: disposition?.type ?? '',
        isError: errors.length > 0 || (disposition?.modifiers.includes('error') ?? false),
        error: error && { code: error.code, label: (error.label.split(/[\^|]/)[0] ?? '').trim() },
        repeated: repeatedField(report.fields),
        shape: shapeFault(content, part),
      },
    ];
  });
}

/** Fields of a notification that are not extensions, but for Error, Failure and Warning. */
const SINGLE = new Set(
  'reporting-ua mdn-gateway original-recipient final-recipient original-message-id disposition'.split(' '),
);

function repeatedField(fields: readonly MailHeader[]): ReadingReceipt['repeated'] {
  const seen = new Set<string>();
  for (const { name, line } of fields) {
    const key = name.toLowerCase();
    if (seen.has(key)) return { name, line };
    if (SINGLE.has(key)) seen.add(key);
  }
  return undefined;
}

/** True for a mail that says to be a reading receipt, whether it holds one or not. */
export function claimsReceipt({ content }: Artifact<'mail'>): boolean {
  return content.mediaType === 'multipart/report' && reportType(content) === 'disposition-notification';
}

function reportType({ parameters }: MailPart): string {
  return (parameters.get('report-type') ?? '').toLowerCase();
}

/** A report is the whole mail, but for a signature around it, and its second part is the notification (RFC 6522 §3, RFC 8098 §3). */
function shapeFault(mail: MailPart, notification: MailPart): ReadingReceipt['shape'] {
  let report = mail;
  while (report.mediaType === 'multipart/signed' && report.parts[0]) report = report.parts[0];
  if (report.mediaType !== 'multipart/report' || reportType(report) !== 'disposition-notification') return 'report';
  const [text, second, returned] = report.parts;
  const isText = text !== undefined && /^(?:text|multipart)\//.test(text.mediaType);
  return isText && second === notification && (returned === undefined || mayFollow(returned)) ? undefined : 'parts';
}

/** What may come after the notification: the original or its head, or what the volet sends back with it. */
function mayFollow({ mediaType, fileName, disposition }: MailPart): boolean {
  return isOriginal(mediaType) || mediaType.startsWith('application/') || fileName !== undefined || !!disposition;
}

function isOriginal(mediaType: string): boolean {
  return /^(?:message\/(?:rfc822|global|global-headers)|text\/rfc822-headers)$/.test(mediaType);
}

/** The Message-ID, without its brackets, of the original that a report returns whole or by its head alone. */
export function returnedId(parts: readonly MailPart[]): string | undefined {
  const part = parts.find(({ mediaType }) => isOriginal(mediaType));
  if (!part) return undefined;
  const head = /^(?:[^\r\n]+(?:\r?\n|$))*/.exec(Buffer.from(part.body.subarray(0, HEAD)).toString('latin1'))?.[0] ?? '';
  const value = /^message-id[ \t]*:(?:[ \t]*\r?\n)?(.*)$/im.exec(head)?.[1];
  return bareId(value ?? '') || undefined;
}

/** Bytes in which the head of a returned mail is looked for. */
const HEAD = 65_536;
