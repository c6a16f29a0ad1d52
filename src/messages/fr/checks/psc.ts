import type { CheckTexts } from '../../check-texts.js';
import { pscCiba } from './psc-ciba.js';
import { pscSession } from './psc-session.js';

export const psc = {
  'psc/authorization-request': {
    title: "Demande d'autorisation adressée à Pro Santé Connect",
    what: "Chaque demande d'autorisation part en https vers une seule plateforme de Pro Santé Connect, réclame un code (response_type=code) avec les portées openid et scope_all, nomme le client et son adresse de retour, et porte un state et un nonce que personne ne peut deviner et qui ne servent qu'une fois ; PKCE, s'il est employé, l'est avec S256.",
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
      'redirect-fragment': {
        finding: "L'adresse de retour (redirect_uri) a un fragment (# et ce qui suit).",
        expected: 'Une adresse sans fragment.',
        remedy:
          "Retirer le # de l'adresse, ici et dans celle qui est déclarée à Pro Santé Connect ; une application d'une seule page reçoit le code sur une adresse ordinaire, puis y ajoute ce qu'elle veut.",
      },
      'redirect-pattern': {
        finding: "L'adresse de retour {actual} contient une étoile (*).",
        expected: "L'adresse entière, comparée caractère pour caractère à celle qui est déclarée.",
        remedy:
          "Déclarer chaque adresse de retour à Pro Santé Connect et envoyer l'une d'elles : un motif laisserait partir le code vers une adresse que personne n'a choisie.",
      },
      'response-mode': {
        finding: 'La demande réclame response_mode={actual}.',
        expected: 'query, la valeur par défaut du flux par code, ou form_post.',
        remedy:
          'Retirer response_mode, ou écrire form_post : le code arrive alors au serveur sans rester dans la page ni dans son historique.',
      },
      repeated: {
        finding: "Des paramètres de la demande sont donnés plus d'une fois : {names}.",
        expected: 'Chaque paramètre une seule fois.',
        remedy:
          'Chercher ce qui ajoute le paramètre après la bibliothèque (adresse déjà complétée, filtre, proxy) : rien ne dit laquelle des valeurs la plateforme retient.',
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
      'weak-state': {
        finding:
          'Le state peut se deviner : environ {bits} bits de hasard dans ses {length} caractères (mots, dates, compteurs et parties constantes ne comptent pas).',
        expected:
          'Au moins 128 bits tirés au hasard (conseil), par exemple 22 caractères base64url ou 32 chiffres hexadécimaux.',
        remedy:
          "Tirer 16 octets ou plus du générateur cryptographique du système (SecureRandom, crypto.randomBytes, random_bytes) et les écrire en base64url ; garder à part ce qu'il faut retrouver au retour.",
      },
      'weak-nonce': {
        finding:
          'Le nonce peut se deviner : environ {bits} bits de hasard dans ses {length} caractères (mots, dates, compteurs et parties constantes ne comptent pas).',
        expected:
          'Au moins 128 bits tirés au hasard (conseil), par exemple 22 caractères base64url ou 32 chiffres hexadécimaux.',
        remedy:
          'Tirer 16 octets ou plus du générateur cryptographique du système (SecureRandom, crypto.randomBytes, random_bytes) et les écrire en base64url.',
      },
      pkce: {
        finding: "La demande n'emploie pas PKCE.",
        expected:
          "code_challenge et code_challenge_method=S256 (conseil : Pro Santé Connect l'admet, aucun texte consulté ne l'exige).",
        remedy:
          "Activer PKCE dans la bibliothèque OpenID Connect : un code intercepté ne peut alors être échangé par personne d'autre.",
      },
      'pkce-plain': {
        finding: 'PKCE est employé avec la méthode {actual} et non S256 : le secret passe par le navigateur.',
        expected: 'code_challenge_method=S256 ; sans ce paramètre, la méthode est plain.',
        remedy:
          "Choisir S256 dans la bibliothèque : la demande ne porte plus que l'empreinte de code_verifier, et qui la lit ne peut pas échanger le code.",
      },
      'challenge-form': {
        finding: "Le code_challenge n'a pas la forme d'une empreinte S256 ({length} caractères).",
        expected: '43 caractères base64url, sans = : BASE64URL(SHA256(code_verifier)).',
        remedy:
          'Calculer SHA-256 sur les caractères de code_verifier, puis écrire les 32 octets (et non leur écriture hexadécimale) en base64url, sans remplissage.',
      },
      'challenge-reused': {
        finding: 'Deux demandes portent le même code_challenge : leur code_verifier est le même.',
        expected: 'Un code_verifier nouveau à chaque demande.',
        remedy: "Tirer le code_verifier au moment du clic et l'oublier après l'échange du code.",
      },
      'verifier-shown': {
        finding: "La demande d'autorisation porte code_verifier : PKCE ne protège plus rien.",
        expected: "code_challenge seul ; code_verifier n'est envoyé qu'avec le code, de serveur à serveur.",
        remedy:
          "Retirer code_verifier de la demande, et le garder dans la session de l'utilisateur jusqu'à l'échange du code.",
      },
    },
  },
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
