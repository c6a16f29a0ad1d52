import { isPatientAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck } from '../define.js';
import { recipientsOf } from '../mails/recipients.js';
import { isSending } from '../mails/sending.js';

const MEBIBYTE = 1024 * 1024;
/** Of the whole mail, as transmitted. No public document gives the limits of the operators, for mails to professionals. */
const MOST = 25 * MEBIBYTE;

/** A mail to a patient is not larger than what Mon espace santé takes. */
export const messageSize = defineCheck({
  id: 'mss/message-size',
  on: 'mail',
  rules: {
    'too-large': {
      severity: 'warning',
      mark: 'second-hand',
      clause: 'CNAM, Mon espace santé – Messagerie, v1.3 (28/06/2023)',
      samples: null,
    },
  },
  examples: [
    {
      rule: 'too-large',
      base: 'mail-patient',
      part: 'attachments',
      good: 'IHE_XDM.zip | application/zip | archive',
      bad: 'IHE_XDM.zip | application/zip | archive\nimages.tar | application/x-tar | 19 MiB',
    },
  ],
  run(mail) {
    const toPatient = recipientsOf(mail).some(({ address }) => isPatientAddress(address));
    if (!isSending(mail) || !toPatient) return { evaluated: 0, findings: [], applies: false };
    if (mail.bytes <= MOST) return { evaluated: 1, findings: [] };
    const args = { size: Math.ceil(mail.bytes / MEBIBYTE), most: MOST / MEBIBYTE };
    return { evaluated: 1, findings: [{ rule: 'too-large', at: placeIn(mail), args }] };
  },
});
