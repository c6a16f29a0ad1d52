import { type Alteration, altered } from './alteration.js';

const LETTER = '<20260302103000.1@exemple.mssante.fr>';
const QUESTION = '<20260303090000.7@exemple.mssante.fr>';
const REPORT = 'multipart/report; report-type=disposition-notification;';
const NOTIFICATION = 'Content-Type: message/disposition-notification';
const DISPLAYED = 'Disposition: manual-action/MDN-sent-manually; displayed';
const FINAL = 'Final-Recipient: rfc822; claire.martin@exemple.mssante.fr';

/** Replies, receipts, reports (ECO.2.2.2, ECO.3.1.6, RFC 8098, RFC 3464). */
export const EXCHANGE_ALTERATIONS: readonly Alteration[] = [
  altered('reply.headers', 'In-Reply-To: <20260303090000.7@exemple.mssante.fr>\n', '', 'mss/reply'),
  altered(
    'reply.headers',
    'References: <20260302103000.1@exemple.mssante.fr> <20260303090000.7@exemple.mssante.fr>\n',
    '',
    'mss/reply',
  ),
  altered('reply.headers', 'In-Reply-To: <20260303090000.7@', 'In-Reply-To: <20260302103000.1@', 'mss/reply'),
  altered('reply.headers', 'References: <20260302103000.1@exemple.mssante.fr> <', 'References: <', 'mss/reply'),
  altered('reply.headers', 'Message-ID: <20260303113000.2@', 'Message-ID: <20260303090000.7@', 'mss/reply'),
  altered(
    'read.notification',
    'Final-Recipient: rfc822; claire.martin@exemple.mssante.fr\n',
    '',
    'mss/reading-receipt',
  ),
  altered(
    'read.notification',
    'Original-Message-ID: <20260303090000.7@',
    'Original-Message-ID: <20260302103000.1@',
    'mss/reading-receipt',
  ),
  altered(
    'read.notification',
    'Disposition: manual-action/MDN-sent-manually; displayed',
    'Disposition: lu',
    'mss/reading-receipt',
  ),
  altered(
    'read.notification',
    'Final-Recipient: rfc822; claire.martin@',
    'Final-Recipient: rfc822; hugo.bernard@',
    'mss/reading-receipt',
  ),
  altered('read.headers', 'To: <jean.correspondant@', 'To: <hugo.bernard@', 'mss/reading-receipt'),
  altered(
    'question.headers',
    'Disposition-Notification-To: <jean.correspondant@exemple.mssante.fr>\n',
    '',
    'mss/reading-receipt',
  ),
  altered(
    'read.headers',
    'X-MSS-NIL: 1234',
    'Disposition-Notification-To: <claire.martin@exemple.mssante.fr>\nX-MSS-NIL: 1234',
    'mss/receipt-request',
  ),
  altered(
    'receipt.notification',
    'Original-Message-ID: <20260302103000.1@',
    'Original-Message-ID: <20260302103000.8@',
    'mss/delivery-report',
  ),
  altered('delivery.notification', 'Action: delivered\n', '', 'mss/delivery-report'),
  altered('reply.headers', `In-Reply-To: ${QUESTION}\nReferences: ${LETTER} ${QUESTION}\n`, '', 'mss/reply'),
  altered('reply.headers', `In-Reply-To: ${QUESTION}`, 'In-Reply-To: 20260303090000.7@exemple.mssante.fr', 'mss/reply'),
  altered('reply.headers', `In-Reply-To: ${QUESTION}`, 'In-Reply-To: votre message du 3 mars', 'mss/reply'),
  altered('reply.headers', `In-Reply-To: ${QUESTION}`, 'In-Reply-To:', 'mss/reply'),
  altered(
    'reply.headers',
    `In-Reply-To: ${QUESTION}`,
    `In-Reply-To: ${QUESTION}\nIn-Reply-To: ${LETTER}`,
    'mss/message-form',
  ),
  altered('reply.headers', `References: ${LETTER} ${QUESTION}`, `References: ${QUESTION} ${LETTER}`, 'mss/reply'),
  altered(
    'reply.headers',
    `References: ${LETTER} ${QUESTION}`,
    `References: ${LETTER} ${QUESTION}\nReferences: ${LETTER}`,
    'mss/message-form',
  ),
  altered('reply.headers', `References: ${LETTER} ${QUESTION}`, `References: ${LETTER},${QUESTION}`, 'mss/reply'),
  altered('reply.headers', `References: ${LETTER} ${QUESTION}`, `References: ${LETTER}`, 'mss/reply'),
  altered('letter.headers', 'Subject: XDM/', 'Subject: Re: XDM/', 'mss/subject-form', 'mss/reply'),
  altered('read.eml', `${REPORT} boundary`, 'multipart/mixed; boundary', 'mss/reading-receipt'),
  altered('read.eml', REPORT, REPORT.replace('disposition-notification', 'delivery-status'), 'mss/reading-receipt'),
  altered('read.eml', NOTIFICATION, 'Content-Type: text/plain; charset=UTF-8', 'mss/reading-receipt'),
  altered('read.eml', NOTIFICATION, 'X-Type: message/disposition-notification', 'mss/reading-receipt'),
  altered('read.notification', FINAL, FINAL.replace('rfc822; ', ''), 'mss/reading-receipt'),
  altered(
    'read.notification',
    FINAL,
    `${FINAL}\nFinal-Recipient: rfc822; hugo.bernard@exemple.mssante.fr`,
    'mss/reading-receipt',
  ),
  altered(
    'read.notification',
    `Original-Message-ID: ${QUESTION}`,
    `Original-Message-ID: ${QUESTION}\nOriginal-Message-ID: ${LETTER}`,
    'mss/reading-receipt',
  ),
  altered('read.notification', `Original-Message-ID: ${QUESTION}\n`, '', 'mss/reading-receipt'),
  altered('read.notification', `Original-Message-ID: ${QUESTION}`, 'Original-Message-ID:', 'mss/reading-receipt'),
  altered('read.notification', DISPLAYED, `${DISPLAYED}\n${DISPLAYED}`, 'mss/reading-receipt'),
  altered('read.notification', `\n${DISPLAYED}`, '', 'mss/reading-receipt'),
  altered('read.notification', DISPLAYED, DISPLAYED.replace('displayed', 'read'), 'mss/reading-receipt'),
  altered('read.notification', DISPLAYED, DISPLAYED.replace('manual-action/', ''), 'mss/reading-receipt'),
  altered('read.notification', DISPLAYED, DISPLAYED.replace(';', ','), 'mss/reading-receipt'),
  altered('read.headers', 'X-MSS-NIL: 1234', 'X-MSS-NIL: 4321', 'mss/nil-header'),
  altered(
    'question.headers',
    'Disposition-Notification-To: <jean.correspondant@',
    'Disposition-Notification-To: <hugo.bernard@',
    'mss/reading-receipt',
  ),
  altered(
    'question.headers',
    `Message-ID: ${QUESTION}`,
    'Message-ID: <autre@exemple.mssante.fr>',
    'mss/reading-receipt',
  ),
  altered('question.headers', `References: ${LETTER}`, 'References: <plus.ancien@exemple.mssante.fr>', 'mss/reply'),
  altered('receipt.notification', `\n${DISPLAYED}`, '', 'mss/delivery-report'),
  altered('receipt.notification', DISPLAYED, DISPLAYED.replace('displayed', 'seen'), 'mss/delivery-report'),
  altered('delivery.notification', 'Action: delivered', 'Action: remis', 'mss/delivery-report'),
  altered(
    'delivery.notification',
    'Final-Recipient: rfc822; jean.correspondant@exemple.mssante.fr\n',
    '',
    'mss/delivery-report',
  ),
  altered('delivery.original', `Message-ID: ${LETTER}\n`, '', 'mss/delivery-report'),
  altered(
    'delivery.original',
    `Message-ID: ${LETTER}`,
    'Message-ID: <autre@exemple.mssante.fr>',
    'mss/delivery-report',
  ),
  altered('letter.headers', `Message-ID: ${LETTER}`, 'Message-ID: <autre@exemple.mssante.fr>', 'mss/delivery-report'),
];
