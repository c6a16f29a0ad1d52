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

export const soap = {
  'no-soap-body': "l'enveloppe n'a pas de corps (Body)",
  'several-soap-bodies': "l'enveloppe a plusieurs corps (Body)",
  'no-envelope': "la partie principale annonce une enveloppe SOAP et n'en est pas une",
  'no-root-part': "le paramètre start nomme une partie principale qui n'existe pas",
  'dangling-cid': "un xop:Include renvoie à une partie (cid) qui n'est pas jointe",
  'duplicate-cid': 'deux parties jointes ont le même Content-ID',
  'not-a-cid': 'un xop:Include ne renvoie pas à une partie jointe (cid:)',
  'part-not-saved': "l'enveloppe a été enregistrée sans la partie jointe qui porte ce document",
  'document-not-base64': "un document n'est pas en base64 valide",
  'bad-chunk': "le corps HTTP annoncé en morceaux (chunked) n'est pas complet",
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

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...zip,
  ...mail,
  ...soap,
  ...xml,
  ...jwt,
  ...json,
};
