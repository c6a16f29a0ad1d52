import type { CheckTexts } from '../../check-texts.js';

/** Texts of the checks on what protects the software's secrets and tokens. */
export const pscProtection = {
  'psc/client-authentication': {
    title: 'Authentification du logiciel auprès de Pro Santé Connect',
    what: "Chaque requête du serveur à Pro Santé Connect (jetons, renouvellement, CIBA, introspection, révocation, demande poussée) authentifie le client d'une seule façon : secret dans l'entête ou dans le corps, assertion signée, ou certificat client, que la capture ne montre pas. Elle nomme le client de la demande d'autorisation ; aucun secret n'est dans une requête du navigateur, ni dans celles d'un produit de l'Espace de confiance.",
    why: 'Qui connaît le secret du logiciel peut demander des jetons à sa place : ce secret ne quitte pas le serveur, et les services qui échangent des données sensibles le remplacent par un certificat.',
    rules: {
      'two-methods': {
        finding: "Le client s'authentifie de plusieurs façons dans la même requête : {methods}.",
        expected: "Une seule : l'entête Authorization: Basic, client_secret dans le corps, ou client_assertion.",
        remedy:
          "Choisir une méthode dans la bibliothèque (client_secret_basic, client_secret_post, private_key_jwt ou tls_client_auth), et chercher ce qui ajoute l'autre à la main.",
      },
      'client-id': {
        finding: "La requête vient d'un autre client ({actual}) que celui à qui le code ou le jeton a été donné.",
        expected: '{expected}, partout dans la requête et comme dans la demande qui précède.',
        remedy:
          'Lire le client_id dans une seule configuration pour toutes les requêtes : celui du bac à sable et celui de la production diffèrent.',
      },
      'basic-form': {
        finding: "L'entête Authorization n'est pas un Basic lisible.",
        expected: 'Basic, puis en base64 : client_id, deux-points, secret.',
        remedy:
          "Coder en base64 la chaîne client_id:client_secret tout entière, sans retour à la ligne ; beaucoup de bibliothèques le font d'elles-mêmes.",
      },
      'basic-encoding': {
        finding: "L'identifiant ou le secret de l'entête Basic contient des signes qui ne sont pas codés.",
        expected: "Chacun codé comme une valeur de formulaire (/ s'écrit %2F, = s'écrit %3D), avant le base64.",
        remedy:
          'Coder séparément client_id et client_secret (encodeURIComponent, URLEncoder, urlencode), les joindre par deux-points, puis coder le tout en base64 : un secret qui contient + ou % serait sinon mal lu.',
      },
      'browser-secret': {
        finding: 'Le secret du logiciel est dans une requête que le navigateur a faite.',
        expected: 'Une requête du serveur à Pro Santé Connect ; le navigateur ne connaît pas le secret.',
        remedy:
          "Faire l'échange du code sur le serveur, retirer le secret du code envoyé au navigateur, puis en demander un nouveau : l'ancien est connu de tous les utilisateurs.",
      },
      'example-secret': {
        finding: "Le secret est vide, ou c'est une valeur d'exemple ({length} caractères).",
        expected: "Le secret reçu de l'ANS pour cette plateforme, ou aucun avec un certificat client.",
        remedy:
          "Mettre le secret reçu dans un coffre ou une variable d'environnement du serveur, et vérifier qu'elle est bien lue ; avec un certificat client, n'envoyer que client_id.",
      },
      'trust-space': {
        finding: "Le produit est de l'Espace de confiance, mais il s'authentifie par un secret.",
        expected: 'Un certificat client (mTLS), sans secret.',
        remedy:
          "Demander à l'ANS l'authentification tls_client_auth pour ce client, présenter le certificat client à chaque requête du serveur et n'envoyer que client_id.",
      },
      secret: {
        finding: "Le client s'authentifie par un secret.",
        expected: "Admis hors de l'Espace de confiance ; le certificat client (mTLS) est préféré (EXI PSC 24).",
        remedy:
          "Prévoir le passage au certificat client. Si le produit est de l'Espace de confiance, il y est obligatoire.",
      },
    },
  },
  'psc/token-exposure': {
    title: 'Jetons et secrets hors de portée du navigateur',
    what: "Les jetons de Pro Santé Connect, le secret du client et le code_verifier ne sont ni dans une adresse, ni dans un Referer, ni dans une page, une réponse ou un cookie du logiciel, ni envoyés à un autre hôte. L'ID token qui accompagne la déconnexion (id_token_hint) et le code du retour passent par le navigateur : c'est normal.",
    why: "Un jeton vaut l'identité du professionnel tant qu'il est valable : dans une adresse il reste dans les journaux et l'historique, dans une page il est à la portée de tout script.",
    rules: {
      'token-in-url': {
        finding: 'Un jeton de Pro Santé Connect est dans une adresse ({host}).',
        expected: "Le jeton dans l'entête Authorization, ou dans le corps d'une requête de serveur à serveur.",
        remedy:
          "Garder le jeton dans la session du serveur et ne donner au navigateur qu'un cookie de session ; vers UserInfo, l'envoyer dans l'entête Authorization: Bearer.",
      },
      'id-token-in-url': {
        finding: 'Un ID token est dans une adresse ({host}) hors de la déconnexion.',
        expected: 'Un ID token dans la seule adresse de déconnexion de Pro Santé Connect, sous le nom id_token_hint.',
        remedy: "Garder l'ID token sur le serveur ; pour dire à une page qui est connecté, lui donner une session.",
      },
      'secret-in-url': {
        finding: 'Le secret du client est dans une adresse ({host}).',
        expected: 'Le secret sur le serveur seulement.',
        remedy: "Retirer le secret de l'adresse, puis en demander un nouveau : celui-ci est déjà dans les journaux.",
      },
      'verifier-in-url': {
        finding: 'Le code_verifier est dans une adresse ({host}).',
        expected: 'Le code_verifier dans le corps de la demande de jeton, et là seulement.',
        remedy:
          'Garder le code_verifier dans la session du serveur ; si plusieurs serveurs se relaient, leur faire partager la session.',
      },
      'in-referer': {
        finding: "L'entête Referer d'une requête à {host} contient un secret ({name}).",
        expected: 'Un Referer sans jeton ni secret.',
        remedy:
          "Retirer le jeton de l'adresse de la page, et répondre avec Referrer-Policy: no-referrer sur les pages du retour de connexion.",
      },
      'token-to-browser': {
        finding: 'Le logiciel ({host}) donne au navigateur un jeton de Pro Santé Connect ({name}).',
        expected: 'Aucun jeton de Pro Santé Connect dans ce que reçoit le navigateur : une session propre au logiciel.',
        remedy:
          "Garder les jetons sur le serveur, appeler de là UserInfo et les API, et ne rendre à la page que ce qu'elle affiche.",
      },
      'id-token-to-browser': {
        finding: "Le logiciel ({host}) donne au navigateur l'ID token de Pro Santé Connect.",
        expected: "L'ID token gardé sur le serveur, sauf dans l'adresse de déconnexion (id_token_hint).",
        remedy: "Lire l'identité sur le serveur et n'en rendre à la page que ce qu'elle affiche.",
      },
      'secret-to-browser': {
        finding: 'Le logiciel ({host}) donne au navigateur le secret du client.',
        expected: 'Le secret sur le serveur seulement.',
        remedy:
          "Retirer le secret de la configuration envoyée à la page, faire l'échange du code sur le serveur, puis demander un nouveau secret.",
      },
      'token-in-cookie': {
        finding: 'Un cookie du logiciel ({host}) est le jeton de Pro Santé Connect lui-même ({name}).',
        expected: 'Un cookie applicatif de durée limitée, qui ne dit rien par lui-même.',
        remedy:
          'Mettre un identifiant de session tiré au hasard dans le cookie (Secure, HttpOnly, SameSite) et garder les jetons sur le serveur, rangés sous cet identifiant.',
      },
      'browser-token-request': {
        finding: 'La demande de jeton est faite par le navigateur : les jetons lui sont donnés.',
        expected: 'Une demande de jeton faite par le serveur du logiciel.',
        remedy: "Envoyer le code au serveur du logiciel, qui fait l'échange et ouvre une session.",
      },
      'sent-elsewhere': {
        finding: "Un secret de la session ({name}) est envoyé à {host}, qui n'est ni Pro Santé Connect ni le logiciel.",
        expected: "Le jeton envoyé à Pro Santé Connect, ou au serveur d'autorisation d'une API pour y être échangé.",
        remedy:
          "Retirer le jeton de ce qui part vers cet hôte (mesure d'audience, journal d'erreurs, service tiers). S'il s'agit d'une API Pro Santé Connectée, échanger d'abord le jeton auprès de son serveur d'autorisation.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
