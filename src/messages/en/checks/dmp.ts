import type { dmp as french } from '../../fr/checks/dmp.js';
import type { SameKeys } from '../../same-keys.js';

export const dmp: SameKeys<typeof french> = {
  'dmp/xdm-layout': {
    title: 'Layout of an IHE_XDM archive',
    what: 'The archive has INDEX.HTM and README.TXT at its root, a METADATA.XML in a folder of IHE_XDM, at least one document, and metadata that tie each document to the submission set.',
    why: 'The receiving software looks for these files at these places: without METADATA.XML or the submission set, nothing is integrated.',
    rules: {
      'root-file': {
        finding: 'The file {file} is missing at the root of the archive.',
        expected: 'INDEX.HTM and README.TXT at the root.',
        remedy: 'Add {file} at the root of the ZIP, outside the folder IHE_XDM.',
      },
      metadata: {
        finding: 'The archive has no METADATA.XML at its place.',
        expected: 'IHE_XDM/SUBSET01/METADATA.XML.',
        remedy: 'Put METADATA.XML and the documents in a folder of IHE_XDM, e.g. SUBSET01.',
      },
      'metadata-root': {
        finding: 'The root of METADATA.XML is "{actual}".',
        expected:
          'SubmitObjectsRequest, in the namespace urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0, without a SOAP envelope around it.',
        remedy: 'Write the SubmitObjectsRequest alone in METADATA.XML, as ITI-41 carries it in its envelope.',
      },
      'no-document': {
        finding: 'The submission describes or holds no document.',
        expected:
          'At least one ExtrinsicObject of a document (type 7edca82f-054d-47f2-a032-9b2a5b5186c1) and its file.',
        remedy: 'Describe each document by an ExtrinsicObject and put its file beside METADATA.XML.',
      },
      'submission-set': {
        finding: 'The metadata have no submission set.',
        expected: 'A RegistryPackage in the namespace of ebRIM 3.0.',
        remedy: 'Produce the RegistryPackage of the submission with its author, time and identifiers.',
      },
      member: {
        finding: 'A document is tied to the submission set by {count} HasMember associations instead of one.',
        expected:
          'For each document, one HasMember Association from the set (sourceObject) to the entry (targetObject).',
        remedy: 'Use in the association the id attributes of the RegistryPackage and of the ExtrinsicObject.',
      },
    },
  },
  'dmp/xdm-documents': {
    title: 'Documents of an archive and their metadata',
    what: "Each metadata entry designates a file of the archive, gives its exact hash and size, and is about the submission set's patient.",
    why: 'The recipient checks the hash before integrating: a document changed after it was computed, or another patient, gets the archive rejected.',
    rules: {
      unlisted: {
        finding: 'This document is in the archive but no entry of the metadata designates it.',
        expected: 'One DocumentEntry for each document, whose URI names the file.',
        remedy: 'Describe the document in METADATA.XML, or remove it from the archive.',
      },
      attribute: {
        finding: 'The entry has no {attribute}.',
        expected: 'URI, hash, size and patientId in each entry.',
        remedy: 'Add {attribute} to the ExtrinsicObject.',
      },
      uri: {
        finding: 'The URI "{actual}" designates no file of the folder {folder}.',
        expected: 'The name of a file beside METADATA.XML.',
        remedy: 'Write the name of the file as it is in the archive, without an absolute path.',
      },
      hash: {
        finding: 'The announced hash is not that of {file}, which is {sha1}.',
        expected: "The SHA-1 of the file's bytes, in hexadecimal.",
        remedy: 'Compute the hash on the final bytes of the document, after the last change and in the same encoding.',
      },
      size: {
        finding: 'The announced size, {actual}, is not that of {file}, which has {bytes} bytes.',
        expected: 'The number of bytes of the file.',
        remedy: 'Count the bytes of the written file, not the characters of the text.',
      },
      'patient-id': {
        finding: 'The patient of the entry, "{actual}", is not that of the submission set.',
        expected: 'The same patientId in the submission set and in each of its entries.',
        remedy: 'Make one archive per patient and use the same identifier everywhere, to the letter.',
      },
    },
  },
  'dmp/historical-date': {
    title: "Date of a historical document's act",
    what: 'A document taken from the history has the date of the act in the first documentationOf/serviceEvent/effectiveTime, earlier than the day when the document is produced.',
    why: 'The DMP files documents by this date: a report of 2019 dated of its sending looks recent and misleads who reads the record.',
    rules: {
      'no-act-date': {
        finding: 'The first documented act has no start date.',
        expected: 'documentationOf[1]/serviceEvent/effectiveTime/low with a value.',
        remedy: 'Write there the date of the act that the software knows, even if the CDA is rebuilt from a PDF.',
      },
      'act-date-form': {
        finding: 'The date of the act, "{actual}", is not a complete date.',
        expected: 'At least YYYYMMDD; preferably YYYYMMDDhhmm±ZZzz.',
        remedy: 'Give at least the day of the act.',
      },
      'act-after-document': {
        finding: 'The act is dated {actual}, after the document was produced ({created}).',
        expected: 'An act earlier than the document that relates it.',
        remedy: "Check that low takes the date of the act, and the document's effectiveTime that of its production.",
      },
      'same-day': {
        finding:
          'The act is dated {actual}, the very day when the document is produced ({created}): nothing shows a past act.',
        expected: 'As a proof, a document whose act is of an earlier day.',
        remedy:
          'Check that the date of the act is not replaced by that of the migration; if needed choose an older document.',
      },
    },
  },
  'dmp/historical-patient': {
    title: 'Old document: a patient whose identity is qualified',
    what: 'A document taken from the past record (role: historical) carries the INS of its patient.',
    why: 'An old document feeds the DMP only if the INS of the patient is qualified: without it, it has no record to go to, or goes to that of someone else.',
    rules: {
      'no-ins': {
        finding: 'The patient of the old document has no INS: the first identifier is under OID "{actual}".',
        expected: 'A patientRole/id under the OID of the INS, that of a qualified identity.',
        remedy:
          'Offer to send only the old documents of patients whose identity is qualified, and write the INS there.',
      },
    },
  },
  'dmp/historical-metadata': {
    title: 'Dates in the metadata of a historical document',
    what: "The XDS metadata repeat the start and end of the CDA's act, converted to UTC, and the submission is later.",
    why: 'The DMP displays and sorts by the metadata, without opening the document: there the date of the act must be right.',
    rules: {
      attribute: {
        finding: '{attribute} is missing from the metadata.',
        expected: 'serviceStartTime in the document entry, submissionTime in the submission set.',
        remedy: 'Fill serviceStartTime with the date of the act and submissionTime with that of the sending.',
      },
      form: {
        finding: '{attribute}, "{actual}", is not an XDS date.',
        expected: 'YYYYMMDDhhmmss in UTC, without offset.',
        remedy: 'Convert the local time to UTC and remove the offset.',
      },
      'service-start': {
        finding: "serviceStartTime, {actual}, is not the start of the document's act, {act}.",
        expected: 'The same instant as documentationOf[1]/serviceEvent/effectiveTime/low, in UTC.',
        remedy: 'Take the date of the CDA and convert it: 20190612090000+0200 becomes 20190612070000.',
      },
      'service-stop': {
        finding: "serviceStopTime, {actual}, is not the end of the document's act, {act}.",
        expected: 'The same instant as documentationOf[1]/serviceEvent/effectiveTime/high, in UTC.',
        remedy: 'Take high, not low; without high in the CDA, leave serviceStopTime out.',
      },
      'submission-time': {
        finding: 'The submission, {actual}, is not later than the start of the act, {start}.',
        expected: 'A submissionTime later than serviceStartTime.',
        remedy: 'Put the instant of sending in submissionTime, and check that both dates are in UTC.',
      },
    },
  },
};
