import { headersNamed } from '../../artifacts/mail/mail.js';
import { isProfessionalAddress, isSameAddress } from '../../identity/addresses.js';
import { isOfDossier, placeIn } from '../context.js';
import { defineCheck, type RawFinding } from '../define.js';
import { sendersOf } from '../mails/recipients.js';
import { isReadingReceipt, isSending } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

const ECO = 'ECO.2.2.7';
const REM = 'MSS/va1.16';

const FROM = 'From: Dr_Claire_MARTIN_Cabinet des Essais <claire.martin@exemple.mssante.fr>';

/**
 * A mail shows its sender under a label that says something: who writes, or for a shared mailbox which service. Receipts are not judged: those that the
 * volet "Transmission au LPS" prints have an address alone.
 */
export const senderLabel = defineCheck({
  id: 'mss/sender-label',
  on: 'mail',
  rules: {
    'no-label': mssRule(ECO, REM),
    'address-as-label': mssRule(ECO, REM),
    // The référentiel shows the form of a mailbox; which domains are of the espace de confiance is told elsewhere.
    'other-domain': mssRule(ECO, REM, 'warning'),
    // That the name is in capitals is second-hand; so is that nothing but `_` may part the fields.
    'person-form': mssRule(ECO, REM, 'warning', 'second-hand'),
    // How a person is told from a service is our reading.
    'person-of-shared': mssRule(ECO, REM, 'warning'),
  },
  examples: [
    {
      rule: 'no-label',
      base: 'mail',
      part: 'headers',
      good: FROM,
      bad: 'From: <claire.martin@exemple.mssante.fr>',
    },
    {
      rule: 'address-as-label',
      base: 'mail',
      part: 'headers',
      good: FROM,
      bad: 'From: "claire.martin@exemple.mssante.fr" <claire.martin@exemple.mssante.fr>',
    },
    {
      rule: 'other-domain',
      base: 'mail',
      part: 'headers',
      good: FROM,
      bad: 'From: Dr_Claire_MARTIN_Cabinet des Essais <claire.martin@exemple.fr>',
    },
    { rule: 'person-form', base: 'mail', part: 'headers', good: FROM, bad: FROM.replaceAll('_', ' ') },
    {
      rule: 'person-of-shared',
      base: 'mail-conversation',
      part: 'automatic.headers',
      good: 'From: Cabinet des Essais <envoi.automatique@exemple.mssante.fr>',
      bad: 'From: Dr_Claire_MARTIN_Cabinet des Essais <envoi.automatique@exemple.mssante.fr>',
    },
  ],
  run(mail, context) {
    // A mail without any sender is for mss/message-form.
    if (!isSending(mail) || isReadingReceipt(mail) || headersNamed(mail.content, 'from').length === 0)
      return { evaluated: 0, findings: [], applies: false };
    const { mailbox } = mail.declared;
    const senders = sendersOf(mail);
    const findings = senders.flatMap(({ name, address, header }) => {
      const at = placeIn(mail, { line: header.line, path: header.name });
      const found: RawFinding<Fault | 'other-domain'>[] = [];
      const fault = labelFault(name, address, mailbox);
      if (fault) found.push({ rule: fault, at, args: { address }, actual: name });
      if (!isProfessionalAddress(address)) found.push({ rule: 'other-domain', at, actual: address });
      return found;
    });
    const unknown = mailbox === undefined && isOfDossier(context);
    return { evaluated: senders.length, findings, ...(unknown && { needs: [{ code: 'need/mailbox-kind' as const }] }) };
  },
});

type Fault = 'no-label' | 'address-as-label' | 'person-form' | 'person-of-shared';

/** Without a declared kind of mailbox, only what holds for all of them. */
function labelFault(name: string, address: string, mailbox: 'PER' | 'ORG' | 'APP' | undefined): Fault | undefined {
  const label = name.replace(/^['"<\s]+|['">\s]+$/g, '');
  if (label === '') return 'no-label';
  if (isSameAddress(label, address)) return 'address-as-label';
  const { title, person } = personIn(label);
  if (mailbox === 'PER' && !person) return 'person-form';
  if (mailbox !== 'PER' && mailbox !== undefined && title && person) return 'person-of-shared';
  return undefined;
}

const TITLE = /^(?:dr|pr|docteur|professeur|m|mr|mme|mlle|me)\.?$/i;

/** `Dr_Claire_MARTIN_Cabinet des Essais`: title, first name, NAME and entity, of which the first name and the NAME are a person. */
function personIn(label: string): { title: boolean; person: boolean } {
  const fields = label.split('_').map((field) => field.trim());
  const title = TITLE.test(fields[0] ?? '');
  // A title that is not known here shifts the name by one field.
  const places = title ? [2] : [1, 2];
  return { title, person: places.some((place) => fields[place - 1] && isCapitals(fields[place] ?? '')) };
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
