import type { CheckTexts, RuleTexts } from '../../check-texts.js';
import { xdsLinks } from './xds-links.js';
import { xdsPeople } from './xds-people.js';

const common = {
  repeated: {
    finding: '{attribute} has {count} values.',
    expected: 'One value only.',
    remedy: 'Keep one value of {attribute}.',
  },
  date: {
    finding: '{attribute} "{actual}" is not a date and time to the second, in UTC.',
    expected: 'YYYYMMDDhhmmss, 14 digits without offset: 20260316093000 for 10:30 in Paris in winter.',
    remedy: 'Convert the time to UTC, complete the seconds with 00, and do not write the offset.',
  },
  'code-parts': {
    finding: '{attribute} "{actual}" has no {part}.',
    expected: 'nodeRepresentation (the code), a Slot codingScheme (the OID of its code system) and a Name (the label).',
    remedy: 'Add {part} to the Classification of {attribute}.',
  },
  status: {
    finding: 'The object has the status "{actual}".',
    expected: 'status="{expected}", as in all the official archives.',
    remedy: 'Write this status in the status attribute of the RegistryPackage and of each ExtrinsicObject.',
  },
} satisfies Record<string, RuleTexts>;

export const xds = {
  'dmp/submission-set': {
    title: 'XDS submission set',
    what: 'The submission set of an archive or of a message to the DMP has its author, its type of activity, its patient, its identifiers and its date, each in the form that XDS and the CI-SIS ask for.',
    why: 'The DMP rejects an incomplete submission set, and the recipient of an archive files and shows the documents by it.',
    rules: {
      none: {
        finding: 'The message submits no submission set.',
        expected: 'A RegistryPackage classified as a SubmissionSet, in the ebRIM 3.0 namespace.',
        remedy: 'Produce the RegistryPackage of the submission with its author, its date and its identifiers.',
      },
      classification: {
        finding: 'Nothing says that this RegistryPackage is a submission set.',
        expected: 'A Classification whose classificationNode is urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd.',
        remedy:
          'Add to the RegistryPackage <Classification classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" classifiedObject="(id of the submission set)"/>.',
      },
      attribute: {
        finding: 'The submission set has no {attribute}.',
        expected: 'authorPerson, contentTypeCode, patientId, sourceId, uniqueId and submissionTime.',
        remedy: 'Add {attribute} to the RegistryPackage.',
      },
      ...common,
      'content-type': {
        finding: 'contentTypeCode "{actual}" is not in {set} ({oid}, version of {version}).',
        expected: 'A code of JDV_J03, or of JDV_J59 for the DMP, which does not accept the sectors SA01 to SA04.',
        remedy:
          'Choose the type of activity that produced the submission (03 full hospitalisation, 07 outpatient, SA07 practice…), or ignore this if the code entered it after {version}.',
      },
      'content-type-scheme': {
        finding: 'contentTypeCode {code} is given under the code system "{actual}".',
        expected: '{expected}.',
        remedy: 'Write in codingScheme the OID of the code system of the code.',
      },
      ...xdsPeople,
    },
  },
  'dmp/document-entry': {
    title: 'XDS entry of a document',
    what: 'Each document entry of an archive or of a message to the DMP has all the required attributes, once, in the expected form, with codes of the value sets of the CI-SIS, or of the DMP when it goes to the DMP.',
    why: 'The DMP rejects a code that is not in its value sets; the recipient searches, sorts and shows documents by these attributes.',
    rules: {
      attribute: {
        finding: 'The entry has no {attribute}.',
        expected:
          'uniqueId, patientId, title, mimeType, author, classCode, typeCode, formatCode, healthcareFacilityTypeCode, practiceSettingCode, confidentialityCode, creationTime, languageCode, legalAuthenticator, serviceStartTime and sourcePatientId.',
        remedy: 'Add {attribute} to the ExtrinsicObject, deduced from the header of the document.',
      },
      ...common,
      code: {
        finding: '{attribute} "{actual}" is not in {set} ({oid}, version of {version}).',
        expected: 'A code of {set}.',
        remedy: 'Take a code of the value set, or ignore this if the code entered it after {version}.',
      },
      scheme: {
        finding: '{attribute} {code} is given under the code system "{actual}".',
        expected: '{expected}.',
        remedy: 'Write in codingScheme the OID of the code system of the code.',
      },
      'format-scheme': {
        finding: 'formatCode {code} is given under the code system "{actual}".',
        expected: '{expected}.',
        remedy:
          'Write in codingScheme 1.3.6.1.4.1.19376.1.2.3 for an IHE format, 1.2.250.1.213.1.1.4.2.282 for a French one.',
      },
      'format-scheme-dmp': {
        finding:
          'formatCode {code} is given to the DMP under the code system "{actual}", which is not that of its value set.',
        expected: '{expected}.',
        remedy:
          'Write in codingScheme 1.3.6.1.4.1.19376.1.2.3 for an IHE format, 1.2.250.1.213.1.1.4.2.282 for a French one.',
      },
      'class-of-type': {
        finding:
          'classCode "{actual}" is not the class of type {type}, which is {expected} in {table} (version of {version}).',
        expected: 'classCode {expected}.',
        remedy: 'Deduce classCode from typeCode by {table}, and let nobody choose it.',
      },
      'mime-type': {
        finding: 'mimeType "{actual}" is not that of a CDA document.',
        expected:
          'text/xml, application/xslt+xml for a CDA that shows itself, application/dicom for a KOS (the list of the images of a study).',
        remedy: 'Describe the CDA document itself: the body of the CDA holds the PDF, the entry does not.',
      },
      language: {
        finding: 'languageCode "{actual}" is not a language and a country.',
        expected: 'fr-FR, or two small letters, a hyphen and two capitals.',
        remedy: 'Take languageCode/@code of the document.',
      },
      'reference-id': {
        finding: 'The reference "{actual}" has no identifier, or its type is not in {set} (version of {version}).',
        expected: 'id^^^&OID&ISO^urn:ihe:iti:xds:2013:order, …:accession or urn:ihe:iti:xds:2016:studyInstanceUID.',
        remedy: 'Write the whole type of the reference in CX.5.',
      },
      ...xdsPeople,
    },
  },
  ...xdsLinks,
} satisfies Record<string, CheckTexts>;
