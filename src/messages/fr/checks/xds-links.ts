import type { CheckTexts } from '../../check-texts.js';

export const xdsLinks = {
  'dmp/associations': {
    title: 'Associations XDS',
    what: 'Chaque entrée est membre du lot une fois, et chaque association a un type connu, part d’un objet de la soumission et arrive à un objet de la soumission ou à ce que le DMP détient.',
    why: 'Le registre rejette toute la soumission dès qu’une association ne mène nulle part, et un remplacement mal lié laisse l’ancienne version en place.',
    rules: {
      member: {
        finding: 'L’entrée est rattachée au lot par {count} association HasMember au lieu d’une.',
        expected:
          'Pour chaque entrée, signature comprise, une Association HasMember du lot (sourceObject) vers l’entrée (targetObject).',
        remedy: 'Reprendre dans l’association les attributs id du RegistryPackage et de l’ExtrinsicObject.',
      },
      'set-status': {
        finding: 'SubmissionSetStatus vaut « {actual} » pour une entrée que la soumission apporte.',
        expected: 'Original.',
        remedy: 'Écrire Original dans le Slot SubmissionSetStatus de l’association HasMember.',
      },
      type: {
        finding: 'Le type d’association « {actual} » n’existe pas en XDS.',
        expected:
          'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember, urn:ihe:iti:2007:AssociationType:RPLC, …:signs, ou urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus.',
        remedy: 'Écrire un de ces types, en entier, dans associationType.',
      },
      source: {
        finding: 'L’association {type} part de « {actual} ».',
        expected:
          'Le lot de la soumission pour HasMember et UpdateAvailabilityStatus ; une entrée de la soumission pour RPLC et signs.',
        remedy: 'Mettre dans sourceObject l’attribut id de l’objet de la soumission d’où part le lien.',
      },
      target: {
        finding: 'L’association {type} arrive à « {actual} ».',
        expected:
          'Une entrée de la soumission pour HasMember, le lot pour signs, l’entryUUID (urn:uuid:…) de ce que le DMP détient pour RPLC et UpdateAvailabilityStatus.',
        remedy:
          'Pour ce que le DMP détient, chercher d’abord l’entrée (TD3.1) et reprendre son entryUUID : ni le uniqueId du document, ni l’id d’un objet de la soumission.',
      },
    },
  },
  'dmp/life-cycle': {
    title: 'Cycle de vie d’un document dans les métadonnées',
    what: 'Une nouvelle version, une suppression, un archivage ou un masquage est dit comme le veut ce qui le porte : un Slot dans une archive, une association RPLC dans une alimentation, lid, version et statuts dans une mise à jour.',
    why: 'Sans cela, le destinataire garde deux versions du même document, ou le DMP refuse la modification.',
    rules: {
      'slot-missing': {
        finding: 'Le document est la version {version}, et son entrée ne dit pas qu’elle en remplace une autre.',
        expected: 'Un Slot urn:action:extraMetadataSlot de valeur C, ou D pour une suppression.',
        remedy: 'Ajouter ce Slot à l’ExtrinsicObject de tout document dont versionNumber dépasse 1.',
      },
      'slot-unexpected': {
        finding: 'L’entrée dit qu’elle remplace une version précédente, mais le document est la version 1.',
        expected: 'Pas de Slot urn:action:extraMetadataSlot pour une première version.',
        remedy: 'Retirer le Slot, ou augmenter versionNumber si c’est bien une nouvelle version.',
      },
      'slot-value': {
        finding: 'urn:action:extraMetadataSlot vaut « {actual} ».',
        expected: 'C pour une nouvelle version, D pour une suppression.',
        remedy: 'Corriger la valeur, ou retirer le Slot d’un premier envoi.',
      },
      'replacement-untold': {
        finding: 'L’entrée en remplace une autre (RPLC), mais son document ne dit pas lequel il remplace.',
        expected: 'relatedDocument typeCode="RPLC" et l’identifiant du document remplacé dans parentDocument/id.',
        remedy: 'Ajouter relatedDocument au CDA, garder setId et augmenter versionNumber ; ou retirer l’association.',
      },
      'replacement-unlinked': {
        finding: 'Le document remplace {replaced}, mais son entrée n’en remplace aucune dans le DMP.',
        expected:
          'Une Association urn:ihe:iti:2007:AssociationType:RPLC de la nouvelle entrée vers l’entryUUID de l’ancienne.',
        remedy:
          'Chercher l’ancienne entrée (TD3.1) et ajouter l’association ; rien à faire si l’ancienne version n’a jamais été envoyée au DMP.',
      },
      'logical-id': {
        finding: 'La mise à jour ne dit pas quelle entrée elle change : lid vaut « {actual} ».',
        expected: 'lid="urn:uuid:…", le logicalId de l’entrée telle que le DMP l’a rendue.',
        remedy: 'Reprendre l’attribut lid de l’entrée trouvée par TD3.1.',
      },
      version: {
        finding: 'L’entrée mise à jour n’a pas de version : « {actual} ».',
        expected: 'VersionInfo/@versionName, un entier à partir de 1.',
        remedy: 'Reprendre VersionInfo de l’entrée trouvée par TD3.1.',
      },
      'previous-version': {
        finding: 'La mise à jour ne dit pas de quelle version elle part : « {actual} ».',
        expected: 'Un Slot PreviousVersion dans l’association HasMember, égal à la version que le DMP détient.',
        remedy: 'Ajouter ce Slot avec la version lue dans le DMP juste avant la mise à jour.',
      },
      'status-missing': {
        finding: 'Le changement de statut n’a pas de {slot}.',
        expected: 'Les Slots OriginalStatus et NewStatus.',
        remedy: 'Ajouter {slot} à l’association UpdateAvailabilityStatus.',
      },
      'status-value': {
        finding: '{slot} « {actual} » n’est pas un statut du DMP.',
        expected:
          'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved ou Deprecated, urn:asip:ci-sis:2010:StatusType:Archived ou Deleted.',
        remedy:
          'Écrire le statut avec son préfixe : celui du CI-SIS pour Archived et Deleted, celui d’ebXML pour les autres.',
      },
      'status-same': {
        finding: 'Le nouveau statut est celui de départ : {actual}.',
        expected: 'Un NewStatus différent de OriginalStatus.',
        remedy: 'Lire le statut de l’entrée dans le DMP, et ne demander que ce qui le change.',
      },
    },
  },
  'dmp/masking': {
    title: 'Confidentialité et masquage',
    what: 'confidentialityCode donne d’abord le niveau de confidentialité (N, R ou V), puis au plus trois masques, du jeu de valeurs et de la nomenclature que le DMP connaît.',
    why: 'Un masque mal codé n’est pas appliqué : le patient découvre un résultat avant la consultation d’annonce, ou un professionnel voit ce que le patient a masqué.',
    rules: {
      level: {
        finding: 'L’entrée a {count} niveau de confidentialité au lieu d’un.',
        expected: 'N, R ou V (2.16.840.1.113883.5.25), une fois, avant les masques.',
        remedy:
          'Renvoyer toujours le niveau du document, et les masques en plus : dans une mise à jour aussi, tous les codes sont à redire.',
      },
      first: {
        finding: 'Le niveau {actual} n’est pas le premier confidentialityCode.',
        expected: 'Le niveau du document d’abord, les masques ensuite.',
        remedy: 'Placer la Classification du niveau avant celles des masques.',
      },
      count: {
        finding: 'L’entrée a {count} confidentialityCode.',
        expected: 'De un à quatre : le niveau et au plus trois masques.',
        remedy: 'Ne garder que les masques voulus.',
      },
      repeated: {
        finding: 'Le masque {actual} est donné deux fois.',
        expected: 'Chaque masque une seule fois.',
        remedy: 'Retirer la Classification en double.',
      },
      code: {
        finding: 'confidentialityCode « {actual} » n’est pas dans {set} ({oid}, version du {version}).',
        expected: 'N, R ou V ; MASQUE_PS, INVISIBLE_PATIENT ou INVISIBLE_REPRESENTANTS_LEGAUX.',
        remedy:
          'Prendre un code du jeu de valeurs, ou ne pas tenir compte de cette alerte si le code y est entré après le {version}.',
      },
      scheme: {
        finding: 'confidentialityCode {code} est donné sous la nomenclature « {actual} ».',
        expected: '{expected}.',
        remedy: 'Mettre 2.16.840.1.113883.5.25 pour N, R et V, 1.2.250.1.213.1.1.4.13 pour les masques.',
      },
      'not-for-dmp': {
        finding: 'Le DMP n’accepte pas le masque {actual}.',
        expected: 'MASQUE_PS, INVISIBLE_PATIENT ou INVISIBLE_REPRESENTANTS_LEGAUX.',
        remedy: 'Retirer ce masque de ce qui part au DMP.',
      },
      both: {
        finding: 'Le document est masqué à la fois aux professionnels et au patient.',
        expected: 'Pas de cumul de MASQUE_PS et INVISIBLE_PATIENT, tant que le DMP ne le permet pas (EX_2.1-1050).',
        remedy: 'Empêcher de choisir les deux, sauf si le paramètre du DMP autorise le cumul.',
      },
      restricted: {
        finding: 'Un document de confidentialité {actual} part au DMP.',
        expected: 'N : un document restreint ou très restreint n’est pas à partager.',
        remedy:
          'Ne pas alimenter le DMP avec ce document, ou revoir sa confidentialité ; pour le cacher, utiliser les masques.',
      },
    },
  },
  'dmp/unique-ids': {
    title: 'Identifiants uniques d’une soumission',
    what: 'uniqueId et sourceId sont des OID bien formés, chaque objet de la soumission a son id, et aucun identifiant n’y sert deux fois.',
    why: 'Le DMP rejette un identifiant déjà connu ou mal formé, et ne sait plus quel document une association désigne si deux objets ont le même id.',
    rules: {
      oid: {
        finding: '{attribute} « {actual} » n’est pas un OID.',
        expected:
          'Des nombres sans zéro en tête séparés par des points, le premier étant 0, 1 ou 2 ; 64 caractères au plus.',
        remedy: 'Composer l’OID de la racine de la structure et de nombres ; ni urn:oid:, ni UUID, ni lettre.',
      },
      extension: {
        finding: 'uniqueId « {actual} » a une extension après l’OID {oid}.',
        expected: 'Un OID seul : le DMP n’accepte pas la forme OID^extension.',
        remedy: 'Donner à ClinicalDocument/id un OID complet dans root, sans extension, et le reprendre dans uniqueId.',
      },
      'object-id': {
        finding: 'L’id « {actual} » d’un objet n’est pas utilisable.',
        expected: 'urn:uuid: et un UUID, ou un nom propre à la soumission comme Document01.',
        remedy: 'Donner un id à chaque RegistryPackage et ExtrinsicObject.',
      },
      'repeated-object': {
        finding: 'L’id {actual} est celui de deux objets.',
        expected: 'Un id par objet.',
        remedy: 'Produire un nouvel UUID pour chaque objet de la soumission.',
      },
      'repeated-id': {
        finding: 'Le uniqueId {actual} est celui de deux objets.',
        expected: 'Un uniqueId pour le lot, un autre pour chaque document et pour la signature.',
        remedy: 'Tirer chaque uniqueId d’un compteur commun, ou d’une branche de l’OID propre à chaque sorte d’objet.',
      },
    },
  },
  'dmp/reused-ids': {
    title: 'Identifiants uniques d’une soumission à l’autre',
    what: 'Dans tout le dossier, deux soumissions différentes n’ont pas le même uniqueId, et deux documents différents non plus.',
    why: 'Le DMP garde tous les uniqueId qu’il a reçus et rejette celui qui revient avec un autre contenu.',
    rules: {
      submission: {
        finding: 'Le uniqueId {actual} du lot est déjà celui d’une autre soumission ({otherPath}, ligne {otherLine}).',
        expected:
          'Un nouveau uniqueId à chaque soumission ; le même seulement pour renvoyer la même, sans rien changer.',
        remedy: 'Tirer le uniqueId du lot d’un compteur qui ne revient jamais en arrière, même après une restauration.',
      },
      document: {
        finding: 'Le document {actual} n’a pas ici la même empreinte que dans {otherPath} (ligne {otherLine}).',
        expected: 'Les mêmes octets sous le même identifiant, quel que soit le destinataire.',
        remedy:
          'Produire le CDA une fois et l’envoyer tel quel ; s’il change, lui donner un nouvel identifiant et une nouvelle version.',
      },
    },
  },
  'dmp/signature-entry': {
    title: 'Entrée de la signature d’un lot',
    what: 'L’entrée de la signature d’un lot envoyé au DMP a les codes qui disent que c’en est une, est liée au lot par une association signs, et reprend le patient, la date et l’auteur du lot ; une archive n’en contient pas.',
    why: 'Une signature que le DMP prend pour un document clinique est rejetée, ou s’affiche au patient.',
    rules: {
      kind: {
        finding: '{attribute} de la signature vaut « {actual} ».',
        expected: '{expected}.',
        remedy: 'Donner à l’entrée de la signature les codes d’une signature, pas ceux du document signé.',
      },
      value: {
        finding: '{attribute} de la signature vaut « {actual} ».',
        expected: '{expected}.',
        remedy: 'Écrire ces valeurs, les mêmes pour toutes les signatures de lot.',
      },
      scheme: {
        finding: '{attribute} {code} est donné sous la nomenclature « {actual} ».',
        expected: '{expected}.',
        remedy: 'Mettre cette valeur dans codingScheme.',
      },
      'as-submission': {
        finding: '{attribute} de la signature vaut « {actual} ».',
        expected: '{expected}, comme le lot.',
        remedy: 'Reprendre pour la signature l’INS du patient, la date de soumission et l’auteur du lot.',
      },
      signs: {
        finding: 'Aucune association ne dit ce que la signature signe.',
        expected: 'Une Association urn:ihe:iti:2007:AssociationType:signs de la signature vers le lot.',
        remedy: 'Ajouter l’association, avec l’id de l’entrée de la signature et celui du lot.',
      },
      'in-archive': {
        finding: 'L’archive contient l’entrée d’une signature.',
        expected: 'Des documents seulement : la signature du lot n’est faite que pour le DMP.',
        remedy: 'Ne pas mettre la signature du lot dans IHE_XDM.ZIP.',
      },
      unsigned: {
        finding: 'Le lot envoyé au DMP n’est pas signé : aucune de ses entrées n’est celle d’une signature.',
        expected:
          'Une entrée de signature (typeCode E1762, formatCode http://www.w3.org/2000/09/xmldsig#) et son document XAdES.',
        remedy:
          'Signer le lot, et joindre la signature comme un document de plus, lié au lot par une association signs.',
      },
      'not-a-signature': {
        finding: 'Ce qui est envoyé pour la signature du lot ne se lit pas comme une signature XML.',
        expected: 'Un document XML bien formé dont la racine est ds:Signature (http://www.w3.org/2000/09/xmldsig#).',
        remedy:
          'Envoyer les octets de la signature tels qu’ils ont été produits : XML bien formé, racine Signature dans l’espace de noms xmldsig#, rien autour.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
