import type { CheckTexts } from '../../check-texts.js';

export const mss = {
  'mss/subject-form': {
    title: "Forme de l'objet d'un message qui porte des documents",
    what: "L'objet d'un message qui joint une archive IHE_XDM commence par XDM/1.0/DDM+ puis donne un libellé, le NOM et le prénom du patient, et si l'on veut sa date de naissance.",
    why: 'Le logiciel du destinataire reconnaît à ce préfixe un message à intégrer ; sans lui, le document reste dans la boîte et personne ne le classe.',
    rules: {
      'no-subject': {
        finding: "Le message n'a pas d'objet.",
        expected: 'Un objet de la forme XDM/1.0/DDM+<libellé> <NOM> <prénom> <date de naissance>.',
        remedy: "Ajouter l'entête Subject à l'envoi de tout message qui porte une archive IHE_XDM.",
      },
      repeated: {
        finding: 'Le message a deux objets ; le second est « {actual} ».',
        expected: 'Un seul entête Subject : les logiciels ne lisent pas tous le même.',
        remedy: "Laisser un seul composant écrire l'objet.",
      },
      prefix: {
        finding: "L'objet « {actual} » ne commence pas par XDM/1.0/DDM+.",
        expected: 'XDM/1.0/DDM+<libellé> <NOM> <prénom> <date de naissance>, la date étant facultative.',
        remedy:
          "Composer l'objet à partir du CDA joint et écrire le préfixe exactement, signe + compris et sans espace après.",
      },
      fields: {
        finding: "L'objet « {actual} » n'a pas tous ses champs.",
        expected: 'Après XDM/1.0/DDM+ : un libellé, le NOM et le prénom, séparés par des espaces.',
        remedy: 'Prendre le libellé du code du CDA, le nom de naissance et le premier prénom de son patient.',
      },
      date: {
        finding: "La date « {actual} » de l'objet n'est pas de la forme JJ/MM/AAAA.",
        expected: 'La date de naissance écrite JJ/MM/AAAA, ou pas de date.',
        remedy: 'Écrire birthTime du CDA sous la forme JJ/MM/AAAA ; sans date complète, ne rien écrire.',
      },
      encoding: {
        finding: "L'objet « {actual} » contient un mot encodé que les messageries ne décodent pas.",
        expected: 'Des mots encodés sans blanc, séparés du reste par un blanc, ou un objet sans accent.',
        remedy: "Confier l'encodage à une bibliothèque MIME : dans =?UTF-8?Q?…?=, un blanc s'écrit _.",
      },
    },
  },
  'mss/subject-content': {
    title: "L'objet dit le document et le patient que le message porte",
    what: "Le nom, le prénom, la date et le libellé de l'objet sont comparés à ceux de l'entête du CDA joint (sans tenir compte des accents, de la casse ni des traits d'union).",
    why: "Un objet qui nomme un autre patient fait classer le document dans le mauvais dossier par qui s'y fie.",
    rules: {
      patient: {
        finding: "L'objet « {actual} » ne nomme pas le patient du document joint.",
        expected: "{expected}, comme dans l'entête du CDA, juste avant la date de naissance ou en fin d'objet.",
        remedy:
          'Prendre le nom de naissance (family BR) et le premier prénom (given BR) du CDA joint, pas ceux du dossier ouvert à ce moment.',
      },
      'birth-date': {
        finding: "La date de naissance de l'objet, {actual}, n'est pas celle du document.",
        expected: '{expected}, ou pas de date du tout.',
        remedy: 'Écrire birthTime du CDA au format JJ/MM/AAAA, ou ne rien écrire.',
      },
      'other-name': {
        finding:
          "L'objet nomme le patient « {actual} », pas par son nom de naissance et son premier prénom de naissance.",
        expected: '{expected}',
        remedy: 'Prendre family BR et given BR du CDA, pas le nom utilisé ni la liste des prénoms.',
      },
      'name-writing': {
        finding: "Le nom de l'objet « {actual} » n'est pas en capitales sans accent.",
        expected: '{expected}',
        remedy: "Mettre le nom de naissance en capitales et retirer les accents avant de composer l'objet.",
      },
      label: {
        finding: "Le libellé de l'objet « {actual} » n'est pas celui du type de document.",
        expected:
          '{expected} (libellé du code du CDA, coupé à 40 caractères ; « N documents » quand il y en a plusieurs).',
        remedy: "Prendre l'attribut displayName de ClinicalDocument/code plutôt que le titre du document.",
      },
      title: {
        finding: "Le libellé de l'objet « {actual} » est le titre du document, pas le libellé de son type.",
        expected: '{expected}',
        remedy:
          "Prendre l'attribut displayName de ClinicalDocument/code ; l'exemple du volet d'intégration prend le titre, et les destinataires lisent les deux.",
      },
    },
  },
  'mss/codecda-header': {
    title: 'Entête X-MSS-CODECDA',
    what: "L'entête X-MSS-CODECDA donne le code de type de chaque CDA de l'archive jointe ; il est absent d'un message sans archive.",
    why: "Les opérateurs MSSanté comptent les documents échangés d'après cet entête, sans ouvrir le message.",
    rules: {
      missing: {
        finding: "Le message porte un CDA mais n'a pas d'entête X-MSS-CODECDA.",
        expected: 'X-MSS-CODECDA: {codes}',
        remedy:
          "Ajouter l'entête à l'envoi, avec l'attribut code de ClinicalDocument/code ; séparer plusieurs codes par des virgules.",
      },
      different: {
        finding: "X-MSS-CODECDA annonce {actual} mais l'archive contient {codes}.",
        expected: 'X-MSS-CODECDA: {codes}',
        remedy: "Lire le code dans les CDA réellement mis dans l'archive, après leur production.",
      },
      separator: {
        finding: 'X-MSS-CODECDA annonce les bons codes, mais sans virgule entre eux : « {actual} ».',
        expected: 'X-MSS-CODECDA: {codes}',
        remedy: 'Séparer les codes par des virgules.',
      },
      unexpected: {
        finding: 'X-MSS-CODECDA vaut {actual} alors que le message ne joint aucune archive IHE_XDM avec un CDA.',
        expected: "Pas d'entête X-MSS-CODECDA dans un message sans document CDA.",
        remedy: "N'écrire l'entête que si une archive IHE_XDM est jointe.",
      },
    },
  },
  'mss/ins-header': {
    title: 'Entête X-MSS-INS',
    what: "L'entête X-MSS-INS vaut O si chaque CDA de l'archive porte une INS qualifiée (matricule, OID, nom de naissance, premier prénom, date de naissance, sexe), N sinon ; il est absent d'un message sans archive.",
    why: "Le destinataire sait ainsi, sans ouvrir l'archive, s'il peut rapprocher le document d'un dossier par l'INS.",
    rules: {
      missing: {
        finding: "Le message porte un CDA mais n'a pas d'entête X-MSS-INS.",
        expected: "X-MSS-INS: O si l'identité du CDA est qualifiée, N sinon.",
        remedy: "Ajouter l'entête à l'envoi de toute archive IHE_XDM.",
      },
      value: {
        finding: 'X-MSS-INS vaut « {actual} ».',
        expected: 'O ou N, une seule lettre majuscule.',
        remedy: 'Écrire exactement O ou N.',
      },
      'should-be-o': {
        finding: 'X-MSS-INS vaut N alors que tous les documents joints portent une INS qualifiée.',
        expected: 'X-MSS-INS: O',
        remedy: "Calculer la valeur d'après l'entête du CDA joint, pas d'après un réglage.",
      },
      'should-be-n': {
        finding: "X-MSS-INS vaut O mais le document {document} n'a pas d'INS qualifiée ({lacks}).",
        expected: "X-MSS-INS: N, ou un document avec matricule et OID de l'INS et les quatre traits.",
        remedy: "Calculer la valeur d'après l'entête du CDA joint ; une identité non qualifiée ne part pas avec O.",
      },
      mixed: {
        finding:
          "X-MSS-INS vaut {actual}, mais les documents joints ne sont pas tous de même identité : {document} n'a pas d'INS qualifiée ({lacks}), un autre en a une.",
        expected: 'Une INS qualifiée dans tous les documents du message, ou dans aucun.',
        remedy: "Produire les documents d'un même message d'après la même identité, dans son état du moment.",
      },
      unexpected: {
        finding: 'X-MSS-INS vaut {actual} alors que le message ne joint aucune archive IHE_XDM avec un CDA.',
        expected: "Pas d'entête X-MSS-INS dans un message sans document CDA.",
        remedy: "N'écrire l'entête que si une archive IHE_XDM est jointe.",
      },
      'test-key': {
        finding: 'La clé du matricule de test {actual} est fausse.',
        expected: 'Un matricule dont la clé est 97 − (13 premiers caractères modulo 97).',
        remedy: 'Corriger le jeu de test : sous un OID de production, ce serait une erreur.',
      },
    },
  },
  'mss/nil-header': {
    title: 'Entête X-MSS-NIL',
    what: "Tout message sortant a un entête X-MSS-NIL, une seule fois, avec l'un des numéros déclarés dans segur.yaml (référence produit de Convergence ou NIL du CNDA).",
    why: 'Cet entête dit quel produit a composé le message ; sans lui, un défaut de message ne remonte à personne.',
    rules: {
      missing: {
        finding: "Le message n'a pas d'entête X-MSS-NIL.",
        expected: 'X-MSS-NIL: <référence produit>',
        remedy: "Ajouter l'entête à tous les messages, avec ou sans document.",
      },
      repeated: {
        finding: 'X-MSS-NIL est écrit {count} fois, avec des valeurs différentes.',
        expected: 'Un seul entête X-MSS-NIL.',
        remedy: "Laisser un seul composant l'écrire : celui qui produit le message SMTP.",
      },
      twice: {
        finding: 'X-MSS-NIL est écrit {count} fois, avec la même valeur.',
        expected: 'Un seul entête X-MSS-NIL.',
        remedy: "Laisser un seul composant l'écrire : celui qui produit le message SMTP.",
      },
      empty: {
        finding: 'X-MSS-NIL est vide.',
        expected: 'X-MSS-NIL: <référence produit>',
        remedy: 'Renseigner le numéro attribué au produit sur Convergence.',
      },
      different: {
        finding: "X-MSS-NIL vaut « {actual} », qui n'est pas un numéro déclaré du produit.",
        expected: '{declared}',
        remedy: 'Corriger le réglage du produit, ou candidate.nil et candidate.product-reference dans segur.yaml.',
      },
    },
  },
  'mss/mes-header': {
    title: 'Entête X-MSS-MES',
    what: "Un message à un patient dont le professionnel n'attend pas de réponse a l'entête X-MSS-MES: FIN, en trois majuscules ; les autres ne l'ont pas.",
    why: 'Mon espace santé ferme la conversation sur cette valeur exacte ; toute autre écriture laisse le patient répondre dans le vide.',
    rules: {
      missing: {
        finding:
          "Le professionnel n'attend pas de réponse (no-reply dans segur.yaml) mais le message n'a pas d'entête X-MSS-MES.",
        expected: 'X-MSS-MES: FIN',
        remedy: "Ajouter l'entête quand l'utilisateur coche l'absence de réponse.",
      },
      value: {
        finding: 'X-MSS-MES vaut « {actual} ».',
        expected: 'FIN, trois lettres majuscules.',
        remedy: "Écrire exactement FIN, ou ne pas écrire l'entête.",
      },
      'no-patient': {
        finding: 'X-MSS-MES est écrit dans un message sans destinataire patient.',
        expected: 'Un destinataire en @patient.mssante.fr, ou pas de X-MSS-MES.',
        remedy: "N'écrire l'entête que pour Mon espace santé.",
      },
      'closes-all': {
        finding: "L'objet [FIN] ferme toutes les conversations avec ce patient, et pas seulement celle-ci.",
        expected: 'X-MSS-MES: FIN pour ne fermer que la conversation du message.',
        remedy: "Écrire l'entête X-MSS-MES plutôt que cet objet, sauf si tout fermer est voulu.",
      },
      undeclared: {
        finding: 'Le message {path} ferme la conversation sans que segur.yaml dise que le professionnel le voulait.',
        expected: 'no-reply: true sur ce message dans segur.yaml.',
        remedy: 'Déclarer no-reply: true sous artifacts pour ce message.',
      },
    },
  },
  'mss/one-patient': {
    title: 'Un message, un seul patient',
    what: "Tous les CDA de l'archive, les patientId de METADATA.XML et l'adresse du patient destinataire désignent la même personne.",
    why: "Le destinataire intègre toute l'archive dans le dossier d'un seul patient.",
    rules: {
      documents: {
        finding: "Ce document n'est pas du même patient que {other}.",
        expected:
          'Même INS, même nom de naissance, même premier prénom, même date de naissance dans tous les documents.',
        remedy: 'Envoyer un message par patient ; vérifier que les deux documents viennent du même dossier.',
      },
      traits: {
        finding:
          'Ce document a un identifiant de patient en commun avec {other}, mais pas les mêmes nom, prénom et date de naissance.',
        expected: 'Même nom de naissance, même premier prénom, même date de naissance dans tous les documents.',
        remedy:
          "Produire les documents d'un même message d'après la même identité ; vérifier qu'aucun n'est d'un autre patient.",
      },
      metadata: {
        finding: "Le patientId {actual} de METADATA.XML n'est pas un identifiant du patient de {other}.",
        expected: "Un identifiant de recordTarget du CDA, l'INS quand elle est qualifiée.",
        remedy: 'Produire METADATA.XML à partir du CDA joint.',
      },
      recipient: {
        finding: "L'adresse {actual} n'est pas celle du patient de {other}.",
        expected: 'Le matricule INS du CDA devant @patient.mssante.fr.',
        remedy: "Composer l'adresse à partir du matricule de l'identité qualifiée du document.",
      },
    },
  },
  'mss/xdm-attachment': {
    title: 'Archive IHE_XDM jointe',
    what: 'Les documents CDA voyagent dans une archive IHE_XDM.zip, qui en contient au moins un.',
    why: "Le destinataire ne sait intégrer que l'archive : un CDA joint nu n'a ni métadonnées ni empreinte.",
    rules: {
      'bare-cda': {
        finding: 'Le CDA {actual} est joint hors de toute archive IHE_XDM.',
        expected: 'Une pièce jointe IHE_XDM.zip qui contient le CDA et son METADATA.XML.',
        remedy: 'Mettre le document dans une archive au format du volet Échange de documents de santé.',
      },
      'no-cda': {
        finding: "L'archive ne contient aucun document CDA.",
        expected: 'Au moins un CDA R2 de niveau 1 ou 3 dans IHE_XDM/SUBSET01/.',
        remedy: "Vérifier que le document est ajouté à l'archive et que METADATA.XML le nomme.",
      },
      several: {
        finding: 'Le message joint {count} archives IHE_XDM.',
        expected: 'Une seule archive, avec tous les documents du patient.',
        remedy: "Réunir les documents dans une archive ; beaucoup de logiciels n'ouvrent que la première.",
      },
      name: {
        finding: "L'archive s'appelle {actual}.",
        expected: 'IHE_XDM.zip',
        remedy: 'Nommer la pièce jointe IHE_XDM.zip : des destinataires la cherchent par son nom.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
