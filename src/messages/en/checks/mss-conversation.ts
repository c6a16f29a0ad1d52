import type { CheckTexts } from '../../check-texts.js';

export const mssConversation = {
  'mss/reply': {
    title: 'A reply names the mail that it answers',
    what: 'A reply that was sent has In-Reply-To, which names the mail answered, and References, which ends with it and keeps those before. It is compared with the original mail when the dossier holds it.',
    why: "By these headers the recipient's software files the answer with the question; without them it arrives as a mail on its own.",
    rules: {
      unthreaded: {
        finding: 'The subject says that the mail answers {other}, but it has neither In-Reply-To nor References.',
        expected:
          'In-Reply-To with the Message-ID of {other}, and References with what it quoted then that Message-ID.',
        remedy:
          'When replying, copy the Message-ID of the original mail into In-Reply-To and add it at the end of its References.',
      },
      threading: {
        finding: 'The subject says that the mail is a reply, but it has neither In-Reply-To nor References.',
        expected: 'Both headers, with the Message-ID of the original mail.',
        remedy:
          'When replying, copy the Message-ID of the original mail into In-Reply-To and add it at the end of its References.',
      },
      'in-reply-to': {
        finding: 'The mail quotes others in References but has no In-Reply-To header.',
        expected: 'In-Reply-To: followed by the Message-ID of the mail that this one answers.',
        remedy: 'Add In-Reply-To to every reply, with the Message-ID of the original mail, angle brackets included.',
      },
      references: {
        finding: 'The reply has In-Reply-To but no References header.',
        expected: 'References: the identifiers that the original mail quoted, then its own.',
        remedy: 'Add References to every reply: those of the original mail, followed by its Message-ID.',
      },
      identifiers: {
        finding: '{field} holds something other than message identifiers.',
        expected: 'Identifiers in angle brackets, <left@right>, with blanks between.',
        remedy: 'Copy the Message-ID as it is, with its angle brackets, without text or commas around.',
      },
      itself: {
        finding: 'In-Reply-To names the reply itself.',
        expected: 'The Message-ID of the mail that it answers.',
        remedy: 'Give the reply a new Message-ID, and put that of the original mail in In-Reply-To.',
      },
      last: {
        finding: 'References does not end with the mail that In-Reply-To names, <{id}>.',
        expected: 'References that ends with <{id}>.',
        remedy: 'Add the Message-ID of the original mail at the end of References.',
      },
      chain: {
        finding: 'References does not keep all the mails that {other} quoted.',
        expected: 'The References of the original mail, in their order, then its Message-ID.',
        remedy: 'Take over the whole References header of the original mail before adding its Message-ID.',
      },
      'other-original': {
        finding: 'In-Reply-To and References name no mail of the dossier, though {other} seems to be the one answered.',
        expected: 'In-Reply-To: <{id}>',
        remedy:
          'Check that the identifier copied is that of the original mail, to the letter; if the reply answers another mail, add that one to the dossier.',
      },
      'no-original': {
        finding:
          'The mail that this one answers, <{id}>, was not judged with it: only the form of the headers was looked at.',
        expected: 'The source of the original mail beside that of the reply.',
        remedy:
          'Add the source of the original mail to the dossier, declared "role: incoming" under artifacts in segur.yaml: segur-check run judges the mails of a dossier together.',
      },
    },
  },
  'mss/reading-receipt': {
    title: 'Reading receipt (MDN) returned by the software',
    what: 'The reading receipt that was sent has the form of an MDN (RFC 8098); it names the mail read and its recipient, and is compared with the original mail when the dossier holds it: asked for, sent to whoever asked, once.',
    why: "The sender's software ties the receipt to its mail by these fields; if it can't read them, the sender believes that the mail was ignored.",
    rules: {
      report: {
        finding: 'The receipt is not a multipart/report mail whose report-type is disposition-notification.',
        expected: 'Content-Type: multipart/report; report-type=disposition-notification for the whole mail.',
        remedy: 'Declare this type at the root of the mail, not in one of its parts.',
      },
      parts: {
        finding: 'The parts of the receipt are not those of an MDN, or not in order.',
        expected:
          'A text for a person, then message/disposition-notification, then optionally the original mail (message/rfc822) or its headers (text/rfc822-headers).',
        remedy: 'Write the parts in this order, the notification second.',
      },
      recipient: {
        finding: 'The receipt has no Final-Recipient field, or the field does not have the expected form.',
        expected: 'Final-Recipient: rfc822; <address of the mailbox that read the mail>',
        remedy: 'Write the type rfc822, a semicolon, then the address of the mailbox that the receipt is sent for.',
      },
      disposition: {
        finding: 'The Disposition field is missing or does not have the expected form: "{actual}".',
        expected:
          'manual-action or automatic-action, "/", MDN-sent-manually or MDN-sent-automatically, ";", then displayed, deleted, dispatched or processed.',
        remedy: 'Write for instance Disposition: manual-action/MDN-sent-manually; displayed.',
      },
      repeated: {
        finding: 'The field {field} stands several times in the notification of the receipt.',
        expected: 'Each field of message/disposition-notification once.',
        remedy: 'Write one field {field}; for several recipients, return one receipt for each.',
      },
      'original-id': {
        finding: 'The receipt has no Original-Message-ID field, though the mail read had the identifier <{id}>.',
        expected: 'Original-Message-ID: <{id}>',
        remedy: 'Copy the Message-ID of the mail read into Original-Message-ID.',
      },
      unidentified: {
        finding:
          'Nothing in the receipt says which mail was read: it has neither Original-Message-ID nor a copy of the mail.',
        expected: 'Original-Message-ID, with the Message-ID of the mail read.',
        remedy: 'Copy the Message-ID of the mail read into Original-Message-ID.',
      },
      'returned-original': {
        finding: 'Original-Message-ID is <{actual}>, but the mail returned with the receipt is <{id}>.',
        expected: 'Original-Message-ID: <{id}>',
        remedy: 'Take the identifier and the copy from the same mail.',
      },
      'not-asked': {
        finding: 'The receipt is about {other}, which asks for none.',
        expected: 'A receipt only for mails that have the Disposition-Notification-To header.',
        remedy: 'Check that Disposition-Notification-To is there before sending a receipt.',
      },
      'of-report': {
        finding: 'The receipt is about {other}, which is a receipt or a delivery report itself.',
        expected: 'No receipt for a receipt or a delivery report.',
        remedy: 'Send no receipt for a multipart/report mail.',
      },
      'sent-to': {
        finding: 'The receipt is not sent to whoever asked for it in {other}.',
        expected: 'To: {address}',
        remedy:
          'Send the receipt to the address in Disposition-Notification-To of the mail read, not to From or Reply-To.',
      },
      twice: {
        finding: 'The mail already had this receipt for the same recipient: {other}.',
        expected: 'One receipt for each mail and recipient.',
        remedy:
          "Remember that the receipt was sent ($MDNSent keyword in IMAP) and don't send it again when the mail is opened again.",
      },
      automatic: {
        finding:
          'The receipt left without confirmation, though in {other} the address in Disposition-Notification-To is not that of Return-Path.',
        expected: 'MDN-sent-manually, once the user agreed, when these two addresses differ.',
        remedy: 'Ask for confirmation before sending in this case: the receipt would go to a third party, or loop.',
      },
      'other-mailbox': {
        finding: 'Final-Recipient is none of the recipients of {other}.',
        expected: 'The address of the mailbox that received the mail.',
        remedy:
          'Write in Final-Recipient the mailbox that received the mail; if it was forwarded, give in Original-Recipient the address that its sender wrote.',
      },
      'not-returned': {
        finding: 'The integration receipt does not return the archive and the PDFs of {other}.',
        expected: 'The attachments of the original mail, identical, in the receipt or in the mail that it returns.',
        remedy: 'Attach the whole original mail (message/rfc822) as the third part.',
      },
      subject: {
        finding: 'The subject of the integration receipt is not that of {other}.',
        expected: 'The subject of the original mail, with nothing before it.',
        remedy: 'Take over the subject of the mail that carried the document as it is.',
      },
      'no-original': {
        finding: 'The mail read, <{id}>, was not judged with it: only the form of the receipt was.',
        expected: 'The source of the mail read beside that of the receipt.',
        remedy:
          'Add the source of the mail read to the dossier, declared "role: incoming" under artifacts in segur.yaml: segur-check run judges the mails of a dossier together.',
      },
    },
  },
  'mss/integration-error': {
    title: 'Integration error told to the sender',
    what: 'When a document received could not be filed, the receipt (MDN) or, when none was asked for, the mail sent to the sender gives the code and the label of the error, under an agreed subject, and returns the mail and its attachments.',
    why: "Only so does the sender know that the document is in nobody's record, and what to mend before sending it again.",
    rules: {
      code: {
        finding: 'The mail tells of an integration error without its code.',
        expected: 'The code of the error, for instance 902^Identifiant patient inconnu.',
        remedy: 'Write Error: <code>^<label> in the receipt; in a mail, give the code in the subject and in the text.',
      },
      'unknown-code': {
        finding: 'Error code {actual} is not in the tables of the volet.',
        expected: 'An HL7 code (100 to 207) or an application code (900 to 906).',
        remedy: 'Take the code that fits, or 906 (other) and tell the cause in the label.',
      },
      'other-code': {
        finding: 'The subject gives code {actual}, the mail gives code {code}.',
        expected: '{code} in both places.',
        remedy: 'Make the subject from the code that the mail gives.',
      },
      text: {
        finding: 'The text of the mail does not give the error code, {code}.',
        expected: 'The code and the label of the error in the text that a person reads.',
        remedy: 'Add "erreur {code}" to the text, followed by the label.',
      },
      label: {
        finding: 'The text of the mail does not give the label of the error.',
        expected: 'The label that the receipt gives, in the text too.',
        remedy: 'Repeat the label of the error in the text.',
      },
      subject: {
        finding: 'The subject of a mail that tells of an integration error does not have the agreed form.',
        expected: '[KO Intégration système !][<code>] XDM/1.0/DDM+<label> <SURNAME> <first name> <birth date>',
        remedy:
          'Put [KO Intégration système !] and the code in square brackets before the subject of the original mail.',
      },
      original: {
        finding: 'The mail does not return the one that could not be filed.',
        expected: 'The whole original mail, attached (message/rfc822).',
        remedy: 'Attach the original mail in a message/rfc822 part.',
      },
      'not-returned': {
        finding: 'The mail does not return the archive and the PDFs that could not be filed.',
        expected: 'The attachments of the original mail, identical.',
        remedy: 'Attach the IHE_XDM.zip archive and the PDFs received, or the whole original mail.',
      },
    },
  },
  'mss/delivery-report': {
    title: 'Receipt that came back, tied to the mail sent',
    what: 'The delivery report (DSN) or reading receipt (MDN) that the software received can be read and is about a mail of the dossier. The software did not write it: nothing here is its fault, but a receipt that says nothing proves nothing.',
    why: 'The professional must see that the mail arrived, or that it did not; the proof is the receipt of that very mail.',
    rules: {
      unreadable: {
        finding: 'The receipt received does not say what became of the mail, or for whom: this proof shows nothing.',
        expected:
          'For each recipient, Final-Recipient, and a known Action (DSN: delivered, relayed, expanded, delayed, failed) or Disposition (MDN: displayed, deleted…).',
        remedy: 'Give a whole receipt, as the operator passed it on.',
      },
      unidentified: {
        finding: 'Nothing in the receipt received says which mail it is about: this proof shows nothing.',
        expected: 'The original mail or its headers, with its Message-ID, or Original-Message-ID.',
        remedy: 'Give the receipt as it was received, with all its parts.',
      },
      'other-mail': {
        finding: 'The receipt received is about <{id}>, which is none of the mails sent of the dossier.',
        expected: 'The receipt of one of the mails sent.',
        remedy: 'Add the source of the mail sent, or the receipt that is about it.',
      },
      recipient: {
        finding: 'The receipt received is from none of the recipients of {other}.',
        expected: 'A recipient of that mail.',
        remedy:
          "Check that the address is where a recipient's mail is forwarded; otherwise give the receipt of one of them.",
      },
      failed: {
        finding: 'The mail was not delivered to a recipient ({status}).',
        expected: 'A failure that the professional sees.',
        remedy: 'Check in the demonstration that the software shows this failure to the professional.',
      },
    },
  },
  'mss/exchange-end': {
    title: 'End of the exchange with a patient',
    what: 'A mail to a patient that carries X-MSS-MES: FIN, or whose subject is [FIN], ends the exchange: it is looked whether another mail follows it in the same thread.',
    why: 'Mon espace santé closes the thread to the patient: what follows can get no answer from them.',
    rules: {
      answered: {
        finding: 'The patient answers {file}, which ended the exchange.',
        expected: 'No answer of the patient to a mail that carries X-MSS-MES: FIN.',
        remedy:
          'Check that the X-MSS-MES field does reach the operator, and that this answer did not leave before the end of the exchange.',
      },
      continued: {
        finding: 'This mail to the patient continues the thread of {file}, which ended the exchange.',
        expected: 'A new thread, without In-Reply-To nor References, when the exchange starts again.',
        remedy:
          'Write to the patient by a new mail rather than by a follow-up: they can no longer answer in a closed thread.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
