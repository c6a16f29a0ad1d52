import type { cdaHeader as french } from '../../fr/checks/cda-header.js';
import type { SameKeys } from '../../same-keys.js';
import { cdaActs } from './cda-acts.js';
import { cdaForms } from './cda-forms.js';

export const cdaHeader: SameKeys<typeof french> = {
  ...cdaActs,
  ...cdaForms,
  'cda/type-code': {
    title: 'Type of the document',
    what: 'The code of the document is in the value set JDV_J07 of the CI-SIS (document types), and is given under its own code system.',
    why: 'The type decides where the DMP files the document, its class and who may see it: an unknown type is neither filed nor found.',
    rules: {
      unknown: {
        finding: 'The type “{actual}” is not in our copy of {set} ({oid}) of {version}.',
        expected: 'A code of {set}, e.g. 11488-4 (consultation note).',
        remedy:
          'Map the internal type of the software to a code of {set}; ignore this if the code entered it after {version}.',
      },
      'code-system': {
        finding: 'The type {code} is given under the code system “{actual}”, which is not its own.',
        expected: 'codeSystem="{system}" for the code {code}.',
        remedy: 'Write code="{code}" with codeSystem="{system}", and the label that {set} gives.',
      },
    },
  },
  'cda/confidentiality': {
    title: 'Confidentiality of the document',
    what: 'The level of confidentiality is N (normal), R (restricted) or V (very restricted).',
    why: 'The CI-SIS allows these three levels only since June 2025; the official schematron still takes the former ones, and the DMP refuses the deposit.',
    rules: {
      level: {
        finding: 'The level of confidentiality “{actual}” is not allowed.',
        expected: 'code="N", "R" or "V".',
        remedy:
          'Write <confidentialityCode code="N" displayName="Normal" codeSystem="2.16.840.1.113883.5.25"/>. A hidden document keeps N: hiding is told in the XDS metadata, not in the CDA.',
      },
      'code-system': {
        finding: 'The confidentiality {code} is given under the code system “{actual}”.',
        expected: 'codeSystem="{system}".',
        remedy: 'Write codeSystem="{system}" on confidentialityCode.',
      },
    },
  },
  'cda/versions': {
    title: 'Versions of a document',
    what: 'A document that replaces another one gives the identifier of that one, keeps the same setId and raises versionNumber by 1.',
    why: 'Without this link the old version stays visible beside the new one in the DMP and at the recipient: the professional may read the wrong one.',
    rules: {
      relation: {
        finding: 'The link to another document is of type “{actual}”.',
        expected: 'typeCode="RPLC" (replacement) or "XFRM" (transformation).',
        remedy: 'Write typeCode="RPLC" for a new version; remove relatedDocument for any other link.',
      },
      repeated: {
        finding: 'The document replaces {count} documents.',
        expected: 'A single relatedDocument of type RPLC.',
        remedy: 'Keep only the link to the version just before.',
      },
      parent: {
        finding: 'The related document is not identified: “{actual}” is not an identifier.',
        expected: 'relatedDocument/parentDocument/id, once, with root.',
        remedy: 'Copy the id element of the replaced document as it was sent.',
      },
      'same-id': {
        finding: 'The document replaces itself: {actual} is also its identifier.',
        expected: 'A new identifier for each version, other than that of the version that it replaces.',
        remedy: 'Give ClinicalDocument/id a new OID, and leave that of the old version in parentDocument/id.',
      },
      'other-set': {
        finding: 'The replaced document is of another series: its setId is {actual}.',
        expected: 'The same setId for all the versions of a document.',
        remedy: 'Keep the setId of the first version in the new one.',
      },
      'version-gap': {
        finding: 'Version {version} says that it replaces version {actual}.',
        expected: 'A versionNumber raised by 1 with each version.',
        remedy: 'Write the versionNumber of the replaced version, plus 1.',
      },
      'first-version': {
        finding: 'Version 1 says that it replaces a document.',
        expected: 'versionNumber from 2 for a document that replaces another one.',
        remedy: 'Raise versionNumber, or remove relatedDocument if this document is the first of its series.',
      },
      'no-replaced': {
        finding: 'Version {actual} does not say which document it replaces.',
        expected: '<relatedDocument typeCode="RPLC"> with the identifier of the version before.',
        remedy:
          'Add <relatedDocument typeCode="RPLC"><parentDocument><id root="…"/></parentDocument></relatedDocument> after documentationOf, or write versionNumber 1 for a new document.',
      },
    },
  },
  'cda/header-times': {
    title: 'Times of the header',
    what: 'The times of the participants are to the second with their offset from UTC, those of the act to the minute at least.',
    why: 'The metadata of the DMP are in universal time: without an offset the time of the act is one or two hours wrong there, and documents show in the wrong order.',
    rules: {
      form: {
        finding: 'The time of {element}, “{actual}”, is not an HL7 time.',
        expected: 'YYYY, YYYYMMDD, YYYYMMDDhhmm±ZZzz or YYYYMMDDhhmmss±ZZzz.',
        remedy: 'Write e.g. 20260316103000+0100: no dash, no colon, and four digits of offset.',
      },
      precision: {
        finding: 'The time of {element}, “{actual}”, is not to the second with its offset from UTC.',
        expected: 'YYYYMMDDhhmmss±ZZzz, e.g. 20260316103000+0100.',
        remedy: 'Keep the instant of the action, with its seconds and the offset from UTC.',
      },
      'act-precision': {
        finding: 'The time of the act ({element}), “{actual}”, is not to the minute at least with its offset from UTC.',
        expected: 'YYYYMMDDhhmm±ZZzz or YYYYMMDDhhmmss±ZZzz.',
        remedy: 'Write e.g. 202603160900+0100: year, month, day, hour, minute, offset.',
      },
      offset: {
        finding: 'The time of {element}, “{actual}”, gives an hour without its minutes or its offset from UTC.',
        expected: 'A day (YYYYMMDD), or an hour with its minutes and its offset.',
        remedy: 'Add the offset from UTC, e.g. +0100, or keep the day only.',
      },
    },
  },
  'cda/file-form': {
    title: 'File of the document',
    what: 'The file is in UTF-8, does not name the place of the schema, and its title fits in 128 characters.',
    why: 'These rules pass the structural validators: schema and schematron do not see them, the DMP does.',
    rules: {
      encoding: {
        finding: 'The file declares itself in {actual}.',
        expected: '<?xml version="1.0" encoding="UTF-8"?>',
        remedy: 'Write the file in UTF-8, and declare it so.',
      },
      'schema-location': {
        finding: 'The attribute xsi:schemaLocation is “{actual}”.',
        expected: 'No xsi:schemaLocation: the recipient does not have the schema at the same place.',
        remedy: 'Remove this attribute of ClinicalDocument when producing; xmlns:xsi may stay.',
      },
      'title-length': {
        finding: 'The title has {length} characters.',
        expected: '{longest} characters at most.',
        remedy: 'Write a short title, e.g. the label of the document type, without the reason nor the conclusion.',
      },
      'separate-stylesheet': {
        finding: 'The document asks for a separate style sheet, “{actual}”.',
        expected: 'For the DMP, no separate style sheet.',
        remedy:
          'Remove the xml-stylesheet instruction from documents sent to the DMP; to keep a layout, put the PDF copy in section 1.2.250.1.213.1.1.2.243.',
      },
    },
  },
  'cda/dmp-identifier': {
    title: 'Identifier for the DMP',
    what: 'A document that the DMP keeps, or that an ITI-41 transaction publishes, is identified by an OID alone, of 64 characters at most.',
    why: 'The DMP takes this identifier as uniqueId and does not take the form OID and extension: it refuses the deposit, though schema and schematron accept the document.',
    rules: {
      extension: {
        finding: 'The identifier of the document has an extension, “{actual}”.',
        expected: 'A whole OID in root, and no extension attribute.',
        remedy: 'Form one OID for each document, e.g. by adding a number to {root}, and write it alone in root.',
      },
      'not-oid': {
        finding: 'The identifier of the document, “{actual}”, is not an OID.',
        expected: 'An OID: numbers without leading zero, parted by dots.',
        remedy:
          'Replace the UUID with an OID formed under the root of the vendor or of the organisation; a UUID can also be written as an OID under 2.25, in decimal.',
      },
      'too-long': {
        finding: 'The identifier of the document has {length} characters.',
        expected: '{longest} characters at most.',
        remedy: 'Form the OIDs of documents with fewer arcs or shorter numbers.',
      },
    },
  },
};
