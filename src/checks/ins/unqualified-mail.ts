import { headersNamed } from '../../artifacts/mail/mail.js';
import { tellsMatricule } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck } from '../define.js';
import { recipientsOf } from '../mails/recipients.js';
import { RULE_28, whenUnqualified } from './rules/unqualified.js';

/** A mail about a patient whose identity is not qualified does not go to the patient's mailbox and does not announce an INS. */
export const unqualifiedMail = defineCheck({
  id: 'ins/unqualified-mail',
  on: 'mail',
  rules: { recipient: RULE_28, 'x-mss-ins': RULE_28 },
  examples: [
    {
      rule: 'recipient',
      base: 'mail-unqualified',
      part: 'headers',
      good: 'To: <jean.correspondant@exemple.mssante.fr>',
      bad: 'To: <jean.correspondant@exemple.mssante.fr>\nCc: <171041305599142@patient.mssante.fr>',
      trips: ['mss/one-patient'],
    },
    {
      rule: 'x-mss-ins',
      base: 'mail-unqualified',
      part: 'headers',
      good: 'X-MSS-INS: N',
      bad: 'X-MSS-INS: O',
      trips: ['mss/ins-header'],
    },
  ],
  run: (mail, context) =>
    whenUnqualified(mail, context, () => {
      const recipients = recipientsOf(mail);
      const announced = headersNamed(mail.content, 'X-MSS-INS');
      const findings = [
        ...recipients
          .filter(({ address }) => tellsMatricule(address))
          .map(({ address, header: { name, line } }) => ({
            rule: 'recipient' as const,
            at: placeIn(mail, { line, column: 1, path: name }),
            args: { field: name },
            actual: address,
          })),
        ...announced
          .filter(({ value }) => value.toUpperCase() === 'O')
          .map(({ line, value }) => ({
            rule: 'x-mss-ins' as const,
            at: placeIn(mail, { line, column: 1, path: 'X-MSS-INS' }),
            actual: value,
          })),
      ];
      return { evaluated: recipients.length + announced.length, findings };
    }),
});
