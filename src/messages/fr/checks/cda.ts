import type { CheckTexts } from '../../check-texts.js';

export const cda = {
  'cda/minimal-structure': {
    title: "Structure minimale d'un CDA français",
    what: "Tout document CDA dit qu'il est français (realmCode), de quel type HL7 il est (typeId), quels modèles il suit (templateId) et porte un corps.",
    why: "Le DMP, la MSSanté et les logiciels destinataires choisissent d'après ces déclarations comment lire et contrôler le document ; sans elles ils le rejettent ou ne savent pas l'afficher.",
    rules: {
      realm: {
        finding: "Le document n'a pas un realmCode et un seul qui vaille FR.",
        expected: 'Un élément realmCode, avec code="FR".',
        remedy: 'Écrire <realmCode code="FR"/> en premier dans ClinicalDocument.',
      },
      'type-id': {
        finding: "Le typeId n'est pas celui d'un document clinique CDA R2.",
        expected: 'root="2.16.840.1.113883.1.3" et extension="POCD_HD000040".',
        remedy: 'Écrire ces deux valeurs telles quelles : elles sont les mêmes dans tous les documents CDA.',
      },
      'common-template': {
        finding: 'Le templateId {template} figure {count} fois au lieu d’une.',
        expected:
          'Une fois 2.16.840.1.113883.2.8.2.1 (HL7 France) et une fois 1.2.250.1.213.1.1.1.1 (structuration minimale du CI-SIS).',
        remedy: "Ajouter dans l'en-tête le templateId qui manque, ou retirer celui qui est répété.",
      },
      'volet-template': {
        finding: 'Aucun templateId ne dit de quel volet est le document.',
        expected: 'Après les deux templateId communs, ceux du volet de contenu, avec leur version en extension.',
        remedy:
          'Déclarer les templateId que le volet du CI-SIS donne pour ce document, par exemple pour un compte rendu de biologie 1.2.250.1.213.1.1.1.55.',
      },
      'level-1-templates': {
        finding: 'Ce document de niveau 1 déclare {count} templateId, ou un autre que ceux de ce niveau.',
        expected:
          'Trois templateId exactement : les deux communs et 1.3.6.1.4.1.19376.1.2.20 (document non structuré, XDS-SD).',
        remedy:
          "Ne pas reprendre les templateId d'un volet structuré quand le corps est un fichier encapsulé : mettre celui de XDS-SD.",
      },
      body: {
        finding: "Le document n'a pas de corps.",
        expected: 'Un élément component avec nonXMLBody (niveau 1) ou structuredBody (niveau 3).',
        remedy: "Produire le corps après l'en-tête : le fichier encodé en base64, ou les sections du volet.",
      },
    },
  },
  'cda/document-identity': {
    title: 'Identité, titre, date et version du document',
    what: "L'identifiant, le type, le titre, la date, la confidentialité, la langue, l'identifiant de série et le numéro de version figurent chacun une fois, remplis et dans leur forme.",
    why: "C'est par eux qu'un document se retrouve, se classe et se remplace : mal remplis, une nouvelle version ne remplace pas l'ancienne et le DMP refuse le dépôt.",
    rules: {
      missing: {
        finding: "L'élément {element} manque dans l'en-tête.",
        expected:
          'Les éléments id, code, title, effectiveTime, confidentialityCode, languageCode, setId et versionNumber, une fois chacun.',
        remedy: "Ajouter {element} à sa place dans l'en-tête, après les templateId.",
      },
      repeated: {
        finding: "L'élément {element} figure plusieurs fois.",
        expected: 'Un seul élément {element}.',
        remedy: 'Ne garder que celui qui est juste.',
      },
      'null-flavor': {
        finding: 'L\'élément {element} porte nullFlavor="{actual}".',
        expected: 'Une valeur : nullFlavor est interdit sur cet élément.',
        remedy: 'Renseigner {element} : le logiciel qui crée le document connaît toujours cette donnée.',
      },
      root: {
        finding: "L'attribut root de {element}, « {actual} », n'est pas un identifiant.",
        expected: 'Un OID en chiffres et points, sans zéro en tête ni préfixe, ou un UUID.',
        remedy:
          "Écrire l'OID seul, sans « urn:oid: », et le former sous la racine attribuée à l'éditeur ou à la structure.",
      },
      extension: {
        finding: "L'attribut extension de {element} est vide.",
        expected: "Une extension remplie, ou pas d'attribut extension.",
        remedy: "Retirer l'attribut quand root suffit à identifier ; pour le DMP, root doit suffire.",
      },
      attribute: {
        finding: "L'élément {element} n'a pas de {attribute}.",
        expected: 'Les trois attributs code, codeSystem et displayName.',
        remedy:
          "Prendre les trois dans le même jeu de valeurs du CI-SIS : le code, l'OID de sa terminologie et son libellé.",
      },
      title: {
        finding: 'Le titre est vide.',
        expected: 'Un titre lisible, celui que le destinataire verra dans une liste de documents.',
        remedy: 'Écrire par exemple le libellé du type de document.',
      },
      time: {
        finding: "La date du document, « {actual} », n'est pas une date HL7.",
        expected: 'AAAAMMJJhhmmss±ZZzz, par exemple 20260316103000+0100.',
        remedy: 'Écrire la date sans tiret, sans deux-points et sans « T », suivie du décalage horaire.',
      },
      'time-precision': {
        finding: "La date du document, « {actual} », n'est pas donnée à la seconde avec son décalage horaire.",
        expected: 'AAAAMMJJhhmmss±ZZzz, par exemple 20260316103000+0100.',
        remedy: "Prendre l'instant où le document est produit, avec les secondes et le décalage par rapport à UTC.",
      },
      language: {
        finding: "La langue « {actual} » n'a pas la forme attendue.",
        expected: 'Langue en minuscules et pays en majuscules : fr-FR.',
        remedy: 'Écrire <languageCode code="fr-FR"/>.',
      },
      version: {
        finding: "Le numéro de version « {actual} » n'est pas un entier.",
        expected: 'Un entier à partir de 1, augmenté de 1 à chaque nouvelle version.',
        remedy: 'Numéroter les versions 1, 2, 3… et garder le même setId.',
      },
    },
  },
  'cda/record-target': {
    title: 'Patient du document',
    what: "Le document concerne un patient et un seul, avec ses identifiants, son nom, son sexe et sa date de naissance ; s'il porte l'INS, il en porte tous les traits.",
    why: "Le destinataire rapproche ce patient du sien d'après ces données : un trait absent ou mal qualifié empêche le rapprochement, ou le fait faire à tort.",
    rules: {
      'one-patient': {
        finding: 'Le document a {count} recordTarget, ou pas exactement un patientRole.',
        expected: 'Un recordTarget avec un patientRole, sans nullFlavor.',
        remedy: 'Produire un document par patient.',
      },
      id: {
        finding: 'Un identifiant du patient est absent ou incomplet.',
        expected:
          "Pour chaque patientRole/id, root (l'autorité qui l'attribue) et extension (la valeur), sans nullFlavor.",
        remedy:
          "Écrire l'INS qualifiée sous son OID, et l'identifiant local sous l'OID de l'établissement ou du cabinet.",
      },
      name: {
        finding: 'Le nom du patient est incomplet : {element} est absent, vide ou répété.',
        expected: 'Un élément name, avec au moins un family et un given remplis.',
        remedy: "Reprendre de l'identité le nom de naissance et les prénoms.",
      },
      qualifier: {
        finding: 'Un {element} porte le qualifier « {actual} ».',
        expected:
          'family : BR (nom de naissance) ou CL (nom utilisé). given : BR (premier prénom), CL (prénom utilisé), ou pas de qualifier pour la liste des prénoms.',
        remedy: 'Remplacer SP, qui n’est plus admis, par CL ; qualifier chaque family.',
      },
      gender: {
        finding: "Le sexe est absent ou n'est pas un code admis.",
        expected: 'administrativeGenderCode avec code="F", "M" ou "UN".',
        remedy: 'Traduire le code interne du logiciel vers le jeu de valeurs JDV_J143.',
      },
      'gender-coding': {
        finding: 'Le code du sexe a pour {attribute} « {actual} ».',
        expected: 'codeSystem="2.16.840.1.113883.5.1" et un displayName (Féminin, Masculin, Indéterminé).',
        remedy: 'Écrire le code avec le système et le libellé du jeu de valeurs JDV_J143.',
      },
      'birth-time': {
        finding: "La date de naissance est absente ou n'est pas une date HL7.",
        expected: 'birthTime avec value="AAAAMMJJ".',
        remedy: "Écrire l'année, le mois et le jour à la suite, sans séparateur.",
      },
      'ins-trait': {
        finding: "L'INS est présente mais {element} manque.",
        expected:
          "Avec l'INS : family et given BR, given sans qualifier (liste des prénoms), birthTime, county du lieu de naissance (code INSEE) et sexe.",
        remedy:
          "Recopier tous les traits de l'identité qualifiée ; si l'un manque, l'identité n'est pas à envoyer avec l'INS.",
      },
      forbidden: {
        finding: 'Le patient porte un élément {element}.',
        expected:
          'Aucun raceCode, ethnicGroupCode ni religiousAffiliationCode : ces données ne sont pas admises en France.',
        remedy: "Retirer cet élément de l'export, même avec un nullFlavor.",
      },
    },
  },
  'cda/body-n1': {
    title: "Corps d'un document de niveau 1",
    what: "Le fichier d'un document de niveau 1 est encodé en base64, d'un format admis, et ce sont bien des octets de ce format ; un PDF s'annonce PDF/A-1.",
    why: 'Le validateur officiel ne décode pas ce fichier : une erreur ici passe tous les contrôles de structure et ne se voit que quand le destinataire ouvre un document illisible.',
    rules: {
      'no-text': {
        finding: "Le corps de niveau 1 n'a pas de contenu.",
        expected: 'nonXMLBody/text avec le fichier encodé.',
        remedy: 'Encoder le fichier en base64 dans nonXMLBody/text.',
      },
      representation: {
        finding: 'L’attribut representation vaut « {actual} ».',
        expected: 'representation="B64".',
        remedy: 'Encoder le fichier en base64 et écrire representation="B64", même pour du texte.',
      },
      'media-type': {
        finding: "Le type « {actual} » n'est pas admis dans un document de niveau 1.",
        expected: 'application/pdf, image/jpeg, image/tiff, text/rtf ou text/plain.',
        remedy: "Convertir le fichier, de préférence en PDF/A-1, avant de l'encapsuler.",
      },
      base64: {
        finding: "Le contenu n'est pas du base64.",
        expected: 'Des caractères A-Z, a-z, 0-9, + et /, complétés par =, éventuellement sur plusieurs lignes.',
        remedy: "Encoder les octets du fichier d'un seul tenant, sans préfixe « data: » ni alphabet base64url.",
      },
      content: {
        finding: "Les octets encodés ne sont pas ceux d'un fichier {mediaType}.",
        expected: 'Un fichier du format annoncé par mediaType ; un PDF commence par %PDF-.',
        remedy: "Vérifier que le fichier n'est ni vide, ni encodé deux fois, ni d'un autre format que celui annoncé.",
      },
      'pdf-a': {
        finding: "Le PDF encapsulé ne s'annonce pas PDF/A-1 dans ses métadonnées.",
        expected: 'Des métadonnées XMP avec pdfaid:part égal à 1.',
        remedy:
          'Régler la génération du PDF sur PDF/A-1b. Cette annonce ne prouve pas la conformité : un validateur PDF/A seul la donne.',
      },
    },
  },
  'cda/body-n3': {
    title: "Corps d'un document de niveau 3",
    what: 'Un document structuré a au moins une section, déclare le modèle de son volet, et chaque section a de quoi être lue.',
    why: 'Le destinataire affiche le titre et le texte des sections ; le modèle déclaré dit aux validateurs quelles règles appliquer.',
    rules: {
      'no-section': {
        finding: 'Le corps structuré ne contient aucune section.',
        expected: 'Au moins un structuredBody/component/section.',
        remedy:
          'Produire les sections que le volet rend obligatoires ; sans donnée structurée, produire un document de niveau 1.',
      },
      'volet-template': {
        finding: "Ce document structuré ne déclare le modèle d'aucun volet structuré.",
        expected: 'Les templateId du volet ; 1.3.6.1.4.1.19376.1.2.20 est celui des documents de niveau 1.',
        remedy: "Déclarer dans l'en-tête les templateId que le volet du CI-SIS donne pour ce document.",
      },
      'section-without-text': {
        finding: 'La section {section} n’a ni titre ni texte.',
        expected: 'Un title rempli ou un text dans chaque section.',
        remedy: 'Écrire dans text, sous forme lisible, ce que disent les entrées de la section.',
      },
    },
  },
  'cda/annex-3-type': {
    title: "Type et niveau du document selon l'annexe 3",
    what: "Le type du document est de ceux que liste l'annexe 3 du dossier de spécification du couloir, et il est au niveau demandé, N1 ou N3.",
    why: "L'ANS vérifie document par document la liste de l'annexe 3 : un document au mauvais niveau ne compte pas.",
    rules: {
      'not-listed': {
        finding: "Le type {actual} n'est pas dans l'annexe 3 déclarée.",
        expected: 'Un type de la liste annex-3 de segur.yaml.',
        remedy:
          "Corriger le code du document, ou compléter annex-3 si l'annexe du couloir liste ce type. Un document de plus n'est pas interdit.",
      },
      level: {
        finding: "Le type {code} est au niveau {actual} alors que l'annexe 3 demande {listed}.",
        expected: 'Un document au niveau {listed}.',
        remedy: 'Produire ce type dans le format demandé : PDF encapsulé pour N1, sections du volet pour N3.',
      },
    },
  },
  'cda/annex-3-coverage': {
    title: "Un exemple de chaque document de l'annexe 3",
    what: "Le dossier contient, pour chaque ligne de l'annexe 3 du couloir, au moins un CDA de ce type et de ce niveau.",
    why: "Le logiciel doit savoir produire tous les documents listés : il suffit qu'un seul manque pour que l'exigence ne soit pas tenue.",
    rules: {
      missing: {
        finding: 'Aucun CDA du dossier n’est de type {code} au niveau {level}.',
        expected: 'Un CDA pour chaque ligne de annex-3 dans segur.yaml.',
        remedy: "Exporter un document {code} au niveau {level} et l'ajouter au dossier.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
