import { headersNamed } from '../../artifacts/mail/mail.js';
import { addressesOf, isSameAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { addressesIn } from '../mails/recipients.js';
import { isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

const VA1_15 = mssRule('ECO.2.3.1', 'MSS/va1.15');
const NAME = 'Return-Receipt-To';
const REQUEST = 'Return-Receipt-To: <claire.martin@exemple.mssante.fr>';

/** A mail that asks to be told of its delivery asks it for the mailbox that sends it. To ask is the user's choice. */
export const deliveryRequest = defineCheck({
  id: 'mss/delivery-request',
  on: 'mail',
  rules: { 'no-address': VA1_15, 'other-address': VA1_15 },
  examples: [
    {
      rule: 'no-address',
      base: 'mail-conversation',
      part: 'letter.headers',
      good: REQUEST,
      bad: `${NAME}: yes`,
    },
    {
      rule: 'other-address',
      base: 'mail-conversation',
      part: 'letter.headers',
      good: REQUEST,
      bad: `${NAME}: <hugo.bernard@exemple.mssante.fr>`,
    },
  ],
  run(mail) {
    if (!isSending(mail)) return { evaluated: 0, findings: [], applies: false };
    const senders = addressesIn(mail, ['from']);
    // That it lacks one is for mss/message-form.
    if (senders.length === 0) return { evaluated: 0, findings: [] };
    const headers = headersNamed(mail.content, NAME);
    const findings = headers.flatMap((header): RawFinding<'no-address' | 'other-address'>[] => {
      const at = placeIn(mail, { line: header.line, path: header.name });
      const addresses = addressesOf(header.raw);
      if (addresses.length === 0) return [{ rule: 'no-address', at, actual: header.value }];
      return addresses
        .filter((address) => !senders.some((sender) => isSameAddress(sender.address, address)))
        .map((address) => ({
          rule: 'other-address',
          at,
          args: { sender: senders[0]?.address ?? '' },
          actual: address,
        }));
    });
    return { evaluated: headers.length, findings };
  },
});
