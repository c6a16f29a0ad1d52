import type { MailReserve } from '../../artifacts/mail/mail-watch.js';
import { limits } from './limit-words.js';

// Reasons that readers name by a code; what a library says is quoted as it says it.
// What several kinds share comes first.
export const refused = {
  'not-a-file': "ce n'est pas un fichier ordinaire (dossier, tube, périphérique)",
  'file-changed': 'il a changé pendant sa lecture',
  'stopped-time': 'il dépassait le temps accordé à un fichier',
  'stopped-memory': "il dépassait la mémoire accordée à un fil d'exécution",
  'stopped-dead': "le fil d'exécution qui le jugeait s'est arrêté sans répondre",
};

export const encoding = {
  nul: "un caractère NUL s'y trouve (fichier abîmé, ou en UTF-16 sans marque d'ordre)",
  'utf8-cut': "l'octet {byte} (position {offset}) commence un caractère que la fin du fichier coupe",
  'looks-cp1252':
    "l'octet {byte} (position {offset}) n'en est pas ; le texte semble en Latin-1 (ISO-8859-1 ou Windows-1252)",
  'not-utf8': "l'octet {byte} (position {offset}) n'en est pas",
  'utf-32': 'ce jeu de caractères ne se lit pas ici',
  'declared-utf16': "la déclaration XML l'annonce et les octets n'en sont pas",
  'unknown-charset': 'ce jeu de caractères est inconnu',
  'byte-not-in-charset': "l'octet en position {offset} n'en est pas",
  'encoding-contradicted': 'la déclaration XML annonce {declared} et les octets sont en {charset}',
  'utf8-declared-otherwise':
    'la déclaration XML annonce {declared} et le texte est en UTF-8 : un destinataire lira « Ã© » pour « é »',
  mojibake: "« {text} » est la trace d'un texte UTF-8 lu comme Windows-1252, puis enregistré",
  'c1-controls': "un caractère de commande (U+0080 à U+009F) est là où Windows-1252 a un guillemet, un tiret ou l'euro",
};

export const xml = {
  'no-root': "il n'y a pas d'élément racine",
  'no-tag': 'le fichier ne commence pas par une balise',
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
  'duplicate-key': "un nom est écrit deux fois dans le même objet : deux destinataires n'y liraient pas la même valeur",
  'machinery-key': "un nom (__proto__, constructor, prototype) est celui d'un mécanisme de script, pas d'une donnée",
  'lone-surrogate': "une chaîne contient une moitié de caractère (\\uD800 à \\uDFFF sans l'autre moitié)",
};

