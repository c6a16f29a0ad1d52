import type { LimitName } from '../../artifacts/limits.js';
import type { MailReserve } from '../../artifacts/mail/mail-watch.js';

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
  mailFields: 'entêtes',
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
  'control-in-header': 'un entête contient un retour chariot seul ou un caractère nul, qui permet de forger un entête',
  'utf-16': "le fichier est en UTF-16 : un message voyage en octets, un éditeur de texte l'a réenregistré",
  'outlook-msg':
    "c'est un message enregistré par Outlook (.msg), qui ne garde pas le message tel que transmis ; l'exporter en .eml (« Enregistrer la source »)",
};

/** What was forgiven in a mail. */
export const mailReserves = {
  'cr-line-ends': 'ses lignes finissent par un retour chariot seul au lieu de CR LF',
  'mixed-line-ends': 'ses entêtes mêlent les fins de ligne CR LF et LF',
  'mbox-from-line': "une ligne « From » de boîte aux lettres (mbox) précède les entêtes ; elle n'en est pas un",
  'no-blank-line':
    "aucune ligne vide ne sépare les entêtes du contenu : ce qui n'est pas un entête est pris pour le contenu",
  'header-8bit': "un entête contient des octets hors ASCII qui ne sont pas de l'UTF-8 ; ils sont lus en ISO-8859-1",
  'encoded-control': 'un mot encodé (RFC 2047) cache un caractère de contrôle, remplacé à la lecture',
  'undecodable-word': "un mot encodé (RFC 2047) n'est pas décodable ; il est montré tel que transmis",
  'repeated-mime-field': 'un entête MIME figure deux fois dans une partie ; le premier est suivi',
  'boundary-too-long': 'un séparateur (boundary) dépasse 70 caractères',
  'bad-quoted-printable':
    "une partie annonce quoted-printable mais contient un « = » qui n'en est pas ; il est gardé tel quel",
  uuencode: "un fichier est encodé en uuencode, que MIME ne connaît pas ; il n'est pas ouvert",
  'unknown-encoding': "l'encodage de transfert d'une partie est inconnu ; elle est lue telle quelle",
  'partial-message':
    "le message n'est qu'un fragment d'un autre (message/partial) ; les autres fragments ne sont pas cherchés",
  'external-body': "le contenu d'une partie est ailleurs (message/external-body) ; il n'est pas cherché",
} satisfies Record<MailReserve, string>;

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
  ...mailReserves,
  ...xml,
  ...jwt,
  ...json,
};
