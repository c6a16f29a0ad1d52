import type { ReadCode } from '../../artifacts/read-error.js';
import type { RuleTexts } from '../check-texts.js';

/** Files that can't be read. */
export const read = {
  'read/empty': {
    finding: 'Le fichier est vide (0 octet).',
    expected: 'Un export non vide.',
    remedy: "Refaire l'export : l'écriture a sans doute été interrompue.",
  },
  'read/too-large': {
    finding: 'Le fichier dépasse la limite de lecture.',
    expected: 'Au plus {maximum} octets.',
    remedy: "Retirer du dossier ce qui n'est pas une pièce, ou découper l'export.",
  },
  'read/encoding': {
    finding: "Le texte n'est pas valide dans son jeu de caractères {charset} (premier octet fautif : {offset}).",
    expected: 'Un texte conforme au jeu de caractères annoncé, UTF-8 par défaut.',
    remedy: "Réencoder l'export en UTF-8 et annoncer ce jeu de caractères.",
  },
  'read/xml': {
    finding: 'Le XML est mal formé : {reason}.',
    expected: 'Un document XML bien formé et complet.',
    remedy: "Vérifier que l'export n'est pas tronqué, puis corriger la ligne indiquée.",
  },
  'read/xml-doctype': {
    finding: 'Le document déclare un DOCTYPE : il est refusé sans être lu.',
    expected: 'Un document XML sans déclaration de type ni entité.',
    remedy: 'Produire le document sans DOCTYPE : les entités exposent le destinataire à des attaques.',
  },
  'read/xml-limit': {
    finding: 'Le document XML dépasse une limite de sûreté ({limit}).',
    expected: 'Au plus {maximum}.',
    remedy: 'Vérifier que le fichier est bien un export du produit.',
  },
  'read/json': {
    finding: 'Le JSON est invalide : {reason}.',
    expected: 'Un document JSON complet (RFC 8259), sans commentaire ni virgule finale.',
    remedy: "Vérifier que l'export n'est pas tronqué, puis corriger la ligne indiquée.",
  },
  'read/json-limit': {
    finding: 'Le JSON est trop imbriqué.',
    expected: 'Au plus {maximum} niveaux.',
    remedy: 'Vérifier que le fichier est bien un export du produit.',
  },
  'read/har': {
    finding: "L'échange n° {entry} de l'archive HTTP n'a pas d'URL de requête lisible.",
    expected: 'Un fichier HAR 1.2 : log.entries[].request.url.',
    remedy: "Refaire l'export HAR depuis les outils du navigateur ou le proxy.",
  },
  'read/jwt': {
    finding: 'Le jeton est illisible : {reason}.',
    expected:
      'Un JWT compact : trois parties base64url séparées par des points, les deux premières étant des objets JSON.',
    remedy: 'Copier le jeton en entier, sans retour à la ligne ni guillemets.',
  },
  'read/zip': {
    finding: "L'archive ZIP est illisible : {reason}.",
    expected: 'Une archive ZIP complète.',
    remedy: "Refaire l'export : l'archive est tronquée ou n'en est pas une.",
  },
  'read/zip-unsafe-name': {
    finding: "L'archive contient une entrée dont le nom sort de l'archive : « {entry} ». Rien n'en est lu.",
    expected: 'Des noms relatifs, sans « .. », sans lien, sans barre inverse.',
    remedy: "Corriger la production de l'archive : un destinataire qui l'ouvre écrirait hors de son dossier.",
  },
  'read/zip-limit': {
    finding: "L'archive dépasse une limite de sûreté ({limit}).",
    expected: 'Au plus {maximum}.',
    remedy: "Vérifier que l'archive est bien un export du produit.",
  },
  'read/zip-entry': {
    finding: "L'entrée « {entry} » de l'archive est illisible : {reason}.",
    expected: 'Une entrée non chiffrée, au nom unique, dont la somme de contrôle est juste.',
    remedy: "Refaire l'archive.",
  },
  'read/mail': {
    finding: 'Le message est illisible : {reason}.',
    expected: 'Un message complet (RFC 5322) : des entêtes, une ligne vide, un contenu.',
    remedy: 'Exporter la source complète du message, pas son affichage.',
  },
  'read/mail-base64': {
    finding: "Une partie du message annonce base64 mais n'en est pas.",
    expected: 'Un contenu base64 valide et complet (RFC 2045).',
    remedy: "Vérifier que la source du message n'a pas été tronquée ou modifiée par l'export.",
  },
  'read/mail-limit': {
    finding: 'Le message dépasse une limite de sûreté ({limit}).',
    expected: 'Au plus {maximum}.',
    remedy: 'Vérifier que le fichier est bien un message du produit.',
  },
  'read/nesting': {
    finding: 'Trop de contenants imbriqués.',
    expected: 'Au plus {maximum} niveaux (un message, une archive et un document en font deux).',
    remedy: 'Extraire la pièce utile et la mettre seule dans le dossier.',
  },
  'read/refused': {
    finding: 'Le système refuse de donner ce fichier : {reason}.',
    expected: 'Un fichier que le compte qui lance la commande peut lire, au nom en UTF-8.',
    remedy: 'Vérifier les droits et le nom du fichier.',
  },
  'read/not-as-named': {
    finding: "Le contenu du fichier n'est pas celui que son extension annonce.",
    expected: 'Un fichier dont le contenu est celui que son nom annonce.',
    remedy: "Refaire l'export, ou donner au fichier l'extension de ce qu'il contient.",
  },
  'read/failed': {
    finding: "L'outil a échoué en lisant ce fichier : {reason}.",
    expected: "Une lecture sans échec : rien n'est conclu sur ce fichier.",
    remedy: "Signaler ce défaut de l'outil.",
  },
} satisfies Record<ReadCode, RuleTexts>;

/** Words of the reasons and limits that readers name by a code; what a library says is quoted as it says it. */
export const readWords: Readonly<Record<string, string>> = {
  'no-header': 'aucun entête au début du fichier',
  'no-content': 'rien après les entêtes',
  'no-boundary': 'une partie multipart ne dit pas son séparateur (boundary)',
  'boundary-never-found': 'le séparateur annoncé (boundary) ne paraît jamais',
  cut: 'le séparateur de fin manque, le message est coupé',
  'duplicate-name': 'ce nom est déjà pris par une autre entrée',
  encrypted: 'elle est chiffrée',
  crc: 'sa somme de contrôle est fausse',
  'no-root': "il n'y a pas d'élément racine",
  'no-tag': 'le fichier ne commence pas par une balise',
  'no-zip-signature': "le fichier n'a pas la signature ZIP",
  'not-three-parts': "il n'a pas trois parties base64url",
  'claims-not-base64url': "sa deuxième partie n'est pas en base64url",
  attributes: "attributs d'un élément",
  depth: "niveaux d'imbrication",
  nodes: 'nœuds',
  parts: 'parties',
  entries: 'entrées',
  'entry-size': "octets d'une entrée",
  'total-size': 'octets en tout',
  'compression-ratio': 'taux de compression',
  'header-size': "octets d'entêtes",
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
