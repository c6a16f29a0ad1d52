import type { CheckTexts } from '../../check-texts.js';
import { insDocuments } from './ins-documents.js';
import { insRules } from './ins-rules.js';

export const insInsi = {
  'ins/insi-request': {
    title: 'Recherche INSi : une demande que le téléservice accepte',
    what: 'Une demande à INSi (par carte Vitale ou par traits) porte les entêtes du service, dit quel professionnel la fait, et écrit les traits comme la base nationale.',
    why: "INSi rejette une demande mal formée, et ne trouve personne quand un nom porte des minuscules ou des accents : l'identité reste sans INS.",
    rules: {
      action: {
        finding: "wsa:Action vaut « {actual} » ; ce n'est pas l'opération du corps.",
        expected: '{expected}',
        remedy: "Écrire dans wsa:Action l'action que le WSDL d'INSi donne à l'opération appelée.",
      },
      'message-id': {
        finding: 'wsa:MessageID manque, ou est vide.',
        expected: 'Un identifiant propre à chaque appel : uuid: suivi d’un UUID.',
        remedy: "Produire un UUID à chaque appel et l'écrire dans wsa:MessageID.",
      },
      'message-id-form': {
        finding: "wsa:MessageID vaut « {actual} », qui n'est pas un UUID.",
        expected: 'uuid: suivi d’un UUID, comme dans les exemples du service.',
        remedy: "Produire un UUID à chaque appel et l'écrire dans wsa:MessageID.",
      },
      context: {
        finding: "L'élément {element} manque dans l'entête de l'appel, ou est vide.",
        expected:
          'ContexteLPS avec @Version, Id et Temps ; ContexteBAM avec @Version, Id, Temps et COUVERTURE (vide admise).',
        remedy: 'Composer les deux contextes à chaque appel, selon leurs schémas.',
      },
      'context-version': {
        finding: '{element} est de version « {actual} ».',
        expected: 'La version {version}.',
        remedy: 'Composer le contexte selon le schéma {version} et écrire cette version.',
      },
      software: {
        finding: 'ContexteLPS ne dit pas tout du logiciel ; absents, ou sans la valeur attendue : {elements}.',
        expected: 'LPS avec IDAM (numéro d\'autorisation, R="4"), Version, Instance et Nom.',
        remedy: "Écrire le numéro d'autorisation délivré par le CNDA et décrire la version et l'instance du logiciel.",
      },
      'no-assertion': {
        finding: "L'appel n'a pas d'entête WS-Security : rien n'y dit qui appelle.",
        expected:
          "L'assertion du professionnel ; sans elle, l'appel ne vaut qu'avec un certificat d'organisation (INSI-AUTO ou INSI-MANU).",
        remedy: 'Si un professionnel fait la demande avec sa carte ou avec Pro Santé Connect, joindre son assertion.',
      },
      'empty-security': {
        finding: "L'entête WS-Security ne contient pas d'assertion SAML 2.0.",
        expected: 'Une assertion au moins (urn:oasis:names:tc:SAML:2.0:assertion).',
        remedy: "Joindre l'assertion du professionnel à l'entête, ou ne pas écrire cet entête.",
      },
      user: {
        finding: "L'assertion ne dit pas quel professionnel appelle : NameID manque, ou est vide.",
        expected: "L'identifiant national du professionnel dans Subject/NameID.",
        remedy: "Écrire l'identifiant lu dans la carte ou donné par Pro Santé Connect.",
      },
      'name-qualifier': {
        finding: "NameQualifier du NameID n'est ni CPS ni PSC : « {actual} ».",
        expected:
          "CPS quand le professionnel s'authentifie avec sa carte, PSC quand il est connecté avec Pro Santé Connect.",
        remedy: "Écrire le moyen d'authentification de l'utilisateur dans NameID/@NameQualifier.",
      },
      'trait-missing': {
        finding: "L'élément {element} manque dans la recherche, ou est vide.",
        expected:
          'Par traits : nom de naissance, prénom, sexe et date de naissance ; par carte : le matricule lu dans la carte.',
        remedy: 'Ne pas appeler INSi tant que ces données ne sont pas saisies.',
      },
      'name-form': {
        finding: "« {actual} » ({trait}) ne sera pas compris d'INSi : {fault}.",
        expected:
          "Des capitales de A à Z, l'espace, l'apostrophe droite et le trait d'union, sans accent ni ligature : D'ESSAI-ZOULOU, et non d’Essaï-Zoulou.",
        remedy:
          "Mettre le nom et les prénoms en capitales sans accent avant l'appel, sans toucher aux traits d'union ni aux apostrophes.",
      },
      'name-shape': {
        finding: "« {actual} » ({trait}) n'a pas la forme que la base nationale admet : {fault}.",
        expected:
          "Pas d'espace ni d'apostrophe doublés, pas de double trait d'union dans un prénom, rien en trop aux deux bouts.",
        remedy: "Vérifier la saisie sur la pièce d'identité ; INSi compare strictement.",
      },
      sex: {
        finding: 'La demande cherche une personne de sexe « {actual} ».',
        expected: 'F ou M.',
        remedy: "Faire préciser le sexe avant l'appel : INSi ne connaît pas le sexe indéterminé.",
      },
      'birth-date': {
        finding: "La date de naissance « {actual} » n'a pas la forme demandée par INSi : {fault}.",
        expected: 'AAAA-MM-JJ ; un jour ou un mois inconnu peut valoir 00.',
        remedy: 'Écrire la date en AAAA-MM-JJ, sans heure ni autre séparateur.',
      },
      'birth-place': insRules['birth-place'],
      'matricule-form': {
        finding: "Le numéro « {actual} » ({length} caractères) n'a pas la forme d'un matricule : {fault}.",
        expected: 'NumIdentifiant de 13 caractères (chiffres, A ou B au 7e pour la Corse) et Cle de 2 chiffres.',
        remedy: "Reprendre le numéro tel qu'il est lu dans la carte Vitale, la clé à part.",
      },
      'matricule-key': {
        finding: "La clé du numéro « {actual} » n'est pas celle de ses 13 premiers caractères.",
        expected:
          'Une clé égale à 97 − (N modulo 97), sur deux chiffres : N est le nombre que forment les 13 premiers caractères, où 2A (Corse) compte pour 19 et 2B pour 18.',
        remedy: "Reprendre le numéro et sa clé tels qu'ils sont lus dans la carte Vitale.",
      },
    },
  },
  'ins/insi-response': {
    title: 'Réponse INSi : entière, et importable ou non',
    what: "Une réponse d'INSi dit son code, la personne trouvée quand il y en a une, et si l'identité peut être reprise dans le logiciel.",
    why: "Le téléservice écrit cette réponse : rien n'est reproché ici au logiciel. Mais une identité incomplète ne doit pas être importée, et une réponse abîmée ne prouve rien.",
    rules: {
      code: {
        finding: "Le code de la réponse est « {actual} », qui n'est pas un code de recherche d'INSi.",
        expected: '00 (une identité), 01 (aucune) ou 02 (plusieurs).',
        remedy: "Exporter la réponse telle qu'INSi l'a rendue.",
      },
      individual: {
        finding: 'Le code {code} ne va pas avec le contenu : INDIVIDU est donné avec le code 00, et avec lui seul.',
        expected: 'INDIVIDU présent avec 00, absent avec 01 et 02.',
        remedy: "Exporter la réponse telle qu'INSi l'a rendue, entière.",
      },
      'matricule-form': {
        finding: "Le matricule actif « {actual} » ({length} caractères) n'a pas la forme d'un matricule : {fault}.",
        expected: 'NumIdentifiant de 13 caractères et Cle de 2 chiffres.',
        remedy: "Exporter la réponse telle qu'INSi l'a rendue ; ne pas importer un matricule de cette forme.",
      },
      'matricule-key': {
        finding: "La clé du matricule actif « {actual} » n'est pas celle de ses 13 premiers caractères.",
        expected: 'Une clé égale à 97 − (N modulo 97), où N est le nombre que forment les 13 premiers caractères.',
        remedy:
          "Prendre un autre cas de test : certains du CNDA ont une clé fausse, que d'autres logiciels refuseront.",
      },
      oid: {
        finding: "L'OID du matricule actif est « {actual} », qui n'est pas celui d'une INS.",
        expected: '1.2.250.1.213.1.4.8 (NIR) ou .9 (NIA), .10 ou .11 en test.',
        remedy: "Exporter la réponse telle qu'INSi l'a rendue ; ne pas importer un matricule sous un autre OID.",
      },
      'incomplete-date': {
        finding:
          'La date de naissance rendue « {actual} » a un jour ou un mois 00 : cette identité ne doit pas être importée.',
        expected: "Une alerte à l'utilisateur, et aucun trait repris.",
        remedy: "Vérifier que rien n'en a été enregistré ni exporté.",
      },
      'empty-trait': {
        finding: "L'élément {element} est vide ou absent dans la réponse : cette identité ne doit pas être importée.",
        expected: "Une alerte à l'utilisateur, et aucun trait repris.",
        remedy: "Vérifier que rien n'en a été enregistré ni exporté.",
      },
    },
  },
  'ins/insi-traits-kept': {
    title: "Traits d'INSi repris à l'identique dans ce qui est exporté",
    what: "Pour chaque personne qu'INSi a trouvée, toute identité exportée (document, message, flux) porte exactement le matricule, l'OID et les traits de la réponse, prénoms issus de ListePrenom ; une identité qu'INSi rend incomplète n'est exportée nulle part.",
    why: "Un trait changé entre INSi et l'export empêche le destinataire de reconnaître le patient, ou fait ranger le document chez un autre.",
    rules: {
      trait: {
        finding:
          "L'export porte « {actual} » ({trait}) alors qu'INSi a répondu « {given} » ({otherPath}, ligne {otherLine}). Écart : {difference}.",
        expected: '« {given} », comme dans la réponse.',
        remedy:
          "Remplir l'identité avec les données de la réponse (NumIdentifiant et Cle, OID, NomNaissance, ListePrenom, Sexe, DateNaissance, LieuNaissance) et ne laisser survivre aucune valeur locale.",
      },
      rewritten: {
        finding:
          "L'export écrit « {actual} » ({trait}) ; INSi a répondu « {given} » ({otherPath}, ligne {otherLine}). Écart : {difference}.",
        expected: "« {given} », à la lettre : casse, traits d'union et apostrophes compris.",
        remedy:
          "Émettre le trait tel qu'INSi le donne : INSi compare strictement, et une vérification ultérieure échouerait.",
      },
    },
  },
  'ins/insi-incomplete-date': {
    title: "Date de naissance incomplète dans INSi : rien n'est exporté",
    what: 'Quand INSi rend une identité dont la date de naissance a un jour ou un mois 00, rien de ce que le logiciel exporte ne porte ce matricule.',
    why: "Une date incomplète ne suffit pas à identifier la personne : l'importer associerait un matricule à des traits que personne n'a vérifiés.",
    rules: {
      exported: {
        finding:
          "Le matricule « {actual} » est exporté alors qu'INSi a rendu une identité incomplète : {elements} ({otherPath}, ligne {otherLine}).",
        expected:
          "Aucune donnée reprise d'une réponse dont la date a un jour ou un mois 00, ou dont le nom, les prénoms ou le sexe est vide.",
        remedy: "Refuser l'import de cette identité, prévenir l'utilisateur, et laisser la fiche comme elle était.",
      },
    },
  },
  'ins/insi-empty-trait': {
    title: "Nom, prénoms ou sexe vide dans INSi : rien n'est exporté",
    what: 'Quand INSi rend une identité sans nom de naissance, sans prénoms ou sans sexe, rien de ce que le logiciel exporte ne porte ce matricule.',
    why: "Une identité incomplète ne suffit pas à reconnaître la personne : l'importer laisserait le logiciel compléter les traits à sa façon.",
    rules: {
      exported: {
        finding:
          "Le matricule « {actual} » est exporté alors qu'INSi a rendu une identité incomplète : {elements} ({otherPath}, ligne {otherLine}).",
        expected:
          "Aucune donnée reprise d'une réponse dont la date a un jour ou un mois 00, ou dont le nom, les prénoms ou le sexe est vide.",
        remedy: "Refuser l'import de cette identité, prévenir l'utilisateur, et laisser la fiche comme elle était.",
      },
      'no-given-list': {
        finding:
          "Le matricule « {actual} » est exporté alors qu'INSi n'a pas rendu la liste des prénoms : {elements} ({otherPath}, ligne {otherLine}).",
        expected: "Aucune donnée reprise d'une réponse dont la liste des prénoms est vide, même si Prenom est rempli.",
        remedy: "Refuser l'import de cette identité et prévenir l'utilisateur ; ne pas remplacer la liste par Prenom.",
      },
    },
  },
  'ins/call-identity': {
    title: "INS d'un appel de téléservice",
    what: "Le patient qu'un appel nomme (VIHF, métadonnées XDS, recherche, test d'existence) l'est par son matricule et son OID, dans la forme attendue, et c'est le même dans tout le message.",
    why: "Le DMP applique les droits au patient du VIHF et range le document sous celui des métadonnées : s'ils diffèrent, ou si l'identifiant est mal formé, l'appel est rejeté ou touche un autre dossier.",
    rules: {
      ...insDocuments['ins/metadata-identity'].rules,
      'dmp-ins': {
        finding: "Le document part au DMP sous patientId « {actual} », qui n'est pas une INS.",
        expected: "matricule^^^&OID&ISO^NH d'une identité qualifiée.",
        remedy: "N'alimenter le DMP que pour un patient à l'identité qualifiée, et composer patientId de son INS.",
      },
      'call-id': {
        finding: "L'identifiant du patient « {actual} » n'a pas la forme attendue.",
        expected: '<matricule>^^^&<OID>&ISO^NH : sans nom d’autorité, avec son OID, et NH au cinquième composant.',
        remedy:
          "Composer l'identifiant du matricule et de l'OID ; le type INS est celui de HL7 v2, pas celui du VIHF ni de XDS.",
      },
      'query-quotes': {
        finding: "Le paramètre de recherche « {actual} » n'est pas entre apostrophes.",
        expected: "'<matricule>^^^&<OID>&ISO^NH', apostrophes comprises.",
        remedy: 'Mettre entre apostrophes la valeur de $XDSDocumentEntryPatientId.',
      },
      'one-patient': {
        finding: 'Le message nomme deux patients : « {actual} » ici, « {other} » ligne {otherLine} ({otherPath}).',
        expected: 'Le même matricule et le même OID dans le VIHF et dans le corps.',
        remedy: 'Composer le VIHF et le corps à partir de la même identité, celle du dossier ouvert.',
      },
    },
  },
  'ins/insi-psc-user': {
    title: 'Appel à INSi par un utilisateur de Pro Santé Connect',
    what: "Un appel à INSi fait par un utilisateur connecté avec Pro Santé Connect l'est en son nom, et le journal du logiciel garde la ligne de cet appel avec le mode PSC et cet utilisateur.",
    why: "L'Assurance Maladie et l'audit doivent pouvoir dire qui a interrogé INSi ; un appel au nom d'un autre, ou sans trace, n'est pas imputable.",
    rules: {
      'name-qualifier': {
        finding: "L'appel est déclaré fait avec Pro Santé Connect, mais son NameID a le NameQualifier « {actual} ».",
        expected: 'NameQualifier PSC, ou le jeton de Pro Santé Connect avec l’appel.',
        remedy:
          'Composer l\'assertion avec NameQualifier="PSC" quand l\'utilisateur est connecté avec Pro Santé Connect.',
      },
      'connected-user': {
        finding: "L'appel est fait au nom de « {actual} » ; l'utilisateur connecté est « {connected} ».",
        expected: "L'identifiant national que Pro Santé Connect donne de l'utilisateur (SubjectNameID).",
        remedy: "Lire SubjectNameID dans la session en cours et l'écrire dans NameID, sans passer par un compte local.",
      },
      'log-row': {
        finding: "Le journal n'a pas de ligne pour l'appel à INSi de « {user} ».",
        expected: "Une ligne par appel, avec son heure, l'utilisateur et le mode PSC.",
        remedy: 'Journaliser chaque appel à INSi, ou exporter le journal de la période de la capture.',
      },
      'log-mode': {
        finding: "La ligne de l'appel à INSi de « {user} » dit le mode « {actual} ».",
        expected: 'Le mode PSC.',
        remedy: "Écrire dans le journal le moyen d'authentification de la session qui fait l'appel.",
      },
      'log-user': {
        finding: "La ligne de l'appel à INSi par PSC nomme « {actual} », et l'appel est fait par « {user} ».",
        expected: "Le nom ou l'identifiant national de l'utilisateur connecté.",
        remedy: "Écrire dans le journal l'utilisateur de la session qui fait l'appel.",
      },
      'log-time': {
        finding: "La ligne de l'appel à INSi de « {user} » est de {actual}, loin de l'heure de la capture.",
        expected: 'La même heure, à dix minutes près.',
        remedy: "Fournir la capture et le journal du même appel, et mettre le poste à l'heure.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
