import type { CheckTexts } from '../../check-texts.js';
import { pscAuthorization } from './psc-authorization.js';
import { pscCiba } from './psc-ciba.js';
import { pscSession } from './psc-session.js';

export const psc = {
  ...pscAuthorization,
  'psc/callback': {
    title: 'Retour de Pro Santé Connect vers le logiciel',
    what: "Le navigateur revient à l'adresse de retour avec un code et avec le state de la demande, inchangé ; iss, s'il est là, est l'émetteur de la plateforme. Un retour qui porte error= n'est pas compté comme une connexion.",
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
      'state-encoding': {
        finding:
          'Le state est revenu écrit autrement (longueurs : {sent} envoyés, {returned} revenus) : un caractère comme + ou % a été décodé une fois de trop, ou pas assez.',
        expected: 'Le state exact de la demande.',
        remedy:
          "Coder le state comme toute valeur d'adresse (+ s'écrit %2B, % s'écrit %25), une seule fois, ou n'y mettre que des lettres, des chiffres, - et _ (base64url) ; comparer ensuite les valeurs décodées.",
      },
      'state-case': {
        finding: "Le state est revenu avec d'autres majuscules que dans la demande.",
        expected: 'Le state exact de la demande : majuscules et minuscules comptent.',
        remedy:
          'Chercher ce qui change la casse entre le navigateur et le logiciel (proxy, bibliothèque), et comparer le state sans le convertir.',
      },
      issuer: {
        finding: "Le retour se dit émis par {actual}, qui n'est pas la plateforme à laquelle la demande a été faite.",
        expected: "Dans iss, l'issuer du document de découverte de la plateforme interrogée.",
        remedy:
          "Refuser un tel retour dans le logiciel avant d'échanger le code : il peut venir d'un autre fournisseur. Si les deux plateformes sont en configuration, n'en garder qu'une.",
      },
      'token-after-error': {
        finding: 'Après un retour en erreur, le logiciel demande quand même des jetons.',
        expected: "Aucune demande de jeton ; un message à l'utilisateur et le moyen de recommencer.",
        remedy: "Lire error avant code au retour, et s'arrêter là quand il est présent.",
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
    what: "La demande de jeton est un POST de formulaire avec grant_type=authorization_code, le code reçu, jamais deux fois, la même adresse de retour et le code_verifier de la demande ; aucun client_secret n'est dans une adresse ; la réponse donne access_token, id_token et token_type=Bearer.",
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
      'code-reused': {
        finding: 'Le code est envoyé à nouveau, alors que Pro Santé Connect a déjà donné des jetons pour lui.',
        expected: 'Chaque code échangé une seule fois.',
        remedy:
          "Oublier le code dès qu'il est échangé, et rendre le retour insensible à un rechargement de la page ou à un double clic. La plateforme peut fermer la session quand un code revient.",
      },
      'verifier-form': {
        finding: "Le code_verifier n'a pas la forme voulue ({length} caractères).",
        expected: 'De 43 à 128 caractères parmi les lettres sans accent, les chiffres et - . _ ~',
        remedy: 'Tirer 32 octets au hasard et les écrire en base64url, sans remplissage : cela fait 43 caractères.',
      },
      'verifier-mismatch': {
        finding: "Le code_verifier n'est pas celui dont la demande d'autorisation portait l'empreinte.",
        expected: 'code_challenge = BASE64URL(SHA256(code_verifier)), ou code_verifier lui-même avec la méthode plain.',
        remedy:
          "Garder le code_verifier avec le state de la même demande : deux onglets ouverts ne doivent pas s'échanger les leurs. Calculer l'empreinte sur ses caractères, et non sur les octets qu'ils codent.",
      },
      'verifier-reused': {
        finding: 'Le code_verifier sert déjà pour un autre code de la capture.',
        expected: 'Un code_verifier nouveau à chaque connexion.',
        remedy: "Tirer le code_verifier à chaque demande d'autorisation, au lieu de le garder en configuration.",
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
      misnamed: {
        finding:
          'Le niveau est demandé par le paramètre acr, que Pro Santé Connect ne connaît pas : acr_values manque.',
        expected: 'acr_values=eidas1.',
        remedy: "Renommer le paramètre acr_values : l'exemple du volet transport du CI-SIS l'écrit acr, par erreur.",
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
