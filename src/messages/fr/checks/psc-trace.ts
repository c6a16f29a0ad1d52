import type { CheckTexts } from '../../check-texts.js';

/** Texts of the checks on the exchange as a whole and its platform. */
export const pscTrace = {
  'psc/session-trace': {
    title: 'Enchaînement de la session Pro Santé Connect',
    what: "Les captures montrent la connexion entière et dans l'ordre : demande d'autorisation, retour, échange du code (ou demande CIBA et interrogations), puis appels avec le jeton reçu, jusqu'à la déconnexion. Chaque code sert une fois, chaque appel porte un jeton déjà reçu, et aucun jeton ne sert après la déconnexion. Une étape qui manque est une preuve manquante.",
    why: "Un code ou un jeton employé hors de sa place trahit une session mélangée à une autre : l'accès serait donné, ou tracé, au nom d'un autre professionnel.",
    rules: {
      'early-token-request': {
        finding: "L'échange du code précède, dans la même capture, le retour qui apporte ce code.",
        expected: "La demande de jeton après le retour de l'utilisateur vers le logiciel.",
        remedy:
          "Vérifier l'heure des postes et la façon dont la capture a été assemblée : chaque enregistrement doit rester dans son propre fichier, déclaré sous artifacts dans segur.yaml, avec order si besoin.",
      },
      'early-call': {
        finding: 'Un appel à {host} porte un jeton que Pro Santé Connect ne donne que plus loin dans la même capture.',
        expected: "L'appel après la réponse qui donne le jeton.",
        remedy:
          "Vérifier que le logiciel n'emploie pas un jeton gardé d'une autre session, et que la capture n'a pas été réassemblée dans le désordre.",
      },
      'foreign-token': {
        finding:
          "L'appel à userinfo porte un jeton qu'aucune réponse de la plateforme n'a donné dans ces pièces, et le jeton reçu à la connexion ne sert pas.",
        expected: "Authorization: Bearer suivi de l'access_token de la réponse à la demande de jeton.",
        remedy:
          "Envoyer l'access_token de la session en cours, et non l'ID token ni un jeton gardé d'avant. Si les captures viennent de deux sessions, les refaire ensemble.",
      },
      'call-after-logout': {
        finding:
          'Après la déconnexion, {count} appel(s) portent encore un jeton de la session fermée (le premier vers {host}).',
        expected: 'Aucun appel avec les jetons de la session une fois la déconnexion demandée.',
        remedy:
          "À la déconnexion, effacer les jetons côté serveur avant d'appeler end_session_endpoint, et arrêter les tâches de fond qui les emploient.",
      },
    },
  },
  'psc/environment': {
    title: 'Une seule plateforme Pro Santé Connect',
    what: "Captures, jetons et documents de découverte sont d'une seule plateforme, bac à sable ou production : serveurs appelés, émetteurs, adresses publiées. Les adresses appelées sont celles que la plateforme publie, en https. Un dossier de production montre la production.",
    why: "Un logiciel qui mélange les plateformes accepte en production des identités d'essai, que n'importe qui peut obtenir.",
    rules: {
      mixed: {
        finding: "La capture s'adresse à deux plateformes : {first} d'abord, puis {other}.",
        expected: 'Une seule plateforme du début à la fin.',
        remedy:
          "Prendre toutes les adresses du document de découverte d'une même plateforme, au lieu de les configurer une à une.",
      },
      https: {
        finding: 'La requête à {host} part sans chiffrement ({actual}).',
        expected: 'https, pour toute requête à Pro Santé Connect.',
        remedy:
          "Remplacer http:// par https:// dans l'adresse configurée, ou la lire dans le document de découverte : en clair, codes, jetons et secrets se lisent en chemin.",
      },
      'other-platform': {
        finding: "Cette pièce vient d'une autre plateforme ({actual}) que les autres pièces de la session ({first}).",
        expected: "Des pièces d'une seule session, sur une seule plateforme.",
        remedy:
          "Si le logiciel appelle vraiment les deux, corriger sa configuration. Sinon, exporter à nouveau toutes les pièces d'une même session, ou retirer celle qui n'en est pas.",
      },
      'not-production': {
        finding: 'Le dossier est de production, et cette pièce vient du bac à sable ({actual}).',
        expected: 'auth.esw.esante.gouv.fr et wallet.esw.esante.gouv.fr.',
        remedy:
          'Reprendre la capture sur la production ; si la démonstration se fait sur le bac à sable, écrire environment: test dans segur.yaml.',
      },
      'old-sandbox': {
        finding: "{actual} est l'ancien serveur du bac à sable, en service jusqu'en 2022.",
        expected: 'auth.bas.psc.esante.gouv.fr et wallet.bas.psc.esante.gouv.fr.',
        remedy: 'Remplacer ses adresses par celles du document de découverte en vigueur, et refaire la capture.',
      },
      'unknown-host': {
        finding: "{actual} reçoit une requête du protocole de Pro Santé Connect sans être l'un de ses serveurs connus.",
        expected:
          'Les serveurs auth et wallet de bas.psc.esante.gouv.fr ou de esw.esante.gouv.fr, ou ceux que nomme le document de découverte fourni.',
        remedy:
          "Vérifier l'adresse lettre à lettre dans la configuration : un nom qui ressemble peut appartenir à un tiers. Si l'ANS a publié ce serveur, joindre le document de découverte qui le nomme.",
      },
      discovery: {
        finding:
          "Dans le document de découverte, {name} n'est pas une adresse https de la plateforme qui le publie : {actual}.",
        expected: "Une adresse https de la même plateforme que l'émetteur (issuer).",
        remedy:
          "Lire le document à l'adresse de la plateforme (…/.well-known/wallet-openid-configuration) au lieu d'en garder une copie modifiée.",
      },
      undiscovered: {
        finding: "Le logiciel appelle {actual}, qui n'est pas l'adresse {name} du document de découverte.",
        expected: "L'adresse que publie la plateforme.",
        remedy:
          'Configurer le logiciel par le document de découverte : une adresse écrite en dur cesse de répondre quand la plateforme en change.',
      },
      'test-identity': {
        finding: "Une identité d'essai (8997…, ou origine EDIT, dans {name}) est connectée à la production.",
        expected: "L'identité d'un professionnel réel.",
        remedy:
          "Vérifier que la capture vient bien de la production : les cartes de test ne s'y connectent pas. Une capture recomposée à partir de deux plateformes n'est pas une preuve.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
