import type { CheckTexts } from '../../check-texts.js';

const SAME = 'The value of the document: metadata are taken from it.';

export const dmpCoherence = {
  'dmp/document-and-entry': {
    title: 'XDS metadata and CDA document',
    what: 'Each attribute of the XDS entry that is taken from the CDA (identifier, title, dates, codes, authors, authenticator, patient) says what the CDA beside it says, in an IHE_XDM archive as in an ITI-41 submission.',
    why: 'The DMP and recipients file, sort and search by the metadata, without opening the document: metadata that contradict it have it refused, or filed in the wrong place.',
    rules: {
      'unique-id': {
        finding: 'uniqueId, "{actual}", is not the identifier of the document, "{document}" ({where}).',
        expected: 'ClinicalDocument/id: @root, followed by ^@extension if the document has one.',
        remedy: 'Write {document} in the ExternalIdentifier XDSDocumentEntry.uniqueId.',
      },
      text: {
        finding: '{attribute}, "{actual}", is not what the document says, "{document}" ({where}).',
        expected: SAME,
        remedy: 'Write "{document}" in {attribute}, or mend the document if it is the one that is wrong.',
      },
      'mime-type': {
        finding: 'mimeType is "{actual}", but the document is a CDA in XML ({where}).',
        expected: 'text/xml; for a self-displaying CDA (root xsl:stylesheet), application/xslt+xml.',
        remedy: 'Write mimeType="{document}" on the ExtrinsicObject, even when the CDA holds a PDF.',
      },
      time: {
        finding: '{attribute}, {actual}, is not the instant that the document gives, {document} ({where}).',
        expected:
          'The same instant, in UTC and without offset: creationTime is effectiveTime, serviceStartTime and serviceStopTime are the bounds of the first documentationOf.',
        remedy: 'Convert {document} to UTC, in 14 digits: 20260316103000+0100 becomes 20260316093000.',
      },
      code: {
        finding: '{attribute}, "{actual}", is not the code of the document, "{document}" ({where}).',
        expected: SAME,
        remedy:
          'Write {document}, with its code system and its label, or mend the document if it is the one that is wrong.',
      },
      'code-system': {
        finding:
          '{attribute}: the code {code} is given under the code system "{actual}", under "{document}" in the document ({where}).',
        expected: 'The OID of the code system in the document, without prefix.',
        remedy: 'Write @codeSystem of the document, {document}, with the code.',
      },
      'format-code': {
        finding: 'formatCode, "{actual}", is not that of the document, "{document}" ({where}).',
        expected:
          'Unstructured body (N1): the XDS-SD formatCode for the type of the file. Structured body (N3): the one that ASS_A11 gives for the templateId of the volet.',
        remedy: 'Write {document} in formatCode; if the code is right, check the templateId of the document.',
      },
      'event-code': {
        finding: 'eventCodeList has "{actual}", which the acts of the document do not have ({where}).',
        expected: "The codes of the document's serviceEvent and their translation, and no others.",
        remedy: 'Remove this code, or write that of the act (in the document: "{document}").',
      },
      'event-code-missing': {
        finding: 'The act code "{document}" of the document ({where}) is not in eventCodeList.',
        expected: 'One eventCodeList for each serviceEvent/code and each translation, duplicates included.',
        remedy: 'Add a Classification eventCodeList for {document}: recipients search acts by it.',
      },
      missing: {
        finding: 'The document gives "{document}" ({where}), but {attribute} is not in the metadata.',
        expected: '{attribute}, required as soon as the document gives its value.',
        remedy: 'Add {attribute} with the value of the document.',
      },
      unexpected: {
        finding: '{attribute}, {actual}, has no source: the act of the document has no end ({where}).',
        expected: 'No serviceStopTime when the first documentationOf has no effectiveTime/high.',
        remedy: 'Remove {attribute}, or give the end of the act in the document.',
      },
      'author-count': {
        finding: 'The entry has {count} author(s), the document {document} ({where}).',
        expected: 'One Classification author for each author of the document.',
        remedy: 'Describe each author of the document in a Classification, and no one else.',
      },
      person: {
        finding: '{attribute}, "{actual}", is not the person of the document, "{document}" ({where}).',
        expected:
          'The identifier, the name and the first name of the document; for a system, what it is called and its model.',
        remedy: 'Write {document} in components 1 to 3, and the OID of the authority in the ninth.',
      },
      institution: {
        finding: 'authorInstitution, "{actual}", is not the organisation of the author, "{document}" ({where}).',
        expected: 'The name of representedOrganization in XON.1, its identifier in XON.10.',
        remedy: "Write the organisation of the document: the author's, not the one that sends.",
      },
      'patient-id': {
        finding:
          '{attribute}, "{actual}", is none of the identifiers of the document\'s patient ({where}): {component} differs.',
        expected: 'One of recordTarget/patientRole/id, under the same authority.',
        remedy: 'Write the identifier of the patient of the document: {document}.',
      },
      'reference-id': {
        finding:
          'referenceIdList has "{actual}", which the document does not have: there stands "{document}" ({where}).',
        expected: 'The order (inFulfillmentOf/order) or the exam (serviceEvent/id) of the document.',
        remedy: 'Write {document}, or mend the document.',
      },
      file: {
        finding: '{attribute}, {actual}, is not that of the document sent, {document} ({where}).',
        expected: 'hash: SHA-1 of the bytes sent, in hexadecimal; size: how many they are.',
        remedy: 'Compute {attribute} on the final bytes, as they leave in the message.',
      },
    },
  },
  'dmp/same-act': {
    title: 'One report as N1 and as N3',
    what: 'When a report is made both as a level 1 CDA (a PDF in a header) and as a level 3 one (structured), the two documents have the same title, the same authors and the same time of the act. They are paired by their type, their version, their patient and the identifier of the act or of its order.',
    why: 'The recipient gets both forms of one result: when they contradict each other, it looks like two acts, or nobody knows which one to follow.',
    rules: {
      title: {
        finding: 'The title of the N1, "{actual}", is not that of the N3 of the same act, "{other}" ({where}).',
        expected: 'The same title in both documents.',
        remedy: 'Take the title of both documents from the same data.',
      },
      author: {
        finding: 'The authors of the N1, {actual}, are not those of the N3 of the same act, {other} ({where}).',
        expected: 'The same assignedAuthor/id in both documents.',
        remedy: 'Write the same authors, or give another identifier of the act if it is not the same one.',
      },
      'act-time': {
        finding: 'The act of the N1 begins at {actual}, that of the N3 at {other} ({where}).',
        expected: 'The same instant in documentationOf[1]/serviceEvent/effectiveTime/low.',
        remedy: 'Date both documents of the same act, or give another identifier of the act if it is not the same one.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
