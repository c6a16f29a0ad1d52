import type { CheckTexts } from '../../check-texts.js';

export const dmp = {
  'dmp/xdm-layout': {
    title: "Arborescence d'une archive IHE_XDM",
    what: "L'archive a INDEX.HTM et README.TXT à sa racine, un METADATA.XML dans un sous-dossier de IHE_XDM, au moins un document, et des métadonnées qui rattachent chaque document au lot.",
    why: "Le logiciel destinataire cherche ces fichiers à ces endroits : s'il ne trouve pas METADATA.XML ou le lot de soumission, rien n'est intégré.",
    rules: {
      'root-file': {
        finding: "Le fichier {file} manque à la racine de l'archive.",
        expected: 'INDEX.HTM et README.TXT à la racine.',
        remedy: 'Ajouter {file} à la racine du ZIP, hors du dossier IHE_XDM.',
      },
      metadata: {
        finding: "L'archive n'a pas de METADATA.XML à sa place.",
        expected: 'IHE_XDM/SUBSET01/METADATA.XML.',
        remedy: 'Placer METADATA.XML et les documents dans un sous-dossier de IHE_XDM, par exemple SUBSET01.',
      },
      'metadata-root': {
        finding: 'La racine de METADATA.XML est « {actual} ».',
        expected:
          'SubmitObjectsRequest, dans l’espace de noms urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0, sans enveloppe SOAP autour.',
        remedy: 'Écrire dans METADATA.XML le SubmitObjectsRequest seul, tel qu’ITI-41 le porte dans son enveloppe.',
      },
      'no-document': {
        finding: 'Le lot ne décrit ou ne contient aucun document.',
        expected: 'Au moins un ExtrinsicObject de document (type 7edca82f-054d-47f2-a032-9b2a5b5186c1) et son fichier.',
        remedy: 'Décrire chaque document par un ExtrinsicObject et mettre son fichier à côté de METADATA.XML.',
      },
      'submission-set': {
        finding: "Les métadonnées n'ont pas de lot de soumission.",
        expected: "Un RegistryPackage dans l'espace de noms ebRIM 3.0.",
        remedy: 'Produire le RegistryPackage du lot avec son auteur, sa date et ses identifiants.',
      },
      member: {
        finding: 'Un document est rattaché au lot par {count} association HasMember au lieu d’une.',
        expected: "Pour chaque document, une Association HasMember du lot (sourceObject) vers l'entrée (targetObject).",
        remedy: "Reprendre dans l'association les attributs id du RegistryPackage et de l'ExtrinsicObject.",
      },
    },
  },
  'dmp/xdm-documents': {
    title: "Documents d'une archive et leurs métadonnées",
    what: "Chaque entrée des métadonnées désigne un fichier de l'archive, en donne l'empreinte et la taille exactes, et concerne le patient du lot.",
    why: "Le destinataire vérifie l'empreinte avant d'intégrer : un document modifié après le calcul, ou un patient différent, fait rejeter l'archive.",
    rules: {
      unlisted: {
        finding: "Ce document est dans l'archive mais aucune entrée des métadonnées ne le désigne.",
        expected: 'Une DocumentEntry par document, dont URI nomme le fichier.',
        remedy: "Décrire le document dans METADATA.XML, ou le retirer de l'archive.",
      },
      attribute: {
        finding: "L'entrée n'a pas de {attribute}.",
        expected: 'URI, hash, size et patientId dans chaque entrée.',
        remedy: 'Ajouter {attribute} à l’ExtrinsicObject.',
      },
      uri: {
        finding: "L'URI « {actual} » ne désigne aucun fichier du dossier {folder}.",
        expected: "Le nom d'un fichier placé à côté de METADATA.XML.",
        remedy: "Écrire le nom du fichier tel qu'il est dans l'archive, sans chemin absolu.",
      },
      hash: {
        finding: "L'empreinte annoncée n'est pas celle de {file}, qui est {sha1}.",
        expected: 'Le SHA-1 des octets du fichier, en hexadécimal.',
        remedy:
          "Calculer l'empreinte sur les octets définitifs du document, après la dernière modification et dans le même encodage.",
      },
      size: {
        finding: 'La taille annoncée, {actual}, n’est pas celle de {file}, qui fait {bytes} octets.',
        expected: 'Le nombre d’octets du fichier.',
        remedy: 'Compter les octets du fichier écrit, non les caractères du texte.',
      },
      'patient-id': {
        finding: "Le patient de l'entrée, « {actual} », n'est pas celui du lot.",
        expected: 'Le même patientId dans le lot et dans chacune de ses entrées.',
        remedy: 'Faire une archive par patient et reprendre partout le même identifiant, au caractère près.',
      },
    },
  },
  'dmp/historical-date': {
    title: "Date de l'acte d'un document ancien",
    what: "Un document repris de l'historique porte la date de l'acte dans le premier documentationOf/serviceEvent/effectiveTime, antérieure à celle où le document est produit.",
    why: 'Le DMP classe les documents par cette date : un compte rendu de 2019 daté de son envoi paraît récent et fausse la lecture du dossier.',
    rules: {
      'no-act-date': {
        finding: "Le premier acte documenté n'a pas de date de début.",
        expected: 'documentationOf[1]/serviceEvent/effectiveTime/low avec une valeur.',
        remedy: "Y écrire la date de l'acte connue du logiciel, même si le CDA est reconstitué à partir d'un PDF.",
      },
      'act-date-form': {
        finding: "La date de l'acte, « {actual} », n'est pas une date complète.",
        expected: 'Au moins AAAAMMJJ ; de préférence AAAAMMJJhhmm±ZZzz.',
        remedy: "Donner le jour de l'acte au moins.",
      },
      'act-after-document': {
        finding: "L'acte est daté {actual}, après la production du document ({created}).",
        expected: 'Un acte antérieur au document qui le relate.',
        remedy: "Vérifier que low prend la date de l'acte, et effectiveTime du document celle où il est produit.",
      },
      'same-day': {
        finding:
          "L'acte est daté {actual}, le jour même où le document est produit ({created}) : rien ne montre un acte passé.",
        expected: "Pour la preuve, un document dont l'acte est d'un jour antérieur.",
        remedy:
          "Vérifier que la date de l'acte n'est pas remplacée par celle de la reprise ; au besoin choisir un document plus ancien.",
      },
    },
  },
  'dmp/historical-patient': {
    title: "Document ancien : un patient à l'identité qualifiée",
    what: "Un document repris de l'historique (role: historical) porte l'INS de son patient.",
    why: "Un document ancien n'alimente le DMP que si l'INS du patient est qualifiée : sans elle, il n'a pas de dossier où aller, ou va dans celui d'un autre.",
    rules: {
      'no-ins': {
        finding: "Le patient du document ancien n'a pas d'INS : son premier identifiant est sous l'OID « {actual} ».",
        expected: "Un patientRole/id sous l'OID de l'INS, celle d'une identité qualifiée.",
        remedy:
          "Ne proposer à l'envoi que les documents anciens des patients à l'identité qualifiée, et y écrire l'INS.",
      },
    },
  },
  'dmp/historical-metadata': {
    title: "Dates des métadonnées d'un document ancien",
    what: "Les métadonnées XDS reprennent le début et la fin de l'acte du CDA, convertis en temps universel, et la soumission leur est postérieure.",
    why: "Le DMP affiche et trie d'après les métadonnées, sans ouvrir le document : c'est là que la date de l'acte doit être juste.",
    rules: {
      attribute: {
        finding: 'Il manque {attribute} dans les métadonnées.',
        expected: "serviceStartTime dans l'entrée du document, submissionTime dans le lot.",
        remedy: "Renseigner serviceStartTime avec la date de l'acte et submissionTime avec celle de l'envoi.",
      },
      form: {
        finding: "{attribute}, « {actual} », n'est pas une date XDS.",
        expected: 'AAAAMMJJhhmmss en temps universel, sans décalage horaire.',
        remedy: "Convertir l'heure locale en temps universel et retirer le décalage.",
      },
      'service-start': {
        finding: "serviceStartTime, {actual}, n'est pas le début de l'acte du document, {act}.",
        expected: 'Le même instant que documentationOf[1]/serviceEvent/effectiveTime/low, en temps universel.',
        remedy: 'Reprendre la date du CDA et la convertir : 20190612090000+0200 devient 20190612070000.',
      },
      'service-stop': {
        finding: "serviceStopTime, {actual}, n'est pas la fin de l'acte du document, {act}.",
        expected: 'Le même instant que documentationOf[1]/serviceEvent/effectiveTime/high, en temps universel.',
        remedy: 'Reprendre high et non low ; sans high dans le CDA, ne pas mettre serviceStopTime.',
      },
      'submission-time': {
        finding: "La soumission, {actual}, n'est pas postérieure au début de l'acte, {start}.",
        expected: 'Un submissionTime postérieur au serviceStartTime.',
        remedy:
          "Mettre l'instant de l'envoi dans submissionTime, et vérifier que les deux dates sont en temps universel.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
