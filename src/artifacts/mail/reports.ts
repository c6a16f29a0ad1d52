import { type DeliveryStatus, readDeliveryStatus } from './delivery-status.js';
import { type DispositionNotification, readDispositionNotification } from './disposition-notification.js';
import { leaves, type MailPart } from './mail.js';
import type { MailWatch } from './mail-watch.js';

/** What a mail reports to the sender of another (RFC 6522). */
export type MailReport = DispositionNotification | DeliveryStatus;

/** The reports that a mail holds, in order, whatever multipart they stand in. @throws ReadError `read/mail`, `read/mail-limit`. */
export function reportsIn(mail: MailPart, watch: MailWatch): MailReport[] {
  return leaves(mail).flatMap((part): MailReport[] => {
    if (/^message\/(?:global-)?disposition-notification$/.test(part.mediaType))
      return present(readDispositionNotification(part, watch));
    if (/^message\/(?:global-)?delivery-status$/.test(part.mediaType)) return present(readDeliveryStatus(part, watch));
    return [];
  });
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
