import type { mssSender as french } from '../../fr/checks/mss-sender.js';
import type { SameKeys } from '../../same-keys.js';

export const mssSender: SameKeys<typeof french> = {
  'mss/sender-label': {
    title: 'Label of the sender',
    what: 'From gives a label then the MSSanté address in angle brackets. By the mailbox declared (mailbox in segur.yaml), the label is Title_First name_NAME_Entity for a personal mailbox (title and entity are optional), the functional entity for an organisational or applicative one. Reading receipts are not judged.',
    why: 'The recipient knows a correspondent by this label in the list of mails: an address alone tells neither who writes nor from which department.',
    rules: {
      'no-label': {
        finding: 'The sender {address} has no label.',
        expected:
          'A label before the address: Dr_Claire_MARTIN_Cabinet médical <{address}>, or the name of the department.',
        remedy:
          'Write the label of the mailbox in From, before the address in angle brackets; take it from the settings of the mailbox or from the Annuaire Santé.',
      },
      'address-as-label': {
        finding: 'The label of the sender is nothing but the address, {address}.',
        expected:
          'A label that says who writes: Dr_Claire_MARTIN_Cabinet médical <{address}>, or the name of the department.',
        remedy: 'Fill in the display name of the mailbox: without it the mail library copies the address in its place.',
      },
      'other-domain': {
        finding: 'The address {actual} of the sender is not in the domain mssante.fr.',
        expected: 'An MSSanté address of the form xxx@xxx.mssante.fr.',
        remedy:
          'Send from the MSSanté mailbox; if the export comes from a trial server, make it again with a test mailbox of an MSSanté operator.',
      },
      'person-form': {
        finding: 'The label "{actual}" is not that of a personal mailbox.',
        expected:
          'Title_First name_NAME_Entity, with underscores between, the NAME in capitals; title and entity are optional: Jean_DUPONT.',
        remedy:
          'Build the label in this order with underscores. If the mailbox is that of a department or of a software product, declare mailbox: ORG or APP for this mail in segur.yaml.',
      },
      'person-of-shared': {
        finding: 'The label "{actual}" names a person although the sending mailbox is not personal.',
        expected: 'The functional entity alone: "Cabinet médical", "Service de radiologie".',
        remedy:
          'Put the name of the department or of the structure as the label of the mailbox. If the mailbox is personal, declare mailbox: PER for this mail in segur.yaml.',
      },
    },
  },
  'mss/automatic-sending': {
    title: 'Mail sent from an applicative mailbox',
    what: 'A mail sent from an applicative mailbox (mailbox: APP in segur.yaml) has a Reply-To header towards a personal or organisational mailbox, and the last lines of its text say that it is automatic and quote the same address.',
    why: 'Nobody reads an applicative mailbox: without an address to answer, the question of a patient or of a colleague is lost.',
    rules: {
      'no-reply-to': {
        finding: 'The mail leaves from an applicative mailbox and has no address to reply to.',
        expected: 'Reply-To: <address of a personal or organisational MSSanté mailbox>',
        remedy: 'Add the Reply-To header, with the return address of the settings (MSS/va1.18).',
      },
      'reply-to-sender': {
        finding: 'Reply-To points to the applicative mailbox {actual} that sends the mail.',
        expected: 'A personal or organisational mailbox, other than that of From.',
        remedy: 'Take the return address of the settings, apart from the sending mailbox.',
      },
      'reply-to-outside': {
        finding: 'The reply address {actual} is not that of a professional or of a structure in MSSanté.',
        expected: "An address of the form xxx@xxx.mssante.fr, other than a patient's.",
        remedy: 'Set an MSSanté mailbox as the return address: a reply sent elsewhere leaves the trusted space.',
      },
      'no-notice': {
        finding: 'The last lines of the text do not say that the mail is automatic.',
        expected:
          'At the end of the text, a notice such as: « Ce message a été généré automatiquement ; pour joindre son émetteur : service@exemple.mssante.fr ».',
        remedy: 'Add the notice at the end of the template of the mail, with the address of Reply-To.',
      },
      'notice-address': {
        finding: 'The last lines of the text do not quote the address to reply to.',
        expected: '{expected}, as in Reply-To.',
        remedy: 'Write the same address in both places, from a single setting.',
      },
    },
  },
  'mss/delivery-request': {
    title: 'Request for a delivery receipt (DSN)',
    what: 'A mail that asks for a delivery receipt does so with Return-Receipt-To, which has the address of the sending mailbox. A mail that asks for none is not judged.',
    why: "The recipient's server sends the receipt to this address: when it is empty or wrong, the sender never learns whether the mail arrived.",
    rules: {
      'no-address': {
        finding: 'Return-Receipt-To is "{actual}", which is not an address.',
        expected: 'Return-Receipt-To: <MSSanté address of the sending mailbox>',
        remedy: 'Write the address of From, or leave the header out when no receipt is asked for.',
      },
      'other-address': {
        finding: 'The delivery receipt is asked for {actual}, which does not send the mail.',
        expected: 'Return-Receipt-To: <{sender}>, as in From.',
        remedy: 'Take the address of the mailbox that sends the mail.',
      },
    },
  },
  'mss/receipt-request': {
    title: 'Request for a reading receipt (MDN)',
    what: 'A mail that asks for a reading receipt does so with Disposition-Notification-To, which has the address of the sending mailbox (or that to reply to), alone or in a list. A mail that asks for none is not judged; a reading receipt never asks for one.',
    why: "The reader's software sends the receipt by itself to the sender's address only; for another it must ask its user.",
    rules: {
      'no-address': {
        finding: 'Disposition-Notification-To is "{actual}", which is not an address.',
        expected: 'Disposition-Notification-To: <MSSanté address of the sender>',
        remedy: 'Write the address of From, or leave the header out when no receipt is asked for.',
      },
      'other-address': {
        finding: 'The reading receipt is asked for {actual}, not for the sender.',
        expected: 'Disposition-Notification-To: <{sender}>, as in From.',
        remedy: 'Take the address of the mailbox that sends the mail: it is the one that gets automatic receipts.',
      },
      'in-receipt': {
        finding: 'This reading receipt asks for a reading receipt itself.',
        expected: 'No Disposition-Notification-To header in a receipt: two products would answer each other for ever.',
        remedy: 'Do not apply to receipts the read-receipt option of the mails that the user writes.',
      },
    },
  },
  'mss/patient-address': {
    title: "A patient's MSSanté address",
    what: 'A patient is written to at <matricule INS>@patient.mssante.fr, and only if the attached documents hold a qualified INS (matricule, OID and four traits). The test address reponse.automatique-test@patient.mssante.fr is accepted. The form and key of the matricule are judged by ins/mailbox-identity, whose it is by mss/one-patient, the declared status by ins/unqualified-mail.',
    why: "A patient's address is made of the matricule: built on an identity that is not qualified, it can be somebody else's.",
    rules: {
      'other-domain': {
        finding: 'Address {actual} holds a matricule INS outside the domain of patients.',
        expected: 'The matricule followed by @patient.mssante.fr.',
        remedy:
          "Build the patient's address with the domain patient.mssante.fr, without a sub-domain or the operator's domain.",
      },
      'unqualified-document': {
        finding:
          'The mail goes to the patient ({actual}) although document {document} holds no qualified INS: it lacks the matricule, its OID or one of the four traits.',
        expected:
          'Matricule, OID, birth name, first given name, birth date and sex in the CDA header, or no mail to the patient.',
        remedy:
          'Block mails to the patient as long as the identity is not qualified; if it is, complete recordTarget in the CDA produced.',
      },
    },
  },
};
