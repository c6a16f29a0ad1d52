import type { hl7Exchanges as french } from '../../fr/checks/hl7-exchanges.js';
import type { SameKeys } from '../../same-keys.js';

const requiredField = {
  finding: 'Field {field} is empty.',
  expected: '{field} filled in: the volet requires it.',
  remedy: 'Fill in {field}.',
};

const value = {
  finding: 'Field {field} is "{actual}".',
  expected: '{field}: {wanted}.',
  remedy: 'Write in {field} one of the values that the volet sets: {wanted}.',
};

export const hl7Exchanges: SameKeys<typeof french> = {
  'cda/transport-acknowledgement': {
    title: 'HL7 v2 acknowledgement of messages that carry a CDA',
    what: 'Each ORU or MDM message that carries a CDA has its acknowledgement: MSA-1, MSA-2, and ERR when the message is not accepted.',
    why: 'Without a right acknowledgement the sender sends again a document that was taken, or believes that a rejected one was.',
    rules: {
      'required-field': requiredField,
      value,
      code: {
        finding: 'MSA-1 is "{actual}".',
        expected: 'AA (accepted), AE (error) or AR (rejected).',
        remedy: 'Write AA, AE or AR in MSA-1.',
      },
      'control-id': {
        finding: 'MSA-2 is "{actual}": it is not the id of the message received, {id} ({other}).',
        expected: 'MSA-2 = {id}, MSH-10 of the acknowledged message.',
        remedy: 'Copy MSH-10 of the message received to MSA-2, unchanged.',
      },
      event: {
        finding: 'The acknowledgement is of event {actual}, but the message ({other}) was {event}.',
        expected: 'MSH-9 = ACK^{event}^ACK.',
        remedy: 'Take the event of the acknowledged message for MSH-9.2.',
      },
      parties: {
        finding:
          'Sender and receiver ({actual}) are not those of the acknowledged message the other way round ({other}).',
        expected: 'MSH-3 to MSH-6: {wanted}.',
        remedy: 'Swap MSH-3 and MSH-5, MSH-4 and MSH-6 of the message received.',
      },
      'error-missing': {
        finding: 'The message is refused ({actual}) without an ERR segment.',
        expected: 'An ERR segment that says why: ERR-3 and ERR-4, and ERR-5 for an application error.',
        remedy: 'Add ERR with a code of table messageErrorCondition in ERR-3.',
      },
      'unknown-error': {
        finding: 'ERR-3 is "{actual}", which is no code of table messageErrorCondition (HL7 0357).',
        expected: 'A code of HL7 table 0357: 100 to 104, 198, 199, 200 to 207.',
        remedy: 'Write 207 for an application error, and its code in ERR-5.',
      },
      'application-code': {
        finding: 'ERR-3 is 207 (application error), but ERR-5 does not say which.',
        expected: 'A code from 900 to 906 in ERR-5, such as 902^Identifiant patient inconnu^applicationErrorCode.',
        remedy: 'Fill in ERR-5.',
      },
    },
  },
  'cda/business-acknowledgement': {
    title: 'Business acknowledgements (ZAM) of the platform',
    what: 'Each business acknowledgement (ZAM^Z01 received by the DMP, Z02 by MSSanté, Z03 read) says its result, of which message it reports, and the error if there is one.',
    why: 'It is how users learn that their document did not reach the DMP or their colleague.',
    rules: {
      'required-field': requiredField,
      value,
      profile: {
        finding: 'MSH-21 is "{actual}".',
        expected: '2.1^CISIS_CDA_HL7_V2',
        remedy: 'Write 2.1^CISIS_CDA_HL7_V2 in MSH-21.',
      },
      statement: {
        finding: 'The first OBX of this {event} acknowledgement is "{actual}".',
        expected: 'OBX-3.1 = {wanted}.',
        remedy: 'Put OBX {wanted}^…^AckMetierZAM first, set to Y or N.',
      },
      addressee: {
        finding: 'This {event} acknowledgement does not say whom it comes from: OBX {wanted} is missing.',
        expected: 'A second OBX, {wanted}, of type XTN, with the MSSanté address: ^^X.400^address.',
        remedy: 'Add OBX {wanted}.',
      },
      'error-missing': {
        finding: 'The acknowledgement says N (error) without an ERR segment.',
        expected:
          'An ERR: 207 in ERR-3, the severity in ERR-4, the code of the DMP, of SMTP or of the recipient in ERR-5.',
        remedy: 'Add ERR with the error received from the DMP or from the mail server.',
      },
      'application-code': {
        finding: 'ERR-5 is "{actual}".',
        expected: 'For {event}: code^text^{tables}.',
        remedy: 'Write in ERR-5 the code received, its text and the name of its table.',
      },
      reference: {
        finding: 'OBX-4 is "{actual}", the id of the document; the id of the message of {other} is {id}.',
        expected: 'OBX-4 = {id}, MSH-10 of the message that carried the document.',
        remedy: 'Write the id of the message in OBX-4, not that of the document.',
      },
    },
  },
  'cda/mail-forwarded': {
    title: 'Documents of an MSSanté mail passed on in HL7 v2',
    what: 'For each mail received with an IHE_XDM archive: one MDM message per CDA, byte for byte, with the sender, the recipient and the Message-ID of the mail.',
    why: 'The target software sees the message only: a document that is left out, changed or given another sender is no longer the one that was sent.',
    rules: {
      'not-forwarded': {
        finding: 'No message passes on this document of the mail {mail}.',
        expected: 'One MDM message per CDA of the archive.',
        remedy: 'Pass on each document of the archive, and add each message to the dossier.',
      },
      altered: {
        finding: 'The CDA of the message is not, byte for byte, that of the archive ({document}).',
        expected: 'The same bytes: same SHA-256 hash.',
        remedy:
          'Encode in Base64 the file taken from the archive without parsing or rewriting it (encoding, line ends, indentation).',
      },
      profile: {
        finding: 'The document of the mail {mail} is passed on in a message whose MSH-21 is "{actual}".',
        expected: '1.1^CISIS_CDA_HL7_LPS',
        remedy: 'Pass it on by the volet "Transmission au LPS d\'un document CDA reçu par courriel MSSanté".',
      },
      event: {
        finding: 'The message is of event {actual}; the metadata of the mail {mail} ask for {event}.',
        expected: 'T02 for a first sending, T10 for a replacement (C), T04 for a deletion (D).',
        remedy: 'Read urn:action:extraMetadataSlot in METADATA.XML to choose the event.',
      },
      sender: {
        finding: 'The sender of the message is "{actual}", which is not that of the mail {mail}.',
        expected: 'The address of From of the mail in PRT-15.4 (PRT-4 = SB).',
        remedy: 'Copy the address of From.',
      },
      recipient: {
        finding: 'The recipient of the message is "{actual}", whom the mail {mail} does not name.',
        expected: 'An address of To or Cc of the mail in PRT-15.4 (PRT-4 = RCT).',
        remedy:
          'Copy the address of the first recipient; if the mail was forwarded and it is unknown, leave this PRT out.',
      },
      'message-id': {
        finding: 'OBX-3.1 is "{actual}"; the Message-ID of the mail {mail} is {id}.',
        expected: 'OBX-3.1 = {id}',
        remedy: 'Copy the Message-ID of the mail to OBX-3.1.',
      },
    },
  },
  'cda/mail-receipt': {
    title: 'Document that came by mail: storage and reading receipt',
    what: 'Each MDM that delivers a document received by MSSanté is acknowledged, the document leaves the software unchanged, and the MDN mail returned to the sender says what became of it.',
    why: "The sender must know whether the document is in the patient's record; the recipient must have the one that was sent.",
    rules: {
      altered: {
        finding:
          'The exported document is not, byte for byte, the one that the message delivered ({other}, {other-path}).',
        expected: 'The same bytes: same SHA-256 hash.',
        remedy: 'Keep the bytes received as they are, and export those.',
      },
      'receipt-field': {
        finding: 'Field {field} of the reading receipt (MDN) is missing or wrongly written.',
        expected:
          'Final-Recipient, Original-Message-ID and Disposition: automatic-action/MDN-sent-automatically; processed.',
        remedy: 'Fill in {field} in the message/disposition-notification part.',
      },
      'receipt-contradicts': {
        finding: 'The reading receipt says "{actual}", but the software answered {code} ({other}).',
        expected: 'processed when the message is accepted (AA); processed/error otherwise.',
        remedy: 'Make the reading receipt from the acknowledgement received from the target software.',
      },
      'receipt-code': {
        finding: 'The reading receipt gives error {actual}; the acknowledgement of the software gives {code}.',
        expected: 'The code in ERR-5 of the acknowledgement.',
        remedy: 'Copy the code and the text of ERR-5 to the reading receipt.',
      },
      'receipt-subject': {
        finding: 'The subject of this receipt of an error, "{actual}", tells neither the error nor its code.',
        expected: '[KO Intégration système !][code] followed by the subject of the mail received.',
        remedy: 'Start the subject with [KO Intégration système !][902], with the code of the error.',
      },
    },
  },
};
