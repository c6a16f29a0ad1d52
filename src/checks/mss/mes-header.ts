import { headersNamed } from '../../artifacts/mail/mail.js';
import { isPatientAddress, namesMatricule } from '../../identity/addresses.js';
import { isOfDossier, placeIn } from '../context.js';
import { defineCheck, type Rule } from '../define.js';
import { recipientsOf } from '../mails/recipients.js';
import { isSending } from '../mails/sending.js';

const CLAUSE = 'Référentiel socle MSSanté #2 v1.0, ECO.2.2.8 (MSS/CONF.21)';
const ECO_2_2_8: Rule = { severity: 'error', mark: 'primary', clause: CLAUSE, samples: null };
const NAME = 'X-MSS-MES';

/** A mail that ends the exchange with a patient says FIN; no other mail does. A professional may be among the recipients. */
export const mesHeader = defineCheck({
  id: 'mss/mes-header',
  on: 'mail',
  rules: {
    missing: ECO_2_2_8,
    value: ECO_2_2_8,
    // A patient may be a blind recipient.
    'no-patient': { severity: 'warning', mark: 'primary', clause: CLAUSE, samples: null },
    undeclared: { severity: 'info', mark: 'belief', clause: CLAUSE, samples: null },
    'closes-all': {
      severity: 'info',
      mark: 'second-hand',
      clause: 'CNAM, Mon espace santé – Messagerie v1.3 (MSS/CONF.21)',
      samples: null,
    },
  },
  examples: [
    { rule: 'missing', base: 'mail-patient', part: 'headers', good: 'X-MSS-MES: FIN', bad: 'X-Comment: FIN' },
    { rule: 'value', base: 'mail-patient', part: 'headers', good: 'X-MSS-MES: FIN', bad: 'X-MSS-MES: fin' },
    {
      rule: 'no-patient',
      base: 'mail',
      part: 'headers',
      good: 'X-MSS-NIL: 1234',
      bad: 'X-MSS-MES: FIN\nX-MSS-NIL: 1234',
    },
    {
      rule: 'undeclared',
      base: 'mail',
      part: 'headers',
      good: 'To: <jean.correspondant@exemple.mssante.fr>',
      bad: 'To: <285076311399048@patient.mssante.fr>\nX-MSS-MES: FIN',
    },
    {
      rule: 'closes-all',
      base: 'mail-plain',
      part: 'headers',
      good: 'To: <jean.correspondant@exemple.mssante.fr>\nSubject: Demande de rendez-vous',
      bad: 'To: <285076311399048@patient.mssante.fr>\nSubject: [FIN]',
    },
  ],
  run(mail, context) {
    const header = headersNamed(mail.content, NAME)[0];
    const recipients = recipientsOf(mail);
    const toPatient = recipients.some(({ address }) => isPatientAddress(address));
    if (!isSending(mail) || (!toPatient && !header)) return { evaluated: 0, findings: [], applies: false };
    const noReply = mail.declared['no-reply'] === true;
    const subject = headersNamed(mail.content, 'subject').find(({ value }) => value === '[FIN]');
    // Declared of no reply, it lacks the header, which is what is told then.
    if (subject && !header && !noReply) {
      const at = placeIn(mail, { line: subject.line, path: subject.name });
      return { evaluated: 1, findings: [{ rule: 'closes-all', at }] };
    }
    const at = placeIn(mail, { line: header?.line ?? 1, path: NAME });
    if (!header) return { evaluated: 1, findings: noReply ? [{ rule: 'missing', at }] : [] };
    const written = headersNamed(mail.content, NAME)
      .map((each) => each.raw.trim())
      .join(', ');
    if (written !== 'FIN') return { evaluated: 1, findings: [{ rule: 'value', at, actual: written }] };
    // That nobody is written to is for mss/message-form, that a patient is under another domain for mss/patient-address.
    const isElsewhere = recipients.length === 0 || recipients.some(({ address }) => namesMatricule(address));
    if (!toPatient) return { evaluated: 1, findings: isElsewhere ? [] : [{ rule: 'no-patient', at }] };
    // The mailbox of a software may set it by default; without a dossier nothing could declare it.
    const declared = noReply || mail.declared.mailbox === 'APP' || !isOfDossier(context);
    return { evaluated: 1, findings: declared ? [] : [{ rule: 'undeclared', at, args: { path: mail.path } }] };
  },
});
