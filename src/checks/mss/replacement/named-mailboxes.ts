import type { Artifact } from '../../../artifacts/artifact.js';

/** The mailboxes, in lower case, of the recipients that a document names (CI-SIS, Structuration minimale, §3.5.5.17). */
export function namedMailboxes({ content: { root } }: Artifact<'cda'>): string[] {
  return root.all('informationRecipient', 'intendedRecipient').flatMap((recipient) =>
    [...recipient.all('telecom'), ...recipient.all('receivedOrganization', 'telecom')].flatMap((telecom) => {
      const value = telecom.attribute('value') ?? '';
      return /^mailto:/i.test(value) ? [value.slice('mailto:'.length).trim().toLowerCase()] : [];
    }),
  );
}
