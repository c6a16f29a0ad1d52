import type { cdaPeople as french } from '../../fr/checks/cda-people.js';
import type { SameKeys } from '../../same-keys.js';
import { cardinality, cdaParticipations } from './cda-participations.js';

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
      'guardian-code': {
        finding:
          'What the representative is to the patient, "{actual}", is not in {set} ({oid}, version of {version}) under that code system.',
        expected: 'A code of {set} with the codeSystem of that code, or no code.',
        remedy:
          'Choose the relation in {set} (MTH mother, FTH father…) with its codeSystem, or check that the code is newer than that version.',
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
  ...cdaParticipations,
  'cda/people-codes': {
    title: 'Codes of the people of the header',
    what: 'Profession, function, practice setting, kinship and titles of the people of the header are of the value sets of the CI-SIS.',
    why: 'The metadata for sharing repeat these codes; an unknown code makes the deposit fail, or is shown without a label.',
    rules: {
      'unknown-code': {
        finding: 'The code "{actual}" of {element} is not in {set} (copy of {version}).',
        expected: 'A code of this value set.',
        remedy: 'Translate the internal code to this value set, or ignore this if the code entered it after {version}.',
      },
      'code-system': {
        finding: 'The code "{code}" of {element} stands under the system "{actual}".',
        expected: 'The system that {set} gives for this code.',
        remedy: 'Take the code, its system and its label together from the value set.',
      },
      incomplete: {
        finding: 'The element {element} has no {attribute}.',
        expected: 'code, codeSystem and displayName (optional for functionCode); without a code, originalText.',
        remedy: 'Take the code, its system and its label together from the value set of the CI-SIS.',
      },
      'unknown-title': {
        finding: 'The {element} "{actual}" is not in {set} (copy of {version}).',
        expected: 'Title of courtesy (prefix): M or MME. Title (suffix): DR, PR, MC, MG, PC or PG.',
        remedy: 'Write the code and not the label: MME rather than Madame, DR rather than Docteur.',
      },
    },
  },
  'cda/people-identifiers': {
    title: 'Identifiers of the people and organisations of the header',
    what: 'The people and the organisations of the header have complete identifiers, in the form that their authority gives them.',
    why: 'The DMP and the national directory know well-formed national identifiers only: without its prefix, a professional is not recognised.',
    rules: {
      missing: {
        finding: 'A person or an organisation (assignedEntity) has no identifier.',
        expected: 'At least one id with root and extension.',
        remedy: "Add the professional's PS_IdNat, or the patient's INS.",
      },
      incomplete: {
        finding: 'An identifier has no {attribute}.',
        expected: 'root (the OID of the authority) and extension (the value).',
        remedy: 'Write both attributes, or a nullFlavor where it is allowed.',
      },
      'root-form': {
        finding: 'The root "{actual}" of an identifier is neither an OID nor a UUID.',
        expected: 'An OID in digits and dots, without leading zeros or prefix, or a UUID.',
        remedy: 'Write the OID alone, without "urn:oid:".',
      },
      'organization-root': {
        finding: 'The identifier of an organisation stands under the OID "{actual}".',
        expected:
          'root="1.2.250.1.71.4.2.2" (Struct_IdNat), or "1.3.2" (SIREN of the vendor of a referenced digital service).',
        remedy: 'Write the national identifier of the organisation, with its prefix.',
      },
      'professional-form': {
        finding: 'The identifier "{actual}" does not have the form of a PS_IdNat.',
        expected:
          '8 then the RPPS number (11 digits), 0 then ADELI (9 characters), or the prefixed identifier of an organisation, "/" and an internal identifier.',
        remedy: 'Add the prefix that tells the nature of the number, without spaces.',
      },
      'structure-form': {
        finding: 'The identifier "{actual}" does not have the form of a Struct_IdNat.',
        expected:
          '1 then FINESS (9 characters), 2 then SIREN (9 digits), 3 then SIRET (14 digits), 4 then RPPS and rank of the practice, or 0 then ADELI and rank.',
        remedy: 'Add the prefix that tells the nature of the number, without spaces.',
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
  'cda/null-flavors': {
    title: 'What the header does not tell',
    what: 'An element of the header tells why it is not filled (nullFlavor) only where that is allowed, for an allowed reason, and without a value beside.',
    why: 'These elements feed the mandatory metadata for sharing: a nullFlavor in their place blocks the deposit.',
    rules: {
      forbidden: {
        finding: 'The element {element} has nullFlavor="{actual}", which is forbidden there.',
        expected: 'A value: table 3 of the minimal structure forbids nullFlavor on this element.',
        remedy: 'Fill {element}, or remove this occurrence when another one is filled.',
      },
      reason: {
        finding: 'The element {element} has nullFlavor="{actual}", which is not an allowed reason in the header.',
        expected: 'UNK (unknown), NASK (not asked), ASKU (asked but unknown), NAV (not available) or MSK (masked).',
        remedy: 'Choose the reason that fits; remove the element when it is optional and does not apply.',
      },
      beside: {
        finding: 'The element {element} has nullFlavor="{actual}" and a value.',
        expected: 'One or the other.',
        remedy: 'Remove nullFlavor when the value is right, otherwise remove the value.',
      },
    },
  },
};
