import type { CheckTexts } from '../../check-texts.js';

export const mssMessage = {
  'mss/message-body': {
    title: 'Body in plain text, with or without HTML',
    what: 'The text of a mail sent is text/plain, or a multipart/alternative that gives text/plain then text/html with the same words (compared without case, accents, layout nor addresses of links). Attachments stand beside it, in a multipart/mixed.',
    why: "The recipient's software may show nothing but the plain text: nobody then reads what is in HTML only.",
    rules: {
      'html-only': {
        finding: 'The body is in HTML only.',
        expected: 'text/plain, or multipart/alternative with text/plain then text/html.',
        remedy: 'Make the plain text too, and send both in a multipart/alternative, the plain text first.',
      },
      type: {
        finding: 'The type of the body is {actual}.',
        expected: 'text/plain, or multipart/alternative with text/plain then text/html.',
        remedy: 'Send the text of the mail as text/plain; attach what has another form as a document.',
      },
      formatted: {
        finding: 'The text/plain part holds HTML or RTF, which the recipient will see with its markup.',
        expected: 'Plain text, without any markup.',
        remedy: 'Take the markup out of the text/plain version, or announce the HTML part as text/html.',
      },
      'empty-text': {
        finding: 'The text/plain part is empty, and the text/html part holds the message.',
        expected: 'The same content in both parts.',
        remedy: 'Write all the text of the HTML part in the text/plain part.',
      },
      order: {
        finding: 'The text/html part stands before the text/plain part.',
        expected: 'text/plain first, text/html second.',
        remedy:
          'Swap the two parts: a mail agent shows the last one that it can read, which would be the plain text here.',
      },
      alternatives: {
        finding: 'The multipart/alternative holds: {actual}.',
        expected: 'Two parts: text/plain, then text/html.',
        remedy:
          'Put only the two versions of the text in the alternative; when there is one only, send it alone, without multipart/alternative.',
      },
      different: {
        finding: 'The text/plain and text/html parts do not say the same.',
        expected: 'The same editorial content in both parts.',
        remedy:
          'Make the plain text out of the HTML at each sending, and neither shorten it nor put a standard sentence in its place.',
      },
      'no-text': {
        finding: 'The mail has no body: it holds attachments only.',
        expected: 'A text in text/plain, a short one at least, that says what the attachments are.',
        remedy: 'Put a text/plain part, without Content-Disposition: attachment, before the attachments.',
      },
      'attachment-inside': {
        finding:
          'An attachment ({actual}) stands among the versions of the text (multipart/alternative) or its images (multipart/related).',
        expected: 'Attachments in a multipart/mixed, after the body.',
        remedy:
          'Make the top level a multipart/mixed whose first part is the body and the others the attachments; else an agent that shows another version of the text does not show the attachment.',
      },
      empty: {
        finding: 'The body is empty.',
        expected: 'A few words to the recipient.',
        remedy: 'Propose a default text, which the professional can change.',
      },
    },
  },
  'mss/charset': {
    title: 'Charset of the texts and of the header fields',
    what: 'Each text part of a mail sent announces UTF-8 in its Content-Type, and is in UTF-8 indeed; header fields hold ASCII only, anything else being written as encoded words (RFC 2047). Attached text files are not looked at.',
    why: 'A text that is not in the charset that it announces is shown with wrong characters: a name or a dosage may become illegible.',
    rules: {
      missing: {
        finding: 'The {type} part does not announce its charset.',
        expected: 'Content-Type: {type}; charset=UTF-8',
        remedy: 'Add the parameter charset=UTF-8, and encode the text in UTF-8.',
      },
      'not-utf-8': {
        finding: 'The text is in {actual}.',
        expected: 'UTF-8',
        remedy: 'Encode all the texts sent in UTF-8, and announce it in the charset parameter.',
      },
      contradicts: {
        finding: 'The text is not in the charset that it announces, {actual}.',
        expected: 'A text encoded as its charset parameter says, in UTF-8.',
        remedy:
          'Encode the text in UTF-8 when the mail is written, then announce it: do not copy a text of the database or of a template as it is.',
      },
      'header-8bit': {
        finding: 'The field {field} holds characters out of ASCII that are not encoded.',
        expected: 'Encoded words: =?UTF-8?B?…?= (RFC 2047), or the form of RFC 2231 for a file name.',
        remedy:
          'Encode accented values before writing the field; UTF-8 as it is may be sent only to a server that announces SMTPUTF8.',
      },
      'encoded-word': {
        finding: 'The field {field} holds an encoded word that cannot be decoded.',
        expected: 'Bytes that are valid in the charset that the word announces, and a known charset.',
        remedy: 'Encode the whole value in UTF-8, and never cut a character between two words.',
      },
    },
  },
  'mss/message-id': {
    title: 'Identifier of the mail (Message-ID)',
    what: 'Each mail sent has one Message-ID field, in the form <left@right> of RFC 5322, and no other mail of the dossier has the same. One mail exported twice counts as one.',
    why: 'Replies and receipts name a mail by this identifier: without it, or with that of another, the conversation can no longer be followed.',
    rules: {
      missing: {
        finding: 'The mail has no Message-ID.',
        expected: 'Message-ID: <unique identifier@domain>',
        remedy: "Make the identifier in the software, when it sends, without relying on the operator's server.",
      },
      repeated: {
        finding: 'The mail has {count} Message-ID fields.',
        expected: 'One only.',
        remedy: 'Let one component only write the identifier.',
      },
      form: {
        finding: 'The Message-ID {actual} does not have the form asked for.',
        expected:
          '<left@right>, in angle brackets, with one @ and no blank; on each side, letters, digits and the signs that an address may have, no dot first or last, no two dots in a row.',
        remedy: 'Write for instance <UUID@mail-domain>.',
      },
      obsolete: {
        finding: 'The Message-ID {actual} is in a form that RFC 5322 asks not to write any more.',
        expected: '<left@right> without quotes nor blanks.',
        remedy: 'Write for instance <UUID@mail-domain>.',
      },
      duplicate: {
        finding: 'The Message-ID {actual} is already that of another mail ({where}).',
        expected: 'An identifier for each mail, even one that is sent again or mended.',
        remedy: 'Draw a new identifier at each sending (a UUID), rather than make it out of the date or the document.',
      },
    },
  },
  'mss/message-form': {
    title: 'Form of the mail: required and single fields, attachments',
    what: 'A mail sent has a date and a sender, none of the fields that must be single stands twice, its date is well written, its lines are not too long, and the IHE_XDM.zip archive and the PDFs are attached under their type, as attachments and in base64.',
    why: "A server may refuse or rewrite a mail whose form is wrong, and the recipient's software finds a document only when it is attached as expected.",
    rules: {
      missing: {
        finding: 'The mail has no {field} field.',
        expected: 'One {field} field, and one only.',
        remedy: 'Write the field {field} when the mail is sent.',
      },
      repeated: {
        finding: 'The field {field} is written more than once.',
        expected: 'Once only: agents do not all read the same one.',
        remedy: 'Let one component only write the field; put several addresses in one field, with commas.',
      },
      date: {
        finding: 'The date "{actual}" cannot be read.',
        expected: 'A date such as Mon, 16 Mar 2026 10:30:00 +0100.',
        remedy: 'Write the date in English, in the form of RFC 5322, with the time offset in digits.',
      },
      weekday: {
        finding: 'The day of the week in "{actual}" is not that of the date.',
        expected: 'The day of this date, or no day.',
        remedy: 'Compute the day from the date itself, with its time offset.',
      },
      'obsolete-date': {
        finding: 'The date "{actual}" is in an old form.',
        expected: 'A year of four digits and a time offset in digits, without blanks around the colons.',
        remedy: 'Write for instance Mon, 16 Mar 2026 10:30:00 +0100.',
      },
      'no-address': {
        finding: 'The field {field} holds no address.',
        expected: 'Name <address@domain>, or a group.',
        remedy: 'Write the address in angle brackets after the name.',
      },
      sender: {
        finding: 'The field From gives {count} addresses, and there is no Sender field.',
        expected: 'One address only in From, or a Sender field that says which one sent.',
        remedy: 'Put in From the address of the only mailbox that sends, and put a name that holds a comma in quotes.',
      },
      'no-recipient': {
        finding: 'The mail has no To, Cc nor Bcc field.',
        expected: 'At least one recipient in To or Cc.',
        remedy: 'Write the recipient in To. If all are in blind copy, write To: undisclosed-recipients:; to say so.',
      },
      'mime-version': {
        finding: 'The mail follows MIME but has no field MIME-Version: 1.0.',
        expected: 'MIME-Version: 1.0',
        remedy: 'Add the field: else an agent may show the whole mail as a text, attachments included.',
      },
      'line-length': {
        finding: 'A line has more than 998 bytes.',
        expected: '998 bytes at most in a line, its line break apart.',
        remedy: 'Encode the text in quoted-printable or base64, cut base64 at 76 characters, fold long header fields.',
      },
      'attachment-type': {
        finding: 'The document is attached with the type {actual}.',
        expected: 'Content-Type: {type}',
        remedy: 'Announce {type} for this document; the recipient relies on it to integrate it.',
      },
      'attachment-disposition': {
        finding: 'The document is not sent as an attachment (Content-Disposition: "{actual}").',
        expected: 'Content-Disposition: attachment; filename="…"',
        remedy: 'Write attachment, with the name of the file in filename.',
      },
      'attachment-encoding': {
        finding: 'The document is sent in {actual}.',
        expected: 'Content-Transfer-Encoding: base64',
        remedy: 'Encode the part in base64, in lines of 76 characters: a server may alter binary content.',
      },
    },
  },
  'mss/message-size': {
    title: 'Size of the mails to a patient',
    what: 'The whole size of a mail to an address of @patient.mssante.fr, encoded attachments included, is at most 25 MiB.',
    why: 'Beyond it, Mon espace santé does not deliver the mail, and the sender gets no more than a notice of non-delivery.',
    rules: {
      'too-large': {
        finding: 'The mail weighs nearly {size} MiB.',
        expected: '{most} MiB at most, with the encoding of the attachments (a third more than the files).',
        remedy:
          'Reduce the images of the PDFs, or spread the documents over several mails; tell the user before sending.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