export const zip = {
  'duplicate-name': 'ce nom est déjà pris par une autre entrée',
  encrypted: 'elle est chiffrée',
  crc: 'sa somme de contrôle est fausse',
  'no-zip-signature': "le fichier n'a pas la signature ZIP",
  'zip-no-end': "l'enregistrement de fin manque, l'archive est coupée",
  'zip-two-ends': 'elle a deux enregistrements de fin, et se lit de deux façons',
  'zip-disks': 'elle est découpée en plusieurs volumes',
  'zip-count': "son répertoire n'a pas le nombre d'entrées qu'elle annonce",
  'zip-directory': "son répertoire est abîmé à l'entrée n° {rank}",
  'zip-directory-place': "son répertoire n'est pas où elle l'annonce",
  'zip-hidden-entry': "des entrées qui ne sont pas dans son répertoire commencent à l'octet {offset}",
  'zip-name-not-utf8': "son nom est annoncé en UTF-8 et n'en est pas",
  'zip-twin-name':
    "son nom ne diffère de « {other} » que par la casse, la forme Unicode ou « ./ » : sous Windows et macOS, l'une écraserait l'autre",
  'zip-link': "c'est un lien",
  'zip-special-file': "ce n'est ni un fichier ni un dossier",
  'zip-no-name': "elle n'a pas de nom",
  'zip-null': 'son nom contient un octet nul',
  'zip-backslash': 'son nom contient une barre inverse, les dossiers se séparent par « / »',
  'zip-absolute': 'son nom est absolu',
  'zip-drive': 'son nom commence par une lettre de lecteur',
  'zip-parent': 'son nom remonte par « .. »',
  'zip-overlap': 'ses octets sont aussi ceux de « {other} »',
  'zip-no-local-header': "son entête manque là où le répertoire l'annonce",
  'zip-outside': "ses octets débordent de l'archive",
  'zip-local-name': 'son entête porte un autre nom que le répertoire',
  'zip-local-method': 'son entête et le répertoire ne disent pas la même méthode de compression',
  'zip-local-size': 'son entête et le répertoire ne disent pas la même taille',
  'zip-local-crc': 'son entête et le répertoire ne disent pas la même somme de contrôle',
  'zip-folder-with-data': "c'est un dossier, et elle a un contenu",
  'zip-descriptor': 'le descripteur qui suit ses octets est faux',
  'zip-method': "sa méthode de compression ({method}) n'est pas lue : seules 0 (aucune) et 8 (deflate) le sont",
  'zip-size': "sa taille n'est pas celle annoncée ({size} octets)",
  'zip-damaged': 'ses octets compressés sont abîmés',
  'zip-utf8-unsaid':
    "le nom « {entry} » est en UTF-8 sans que l'archive le dise (bit 11) : d'autres logiciels liront d'autres lettres",
  'zip-windows-name': 'Windows refuse ou change le nom « {entry} »',
  'zip-stray-bytes': "{bytes} octets de l'archive n'appartiennent à aucune entrée",
};

// In the order of kinds.
export const cda = {
  'cda-external-file':
    "le fichier est hors du document ({reference}) : il n'est pas lu ; fichiers dans ce cas : {count}",
  'cda-media-base64':
    "le contenu d'observationMedia est vide ou n'est pas du base64 : le fichier n'est pas lu ; fichiers dans ce cas : {count}",
  'cda-not-compressed':
    "le contenu est annoncé compressé ({compression}) et ne l'est pas ainsi ; fichiers dans ce cas : {count}",
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
  'hl7-log-lines':
    'le fichier est un journal : ce qui entoure les messages (dates, niveaux, commentaires) est laissé de côté',
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
    "un contenu Base64 de OBX-5 est lu sans son dernier caractère, qui vaut moins d'un octet : il est sans doute tronqué",
  'data-character': "le caractère montré n'est pas de cet encodage",
  'data-cut': 'sa longueur ne peut pas être celle de données entières, il est tronqué',
};

export const fhir = {
  'no-resource': "il n'y a pas de ressource (resourceType en JSON, élément au nom de la ressource en XML)",
  'element-name': "un élément porte un nom qu'aucune ressource ne peut avoir",
  'too-many-names': "un élément a plus de 256 enfants de noms différents, ce qu'aucune ressource n'a",
  'attachment-not-base64': "les données d'une pièce jointe ne sont pas en base64",
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
  'claim-twice':
    'le champ « {claim} » y paraît deux fois, la dernière valeur compte (RFC 7519 §4) ; champs concernés : {count} ; la correction revient à qui a émis le jeton',
  wrapped: "il est coupé en lignes, entre guillemets ou précédé d'un nom ou de « Bearer »",
};

export const oidc = {
  'key-without-type': "une clé du jeu n'a pas de type (kty)",
  'private-key': 'le jeu publie une clé privée',
  'shared-secret': 'le jeu publie un secret partagé (kty: oct)',
};

export const har = {
  'har-no-url': "sa requête n'a pas d'URL lisible",
  'script-url': "l'URL de sa requête est un script, qu'aucun client n'envoie",
  'body-not-base64': "le corps de sa réponse est annoncé en base64 et n'en est pas",
  'har-no-bodies':
    'la capture ne garde aucun corps, si bien que les messages ne sont pas jugés (requêtes qui en ont envoyé un : {count}) ; la refaire avec le contenu (« Enregistrer tout en tant que HAR, avec le contenu »)',
};

