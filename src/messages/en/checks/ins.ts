import type { ins as french } from '../../fr/checks/ins.js';
import type { SameKeys } from '../../same-keys.js';

export const ins: SameKeys<typeof french> = {
  'ins/unqualified-document': {
    title: 'Document of a non-qualified patient: no INS',
    what: 'The document of a patient whose identity is not qualified identifies them by traits and a local identifier, never by the INS matricule or its OID.',
    why: "An INS that travels before the identity was checked on an official paper can put the document in another person's record.",
    rules: {
      'ins-id': {
        finding: 'The patient, not qualified, is identified under the INS OID {oid}.',
        expected: 'No patientRole/id under the OIDs 1.2.250.1.213.1.4.8, .9, .10 or .11.',
        remedy:
          'Before producing the document, read the status of the identity: unless it is "qualifiée", write only the local identifier and the traits.',
      },
      matricule: {
        finding:
          'The patient, not qualified, is identified by the INS matricule "{actual}", under the authority {oid}.',
        expected: 'A local identifier that is not the matricule.',
        remedy: "Do not write the matricule, even under the organisation's OID, until the identity is qualified.",
      },
      mailbox: {
        finding: 'The address "{actual}" holds the matricule of a non-qualified patient.',
        expected: "No telecom with the patient's address in patient.mssante.fr.",
        remedy: "Do not derive the address of the patient's mailbox until the identity is qualified.",
      },
    },
  },
  'ins/unqualified-archive': {
    title: 'Archive of a non-qualified patient: no INS in the metadata',
    what: "The XDS metadata of an archive hold the INS nowhere when the patient's identity is not qualified: not in patientId, sourcePatientId or sourcePatientInfo.",
    why: 'The recipient ties the archive to a patient by these metadata, before opening the document: an INS left there does what it does in the document.',
    rules: {
      'ins-oid': {
        finding: '{attribute} holds the INS OID {oid} although the identity is not qualified.',
        expected: "A local identifier under the organisation's OID, of type PI.",
        remedy:
          'Build patientId and sourcePatientId from the local identifier, and put only traits in sourcePatientInfo.',
      },
      matricule: {
        finding:
          'The patient, not qualified, is identified by the INS matricule "{actual}", under the authority {oid}.',
        expected: 'A local identifier that is not the matricule.',
        remedy: "Do not write the matricule, even under the organisation's OID, until the identity is qualified.",
      },
      mailbox: {
        finding: '{attribute} holds the address "{actual}", made of the matricule of a non-qualified patient.',
        expected: 'No address of the patient in patient.mssante.fr.',
        remedy: "Do not derive the address of the patient's mailbox until the identity is qualified.",
      },
    },
  },
  'ins/unqualified-mail': {
    title: 'Mail about a non-qualified patient: no INS',
    what: 'A mail about a patient whose identity is not qualified does not go to their mailbox and announces no INS in X-MSS-INS.',
    why: "The patient's address is made of their matricule, and X-MSS-INS: O tells the receiving software that it may integrate without checking.",
    rules: {
      recipient: {
        finding: '{field} holds the address "{actual}", made of the matricule of a non-qualified patient.',
        expected: 'No recipient in patient.mssante.fr, except the test mailbox reponse.automatique-test.',
        remedy: 'Offer to send to the patient only when the identity is qualified.',
      },
      'x-mss-ins': {
        finding: 'X-MSS-INS is {actual} although the identity is not qualified.',
        expected: 'X-MSS-INS: N when an IHE_XDM archive is attached, no X-MSS-INS otherwise.',
        remedy: 'Compute this header from the status of the identity at the time of sending.',
      },
    },
  },
};
