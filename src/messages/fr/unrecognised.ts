import type { Kind } from '../../artifacts/artifact.js';
import type { OtherCode } from '../../artifacts/other/other.js';

/** Why no reader knows a file. */
export const unrecognised = {
  'unrecognised/xml-root': 'Document XML de racine « {root} » (espace de noms « {namespace} »), inconnue des lecteurs.',
  'unrecognised/xml-signature': 'Signature XML détachée : elle est jugée avec le message qui la porte, pas seule.',
  'unrecognised/html': "Page HTML : ce n'est pas une pièce.",
  'unrecognised/doctype':
    'Document XML avec une déclaration de type (DOCTYPE), sans rien d’une pièce : il n’est pas lu.',
  'unrecognised/empty': 'Fichier vide (0 octet), dont le nom n’annonce aucune pièce.',
  'unrecognised/tnef':
    "Pièce jointe winmail.dat (TNEF) : Outlook y a enfermé le message, qu'un autre logiciel ne lit pas ; l'envoyer en MIME.",
  'unrecognised/compressed':
    'Archive 7z, RAR, gzip ou tar, qui n’est pas ouverte : si elle contient des pièces, les extraire dans le dossier.',
  'unrecognised/office': 'Document bureautique, qui n’est pas lu : s’il sert de preuve, l’exporter en PDF.',
  'unrecognised/capture':
    'Capture réseau binaire, qui n’est pas lue : l’exporter en texte, paquets détaillés (Wireshark : Exporter les dissections, en texte).',
  'unrecognised/pem': 'Certificat, clé ou signature en PEM, qui n’est pas lu.',
  'unrecognised/table':
    'Table dont les lignes n’ont pas toutes une date et une heure : si c’est une trace, décrire ses colonnes dans segur.yaml (artifacts, columns).',
  'unrecognised/json': 'JSON dont rien ne dit la nature (premières clés : « {keys} »).',
  'unrecognised/archive':
    'Archive ZIP sans dossier IHE_XDM ni METADATA.XML, qui n’est pas ouverte : si elle contient des pièces, les extraire dans le dossier.',
  'unrecognised/signed': "Données signées (CMS) : leur contenu n'est pas ouvert.",
  'unrecognised/encrypted': 'Données chiffrées (CMS) : leur contenu ne peut pas être lu.',
  'unrecognised/text':
    "Texte d'aucune forme connue ; une trace dont la forme est propre au logiciel se décrit dans segur.yaml (artifacts, columns).",
  'unrecognised/binary': "Données binaires d'aucune forme connue.",
} satisfies Record<OtherCode, string>;

/** The kind that a file comes nearest to, and what that kind is recognised by. */
export const nearestKind = 'Nature la plus proche : {kind} ({sign}).';

/** What a kind is recognised by. */
export const kindSigns = {
  cda: 'élément racine ClinicalDocument, dans urn:hl7-org:v3',
  xdm: 'archive ZIP avec un dossier IHE_XDM ou un METADATA.XML',
  mail: 'en tête du fichier, deux entêtes de message au moins : From, To, Date, Subject…',
  mailbox: 'boîte aux lettres mbox de plusieurs messages',
  soap: 'élément racine Envelope de SOAP 1.1 ou 1.2, ou Assertion de SAML 2.0',
  hl7v2: 'segment MSH, FHS ou BHS en tête',
  fhir: 'resourceType en JSON, ou espace de noms http://hl7.org/fhir',
  jwt: 'trois parties base64url séparées par des points, ou JWS en JSON',
  oidc: "document de découverte, jeu de clés, réponse de jetons, d'introspection ou userinfo en JSON",
  har: 'log.entries de HAR 1.2 en JSON, ou requête HTTP en tête',
  log: 'dialogue SMTP ou IMAP, session TLS, trace de forme connue ou décrite dans segur.yaml',
  pdf: 'signature %PDF- dans le premier kilo-octet',
  datamatrix: "texte d'un datamatrix INS ou d'un 2D-Doc",
  image: 'PNG, JPEG, GIF, WebP, TIFF, BMP ou HEIC',
  video: 'MP4, WebM, AVI ou MPEG',
  xlsx: 'classeur Office Open XML',
  other: 'aucune',
} satisfies Record<Kind, string>;
