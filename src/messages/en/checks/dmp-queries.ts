import type { dmpQueries as french } from '../../fr/checks/dmp-queries.js';
import type { SameKeys } from '../../same-keys.js';
import { outcome } from './outcome.js';

export const dmpQueries: SameKeys<typeof french> = {
  'dmp/existence-test': {
    title: 'Test of existence of the DMP (TD0.2)',
    what: 'The request (PRPA_IN201307UV02) asks the DMP, for the reason TEST_EXST, whether one patient and no other has a DMP; the answer is that of this question and tells the state of the authorisation.',
    why: 'Access depends on this answer: malformed, the question is refused; taken for that of another, the answer opens the wrong record.',
    rules: {
      refused: outcome.refused,
      receiver: {
        finding: 'The receiver has the identifier "{actual}".',
        expected: 'receiver/device/id with root 1.2.250.1.213.4.1.1.1, that of the DMP.',
        remedy: 'Write this OID in receiver/device/id/@root.',
      },
      identifiers: {
        finding: '{element} is missing or without a root.',
        expected:
          'An identifier of the message, of the sender (sender/device/id) and of the question (queryId), each with a root.',
        remedy: 'Write {element} with an OID of the vendor as its root.',
      },
      'creation-time': {
        finding: 'creationTime is "{actual}", which is not a date and time.',
        expected: 'YYYYMMDDhhmmss.',
        remedy: 'Write the date and time of the request, to the second.',
      },
      interaction: {
        finding: 'interactionId has the extension "{actual}".',
        expected: '{expected}, the name of the element of the body.',
        remedy: 'Write {expected} in interactionId/@extension.',
      },
      reason: {
        finding: 'The reason of the request (reasonCode) is "{actual}", or is not of the right code system.',
        expected: 'code TEST_EXST, codeSystem 1.2.250.1.213.1.1.4.11.',
        remedy: 'Write this reasonCode in controlActProcess.',
      },
      patient: {
        finding: 'The request is about {count} patient identifiers.',
        expected: 'One patientIdentifier with a single value: the matricule INS and its OID.',
        remedy: 'Make one request per patient, with the matricule INS only.',
      },
      semantics: {
        finding: 'semanticsText is "{actual}".',
        expected: 'Patient.id',
        remedy: 'Write Patient.id in patientIdentifier/semanticsText.',
      },
      'answer-target': {
        finding: 'The answer names the message "{actual}", or another question than that of the request.',
        expected: 'targetMessage/id and queryId repeated from the request: {expected}.',
        remedy: 'Check that the answer attached is that of this request.',
      },
      'answer-code': {
        finding: 'queryResponseCode is "{actual}".',
        expected: 'OK if the patient has a DMP, NF otherwise.',
        remedy: 'Check that the answer is that of the DMP, whole.',
      },
      'no-authorization': {
        finding: "The answer finds the DMP without telling the state of the user's authorisation.",
        expected: 'An attentionLine with the keyword AUTORISATION, and a value.',
        remedy: 'Check that the answer is exported whole.',
      },
    },
  },
  'dmp/authorization': {
    title: 'Authorisation of access to the DMP (TD0.3)',
    what: 'The request setAuthorization adds or removes an authorisation with the words of the service, and the answer of the DMP tells that it is done.',
    why: 'A word that the service does not know gets the request refused, and the user stays without access.',
    rules: {
      ...outcome,
      action: {
        finding: 'action is "{actual}".',
        expected: 'AJOUT or SUPPRESSION.',
        remedy: 'Write AJOUT to give the authorisation, SUPPRESSION to take it away.',
      },
      role: {
        finding: 'role is "{actual}".',
        expected: 'MEDECIN_TRAITANT, or no role element.',
        remedy: 'Write role only to declare an attending physician.',
      },
    },
  },
  'dmp/patient-list': {
    title: 'List of authorised DMPs (TD0.4)',
    what: 'The request patientList asks for the DMPs that the user may open, since a date of a known kind, and the answer names each patient by an identifier.',
    why: 'An unknown kind of date gets the request refused; a date written otherwise gives an empty list.',
    rules: {
      ...outcome,
      'start-date': {
        finding: 'startDate is "{actual}".',
        expected: 'YYYYMMDDhhmmss.',
        remedy: 'Write the date and time, without separators.',
      },
      'date-type': {
        finding: 'dateType is "{actual}".',
        expected: 'LASTAUTORIZATION or LASTDOC.',
        remedy: 'Write one of these two values, spelled as in the WSDL.',
      },
      'unnamed-patient': {
        finding: 'A patient of the list has no identifier.',
        expected: 'nationalId and nationalIdType for each patient.',
        remedy: 'Check that the answer is exported whole.',
      },
    },
  },
  'dmp/search': {
    title: 'Search of documents in the DMP (TD3.1)',
    what: 'The request (ITI-18) calls a stored query that is known, with its required parameters, written as the registry reads them: single quotes, parentheses, codes with their system, dates in UTC.',
    why: 'A parameter written otherwise makes the search fail; an unknown one is ignored, and the list holds more than was asked for.',
    rules: {
      ...outcome,
      'query-id': {
        finding: 'The query identifier "{actual}" is that of no stored query of IHE.',
        expected: 'For instance urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d (FindDocuments).',
        remedy: 'Write the identifier of the query in AdhocQuery/@id.',
      },
      'return-type': {
        finding: 'returnType is "{actual}".',
        expected: 'LeafClass for entries, ObjectRef for their identifiers only.',
        remedy: 'Write one of these two values in ResponseOption/@returnType.',
      },
      'required-parameter': {
        finding: 'The query {query} has no parameter {parameter}.',
        expected: 'The parameter {parameter}, with a value.',
        remedy: 'Add a Slot of that name.',
      },
      'unknown-parameter': {
        finding: 'FindDocuments has no parameter "{actual}": the registry ignores it.',
        expected: 'A parameter that IHE defines for FindDocuments.',
        remedy: 'Mend the name of the Slot, case and $ included, or take it out.',
      },
      quotes: {
        finding: 'The value of {parameter}, "{actual}", is not between single quotes.',
        expected: 'Each text between single quotes, parted by commas, between parentheses.',
        remedy:
          'Write the value between straight apostrophes, between parentheses; an apostrophe in the text is doubled.',
      },
      list: {
        finding: 'The value of {parameter}, "{actual}", is not between parentheses.',
        expected: 'A list between parentheses, even for a single value.',
        remedy: 'Put the value between parentheses.',
      },
      status: {
        finding: 'The status "{actual}" is no status of a document of the DMP.',
        expected:
          'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved or Deprecated, urn:asip:ci-sis:2010:StatusType:Archived or Deleted.',
        remedy: 'Write one of these statuses in full.',
      },
      'coded-value': {
        finding: 'The value of {parameter}, "{actual}", does not have the form of a code.',
        expected: 'code^^OID of the code system.',
        remedy: 'Add ^^ and the OID of the system after the code.',
      },
      'unknown-code': {
        finding: 'The code "{actual}" of {parameter} is not in {set}, in our copy of {version}.',
        expected: 'A code of {set}.',
        remedy: 'Mend the code; if it is newer than this copy, change nothing.',
      },
      date: {
        finding: 'The date of {parameter}, "{actual}", is no UTC date of the registry.',
        expected: 'YYYY to YYYYMMDDhhmmss, in UTC, without offset or separators.',
        remedy: 'Convert the date to UTC and write it without separators.',
      },
      period: {
        finding: 'The period ends ({actual}) before it starts ({start}).',
        expected: 'A start earlier than the end.',
        remedy: 'Swap both bounds.',
      },
    },
  },
};
