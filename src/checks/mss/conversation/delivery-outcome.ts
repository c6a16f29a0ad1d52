import type { Artifact } from '../../../artifacts/artifact.js';
import { leaves } from '../../../artifacts/mail/mail.js';
import { addressesOf } from '../../../identity/addresses.js';
import type { Place } from '../../define.js';
import { bareId, messageIdsIn } from '../../mails/message-ids.js';
import { returnedId } from '../../mails/reading-receipt.js';

/** What a server or a recipient's software reports of a mail, for one recipient. */
interface Outcome {
  readonly at: Place;
  /** Lower case: that of a DSN (`delivered`, `failed`…), or `displayed`… of an MDN; empty when nothing says it. */
  readonly action: string;
  /** `5.1.1`; empty in an MDN. */
  readonly status: string;
  /** Lower case. */
  readonly recipient: string | undefined;
}

/** A report with the Message-IDs by which the mail that it is about may be known, the surest first: what a receipt names goes before all. */
export interface DeliveryReport {
  readonly path: string;
  readonly isDelivery: boolean;
  readonly ids: readonly string[];
  readonly outcomes: readonly Outcome[];
}

/** What a mail that was received reports of another; undefined when it reports nothing. */
export function deliveryReportOf(mail: Artifact<'mail'>): DeliveryReport | undefined {
  const { content, path } = mail;
  if (content.reports.length === 0) return undefined;
  const outcomes = content.reports.flatMap((report): Outcome[] => {
    if (report.kind === 'disposition-notification') {
      const { disposition, finalRecipient, part } = report;
      const at = { artifact: path, line: disposition?.header.line ?? part.line };
      return [{ at, action: disposition?.type ?? '', status: '', recipient: addressIn(finalRecipient?.value) }];
    }
    return report.recipients.map(({ fields, action, status, finalRecipient, originalRecipient }) => ({
      at: { artifact: path, line: fields[0]?.line ?? report.part.line },
      action: action?.split(/[\s(;]/)[0] ?? '',
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(status?.text ?? '')?.[0] ?? '',
      recipient: addressIn((finalRecipient ?? originalRecipient)?.value),
    }));
  });
  return {
    path,
    isDelivery: content.reports.some(({ kind }) => kind === 'delivery-status'),
    ids: idsIn(mail).filter((id) => id.includes('@')),
    outcomes,
  };
}

function idsIn(mail: Artifact<'mail'>): string[] {
  const { reports } = mail.content;
  const told = reports.flatMap((report) =>
    report.kind === 'disposition-notification' ? [bareId(report.originalMessageId?.text ?? '')] : [],
  );
  if (told.some((id) => id !== '')) return told;
  return [
    returnedId(leaves(mail.content)) ?? '',
    ...['In-Reply-To', 'References'].flatMap((field) => messageIdsIn(mail, field).map(({ id }) => id)),
    // Whatever the sender's software chose, its Message-ID sometimes.
    ...reports.flatMap((report) =>
      report.kind === 'delivery-status' ? [bareId(report.originalEnvelopeId?.text ?? '')] : [],
    ),
  ];
}

function addressIn(value = ''): string | undefined {
  return addressesOf(value)[0]?.toLowerCase();
}
