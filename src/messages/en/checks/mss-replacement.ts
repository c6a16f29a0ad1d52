import type { CheckTexts } from '../../check-texts.js';

export const mssReplacement = {
  'mss/laboratory-report': {
    title: 'Structured laboratory report',
    what: "Of the laboratory reports (type 11502-2) that a laboratory's mails carry, one at least is structured: CDA R2 level 3, structuredBody.",
    why: 'A report that is only a PDF makes its reader type the results again: software reads none of them.',
    rules: {
      'not-structured': {
        finding: 'All laboratory reports given are of level 1: their results are only in a PDF.',
        expected: "A report of level 3 (structuredBody), by the volet CR d'examens de biologie médicale.",
        remedy: 'Make the structured document, with the PDF/A-1 attached beside it, and give the mail that carries it.',
      },
    },
  },
  'mss/replacement': {
    title: 'New version of a document already sent',
    what: 'A mail that carries the new version of a document (relatedDocument RPLC) is compared with the one that carried the first: same patient, same setId, following version number. The text of the PDF says "annule et remplace", and so does the mail.',
    why: 'A recipient who reads the PDF does not see the header of the CDA: without the mention, they keep two documents that disagree and may follow the old one.',
    rules: {
      'pdf-mention': {
        finding: 'The document replaces another, but the text of its PDF does not say so.',
        expected:
          'The mention "annule et remplace", clearly visible in the PDF, with enough to recognise the cancelled version.',
        remedy:
          'Add the mention to the template of the PDF as soon as the version is above 1: "Ce document annule et remplace la version 1 du 16/03/2026".',
      },
      'pdf-wording': {
        finding: 'The PDF speaks of a replacement, but not with the words "annule et remplace".',
        expected: 'The mention "annule et remplace", or words just as clear.',
        remedy: 'Write "annule et remplace": it is the mention that recipients and assessors look for.',
      },
      'mail-mention': {
        finding: 'The mail carries the new version of a document, but neither its subject nor its text says so.',
        expected: 'A ready-made text that says "annule et remplace".',
        remedy:
          'Compose the text of the mail from the version: "Le document joint annule et remplace celui du 16/03/2026".',
      },
      'replaces-nothing': {
        finding: 'The mail says "annule et remplace", but none of the documents attached replaces another.',
        expected:
          'In the CDA, a relatedDocument RPLC that names the former version, the same setId and a greater versionNumber.',
        remedy:
          "Make the corrected document a new version of the first: without this link, the recipient's software keeps both.",
      },
      patient: {
        finding: 'This document replaces one of another patient, sent by {file}.',
        expected: 'The same patient in both versions.',
        remedy:
          'Do not replace a document that was made for the wrong patient: delete it, warn its recipients, then create a new one.',
      },
      set: {
        finding: 'The setId {actual} is not that of the document replaced, sent by {file}.',
        expected: '{set}, the same for every version.',
        remedy: 'Keep the setId of the first version; only id and versionNumber change.',
      },
      version: {
        finding:
          'The version number {actual} does not follow that of the document replaced, {version}, sent by {file}.',
        expected: 'A versionNumber greater than {version}.',
        remedy: 'Add 1 to the versionNumber of the version replaced.',
      },
      unlinked: {
        finding:
          'This document has the setId {set} and the version of the one that {file} sends, under another identifier.',
        expected:
          'The same identifier for the same document, or a new version tied to the former by relatedDocument RPLC.',
        remedy:
          'Send the CDA that was already made, without making it again; if it changed, increase versionNumber and add relatedDocument RPLC.',
      },
    },
  },
  'mss/deletion-notice': {
    title: 'Warning that a document was deleted',
    what: 'A mail that tells the deletion of a document is compared with the one that had sent it (mail that it answers or attaches, document that it names): it goes to all its recipients, and to them only.',
    why: 'A recipient who is forgotten goes on using the document; another learns what is none of their concern.',
    rules: {
      'no-document': {
        finding: 'Nothing in this mail tells which of the documents sent was deleted.',
        expected: "The document's title, its date and the patient's name, or the original mail, answered or attached.",
        remedy: 'Prepare the text with the title, the date and the patient of the deleted document.',
      },
      'not-recipient': {
        finding: 'The warning goes to {actual}, who had not received the document.',
        expected: 'The recipients of the deleted document, and only them.',
        remedy: 'Take the addresses of the mail that had sent the document.',
      },
      forgotten: {
        finding: 'The deleted document had been sent to {actual} by {file}, but no warning is addressed to them.',
        expected: 'A warning to each recipient of the document.',
        remedy: 'Send the warning to all the addresses of the mail that had sent the document, copies included.',
      },
    },
  },
  'mss/document-recipients': {
    title: 'Recipients named in the document',
    what: 'When the CDA gives the MSSanté address of its recipients (informationRecipient), those of the professionals of the mail are among them.',
    why: 'An automatic sending follows the list of the document: one more address may be a mistake.',
    rules: {
      unnamed: {
        finding: '{actual} is not the address of a recipient that the document names.',
        expected: 'An address that an informationRecipient of the CDA gives.',
        remedy: 'Check the correspondent chosen; if they are wanted, add them to the recipients of the document.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
