import type { CheckTexts } from '../../check-texts.js';
import { pscTokenRules } from './psc-token-rules.js';

/** Texts of the checks on the tokens. */
export const pscTokens = {
  'psc/token-signature': {
    title: 'Signature des jetons de Pro Santé Connect',
    what: "Chaque ID token, chaque jeton d'accès qui est un JWT et chaque réponse userinfo signée sont vérifiés avec les clés publiques (JWKS) de la plateforme, prises dans la capture ou dans un fichier : clé nommée par kid, faite pour signer, d'au moins 2048 bits, et signature juste. Sans ces clés, ou avec celles d'un autre moment, la preuve manque.",
    why: "Un jeton n'engage Pro Santé Connect que par sa signature : sans elle, n'importe qui peut écrire le nom d'un professionnel.",
    rules: {
      'false-signature': {
        finding: 'La signature de {token} ne correspond pas à la clé publiée que nomme le jeton.',
        expected: 'Une signature que vérifie la clé publique de Pro Santé Connect.',
        remedy:
          "Refuser ce jeton dans le logiciel : il a été modifié, ou signé par un autre. Si c'est la capture qui a été retouchée ou le jeton tronqué pour le protéger, donner l'original, avec un jeton du bac à sable ; segur-check redact masque sans fausser.",
      },
      'unknown-key': {
        finding: '{token} est signé par une clé que Pro Santé Connect ne publiait pas au moment de la capture (kid).',
        expected: 'Un kid présent dans la réponse de …/protocol/openid-connect/certs.',
        remedy:
          'Refuser le jeton quand sa clé reste inconnue après relecture des clés publiées. Vérifier que clés et jetons viennent de la même plateforme.',
      },
      'unsuitable-key': {
        finding:
          "La clé que nomme {token} n'est pas faite pour vérifier une signature {actual} (kty, crv, use, alg ou key_ops), ou elle est illisible.",
        expected: 'Une clé publiée pour cet algorithme, avec use=sig.',
        remedy:
          "Limiter la bibliothèque JWT à RS256 et aux clés de signature du JWKS ; ne jamais laisser l'entête du jeton choisir seul l'algorithme.",
      },
      'weak-key': {
        finding: 'La clé qui a signé {token} est une clé RSA de moins de 2048 bits.',
        expected: '2048 bits au moins.',
        remedy:
          "Refuser ces clés dans la bibliothèque JWT, et vérifier d'où vient le JWKS : celles de Pro Santé Connect sont plus longues.",
      },
      unsigned: {
        finding: "La réponse {token} est un JWT qu'aucune clé de la plateforme n'a signé (alg absent, none ou HS…).",
        expected: 'alg=RS256, ou une réponse en JSON simple.',
        remedy:
          "Refuser cette réponse dans le logiciel : n'accepter que RS256, avec les clés publiées par Pro Santé Connect.",
      },
    },
  },
  'psc/access-token': {
    title: "Jeton d'accès (access token) de Pro Santé Connect",
    what: "Chaque jeton d'accès qui est un JWT vient de la plateforme interrogée, pour ce client, signé en RS256, de courte durée, encore valable à la réception et à l'emploi, de niveau eidas1, eidas2 ou eidas3, et désigne un seul professionnel. Un jeton d'accès opaque n'est pas jugé.",
    why: "Ce jeton ouvre l'identité et les téléservices au nom du professionnel : périmé, d'un autre service ou d'une autre plateforme, il doit rester sans effet.",
    rules: {
      unsigned: {
        finding: "Le jeton d'accès n'est pas signé par une clé de la plateforme (alg absent, none ou HS…).",
        expected: 'alg=RS256.',
        remedy:
          "Ne jamais transmettre ni accepter un tel jeton : Pro Santé Connect signe les siens en RS256. Si la capture a été retouchée, donner celle d'origine.",
      },
      algorithm: {
        finding: "Le jeton d'accès est signé en {actual}.",
        expected: 'RS256, seul algorithme observé chez Pro Santé Connect.',
        remedy:
          "Vérifier dans le document de découverte que la plateforme l'emploie, et que le jeton vient bien d'elle.",
      },
      issuer: {
        finding: "L'émetteur (iss) du jeton d'accès n'est pas celui de la plateforme interrogée.",
        expected: '{issuer}.',
        remedy:
          "N'employer que les points d'accès d'une même plateforme, ceux de son document de découverte : bac à sable et production ont chacun leurs jetons.",
      },
      expired: {
        finding: "Le jeton d'accès était déjà périmé quand il a été reçu.",
        expected: "exp après l'instant de la capture, à cinq minutes près pour l'écart des horloges.",
        remedy: "Ne pas garder de jeton d'une session à l'autre, et régler l'heure du serveur.",
      },
      acr: {
        finding: "Le niveau d'authentification (acr) du jeton d'accès n'est pas un niveau eidas.",
        expected: 'eidas1, eidas2 ou eidas3.',
        remedy:
          'Demander acr_values=eidas1, et accepter en retour les trois niveaux : la carte donne eidas2 ou eidas3 selon les plateformes.',
      },
      'authorized-party': {
        finding:
          "Le jeton d'accès désigne par azp un autre client que celui qui l'a demandé, ou n'en désigne aucun alors qu'il a plusieurs destinataires.",
        expected: 'azp égal au client_id du logiciel.',
        remedy:
          "Vérifier le client_id en configuration ; à la réception, comparer azp au client_id et refuser le jeton s'ils diffèrent : il a été émis pour un autre service.",
      },
      'issued-later': {
        finding: "Le jeton d'accès a été émis (iat) après l'instant où la capture le montre reçu.",
        expected: "iat avant la réception, à cinq minutes près pour l'écart des horloges.",
        remedy:
          "Régler par NTP l'heure du poste et du serveur. Si la capture a été assemblée à la main, garder les instants d'origine.",
      },
      lifetime: {
        finding: "Le jeton d'accès est valable {seconds} secondes (exp − iat).",
        expected: '{longest} secondes au plus : Pro Santé Connect donne ses jetons pour environ deux minutes.',
        remedy:
          "Vérifier que le jeton vient bien de Pro Santé Connect et non d'un relais qui le réémet ; pour durer, une session se renouvelle avec le refresh_token.",
      },
      'authentication-time': {
        finding:
          "Le jeton d'accès date l'authentification (auth_time) de {seconds} secondes après sa propre émission (iat).",
        expected: "auth_time au plus tard à l'instant iat.",
        remedy: 'Vérifier que le jeton est bien celui que Pro Santé Connect a émis, sans réécriture par un relais.',
      },
      'token-kind': {
        finding: "Un jeton de type {actual} (typ) tient la place du jeton d'accès.",
        expected: 'typ={kind}.',
        remedy:
          "Lire chaque jeton dans son propre champ de la réponse : id_token pour savoir qui est là, access_token pour appeler, refresh_token pour renouveler. Ne jamais employer l'un pour l'autre.",
      },
      ...pscTokenRules,
      'claim-missing': {
        finding: "Le jeton d'accès n'a pas le champ {claim}.",
        expected: 'sub, iat et exp présents, comme dans les jetons de Pro Santé Connect.',
        remedy: "Vérifier que le jeton vient de Pro Santé Connect, et qu'aucun relais ne le réécrit.",
      },
      'used-late': {
        finding:
          "Le jeton d'accès est présenté à userinfo {seconds} secondes après sa fin de validité, sans renouvellement ensuite.",
        expected: "Un jeton d'accès en cours de validité, ou un renouvellement après un refus 401.",
        remedy:
          "Avant l'échéance, ou dès que Pro Santé Connect répond 401, demander un nouveau jeton avec grant_type=refresh_token, puis recommencer l'appel.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
