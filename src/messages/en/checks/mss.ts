import type { mss as french } from '../../fr/checks/mss.js';
import type { SameKeys } from '../../same-keys.js';

export const mss: SameKeys<typeof french> = {
  'mss/subject-form': {
    title: 'Form of the subject of a mail that carries documents',
    what: 'The subject of a mail with an IHE_XDM archive starts with XDM/1.0/DDM+ then gives a label, the NAME and first name of the patient, and optionally the birth date.',
    why: "The recipient's software knows by this prefix that the mail is to be integrated; without it the document stays in the mailbox and nobody files it.",
    rules: {
      'no-subject': {
        finding: 'The mail has no subject.',
        expected: 'A subject of the form XDM/1.0/DDM+<label> <NAME> <first name> <birth date>.',
        remedy: 'Add the Subject header to every mail that carries an IHE_XDM archive.',
      },
      repeated: {
        finding: 'The mail has two subjects; the second is "{actual}".',
        expected: 'One Subject header: products do not all read the same one.',
        remedy: 'Let one component write the subject.',
      },
      prefix: {
        finding: 'The subject "{actual}" does not start with XDM/1.0/DDM+.',
        expected: 'XDM/1.0/DDM+<label> <NAME> <first name> <birth date>, the date being optional.',
        remedy:
          'Build the subject from the attached CDA and write the prefix exactly, plus sign included and without a blank after it.',
      },
      fields: {
        finding: 'The subject "{actual}" lacks some of its fields.',
        expected: 'After XDM/1.0/DDM+: a label, the NAME and the first name, separated by blanks.',
        remedy: "Take the label from the CDA's code, and the birth name and first given name of its patient.",
      },
      date: {
        finding: "The date '{actual}' of the subject is not in the form DD/MM/YYYY.",
        expected: 'The birth date written DD/MM/YYYY, or no date.',
        remedy: 'Write birthTime of the CDA as DD/MM/YYYY; without a full date, write nothing.',
      },
      encoding: {
        finding: "The subject '{actual}' has an encoded word that mail agents do not decode.",
        expected: 'Encoded words without blanks, parted from the rest by a blank, or a subject without accents.',
        remedy: 'Leave the encoding to a MIME library: in =?UTF-8?Q?…?=, a blank is written _.',
      },
    },
  },
  'mss/subject-content': {
    title: 'The subject names the document and the patient that the mail carries',
    what: 'Name, first name, date and label of the subject are compared with those of the attached CDA header (accents, case and hyphens do not count).',
    why: 'A subject that names another patient gets the document filed in the wrong record by whoever trusts it.',
    rules: {
      patient: {
        finding: 'The subject "{actual}" does not name the patient of the attached document.',
        expected: '{expected}, as in the CDA header, just before the birth date or at the end of the subject.',
        remedy:
          'Take the birth name (family BR) and first given name (given BR) of the attached CDA, not those of the record open at that time.',
      },
      'birth-date': {
        finding: 'The birth date of the subject, {actual}, is not that of the document.',
        expected: '{expected}, or no date at all.',
        remedy: 'Write birthTime of the CDA as DD/MM/YYYY, or nothing.',
      },
      'other-name': {
        finding: "The subject names the patient '{actual}', not by birth name and first birth given name.",
        expected: '{expected}',
        remedy: 'Take family BR and given BR of the CDA, not the name used nor the list of given names.',
      },
      'name-writing': {
        finding: 'The name in the subject "{actual}" is not in capitals without accents.',
        expected: '{expected}',
        remedy: 'Put the birth name in capitals and remove accents before building the subject.',
      },
      label: {
        finding: 'The label of the subject "{actual}" is not that of the document type.',
        expected: '{expected} (label of the CDA code, cut at 40 characters; "N documents" when there are several).',
        remedy: 'Take the displayName attribute of ClinicalDocument/code rather than the title of the document.',
      },
      title: {
        finding: "The label of the subject, '{actual}', is the title of the document, not the label of its type.",
        expected: '{expected}',
        remedy:
          'Take the displayName attribute of ClinicalDocument/code; the example of the integration volet takes the title, and recipients read both.',
      },
    },
  },
  'mss/codecda-header': {
    title: 'X-MSS-CODECDA header',
    what: 'The X-MSS-CODECDA header gives the type code of every CDA of the attached archive; a mail without archive has none.',
    why: 'MSSanté operators count exchanged documents by this header, without opening the mail.',
    rules: {
      missing: {
        finding: 'The mail carries a CDA but has no X-MSS-CODECDA header.',
        expected: 'X-MSS-CODECDA: {codes}',
        remedy:
          'Add the header when sending, with the code attribute of ClinicalDocument/code; separate several codes with commas.',
      },
      different: {
        finding: 'X-MSS-CODECDA announces {actual} but the archive holds {codes}.',
        expected: 'X-MSS-CODECDA: {codes}',
        remedy: 'Read the code in the CDA documents really put in the archive, after they are made.',
      },
      separator: {
        finding: "X-MSS-CODECDA announces the right codes, but without commas between them: '{actual}'.",
        expected: 'X-MSS-CODECDA: {codes}',
        remedy: 'Part the codes with commas.',
      },
      unexpected: {
        finding: 'X-MSS-CODECDA is {actual} although the mail attaches no IHE_XDM archive with a CDA.',
        expected: 'No X-MSS-CODECDA header in a mail without CDA document.',
        remedy: 'Write the header only when an IHE_XDM archive is attached.',
      },
    },
  },
  'mss/ins-header': {
    title: 'X-MSS-INS header',
    what: 'The X-MSS-INS header is O if every CDA of the archive holds a qualified INS (matricule, OID, birth name, first given name, birth date, sex), N otherwise; a mail without archive has none.',
    why: 'The recipient thus knows, without opening the archive, whether the document can be matched to a record by the INS.',
    rules: {
      missing: {
        finding: 'The mail carries a CDA but has no X-MSS-INS header.',
        expected: 'X-MSS-INS: O if the identity in the CDA is qualified, N otherwise.',
        remedy: 'Add the header whenever an IHE_XDM archive is sent.',
      },
      value: {
        finding: 'X-MSS-INS is "{actual}".',
        expected: 'O or N, one capital letter.',
        remedy: 'Write exactly O or N.',
      },
      'should-be-o': {
        finding: 'X-MSS-INS is N although every attached document holds a qualified INS.',
        expected: 'X-MSS-INS: O',
        remedy: 'Compute the value from the attached CDA header, not from a setting.',
      },
      'should-be-n': {
        finding: 'X-MSS-INS is O but document {document} holds no qualified INS ({lacks}).',
        expected: 'X-MSS-INS: N, or a document with the matricule and OID of the INS and the four traits.',
        remedy:
          'Compute the value from the attached CDA header; an identity that is not qualified does not leave with O.',
      },
      mixed: {
        finding:
          'X-MSS-INS is {actual}, but the documents attached do not all have the same identity: {document} has no qualified INS ({lacks}), another has one.',
        expected: 'A qualified INS in all the documents of the mail, or in none.',
        remedy: 'Make the documents of one mail from the same identity, in its state at the time.',
      },
      unexpected: {
        finding: 'X-MSS-INS is {actual} although the mail attaches no IHE_XDM archive with a CDA.',
        expected: 'No X-MSS-INS header in a mail without CDA document.',
        remedy: 'Write the header only when an IHE_XDM archive is attached.',
      },
      'test-key': {
        finding: 'The key of the test matricule {actual} is wrong.',
        expected: 'A matricule whose key is 97 − (first 13 characters modulo 97).',
        remedy: 'Mend the test data: under a production OID this would be an error.',
      },
    },
  },
  'mss/nil-header': {
    title: 'X-MSS-NIL header',
    what: 'Every outgoing mail has an X-MSS-NIL header, once, with one of the numbers declared in segur.yaml (product reference of Convergence or NIL of the CNDA).',
    why: 'This header says which product made the mail; without it a faulty mail is traced to nobody.',
    rules: {
      missing: {
        finding: 'The mail has no X-MSS-NIL header.',
        expected: 'X-MSS-NIL: <product reference>',
        remedy: 'Add the header to every mail, with or without a document.',
      },
      repeated: {
        finding: 'X-MSS-NIL is written {count} times, with different values.',
        expected: 'One X-MSS-NIL header.',
        remedy: 'Let one component write it: the one that makes the SMTP message.',
      },
      twice: {
        finding: 'X-MSS-NIL is written {count} times, with the same value.',
        expected: 'One X-MSS-NIL header.',
        remedy: 'Let one component write it: the one that makes the SMTP message.',
      },
      empty: {
        finding: 'X-MSS-NIL is empty.',
        expected: 'X-MSS-NIL: <product reference>',
        remedy: 'Fill in the number that Convergence gave to the product.',
      },
      different: {
        finding: 'X-MSS-NIL is "{actual}", which is not a declared number of the product.',
        expected: '{declared}',
        remedy: "Mend the product's setting, or candidate.nil and candidate.product-reference in segur.yaml.",
      },
    },
  },
  'mss/mes-header': {
    title: 'X-MSS-MES header',
    what: 'A mail to a patient from whom the professional expects no reply has the header X-MSS-MES: FIN, in three capitals; other mails have not.',
    why: 'Mon espace santé closes the conversation on this exact value; any other writing lets the patient reply to nobody.',
    rules: {
      missing: {
        finding: 'The professional expects no reply (no-reply in segur.yaml) but the mail has no X-MSS-MES header.',
        expected: 'X-MSS-MES: FIN',
        remedy: 'Add the header when the user ticks that no reply is wanted.',
      },
      value: {
        finding: 'X-MSS-MES is "{actual}".',
        expected: 'FIN, three capital letters.',
        remedy: 'Write exactly FIN, or leave the header out.',
      },
      'no-patient': {
        finding: 'X-MSS-MES is written in a mail without any patient among its recipients.',
        expected: 'A recipient at @patient.mssante.fr, or no X-MSS-MES.',
        remedy: 'Write the header only towards Mon espace santé.',
      },
      'closes-all': {
        finding: 'The subject [FIN] closes every conversation with this patient, not only this one.',
        expected: 'X-MSS-MES: FIN to close only the conversation of the mail.',
        remedy: 'Write the X-MSS-MES header rather than this subject, unless closing them all is meant.',
      },
      undeclared: {
        finding:
          'Mail {path} closes the conversation although segur.yaml does not say that the professional wanted it.',
        expected: 'no-reply: true on this mail in segur.yaml.',
        remedy: 'Declare no-reply: true under artifacts for this mail.',
      },
    },
  },
  'mss/one-patient': {
    title: 'One mail, one patient',
    what: 'Every CDA of the archive, the patientIds of METADATA.XML and the address of a patient recipient designate the same person.',
    why: 'The recipient integrates the whole archive into the record of one patient.',
    rules: {
      documents: {
        finding: 'This document is not about the same patient as {other}.',
        expected: 'Same INS, same birth name, same first given name, same birth date in every document.',
        remedy: 'Send one mail per patient; check that both documents come from the same record.',
      },
      traits: {
        finding:
          'This document shares an identifier of the patient with {other}, but not the names and the birth date.',
        expected: 'Same birth name, same first given name, same birth date in all documents.',
        remedy: "Make the documents of one mail from the same identity; check that none is another patient's.",
      },
      metadata: {
        finding: 'The patientId {actual} of METADATA.XML is not an identifier of the patient of {other}.',
        expected: 'An identifier of recordTarget in the CDA, the INS when it is qualified.',
        remedy: 'Make METADATA.XML from the attached CDA.',
      },
      recipient: {
        finding: 'Address {actual} is not that of the patient of {other}.',
        expected: 'The matricule INS of the CDA before @patient.mssante.fr.',
        remedy: "Build the address from the matricule of the document's qualified identity.",
      },
    },
  },
  'mss/xdm-attachment': {
    title: 'IHE_XDM archive attached',
    what: 'CDA documents travel in an IHE_XDM.zip archive, which holds at least one.',
    why: 'The recipient can only integrate the archive: a CDA attached bare has neither metadata nor hash.',
    rules: {
      'bare-cda': {
        finding: 'CDA {actual} is attached outside any IHE_XDM archive.',
        expected: 'An attachment IHE_XDM.zip that holds the CDA and its METADATA.XML.',
        remedy: 'Put the document in an archive as the volet Échange de documents de santé describes it.',
      },
      'no-cda': {
        finding: 'The archive holds no CDA document.',
        expected: 'At least one CDA R2 of level 1 or 3 in IHE_XDM/SUBSET01/.',
        remedy: 'Check that the document is added to the archive and that METADATA.XML names it.',
      },
      several: {
        finding: 'The mail attaches {count} IHE_XDM archives.',
        expected: "One archive, with all the patient's documents.",
        remedy: 'Gather the documents in one archive; many products only open the first.',
      },
      name: {
        finding: 'The archive is called {actual}.',
        expected: 'IHE_XDM.zip',
        remedy: 'Name the attachment IHE_XDM.zip: some recipients look for it by name.',
      },
    },
  },
};
