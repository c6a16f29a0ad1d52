import type { BirthDateFault } from '../../identity/birth-date.js';
import type { MatriculeFault, MatriculeOddity } from '../../identity/matricule.js';
import type { NameFault } from '../../identity/name-form.js';
import type { TraitName } from '../../identity/traits.js';

const trait: Readonly<Record<TraitName, string>> = {
  matricule: 'matricule INS',
  oid: 'OID du matricule',
  birthName: 'nom de naissance',
  firstGiven: 'premier prénom de naissance',
  givenList: 'liste des prénoms de naissance',
  sex: 'sexe',
  birthDate: 'date de naissance',
  birthPlace: 'lieu de naissance',
  usedName: 'nom utilisé',
  usedGiven: 'prénom utilisé',
};

const fault: Readonly<Record<MatriculeFault | NameFault | BirthDateFault, string>> = {
  length: 'il ne compte pas 15 caractères',
  characters: 'un caractère non admis à cette place',
  key: 'une clé fausse',
  lowercase: 'des minuscules',
  start: "un espace ou un trait d'union au début",
  end: "un espace, une apostrophe ou un trait d'union à la fin",
  doubled: "des espaces, des apostrophes ou des traits d'union qui se suivent",
  'double-hyphen': "un double trait d'union dans un prénom",
  empty: 'aucune lettre',
  form: "l'année, le mois et le jour n'y sont pas tous",
  'unknown-day-or-month': 'son jour ou son mois est 00',
  calendar: "ce jour n'existe pas",
};

const part: Readonly<Record<MatriculeOddity, string>> = { sex: 'chiffre du sexe', month: 'mois de naissance' };

/** Words of the codes that checks of identity give as arguments, by the name of the argument. */
export const identityWords = { trait, fault, part };
