import { headersNamed } from '../../artifacts/mail/mail.js';
import { isPatientAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck, type Rule } from '../define.js';
import { recipientsOf } from '../mails/recipients.js';

const CLAUSE = 'Référentiel socle MSSanté #2 v1.0, ECO.2.2.8 (MSS/CONF.21)';
const ECO_2_2_8: Rule = { severity: 'error', mark: 'primary', clause: CLAUSE, samples: null };
const NAME = 'X-MSS-MES';

/** A mail that ends the exchange with a patient says FIN; no other mail does. */
export const mesHeader = defineCheck({
  id: 'mss/mes-header',
  on: 'mail',
  rules: {
    missing: ECO_2_2_8,
    value: ECO_2_2_8,
    'no-patient': { severity: 'warning', mark: 'belief', clause: CLAUSE, samples: null },
    undeclared: { severity: 'info', mark: 'belief', clause: CLAUSE, samples: null },
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
  ],
  run(mail) {
    const header = headersNamed(mail.content, NAME)[0];
    const toPatient = recipientsOf(mail).some(({ address }) => isPatientAddress(address));
    if (!toPatient && !header) return { evaluated: 0, findings: [], applies: false };
    const noReply = mail.declared['no-reply'] === true;
    const at = placeIn(mail, { line: header?.line ?? 1, path: NAME });
    if (!header) return { evaluated: 1, findings: noReply ? [{ rule: 'missing', at }] : [] };
    const written = headersNamed(mail.content, NAME)
      .map((each) => each.raw.trim())
      .join(', ');
    if (written !== 'FIN') return { evaluated: 1, findings: [{ rule: 'value', at, actual: written }] };
    if (!toPatient) return { evaluated: 1, findings: [{ rule: 'no-patient', at }] };
    return { evaluated: 1, findings: noReply ? [] : [{ rule: 'undeclared', at, args: { path: mail.path } }] };
  },
});
