import type { CheckTexts } from '../../check-texts.js';
import { pscCiba } from './psc-ciba.js';
import { pscSession } from './psc-session.js';

export const psc = {
  'psc/authorization-request': {
    title: "Demande d'autorisation adressée à Pro Santé Connect",
    what: "Chaque demande d'autorisation part en https vers une seule plateforme de Pro Santé Connect, réclame un code (response_type=code) avec les portées openid et scope_all, nomme le client et son adresse de retour, et porte un state et un nonce qui ne servent qu'une fois.",
    why: "C'est la première requête de la connexion : une valeur fausse ici fait échouer l'authentification, ou la laisse réussir sans les protections contre le vol de session.",
    rules: {
      https: {
        finding: "La demande d'autorisation part en {actual} et non en https.",
        expected:
          'https://wallet.bas.psc.esante.gouv.fr/auth (bac à sable) ou https://wallet.esw.esante.gouv.fr/auth (production).',
        remedy:
          "Prendre l'adresse authorization_endpoint du document de découverte de Pro Santé Connect au lieu de l'écrire à la main.",
      },
      'response-type': {
        finding: "La demande n'a pas le paramètre response_type=code : elle ne suit pas le flux par code.",
        expected: 'response_type=code, seul.',
        remedy:
          'Choisir « authorization code flow » dans la bibliothèque OpenID Connect ; les flux implicite et hybride font passer des jetons par le navigateur.',
      },
      'client-id': {
        finding: 'La demande ne nomme pas le client : client_id est absent ou vide.',
        expected: "client_id avec l'identifiant reçu de l'ANS à l'inscription du service.",
        remedy:
          "Mettre dans la configuration l'identifiant de client de la plateforme visée : celui du bac à sable et celui de la production diffèrent.",
      },
      'scope-openid': {
        finding: "Les portées demandées (scope) n'ont pas openid.",
        expected: 'scope=openid scope_all.',
        remedy:
          "Ajouter openid à la liste des portées : sans elle, la demande n'est pas de l'OpenID Connect et aucun ID token n'est rendu.",
      },
      'scope-all': {
        finding: "Les portées demandées (scope) n'ont pas scope_all.",
        expected: 'scope=openid scope_all.',
        remedy:
          "Ajouter scope_all : sans elle, le UserInfo ne donne ni profession, ni lieu d'exercice, ni secteur d'activité.",
      },
      'redirect-uri': {
        finding: "L'adresse de retour (redirect_uri) est absente ou n'est pas en https.",
        expected: 'Une adresse https, écrite exactement comme celle qui est déclarée à Pro Santé Connect.',
        remedy:
          'Servir la page de retour en https, la déclarer à Pro Santé Connect et envoyer la même chaîne, caractère pour caractère.',
      },
      'native-redirect-uri': {
        finding: "L'adresse de retour {actual} est celle d'une application installée sur le poste.",
        expected:
          "https ; une adresse locale ou un schéma propre à l'application n'est admis que pour un client lourd qui ouvre le navigateur du poste.",
        remedy:
          'Si le logiciel ouvre bien le navigateur du poste, déclarer psc-mode: external-browser pour cette capture dans segur.yaml ; sinon, passer à une adresse https.',
      },
      environment: {
        finding: 'La même capture mêle les deux plateformes : {first}, puis {other}.',
        expected: 'Bac à sable (…bas.psc.esante.gouv.fr) ou production (…esw.esante.gouv.fr), du début à la fin.',
        remedy:
          "Tirer toutes les adresses du document de découverte d'une seule plateforme ; chercher celle qui est restée écrite en dur.",
      },
      'no-state': {
        finding: "La demande n'a pas de state.",
        expected: "Un state imprévisible, tiré pour cette demande et gardé dans la session de l'utilisateur.",
        remedy:
          "Tirer au hasard au moins 128 bits, les envoyer dans state et refuser tout retour qui ne les rapporte pas : c'est ce qui empêche de faire entrer quelqu'un dans la session d'un autre.",
      },
      'state-reused': {
        finding: 'Deux demandes portent le même state (longueur {length}).',
        expected: 'Un state nouveau à chaque demande.',
        remedy:
          "Tirer le state au moment du clic et l'oublier au retour, plutôt que de le garder en configuration ou pour toute la session.",
      },
      'no-nonce': {
        finding: "La demande n'a pas de nonce.",
        expected: "Un nonce imprévisible, que l'ID token rapportera.",
        remedy:
          "Tirer un nonce à chaque demande et le comparer à celui de l'ID token : un jeton volé ailleurs ne peut alors pas être rejoué.",
      },
      'nonce-reused': {
        finding: 'Deux demandes portent le même nonce (longueur {length}).',
        expected: 'Un nonce nouveau à chaque demande.',
        remedy: "Tirer le nonce au moment du clic ; s'il se répète, il ne protège plus du rejeu d'un ID token.",
      },
      pkce: {
        finding: "La demande n'emploie pas PKCE avec S256.",
        expected:
          'code_challenge et code_challenge_method=S256 (conseil : Pro Santé Connect le sait faire, sans que le référentiel lu ne le demande).',
        remedy:
          "Activer PKCE dans la bibliothèque OpenID Connect : un code intercepté ne peut alors être échangé par personne d'autre.",
      },
    },
  },
  'psc/callback': {
    title: 'Retour de Pro Santé Connect vers le logiciel',
    what: "Le navigateur revient à l'adresse de retour avec un code et avec le state de la demande, inchangé. Un retour qui porte error= n'est pas compté comme une connexion.",
    why: "Le code est la seule preuve que l'utilisateur s'est authentifié, et le state la seule preuve que ce retour répond à sa propre demande.",
    rules: {
      'no-code': {
        finding: 'Le retour ne porte ni code ni error.',
        expected: 'Un paramètre code dans le retour.',
        remedy:
          "Vérifier que la demande a response_type=code, et que la capture n'a pas été nettoyée de ses paramètres avant d'être exportée.",
      },
      state: {
        finding: "Le state du retour n'est pas celui de la demande (longueurs : {sent} envoyés, {returned} revenus).",
        expected: 'Le state exact de la demande.',
        remedy:
          "Refuser un tel retour dans le logiciel. Si la capture est faite de plusieurs sessions, la refaire d'une seule traite.",
      },
      refused: {
        finding: "Pro Santé Connect a répondu par l'erreur « {actual} » : ce retour ne compte pas comme une connexion.",
        expected: 'Un retour avec un code, au moins une fois dans la capture.',
        remedy:
          "Si l'échec n'était pas voulu, corriger ce que dit l'erreur et refaire la capture ; s'il l'était, montrer aussi une connexion réussie.",
      },
    },
  },
  'psc/token-request': {
    title: 'Échange du code contre les jetons',
    what: "La demande de jeton est un POST de formulaire avec grant_type=authorization_code, le code reçu et la même adresse de retour ; aucun client_secret n'est dans une adresse ; la réponse donne access_token, id_token et token_type=Bearer.",
    why: "C'est ici que le serveur du logiciel obtient l'identité : une demande mal formée est refusée, et un secret écrit dans une adresse finit dans tous les journaux.",
    rules: {
      form: {
        finding: "La demande de jeton n'est pas un POST de formulaire.",
        expected: 'POST avec Content-Type: application/x-www-form-urlencoded.',
        remedy: "Envoyer les paramètres dans le corps, codés comme un formulaire : ni JSON, ni paramètres d'adresse.",
      },
      'grant-type': {
        finding: "La demande de jeton n'emploie pas un flux défini par Pro Santé Connect.",
        expected: 'grant_type=authorization_code (ou refresh_token pour prolonger, ou le flux CIBA).',
        remedy:
          "Échanger le code reçu au retour ; ne pas demander de jeton avec le mot de passe de l'utilisateur ni au seul nom du logiciel.",
      },
      code: {
        finding: "Le paramètre code de la demande de jeton n'est pas celui qui est revenu de Pro Santé Connect.",
        expected: 'Le code du retour, échangé une seule fois.',
        remedy:
          "Transmettre le code tel qu'il est reçu, sans le décoder deux fois. Si les captures du navigateur et du serveur viennent de deux sessions, les refaire ensemble.",
      },
      'redirect-uri': {
        finding: "L'adresse de retour de la demande de jeton diffère de celle de la demande d'autorisation.",
        expected: '{sent}, exactement.',
        remedy:
          'Prendre la même constante dans les deux requêtes : une barre finale, un port ou une majuscule de plus suffit à les rendre différentes.',
      },
      'code-verifier': {
        finding: "La demande d'autorisation annonçait PKCE (code_challenge), mais code_verifier manque.",
        expected: "code_verifier avec la valeur tirée avant la demande d'autorisation.",
        remedy: "Garder le code_verifier dans la session de l'utilisateur et l'envoyer avec le code.",
      },
      'secret-in-url': {
        finding: "Le client_secret est dans l'adresse d'une requête.",
        expected: "Le secret dans l'entête Authorization ou dans le corps, ou un certificat client.",
        remedy:
          "Retirer le secret de l'adresse puis en demander un nouveau : celui-ci est déjà dans les journaux et dans cette capture.",
      },
      refused: {
        finding: "Pro Santé Connect refuse la demande de jeton ({actual}) et aucune autre n'aboutit.",
        expected: 'Une réponse de succès avec les jetons.',
        remedy:
          "invalid_grant : code périmé, déjà employé ou adresse de retour différente. invalid_client : secret ou certificat qui n'est pas celui de cette plateforme.",
      },
      tokens: {
        finding: "La réponse n'a pas tout ce qui est attendu ; il manque : {missing}.",
        expected: 'access_token, id_token et token_type=Bearer.',
        remedy: 'Vérifier que la portée openid est demandée, et que la capture garde le corps des réponses.',
      },
    },
  },
  'psc/acr-values': {
    title: "Niveau d'authentification demandé",
    what: "Chaque demande d'authentification, dans un navigateur ou en CIBA, porte acr_values=eidas1.",
    why: "C'est par ce paramètre que Pro Santé Connect sait quel niveau de garantie le logiciel exige ; l'auditeur en lit la valeur.",
    rules: {
      absent: {
        finding: "La demande n'a pas de paramètre acr_values.",
        expected: 'acr_values=eidas1.',
        remedy: 'Ajouter acr_values=eidas1 aux paramètres de la demande ; le nom est bien acr_values, et non acr.',
      },
      other: {
        finding: 'La demande réclame acr_values={actual}.',
        expected: 'acr_values=eidas1.',
        remedy: 'Écrire eidas1, en minuscules et sans espace.',
      },
      higher: {
        finding: 'La demande réclame acr_values={actual} : accepté, mais avec une remarque.',
        expected: 'acr_values=eidas1.',
        remedy:
          "Demander eidas1 : eidas2 et eidas3 sont tolérés par l'auditeur sans être recommandés, et peuvent écarter des moyens d'authentification valables.",
      },
    },
  },
  ...pscCiba,
  ...pscSession,
} satisfies Record<string, CheckTexts>;
