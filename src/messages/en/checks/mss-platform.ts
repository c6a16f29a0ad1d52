import type { CheckTexts } from '../../check-texts.js';

export const mssPlatform = {
  'mss/platform-mail': {
    title: 'Mails that the platform makes of HL7 v2 messages',
    what: 'Each mail that carries a document is compared with the ORU or MDM message that asked to send it (same CDA, by its hash or its id): sender, address to answer, recipients, text, X-MSS-MES, receipts asked for, and the document byte for byte. Mails declared "mailbox: PER" or "ORG" are none of them.',
    why: 'Professionals choose in their software whom they write to and what they write: the platform must send that, nothing more and nothing else.',
    rules: {
      from: {
        finding: 'The mail is sent from {actual}, the address that the message gives for answers.',
        expected:
          'From: the address of the applicative mailbox that sends ({message}, {message-path} is for Reply-To only).',
        remedy: "Send from the platform's applicative mailbox, and write PRT-15.4 (PRT-4 = REPLY) in Reply-To.",
      },
      'reply-to': {
        finding: 'Reply-To is not the address for answers that the message gives ({message}, {message-path}).',
        expected: 'Reply-To = PRT-15.4 of the PRT segment whose PRT-4 is REPLY.',
        remedy: 'Copy that address to Reply-To; without it, answers go to a mailbox that nobody reads.',
      },
      recipient: {
        finding: 'The mail is sent to {actual}, whom the message does not name ({message}, {message-path}).',
        expected: 'The addresses in PRT-15.4 of the PRT segments whose PRT-4 is RCT, and no other.',
        remedy: 'Make To of the PRT segments of the message only: add no copy, and no address of the directory.',
      },
      'no-reply': {
        finding:
          'The message asks that the patient may not answer (FIN, {message}, {message-path}), and the mail does not say so.',
        expected: 'X-MSS-MES: FIN in the mail sent to the patient.',
        remedy: 'Add the X-MSS-MES header when NTE-4, under DESTMSSANTEPAT, is FIN.',
      },
      text: {
        finding: 'The text of the mail does not hold the one that the message proposes ({message}, {message-path}).',
        expected:
          'The decoded text of CORPSMAIL_PS for a professional, of CORPSMAIL_PATIENT for the patient, as a whole; the notice of automatic sending may follow it.',
        remedy: 'Decode OBX-5 (Base64, then UTF-8) and put it in the body of the mail, before the automatic notice.',
      },
      altered: {
        finding: 'The CDA of the mail is not, byte for byte, that of the message ({message}, {message-path}).',
        expected: 'The same bytes: same SHA-256 hash.',
        remedy:
          'Put in the archive the file decoded from OBX-5, without parsing or writing it again (encoding, line ends, indentation).',
      },
      'reading-receipt': {
        finding: 'The message asks for a reading receipt ({message}, {message-path}); the mail does not.',
        expected: 'Disposition-Notification-To: the address of the mailbox that sends.',
        remedy: 'Add Disposition-Notification-To when ACK_LECTURE_MSS is Y.',
      },
      'delivery-receipt': {
        finding: 'The message asks for a delivery receipt ({message}, {message-path}); the mail does not.',
        expected: 'Return-Receipt-To: the address of the mailbox that sends, or a DSN asked of the SMTP server.',
        remedy:
          'Add Return-Receipt-To when ACK_RECEPTION is Y. If the server is asked (NOTIFY, RFC 3461), show it with the SMTP log.',
      },
      deletion: {
        finding:
          'The message asks to delete the document (OBX-11 = D, {message}); the mail does not tell its recipients to do so.',
        expected: 'A text which says that the document attached is to be deleted.',
        remedy:
          'Take CORPSMAIL_PS or CORPSMAIL_PATIENT; without them, write a default text that asks for the deletion.',
      },
    },
  },
  'mss/platform-masking': {
    title: "The platform's mails: to whom the message allows to send them",
    what: 'Each mail is held against MASQUE_PS, INVISIBLE_PATIENT, INVISIBLE_REP_LEGAUX, CONNEXION_SECRETE, DESTDMP, DESTMSSANTEPS and DESTMSSANTEPAT of the message whose document it carries: its recipients are among those that the matrix of the volet allows.',
    why: 'A document that the patient must not see yet, or had hidden, must not reach by mail someone who may not read it elsewhere.',
    rules: {
      'patient-hidden': {
        finding:
          'The mail is sent to the patient ({actual}), from whom the document is hidden ({message}, {message-path}).',
        expected: 'No mail to the patient when INVISIBLE_PATIENT is Y.',
        remedy: 'Make no mail to the patient; answer the sending software with an error if it asked for one.',
      },
      'not-asked': {
        finding: 'The mail is sent to {actual}, though the message says not to ({message}, {message-path}).',
        expected: 'A mail to the patient only if DESTMSSANTEPAT is Y, to a professional only if DESTMSSANTEPS is Y.',
        remedy: 'Read both flags before the PRT segments: an address in PRT is not enough.',
      },
      'professionals-masked': {
        finding:
          'The mail is sent to {actual}, though the document is hidden from professionals ({message}, {message-path}).',
        expected:
          'The matrix of the volet has no sending to a professional when MASQUE_PS is Y: the platform answers with an error.',
        remedy: 'Refuse the message (MSA-1 = AE, ERR) and send no mail to a professional.',
      },
      'not-refused': {
        finding:
          'A mail is made, though the message combines its flags in a way that the matrix does not have ({message}, {message-path}).',
        expected:
          'To send by MSSanté, one of the three combinations of the volet; any other is answered with an error.',
        remedy: 'Refuse the message (MSA-1 = AE, ERR); have the sending software mend its flags.',
      },
    },
  },
  'mss/received-mail': {
    title: 'What a delivering message says of the mail received',
    what: 'The MDM message that delivers a document received by MSSanté is compared with the mail whose Message-ID is in OBX-3.1: the subject (OBX-3.2), the text (OBX-5) and the address to answer (PRT whose PRT-4 is REPLY). The document, the sender and the recipient are for cda/mail-forwarded.',
    why: 'The target software has only the message: what the sender wrote, and where to answer, must be in it.',
    rules: {
      subject: {
        finding: 'OBX-3.2 is "{actual}", which is not the subject of the mail {mail}.',
        expected: 'The subject of the mail, its encoded words decoded (RFC 2047).',
        remedy: 'Copy Subject, once decoded, to OBX-3.2.',
      },
      text: {
        finding: 'OBX-5 does not hold the text of the mail {mail}.',
        expected: 'The text of the mail, decoded from its transfer encoding, then in Base64.',
        remedy: 'Take the text/plain part, decode it (quoted-printable, charset) and encode it in Base64 from UTF-8.',
      },
      'reply-to': {
        finding: 'The address to answer in the message is "{actual}", which is not that of the mail {mail}.',
        expected: 'Reply-To of the mail, else From, in PRT-15.4 (PRT-4 = REPLY).',
        remedy: 'Copy Reply-To; without an address to answer, leave this PRT segment out.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
