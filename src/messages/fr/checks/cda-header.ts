import type { CheckTexts } from '../../check-texts.js';
import { cdaActs } from './cda-acts.js';
import { cdaForms } from './cda-forms.js';

export const cdaHeader = {
  ...cdaActs,
  ...cdaForms,
  'cda/type-code': {
    title: 'Type du document',
    what: 'Le code du document appartient au jeu de valeurs JDV_J07 du CI-SIS (types de documents), et il est donné sous sa propre nomenclature.',
    why: "Le type décide du classement du document dans le DMP, de sa classe et de ceux qui peuvent le voir : un type inconnu n'est ni classé ni trouvé.",
    rules: {
      unknown: {
        finding: 'Le type « {actual} » n’est pas dans notre copie de {set} ({oid}) du {version}.',
        expected: 'Un code de {set}, par exemple 11488-4 (CR ou fiche de consultation ou de visite).',
        remedy:
          'Traduire le type interne du logiciel vers un code de {set} ; si ce code y est entré après le {version}, ne pas tenir compte de cette alerte.',
      },
      'code-system': {
        finding: 'Le type {code} est donné sous la nomenclature « {actual} », qui n’est pas la sienne.',
        expected: 'codeSystem="{system}" pour le code {code}.',
        remedy: 'Écrire code="{code}" avec codeSystem="{system}", et le libellé que donne {set}.',
      },
    },
  },
  'cda/confidentiality': {
    title: 'Confidentialité du document',
    what: 'Le niveau de confidentialité est N (normal), R (restreint) ou V (très restreint).',
    why: "Le CI-SIS n'admet que ces trois niveaux depuis juin 2025 ; le schématron officiel accepte encore les anciens, et le DMP refuse le dépôt.",
    rules: {
      level: {
        finding: 'Le niveau de confidentialité « {actual} » n’est pas admis.',
        expected: 'code="N", "R" ou "V".',
        remedy:
          'Écrire <confidentialityCode code="N" displayName="Normal" codeSystem="2.16.840.1.113883.5.25"/>. Un document masqué garde N : le masquage est dans les métadonnées XDS, pas dans le CDA.',
      },
      'code-system': {
        finding: 'La confidentialité {code} est donnée sous la nomenclature « {actual} ».',
        expected: 'codeSystem="{system}".',
        remedy: 'Écrire codeSystem="{system}" sur confidentialityCode.',
      },
    },
  },
  'cda/versions': {
    title: "Versions d'un document",
    what: "Un document qui en remplace un autre donne l'identifiant de celui-ci, garde le même setId et augmente versionNumber de 1.",
    why: "Sans ce lien, l'ancienne version reste visible à côté de la nouvelle dans le DMP et chez le destinataire : le professionnel peut lire la mauvaise.",
    rules: {
      relation: {
        finding: 'Le lien vers un autre document est de type « {actual} ».',
        expected: 'typeCode="RPLC" (remplacement) ou "XFRM" (transformation).',
        remedy: 'Écrire typeCode="RPLC" pour une nouvelle version ; retirer relatedDocument pour tout autre lien.',
      },
      repeated: {
        finding: 'Le document en remplace {count}.',
        expected: 'Un seul relatedDocument de type RPLC.',
        remedy: 'Ne garder que le lien vers la version qui précède immédiatement.',
      },
      parent: {
        finding: 'Le document de référence n’est pas identifié : « {actual} » n’est pas un identifiant.',
        expected: 'relatedDocument/parentDocument/id, une fois, avec root.',
        remedy: "Recopier l'élément id du document remplacé, tel qu'il a été envoyé.",
      },
      'same-id': {
        finding: 'Le document se remplace lui-même : {actual} est aussi son identifiant.',
        expected: "Un identifiant nouveau pour chaque version, différent de celui de la version qu'elle remplace.",
        remedy:
          "Donner un nouvel OID à ClinicalDocument/id, et laisser dans parentDocument/id celui de l'ancienne version.",
      },
      'other-set': {
        finding: 'Le document remplacé est d’une autre série : son setId est {actual}.',
        expected: 'Le même setId pour toutes les versions d’un document.',
        remedy: 'Reprendre dans la nouvelle version le setId de la première.',
      },
      'version-gap': {
        finding: 'La version {version} dit remplacer la version {actual}.',
        expected: 'Un versionNumber augmenté de 1 à chaque version.',
        remedy: 'Écrire le versionNumber de la version remplacée, plus 1.',
      },
      'first-version': {
        finding: 'La version 1 dit remplacer un document.',
        expected: 'versionNumber à partir de 2 pour un document qui en remplace un autre.',
        remedy: 'Augmenter versionNumber, ou retirer relatedDocument si ce document est le premier de sa série.',
      },
      'no-replaced': {
        finding: 'La version {actual} ne dit pas quel document elle remplace.',
        expected: '<relatedDocument typeCode="RPLC"> avec l’identifiant de la version précédente.',
        remedy:
          'Ajouter après documentationOf <relatedDocument typeCode="RPLC"><parentDocument><id root="…"/></parentDocument></relatedDocument>, ou écrire versionNumber 1 pour un document nouveau.',
      },
    },
  },
  'cda/header-times': {
    title: "Dates de l'en-tête",
    what: "Les dates des participants sont à la seconde avec leur décalage horaire, celles de l'acte à la minute au moins.",
    why: "Les métadonnées du DMP sont en temps universel (UTC) : sans décalage, l'heure de l'acte y est fausse d'une ou deux heures, et les documents s'affichent dans le désordre.",
    rules: {
      form: {
        finding: 'La date de {element}, « {actual} », n’est pas une date HL7.',
        expected: 'AAAA, AAAAMMJJ, AAAAMMJJhhmm±ZZzz ou AAAAMMJJhhmmss±ZZzz.',
        remedy:
          'Écrire par exemple 20260316103000+0100 : ni tiret ni deux-points, et quatre chiffres pour le décalage.',
      },
      precision: {
        finding: 'La date de {element}, « {actual} », n’est pas à la seconde avec son décalage horaire.',
        expected: 'AAAAMMJJhhmmss±ZZzz, par exemple 20260316103000+0100.',
        remedy: "Garder l'instant de l'action, avec ses secondes et le décalage par rapport à UTC.",
      },
      'act-precision': {
        finding:
          'La date de l’acte ({element}), « {actual} », n’est pas au moins à la minute avec son décalage horaire.',
        expected: 'AAAAMMJJhhmm±ZZzz ou AAAAMMJJhhmmss±ZZzz.',
        remedy: 'Écrire par exemple 202603160900+0100 : année, mois, jour, heure, minute, décalage.',
      },
      offset: {
        finding: 'La date de {element}, « {actual} », donne une heure sans ses minutes ou sans son décalage horaire.',
        expected: 'Un jour (AAAAMMJJ), ou une heure avec ses minutes et son décalage.',
        remedy: 'Ajouter le décalage par rapport à UTC, par exemple +0100, ou ne garder que le jour.',
      },
    },
  },
  'cda/file-form': {
    title: 'Fichier du document',
    what: "Le fichier est en UTF-8, ne nomme pas l'emplacement du schéma, et son titre tient en 128 caractères.",
    why: 'Ces règles passent les contrôles de structure : le schéma et le schématron ne les voient pas, le DMP si.',
    rules: {
      encoding: {
        finding: 'Le fichier se déclare en {actual}.',
        expected: '<?xml version="1.0" encoding="UTF-8"?>',
        remedy: 'Écrire le fichier en UTF-8, et le déclarer ainsi.',
      },
      'schema-location': {
        finding: 'L’attribut xsi:schemaLocation vaut « {actual} ».',
        expected: 'Pas de xsi:schemaLocation : le destinataire n’a pas le schéma au même endroit.',
        remedy: 'Retirer cet attribut de ClinicalDocument à la production ; xmlns:xsi peut rester.',
      },
      'title-length': {
        finding: 'Le titre a {length} caractères.',
        expected: '{longest} caractères au plus.',
        remedy: 'Écrire un titre court, par exemple le libellé du type de document, sans le motif ni la conclusion.',
      },
      'separate-stylesheet': {
        finding: 'Le document demande une feuille de style séparée, « {actual} ».',
        expected: 'Pour le DMP, pas de feuille de style séparée.',
        remedy:
          'Retirer l’instruction xml-stylesheet des documents envoyés au DMP ; pour garder une présentation, joindre la copie PDF dans la section 1.2.250.1.213.1.1.2.243.',
      },
    },
  },
  'cda/dmp-identifier': {
    title: 'Identifiant pour le DMP',
    what: "Un document conservé par le DMP, ou publié par une transaction ITI-41, est identifié par un OID seul, d'au plus 64 caractères.",
    why: "Le DMP reprend cet identifiant comme uniqueId et n'admet pas la forme OID et extension : le dépôt est refusé, alors que le schéma et le schématron acceptent le document.",
    rules: {
      extension: {
        finding: 'L’identifiant du document a une extension, « {actual} ».',
        expected: 'Un OID complet dans root, et pas d’attribut extension.',
        remedy: 'Former un OID par document, par exemple en ajoutant un numéro à {root}, et l’écrire seul dans root.',
      },
      'not-oid': {
        finding: 'L’identifiant du document, « {actual} », n’est pas un OID.',
        expected: 'Un OID : des nombres sans zéro en tête, séparés par des points.',
        remedy:
          "Remplacer l'UUID par un OID formé sous la racine de l'éditeur ou de la structure ; un UUID s'écrit aussi en OID sous 2.25, en décimal.",
      },
      'too-long': {
        finding: 'L’identifiant du document a {length} caractères.',
        expected: '{longest} caractères au plus.',
        remedy: 'Former les OID des documents avec moins d’arcs ou des numéros plus courts.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
