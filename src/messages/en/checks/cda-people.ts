import type { cdaPeople as french } from '../../fr/checks/cda-people.js';
import type { SameKeys } from '../../same-keys.js';

/** The same fault in several participations. */
const cardinality = {
  finding: 'In {parent}, the element {element} stands {count} times.',
  expected: '{element} with cardinality {times} in {parent}.',
  remedy: 'Add {element} when it is missing; when it is repeated, keep only the right one.',
};

export const cdaPeople: SameKeys<typeof french> = {
  'cda/patient-details': {
    title: "Patient's birth, death and representatives",
    what: 'What the header tells of the patient beside the identity stands once and is well formed: birth place, death, multiple birth, representatives.',
    why: "The receiving software files these data in the patient's record: repeated or badly formed, it loses them or rejects the document.",
    rules: {
      repeated: {
        finding: "The patient's {element} stands several times.",
        expected: 'A single {element} element.',
        remedy: 'Keep only the current value.',
      },
      birthplace: {
        finding: 'The birth place does not have exactly one place element, with a name or an address.',
        expected: 'birthplace with a single place that holds name or addr, or has a nullFlavor.',
        remedy:
          'Write the official geographic code in birthplace/place/addr/county; remove birthplace when the place is unknown and there is no INS.',
      },
      extension: {
        finding: 'The value of the extension {element} is "{actual}".',
        expected:
          'true or false for deceasedInd and multipleBirthInd, an HL7 date for deceasedTime, an integer from 1 for multipleBirthOrderNumber.',
        remedy: 'Write the value in the attribute value, in this form.',
      },
      guardian: {
        finding: 'A representative of the patient has {count} guardianPerson or guardianOrganization elements.',
        expected: 'In each guardian, either a person (guardianPerson) or an organisation (guardianOrganization).',
        remedy: 'Write one guardian element for each representative.',
      },
      'guardian-name': {
        finding: "The name of the patient's representative does not stand once, with one to three family elements.",
        expected: 'guardianPerson/name with one family at least.',
        remedy: "Write the person's surname in family and the first name in given.",
      },
      'guardian-qualifier': {
        finding: 'The representative\'s name has the qualifier "{actual}".',
        expected: 'BR (family name), SP (name in use) or CL (pseudonym).',
        remedy: "Translate the software's kind of name to one of these three codes.",
      },
      'guardian-organization': {
        finding: 'The identifier of the organisation that represents the patient is not a national one.',
        expected: 'root="1.2.250.1.71.4.2.2" and a filled extension (Struct_IdNat).',
        remedy: 'Write the national identifier of the organisation, or remove the id element when it is unknown.',
      },
    },
  },
  'cda/contact-details': {
    title: 'Addresses and telecoms of the header',
    what: 'Each addr and each telecom of the header is filled, or tells why it is not, in a form that software can read.',
    why: 'Receivers write to the patient and to professionals there; the official validator refuses a prefix or a use that is not listed.',
    rules: {
      'addr-use': {
        finding: 'The use "{actual}" of an address is not allowed.',
        expected: 'One or more of the codes H, HP, HV, WP and TMP, separated by spaces.',
        remedy: 'Write for example use="H" for home or use="WP" for the work place; use is optional.',
      },
      'addr-empty': {
        finding: 'An address is empty and does not tell why.',
        expected: 'A filled address, or a nullFlavor.',
        remedy: 'Fill the address, write <addr nullFlavor="UNK"/> when it is unknown, or remove the element.',
      },
      'addr-form': {
        finding: 'An address is neither in parts nor in lines.',
        expected:
          'Either elements (houseNumber, streetName, postalCode, city…) or up to seven streetAddressLine; never both, and no text outside of these elements.',
        remedy: 'Choose one of the two forms and put the whole address into it.',
      },
      'addr-part': {
        finding: 'The element {element} stands several times in an address.',
        expected: 'Each part of an address once at most.',
        remedy: 'Put the data in a single {element}, or write the address in streetAddressLine lines.',
      },
      'telecom-use': {
        finding: 'The use "{actual}" of a telecom is not allowed.',
        expected: 'One or more of the codes H, HP, HV, WP, DIR, PUB, EC, MC and PG, separated by spaces.',
        remedy: 'Write for example use="MC" for a mobile phone or use="WP" for work; use is optional.',
      },
      'telecom-empty': {
        finding: 'A telecom is empty and does not tell why.',
        expected: 'A filled value attribute, or a nullFlavor.',
        remedy: 'Fill value, write <telecom nullFlavor="UNK"/> when it is unknown, or remove the element.',
      },
      'telecom-scheme': {
        finding: 'A telecom has no allowed prefix ("{actual}"), or nothing after it.',
        expected: 'value="prefix:coordinates", with tel, fax, mailto, http, ftp or mllp.',
        remedy: 'Write for example tel:+33123456789 or mailto:name@domain.fr.',
      },
      'telecom-space': {
        finding: 'A {scheme} telecom contains a space.',
        expected: 'No space in value, whatever the prefix.',
        remedy: 'Remove the spaces from the number or from the address.',
      },
      'telecom-form': {
        finding: 'A {scheme} telecom does not have the form of its prefix.',
        expected: 'After tel and fax, a number; after mailto, an address name@domain.',
        remedy: 'Correct the telecom, or its prefix.',
      },
    },
  },
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
        expected: 'root="1.2.250.1.71.4.2.1" (PS_IdNat) or "1.2.250.1.215.300.5" (AM number).',
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
          'Choose the code of the role (for example REF for the prescriber), or check that this code is newer than our copy.',
      },
      'participant-id': {
        finding: 'A professional who takes part has no national identifier.',
        expected: 'associatedEntity/id with root="1.2.250.1.71.4.2.1" (PS_IdNat) when classCode is PROV.',
        remedy: 'Add the PS_IdNat; for somebody who is no health professional, write classCode="AGNT".',
      },
    },
  },
  'cda/people-names': {
    title: 'Names of the people of the header',
    what: 'Everybody in the header but the patient has a name, with a family name and at most one first name, title of courtesy and title.',
    why: 'It is the name that the reader sees as author, authenticator or recipient, and that the metadata for sharing repeat.',
    rules: {
      cardinality,
      empty: {
        finding: 'The family name of a person is empty.',
        expected: 'A filled family, or a nullFlavor where it is allowed.',
        remedy: 'Write the name that the professional practises under, that of the national directory.',
      },
    },
  },
};
