import type { LimitName } from '../../artifacts/limits.js';

/** What each limit counts. */
const limits: Readonly<Record<LimitName, string>> = {
  fileBytes: 'octets',
  mediaBytes: 'octets',
  nesting: 'contenants imbriqués',
  contained: 'pièces contenues',
  xmlDepth: "niveaux d'imbrication",
  xmlNodes: 'nœuds',
  xmlAttributes: "attributs d'un élément",
  xmlText: "caractères d'un texte",
  jsonDepth: "niveaux d'imbrication",
  jsonValues: 'valeurs',
  zipEntries: 'entrées',
  zipEntryBytes: "octets d'une entrée",
  zipTotalBytes: 'octets en tout',
  zipRatio: 'taux de compression',
  mailParts: 'parties',
  mailDepth: "niveaux d'imbrication",
  mailHeaderBytes: "octets d'entêtes",
  mailMessages: 'messages',
  hl7Messages: 'messages',
  hl7Segments: 'segments',
  hl7Values: "valeurs d'un segment",
  logLines: 'lignes',
  pdfPages: 'pages',
  pdfInflatedBytes: 'octets décompressés',
  imagePixels: 'pixels',
  readMilliseconds: 'millisecondes de lecture',
};

// Reasons that readers name by a code; what a library says is quoted as it says it.
export const zip = {
  'duplicate-name': 'ce nom est déjà pris par une autre entrée',
  encrypted: 'elle est chiffrée',
  crc: 'sa somme de contrôle est fausse',
  'no-zip-signature': "le fichier n'a pas la signature ZIP",
};

export const mail = {
  'no-header': 'aucun entête au début du fichier',
  'no-content': 'rien après les entêtes',
  'no-boundary': 'une partie multipart ne dit pas son séparateur (boundary)',
  'boundary-never-found': 'le séparateur annoncé (boundary) ne paraît jamais',
  cut: 'le séparateur de fin manque, le message est coupé',
};

export const xml = {
  'no-root': "il n'y a pas d'élément racine",
  'no-tag': 'le fichier ne commence pas par une balise',
};

export const jwt = {
  'not-three-parts': "il n'a pas trois parties base64url",
  'claims-not-base64url': "sa deuxième partie n'est pas en base64url",
};

export const json = {
  ValueExpected: 'une valeur est attendue',
  UnexpectedEndOfString: "une chaîne n'est pas fermée",
  CommaExpected: 'une virgule est attendue',
  ColonExpected: 'deux-points sont attendus',
  CloseBraceExpected: 'une accolade fermante est attendue',
  CloseBracketExpected: 'un crochet fermant est attendu',
  PropertyNameExpected: 'un nom de propriété est attendu',
  EndOfFileExpected: 'il y a du texte après la fin du document',
  InvalidSymbol: 'un symbole est inconnu',
};

export const hl7v2 = {
  'no-msh':
    "le fichier ne commence pas par un segment MSH (ni FHS, ni BHS) : c'est une partie de message, ou autre chose",
  'no-field-separator': "MSH-1, le caractère qui suit « MSH », n'est pas un séparateur de champs ; « | » est attendu",
  'delimiters-missing': 'MSH-2 a moins de quatre séparateurs ; « ^~\\& » est attendu',
  'delimiters-many': 'MSH-2 a plus de cinq caractères ; « ^~\\& » est attendu',
  'delimiter-unfit':
    'MSH-2 prend pour séparateur une lettre, un chiffre, un blanc ou un caractère de contrôle ; « ^~\\& » est attendu',
  'delimiter-repeated': 'MSH-2 donne le même caractère pour deux séparateurs ; « ^~\\& » est attendu',
  'mllp-cut': "le bloc MLLP ouvert ici (octet 0B) n'est jamais fermé (octets 1C 0D) : le message est tronqué",
  'mllp-text-after': 'il y a du texte après la fin du bloc MLLP (octets 1C 0D)',
  'mllp-not-opened': 'un bloc MLLP est fermé (octets 1C 0D) sans avoir été ouvert (octet 0B)',
  'not-a-segment':
    "une ligne n'est pas un segment (trois majuscules puis le séparateur de champs) : elle est prise pour la suite du segment précédent",
  'delimiter-not-ascii':
    "MSH-2 prend pour séparateur un caractère hors de l'ASCII ; il a été suivi, « ^~\\& » est attendu",
  'charset-absent':
    "MSH-18 n'annonce aucun jeu de caractères, ce qui veut dire ASCII ; le texte est en Unicode et a été lu comme tel",
  'charset-unknown':
    "MSH-18 annonce un jeu de caractères qui n'est pas de la table HL7 0211 ; « UNICODE UTF-8 » ou « 8859/15 » est attendu",
  'charset-is-utf8':
    'le texte est en UTF-8 mais MSH-18 annonce un autre jeu de caractères : lus comme annoncé, les accents sont faux',
  'base64-unpadded': 'un contenu Base64 de OBX-5 est lu sans les « = » qui manquent à sa fin (RFC 4648 §3.2)',
  'base64-dangling':
    'un contenu Base64 de OBX-5 est lu sans son dernier caractère, qui vaut moins d’un octet : il est sans doute tronqué',
  'data-character': "le caractère montré n'est pas de cet encodage",
  'data-cut': 'sa longueur ne peut pas être celle de données entières, il est tronqué',
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...zip,
  ...mail,
  ...xml,
  ...jwt,
  ...json,
  ...hl7v2,
};
