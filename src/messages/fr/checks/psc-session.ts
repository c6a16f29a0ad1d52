import type { CheckTexts } from '../../check-texts.js';
import { pscTokenRules } from './psc-token-rules.js';

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
      'no-nonce': {
        finding: "L'ID token n'a pas de nonce alors que la demande en avait un.",
        expected: "Le nonce exact de la demande d'autorisation.",
        remedy:
          "Refuser dans le logiciel un ID token sans le nonce envoyé : il peut répondre à une autre connexion. Si la plateforme l'a donné ainsi, le signaler au support de Pro Santé Connect.",
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
          "L'ID token désigne par azp un autre client que celui qui l'a demandé, ou n'en désigne aucun alors qu'il a plusieurs destinataires.",
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
        finding: "L'ID token est valable {seconds} secondes (exp − iat).",
        expected: '{longest} secondes au plus : Pro Santé Connect donne ses jetons pour environ deux minutes.',
        remedy:
          "Vérifier que le jeton vient bien de Pro Santé Connect et non d'un relais qui le réémet ; pour durer, une session se renouvelle avec le refresh_token.",
      },
      'authentication-time': {
        finding: "L'ID token date l'authentification (auth_time) de {seconds} secondes après sa propre émission (iat).",
        expected: "auth_time au plus tard à l'instant iat.",
        remedy: 'Vérifier que le jeton est bien celui que Pro Santé Connect a émis, sans réécriture par un relais.',
      },
      'token-kind': {
        finding: "Un jeton de type {actual} (typ) tient la place de l'ID token.",
        expected: 'typ={kind}.',
        remedy:
          "Lire chaque jeton dans son propre champ de la réponse : id_token pour savoir qui est là, access_token pour appeler, refresh_token pour renouveler. Ne jamais employer l'un pour l'autre.",
      },
      ...pscTokenRules,
      'claim-missing': {
        finding: "L'ID token n'a pas le champ {claim}, ou ce champ n'a pas le type voulu.",
        expected: 'iss, sub, aud, exp et iat présents.',
        remedy:
          'Vérifier que le jeton est bien un ID token de Pro Santé Connect, et refuser un jeton sans ces champs : la bibliothèque OpenID Connect doit les exiger.',
      },
      hash: {
        finding: "L'at_hash de l'ID token n'est pas celui du jeton d'accès reçu avec lui.",
        expected: "La moitié gauche de l'empreinte du jeton d'accès, en base64url.",
        remedy:
          "Refuser la réponse : le jeton d'accès a été remplacé, ou les jetons de deux réponses ont été mêlés. Si la capture a été retouchée, donner celle d'origine.",
      },
      renewed: {
        finding: "Dans l'ID token renouvelé, {claim} ne s'accorde pas avec celui de la session qu'il prolonge.",
        expected: 'iss, sub et aud identiques, iat plus récent, nonce absent ou identique.',
        remedy:
          "Au renouvellement, comparer le nouvel ID token à celui de la connexion et fermer la session s'il désigne un autre utilisateur. Ranger les refresh_token par session, sans les mêler.",
      },
    },
  },
  'psc/logout': {
    title: 'Déconnexion de Pro Santé Connect',
    what: "Après une connexion, la déconnexion du logiciel appelle …/protocol/openid-connect/logout de Pro Santé Connect, avec l'id_token_hint du jeton reçu pour cette session, ou à défaut le client_id. Les captures déclarées logout: automatic sont laissées de côté.",
    why: "Sans cet appel, la session reste ouverte jusqu'à quatre heures : le suivant qui prend le poste entre sous l'identité du précédent.",
    rules: {
      'no-logout': {
        finding: 'La capture montre une connexion, mais aucun appel ultérieur à la déconnexion de Pro Santé Connect.',
        expected: 'Une requête à …/protocol/openid-connect/logout après la connexion.',
        remedy:
          "Quand l'utilisateur se déconnecte, fermer la session locale puis appeler end_session_endpoint ; révoquer les jetons (…/revoke) ne suffit pas. Si la capture s'arrête trop tôt, la prolonger jusqu'à la déconnexion ; si elle montre une déconnexion automatique, la déclarer logout: automatic dans segur.yaml.",
      },
      'no-hint': {
        finding: "La déconnexion n'envoie ni id_token_hint ni client_id.",
        expected: "id_token_hint avec l'ID token de la session à fermer.",
        remedy:
          "Garder l'ID token côté serveur tant que dure la session et le joindre : sans lui, la plateforme peut demander une confirmation à l'utilisateur ou ne pas savoir quelle session fermer.",
      },
      'hint-kind': {
        finding: "L'id_token_hint de la déconnexion n'est pas un ID token.",
        expected: "L'ID token de la session, celui de la connexion ou d'un renouvellement.",
        remedy:
          'Envoyer la valeur de id_token, et non celle de access_token ou de refresh_token : la plateforme refuse un autre jeton.',
      },
      'other-hint': {
        finding:
          "L'id_token_hint de la déconnexion n'est pas celui d'une session que montrent les captures (sub, sid ou azp diffèrent), et une de ces sessions n'est pas fermée.",
        expected: "L'ID token reçu pour la session à fermer.",
        remedy:
          'Ranger chaque ID token dans la session de son utilisateur, et non dans une variable commune. Si la connexion correspondante manque, ajouter sa capture.',
      },
      client: {
        finding: "Le client_id de la déconnexion ({actual}) n'est pas celui pour qui l'id_token_hint a été émis.",
        expected: 'Le client_id de la connexion, ou aucun : id_token_hint suffit.',
        remedy: 'Prendre le même client_id en configuration pour la connexion et la déconnexion.',
      },
      'return-address': {
        finding:
          "L'adresse de retour après déconnexion (post_logout_redirect_uri) n'est pas une adresse https complète.",
        expected: 'Une adresse https, déclarée à Pro Santé Connect.',
        remedy:
          "Écrire une adresse absolue en https ; une adresse http n'est admise que sur le poste lui-même (127.0.0.1).",
      },
      state: {
        finding: 'Le retour de la déconnexion ne rapporte pas le state envoyé.',
        expected: 'Le state de la demande, inchangé.',
        remedy: 'Comparer les deux dans le logiciel. Si les captures viennent de deux sessions, les refaire ensemble.',
      },
      'own-session': {
        finding:
          'Rien ne montre que le logiciel ferme aussi sa propre session : aucune requête à son adresse autour de la déconnexion.',
        expected: 'Une requête au logiciel avant ou après celle à Pro Santé Connect.',
        remedy: "Fermer la session du logiciel côté serveur. Si elle l'est autrement, la vidéo doit le montrer.",
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
  'psc/refresh': {
    title: 'Renouvellement des jetons',
    what: "Tant que l'utilisateur est actif, le logiciel renouvelle ses jetons avec le dernier jeton de renouvellement reçu, sans élargir les portées. Quand Pro Santé Connect répond que ce jeton a pris fin (invalid_grant), il demande une nouvelle connexion au lieu de fermer la session.",
    why: "Le jeton d'accès ne vit que deux minutes : sans renouvellement, le professionnel serait déconnecté au milieu de sa consultation.",
    rules: {
      stale: {
        finding: "Le renouvellement emploie un ancien jeton de renouvellement, alors qu'un nouveau l'avait remplacé.",
        expected: 'Le jeton de renouvellement de la dernière réponse.',
        remedy:
          'À chaque réponse, remplacer le jeton de renouvellement gardé par le nouveau, en une seule fois, y compris quand plusieurs processus servent le même utilisateur.',
      },
      scope: {
        finding: "Le renouvellement demande des portées qui n'avaient pas été accordées : {actual}.",
        expected: 'Aucun paramètre scope, ou au plus les portées accordées ({granted}).',
        remedy: 'Omettre scope au renouvellement : les portées de la connexion sont reprises.',
      },
      refused: {
        finding: 'Pro Santé Connect refuse le renouvellement : {actual}.',
        expected: 'Une réponse avec de nouveaux jetons.',
        remedy:
          "invalid_client : s'authentifier comme pour la première demande de jetons. invalid_request ou invalid_scope : envoyer grant_type=refresh_token et refresh_token, sans portée de plus.",
      },
      'forced-logout': {
        finding:
          'Le jeton de renouvellement ayant pris fin, le logiciel ferme la session Pro Santé Connect au lieu de demander une nouvelle connexion.',
        expected:
          "Une nouvelle demande d'autorisation, accordée sans rien demander si la session Pro Santé Connect est encore ouverte.",
        remedy:
          "Sur invalid_grant, renvoyer l'utilisateur vers Pro Santé Connect, puis le ramener où il travaillait. Si c'est l'utilisateur qui s'est déconnecté, ce constat ne vaut pas.",
      },
      late: {
        finding:
          "Les jetons sont renouvelés {seconds} s après la fin du jeton d'accès, alors que l'utilisateur travaillait.",
        expected: "Un renouvellement avant la fin du jeton d'accès (expires_in).",
        remedy: "Renouveler quelques secondes avant la fin, tant que l'utilisateur est actif.",
      },
    },
  },
  'psc/automatic-logout': {
    title: 'Déconnexion automatique du logiciel',
    what: "Dans une capture déclarée logout: automatic, le logiciel ferme sa session après inactivité sans fermer celle de Pro Santé Connect ; au retour de l'utilisateur, il redemande Pro Santé Connect, qui peut répondre sans rien demander.",
    why: "La session Pro Santé Connect sert aussi aux autres services du professionnel : l'inactivité dans l'un ne doit pas le déconnecter des autres.",
    rules: {
      'closes-psc': {
        finding: 'La déconnexion automatique ferme aussi la session Pro Santé Connect.',
        expected: 'Aucun appel à …/logout de Pro Santé Connect après inactivité.',
        remedy:
          "Ne fermer que la session du logiciel ; réserver l'appel à end_session_endpoint à la déconnexion que demande l'utilisateur. Si la capture montre aussi celle-ci, en faire deux captures.",
      },
      revokes: {
        finding: 'La déconnexion automatique révoque les jetons, ce qui peut fermer la session Pro Santé Connect.',
        expected: 'Aucun appel à …/revoke après inactivité.',
        remedy:
          "Oublier les jetons sans les révoquer ; ils prennent fin d'eux-mêmes, en deux minutes pour l'accès et trente pour le renouvellement.",
      },
    },
  },
  'psc/session-durations': {
    title: 'Durées des jetons et de la session',
    what: "Les jetons reçus ne vivent pas plus longtemps que ceux de Pro Santé Connect (cinq minutes au plus pour l'accès, trente pour le renouvellement), et la session n'est prolongée ni au-delà de quatre heures, ni après trente minutes sans renouvellement, sans nouvelle authentification.",
    why: "Une session qui dure laisse à d'autres le temps de prendre la place du professionnel ; des durées différentes font douter que la capture vienne de Pro Santé Connect.",
    rules: {
      'access-lifetime': {
        finding: "Le jeton d'accès est donné pour {actual} s (expires_in).",
        expected: 'Deux minutes chez Pro Santé Connect, cinq au plus.',
        remedy:
          "Vérifier que la réponse vient bien de Pro Santé Connect et non d'un simulateur ou d'un fournisseur intermédiaire, et que le logiciel suit expires_in sans durée écrite en dur.",
      },
      'refresh-lifetime': {
        finding: 'Le jeton de renouvellement est donné pour {actual} s (refresh_expires_in ; 0 : sans fin).',
        expected: 'Trente minutes (1800 s) au plus.',
        remedy: 'Vérifier que la réponse vient bien de Pro Santé Connect, et ne pas demander la portée offline_access.',
      },
      'session-over': {
        finding: "Des jetons sont obtenus {minutes} min après l'authentification, sans nouvelle authentification.",
        expected: 'Quatre heures au plus.',
        remedy: "Après quatre heures, demander une nouvelle autorisation, qui fait s'authentifier l'utilisateur.",
      },
      inactive: {
        finding:
          'La session est renouvelée bien après la fin de son jeton de renouvellement (refresh_expires_in, trente minutes sinon).',
        expected: "Un renouvellement dans les trente minutes, sinon une nouvelle demande d'autorisation.",
        remedy: "Après trente minutes d'inactivité, tenir la session pour finie et redemander Pro Santé Connect.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
