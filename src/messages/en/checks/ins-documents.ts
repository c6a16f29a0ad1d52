import type { CheckTexts } from '../../check-texts.js';
import { insRules } from './ins-rules.js';

export const insDocuments = {
  'ins/document-identity': {
    title: 'INS of the document and its traits',
    what: 'When recordTarget carries an INS, it is the only one, comes first, is right in form and key, and the traits beside it are written as INSi gives them.',
    why: 'The official validator checks that these data are there, not what they say: a wrong matricule files the document in someone else’s record, a badly written trait prevents filing it.',
    rules: {
      'matricule-form': insRules['matricule-form'],
      'matricule-key': insRules['matricule-key'],
      'matricule-key-test': insRules['matricule-key-test'],
      'matricule-unusual': insRules['matricule-unusual'],
      'ins-c': insRules['ins-c'],
      'name-form': insRules['name-form'],
      'first-given': insRules['first-given'],
      sex: insRules.sex,
      'birth-date': insRules['birth-date'],
      'birth-place': insRules['birth-place'],
      'birth-place-unknown': insRules['birth-place-unknown'],
      'given-elements': {
        finding:
          'The birth given names are written in several given elements without qualifier, among them "{actual}".',
        expected: 'One given without qualifier: the list of given names, parted by blanks, as INSi gives it.',
        remedy: 'Write the whole list in one element, and the first given name alone in given BR.',
      },
      'several-ins': {
        finding: 'The patient carries {count} INS identifiers, among them "{actual}".',
        expected: 'One patientRole/id under an OID of the INS.',
        remedy: 'Write the active matricule only, under the OID that INSi gives with it (NIR or NIA).',
      },
      'ins-first': {
        finding: 'The first identifier of the patient is not the INS: it is under OID "{actual}".',
        expected:
          'The INS as the first patientRole/id in a document meant for the DMP or another shared system, then the local identifiers.',
        remedy: 'Write the INS identifier before the local one.',
      },
      'birth-hour': {
        finding: 'The birth date "{actual}" has an hour.',
        expected: 'With an INS, the year, month and day of INSi: YYYYMMDD.',
        remedy: 'Write only the 8 digits of the date.',
      },
      mailbox: {
        finding: 'The mailbox "{actual}" is not that of the patient\'s matricule.',
        expected: 'mailto: followed by the INS matricule of recordTarget and @patient.mssante.fr.',
        remedy: 'Make the address from the matricule of the document, never from another record.',
      },
      'matricule-oid': {
        finding:
          '"{actual}" has the form of a INS matricule, key and birth included, but its OID, "{authority}", is not that of the INS.',
        expected:
          'A INS matricule under 1.2.250.1.213.1.4.8 (NIR) or .9 (NIA), .10 or .11 for tests; a social security number under .13 or .14.',
        remedy:
          'If it is the qualified INS, write it under the OID that INSi gave; if the identity is not qualified, do not send this number.',
      },
    },
  },
  'ins/metadata-identity': {
    title: 'Patient of the XDS metadata',
    what: 'In METADATA.XML, patientId and sourcePatientId are well formed identifiers, under the INS when the documents carry it, and sourcePatientInfo gives the traits of that identity.',
    why: 'The recipient and the DMP match the archive with a patient by these metadata, before they open the document.',
    rules: {
      'matricule-form': insRules['matricule-form'],
      'matricule-key': insRules['matricule-key'],
      'matricule-key-test': insRules['matricule-key-test'],
      'matricule-unusual': insRules['matricule-unusual'],
      'ins-c': insRules['ins-c'],
      'several-ins': insRules['several-ins'],
      'name-form': insRules['name-form'],
      'first-given': insRules['first-given'],
      sex: insRules.sex,
      'birth-date': insRules['birth-date'],
      'birth-place': insRules['birth-place'],
      'birth-place-unknown': insRules['birth-place-unknown'],
      'id-form': {
        finding: '{attribute} "{actual}" is badly formed: {component} is not as XDS wants it.',
        expected:
          'identifier^^^&OID&ISO^type: identifier (CX.1), OID of the authority (CX.4.2), ISO (CX.4.3) and type (CX.5) filled, name of the authority (CX.4.1) empty.',
        remedy: 'Do not copy the PID-3 of an HL7 v2 message, which names the authority: compose the identifier anew.',
      },
      'ins-type': {
        finding: '{attribute} "{actual}" carries the INS under a type (CX.5) other than NH.',
        expected: 'matricule^^^&OID&ISO^NH: in XDS the type of the INS is NH; INS is that of HL7 v2 messages.',
        remedy: 'Write NH as the type (CX.5), the last component.',
      },
      'local-type': {
        finding: '{attribute} "{actual}" is a local identifier of a type (CX.5) other than PI.',
        expected: 'identifier^^^&OID&ISO^PI for an identifier of the organisation; NH is for the INS only.',
        remedy: 'Write PI as the type (CX.5), the last component.',
      },
      'patient-id-ins': {
        finding: 'patientId "{actual}" is not the INS, though the documents carry one.',
        expected: 'matricule^^^&OID&ISO^NH, that of recordTarget; the local identifier goes into sourcePatientId.',
        remedy: 'Make patientId from the qualified INS of the document.',
      },
      'info-form': {
        finding: 'The value "{actual}" of sourcePatientInfo does not tell which PID field it is.',
        expected: 'PID-n|value, for example PID-8|F.',
        remedy: 'Write one Value per field, after the number of the PID field and a bar.',
      },
      'info-repeated': {
        finding: 'sourcePatientInfo gives {field} several times, among them "{actual}".',
        expected: 'Each field once at most, but for PID-3 and PID-5.',
        remedy: "Keep the value of the document's identity and remove the others.",
      },
      'info-name': {
        finding: "sourcePatientInfo does not give the patient's name.",
        expected: 'One PID-5 at least, for example PID-5|NAME^FIRST^LIST OF GIVEN NAMES^^^^L.',
        remedy: 'Write the birth name, the first given name and the list of given names of recordTarget.',
      },
      'birth-name': {
        finding:
          'With an INS, sourcePatientInfo does not give the whole birth identity: {component} is missing from "{actual}".',
        expected:
          'PID-5|birth name^first given name^list of given names^^^^L. An official validator has wrongly refused the list of given names (FAQ of the ANS): leave it.',
        remedy: 'Write the three parts of the name and the type L; the used name goes into another PID-5, of type D.',
      },
      'birth-place-unread': {
        finding: 'PID-11 "{actual}" does not give the place of birth.',
        expected:
          'PID-11|^^^^^^BDL^^ followed by the official geographic code: the type BDL as 7th component, the code as 9th.',
        remedy: 'Put the INSEE code of the birth place as 9th component.',
      },
      'matricule-oid': {
        finding:
          '"{actual}" has the form of a INS matricule, key and birth included, but its OID, "{authority}", is not that of the INS.',
        expected:
          'A INS matricule under 1.2.250.1.213.1.4.8 (NIR) or .9 (NIA), .10 or .11 for tests; a social security number under .13 or .14.',
        remedy:
          'If it is the qualified INS, write it under the OID that INSi gave; if the identity is not qualified, do not send this number.',
      },
    },
  },
  'ins/mailbox-identity': {
    title: 'Mailbox of the patient and matricule',
    what: 'An address of patient.mssante.fr is made of a correct matricule.',
    why: 'The address is the only link with the citizen: one digit off sends the documents to someone else, or to nobody.',
    rules: {
      'matricule-form': {
        finding: 'The address "{actual}@patient.mssante.fr" is not made of a INS matricule: {fault}.',
        expected:
          'The 15 characters of the matricule, key included, before @patient.mssante.fr; or the test mailbox reponse.automatique-test.',
        remedy: 'Make the address from the matricule of the qualified identity, without letting it be typed.',
      },
      'matricule-key-test': insRules['matricule-key-test'],
      'matricule-unusual': insRules['matricule-unusual'],
    },
  },
} satisfies Record<string, CheckTexts>;
