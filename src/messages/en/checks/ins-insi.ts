import type { CheckTexts } from '../../check-texts.js';
import { insDocuments } from './ins-documents.js';
import { insRules } from './ins-rules.js';

export const insInsi = {
  'ins/insi-request': {
    title: 'Search of INSi: a call that the service takes',
    what: 'A call of INSi (by carte Vitale or by traits) has the headers of the service, tells which professional makes it, and writes traits as the national base does.',
    why: 'INSi refuses a malformed call, and finds nobody when a name has lowercase or accents: the identity stays without INS.',
    rules: {
      action: {
        finding: 'wsa:Action is "{actual}", which is not the operation of the body.',
        expected: '{expected}',
        remedy: 'Write in wsa:Action the action that the WSDL of INSi gives to the operation called.',
      },
      'message-id': {
        finding: 'wsa:MessageID is missing or empty.',
        expected: 'An identifier of each call: uuid: then a UUID.',
        remedy: 'Make a UUID for each call and write it in wsa:MessageID.',
      },
      'message-id-form': {
        finding: 'wsa:MessageID is "{actual}", which is not a UUID.',
        expected: 'uuid: then a UUID, as the examples of the service have it.',
        remedy: 'Make a UUID for each call and write it in wsa:MessageID.',
      },
      context: {
        finding: 'The element {element} is missing from the header of the call, or empty.',
        expected:
          'ContexteLPS with @Version, Id and Temps; ContexteBAM with @Version, Id, Temps and COUVERTURE (may be empty).',
        remedy: 'Make both contexts for each call, by their schemas.',
      },
      'context-version': {
        finding: '{element} has version "{actual}".',
        expected: 'Version {version}.',
        remedy: 'Make the context by schema {version} and write that version.',
      },
      software: {
        finding:
          'ContexteLPS does not tell all about the software; missing, or without the value expected: {elements}.',
        expected: 'LPS with IDAM (authorisation number, R="4"), Version, Instance and Nom.',
        remedy:
          'Write the authorisation number that the CNDA gave, and describe the version and the instance of the software.',
      },
      'no-assertion': {
        finding: 'The call has no WS-Security header: nothing tells who calls.',
        expected:
          'The assertion of the professional; without it, the call holds with a certificate of organisation only (INSI-AUTO or INSI-MANU).',
        remedy: 'When a professional calls by card or by Pro Santé Connect, attach the assertion.',
      },
      'empty-security': {
        finding: 'The WS-Security header holds no assertion of SAML 2.0.',
        expected: 'One assertion at least (urn:oasis:names:tc:SAML:2.0:assertion).',
        remedy: 'Attach the assertion of the professional to the header, or leave the header out.',
      },
      user: {
        finding: 'The assertion does not tell which professional calls: NameID is missing or empty.',
        expected: 'The national identifier of the professional in Subject/NameID.',
        remedy: 'Write the identifier read in the card or given by Pro Santé Connect.',
      },
      'name-qualifier': {
        finding: 'NameQualifier of NameID is neither CPS nor PSC: "{actual}".',
        expected: 'CPS when the professional authenticates by card, PSC when logged in with Pro Santé Connect.',
        remedy: 'Write the means of authentication of the user in NameID/@NameQualifier.',
      },
      'trait-missing': {
        finding: 'The element {element} is missing from the search, or empty.',
        expected: 'By traits: birth name, given name, sex and birth date; by card: the matricule read in the card.',
        remedy: 'Do not call INSi before these data are known.',
      },
      'name-form': {
        finding: 'INSi will not understand "{actual}" ({trait}): {fault}.',
        expected:
          "Capitals from A to Z, blank, straight apostrophe and hyphen, without accent or ligature: D'ESSAI-ZOULOU, not d’Essaï-Zoulou.",
        remedy: 'Put names in capitals without accents before the call, leaving hyphens and apostrophes as they are.',
      },
      'name-shape': {
        finding: '"{actual}" ({trait}) does not have the form that the national base takes: {fault}.',
        expected: 'No doubled blank or apostrophe, no double hyphen in a given name, nothing more at both ends.',
        remedy: 'Check what was typed against the identity paper; INSi compares strictly.',
      },
      sex: {
        finding: 'The search is for a person of sex "{actual}".',
        expected: 'F or M.',
        remedy: 'Have the sex settled before the call: INSi knows no undetermined sex.',
      },
      'birth-date': {
        finding: 'The birth date "{actual}" does not have the form that INSi wants: {fault}.',
        expected: 'YYYY-MM-DD; an unknown day or month may be 00.',
        remedy: 'Write the date as YYYY-MM-DD (year, month, day), without time or other separator.',
      },
      'birth-place': insRules['birth-place'],
      'matricule-form': {
        finding: 'The number "{actual}" ({length} characters) does not have the form of a matricule: {fault}.',
        expected: 'NumIdentifiant of 13 characters (digits, A or B in 7th place for Corsica) and Cle of 2 digits.',
        remedy: 'Take the number as it is read in the carte Vitale, its key apart.',
      },
      'matricule-key': {
        finding: 'The key of the number "{actual}" is not that of its first 13 characters.',
        expected:
          'A key equal to 97 − (N modulo 97), on two digits: N is the number made of the first 13 characters, where 2A (Corsica) counts as 19 and 2B as 18.',
        remedy: 'Take the number and its key as they are read in the carte Vitale.',
      },
    },
  },
  'ins/insi-response': {
    title: 'Answer of INSi: whole, and to be imported or not',
    what: 'An answer of INSi tells its code, the person found when there is one, and whether the identity may be taken into the software.',
    why: 'The service writes this answer: nothing here is held against the software. But an incomplete identity must not be imported, and a damaged answer proves nothing.',
    rules: {
      code: {
        finding: 'The code of the answer is "{actual}", which is not a code of the INSi search.',
        expected: '00 (one identity), 01 (none) or 02 (several).',
        remedy: 'Export the answer as INSi gave it.',
      },
      individual: {
        finding: 'Code {code} does not go with the content: INDIVIDU comes with code 00, and with it alone.',
        expected: 'INDIVIDU present with 00, absent with 01 and 02.',
        remedy: 'Export the answer as INSi gave it, whole.',
      },
      'matricule-form': {
        finding: 'The active matricule "{actual}" ({length} characters) does not have the form of one: {fault}.',
        expected: 'NumIdentifiant of 13 characters and Cle of 2 digits.',
        remedy: 'Export the answer as INSi gave it; do not import such a matricule.',
      },
      'matricule-key': {
        finding: 'The key of the active matricule "{actual}" is not that of its first 13 characters.',
        expected: 'A key equal to 97 − (N modulo 97), where N is the number made of the first 13 characters.',
        remedy: 'Take another test case: some of the CNDA have a wrong key, which other software will refuse.',
      },
      oid: {
        finding: 'The OID of the active matricule is "{actual}", which is not that of an INS.',
        expected: '1.2.250.1.213.1.4.8 (NIR) or .9 (NIA), .10 or .11 for tests.',
        remedy: 'Export the answer as INSi gave it; do not import a matricule under another OID.',
      },
      'incomplete-date': {
        finding: 'The birth date given, "{actual}", has a day or a month of 00: this identity must not be imported.',
        expected: 'A warning to the user, and no trait taken.',
        remedy: 'Verify that nothing of it was saved or exported.',
      },
      'empty-trait': {
        finding: 'The element {element} is empty or absent in the answer: this identity must not be imported.',
        expected: 'A warning to the user, and no trait taken.',
        remedy: 'Verify that nothing of it was saved or exported.',
      },
    },
  },
  'ins/insi-traits-kept': {
    title: 'Traits of INSi kept as they are in what is exported',
    what: 'For each person that INSi found, every identity exported (document, message, feed) has exactly the matricule, the OID and the traits of the answer, given names from ListePrenom; an identity that INSi gives incomplete is exported nowhere.',
    why: 'A trait changed between INSi and the export keeps the receiver from knowing the patient, or files the document under another.',
    rules: {
      trait: {
        finding:
          'The {trait} is "{actual}" whereas INSi answered "{given}" ({otherPath}, line {otherLine}). Difference: {difference}.',
        expected: '"{given}", as in the answer.',
        remedy:
          'Fill the identity with the data of the answer (NumIdentifiant and Cle, OID, NomNaissance, ListePrenom, Sexe, DateNaissance, LieuNaissance) and let no local value survive.',
      },
      rewritten: {
        finding:
          'The {trait} is written "{actual}"; INSi answered "{given}" ({otherPath}, line {otherLine}). Difference: {difference}.',
        expected: '"{given}", letter by letter: case, hyphens and apostrophes included.',
        remedy: 'Send the trait as INSi gives it: INSi compares strictly, and a later verification would fail.',
      },
    },
  },
  'ins/insi-incomplete-date': {
    title: 'Incomplete birth date in INSi: nothing is exported',
    what: 'When INSi gives an identity whose birth date has a day or a month of 00, nothing that the software exports carries that matricule.',
    why: 'An incomplete date does not identify the person: importing it would tie a matricule to traits that nobody verified.',
    rules: {
      exported: {
        finding:
          'The matricule "{actual}" is exported although INSi gave an incomplete identity: {elements} ({otherPath}, line {otherLine}).',
        expected:
          'No data taken from an answer whose date has a day or a month of 00, or whose name, given names or sex is empty.',
        remedy: 'Refuse to import this identity, warn the user, and leave the record as it was.',
      },
    },
  },
  'ins/insi-empty-trait': {
    title: 'Empty name, given names or sex in INSi: nothing is exported',
    what: 'When INSi gives an identity without birth name, given names or sex, nothing that the software exports carries that matricule.',
    why: 'An incomplete identity does not tell the person: importing it would let the software complete the traits in its own way.',
    rules: {
      exported: {
        finding:
          'The matricule "{actual}" is exported although INSi gave an incomplete identity: {elements} ({otherPath}, line {otherLine}).',
        expected:
          'No data taken from an answer whose date has a day or a month of 00, or whose name, given names or sex is empty.',
        remedy: 'Refuse to import this identity, warn the user, and leave the record as it was.',
      },
      'no-given-list': {
        finding:
          'The matricule "{actual}" is exported although INSi gave no list of given names: {elements} ({otherPath}, line {otherLine}).',
        expected: 'No data taken from an answer whose list of given names is empty, even when Prenom is filled.',
        remedy: 'Refuse to import this identity and warn the user; do not put Prenom for the list.',
      },
    },
  },
  'ins/call-identity': {
    title: 'INS of a call of a teleservice',
    what: 'The patient whom a call names (VIHF, XDS metadata, query, test of existence) is named by matricule and OID, in the right form, and is the same all over the message.',
    why: 'The DMP gives rights on the patient of the VIHF and files the document under the one of the metadata: when they differ, or the identifier is malformed, the call is refused or touches another record.',
    rules: {
      ...insDocuments['ins/metadata-identity'].rules,
      'dmp-ins': {
        finding: 'The document goes to the DMP under patientId "{actual}", which is no INS.',
        expected: 'matricule^^^&OID&ISO^NH of a qualified identity.',
        remedy: 'Feed the DMP only for a patient whose identity is qualified, and make patientId from that INS.',
      },
      'call-id': {
        finding: 'The identifier of the patient "{actual}" does not have the form expected.',
        expected: '<matricule>^^^&<OID>&ISO^NH: without name of authority, with its OID, and NH as fifth component.',
        remedy:
          'Make the identifier of the matricule and the OID; the type INS is that of HL7 v2, not of the VIHF or XDS.',
      },
      'query-quotes': {
        finding: 'The parameter of the query "{actual}" is not between single quotes.',
        expected: "'<matricule>^^^&<OID>&ISO^NH', quotes included.",
        remedy: 'Put the value of $XDSDocumentEntryPatientId between single quotes.',
      },
      'one-patient': {
        finding: 'The message names two patients: "{actual}" here, "{other}" at line {otherLine} ({otherPath}).',
        expected: 'The same matricule and the same OID in the VIHF and in the body.',
        remedy: 'Make the VIHF and the body from the same identity, the one of the open record.',
      },
    },
  },
  'ins/insi-psc-user': {
    title: 'Call of INSi by a user of Pro Santé Connect',
    what: 'A call of INSi by a user logged in with Pro Santé Connect is made in that name, and the log of the software keeps the row of the call with the mode PSC and that user.',
    why: 'The Assurance Maladie and auditors must be able to tell who asked INSi; a call in the name of another, or without trace, cannot be ascribed to anyone.',
    rules: {
      'name-qualifier': {
        finding:
          'The call is declared as made with Pro Santé Connect, but its NameID has the NameQualifier "{actual}".',
        expected: 'NameQualifier PSC, or the token of Pro Santé Connect with the call.',
        remedy: 'Make the assertion with NameQualifier="PSC" when the user is logged in with Pro Santé Connect.',
      },
      'connected-user': {
        finding: 'The call is made in the name of "{actual}"; the user logged in is "{connected}".',
        expected: 'The national identifier that Pro Santé Connect gives of the user (SubjectNameID).',
        remedy: 'Read SubjectNameID in the current session and write it in NameID, not through a local account.',
      },
      'log-row': {
        finding: 'The log has no row for the call of INSi by "{user}".',
        expected: 'A row for each call, with its time, the user and the mode PSC.',
        remedy: 'Log each call of INSi, or export the log of the time of the capture.',
      },
      'log-mode': {
        finding: 'The row of the call of INSi by "{user}" tells the mode "{actual}".',
        expected: 'The mode PSC.',
        remedy: 'Write in the log the means of authentication of the session that makes the call.',
      },
      'log-user': {
        finding: 'The row of the call of INSi by PSC names "{actual}", and the call is made by "{user}".',
        expected: 'The name or the national identifier of the user logged in.',
        remedy: 'Write in the log the user of the session that makes the call.',
      },
      'log-time': {
        finding: 'The row of the call of INSi by "{user}" is of {actual}, far from the time of the capture.',
        expected: 'The same time, within ten minutes.',
        remedy: 'Give the capture and the log of the same call, and set the clock of the workstation.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
