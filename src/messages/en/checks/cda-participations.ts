import type { cdaParticipations as french } from '../../fr/checks/cda-participations.js';
import type { SameKeys } from '../../same-keys.js';

/** The same fault in several participations. */
export const cardinality = {
  finding: 'In {parent}, the element {element} stands {count} times.',
  expected: '{element} with cardinality {times} in {parent}.',
  remedy: 'Add {element} when it is missing; when it is repeated, keep only the right one.',
};

/** Those who take part in a document, each in its role. */
export const cdaParticipations: SameKeys<typeof french> = {
  'cda/author': {
    title: 'Author of the document',
    what: 'Each author is described as what it is: a professional, the patient or a system, with the identifier, the profession or role and the organisation that go with it.',
    why: 'The metadata of the DMP (author, specialty, organisation) are taken from this element: what is missing here is missing from the deposit, and the DMP refuses it.',
    rules: {
      cardinality,
      'person-or-device': {
        finding: 'An author has {count} assignedPerson or assignedAuthoringDevice elements.',
        expected: 'Either a person (assignedPerson) or a system (assignedAuthoringDevice).',
        remedy: 'Write one author element for each author.',
      },
      'professional-id': {
        finding: 'The author is a person without a national identifier of professionals and without an INS.',
        expected:
          'assignedAuthor/id with root="1.2.250.1.71.4.2.1" (PS_IdNat) for a professional, or the OID of the INS for the patient.',
        remedy:
          'Write the RPPS number after an 8 (or ADELI after a 0) as extension; an internal identifier is not enough.',
      },
      'professional-without': {
        finding: 'The author is a professional and {element} is missing.',
        expected: 'For a professional: code (profession or specialty) and representedOrganization with id and name.',
        remedy: 'Take these data from the national directory or from the settings of the software.',
      },
      'professional-contact': {
        finding: 'The author is a professional and {element} is missing.',
        expected: 'addr and telecom for any natural person, with a nullFlavor if need be.',
        remedy: 'Write <{element} nullFlavor="UNK"/> when it is unknown, or "MSK" when it is masked.',
      },
      'patient-with': {
        finding: 'The author is identified by an INS, so is the patient, and has {element}.',
        expected: 'For the patient: neither code nor representedOrganization.',
        remedy: 'Remove {element}, or identify the professional by the PS_IdNat.',
      },
      'system-id': {
        finding: 'The identifier of a system as author has no "/".',
        expected:
          'Identifier of the organisation with its prefix, "/", then identifier of the system in the organisation.',
        remedy: 'Write for example 1990000028/AUTOMATE-1 under root="1.2.250.1.71.4.2.1".',
      },
      'system-without': {
        finding: 'The author is a system and {element} is missing.',
        expected: 'For a system: code (role) and representedOrganization with id and name.',
        remedy: 'Write the code of the kind of system (for example AUTOMATE) and the organisation or the vendor.',
      },
      function: {
        finding: 'An author that is not a professional has a functionCode.',
        expected: 'functionCode for a professional only.',
        remedy: 'Remove functionCode from this author.',
      },
    },
  },
  'cda/custodian': {
    title: 'Organisation that keeps the document',
    what: 'Exactly one organisation keeps the document: an establishment or a practice, by its national identifier, or the DMP.',
    why: 'The receiver turns to it to find the original; the DMP checks its identifier.',
    rules: {
      cardinality,
      root: {
        finding: 'The identifier of the custodian stands under the OID "{actual}".',
        expected: 'root="1.2.250.1.71.4.2.2" for an organisation, "1.2.250.1.213.4.1" for the DMP.',
        remedy: 'Write the national identifier of the organisation (FINESS after a 1, SIRET after a 3…).',
      },
      extension: {
        finding: 'The identifier of the custodian has no extension.',
        expected: 'extension with the national identifier of the organisation (Struct_IdNat).',
        remedy: 'Write the national identifier of the organisation, with its prefix.',
      },
      'dmp-extension': {
        finding: 'The identifier of the DMP as custodian has an extension.',
        expected: '<id root="1.2.250.1.213.4.1"/>, without extension.',
        remedy: 'Remove the extension; when an organisation keeps the document, identify it under 1.2.250.1.71.4.2.2.',
      },
      'dmp-name': {
        finding: 'The custodian is the DMP, under another name.',
        expected: '<name>DMP</name>.',
        remedy: 'Write DMP; when an organisation keeps the document, identify it under 1.2.250.1.71.4.2.2.',
      },
    },
  },
  'cda/legal-authenticator': {
    title: 'Who answers for the document',
    what: 'Exactly one legal authenticator took responsibility for the document, at a time, and is described as what it is: a professional, the patient or a service.',
    why: 'Without an identified authenticator the document is worth nothing to its reader, and the DMP refuses it.',
    rules: {
      cardinality,
      'signature-code': {
        finding: 'The signatureCode of the legal authenticator is "{actual}".',
        expected: '<signatureCode code="S"/>.',
        remedy: 'Write S, even without an electronic signature: it says that responsibility was taken.',
      },
      nobody: {
        finding: 'The legal authenticator is neither a person nor an organisation.',
        expected: 'assignedPerson for a professional or the patient, representedOrganization for a service.',
        remedy: 'Write the name of the professional who answers for the document, and the organisation.',
      },
      'professional-id': {
        finding:
          'The legal authenticator is a person without a national identifier of professionals and without an INS.',
        expected:
          'assignedEntity/id with root="1.2.250.1.71.4.2.1" (PS_IdNat) for a professional, or the OID of the INS for the patient.',
        remedy:
          'Write the RPPS number after an 8 (or ADELI after a 0) as extension, under the whole OID 1.2.250.1.71.4.2.1.',
      },
      'professional-without': {
        finding: 'The legal authenticator is a professional and {element} is missing.',
        expected: 'For a professional: code (profession or specialty) and representedOrganization.',
        remedy: 'Take these data from the national directory or from the settings of the software.',
      },
      'patient-with': {
        finding: 'The legal authenticator is identified by an INS, so is the patient, and has {element}.',
        expected: 'For the patient: no representedOrganization.',
        remedy: 'Remove {element}, or identify the professional by the PS_IdNat.',
      },
    },
  },
  'cda/participants': {
    title: 'Other participants in the document',
    what: 'The data enterer, the informants, the intended recipients, the authenticators and the other participants are each described once, in their role.',
    why: 'Software reads here the prescriber, the usual doctor, the people to call and the recipients: a role that is badly coded makes them disappear.',
    rules: {
      cardinality,
      informant: {
        finding: 'An informant holds {count} assignedEntity or relatedEntity elements.',
        expected:
          "In each informant, either assignedEntity (professional, patient) or relatedEntity (the patient's circle).",
        remedy: 'Write one informant element for each person.',
      },
      'informant-class': {
        finding: 'The classCode of a person of the patient\'s circle is "{actual}".',
        expected:
          'CON (informant), NOK (trusted person), ECON (to call in an emergency), CAREGIVER (carer) or PAT (cared for).',
        remedy: 'Choose the code of the role of this person; write one informant for each role.',
      },
      'recipient-id': {
        finding: 'The identifier of an intended recipient stands under the OID "{actual}".',
        expected:
          'root="1.2.250.1.71.4.2.1" (PS_IdNat) or "1.2.250.1.215.300.5" (number given by the health insurance).',
        remedy: 'Write the national identifier of the professional, or remove the id element.',
      },
      'authenticator-signature': {
        finding: 'The signatureCode of an authenticator is "{actual}".',
        expected: '<signatureCode code="S"/>.',
        remedy: 'Write S: it says that the professional validated the content.',
      },
      'authenticator-id': {
        finding: 'An authenticator has no national identifier of professionals.',
        expected: 'authenticator/assignedEntity/id with root="1.2.250.1.71.4.2.1" (PS_IdNat).',
        remedy: 'Write the PS_IdNat; only professionals authenticate, remove the element for anybody else.',
      },
      'participant-code': {
        finding: 'The attribute {attribute} of a participant is "{actual}", which is not in {set} (copy of {version}).',
        expected: 'A code of this value set.',
        remedy:
          'Choose the code of the role (for example REF for the prescriber), or ignore this if the code entered it after {version}.',
      },
      'participant-id': {
        finding: 'A professional who takes part has no national identifier.',
        expected: 'associatedEntity/id with root="1.2.250.1.71.4.2.1" (PS_IdNat) when classCode is PROV.',
        remedy: 'Add the PS_IdNat; for somebody who is not a health professional, write classCode="AGNT".',
      },
    },
  },
};
