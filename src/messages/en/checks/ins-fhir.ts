import type { CheckTexts } from '../../check-texts.js';
import { insRules } from './ins-rules.js';

const { sex: _sex, ...patientRules } = insRules;
const { 'ins-c': _insC, 'several-ins': _several, 'first-given': _first, ...codeRules } = patientRules;

export const insFhir = {
  'ins/resource-identity': {
    title: "FHIR resource: the patient's identity",
    what: 'A Patient that carries an INS, or claims the FRCorePatientINS profile, has identifiers whose type, use and system agree, every trait of the identity, and a status that allows the INS to be sent. A reference to a patient by the INS has a correct matricule.',
    why: 'The recipient matches the patient by this resource: a missing trait or a wrongly coded status gets the identity refused, or wrongly accepted as qualified.',
    rules: {
      ...patientRules,
      'identifier-slice': {
        finding: 'The identifier that its type or its system links to OID {oid} has "{actual}" in the element {part}.',
        expected: 'For an identifier of this authority, {part} is: {expected}.',
        remedy:
          'Write the type, the use and the system of one identifier together: INS-NIR and .8, INS-NIA and .9, INS-NIR-TEST and .10, INS-NIR-DEMO and .11.',
      },
      'identifier-incomplete': {
        finding: 'The identifier under OID {oid} has no element {part}.',
        expected: 'The type (fr-core-cs-v2-0203), use, system and value.',
        remedy: 'Write {part}: the profile sorts identifiers by their type and their use.',
      },
      'element-missing': {
        finding: 'The Patient lacks {element}.',
        expected: 'Every element that the FRCorePatientINS profile makes mandatory.',
        remedy: "Write {element} from INSi's answer, or do not claim the FRCorePatientINS profile (meta.profile).",
      },
      'trait-missing': {
        finding: 'The Patient carries an INS without {element}.',
        expected: 'With the INS: birth name, given names, date and place of birth, and sex.',
        remedy:
          'Send the traits with the matricule: the recipient cannot rely on it alone. The FRCorePatientINS profile tells where they go.',
      },
      'official-name': {
        finding: 'The element {element} is repeated.',
        expected: 'One name only of use "official", with one given: the first birth given name.',
        remedy:
          'Write the first given name in given, the list of given names in the extension birth-list-given-name, and the used name in a name of use "usual".',
      },
      sex: {
        finding: 'The gender is "{actual}".',
        expected: 'male or female; the profile tolerates unknown.',
        remedy: "Write the sex of INSi's answer: F becomes female, M becomes male.",
      },
      'sex-unknown': {
        finding: 'The gender is unknown though the Patient carries an INS.',
        expected: 'male or female: INSi gives nothing else.',
        remedy: "Take the sex from INSi's answer; without it the identity is not qualified and leaves without an INS.",
      },
      'status-system': {
        finding: 'The status {code} is coded in "{system}", which is not an FR Core table of statuses.',
        expected:
          'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445 (FR Core up to 2.1) or …/fr-core-cs-identity-status (from 2.2 on).',
        remedy: 'Write the exact address of the table: VALI does not mean the same in the two.',
      },
      'status-missing': {
        finding: 'The Patient carries an INS without a status of identity.',
        expected: 'The extension identityReliability with an identityStatus.',
        remedy: 'Write the status: VALI in fr-core-cs-v2-0445, or QUAL in fr-core-cs-identity-status.',
      },
      'status-unqualified': {
        finding:
          'The Patient carries an INS though its status is {code} (table {table}), which does not say qualified.',
        expected:
          'With an INS, VALI in table v2-0445 (FR Core up to 2.1) or QUAL in table identity-status (from 2.2 on, where VALI means validated without INSi).',
        remedy:
          'If the identity is qualified, write the code that says so in the table used; if not, remove the matricule and its OID.',
      },
      'validated-without-ins': {
        finding: 'The status is VALI (table v2-0445) and no identifier carries an INS.',
        expected: 'An INS-NIR, INS-NIA, INS-NIR-TEST or INS-NIR-DEMO identifier (fr-core-1).',
        remedy: 'In this table VALI means qualified by INSi: add the INS, or write PROV until INSi has answered.',
      },
      'qualified-without-ins': {
        finding: 'The status is {code} and no identifier carries an INS.',
        expected: 'A qualified identity with its matricule and its OID.',
        remedy: 'Add the INS if the exchange asks for it; if not, verify the status that is sent.',
      },
      'several-official': {
        finding: '{count} identifiers have the use "official".',
        expected: 'One identifier only of use "official", the INS, when the status is VALI (fr-core-2).',
        remedy: 'Give local identifiers the use "usual" or "secondary".',
      },
      'attribute-status': {
        finding: 'The identity is said to be doubtful or fictitious ({codes}) with the status {code}.',
        expected: 'The status PROV as soon as the identity is doubtful (DOUT) or fictitious (FICT).',
        remedy: 'Set the identity back to provisional when the attribute is set, and remove the INS from what is sent.',
      },
      'attribute-combination': {
        finding: 'These attributes of the identity do not go together: {codes}.',
        expected: 'Doubtful and homonym may go together; fictitious goes alone.',
        remedy: "Keep only the attribute that fits: a fictitious identity is nobody's.",
      },
    },
  },
  'ins/unqualified-resource': {
    title: 'FHIR resource of a patient who is not qualified: no INS',
    what: 'A FHIR resource, or a Bundle, about a patient whose identity is not qualified names the patient by a local identifier and the traits, never by the INS: neither in Patient, nor in a reference, nor in a search.',
    why: 'The server files the resource in the record that the INS names: with no paper checked, that may be the record of someone else.',
    rules: {
      'ins-id': {
        finding: 'The patient, who is not qualified, is identified under the OID of the INS {oid}.',
        expected: 'No identifier under the OIDs 1.2.250.1.213.1.4.8, .9, .10 or .11.',
        remedy:
          'Before making the resource, read the status of the identity: unless it is qualified, write only the local identifier and the traits.',
      },
      search: {
        finding: 'The patient, who is not qualified, is named by a search under the OID of the INS {oid}.',
        expected: 'A reference to the Patient resource, or a search by a local identifier.',
        remedy: 'Search for a patient by the INS only when the identity is qualified.',
      },
      mailbox: {
        finding: 'The address "{actual}" contains the matricule of a patient who is not qualified.',
        expected: "No telecom with the patient's address in patient.mssante.fr.",
        remedy: "Do not derive the patient's mailbox as long as the identity is not qualified.",
      },
    },
  },
  'ins/datamatrix-identity': {
    title: 'INS datamatrix: form and identity',
    what: 'The datamatrix printed for a qualified patient follows the format of the ANS: a header of 26 characters, fields S1 to S6 and an optional S7, separators, a date DD-MM-YYYY; and the identity in it is right.',
    why: 'The software that reads it takes the identity without anyone typing it: a badly formed code cannot be read, a wrong one gives the identity of someone else.',
    rules: {
      ...codeRules,
      'name-shape': {
        finding: '"{actual}" ({trait}) has not the form that the national base takes: {fault}.',
        expected: 'No doubled blank or apostrophe, no double hyphen in a given name, nothing more at both ends.',
        remedy: 'Print the name as INSi gives it: a reader compares what it reads.',
      },
      'other-code': {
        finding: 'The code is a 2D-Doc (type {type}), not a INS datamatrix.',
        expected: 'The INS datamatrix, which starts with IS01 and is not signed.',
        remedy:
          'Print the INS datamatrix on the documents of a qualified patient; if the 2D-Doc is there for something else, show the other code too.',
      },
      header: {
        finding: 'The header of the datamatrix is "{actual}", which is not that of the format.',
        expected: 'IS, the version 01, then 22 zeros.',
        remedy: 'Write the header IS010000000000000000000000, then S1 at once.',
      },
      'field-missing': {
        finding: 'The field {id} of the datamatrix is missing.',
        expected:
          'S1 matricule, S2 OID, S3 given names, S4 birth name, S5 sex, S6 birth date; S7 place of birth is optional.',
        remedy: 'Write {id}; without one of these traits the identity is not qualified and gives no datamatrix.',
      },
      'field-twice': {
        finding: 'The field {id} is written twice.',
        expected: 'Each field once.',
        remedy: 'Write {id} once: readers do not all take the same value.',
      },
      'field-unknown': {
        finding: 'The field {id} does not belong to the format of the INS datamatrix.',
        expected: 'The fields S1 to S7.',
        remedy: 'Remove {id}: a reader cannot tell where it ends.',
      },
      'field-order': {
        finding: 'The fields of the datamatrix are in the order {order}, not in that of their number.',
        expected: 'The order S1 to S7, which writers follow; a reader accepts any order.',
        remedy: 'Write the fields in the order of their number.',
      },
      separator: {
        finding: 'A separator (GS, code 29) follows the field {id}, where it has no use.',
        expected:
          'A separator behind S2, S3 or S4 only, when the value is shorter than it may be and is not the last one.',
        remedy: 'Remove this separator: a strict reader takes it for an empty field.',
      },
      oid: {
        finding: 'S2 holds the OID "{actual}", which is not that of an INS.',
        expected: '1.2.250.1.213.1.4.8 (NIR), .9 (NIA), .10 (test) or .11 (demonstration).',
        remedy: 'Write in S2 the OID that INSi gives with the matricule.',
      },
      sex: {
        finding: 'The sex (S5) is "{actual}".',
        expected: 'F or M, a capital.',
        remedy: "Write the sex of INSi's answer; an identity of undetermined sex is not qualified.",
      },
      'birth-date-form': {
        finding: 'S6 holds "{actual}", which does not have the form of a date in a datamatrix.',
        expected: 'DD-MM-YYYY, e.g. 05-03-1972.',
        remedy: 'Write the date in this order, with two hyphens.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
