import type { CheckTexts } from '../../check-texts.js';

export const dmpTraces = {
  'dmp/acting-user': {
    title: "Numéro national de l'utilisateur dans les appels au DMP",
    what: "Le VIHF (l'assertion SAML jointe à chaque appel) nomme l'utilisateur (NameID) par son numéro RPPS ou ADELI, et deux utilisateurs donnent deux numéros.",
    why: "Le DMP trace chaque accès au nom de ce numéro et l'affiche au patient : un numéro générique ou figé attribue les gestes de l'un à l'autre.",
    rules: {
      form: {
        finding: "NameID vaut « {actual} », qui n'est ni un numéro RPPS ni un numéro ADELI.",
        expected: '8 suivi des 11 chiffres du RPPS, ou 0 suivi des 9 caractères du numéro ADELI.',
        remedy: "Écrire dans Subject/NameID l'identifiant national lu sur la carte ou donné par Pro Santé Connect.",
      },
      generic: {
        finding: 'NameID vaut « {actual} », un numéro que le RPPS ne donne à personne.',
        expected: "Le numéro de l'utilisateur connecté.",
        remedy: "Remplacer la constante par l'identifiant national du compte connecté.",
      },
      varies: {
        finding: "Les appels de l'utilisateur {number} portent « {actual} » ici et « {other} » dans {file}.",
        expected: 'Un seul numéro pour tous les appels du même utilisateur.',
        remedy: 'Prendre le numéro du compte connecté à chaque appel, ou corriger user sous artifacts dans segur.yaml.',
      },
      same: {
        finding: "L'utilisateur 2 appelle sous le numéro de l'utilisateur 1, « {actual} » (voir {file}).",
        expected: 'Deux numéros différents pour deux utilisateurs.',
        remedy:
          'Ne pas réutiliser le VIHF de la session précédente : le composer à la connexion de chaque utilisateur.',
      },
    },
  },
  'dmp/no-authorization-to-feed': {
    title: "Alimenter ou supprimer sans demander l'accès au DMP",
    what: "Aucune demande d'autorisation d'accès (TD0.3, AJOUT) n'est émise pour déposer (TD2.1) ou supprimer (TD3.3c) un document.",
    why: "L'alimentation ne demande pas l'autorisation de lire : la poser au passage ouvrirait le DMP d'un patient à qui l'on n'a rien demandé.",
    rules: {
      asked: {
        finding: "Une autorisation d'accès est demandée ici (TD0.3), et la transaction qui suit est {call} ({file}).",
        expected: 'Aucun TD0.3 avant une alimentation ou une suppression.',
        remedy: "N'appeler TD0.3 que lorsque l'utilisateur consulte le DMP ; envoyer {call} sans lui.",
      },
    },
  },
  'dmp/entry-history': {
    title: 'Suite des changements d’un document du DMP',
    what: 'Un document du DMP que l’on remplace, masque, archive ou supprime n’a pas été supprimé avant, et l’état de départ annoncé est celui que le changement précédent lui a donné.',
    why: 'Le DMP refuse de changer ce qui n’existe plus, ou ce qui n’est pas dans l’état annoncé : le logiciel n’a pas suivi ce qu’il a fait.',
    rules: {
      'after-deletion': {
        finding: 'Ce document a déjà été supprimé du DMP ({otherPath}, ligne {otherLine}), et il est changé ici.',
        expected: 'Aucun remplacement, masquage, archivage ni suppression après TD3.3c.',
        remedy:
          'Noter la suppression dans le logiciel, et déposer un nouveau document (TD2.1) s’il faut le partager de nouveau ; si l’ordre lu ici n’est pas le bon, déclarer order sous artifacts dans segur.yaml.',
      },
      'original-status': {
        finding:
          'OriginalStatus vaut « {actual} », et un changement précédent avait donné un autre état ({otherPath}, ligne {otherLine}).',
        expected: '{expected}.',
        remedy: 'Écrire dans OriginalStatus l’état actuel du document, lu par une recherche (TD3.1) juste avant.',
      },
    },
  },
  'dmp/access-checked-first': {
    title: "Droit d'accès contrôlé avant de consulter",
    what: "Une recherche (TD3.1) ou une consultation (TD3.2) vient après un test d'existence du DMP (TD0.2) ou la liste des DMP autorisés (TD0.4), du même utilisateur pour le même patient, auquel le DMP a répondu que l'accès est ouvert.",
    why: 'Sans ce contrôle, le logiciel laisse tenter la lecture du DMP de patients qui ne l’ont pas permise.',
    rules: {
      after: {
        finding: "{call} est émis avant le contrôle du droit d'accès : {check} ne vient qu'après ({file}).",
        expected: 'TD0.2 ou TD0.4, sa réponse, puis la consultation.',
        remedy:
          "Attendre la réponse du contrôle avant d'appeler {call} ; si l'ordre lu ici n'est pas le bon, déclarer order sous artifacts dans segur.yaml.",
      },
      'not-checked': {
        finding:
          "{call} est émis sans contrôle du droit d'accès pour ce patient et cet utilisateur, alors que la capture montre d'autres contrôles.",
        expected: 'TD0.2 ou TD0.4 pour le même patient et le même utilisateur, puis la consultation.',
        remedy:
          "Contrôler le droit d'accès à chaque changement de patient ou d'utilisateur, et ne pas garder celui d'un autre.",
      },
      denied: {
        finding: "{call} est émis alors que le dernier contrôle ({check}, {file}) n'ouvre pas l'accès.",
        expected: "Un accès ouvert : AUTORISATION vaut VALIDE, ou un TD0.3 réussi l'a ouvert depuis.",
        remedy: 'Lire la réponse du contrôle et ne pas proposer la consultation quand elle ne l’ouvre pas.',
      },
    },
  },
  'dmp/automatic-authorization': {
    title: "Autorisation d'accès posée automatiquement",
    what: "Quand le test d'existence du DMP (TD0.2) répond que l'utilisateur n'a pas d'autorisation, le logiciel l'ajoute (TD0.3) en son nom avant de consulter, sauf opposition du patient.",
    why: "Sans autorisation posée, le professionnel ne peut pas ouvrir le DMP d'un patient qui ne s'y oppose pas.",
    rules: {
      'not-set': {
        finding: "{call} est émis alors que TD0.2 ({file}) a répondu sans autorisation et qu'aucun TD0.3 n'a suivi.",
        expected: 'TD0.2 sans autorisation, TD0.3 AJOUT réussi, puis la consultation.',
        remedy: 'Enchaîner TD0.3 après la confirmation de l’utilisateur, avant toute consultation.',
      },
      'other-user': {
        finding: "TD0.3 est émis au nom de « {actual} » ; l'utilisateur du TD0.2 ({file}) est « {user} ».",
        expected: "Le même NameID dans les deux VIHF : l'utilisateur connecté.",
        remedy: "Composer le VIHF de TD0.3 avec l'identité de l'utilisateur, non celle d'un compte technique.",
      },
      action: {
        finding: "TD0.3 demande « {actual} » alors qu'il faut ajouter l'autorisation qui manque.",
        expected: 'AJOUT.',
        remedy: 'Écrire AJOUT dans setAuthorization/action.',
      },
      refused: {
        finding: "Le DMP n'a pas posé l'autorisation : il répond « {actual} ».",
        expected: 'DMPOk.',
        remedy: "Traiter l'erreur rendue, puis refaire la démonstration sur un patient qui ne s'oppose pas.",
      },
      opposed: {
        finding: 'TD0.3 est émis alors que TD0.2 ({file}) a répondu « {actual} » : le patient semble opposé.',
        expected: "Aucun TD0.3 quand le patient s'oppose à l'accès.",
        remedy: "Vérifier le sens de ce code dans le guide d'intégration du DMP ; s'il dit un refus, ne rien demander.",
      },
    },
  },
  'dmp/multi-criteria-search': {
    title: 'Recherche multicritère dans le DMP',
    what: 'Une recherche TD3.1 au moins combine deux critères sur les métadonnées XDS, outre le patient et le statut, et le DMP y répond.',
    why: "Trier une liste déjà reçue ne retrouve pas ce que la liste n'a pas : la requête doit porter les critères.",
    rules: {
      'one-criterion': {
        finding: 'Aucune recherche fournie ne combine deux critères ; celle-ci ne filtre que sur {actual}.',
        expected:
          'Deux paramètres au moins parmi $XDSDocumentEntryTypeCode, …ClassCode, …ServiceStartTimeFrom, …PracticeSettingCode…',
        remedy:
          'Transmettre dans la requête chaque critère que l’utilisateur a rempli. Le début et la fin d’une période comptent pour un.',
      },
      failed: {
        finding: 'La recherche à plusieurs critères a échoué : « {actual} ».',
        expected: 'Une réponse Success.',
        remedy: 'Corriger les valeurs des critères (codes suivis de ^^ et de leur OID, dates en temps universel).',
      },
    },
  },
  'dmp/psc-user': {
    title: 'Identité Pro Santé Connect dans les appels au DMP',
    what: "Un appel au DMP fait sous Pro Santé Connect porte, en NameID du VIHF, l'identité de la session, et le jeton joint est le sien et n'est pas expiré.",
    why: "Le DMP doit savoir qui agit : l'identité que Pro Santé Connect a vérifiée, non celle d'un autre moyen resté ouvert.",
    rules: {
      'connected-user': {
        finding: "Le VIHF nomme « {actual} » ; l'utilisateur connecté à Pro Santé Connect est « {connected} ».",
        expected: "L'identifiant SubjectNameID de la session.",
        remedy: 'Composer le VIHF avec SubjectNameID, tel que le rend userinfo.',
      },
      'token-user': {
        finding: "Le VIHF nomme « {actual} » ; le jeton joint à l'appel est celui de « {token} ».",
        expected: 'Le même utilisateur dans le VIHF et dans le jeton.',
        remedy: "Prendre le jeton et l'identité dans la même session.",
      },
      'token-expired': {
        finding: "Le jeton joint expirait le {expires}, avant l'appel ({actual}).",
        expected: "Un jeton valide à l'heure de l'appel.",
        remedy: "Rafraîchir le jeton d'accès avant d'appeler le DMP.",
      },
    },
  },
  'dmp/legal-entity-author': {
    title: "Personne morale parmi les auteurs d'un document ancien",
    what: "Quand un envoi historique nomme une personne morale, elle est auteur du lot de soumission et du document, à côté de l'auteur initial, avec son type entre parenthèses en guise de prénom.",
    why: "L'auteur qui a quitté le RPPS ne peut plus consulter le document : la structure doit pouvoir le faire, même s'il est masqué.",
    rules: {
      'submission-set': {
        finding: "La personne morale n'est pas parmi les auteurs du lot de soumission.",
        expected: 'Un author de plus dans le RegistryPackage, dont authorPerson nomme la personne morale.',
        remedy: 'Reprendre dans le lot la classification author que porte le document.',
      },
      entry: {
        finding: "La personne morale n'est pas parmi les auteurs du document.",
        expected: "Un author de plus dans l'ExtrinsicObject, dont authorPerson nomme la personne morale.",
        remedy: 'Reprendre dans le document la classification author que porte le lot.',
      },
      replaced: {
        finding: "La personne morale a pris la place de l'auteur initial, qui n'est plus nommé.",
        expected: "L'auteur initial, puis la personne morale.",
        remedy: "Ajouter une classification author pour la personne morale sans retirer celle de l'auteur.",
      },
      kind: {
        finding: 'Le type de la personne morale, à la place du prénom, vaut « {actual} ».',
        expected: '(structure de soins), (service) ou (unité fonctionnelle).',
        remedy: 'Écrire un de ces trois types, parenthèses comprises, en troisième composante de authorPerson.',
      },
    },
  },
  'dmp/secret-connection': {
    title: 'Connexion secrète au DMP',
    what: "Le VIHF d'une connexion secrète le dit par INVISIBLE_REPRESENTANTS_LEGAUX, et le document envoyé est caché aux représentants légaux.",
    why: "L'acte d'un mineur qui veut le secret ne doit se voir ni dans le document ni dans la trace de l'accès.",
    rules: {
      value: {
        finding: 'L’attribut confidentiality-code du VIHF vaut « {actual} ».',
        expected: 'INVISIBLE_REPRESENTANTS_LEGAUX^1.2.250.1.213.1.1.4.13 (JDV_J64), ou pas d’attribut.',
        remedy: "Écrire cette valeur pour une connexion secrète, et retirer l'attribut sinon.",
      },
      visible: {
        finding:
          'La connexion est secrète, mais le document reste visible des représentants légaux : confidentialityCode vaut {actual}.',
        expected: 'INVISIBLE_REPRESENTANTS_LEGAUX parmi les confidentialityCode du document.',
        remedy: 'Ajouter ce code au document, ou ne pas ouvrir de connexion secrète pour lui.',
      },
    },
  },
  'cda/partial-then-complete': {
    title: 'Compte rendu partiel remplacé par sa version complète',
    what: 'Un compte rendu de biologie partiel (lab:statusCode active) est suivi de sa version complète (completed), qui le remplace : même setId, numéro de version supérieur, relatedDocument RPLC.',
    why: "Sans ce lien, le DMP garde deux comptes rendus du même examen, dont l'un incomplet.",
    rules: {
      'not-replaced': {
        finding: 'Cette version complète ne remplace pas le compte rendu partiel {file}.',
        expected: 'relatedDocument typeCode="RPLC" dont parentDocument/id est {id}.',
        remedy: "Écrire dans parentDocument/id l'identifiant du compte rendu partiel.",
      },
      status: {
        finding: 'La version qui remplace {file} a pour statut « {actual} ».',
        expected: 'lab:statusCode code="completed".',
        remedy: 'Passer le statut à completed quand tous les résultats sont validés.',
      },
      'set-id': {
        finding: 'setId vaut « {actual} » ; celui du compte rendu partiel {file} est « {set} ».',
        expected: 'Le même setId pour toutes les versions.',
        remedy: 'Garder le setId de la première version.',
      },
      version: {
        finding: 'versionNumber vaut {actual} ; celui du compte rendu partiel {file} est {version}.',
        expected: 'Un numéro de version supérieur.',
        remedy: 'Augmenter versionNumber de 1 à chaque version.',
      },
    },
  },
  'cda/stylesheet-sections': {
    title: 'Feuille de style : les sections ajoutées aussi',
    what: "La feuille de style jointe à un document structuré ne retient pas les sections d'après une liste de modèles ou de codes dont une section du document est absente. Elle est lue, non exécutée.",
    why: "Une section ajoutée hors du volet et non affichée, c'est une information que le lecteur croit inexistante.",
    rules: {
      'left-out': {
        finding:
          "La section « {actual} » n'est pas de celles que la feuille de style nomme (ligne {line}) : elle ne semble pas affichée.",
        expected: 'Une sélection de toutes les sections, sans condition sur leur modèle ou leur code.',
        remedy:
          'Parcourir component/section sans prédicat, et réserver les conditions à la mise en forme ; puis vérifier à l’écran.',
      },
    },
  },
  'cda/stylesheet-safety': {
    title: 'Feuille de style sans contenu actif',
    what: "La feuille de style jointe au document ne contient ni script, ni gestionnaire d'évènement, ni appel à d'autres fichiers, ni extension.",
    why: 'Un destinataire prudent refuse une feuille de style qui présente un risque et affiche le document avec la sienne.',
    rules: {
      script: {
        finding: 'La feuille de style produit un élément {actual}.',
        expected: 'Une mise en forme sans script.',
        remedy: 'Retirer les scripts ; replier ou trier par HTML et CSS seuls, ou y renoncer.',
      },
      event: {
        finding: 'La feuille de style produit un attribut {actual}, qui exécute un script.',
        expected: "Aucun attribut d'évènement.",
        remedy: 'Retirer cet attribut.',
      },
      javascript: {
        finding: 'La feuille de style produit une adresse {actual}',
        expected: 'Des liens internes (#ancre) ou https.',
        remedy: 'Remplacer ce lien par une ancre du document, ou le retirer.',
      },
      document: {
        finding: "La feuille de style ouvre un autre fichier par {actual}, que le destinataire n'a pas ou ne lira pas.",
        expected: 'Une feuille de style qui se suffit.',
        remedy: 'Recopier dans la feuille de style les libellés dont elle a besoin.',
      },
      import: {
        finding: 'La feuille de style en inclut une autre : « {actual} ».',
        expected: 'Une feuille de style qui se suffit.',
        remedy: 'Recopier ses modèles à la place de xsl:import ou de xsl:include.',
      },
      extension: {
        finding: "La feuille de style contient une extension exécutable, l'élément {actual}.",
        expected: 'XSLT 1.0 sans extension de script.',
        remedy: "Récrire ce qu'elle fait en XSLT, ou y renoncer.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
