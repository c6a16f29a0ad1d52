import type * as french from '../fr/identity-words.js';
import type { SameKeys } from '../same-keys.js';

const trait: SameKeys<typeof french.identityWords.trait> = {
  matricule: 'matricule INS',
  oid: 'OID of the matricule',
  birthName: 'birth name',
  firstGiven: 'first birth given name',
  givenList: 'list of birth given names',
  sex: 'sex',
  birthDate: 'birth date',
  birthPlace: 'birth place',
  usedName: 'name used',
  usedGiven: 'given name used',
};

/** Words of the codes that checks of identity give as arguments, by the name of the argument. */
export const identityWords: SameKeys<typeof french.identityWords> = {
  trait,
  traits: trait,
  fault: {
    length: 'it has not 15 characters',
    typography: 'a typographic apostrophe, dash or blank instead of those of the keyboard',
    diacritics: 'a diacritic or a ligature',
    characters: 'a character that is not allowed in its place',
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
  part: { sex: 'digit of the sex', month: 'birth month' },
};
