import type * as french from '../fr/identity-words.js';
import type { SameKeys } from '../same-keys.js';

/** Words of the codes that checks of identity give as arguments, by the name of the argument. */
export const identityWords: SameKeys<typeof french.identityWords> = {
  trait: {
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
  },
  fault: {
    length: 'it has not 15 characters',
    characters: 'a character that is not allowed in its place',
    key: 'a wrong key',
    lowercase: 'lower case letters',
    start: 'a blank or a hyphen at the start',
    end: 'a blank, an apostrophe or a hyphen at the end',
    doubled: 'blanks, apostrophes or hyphens in a row',
    'double-hyphen': 'a double hyphen in a given name',
    empty: 'no letter',
    form: 'the year, the month and the day are not all there',
    'unknown-day-or-month': 'its day or its month is 00',
    calendar: 'there is no such day',
  },
  part: { sex: 'digit of the sex', month: 'birth month' },
};