export const log = {
  'log-nul':
    "elle contient un caractère NUL : ce n'est pas du texte, ou c'est de l'UTF-16 sans marque d'ordre des octets",
  'csv-unclosed-quote': 'un champ CSV ouvre un guillemet qui ne se ferme jamais',
  'trace-duplicate-column': 'la colonne « {column} », que segur.yaml désigne, y paraît deux fois',
  'trace-no-column': "segur.yaml y désigne la colonne « {column} », qui n'y est pas ; colonnes présentes : {columns}",
  'trace-no-records': "elle n'a aucun enregistrement sous son entête",
  'trace-json-line': "une ligne n'est pas un objet JSON complet",
  'log-windows-1252': "le texte n'est pas en UTF-8 (premier octet fautif : {offset}), il est lu en windows-1252",
  'log-authentication':
    "la réponse d'authentification {mechanism} n'est pas un base64 complet de la forme du mécanisme",
  'csv-quote': "un guillemet paraît au milieu d'un champ CSV sans être doublé",
  'csv-cell-count': 'un enregistrement a {actual} cellules pour {expected} colonnes ; lignes concernées : {count}',
  'csv-column-twice': "la colonne « {column} » paraît deux fois dans l'entête",
  'trace-instant':
    "une date n'est pas lisible (le format des dates se déclare dans segur.yaml : dates) ; lignes concernées : {count}",
};

export const pdf = {
  'pdf-cut': "le fichier s'arrête avant sa fin (pas de startxref après le dernier objet)",
  'pdf-no-pages': 'aucune page ne se trouve à partir de son catalogue (/Root, /Pages)',
  'pdf-object-stream': "un flux d'objets (/ObjStm) ne se décompresse pas",
  'pdf-stream': 'un flux ne se décompresse pas, ou est compressé autrement que par Flate',
  'pdf-xref-offset':
    'startxref ne mène pas à une table de références : les octets ont sans doute été modifiés par un transfert en mode texte',
  'pdf-password': 'il demande un mot de passe',
  'no-library': "une bibliothèque facultative n'est pas installée (npm install @hyzyla/pdfium zxing-wasm)",
};

export const datamatrix = {
  'datamatrix-header': "son entête n'est pas « IS », une version de deux chiffres et 22 caractères",
  'datamatrix-no-field': "aucun champ ne suit l'entête",
  'datamatrix-id': 'un identifiant de champ (S1 à S7) est attendu ici, « {id} » est trouvé',
  'datamatrix-length': 'le champ {id} est plus court que son format ne le veut',
  'datamatrix-base64': "le base64 n'est pas valide",
  'datamatrix-image-format': 'la recherche lit PNG, JPEG, GIF et BMP',
  'datamatrix-none': "segur.yaml annonce un datamatrix (datamatrix: true) et aucun n'est trouvé dans le fichier",
};

export const media = {
  'media-cut': "le fichier s'arrête avant la fin que ses entêtes annoncent",
  'media-structure': 'ses blocs ne tiennent pas les uns dans les autres',
  'media-no-index':
    "il n'a pas de table des pistes (moov, Tracks ou hdrl) : l'enregistrement a sans doute été interrompu",
  'media-no-size': 'ses dimensions sont nulles ou introuvables',
};

/** Words of the reasons and limits that readers name by a code. */
export const readWords: Readonly<Record<string, string>> = {
  ...limits,
  ...refused,
  ...encoding,
  ...xml,
  ...json,
  ...zip,
  ...cda,
  ...mail,
  ...mailReserves,
  ...soap,
  ...hl7v2,
  ...fhir,
  ...jwt,
  ...oidc,
  ...har,
  ...log,
  ...pdf,
  ...datamatrix,
  ...media,
};
