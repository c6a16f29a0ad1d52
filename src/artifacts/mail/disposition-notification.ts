import { headersNamed, type MailHeader, type MailPart } from './mail.js';
import type { MailWatch } from './mail-watch.js';
import { fieldGroups, type ReportValue, type TypedValue, typedNamed, valueNamed } from './report-fields.js';

/** What a recipient's software did with a mail (MDN, RFC 8098 §3), in the part `message/disposition-notification`. */
export interface DispositionNotification {
  readonly kind: 'disposition-notification';
  readonly part: MailPart;
  /** Every field, extensions too, in order. */
  readonly fields: readonly MailHeader[];
  readonly reportingUa: ReportValue | undefined;
  readonly mdnGateway: TypedValue | undefined;
  readonly originalRecipient: TypedValue | undefined;
  readonly finalRecipient: TypedValue | undefined;
  readonly originalMessageId: ReportValue | undefined;
  readonly disposition: Disposition | undefined;
  readonly failures: readonly ReportValue[];
  readonly warnings: readonly ReportValue[];
  /** Of the `Error` fields, then of the disposition: the volet writes its code in either (CI-SIS, transmission d'un CDA au LPS). */
  readonly errors: readonly DispositionError[];
}

/** `automatic-action/MDN-sent-automatically; processed/error` (RFC 8098 §3.2.6). Values are in lower case, undefined when the form is another. */
interface Disposition extends ReportValue {
  readonly actionMode: string | undefined;
  readonly sendingMode: string | undefined;
  readonly type: string | undefined;
  /** What follows the type: `error` and others, without what the volet adds to them. */
  readonly modifiers: readonly string[];
}

/** An error in the volet's form `902^Patient inconnu`; the code is a text, undefined when there is none. */
interface DispositionError extends ReportValue {
  readonly code: string | undefined;
  readonly label: string;
}

/** The notification that a part holds, or undefined when it holds no field. */
export function readDispositionNotification(part: MailPart, watch: MailWatch): DispositionNotification | undefined {
  const fields = fieldGroups(part, watch).flat();
  if (fields.length === 0) return undefined;
  const all = (name: string): ReportValue[] =>
    headersNamed({ headers: fields }, name).map((header) => ({ text: header.value, header }));
  const disposition = valueNamed(fields, 'disposition');
  const read = disposition && readDisposition(disposition);
  return {
    kind: 'disposition-notification',
    part,
    fields,
    reportingUa: valueNamed(fields, 'reporting-ua'),
    mdnGateway: typedNamed(fields, 'mdn-gateway'),
    originalRecipient: typedNamed(fields, 'original-recipient'),
    finalRecipient: typedNamed(fields, 'final-recipient'),
    originalMessageId: valueNamed(fields, 'original-message-id'),
    disposition: read?.disposition,
    failures: all('failure'),
    warnings: all('warning'),
    errors: [...all('error').map((each) => errorOf(each, each.text)), ...(read?.errors ?? [])],
  };
}

function readDisposition({ text, header }: ReportValue): { disposition: Disposition; errors: DispositionError[] } {
  const form = /^([^/;]*)\/([^;]*);([^/]*)(?:\/(.*))?$/.exec(text)?.map((each) => each?.trim() ?? '');
  const named = (group: number): string | undefined => form?.[group]?.toLowerCase() || undefined;
  // The volet of 2025 writes `processed/Error: <code>^<label>`: its label may hold a comma, which parts modifiers elsewhere.
  const detail = /^error\s*:(.*)$/i.exec(form?.[4] ?? '')?.[1];
  const modifiers = detail === undefined ? (form?.[4] ?? '').split(',') : ['error'];
  return {
    disposition: {
      text,
      header,
      actionMode: named(1),
      sendingMode: named(2),
      type: named(3),
      modifiers: modifiers.map((each) => each.trim().toLowerCase()).filter((each) => each !== ''),
    },
    errors: detail === undefined ? [] : [errorOf({ text, header }, detail)],
  };
}

function errorOf({ header }: ReportValue, content: string): DispositionError {
  const text = content.trim();
  const caret = text.indexOf('^');
  const code = caret === -1 ? undefined : text.slice(0, caret).trim();
  return { text, header, code: code || undefined, label: text.slice(caret + 1).trim() };
}
