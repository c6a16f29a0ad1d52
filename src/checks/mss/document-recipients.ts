import type { Artifact } from '../../artifacts/artifact.js';
import { isPatientAddress } from '../../identity/addresses.js';
import { placeIn } from '../context.js';
import { defineCheck } from '../define.js';
import { carriedDocuments } from '../mails/carried-documents.js';
import { recipientsOf } from '../mails/recipients.js';
import { isTransmission } from '../mails/sending.js';
import { mssRule } from '../sources/mss-rule.js';

const LEGAL = '  <legalAuthenticator>';

/** A document that names its recipients with their mailboxes goes to them: what is automatically sent has no other list to follow. */
export const documentRecipients = defineCheck({
  id: 'mss/document-recipients',
  on: 'mail',
  // A user may send a document to anybody: only the sending that follows a validation is the document's.
  rules: { unnamed: mssRule('ECO.2.1.1', 'MSS/va1.21', 'info', 'belief') },
  examples: [
    {
      rule: 'unnamed',
      base: 'mail',
      part: 'cda',
      good: LEGAL,
      bad: `  <informationRecipient typeCode="PRCP">
    <intendedRecipient>
      <id root="1.2.250.1.71.4.2.1" extension="899700000013"/>
      <telecom value="mailto:hugo.bernard@exemple.mssante.fr"/>
      <informationRecipient><name><family>TEST-BERNARD</family><given>HUGO</given></name></informationRecipient>
    </intendedRecipient>
  </informationRecipient>
${LEGAL}`,
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

/** The mailboxes of the recipients that a document names (CI-SIS, Structuration minimale, §3.5.5.17). */
function namedMailboxes({ content: { root } }: Artifact<'cda'>): string[] {
  return root.all('informationRecipient', 'intendedRecipient').flatMap((recipient) =>
    [...recipient.all('telecom'), ...recipient.all('receivedOrganization', 'telecom')].flatMap((telecom) => {
      const value = telecom.attribute('value') ?? '';
      return /^mailto:/i.test(value) ? [value.slice('mailto:'.length).trim().toLowerCase()] : [];
    }),
  );
}
