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
  'claims-not-object': "son contenu n'est pas un objet JSON",
  'header-not-base64url': "son entête n'est pas en base64url",
  'header-not-object': "son entête n'est pas un objet JSON",
  'header-twice': "un paramètre d'entête est à la fois protégé et non protégé",
  'part-not-utf8': "une de ses parties n'est pas en UTF-8",
  crit: "son entête impose par « crit » une extension que l'outil ne connaît pas",
  jwe: "c'est un JWE : son contenu est chiffré, déposer le jeton signé qu'il contient",
  'jws-no-signature': "aucune signature n'y est écrite",
  'alg-none': "son entête dit « alg: none » : il n'est pas signé, personne ne doit l'accepter",
  'alg-missing': "son entête ne dit pas l'algorithme de signature (alg)",
  'signature-empty': 'sa signature est vide',
  wrapped: 'il est entouré de guillemets ou précédé de « Bearer »',
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
  InvalidCharacter: 'une chaîne contient un caractère de contrôle, à écrire \\u00XX',
  InvalidEscapeCharacter: "un échappement (barre inverse) n'existe pas en JSON",
  InvalidUnicode: "un échappement \\u n'a pas quatre chiffres hexadécimaux",
  nul: "un caractère NUL s'y trouve (fichier abîmé, ou en UTF-16 sans marque d'ordre)",
  'duplicate-key': "un nom est écrit deux fois dans le même objet : deux destinataires n'y liraient pas la même valeur",
  'machinery-key': "un nom (__proto__, constructor, prototype) est celui d'un mécanisme de script, pas d'une donnée",
  'lone-surrogate': "une chaîne contient une moitié de caractère (\\uD800 à \\uDFFF sans l'autre moitié)",
};

export const har = {
  'har-no-url': "sa requête n'a pas d'URL lisible",
  'script-url': "l'URL de sa requête est un script, qu'aucun client n'envoie",
  'body-not-base64': "le corps de sa réponse est annoncé en base64 et n'en est pas",
};

export const fhir = {
  'no-resource': "il n'y a pas de ressource (resourceType en JSON, élément au nom de la ressource en XML)",
  'element-name': "un élément porte un nom qu'aucune ressource ne peut avoir",
  'attachment-not-base64': "les données d'une pièce jointe ne sont pas en base64",
};

export const oidc = {
  'key-without-type': "une clé du jeu n'a pas de type (kty)",
  'private-key': 'le jeu publie une clé privée',
  'shared-secret': 'le jeu publie un secret partagé (kty: oct)',
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...zip,
  ...mail,
  ...xml,
  ...jwt,
  ...json,
  ...har,
  ...fhir,
  ...oidc,
};
