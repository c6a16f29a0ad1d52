import { isPatientAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck } from '../define.js';
import { carriedDocuments } from '../mails/carried-documents.js';
import { recipientsOf } from '../mails/recipients.js';
import { isTransmission } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';
import { namedMailboxes } from './replacement/named-mailboxes.js';

/** A document that names its recipients with their mailboxes goes to them: what is automatically sent has no other list to follow. */
export const documentRecipients = defineCheck({
  id: 'mss/document-recipients',
  on: 'mail',
  // A user may send a document to anybody: only the sending that follows a validation is the document's.
  rules: { unnamed: mssRule('ECO.2.1.1', 'MSS/va1.21', 'info', 'belief') },
  examples: [
    {
      rule: 'unnamed',
      base: 'mail-conversation',
      part: 'automatic.cda',
      good: 'mailto:jean.correspondant@exemple.mssante.fr',
      bad: 'mailto:hugo.bernard@exemple.mssante.fr',
    },
  ],
  run(mail) {
    const none = { evaluated: 0, findings: [], applies: false };
    if (!isTransmission(mail)) return none;
    const named = new Set(carriedDocuments(mail).flatMap(({ cda }) => namedMailboxes(cda)));
    if (named.size === 0) return none;
    const professionals = recipientsOf(mail).filter(({ address }) => !isPatientAddress(address));
    const findings = professionals
      .filter(({ address }) => !named.has(address.toLowerCase()))
      .map(({ address, header: { line, name } }) => ({
        rule: 'unnamed' as const,
        at: placeIn(mail, { line, path: name }),
        actual: address,
      }));
    return { evaluated: professionals.length, findings, applies: professionals.length > 0 };
  },
});
