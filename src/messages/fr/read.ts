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
    finding: 'Le fichier dépasse la limite de lecture : {actual} octets.',
    expected: 'Au plus {maximum} octets.',
    remedy:
      "Retirer du dossier ce qui n'est pas une pièce, ou découper l'export ; pour le lire quand même : --limit {limit}={actual}.",
  },
  'read/encoding': {
    finding: "Le texte n'est pas lisible en {charset} : {reason}.",
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
    finding: 'Le document XML dépasse une limite de sûreté ({limit} : {actual}).',
    expected: 'Au plus {maximum}.',
    remedy:
      "Vérifier que le fichier est bien un export du produit ; s'il l'est, relever la limite : --limit {limit}=N.",
  },
  'read/json': {
    finding: 'Le JSON est invalide : {reason}.',
    expected: 'Un document JSON complet (RFC 8259), sans commentaire ni virgule finale.',
    remedy: "Vérifier que l'export n'est pas tronqué, puis corriger la ligne indiquée.",
  },
  'read/json-limit': {
    finding: 'Le JSON dépasse une limite de sûreté ({limit} : {actual}).',
    expected: 'Au plus {maximum}.',
    remedy:
      "Vérifier que le fichier est bien un export du produit ; s'il l'est, relever la limite : --limit {limit}=N.",
  },
  'read/har': {
    finding:
      "L'échange de rang {entry} (compté à partir de 0) de la capture HTTP pose un problème de lecture : {reason}.",
    expected:
      'Un fichier HAR 1.2, ou un journal de requêtes et de réponses HTTP complètes, chacune avec son URL et ses corps.',
    remedy: "Refaire l'export depuis les outils du navigateur ou le proxy, sans le retoucher.",
  },
  'read/jwt': {
    finding: 'Le jeton pose un problème de lecture : {reason}.',
    expected:
      "Un JWT signé (JWS), compact (trois parties base64url séparées par des points) ou en JSON, dont l'entête et le contenu sont des objets JSON.",
    remedy: 'Copier le jeton en entier tel que le serveur le donne, sans rien autour.',
  },
  'read/zip': {
    finding: "L'archive ZIP est illisible : {reason}.",
    expected: "Une archive ZIP complète, qui se lit d'une seule façon.",
    remedy: "Refaire l'export : l'archive est tronquée ou n'en est pas une.",
  },
  'read/zip-unsafe-name': {
    finding: "L'archive contient une entrée dangereuse, « {entry} » : {reason}. Rien n'en est lu.",
    expected: 'Des noms relatifs, sans « .. », sans lien, sans barre inverse.',
    remedy: "Corriger la production de l'archive : un destinataire qui l'ouvre écrirait hors de son dossier.",
  },
  'read/zip-limit': {
    finding: "L'archive dépasse une limite de sûreté ({limit} : {actual}).",
    expected: 'Au plus {maximum}.',
    remedy:
      "Vérifier que l'archive est bien un export du produit ; si elle l'est, relever la limite : --limit {limit}=N.",
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
    finding: 'Le message dépasse une limite de sûreté ({limit} : {actual}).',
    expected: 'Au plus {maximum}.',
    remedy:
      "Vérifier que le fichier est bien un message du produit ; s'il l'est, relever la limite : --limit {limit}=N.",
  },
  'read/soap': {
    finding: 'Le message SOAP est illisible : {reason}.',
    expected: 'Une enveloppe SOAP 1.1 ou 1.2 complète, avec toutes les parties MTOM auxquelles elle renvoie.',
    remedy: 'Exporter le message tel que transmis, entêtes MIME compris.',
  },
  'read/hl7v2': {
    finding: 'Le message HL7 v2 est illisible : {reason}.',
    expected: 'Des messages HL7 v2 complets, qui commencent chacun par un segment MSH et ses séparateurs.',
    remedy: "Exporter le message tel qu'émis, sans le remettre en forme.",
  },
  'read/hl7v2-data': {
    finding: 'Le contenu {encoding} de OBX-5 est illisible : {reason}.',
    expected: 'Un contenu encodé en entier, comme OBX-5.4 le dit : Base64 (RFC 4648) ou Hex.',
    remedy: "Vérifier que le contenu n'a pas été tronqué ou modifié par l'export, puis émettre le message à nouveau.",
  },
  'read/fhir': {
    finding: 'La ressource FHIR pose un problème de lecture : {reason}.',
    expected: 'Une ressource FHIR R4 complète, en JSON ou en XML, ou une par ligne en NDJSON.',
    remedy: "Exporter la ressource telle qu'échangée.",
  },
  'read/oidc': {
    finding: 'La pièce OpenID Connect pose un problème de lecture : {reason}.',
    expected:
      "Un document de découverte, un jeu de clés publiques (JWKS), une réponse de jetons, d'introspection ou userinfo en JSON.",
    remedy: 'Enregistrer la réponse telle que le serveur la donne.',
  },
  'read/log': {
    finding: 'La trace est illisible : {reason}.',
    expected: "Une trace d'une forme connue, ou dont segur.yaml donne les colonnes.",
    remedy: "Exporter la trace en texte, et décrire ses colonnes dans segur.yaml si sa forme n'est pas connue.",
  },
  'read/pdf': {
    finding: 'Le PDF est illisible : {reason}.',
    expected: 'Un fichier PDF complet, sans mot de passe.',
    remedy: 'Produire le PDF à nouveau.',
  },
  'read/media': {
    finding: "L'image ou la vidéo est illisible : {reason}.",
    expected: 'Un fichier complet, dont les dimensions ou la durée sont lisibles.',
    remedy: 'Refaire la capture : elle est sans doute coupée.',
  },
  'read/datamatrix': {
    finding: 'Le datamatrix INS est illisible : {reason}.',
    expected: "Un datamatrix 2D-Doc ou INS complet, tel que l'ANS le décrit.",
    remedy: 'Capturer le code entier, net et sans le redimensionner.',
  },
  'read/limit': {
    finding: 'Le fichier dépasse une limite de sûreté ({limit} : {actual}).',
    expected: 'Au plus {maximum}.',
    remedy:
      "Vérifier que le fichier est bien un export du produit ; s'il l'est, relever la limite : --limit {limit}=N.",
  },
  'read/nesting': {
    finding: 'Trop de contenants imbriqués : {actual}.',
    expected: 'Au plus {maximum} niveaux (un message, une archive et un document en font deux).',
    remedy: 'Extraire la pièce utile et la mettre seule dans le dossier.',
  },
  'read/refused': {
    finding: 'Le système refuse de donner ce fichier : {reason}.',
    expected: 'Un fichier que le compte qui lance la commande peut lire, au nom en UTF-8.',
    remedy: 'Vérifier les droits et le nom du fichier.',
  },
  'read/forgiven': {
    finding: 'Lu avec une réserve : {reason}.',
    expected: "Un export où rien n'est à deviner ni à pardonner : un autre logiciel peut le refuser.",
    remedy: "Corriger l'export à l'endroit indiqué.",
  },
  'read/not-as-named': {
    finding: "Le contenu du fichier n'est pas celui que son extension annonce.",
    expected: 'Un fichier dont le contenu est celui que son nom annonce.',
    remedy: "Refaire l'export, ou donner au fichier l'extension de ce qu'il contient.",
  },
  'read/redacted': {
    finding: "Ce fichier du dossier d'origine n'est pas dans cette copie expurgée.",
    expected: "Ce que ce fichier prouve se juge dans le dossier d'origine.",
    remedy:
      "Juger le dossier d'origine, ou refaire l'export sans ce qui ne peut être réécrit (PDF, image, contenu signé).",
  },
  'read/stopped': {
    finding: 'Le jugement de ce fichier a été arrêté : {reason}. Les autres fichiers sont jugés.',
    expected: "Un jugement mené à son terme : rien n'est conclu sur ce fichier.",
    remedy:
      "Juger ce fichier seul ; s'il est bien un export du produit, relever la limite (--limit documentMilliseconds=N ou documentBytes=N), ou signaler ce défaut de l'outil.",
  },
  'read/failed': {
    finding: "L'outil a échoué en lisant ce fichier : {reason}.",
    expected: "Une lecture sans échec : rien n'est conclu sur ce fichier.",
    remedy: "Signaler ce défaut de l'outil.",
  },
} satisfies Record<ReadCode, RuleTexts>;
