import type * as french from '../fr/identity-words.js';
import type { SameKeys } from '../same-keys.js';

const trait: SameKeys<typeof french.identityWords.trait> = {
  matricule: 'INS matricule',
  oid: 'OID of the matricule',
  birthName: 'birth name',
  firstGiven: 'first birth given name',
  givenList: 'list of birth given names',
  sex: 'sex',
  birthDate: 'birth date',
  birthPlace: 'birth place',
  usedName: 'used name',
  usedGiven: 'used given name',
};

/** Words of the codes that checks of identity give as arguments, by the name of the argument. */
export const identityWords: SameKeys<typeof french.identityWords> = {
  trait,
  traits: trait,
  fault: {
    length: '15 characters are expected',
    typography: 'a typographic apostrophe, dash or blank instead of those of the keyboard',
    diacritics: 'a diacritic or a ligature',
    characters: 'a character is not allowed there',
    key: 'a wrong key',
    lowercase: 'lower case letters',
    start: 'a blank or a hyphen at the start',
    end: 'a blank, an apostrophe or a hyphen at the end',
    doubled: 'blanks, apostrophes or hyphens in a row',
    'double-hyphen': 'a double hyphen in a given name',
    empty: 'no letter',
    form: 'it is not a year, a month and a day',
    'unknown-day-or-month': 'its day or its month is 00',
    calendar: 'there is no such day',
  },
  difference: {
    writing: 'case, diacritics or what parts the words',
    'one-character': 'one character only',
    start: 'one is the start of the other',
    order: 'the same words in another order',
    key: 'the key only',
    length: 'the number of characters',
    day: 'the day only',
    month: 'the month only',
    year: 'the year only',
    'day-and-month': 'day and month are swapped',
    other: 'two values that have nothing in common',
  },
  part: { sex: 'its sex digit is neither 1 nor 2', month: 'its birth month is not between 01 and 12' },
  component: {
    'CX.1': 'the identifier (CX.1)',
    'CX.4.1': 'the name of the authority (CX.4.1)',
    'CX.4.2': 'the OID of the authority (CX.4.2)',
    'CX.4.3': 'the nature of the authority (CX.4.3)',
    'CX.5': 'the type (CX.5)',
    'XPN.1': 'the birth name (XPN.1)',
    'XPN.2': 'the first given name (XPN.2)',
    'XPN.3': 'the list of given names (XPN.3)',
    'XPN.7': 'the type L (XPN.7)',
  },
};
