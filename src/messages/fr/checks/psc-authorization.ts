import type { CheckTexts } from '../../check-texts.js';

/** Texts of the check on authorization requests. */
export const pscAuthorization = {
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
} satisfies Record<string, CheckTexts>;
