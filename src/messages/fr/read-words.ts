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
  logLineCharacters: "caractères d'une ligne",
  logFields: "champs d'un enregistrement",
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

export const log = {
  'log-nul':
    "elle contient un caractère NUL : ce n'est pas du texte, ou c'est de l'UTF-16 sans marque d'ordre des octets",
  'csv-unclosed-quote': 'un champ CSV ouvre un guillemet qui ne se ferme jamais',
  'trace-duplicate-column': 'la colonne « {column} », que segur.yaml désigne, y paraît deux fois',
  'trace-no-column': 'segur.yaml y désigne la colonne « {column} », qui n’y est pas ; colonnes présentes : {columns}',
  'trace-no-records': 'elle n’a aucun enregistrement sous son entête',
  'trace-not-tabular':
    "segur.yaml la décrit comme une trace, et elle n'a pas de colonnes : ni CSV, ni JSON par ligne, ni syslog, ni lignes datées",
  'trace-json-line': "une ligne n'est pas un objet JSON complet",
  'log-windows-1252': "le texte n'est pas en UTF-8 (premier octet fautif : {offset}), il est lu en windows-1252",
  'log-authentication':
    "la réponse d'authentification {mechanism} n'est pas un base64 complet de la forme du mécanisme",
  'csv-quote': 'un guillemet paraît au milieu d’un champ CSV sans être doublé',
  'csv-cell-count': 'un enregistrement a {actual} cellules pour {expected} colonnes ; lignes concernées : {count}',
  'csv-column-twice': 'la colonne « {column} » paraît deux fois dans l’entête',
  'trace-instant':
    "une date n'est pas lisible (le format des dates se déclare dans segur.yaml : dates) ; lignes concernées : {count}",
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...zip,
  ...mail,
  ...xml,
  ...jwt,
  ...json,
  ...log,
};
