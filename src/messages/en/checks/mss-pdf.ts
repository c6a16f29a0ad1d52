import type { CheckTexts } from '../../check-texts.js';

export const mssPdf = {
  'mss/pdf-copies': {
    title: 'PDF/A-1 copies of the attached documents',
    what: 'Each CDA of the archive has its PDF copy attached to the mail, and no other PDF is attached. The copy identifies itself as PDF/A-1, is not encrypted, and holds nothing that PDF/A-1 forbids and that shows without a validator; that of a level 1 CDA is the very PDF that it encapsulates. The identification is read in the XMP metadata: it is not a validation.',
    why: 'A correspondent whose software does not integrate the CDA reads the PDF: it must show the same document, in a format that lasts.',
    rules: {
      missing: {
        finding: 'The mail lacks PDF copies (documents in the archive: {documents}; PDFs attached: {copies}).',
        expected: 'One PDF/A-1 for each document, attached beside the archive.',
        remedy: 'Attach the PDF copy of every document to the mail, outside the archive.',
      },
      extra: {
        finding: 'PDF "{actual}" is the copy of no document of the archive, or of one that already has its copy.',
        expected: 'The same documents in the archive and as PDF, one PDF per document.',
        remedy:
          'Make this document as CDA too and add it to the archive, or do not attach it (a picture or a plan is no health document: send it apart).',
      },
      encrypted: {
        finding: 'The PDF is encrypted.',
        expected: 'A PDF/A-1, which cannot be encrypted (ISO 19005-1, §6.1.3).',
        remedy:
          'Export without password and without restriction on printing or copying: the secure mail already protects the exchange.',
      },
      'not-pdfa': {
        finding: 'The PDF does not identify itself as PDF/A-1 ({actual}).',
        expected: 'A PDF/A-1: pdfaid:part=1 in the XMP metadata (ISO 19005-1, §6.7.11).',
        remedy: 'Export as PDF/A-1b from the printing engine, then check with a PDF/A validator.',
      },
      'not-allowed': {
        finding: 'The PDF claims PDF/A-1 and holds what PDF/A-1 forbids, or lacks what it imposes: {actual}.',
        expected: 'A PDF that conforms to ISO 19005-1, whose clauses are given.',
        remedy:
          'Choose the PDF/A-1b profile of the printing engine (not PDF 1.5 or later with a PDF/A label), without script, transparency or attached file, then check with a PDF/A validator.',
      },
      'n1-differs': {
        finding: 'No attached PDF is identical to the one that this level 1 CDA encapsulates.',
        expected: 'The attached PDF, byte for byte the same as that of nonXMLBody.',
        remedy: 'Make the PDF once and put it in both places.',
      },
      'n1-line-ends': {
        finding: 'The attached PDF differs from the one that this level 1 CDA encapsulates by its line ends only.',
        expected: 'The attached PDF, byte for byte the same as that of nonXMLBody.',
        remedy: 'Attach the PDF in base64 (Content-Transfer-Encoding: base64), from its bytes and not as a text.',
      },
    },
  },
  'mss/pdf-file': {
    title: 'PDF/A-1 copy given alone',
    what: 'A PDF declared "role: outgoing" and given alone, as the copy that software hands to the platform that sends it: it identifies itself as PDF/A-1, and its name follows AAAAMMJJ_type_NOM_prénom.pdf, with an optional file number. Attached to a mail, it is judged with the mail.',
    why: 'The recipient gets this file as it is: renamed or in another format, it can neither be filed nor kept.',
    rules: {
      encrypted: {
        finding: 'The PDF is encrypted.',
        expected: 'A PDF/A-1, which can not be encrypted (ISO 19005-1, §6.1.3).',
        remedy:
          'Export without password and without restriction on printing or copying: the secure mail already protects the exchange.',
      },
      'not-pdfa': {
        finding: 'The PDF does not identify itself as PDF/A-1 ({actual}).',
        expected: 'A PDF/A-1: pdfaid:part=1 in the XMP metadata (ISO 19005-1, §6.7.11).',
        remedy: 'Export as PDF/A-1b from the printing engine, then check with a PDF/A validator.',
      },
      'not-allowed': {
        finding: 'The PDF claims PDF/A-1 and holds what PDF/A-1 forbids, or lacks what it imposes: {actual}.',
        expected: 'A PDF that conforms to ISO 19005-1, whose clauses are given.',
        remedy:
          'Choose profile PDF/A-1b of the printing engine (not PDF 1.5 or later with a PDF/A label), without script, transparency or attached file, then check with a PDF/A validator.',
      },
      name: {
        finding: 'The name of the PDF lacks the fields expected.',
        expected: 'Date, type, name and given name, parted by _: AAAAMMJJ_type_NOM_prénom.pdf.',
        remedy: 'Give the file under the name that the software gives it, without renaming it for the proof.',
      },
    },
  },
  'mss/pdf-name': {
    title: 'File name of the PDF copies',
    what: 'The name of each attached PDF follows AAAAMMJJ_type_NAME_given.pdf, with an optional file number before .pdf, and says what the CDA says: date of the act (start of serviceEvent), label of the type in 40 characters at most, birth name in capitals, first given name. Accents, hyphens and case do not count when the patient and the type are compared.',
    why: 'The correspondent files the PDF by its name when their software does not integrate the CDA: a name made up later, or "document.pdf", puts it in another record.',
    rules: {
      form: {
        finding: 'The name of the PDF does not have the fields expected: "{actual}".',
        expected: 'Date, type, name and given name, parted by _: {expected}.',
        remedy: 'Name the attachment {expected}, and do not rename it later.',
      },
      patient: {
        finding: 'The name of the PDF, "{actual}", is not that of the patient of the document.',
        expected: '{expected}: birth name and first given name of the CDA.',
        remedy: 'Build the file name from the traits of the CDA (family and given of qualifier BR).',
      },
      'other-name': {
        finding:
          'The names in "{actual}" are those of the patient, but not the birth name followed by the first birth given name.',
        expected: '{expected}',
        remedy: 'Write the birth name and the first birth given name: {expected}.',
      },
      'name-writing': {
        finding: 'The birth name is not in capitals in "{actual}".',
        expected: '{expected}',
        remedy: 'Write the birth name in capitals.',
      },
      date: {
        finding: 'The date that "{actual}" starts with is not that of the act.',
        expected: '{expected}: start of the act (documentationOf/serviceEvent/effectiveTime/low), as AAAAMMJJ.',
        remedy: 'Take the date of the act, not that of printing or sending: {expected}.',
      },
      type: {
        finding: 'The type that "{actual}" tells is not that of the document.',
        expected: '{expected}: label (displayName) of the code of the CDA, cut at 40 characters.',
        remedy: 'Write {expected} after the date.',
      },
      characters: {
        finding: 'Name "{actual}" holds a character that Windows refuses.',
        expected: 'A name without < > : " / \\ | ? * or control character.',
        remedy:
          'Replace these characters with a space or a hyphen: else the recipient gets a renamed file, or cannot save it.',
      },
      'same-name': {
        finding: 'Two PDFs of the mail have the same name, "{actual}".',
        expected: 'One name for each attachment.',
        remedy: 'Add the file number or a rank at the end: saved together, one would replace the other.',
      },
    },
  },
  'mss/pdf-text': {
    title: 'Content of the PDF copy of structured documents',
    what: 'The text extracted from the PDF copy of a level 3 CDA shows the header (title, type, dates of creation and of the act, author and person responsible, custodian, traits and INS matricule of the patient) and the text of each section. Words are compared without case, accents, hyphenation or layout; dates in their French forms. A scanned page has no text: the copy is then to be looked at.',
    why: 'A recipient who reads only the PDF must read the same document: a result or an identity that is not in it is information lost.',
    rules: {
      another: {
        finding:
          'The PDF shows hardly anything of the document that it should copy: {absent} items of {wanted} cannot be read in it.',
        expected: 'The header and the text of each section of the level 3 CDA.',
        remedy: 'Make the copy from the same data as the CDA, and attach that of this document.',
      },
      title: {
        finding: 'Title "{actual}" cannot be read in copy {pdf}.',
        expected: 'The title of the CDA (title), as it is.',
        remedy: 'Show the title of the document at the top of the PDF.',
      },
      type: {
        finding: 'Document type "{actual}" cannot be read in copy {pdf}.',
        expected: 'The label of the code of the CDA (code/@displayName).',
        remedy: 'Add a line "Type de document : {actual}" to the PDF.',
      },
      date: {
        finding: 'The creation date ({actual}) cannot be read in copy {pdf}.',
        expected: 'Date and time of creation of the CDA (effectiveTime), for example 07/03/2026 10:30.',
        remedy: 'Show the creation date of the document, not only that of printing.',
      },
      'act-date': {
        finding: 'The date of the act ({actual}) cannot be read in copy {pdf}.',
        expected: 'The date of the act of the CDA (documentationOf/serviceEvent/effectiveTime/low).',
        remedy: 'Show the date of the act.',
      },
      author: {
        finding: '"{actual}", author of the document or responsible for it, cannot be read in copy {pdf}.',
        expected: 'The authors (author) and the person responsible (legalAuthenticator) of the CDA.',
        remedy: 'Show the name of each author and that of the person responsible.',
      },
      custodian: {
        finding: 'The organisation that keeps the document, "{actual}", cannot be read in copy {pdf}.',
        expected: 'The name of custodian of the CDA.',
        remedy: 'Show the name of the organisation that keeps the document.',
      },
      patient: {
        finding: 'A trait of the patient, "{actual}", cannot be read in copy {pdf}.',
        expected: 'Birth name, first given name and birth date of the CDA.',
        remedy: 'Show the traits of the patient, from the same data as the CDA.',
      },
      matricule: {
        finding: 'INS matricule {actual} cannot be read in copy {pdf}.',
        expected: 'The INS matricule of recordTarget/patientRole/id.',
        remedy: 'Show the INS matricule and its nature (NIR or NIA).',
      },
      section: {
        finding: 'In copy {pdf}, part of the text of the section cannot be read: {words}.',
        expected: 'The text of each section (section/text), whole.',
        remedy:
          'Make the PDF from the text of the sections. If the PDF does show it, its fonts have no Unicode map (ToUnicode): add it, PDF/A-1a imposes it.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
