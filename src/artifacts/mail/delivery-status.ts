import type { MailHeader, MailPart } from './mail.js';
import type { MailWatch } from './mail-watch.js';
import { fieldGroups, type ReportValue, type TypedValue, typedNamed, valueNamed } from './report-fields.js';

/** What became of a mail on its way (DSN, RFC 3464), in the part `message/delivery-status`. */
export interface DeliveryStatus {
  readonly kind: 'delivery-status';
  readonly part: MailPart;
  /** Every field about the mail (§2.2), in order. */
  readonly fields: readonly MailHeader[];
  readonly originalEnvelopeId: ReportValue | undefined;
  readonly reportingMta: TypedValue | undefined;
  readonly dsnGateway: TypedValue | undefined;
  readonly receivedFromMta: TypedValue | undefined;
  readonly arrivalDate: ReportValue | undefined;
  readonly recipients: readonly RecipientStatus[];
}

/** What became of it for one recipient (§2.3). */
interface RecipientStatus {
  readonly fields: readonly MailHeader[];
  readonly originalRecipient: TypedValue | undefined;
  readonly finalRecipient: TypedValue | undefined;
  /** Lower case: `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  readonly action: string | undefined;
  /** `5.1.1` (RFC 3463), as text. */
  readonly status: ReportValue | undefined;
  readonly remoteMta: TypedValue | undefined;
  readonly diagnosticCode: TypedValue | undefined;
  readonly lastAttemptDate: ReportValue | undefined;
  readonly finalLogId: ReportValue | undefined;
  readonly willRetryUntil: ReportValue | undefined;
}

/** The status that a part holds, or undefined when it holds no field. */
export function readDeliveryStatus(part: MailPart, watch: MailWatch): DeliveryStatus | undefined {
  const [fields, ...recipients] = fieldGroups(part, watch);
  if (!fields) return undefined;
  return {
    kind: 'delivery-status',
    part,
    fields,
    originalEnvelopeId: valueNamed(fields, 'original-envelope-id'),
    reportingMta: typedNamed(fields, 'reporting-mta'),
    dsnGateway: typedNamed(fields, 'dsn-gateway'),
    receivedFromMta: typedNamed(fields, 'received-from-mta'),
    arrivalDate: valueNamed(fields, 'arrival-date'),
    recipients: recipients.map(recipientOf),
  };
}

function recipientOf(fields: readonly MailHeader[]): RecipientStatus {
  return {
    fields,
    originalRecipient: typedNamed(fields, 'original-recipient'),
    finalRecipient: typedNamed(fields, 'final-recipient'),
    action: valueNamed(fields, 'action')?.text.toLowerCase(),
    status: valueNamed(fields, 'status'),
    remoteMta: typedNamed(fields, 'remote-mta'),
    diagnosticCode: typedNamed(fields, 'diagnostic-code'),
    lastAttemptDate: valueNamed(fields, 'last-attempt-date'),
    finalLogId: valueNamed(fields, 'final-log-id'),
    willRetryUntil: valueNamed(fields, 'will-retry-until'),
  };
}
