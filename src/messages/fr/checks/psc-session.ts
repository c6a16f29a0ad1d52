import type { CheckTexts } from '../../check-texts.js';

/** Texts of the checks on what a session leaves: its token, its end, the next login. */
export const pscSession = {
  'psc/id-token': {
    title: 'ID token reçu de Pro Santé Connect',
    what: "Chaque ID token est un JWT signé en RS256, émis par la plateforme interrogée, destiné au client, avec le nonce de la demande, les champs d'OpenID Connect, une durée courte, encore valable au moment de la capture et de niveau eidas1, eidas2 ou eidas3 ; un jeton renouvelé désigne le même utilisateur. La signature elle-même est jugée par psc/token-signature.",
    why: "Le logiciel ouvre le dossier des patients sur la foi de ce jeton : s'il n'est pas pour lui, pas de cette plateforme ou plus valable, n'importe qui peut entrer.",
    rules: {
      malformed: {
        finding: "L'id_token de la réponse n'est pas un JWT lisible.",
        expected: 'Trois parties en base64url séparées par des points, les deux premières étant des objets JSON.',
        remedy:
          "Vérifier que la capture n'a pas tronqué ou masqué le jeton : il faut le vrai jeton du bac à sable, le rapport ne le montre jamais.",
      },
      unsigned: {
        finding: "L'ID token n'est pas signé par une clé de la plateforme (alg absent, none ou HS…).",
        expected: 'alg=RS256.',
        remedy:
          "Refuser ces algorithmes dans la bibliothèque JWT : n'accepter que RS256, avec les clés publiées par Pro Santé Connect.",
      },
      algorithm: {
        finding: "L'ID token est signé en {actual}.",
        expected: 'RS256, seul algorithme observé chez Pro Santé Connect.',
        remedy:
          "Vérifier dans le document de découverte que la plateforme l'emploie, et que le logiciel vérifie bien cette signature.",
      },
      issuer: {
        finding: "L'émetteur (iss) de l'ID token n'est pas celui de la plateforme interrogée.",
        expected: '{issuer}.',
        remedy:
          "Comparer iss à l'issuer du document de découverte de la plateforme en cours, et refuser le jeton sinon : bac à sable et production ont chacun le leur.",
      },
      audience: {
        finding: "L'ID token n'est pas destiné au client qui l'a demandé (aud).",
        expected: 'aud contient {client}.',
        remedy:
          'Vérifier le client_id en configuration ; le logiciel doit refuser un jeton émis pour un autre service.',
      },
      nonce: {
        finding:
          "Le nonce de l'ID token n'est pas celui de la demande (longueurs : {sent} envoyés, {returned} revenus).",
        expected: "Le nonce exact de la demande d'autorisation.",
        remedy:
          "Comparer les deux dans le logiciel et refuser le jeton s'ils diffèrent. Si les captures viennent de deux sessions, les refaire ensemble.",
      },
      expired: {
        finding: "L'ID token était déjà périmé quand il a été reçu, ou n'a pas d'échéance (exp).",
        expected: "exp après l'instant de la capture, à cinq minutes près pour l'écart des horloges.",
        remedy: "Ne pas garder de jeton d'une session à l'autre, et régler l'heure du serveur.",
      },
      acr: {
        finding: "Le niveau d'authentification (acr) de l'ID token n'est pas un niveau eidas.",
        expected: 'eidas1, eidas2 ou eidas3.',
        remedy:
          'Demander acr_values=eidas1, et accepter en retour les trois niveaux : la carte donne eidas2 ou eidas3 selon les plateformes.',
      },
      'authorized-party': {
        finding:
          "L'ID token désigne par azp un autre client que celui qui l'a demandé, ou ne désigne personne alors qu'il a plusieurs destinataires.",
        expected: 'azp égal au client_id du logiciel.',
        remedy:
          "Vérifier le client_id en configuration ; à la réception, comparer azp au client_id et refuser le jeton s'ils diffèrent : il a été émis pour un autre service.",
      },
      'issued-later': {
        finding: "L'ID token a été émis (iat) après l'instant où la capture le montre reçu.",
        expected: "iat avant la réception, à cinq minutes près pour l'écart des horloges.",
        remedy:
          "Régler par NTP l'heure du poste et du serveur. Si la capture a été assemblée à la main, garder les instants d'origine.",
      },
      lifetime: {
        finding: "L'ID token vaut {seconds} secondes (exp − iat).",
        expected: '{longest} secondes au plus : Pro Santé Connect donne ses jetons pour environ deux minutes.',
        remedy:
          "Vérifier que le jeton vient bien de Pro Santé Connect et non d'un relais qui le réémet ; pour durer, une session se renouvelle avec le refresh_token.",
      },
      'authentication-time': {
        finding: "L'ID token dit l'utilisateur authentifié (auth_time) {seconds} secondes après l'émission du jeton.",
        expected: "auth_time au plus tard à l'instant iat.",
        remedy: 'Vérifier que le jeton est bien celui que Pro Santé Connect a émis, sans réécriture par un relais.',
      },
      'token-kind': {
        finding: "Un jeton de type {actual} (typ) tient la place de l'ID token.",
        expected: 'typ={kind}.',
        remedy:
          "Lire chaque jeton dans son propre champ de la réponse : id_token pour savoir qui est là, access_token pour appeler, refresh_token pour renouveler. Ne jamais employer l'un pour l'autre.",
      },
      'claim-type': {
        finding: "{claim} n'a pas le type attendu dans le jeton.",
        expected: 'Une valeur de type {type}.',
        remedy:
          "Vérifier que le jeton n'est pas réécrit par un relais ; dans le logiciel, lire ce champ selon son type (les instants sont des nombres de secondes).",
      },
      'subject-form': {
        finding: "Le sub du jeton n'a pas la forme que Pro Santé Connect lui donne.",
        expected: 'f:<uuid>:<identifiant national>.',
        remedy:
          "Vérifier que le jeton vient de Pro Santé Connect. Dans le logiciel, traiter sub comme une valeur opaque et prendre l'identifiant national dans SubjectNameID.",
      },
      identity: {
        finding: '{claim} et {other} du même jeton ne donnent pas le même identifiant national.',
        expected: 'Le même identifiant dans sub (après le dernier deux-points), preferred_username et SubjectNameID.',
        remedy:
          "Vérifier que le jeton n'est pas réécrit par un relais : le professionnel est celui que Pro Santé Connect a authentifié, sous un seul identifiant.",
      },
      'claim-missing': {
        finding: "L'ID token n'a pas de {claim}, ou {claim} n'a pas le type voulu.",
        expected: 'iss, sub, aud, exp et iat présents.',
        remedy:
          'Vérifier que le jeton est bien un ID token de Pro Santé Connect, et refuser un jeton sans ces champs : la bibliothèque OpenID Connect doit les exiger.',
      },
      hash: {
        finding: "L'at_hash de l'ID token n'est pas celui de l'access token reçu avec lui.",
        expected: "La moitié gauche de l'empreinte de l'access token, en base64url.",
        remedy:
          "Refuser la réponse : l'access token a été remplacé, ou les jetons de deux réponses ont été mêlés. Si la capture a été retouchée, donner celle d'origine.",
      },
      renewed: {
        finding: "{claim} de l'ID token renouvelé n'est pas conforme à celui de la session qu'il prolonge.",
        expected: 'iss, sub et aud identiques, iat plus récent, nonce absent ou identique.',
        remedy:
          "Au renouvellement, comparer le nouvel ID token à celui de la connexion et fermer la session s'il désigne un autre utilisateur. Ranger les refresh_token par session, sans les mêler.",
      },
    },
  },
  'psc/logout': {
    title: 'Déconnexion de Pro Santé Connect',
    what: "Après une connexion, la déconnexion du logiciel appelle …/protocol/openid-connect/logout de Pro Santé Connect, avec l'id_token_hint du jeton reçu.",
    why: "Sans cet appel, la session reste ouverte jusqu'à quatre heures : le suivant qui prend le poste entre sous l'identité du précédent.",
    rules: {
      'no-logout': {
        finding: 'La capture montre une connexion, mais aucun appel ultérieur à la déconnexion de Pro Santé Connect.',
        expected: 'Une requête à …/protocol/openid-connect/logout après la connexion.',
        remedy:
          "Quand l'utilisateur se déconnecte, fermer la session locale puis appeler end_session_endpoint. S'il manque à la capture, la prolonger jusqu'à la déconnexion.",
      },
      'no-hint': {
        finding: "La déconnexion n'envoie pas id_token_hint.",
        expected: "id_token_hint avec l'ID token de la session à fermer.",
        remedy:
          "Garder l'ID token côté serveur tant que dure la session et le joindre : sans lui, la plateforme peut demander une confirmation à l'utilisateur ou ne pas savoir quelle session fermer.",
      },
      refused: {
        finding: 'Pro Santé Connect répond {actual} à la déconnexion : la session est sans doute restée ouverte.',
        expected: 'Une réponse de succès ou une redirection.',
        remedy: "Déclarer à Pro Santé Connect l'adresse post_logout_redirect_uri, et l'envoyer à l'identique.",
      },
    },
  },
  'psc/login-again': {
    title: 'Nouvelle connexion après déconnexion',
    what: "Après la déconnexion, la première demande de connexion aboutit à la page d'authentification de Pro Santé Connect, et non à un retour immédiat avec un code. En CIBA, la nouvelle demande est acceptée et attend l'accord de l'utilisateur.",
    why: "C'est la preuve que la session Pro Santé Connect est fermée : l'auditeur rejette une reconnexion qui ne redemande ni carte ni e-CPS.",
    rules: {
      'silent-login': {
        finding: "Après la déconnexion, Pro Santé Connect renvoie aussitôt un code sans redemander d'authentification.",
        expected: "La page d'authentification de Pro Santé Connect.",
        remedy:
          "Fermer la session sur Pro Santé Connect à la déconnexion (…/logout avec id_token_hint, dans le navigateur de l'utilisateur) et vérifier sa réponse.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
