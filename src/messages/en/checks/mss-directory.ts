import type { CheckTexts } from '../../check-texts.js';

export const mssDirectory = {
  'mss/directory-search': {
    title: 'The searches of the Annuaire Santé and the addresses that the software writes to',
    what: "The addresses of professionals that sent mails go to are looked for in the answers of the Annuaire Santé's FHIR API that the dossier holds; the declared kind of the sending mailbox is compared with the directory's.",
    why: "The user must be able to find a correspondent's address in the Annuaire Santé while writing: an address typed by hand may lead elsewhere.",
    rules: {
      'not-shown': {
        finding:
          'The address {actual}, to which the software writes (mails sent: {count}), is in none of the searches given.',
        expected:
          'A search of the Annuaire Santé that finds this address; it may also come from an earlier search or from an answer.',
        remedy: 'Give the answer of the search by which the recipient was chosen.',
      },
      writing: {
        finding:
          'The address {actual}, to which the software writes (mails sent: {count}), is not written as in the directory.',
        expected: '{found}',
        remedy: 'Take the address as the directory gives it, capitals included.',
      },
      unlisted: {
        finding:
          'The software writes to {actual}, which the directory has as unlisted, liste rouge (mails sent: {count}; this is the first).',
        expected: 'An address that is published: an unlisted mailbox is not offered to users.',
        remedy: 'Do not show mailboxes of which listeRouge is true among the results.',
      },
      'other-messaging': {
        finding:
          'The software writes to {actual}, which is no MSSanté mailbox according to the directory (mails sent: {count}; this is the first).',
        expected: 'An address of which the messaging type is MSSANTE.',
        remedy: 'Offer only addresses (telecom) of type MSSANTE as recipients: the others are ordinary contacts.',
      },
      'sender-kind': {
        finding:
          'The mailbox {address} is declared {declared}, but the directory gives it the type {actual} (mails sent: {count}; this is the first).',
        expected: 'The same kind of mailbox: PER, ORG or APP.',
        remedy: "Mend mailbox in segur.yaml, or the mailbox's type with the operator.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
