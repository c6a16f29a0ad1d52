import type { CheckTexts } from '../../check-texts.js';

export const mssPdf = {
  'mss/pdf-copies': {
    title: 'Copies PDF/A-1 des documents joints',
    what: "Chaque CDA de l'archive a sa copie PDF jointe au message, et rien d'autre n'est joint en PDF. La copie s'identifie PDF/A-1, n'est pas chiffrée et ne contient rien de ce que PDF/A-1 interdit et qui se voit sans validateur ; celle d'un CDA de niveau 1 est le PDF même qu'il encapsule. L'identification est lue dans les métadonnées XMP : elle ne vaut pas validation.",
    why: "Un correspondant dont le logiciel n'intègre pas le CDA lit le PDF : il doit montrer le même document, dans un format qui se conserve.",
    rules: {
      missing: {
        finding:
          "Il manque des copies PDF au message (documents dans l'archive : {documents} ; PDF joints : {copies}).",
        expected: "Un PDF/A-1 par document, joint à côté de l'archive.",
        remedy: "Joindre la copie PDF de chaque document au message, hors de l'archive.",
      },
      extra: {
        finding:
          "Le PDF « {actual} » n'est la copie d'aucun document de l'archive, ou celle d'un document qui en a déjà une.",
        expected: "Les mêmes documents dans l'archive et en PDF, un PDF par document.",
        remedy:
          "Produire aussi ce document en CDA et l'ajouter à l'archive, ou ne pas le joindre (une image ou un plan n'est pas un document de santé : l'envoyer à part).",
      },
      encrypted: {
        finding: 'Le PDF est chiffré.',
        expected: 'Un PDF/A-1, qui ne peut pas être chiffré (ISO 19005-1, §6.1.3).',
        remedy:
          "Exporter sans mot de passe ni restriction d'impression ou de copie : la messagerie sécurisée protège déjà l'échange.",
      },
      'not-pdfa': {
        finding: "Le PDF ne s'identifie pas comme PDF/A-1 ({actual}).",
        expected: 'Un PDF/A-1 : pdfaid:part=1 dans les métadonnées XMP (ISO 19005-1, §6.7.11).',
        remedy: "Exporter en PDF/A-1b depuis le moteur d'édition, puis contrôler avec un validateur PDF/A.",
      },
      'not-allowed': {
        finding: "Le PDF se dit PDF/A-1 et contient ce que PDF/A-1 interdit, ou manque de ce qu'il impose : {actual}.",
        expected: 'Un PDF conforme à ISO 19005-1, dont les paragraphes sont cités.',
        remedy:
          "Choisir le profil PDF/A-1b du moteur d'édition (et non PDF 1.5 ou plus avec une étiquette PDF/A), sans script, transparence ni fichier joint, puis contrôler avec un validateur PDF/A.",
      },
      'n1-differs': {
        finding: "Aucun PDF joint n'est identique à celui que ce CDA de niveau 1 encapsule.",
        expected: 'Le PDF joint, octet pour octet le même que celui de nonXMLBody.',
        remedy: 'Produire le PDF une seule fois et le mettre aux deux endroits.',
      },
      'n1-line-ends': {
        finding: 'Le PDF joint ne diffère de celui que ce CDA de niveau 1 encapsule que par ses fins de ligne.',
        expected: 'Le PDF joint, octet pour octet le même que celui de nonXMLBody.',
        remedy:
          'Joindre le PDF en base64 (Content-Transfer-Encoding: base64), depuis ses octets et non comme un texte.',
      },
    },
  },
  'mss/pdf-file': {
    title: 'Copie PDF/A-1 fournie seule',
    what: "Un PDF déclaré « role: outgoing » et fourni seul, comme la copie qu'un logiciel confie à la plateforme qui l'envoie : il s'identifie PDF/A-1, et son nom suit AAAAMMJJ_type_NOM_prénom.pdf, avec un numéro de dossier facultatif. Joint à un message, il est jugé avec le message.",
    why: 'Le destinataire reçoit ce fichier tel quel : renommé ou dans un autre format, il ne se range ni ne se conserve.',
    rules: {
      encrypted: {
        finding: 'Le PDF est chiffré.',
        expected: 'Un PDF/A-1, qui ne peut pas être chiffré (ISO 19005-1, §6.1.3).',
        remedy:
          "Exporter sans mot de passe ni restriction d'impression ou de copie : la messagerie sécurisée protège déjà l'échange.",
      },
      'not-pdfa': {
        finding: "Le PDF ne s'identifie pas comme PDF/A-1 ({actual}).",
        expected: 'Un PDF/A-1 : pdfaid:part=1 dans les métadonnées XMP (ISO 19005-1, §6.7.11).',
        remedy: "Exporter en PDF/A-1b depuis le moteur d'édition, puis contrôler avec un validateur PDF/A.",
      },
      'not-allowed': {
        finding: "Le PDF se dit PDF/A-1 et contient ce que PDF/A-1 interdit, ou manque de ce qu'il impose : {actual}.",
        expected: 'Un PDF conforme à ISO 19005-1, dont les paragraphes sont cités.',
        remedy:
          "Choisir le profil PDF/A-1b du moteur d'édition (et non PDF 1.5 ou plus avec une étiquette PDF/A), sans script, transparence ni fichier joint, puis contrôler avec un validateur PDF/A.",
      },
      name: {
        finding: "Le nom du PDF n'a pas les champs attendus.",
        expected: 'Date, type, nom et prénom, séparés par _ : AAAAMMJJ_type_NOM_prénom.pdf.',
        remedy: 'Fournir le fichier sous le nom que le logiciel lui donne, sans le renommer pour la preuve.',
      },
    },
  },
  'mss/pdf-name': {
    title: 'Nom du fichier des copies PDF',
    what: "Le nom de chaque PDF joint suit AAAAMMJJ_type_NOM_prénom.pdf, avec un numéro de dossier facultatif avant .pdf, et dit ce que dit le CDA : date de l'acte (début de serviceEvent), libellé du type sur 40 caractères au plus, nom de naissance en capitales, premier prénom. Accents, tirets et casse ne comptent pas pour reconnaître le patient et le type.",
    why: "Le correspondant classe le PDF d'après son nom quand son logiciel n'intègre pas le CDA : un nom refait après coup, ou « document.pdf », le range dans un autre dossier.",
    rules: {
      form: {
        finding: "Le nom du PDF n'a pas les champs attendus : « {actual} ».",
        expected: 'Date, type, nom et prénom, séparés par _ : {expected}.',
        remedy: 'Nommer la pièce jointe {expected}, sans la renommer ensuite.',
      },
      patient: {
        finding: "Le nom du PDF, « {actual} », n'est pas celui du patient du document.",
        expected: '{expected} : nom de naissance et premier prénom du CDA.',
        remedy: 'Composer le nom du fichier avec les traits du CDA (family et given de qualifieur BR).',
      },
      'other-name': {
        finding:
          'Le nom ou le prénom de « {actual} » sont ceux du patient, mais pas son nom de naissance suivi de son premier prénom de naissance.',
        expected: '{expected}',
        remedy: 'Écrire le nom de naissance et le premier prénom de naissance : {expected}.',
      },
      'name-writing': {
        finding: "Le nom de naissance n'est pas en capitales dans « {actual} ».",
        expected: '{expected}',
        remedy: 'Écrire le nom de naissance en capitales.',
      },
      date: {
        finding: "La date qui commence « {actual} » n'est pas celle de l'acte.",
        expected:
          "{expected} : début de l'acte (documentationOf/serviceEvent/effectiveTime/low), sous la forme AAAAMMJJ.",
        remedy: "Prendre la date de l'acte et non celle de l'impression ou de l'envoi : {expected}.",
      },
      type: {
        finding: "Le type qu'annonce « {actual} » n'est pas celui du document.",
        expected: '{expected} : libellé (displayName) du code du CDA, coupé à 40 caractères.',
        remedy: 'Écrire {expected} après la date.',
      },
      characters: {
        finding: 'Le nom « {actual} » contient un caractère que Windows refuse.',
        expected: 'Un nom sans < > : " / \\ | ? * ni caractère de commande.',
        remedy:
          'Remplacer ces caractères par une espace ou un tiret, sinon le destinataire reçoit un fichier renommé ou ne peut pas l’enregistrer.',
      },
      'same-name': {
        finding: 'Deux PDF du message portent le même nom, « {actual} ».',
        expected: 'Un nom par pièce jointe.',
        remedy: 'Ajouter le numéro de dossier ou un numéro à la fin : enregistrés ensemble, l’un remplacerait l’autre.',
      },
    },
  },
  'mss/pdf-text': {
    title: 'Contenu de la copie PDF des documents structurés',
    what: "Le texte extrait de la copie PDF d'un CDA de niveau 3 montre l'entête (titre, type, dates de création et de l'acte, auteur et responsable, organisation qui conserve, traits et matricule INS du patient) et le texte de chaque section. Les mots sont comparés sans casse, accents, césures ni mise en page ; les dates sous leurs formes françaises. Une page numérisée n'a pas de texte : la copie est alors à regarder.",
    why: 'Le destinataire qui ne lit que le PDF doit lire le même document : un résultat ou une identité qui n’y est pas est une perte d’information.',
    rules: {
      another: {
        finding:
          "Le PDF ne montre presque rien du document dont il devrait être la copie : {absent} éléments sur {wanted} ne s'y lisent pas.",
        expected: "L'entête et le texte de chaque section du CDA de niveau 3.",
        remedy: 'Produire la copie depuis les mêmes données que le CDA, et joindre celle de ce document.',
      },
      title: {
        finding: 'Le titre « {actual} » ne se lit pas dans la copie {pdf}.',
        expected: 'Le titre du CDA (title), tel quel.',
        remedy: 'Afficher le titre du document en tête du PDF.',
      },
      type: {
        finding: 'Le type de document « {actual} » ne se lit pas dans la copie {pdf}.',
        expected: 'Le libellé du code du CDA (code/@displayName).',
        remedy: 'Ajouter une ligne « Type de document : {actual} » au PDF.',
      },
      date: {
        finding: 'La date de création ({actual}) ne se lit pas dans la copie {pdf}.',
        expected: 'Date et heure de création du CDA (effectiveTime), par exemple 07/03/2026 10:30.',
        remedy: "Afficher la date de création du document, et non la seule date d'impression.",
      },
      'act-date': {
        finding: "La date de l'acte ({actual}) ne se lit pas dans la copie {pdf}.",
        expected: "La date de l'acte du CDA (documentationOf/serviceEvent/effectiveTime/low).",
        remedy: "Afficher la date de l'acte.",
      },
      author: {
        finding: '« {actual} », auteur ou responsable du document, ne se lit pas dans la copie {pdf}.',
        expected: 'Les auteurs (author) et le responsable (legalAuthenticator) du CDA.',
        remedy: 'Afficher le nom de chaque auteur et celui du responsable.',
      },
      custodian: {
        finding: "L'organisation qui conserve le document, « {actual} », ne se lit pas dans la copie {pdf}.",
        expected: 'Le nom de custodian du CDA.',
        remedy: "Afficher le nom de l'organisation qui conserve le document.",
      },
      patient: {
        finding: 'Un trait du patient, « {actual} », ne se lit pas dans la copie {pdf}.',
        expected: 'Nom de naissance, premier prénom et date de naissance du CDA.',
        remedy: 'Afficher les traits du patient, depuis les mêmes données que le CDA.',
      },
      matricule: {
        finding: 'Le matricule INS {actual} ne se lit pas dans la copie {pdf}.',
        expected: 'Le matricule INS de recordTarget/patientRole/id.',
        remedy: 'Afficher le matricule INS et sa nature (NIR ou NIA).',
      },
      section: {
        finding: 'Dans la copie {pdf}, une partie du texte de la section ne se lit pas : {words}.',
        expected: 'Le texte de chaque section (section/text), entier.',
        remedy:
          "Produire le PDF depuis le texte des sections. Si le PDF le montre bien, ses polices n'ont pas de table Unicode (ToUnicode) : l'ajouter, PDF/A-1a l'impose.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
