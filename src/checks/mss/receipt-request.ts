import { headersNamed } from '../../artifacts/mail/mail.js';
import { addressesOf, isSameAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding, type Rule } from '../define.js';
import { addressesIn } from '../mails/recipients.js';
import { isReadingReceipt, isSending } from '../mails/sending.js';

const RFC_8098: Rule = {
  severity: 'error',
  mark: 'primary',
  clause: 'RFC 8098, §2.1 ; Référentiel socle MSSanté #2 v1.0, ECO.2.3.2 (MSS/UX.33)',
  samples: null,
};
const NAME = 'Disposition-Notification-To';
const REQUEST = 'Disposition-Notification-To: <claire.martin@exemple.mssante.fr>';

/** A mail that asks for a reading receipt says to whom: the mailbox that sends it. To ask is the user's choice. */
export const receiptRequest = defineCheck({
  id: 'mss/receipt-request',
  on: 'mail',
  rules: {
    'no-address': RFC_8098,
    // The RFC allows any mailbox, but then no receipt is sent without the reader's consent.
    'other-address': { ...RFC_8098, severity: 'warning' },
    'in-receipt': { ...RFC_8098, clause: RFC_8098.clause.replace('§2.1', '§3') },
  },
  examples: [
    { rule: 'no-address', base: 'mail-conversation', part: 'letter.headers', good: REQUEST, bad: `${NAME}: 1` },
    {
      rule: 'other-address',
      base: 'mail-conversation',
      part: 'letter.headers',
      good: REQUEST,
      bad: `${NAME}: <hugo.bernard@exemple.mssante.fr>`,
    },
    {
      rule: 'in-receipt',
      base: 'mail-conversation',
      part: 'read.headers',
      good: 'X-MSS-NIL: 1234',
      bad: `X-MSS-NIL: 1234\n${REQUEST}`,
    },
  ],
  run(mail) {
    if (!isSending(mail)) return { evaluated: 0, findings: [], applies: false };
    const headers = headersNamed(mail.content, NAME);
    const [header] = headers;
    if (!header) return { evaluated: 0, findings: [], applies: !isReadingReceipt(mail) };
    const at = placeIn(mail, { line: header.line, path: header.name });
    const one = (finding: RawFinding<'no-address' | 'other-address' | 'in-receipt'>) => ({
      evaluated: 1,
      findings: [finding],
    });
    if (isReadingReceipt(mail)) return one({ rule: 'in-receipt', at });
    // That it lacks a sender is for mss/message-form.
    const from = addressesIn(mail, ['from']);
    if (from.length === 0) return { evaluated: 0, findings: [] };
    const senders = [...from, ...addressesIn(mail, ['reply-to'])];
    const addresses = headers.flatMap(({ raw }) => addressesOf(raw));
    if (addresses.length === 0) return one({ rule: 'no-address', at, actual: header.value });
    // Answers and receipts may go to one mailbox, which is not the one that sends when that is a software's.
    if (addresses.some((address) => senders.some((sender) => isSameAddress(sender.address, address))))
      return { evaluated: 1, findings: [] };
    const sender = senders[0]?.address ?? '';
    return one({ rule: 'other-address', at, args: { sender }, actual: addresses.join(', ') });
  },
});
