import type { RuleTexts } from '../../check-texts.js';

/** Texts of the rules that an identity with an INS obeys in every encoding (`identity-rules.ts`). */
export const insRules = {
  'matricule-form': {
    finding: 'The INS matricule "{actual}" ({length} characters) does not have the form of one: {fault}.',
    expected: '15 characters: 13 of NIR or NIA (digits, A or B in 7th place for Corsica), then 2 digits of key.',
    remedy: 'Write the matricule as INSi gives it: NumIdentifiant then Cle, without blank or separator.',
  },
  'matricule-key': {
    finding: 'The key of the INS matricule "{actual}", under OID {oid}, is not that of its first 13 characters.',
    expected:
      'A key equal to 97 − (N modulo 97), on two digits: N is the number made of the first 13 characters, where 2A (Corsica) counts as 19 and 2B as 18.',
    remedy:
      'Take the matricule and its key from the answer of INSi; never let one be typed without checking the other.',
  },
  'matricule-key-test': {
    finding:
      'The key of the INS matricule "{actual}" is not that of its first 13 characters; its OID is a test one, or is not given.',
    expected: 'A right key, even for a test patient.',
    remedy: 'Take a test patient whose matricule has a right key: software that receives this one will refuse it.',
  },
  'matricule-unusual': {
    finding: 'The INS matricule "{actual}" is unusual: {part}.',
    expected:
      'Sex 1 or 2 and a month from 01 to 12; other values exist for people being registered or whose civil status is incomplete.',
    remedy: 'Verify that the matricule is that of the answer of INSi.',
  },
  'ins-c': {
    finding: 'The identifier under OID {oid} is a calculated INS (INS-C), given up in 2021.',
    expected: 'The INS matricule under OID 1.2.250.1.213.1.4.8 (NIR) or .9 (NIA), .10 or .11 for tests.',
    remedy: 'Stop sending the INS-C; ask INSi for the matricule.',
  },
  'several-ins': {
    finding: 'The identity carries several different INS matricules, among them "{actual}".',
    expected: 'One active INS matricule per identity.',
    remedy: 'Send the active matricule only (INSACTIF); former ones (INSHISTO) stay in the local base.',
  },
  'name-form': {
    finding: '"{actual}" ({trait}) is not written as the national base writes it: {fault}.',
    expected:
      "Capitals from A to Z, blank, straight apostrophe and hyphen, without accent or ligature: D'ESSAI-ZOULOU, not d’Essaï-Zoulou.",
    remedy: 'Send the trait as INSi gives it, without changing its case or putting accents back.',
  },
  'first-given': {
    finding: 'The first given name "{actual}" is not the start of the list of given names "{list}".',
    expected: 'A first birth given name that starts the list; hyphen, apostrophe and blank count as the same.',
    remedy: 'Warn the user when it is typed and have the first given name chosen in the list that INSi gave.',
  },
  sex: {
    finding: 'An INS comes with the sex "{actual}".',
    expected: 'Male or female: INSi gives nothing else.',
    remedy: 'Send the sex of the answer of INSi; without it the identity is not qualified and goes without INS.',
  },
  'birth-date': {
    finding: 'The birth date "{actual}" is not a day of the calendar: {fault}.',
    expected:
      'The year, month and day of a date that exists; an unknown day or month is corrected as the RNIV has it (unknown day: 01; unknown month: 01; both: 31/12).',
    remedy:
      'Send the whole date of the answer of INSi, in the form of the exchange; do not import an answer whose day or month is 00.',
  },
  'birth-place': {
    finding:
      'The code of the birth place "{actual}" ({length} characters) does not have the form of an official geographic code (COG).',
    expected:
      'Five characters: a commune (2A or 2B in Corsica), or 99 and the code of the country; for example 2B033 (Bastia) or 99109 (Germany).',
    remedy: 'Send the INSEE code of the birth place, not a postal code or a name; that of INSi is LieuNaissance.',
  },
  'birth-place-unknown': {
    finding: 'An INS comes with the birth place 99999 (unknown).',
    expected: 'The code of the commune or country of birth that INSi gave.',
    remedy: 'Take LieuNaissance from the answer of INSi; 99999 only serves to create an identity without INS.',
  },
} satisfies Record<string, RuleTexts>;
