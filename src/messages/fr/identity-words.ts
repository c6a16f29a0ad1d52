import type { BirthDateFault } from '../../identity/birth-date.js';
import type { Difference } from '../../identity/difference.js';
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
  length: '15 caractères sont attendus',
  typography: 'une apostrophe, un tiret ou un espace typographique au lieu de ceux du clavier',
  diacritics: 'un accent, une cédille ou une ligature',
  characters: "un caractère n'y est pas admis",
  key: 'une clé fausse',
  lowercase: 'des minuscules',
  start: "un espace ou un trait d'union au début",
  end: "un espace, une apostrophe ou un trait d'union à la fin",
  doubled: "des espaces, des apostrophes ou des traits d'union qui se suivent",
  'double-hyphen': "un double trait d'union dans un prénom",
  empty: 'aucune lettre',
  form: "ce n'est pas une année, un mois et un jour",
  'unknown-day-or-month': 'son jour ou son mois est 00',
  calendar: "ce jour n'existe pas",
};

const difference: Readonly<Record<Difference, string>> = {
  writing: 'la casse, les accents ou les signes entre les mots',
  'one-character': 'un seul caractère',
  start: "l'un est le début de l'autre",
  order: 'les mêmes mots dans un autre ordre',
  key: 'la clé seule',
  length: 'le nombre de caractères',
  day: 'le jour seul',
  month: 'le mois seul',
  year: "l'année seule",
  'day-and-month': 'le jour et le mois sont échangés',
  other: 'deux valeurs sans rien qui les rapproche',
};

const part: Readonly<Record<MatriculeOddity, string>> = {
  sex: "son chiffre du sexe n'est ni 1 ni 2",
  month: "son mois de naissance n'est pas entre 01 et 12",
};

/** Parts of an identifier (CX) and of a name (XPN) in XDS metadata. */
const component = {
  'CX.1': "l'identifiant (CX.1)",
  'CX.4.1': "le nom de l'autorité (CX.4.1)",
  'CX.4.2': "l'OID de l'autorité (CX.4.2)",
  'CX.4.3': "la nature de l'autorité (CX.4.3)",
  'CX.5': 'le type (CX.5)',
  'XPN.1': 'le nom de naissance (XPN.1)',
  'XPN.2': 'le premier prénom (XPN.2)',
  'XPN.3': 'la liste des prénoms (XPN.3)',
  'XPN.7': 'le type L (XPN.7)',
};

/** Words of the codes that checks of identity give as arguments, by the name of the argument. */
export const identityWords = { trait, traits: trait, fault, part, component, difference };
