import type { hl7Transport as french } from '../../fr/checks/hl7-transport.js';
import type { SameKeys } from '../../same-keys.js';
import { hl7Exchanges } from './hl7-exchanges.js';

export const hl7Transport: SameKeys<typeof french> = {
  'cda/transport-message': {
    title: 'HL7 v2 message that carries a CDA: form',
    what: 'In each ORU or MDM message that carries a CDA: the header (MSH), the required segments and their order, the patient and the visit (PID, PV1), the request (ORC-1, OBX-11 and the event), the document (TXA, OBX), the sender and the recipients (PRT).',
    why: 'The platform (PFI) decides what to do from these fields alone: a message that is incomplete or contradicts itself is rejected, and the document reaches neither the DMP nor MSSanté.',
    rules: {
      'required-segment': {
        finding: 'The message has no {segment} segment.',
        expected: 'The segments that the volet requires, in this order: {order}.',
        remedy: 'Add {segment} in its place; ORC holds the request and OBR the type of the document.',
      },
      'segment-order': {
        finding: 'Segment {segment} stands before {after}, which it must follow.',
        expected: 'The segments in this order: {order}.',
        remedy: 'Move the segment: a strict receiver refuses the message (error 100, Segment sequence error).',
      },
      'several-documents': {
        finding: 'This {type} message carries {count} documents.',
        expected: 'One document in an MDM message; one or two (the same as N1 and N3) in an ORU message.',
        remedy: 'Send one message per document.',
      },
      'several-patients': {
        finding: 'The message has more than one PID segment.',
        expected: 'One PID: the message is about one patient.',
        remedy: 'Send one message per patient.',
      },
      'required-field': {
        finding: 'Field {field} is empty.',
        expected: '{field} filled in: the volet requires it.',
        remedy: 'Fill in {field}. TXA-13 (id of the replaced document) is required for a replacement only (MDM^T10).',
      },
      value: {
        finding: 'Field {field} is "{actual}".',
        expected: '{field}: {wanted}.',
        remedy: 'Write in {field} one of the values that the volet sets: {wanted}.',
      },
      profile: {
        finding: 'MSH-21 is "{actual}": the message does not say which volet it follows.',
        expected:
          '2.1^CISIS_CDA_HL7_V2 to the platform; 1.1^CISIS_CDA_HL7_LPS from the platform to the target software.',
        remedy: 'Write the version of the volet (component 1) and its name (component 2) in MSH-21.',
      },
      'profile-version': {
        finding: 'MSH-21 is "{actual}", a version of the volet that is unknown here or earlier than wave 2.',
        expected: 'Version 2.0 or 2.1 of CISIS_CDA_HL7_V2, or 1.0 or 1.1 of CISIS_CDA_HL7_LPS.',
        remedy: 'Make the message by version 2.1 of the volet (1.1 for delivery to the target software).',
      },
      coherence: {
        finding: 'The request contradicts itself: ORC-1 = {order}, OBX-11 = {status}, event {event}.',
        expected: 'First sending: NW, F, T02. Replacement: RO, C, T10. Deletion: CA, D, T04 (R01 for any ORU).',
        remedy: 'Make ORC-1, OBX-11 and the event ask for the same thing: otherwise the platform rejects the message.',
      },
      visit: {
        finding: 'PV1-2 is {patient-class}, but PV1-19 (id of the visit) is empty.',
        expected: 'PV1-19 filled in when PV1-2 is E, I, O or R.',
        remedy: 'Write the id of the visit in PV1-19, with type VN; without a visit, write N in PV1-2.',
      },
      'mail-observation': {
        finding: 'The message does not say which MSSanté mail the document comes from.',
        expected:
          'After the document, an OBX of type ED: Message-ID of the mail in OBX-3.1, subject in OBX-3.2, body in OBX-5.',
        remedy: 'Add this OBX, with the Message-ID header of the mail received in OBX-3.1.',
      },
      'sender-missing': {
        finding: 'No PRT segment says who sends the document.',
        expected:
          'PRT-4 = SB^Send by^participation: required to feed the DMP, and from the platform to the target software.',
        remedy:
          'After the OBX of the document, add a PRT with the professional (PRT-5) or the device (PRT-10) and its organisation (PRT-8): the platform makes the VIHF token of it.',
      },
      'sender-field': {
        finding: 'Field {field} of the sender is empty.',
        expected: 'Professional (PRT-5.1, 5.2, 5.13) or device (PRT-10.1), and organisation (PRT-8.1, 8.10).',
        remedy: 'Fill in {field}: without it the platform cannot make the VIHF token (SC.DMP/CONF.12).',
      },
      'address-missing': {
        finding: 'This PRT ({participation}) gives no address: PRT-15.4 is empty.',
        expected: 'The address in PRT-15.4, with X.400 in PRT-15.3.',
        remedy: 'Write the MSSanté address as fourth component of PRT-15, ^^X.400^address; count the "|" before it.',
      },
      'participation-value': {
        finding: 'Field {field} is "{actual}".',
        expected: '{field}: {wanted}.',
        remedy: "Write the volet's value in {field}: {wanted}.",
      },
    },
  },
  'cda/transport-document': {
    title: 'HL7 v2 message: agreement with the CDA it carries',
    what: 'The CDA that OBX-5 decodes to exists and can be read; the document type (OBR-4, OBX-3, TXA-2), its id (TXA-12), that of the replaced document (TXA-13) and the patient ids (PID-3) are those of the CDA.',
    why: 'The platform routes by the message, the DMP judges the CDA: when they disagree, the document is rejected, filed under another type, or replaces the wrong one.',
    rules: {
      'document-missing': {
        finding: 'OBX-5 holds no CDA that can be read.',
        expected: 'OBX-2 = ED, and the whole CDA, in Base64, as component 5 of OBX-5.',
        remedy: 'Encode the bytes of the ClinicalDocument in Base64, without added header or text.',
      },
      'document-code': {
        finding: '{field} is "{actual}", but {source} says "{code}".',
        expected: 'The same document type code everywhere.',
        remedy: 'Copy "{code}" to {field}.',
      },
      'code-system': {
        finding: 'The code system of {code} is "{actual}" in {field}.',
        expected: '{field} = {system}.',
        remedy: 'Write LN for a LOINC code, TRE_A05 for a code of the French terminology.',
      },
      'document-id': {
        finding: 'TXA-12 is "{actual}", which is not the id of the CDA.',
        expected: 'TXA-12 = {document}',
        remedy: 'Copy ClinicalDocument/id: the root alone when it has no extension, else extension^^root^ISO.',
      },
      'parent-id': {
        finding: 'TXA-13 is "{actual}", which is not the document that the CDA says it replaces.',
        expected: 'TXA-13 = {document}',
        remedy: 'Copy relatedDocument/parentDocument/id of the CDA to TXA-13.',
      },
      'replaced-document': {
        finding:
          'The message asks for a replacement (OBX-11 = C), but the CDA does not say which document it replaces.',
        expected: 'relatedDocument of typeCode RPLC, with the id of the version before.',
        remedy: 'Add relatedDocument to the CDA, or send a first version (NW, F, T02).',
      },
      'same-id': {
        finding: 'Two documents of the message have the same id: {actual}.',
        expected: 'Each document has its id, even when the N1 and the N3 say the same.',
        remedy: 'Give the N1 and the N3 a ClinicalDocument/id each.',
      },
      'patient-id-unknown': {
        finding: 'PID-3 has the id "{actual}" (issuer {oid}), which the CDA has not.',
        expected: 'The same ids in PID-3 and in recordTarget/patientRole/id.',
        remedy: 'Make PID-3 and recordTarget from the same ids.',
      },
      'patient-id-missing': {
        finding: 'The CDA has a patient id issued by {oid}, which PID-3 has not.',
        expected: 'The same ids in PID-3 and in recordTarget/patientRole/id.',
        remedy: 'Add this id to PID-3, with its issuer and its type.',
      },
    },
  },
  'cda/transport-metadata': {
    title: 'HL7 v2 message: DMP and MSSanté metadata',
    what: 'The OBX segments of table MetaDMPMSS: present, in order, set to Y or N; the mails asked for agree with who may see the document and with the recipients.',
    why: 'These flags say who may see the document and where it goes: a missing or wrong one shows it to whom it was to be hidden from.',
    rules: {
      missing: {
        finding: 'Metadata {code} is missing.',
        expected: 'An OBX {code}, set to Y or N, even when it is not active.',
        remedy: 'Add OBX {code}^…^MetaDMPMSS with N^^expandedYes-NoIndicator, or Y.',
      },
      'acknowledgement-choice': {
        finding: 'Metadata {code} is missing: the message does not say whether an acknowledgement is wished.',
        expected: 'An OBX {code}, set to Y or N.',
        remedy: 'Add OBX {code}^…^MetaDMPMSS.',
      },
      order: {
        finding: '{actual} is not in its place.',
        expected: 'The order of the volet: {order}.',
        remedy: 'Write the metadata in the order of the volet.',
      },
      repeated: {
        finding: '{actual} is given more than once.',
        expected: 'Each metadata once, for the whole message.',
        remedy: 'Keep one OBX {actual}.',
      },
      'unknown-code': {
        finding: 'Table MetaDMPMSS has no code "{actual}" (copy of this check: volet 2.1.3, April 2026).',
        expected: 'A code of table MetaDMPMSS.',
        remedy: 'Mend the code; if the volet is newer, ignore this warning.',
      },
      'former-code': {
        finding: 'Code "{actual}" is a former name of {code}.',
        expected: '{code}',
        remedy: 'Write {code}.',
      },
      value: {
        finding: '{code} is "{actual}".',
        expected: 'Y or N in OBX-5.1 (HL7 table 0136).',
        remedy: 'Write Y when the flag is active, else N; not O, 1 or nothing.',
      },
      form: {
        finding: '{field} of {code} is "{actual}".',
        expected: '{field} = {wanted}.',
        remedy: 'Write {wanted} in {field}.',
      },
      matrix: {
        finding: 'The volet foresees no MSSanté sending for these flags: {actual}.',
        expected:
          'Nothing hidden: professionals and patient. Hidden from the patient: professionals only. Patient only: no secret connection, no DMP, and visible to the patient.',
        remedy: 'See whether hiding and recipients say what the user wanted; the platform may answer with an error.',
      },
      'recipient-missing': {
        finding: '{code} is Y, but no PRT gives such a recipient.',
        expected:
          'An RCT PRT with the MSSanté address: of a professional or an organisation (DESTMSSANTEPS), of the patient (DESTMSSANTEPAT).',
        remedy: 'Add the PRT after the OBX of the document, or write N.',
      },
      'both-masks': {
        finding:
          'The document is both hidden from professionals (MASQUE_PS) and from the patient (INVISIBLE_PATIENT), and goes to the DMP.',
        expected: 'One or the other: the DMP does not take both together (EX_2.1-1050).',
        remedy: 'Write N in MASQUE_PS or in INVISIBLE_PATIENT, and do not offer both to the user.',
      },
      'no-reply': {
        finding: 'The NTE of DESTMSSANTEPAT has "{actual}" in NTE-4.',
        expected: 'FIN in NTE-4 when the patient must not be able to answer; else no NTE.',
        remedy: 'Write NTE|1|||FIN: three "|" before FIN.',
      },
      'restricted-shared': {
        finding: 'The confidentiality of the CDA is {actual}, and DESTDMP asks to share it.',
        expected: 'A restricted (R) or very restricted (V) document should not be shared.',
        remedy: 'Check the confidentiality of the CDA; if it is meant, write N in DESTDMP.',
      },
    },
  },
  ...hl7Exchanges,
};
