import type { CheckTexts } from '../../check-texts.js';

/** Texts of the checks on the calls of API with the token. */
export const pscApi = {
  'psc/token-exchange': {
    title: "Échange du jeton Pro Santé Connect contre un jeton d'API",
    what: "Chaque échange (RFC 8693) adressé au serveur d'autorisation d'un fournisseur de données est un POST de formulaire en https, qui présente le jeton d'accès de la session Pro Santé Connect encore valable, avec son type et les portées métier demandées, et sans secret ; la réponse donne un jeton d'API de type Bearer. La capture ne montre pas le certificat client : rien n'en est dit.",
    why: "C'est par cet échange que l'identité du professionnel connecté arrive jusqu'à INSi, au DMP ou à l'Ordonnance numérique : le jeton de Pro Santé Connect ne vit que deux minutes et n'est pas fait pour leurs appels.",
    rules: {
      form: {
        finding: "L'échange n'est pas un POST de formulaire ({actual}).",
        expected: 'POST, Content-Type: application/x-www-form-urlencoded, tous les paramètres dans le corps.',
        remedy:
          "Envoyer grant_type, subject_token, subject_token_type et scope dans un corps de formulaire : ni JSON, ni paramètres dans l'URL, que les journaux gardent.",
      },
      transport: {
        finding: "L'échange passe par {actual}.",
        expected: 'https en TLS 1.2 au moins, TLS 1.3 de préférence.',
        remedy:
          "Appeler le serveur d'autorisation en https et retirer TLS 1.0, TLS 1.1 et SSL de la configuration du client.",
      },
      'subject-token': {
        finding: "Ce que l'échange présente (subject_token) n'est pas le jeton d'accès de Pro Santé Connect.",
        expected: "subject_token avec l'access_token de la dernière réponse de Pro Santé Connect.",
        remedy:
          "Prendre le membre access_token de la réponse : l'ID token est destiné au logiciel, et le jeton de renouvellement ne doit aller qu'à Pro Santé Connect.",
      },
      'subject-expired': {
        finding:
          "Le jeton de Pro Santé Connect était périmé quand il a été échangé, et aucun échange n'a réussi ensuite.",
        expected: "Un jeton d'accès de moins de deux minutes.",
        remedy:
          'Avant un échange, ou quand il est refusé pour cette raison, en obtenir un autre avec le jeton de renouvellement (valable 30 minutes), puis échanger celui-ci.',
      },
      'subject-reused': {
        finding:
          'Le même jeton de Pro Santé Connect a été échangé deux fois auprès du même serveur, pour les mêmes portées.',
        expected: 'Un seul échange par service et par jeton de Pro Santé Connect.',
        remedy:
          "Garder le jeton d'API côté serveur jusqu'à son échéance et s'en servir pour tous les appels, au lieu de refaire un échange à chacun.",
      },
      'subject-token-type': {
        finding: "Le type du jeton présenté (subject_token_type) n'est pas admis : « {actual} ».",
        expected: 'urn:ietf:params:oauth:token-type:access_token, ou urn:ietf:params:oauth:token-type:jwt.',
        remedy: "Écrire l'une de ces deux valeurs, sans espace autour.",
      },
      scope: {
        finding: "L'échange ne demande aucune portée (scope absent ou vide).",
        expected: "scope avec les portées métier que le fournisseur de l'API définit.",
        remedy:
          "Ajouter scope : le volet le rend obligatoire, alors que la RFC 8693 le laisse facultatif. L'exemple de Proxy e-Santé publié par l'ANS n'en envoie pas : ne pas le suivre sur ce point.",
      },
      actor: {
        finding: "L'échange n'envoie que {actual} : actor_token et actor_token_type vont ensemble.",
        expected: 'Les deux paramètres, ou aucun.',
        remedy:
          "Si l'API attend l'identité du logiciel ou la situation d'exercice, joindre actor_token et son type ; sinon, n'envoyer ni l'un ni l'autre.",
      },
      secret: {
        finding: "L'échange envoie un secret de client, dans le formulaire ou en authentification Basic.",
        expected: 'Le certificat client (mTLS) de la structure, seul.',
        remedy:
          "Retirer client_secret et l'entête Basic : pour une API Pro Santé Connectée, le certificat IGC Santé ORG AUTH_CLI authentifie le client, et le serveur en déduit le client_id.",
      },
      refused: {
        finding: "Le serveur d'autorisation refuse l'échange ({actual}), et aucun n'a réussi ensuite.",
        expected: 'Une réponse de succès, au besoin après renouvellement du jeton.',
        remedy:
          "Lire le code d'erreur : invalid_client met en cause le certificat ou son enregistrement, invalid_scope les portées demandées, invalid_grant ou invalid_request le jeton présenté.",
      },
      answer: {
        finding: "Il manque à la réponse de l'échange : {missing}.",
        expected: 'access_token, issued_token_type et token_type=Bearer (RFC 8693 §2.2.1).',
        remedy:
          "Le logiciel n'en est pas la cause : signaler au fournisseur de l'API ce qui manque à son serveur d'autorisation, et ne pas se fier à ce membre.",
      },
      lifetime: {
        finding: "Le jeton d'API est valable {actual} secondes, plus de quatre heures.",
        expected: 'Une à quatre heures (3 600 à 14 400 secondes).',
        remedy:
          "Le fournisseur de l'API choisit cette durée : la lui signaler, et oublier le jeton dès la déconnexion du professionnel.",
      },
      cached: {
        finding: "La réponse de l'échange n'interdit pas d'être gardée en cache (Cache-Control : « {actual} »).",
        expected: 'Cache-Control avec no-store.',
        remedy:
          "Le signaler au fournisseur de l'API, et s'assurer que le client HTTP du logiciel ne met rien en cache.",
      },
    },
  },
  'psc/api-token': {
    title: "Jeton d'API reçu en échange",
    what: "Quand le jeton d'API est un JWT, ou que son introspection est capturée : il nomme le professionnel de la session, dit son émetteur, ses destinataires, ses dates et ses portées, vaut encore à sa réception et est lié au certificat du client (cnf, x5t#S256). Sa signature n'est pas jugée. Un jeton opaque est normal : rien n'en est dit.",
    why: "Un jeton qui nomme une autre personne fait agir le professionnel sous l'identité d'autrui ; un jeton qui n'est lié à aucun certificat sert à quiconque le dérobe.",
    rules: {
      unsigned: {
        finding: "Le jeton d'API n'est pas signé (alg absent ou none).",
        expected: "Un JWT signé par le serveur d'autorisation, ou un jeton opaque.",
        remedy: "Signaler au fournisseur de l'API que n'importe qui peut forger ce jeton.",
      },
      claims: {
        finding: "Il manque au jeton d'API : {missing}.",
        expected: 'iss, sub, aud, exp, iat et scope.',
        remedy:
          "Le serveur d'autorisation compose ce jeton : signaler l'écart à son exploitant. Si scope ou aud manque, vérifier aussi que l'échange les demande bien.",
      },
      audience: {
        finding: "Le destinataire (aud) du jeton d'API n'est ni une chaîne ni une liste de chaînes, ou il est vide.",
        expected: 'aud avec un identifiant de service, ou une liste.',
        remedy: "Signaler l'écart à l'exploitant du serveur d'autorisation.",
      },
      user: {
        finding: "Le jeton d'API nomme une autre personne que celle de la session Pro Santé Connect.",
        expected: "L'identifiant national de la personne connectée.",
        remedy:
          "Chercher un mélange de sessions dans le serveur ou le proxy : chaque jeton d'API doit être rangé avec la session dont il vient, jamais partagé entre utilisateurs.",
      },
      sub: {
        finding: "Le sujet (sub) du jeton d'API n'est pas l'identifiant national du professionnel.",
        expected: "sub avec l'identifiant national, par exemple 8 suivi du RPPS.",
        remedy:
          "Le serveur d'autorisation choisit cette valeur. Quand l'identifiant national est dans un autre champ, c'est lui qui a été comparé à la session.",
      },
      expired: {
        finding: "Le jeton d'API était déjà périmé quand il a été reçu (exp : {actual}).",
        expected: "exp après l'instant de la capture, à cinq minutes près.",
        remedy: "Régler l'heure du serveur, ou signaler l'écart au fournisseur de l'API.",
      },
      'no-confirmation': {
        finding: "Le jeton d'API n'est lié à aucun certificat : cnf et x5t#S256 manquent.",
        expected: "cnf avec x5t#S256, l'empreinte SHA-256 du certificat TLS client.",
        remedy:
          "Présenter le certificat client (mTLS) dès l'échange de jeton. S'il l'était, signaler au fournisseur de l'API que le volet rend cnf obligatoire. Un jeton de Pro Santé Connect, lui, n'en porte pas.",
      },
      'malformed-confirmation': {
        finding: "L'empreinte du certificat (x5t#S256, {actual} caractères) n'est pas celle d'un SHA-256.",
        expected: '43 caractères en base64url (RFC 8705), soit 32 octets.',
        remedy:
          "Calculer le SHA-256 du certificat en DER, puis l'écrire en base64url sans remplissage. Ni PEM, ni hexadécimal, ni SHA-1.",
      },
      'hex-confirmation': {
        finding:
          "L'empreinte du certificat (x5t#S256) est le base64 du texte hexadécimal du SHA-256, et non celui de ses 32 octets.",
        expected: '43 caractères en base64url des 32 octets (RFC 8705 §3.1).',
        remedy:
          "Les exemples de l'ANS l'écrivent ainsi : l'accepter à la lecture. Qui vérifie ce lien doit comparer sous les deux formes ; qui produit le jeton doit suivre la RFC.",
      },
      'padded-confirmation': {
        finding: "L'empreinte du certificat (x5t#S256) est en base64 ordinaire, ou avec remplissage (=).",
        expected: '43 caractères en base64url, sans remplissage (RFC 8705 §3.1).',
        remedy: 'Écrire - et _ au lieu de + et /, et retirer le = final.',
      },
    },
  },
  'psc/api-call': {
    title: "Appels d'API avec le jeton échangé",
    what: "Chaque appel d'une API pour laquelle un jeton a été échangé le porte, encore valable, dans un seul entête Authorization: Bearer, en https, TLS 1.2 au moins ; un appel SOAP avec VIHF porte les deux. Un refus suivi d'un renouvellement est admis.",
    why: "L'API reconnaît le professionnel à ce jeton : absent, périmé ou remplacé par un autre, l'appel part sans identité, ou sous une identité qu'elle ne peut pas vérifier.",
    rules: {
      transport: {
        finding: "L'appel de l'API passe par {actual}.",
        expected: 'https en TLS 1.2 au moins, TLS 1.3 de préférence.',
        remedy: "Appeler l'API en https et retirer TLS 1.0, TLS 1.1 et SSL de la configuration du client.",
      },
      'psc-token': {
        finding: "L'appel à {host} porte le jeton de Pro Santé Connect au lieu du jeton échangé pour cette API.",
        expected: "Authorization: Bearer avec l'access_token que l'échange a donné.",
        remedy:
          "Ranger les deux jetons à part : celui de Pro Santé Connect sert à l'échange seulement, celui du serveur d'autorisation à tous les appels de l'API.",
      },
      'no-token': {
        finding: "L'appel SOAP à {host} porte une assertion (VIHF) mais aucun jeton.",
        expected: "Le VIHF dans l'enveloppe, et Authorization: Bearer avec le jeton d'API dans l'entête HTTP.",
        remedy: "Ajouter l'entête Authorization à la requête HTTP qui transporte l'enveloppe, sans retirer le VIHF.",
      },
      'in-url': {
        finding: "Le jeton d'API est dans l'URL de l'appel.",
        expected: "Authorization: Bearer, rien dans l'URL.",
        remedy: "Passer le jeton dans l'entête : les URL restent dans les journaux, les historiques et les proxys.",
      },
      scheme: {
        finding: "L'en-tête Authorization de l'appel porte le jeton sans le mot Bearer.",
        expected: 'Authorization: Bearer, un espace, puis le jeton.',
        remedy:
          'Écrire Bearer et un espace avant le jeton : sans ce mot, une API qui suit la norme ne voit aucun jeton.',
      },
      'header-twice': {
        finding: "L'appel porte {actual} entêtes Authorization.",
        expected: 'Un seul, Authorization: Bearer.',
        remedy: "Vérifier que le client HTTP n'ajoute pas le jeton deux fois, ou une authentification Basic en plus.",
      },
      expired: {
        finding: "Le jeton d'API était périmé au moment de l'appel, et aucun appel n'a réussi ensuite avec un autre.",
        expected: 'Un jeton encore valable, renouvelé avant son échéance ou au premier refus (401).',
        remedy:
          "Retenir expires_in à la réception, et avant l'échéance renouveler le jeton de Pro Santé Connect, puis l'échanger à nouveau.",
      },
      refused: {
        finding: "L'API refuse le jeton échangé ({actual}), et l'appel n'a pas réussi ensuite.",
        expected: 'Une réponse de succès, au besoin avec un nouveau jeton.',
        remedy:
          "Vérifier que le certificat client de l'appel est celui de l'échange (cnf), que la portée demandée couvre cette ressource, et sur un 401 refaire l'échange une fois.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
