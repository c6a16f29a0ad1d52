import type { cda as french } from '../../fr/checks/cda.js';
import type { SameKeys } from '../../same-keys.js';

export const cda: SameKeys<typeof french> = {
  'cda/minimal-structure': {
    title: 'Minimal structure of a French CDA',
    what: 'Every CDA document says that it is French (realmCode), which HL7 type it is (typeId), which models it follows (templateId), and has a body.',
    why: 'The DMP, MSSanté and receiving software choose by these statements how to read and check the document; without them they reject it or cannot display it.',
    rules: {
      realm: {
        finding: 'The document does not have exactly one realmCode that is FR.',
        expected: 'One realmCode element, with code="FR".',
        remedy: 'Write <realmCode code="FR"/> first in ClinicalDocument.',
      },
      'type-id': {
        finding: 'The typeId is not that of a CDA R2 clinical document.',
        expected: 'root="2.16.840.1.113883.1.3" and extension="POCD_HD000040".',
        remedy: 'Write these two values as they are: they are the same in all CDA documents.',
      },
      'common-template': {
        finding: 'The templateId {template} stands {count} times instead of once.',
        expected:
          'Once 2.16.840.1.113883.2.8.2.1 (HL7 France) and once 1.2.250.1.213.1.1.1.1 (minimal structure of the CI-SIS).',
        remedy: 'Add the missing templateId to the header, or remove the repeated one.',
      },
      'volet-template': {
        finding: 'No templateId tells which content model (volet) the document is of.',
        expected: 'After the two common templateId, those of the content model, with their version as extension.',
        remedy:
          'Declare the templateId that the CI-SIS gives for this document, e.g. 1.2.250.1.213.1.1.1.55 for a laboratory report.',
      },
      'level-1-templates': {
        finding: 'This level 1 document declares {count} templateId, or another one than those of that level.',
        expected:
          'Exactly three templateId: the two common ones and 1.3.6.1.4.1.19376.1.2.20 (unstructured document, XDS-SD).',
        remedy:
          'Do not copy the templateId of a structured model when the body is an encapsulated file: put that of XDS-SD.',
      },
      body: {
        finding: 'The document has no body.',
        expected: 'A component element with nonXMLBody (level 1) or structuredBody (level 3).',
        remedy: 'Produce the body after the header: the file in base64, or the sections of the content model.',
      },
    },
  },
  'cda/document-identity': {
    title: 'Identity, title, date and version of the document',
    what: 'The identifier, type, title, date, confidentiality, language, series identifier and version number stand once each, filled and in their form.',
    why: 'A document is found, filed and replaced by them: badly filled, a new version does not replace the old one and the DMP refuses the deposit.',
    rules: {
      missing: {
        finding: 'The element {element} is missing from the header.',
        expected:
          'The elements id, code, title, effectiveTime, confidentialityCode, languageCode, setId and versionNumber, once each.',
        remedy: 'Add {element} at its place in the header, after the templateId.',
      },
      repeated: {
        finding: 'The element {element} stands several times.',
        expected: 'A single {element} element.',
        remedy: 'Keep only the right one.',
      },
      'null-flavor': {
        finding: 'The element {element} has nullFlavor="{actual}".',
        expected: 'A value: nullFlavor is forbidden on this element.',
        remedy: 'Fill {element}: the software that creates the document always knows this.',
      },
      root: {
        finding: 'The root attribute of {element}, "{actual}", is not an identifier.',
        expected: 'An OID in digits and dots, without leading zeros or prefix, or a UUID.',
        remedy:
          'Write the OID alone, without "urn:oid:", under the root assigned to the vendor or to the organisation.',
      },
      extension: {
        finding: 'The extension attribute of {element} is empty.',
        expected: 'A filled extension, or no extension attribute.',
        remedy: 'Remove the attribute when root identifies on its own; for the DMP, root must do so.',
      },
      attribute: {
        finding: 'The element {element} has no {attribute}.',
        expected: 'The three attributes code, codeSystem and displayName.',
        remedy: 'Take all three from the same CI-SIS value set: the code, the OID of its terminology and its label.',
      },
      title: {
        finding: 'The title is empty.',
        expected: 'A readable title, the one that the recipient will see in a list of documents.',
        remedy: 'Write for instance the label of the document type.',
      },
      time: {
        finding: 'The date of the document, "{actual}", is not an HL7 date.',
        expected: 'YYYYMMDDhhmmss±ZZzz, e.g. 20260316103000+0100.',
        remedy: 'Write the date without hyphen, colon or "T", followed by the UTC offset.',
      },
      'time-precision': {
        finding: 'The date of the document, "{actual}", is not given to the second with its UTC offset.',
        expected: 'YYYYMMDDhhmmss±ZZzz, e.g. 20260316103000+0100.',
        remedy: 'Take the instant when the document is produced, with its seconds and UTC offset.',
      },
      language: {
        finding: 'The language "{actual}" does not have the expected form.',
        expected: 'Language in lower case and country in capitals: fr-FR.',
        remedy: 'Write <languageCode code="fr-FR"/>.',
      },
      version: {
        finding: 'The version number "{actual}" is not an integer.',
        expected: 'An integer from 1, increased by 1 with each new version.',
        remedy: 'Number the versions 1, 2, 3… and keep the same setId.',
      },
    },
  },
  'cda/record-target': {
    title: 'Patient of the document',
    what: 'The document is about one patient, with identifiers, name, sex and birth date; if it carries the INS, it carries all its traits.',
    why: 'The recipient matches this patient with its own by these data: a missing or badly qualified trait prevents the match, or makes a wrong one.',
    rules: {
      'one-patient': {
        finding: 'The document has {count} recordTarget, or not exactly one patientRole.',
        expected: 'One recordTarget with one patientRole, without nullFlavor.',
        remedy: 'Produce one document per patient.',
      },
      id: {
        finding: 'An identifier of the patient is missing or incomplete.',
        expected:
          'For each patientRole/id, root (the authority that assigns it) and extension (the value), without nullFlavor.',
        remedy:
          'Write the qualified INS under its OID, and the local identifier under the OID of the hospital or practice.',
      },
      name: {
        finding: "The patient's name is incomplete: {element} is missing, empty or repeated.",
        expected: 'One name element, with at least one family and one given that are filled.',
        remedy: 'Take the birth name and the given names from the identity.',
      },
      qualifier: {
        finding: 'A {element} has the qualifier "{actual}".',
        expected:
          'family: BR (birth name) or CL (name used). given: BR (first given name), CL (given name used), or no qualifier for the list of given names.',
        remedy: 'Replace SP, no longer allowed, by CL; qualify each family.',
      },
      gender: {
        finding: 'The sex is missing or is not an allowed code.',
        expected: 'administrativeGenderCode with code="F", "M" or "UN".',
        remedy: 'Translate the internal code of the software to the value set JDV_J143.',
      },
      'gender-coding': {
        finding: 'The code of the sex has "{actual}" for {attribute}.',
        expected: 'codeSystem="2.16.840.1.113883.5.1" and a displayName (Féminin, Masculin, Indéterminé).',
        remedy: 'Write the code with the system and the label of the value set JDV_J143.',
      },
      'birth-time': {
        finding: 'The birth date is missing or is not an HL7 date.',
        expected: 'birthTime with value="YYYYMMDD".',
        remedy: 'Write year, month and day in a row, without separator.',
      },
      'ins-trait': {
        finding: 'The INS is there but {element} is missing.',
        expected:
          'With the INS: family and given BR, given without qualifier (list of given names), birthTime, county of the birth place (INSEE code) and sex.',
        remedy:
          'Copy all the traits of the qualified identity; if one is missing, the identity is not to be sent with the INS.',
      },
      forbidden: {
        finding: 'The patient has an element {element}.',
        expected: 'No raceCode, ethnicGroupCode or religiousAffiliationCode: these data are not allowed in France.',
        remedy: 'Remove this element from the export, even with a nullFlavor.',
      },
    },
  },
  'cda/body-n1': {
    title: 'Body of a level 1 document',
    what: 'The file of a level 1 document is encoded in base64, of an allowed format, and its bytes are of that format; a PDF declares itself PDF/A-1.',
    why: 'The official validator does not decode this file: an error here passes every structural check and shows only when the recipient opens an unreadable document.',
    rules: {
      'no-text': {
        finding: 'The level 1 body has no content.',
        expected: 'nonXMLBody/text with the encoded file.',
        remedy: 'Encode the file in base64 in nonXMLBody/text.',
      },
      representation: {
        finding: 'The representation attribute is "{actual}".',
        expected: 'representation="B64".',
        remedy: 'Encode the file in base64 and write representation="B64", even for text.',
      },
      'media-type': {
        finding: 'The type "{actual}" is not allowed in a level 1 document.',
        expected: 'application/pdf, image/jpeg, image/tiff, text/rtf or text/plain.',
        remedy: 'Convert the file, preferably to PDF/A-1, before encapsulating it.',
      },
      base64: {
        finding: 'The content is not base64.',
        expected: 'Characters A-Z, a-z, 0-9, + and /, padded with =, on one or several lines.',
        remedy: 'Encode the bytes of the file in one go, without a "data:" prefix and not in base64url.',
      },
      content: {
        finding: 'The encoded bytes are not those of a {mediaType} file.',
        expected: 'A file of the format that mediaType announces; a PDF starts with %PDF-.',
        remedy: 'Check that the file is not empty, not encoded twice, and of no other format than announced.',
      },
      'pdf-a': {
        finding: 'The encapsulated PDF does not declare itself PDF/A-1 in its metadata.',
        expected: 'XMP metadata with pdfaid:part equal to 1.',
        remedy:
          'Set the PDF generation to PDF/A-1b. This declaration does not prove conformance: only a PDF/A validator does.',
      },
    },
  },
  'cda/body-n3': {
    title: 'Body of a level 3 document',
    what: 'A structured document has at least one section, declares its content model, and each section has something to read.',
    why: 'The recipient displays the title and text of sections; the declared model tells validators which rules to apply.',
    rules: {
      'no-section': {
        finding: 'The structured body has no section.',
        expected: 'At least one structuredBody/component/section.',
        remedy:
          'Produce the sections that the content model requires; without structured data, produce a level 1 document.',
      },
      'volet-template': {
        finding: 'This structured document declares no structured content model.',
        expected: 'The templateId of the content model; 1.3.6.1.4.1.19376.1.2.20 is that of level 1 documents.',
        remedy: 'Declare in the header the templateId that the CI-SIS gives for this document.',
      },
      'section-without-text': {
        finding: 'The section {section} has neither title nor text.',
        expected: 'A filled title or a text in each section.',
        remedy: 'Write in text, in readable form, what the entries of the section say.',
      },
    },
  },
  'cda/annex-3-type': {
    title: 'Type and level of the document by annex 3',
    what: "The document's type is one that annex 3 of the corridor's specification lists, and it is at the level asked for, N1 or N3.",
    why: 'The ANS goes through annex 3 document by document: one at the wrong level does not count.',
    rules: {
      'not-listed': {
        finding: 'The type {actual} is not in the declared annex 3.',
        expected: 'A type of the list annex-3 of segur.yaml.',
        remedy:
          "Correct the document's code, or complete annex-3 if the corridor's annex lists this type. One more document is not forbidden.",
      },
      level: {
        finding: 'The type {code} is at level {actual} whereas annex 3 asks for {listed}.',
        expected: 'A document at level {listed}.',
        remedy:
          'Produce this type in the format asked for: encapsulated PDF for N1, sections of the content model for N3.',
      },
    },
  },
  'cda/annex-3-coverage': {
    title: 'A sample of each document of annex 3',
    what: "For each line of the corridor's annex 3 the dossier holds at least one CDA of that type and level.",
    why: 'The software must be able to produce all the documents listed: a single missing one fails the requirement.',
    rules: {
      missing: {
        finding: 'No CDA of the dossier is of type {code} at level {level}.',
        expected: 'A CDA for each line of annex-3 in segur.yaml.',
        remedy: 'Export a document {code} at level {level} and add it to the dossier.',
      },
    },
  },
};
