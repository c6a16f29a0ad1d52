import type { CheckTexts, RuleTexts } from '../../check-texts.js';
import { xdsLinks } from './xds-links.js';
import { xdsPeople } from './xds-people.js';

const common = {
  repeated: {
    finding: '{attribute} a {count} valeurs.',
    expected: 'Une seule valeur.',
    remedy: 'Ne garder qu’une valeur de {attribute}.',
  },
  date: {
    finding: '{attribute} « {actual} » n’est pas une date et une heure à la seconde, en UTC.',
    expected: 'AAAAMMJJhhmmss, 14 chiffres sans décalage : 20260316093000 pour 10 h 30 à Paris en hiver.',
    remedy: 'Convertir l’heure en UTC, compléter les secondes par 00, et ne pas écrire le décalage.',
  },
  'code-parts': {
    finding: '{attribute} « {actual} » n’a pas de {part}.',
    expected: 'nodeRepresentation (le code), un Slot codingScheme (l’OID de la nomenclature) et un Name (le libellé).',
    remedy: 'Ajouter {part} à la Classification de {attribute}.',
  },
  status: {
    finding: 'L’objet a le statut « {actual} ».',
    expected: 'status="{expected}", comme dans toutes les archives officielles.',
    remedy: 'Écrire ce statut dans l’attribut status du RegistryPackage et de chaque ExtrinsicObject.',
  },
} satisfies Record<string, RuleTexts>;

export const xds = {
  'dmp/submission-set': {
    title: 'Lot de soumission XDS',
    what: 'Le lot (SubmissionSet) d’une archive ou d’un envoi au DMP a son auteur, son type d’activité, son patient, ses identifiants et sa date, chacun dans la forme que XDS et le CI-SIS demandent.',
    why: 'Le DMP rejette un lot incomplet, et le destinataire d’une archive range et affiche les documents d’après lui.',
    rules: {
      none: {
        finding: 'Le message ne soumet aucun lot.',
        expected: 'Un RegistryPackage classé comme SubmissionSet, dans l’espace de noms ebRIM 3.0.',
        remedy: 'Produire le RegistryPackage du lot avec son auteur, sa date et ses identifiants.',
      },
      classification: {
        finding: 'Rien ne dit que ce RegistryPackage est un lot de soumission.',
        expected: 'Une Classification dont classificationNode vaut urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd.',
        remedy:
          'Ajouter au RegistryPackage <Classification classificationNode="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" classifiedObject="(id du lot)"/>.',
      },
      attribute: {
        finding: 'Le lot n’a pas de {attribute}.',
        expected: 'authorPerson, contentTypeCode, patientId, sourceId, uniqueId et submissionTime.',
        remedy: 'Ajouter {attribute} au RegistryPackage.',
      },
      ...common,
      'content-type': {
        finding: 'contentTypeCode « {actual} » n’est pas dans {set} ({oid}, version du {version}).',
        expected: 'Un code de JDV_J03, ou de JDV_J59 pour le DMP, qui n’accepte pas les secteurs SA01 à SA04.',
        remedy:
          'Choisir le type d’activité qui a produit le lot (03 hospitalisation complète, 07 consultation externe, SA07 cabinet…), ou ne pas tenir compte de cette alerte si le code y est entré après le {version}.',
      },
      'content-type-scheme': {
        finding: 'contentTypeCode {code} est donné sous la nomenclature « {actual} ».',
        expected: '{expected}.',
        remedy: 'Mettre dans codingScheme l’OID de la nomenclature du code.',
      },
      ...xdsPeople,
    },
  },
  'dmp/document-entry': {
    title: 'Entrée XDS d’un document',
    what: 'Chaque entrée (DocumentEntry) d’une archive ou d’un envoi au DMP a tous les attributs requis, une seule fois, dans la forme attendue, avec des codes des jeux de valeurs du CI-SIS, ou du DMP quand elle part au DMP.',
    why: 'Le DMP rejette un code hors de ses jeux de valeurs ; le destinataire cherche, trie et affiche les documents par ces attributs.',
    rules: {
      attribute: {
        finding: 'L’entrée n’a pas de {attribute}.',
        expected:
          'uniqueId, patientId, title, mimeType, author, classCode, typeCode, formatCode, healthcareFacilityTypeCode, practiceSettingCode, confidentialityCode, creationTime, languageCode, legalAuthenticator, serviceStartTime et sourcePatientId.',
        remedy: 'Ajouter {attribute} à l’ExtrinsicObject, déduit de l’en-tête du document.',
      },
      ...common,
      code: {
        finding: '{attribute} « {actual} » n’est pas dans {set} ({oid}, version du {version}).',
        expected: 'Un code de {set}.',
        remedy:
          'Prendre un code du jeu de valeurs, ou ne pas tenir compte de cette alerte si le code y est entré après le {version}.',
      },
      scheme: {
        finding: '{attribute} {code} est donné sous la nomenclature « {actual} ».',
        expected: '{expected}.',
        remedy: 'Mettre dans codingScheme l’OID de la nomenclature du code.',
      },
      'format-scheme': {
        finding: 'formatCode {code} est donné sous la nomenclature « {actual} ».',
        expected: '{expected}.',
        remedy:
          'Mettre dans codingScheme 1.3.6.1.4.1.19376.1.2.3 pour un format IHE, 1.2.250.1.213.1.1.4.2.282 pour un format français.',
      },
      'format-scheme-dmp': {
        finding:
          'formatCode {code} est donné au DMP sous la nomenclature « {actual} », qui n’est pas celle de son jeu de valeurs.',
        expected: '{expected}.',
        remedy:
          'Mettre dans codingScheme 1.3.6.1.4.1.19376.1.2.3 pour un format IHE, 1.2.250.1.213.1.1.4.2.282 pour un format français.',
      },
      'class-of-type': {
        finding:
          'classCode « {actual} » n’est pas la classe du type {type}, qui est {expected} dans {table} (version du {version}).',
        expected: 'classCode {expected}.',
        remedy: 'Déduire classCode de typeCode par {table}, sans le laisser choisir.',
      },
      'mime-type': {
        finding: 'mimeType « {actual} » n’est pas celui d’un document CDA.',
        expected:
          'text/xml, application/xslt+xml pour un CDA auto-présentable, application/dicom pour un KOS (la liste des images d’un examen).',
        remedy: 'Décrire le document CDA lui-même : c’est le corps du CDA qui contient le PDF, pas l’entrée.',
      },
      language: {
        finding: 'languageCode « {actual} » n’est pas une langue et un pays.',
        expected: 'fr-FR, ou deux minuscules, un tiret et deux majuscules.',
        remedy: 'Reprendre languageCode/@code du document.',
      },
      'reference-id': {
        finding:
          'La référence « {actual} » n’a pas d’identifiant, ou son type n’est pas dans {set} (version du {version}).',
        expected:
          'identifiant^^^&OID&ISO^urn:ihe:iti:xds:2013:order, …:accession ou urn:ihe:iti:xds:2016:studyInstanceUID.',
        remedy: 'Écrire en entier le type de la référence dans CX.5.',
      },
      ...xdsPeople,
    },
  },
  ...xdsLinks,
} satisfies Record<string, CheckTexts>;
