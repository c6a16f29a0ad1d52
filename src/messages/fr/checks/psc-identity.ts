import type { CheckTexts } from '../../check-texts.js';

/** Texts of the checks on the professional whom the software acts for. */
export const pscIdentity = {
  'psc/same-professional': {
    title: 'Le professionnel connecté est celui pour qui le logiciel agit',
    what: "Le professionnel de la session Pro Santé Connect (jetons, userinfo) est celui du jeton qui ouvre la messagerie (XOAUTH2) et celui que le journal du logiciel garde pour cette connexion ; le VIHF des appels au DMP reprend son secteur d'activité, sa profession et son savoir-faire tels que userinfo les donne. Un appel n'est comparé qu'à la session dont il fait partie : celle que nomme le jeton, celle de l'utilisateur déclaré (user: 1 ou 2), ou la seule ouverte à cette heure.",
    why: "Ce qui est consulté, envoyé ou tracé engage la personne qui s'est authentifiée : sous l'identité d'une autre, la trace ne prouve plus rien.",
    rules: {
      'mail-user': {
        finding:
          "La boîte aux lettres est ouverte avec le jeton d'un autre professionnel ({actual}) que celui de la session.",
        expected: 'Le jeton du professionnel connecté, {connected}.',
        remedy:
          "Prendre le jeton d'accès dans la session de l'utilisateur qui ouvre la messagerie, jamais dans un cache commun au poste ou au serveur. Si deux professionnels se sont connectés, ajouter la capture de l'autre connexion et déclarer user: 1 ou 2 de part et d'autre.",
      },
      'log-user': {
        finding: 'Le journal attribue cette connexion Pro Santé Connect à {actual}, que la capture ne montre pas.',
        expected: "L'identifiant du professionnel qui s'est connecté à cette minute : {connected}.",
        remedy:
          'Écrire dans le journal le SubjectNameID reçu de Pro Santé Connect, et vérifier que le compte local rapproché est bien celui de ce professionnel.',
      },
      sector: {
        finding: "Le secteur d'activité du VIHF, {actual}, n'est pas celui que userinfo donne.",
        expected: 'Secteur_Activite de userinfo : {told}.',
        remedy:
          "Recopier Secteur_Activite de userinfo dans le VIHF ; si le professionnel a plusieurs activités, prendre celle de la situation d'exercice qu'il a choisie.",
      },
      role: {
        finding: "Le rôle {actual} du VIHF n'est ni une profession ni un savoir-faire que userinfo donne.",
        expected: "Un code de l'exercice du professionnel, comme {told}.",
        remedy:
          'Prendre la profession dans SubjectRefPro.exercices[].codeProfession et, pour un médecin ou un pharmacien, le savoir-faire ou la section du même exercice, plutôt que dans le paramétrage du poste.',
      },
    },
  },
  'psc/one-account': {
    title: 'Un professionnel, un seul compte, quel que soit le moyen de connexion',
    what: "Dans le journal des connexions (colonnes professional, actor et mode déclarées), le même identifiant national ouvre toujours le même compte local, par Pro Santé Connect comme par les autres moyens, et deux professionnels n'ouvrent jamais le même.",
    why: "Sans rapprochement autour de l'identifiant national, un professionnel a deux dossiers de travail, des droits différents et des traces éparses ; un compte commun à deux personnes fait agir l'une au nom de l'autre.",
    rules: {
      'other-account': {
        finding: 'Le professionnel {professional} ouvre ici un autre compte que par Pro Santé Connect.',
        expected: 'Le compte que Pro Santé Connect ouvre pour ce professionnel.',
        remedy:
          "Rapprocher les deux comptes : à la première connexion par Pro Santé Connect, chercher le compte qui porte déjà l'identifiant national (SubjectNameID), sinon demander une fois l'autre connexion, puis garder le lien.",
      },
      'several-accounts': {
        finding: 'Le professionnel {professional} ouvre plusieurs comptes.',
        expected: 'Un seul compte par professionnel.',
        remedy:
          "Fusionner ces comptes, ou expliquer au relecteur pourquoi ils sont distincts (un par structure, par exemple) et montrer que chacun s'ouvre par tous les moyens.",
      },
      'shared-account': {
        finding: 'Deux professionnels, {other} et {professional}, ouvrent le même compte.',
        expected: 'Un compte par identifiant national.',
        remedy:
          'Refuser de rattacher un second SubjectNameID à un compte qui en a déjà un, et créer un compte nominatif pour chacun.',
      },
      identifier: {
        finding:
          "{count} ligne(s) donnent comme identifiant national une valeur qui n'en a pas la forme ({length} caractères).",
        expected:
          "Le SubjectNameID entier : 8 suivi des 11 chiffres du RPPS, 0 suivi de l'ADELI, ou l'identifiant de la structure et le numéro interne. Les 11 chiffres du RPPS seuls sont compris.",
        remedy:
          "Écrire dans le journal le SubjectNameID tel qu'il est reçu, sans le tronquer ni le convertir en nombre ; si la colonne est autre chose, corriger professional dans segur.yaml.",
      },
    },
  },
  'psc/token-in-log': {
    title: 'Aucun jeton ni secret dans le journal du logiciel',
    what: "Les traces et journaux du logiciel ne contiennent ni jeton (JWT, Bearer, chaîne XOAUTH2), ni jeton de renouvellement, ni secret du client, ni code_verifier, ni cookie de session. Les captures d'échanges (HAR, dialogues SMTP et IMAP) en contiennent par nature et ne sont pas concernées. Les jetons d'une trace de messagerie relèvent de mss/trace-content.",
    why: 'Un journal est copié, sauvegardé, envoyé au support : qui le lit peut agir au nom du professionnel ou du logiciel.',
    rules: {
      token: {
        finding: 'La colonne « {column} » montre un jeton en clair ({count} ligne(s)).',
        expected: "Aucun jeton dans un journal : il n'est gardé qu'en mémoire, le temps de sa validité.",
        remedy:
          "Masquer Authorization, access_token et id_token dans la couche de journalisation (Bearer ***), puis exporter de nouveau. Pour suivre un échange, écrire jti ou l'identifiant de session applicatif.",
      },
      'refresh-token': {
        finding:
          'La colonne « {column} » montre un jeton de renouvellement (refresh_token) en clair ({count} ligne(s)).',
        expected: 'Aucun jeton de renouvellement dans un journal : il ouvre des sessions pendant trente minutes.',
        remedy: 'Masquer refresh_token dans les corps de requêtes et de réponses avant de les journaliser.',
      },
      'client-secret': {
        finding: 'La colonne « {column} » montre le secret du client (client_secret) en clair ({count} ligne(s)).',
        expected: 'Aucun secret dans un journal.',
        remedy:
          "Masquer client_secret et l'entête Authorization: Basic, puis faire renouveler ce secret auprès de Pro Santé Connect : il a été divulgué.",
      },
      'code-verifier': {
        finding: 'La colonne « {column} » montre la clé de preuve PKCE (code_verifier) en clair ({count} ligne(s)).',
        expected: 'Aucun code_verifier dans un journal.',
        remedy: 'Masquer code_verifier, ou ne pas journaliser le corps de la demande de jeton.',
      },
      cookie: {
        finding: 'La colonne « {column} » montre un cookie de session en clair ({count} ligne(s)).',
        expected: 'Aucun cookie de session dans un journal.',
        remedy: "Retirer Cookie et Set-Cookie des entêtes journalisés, ou n'en garder que le nom.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
