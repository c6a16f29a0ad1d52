import type { CheckTexts } from '../../check-texts.js';

export const mssConnection = {
  'mss/tls-session': {
    title: "Session TLS avec le serveur de l'opérateur MSSanté",
    what: "Chaque session TLS du journal avec un serveur de messagerie (un nom en mssante.fr, un port SMTP ou IMAP, un dialogue SMTP ou IMAP dans le même journal) est en TLS 1.2 au moins, avec l'une des six suites admises et un groupe d'au moins 2048 bits (DH) ou 256 bits (ECDH). Une négociation que le client rompt n'est pas une faute : c'est ce qui lui est demandé.",
    why: 'Une version ou une suite ancienne laisse lire des messages qui portent des données de santé.',
    rules: {
      version: {
        finding: 'La session est établie en {actual}.',
        expected: "TLS 1.2 au minimum avec le serveur de l'opérateur.",
        remedy:
          'Fixer la version minimale du client à TLS 1.2 (jdk.tls.client.protocols, SslProtocols.Tls12, ssl.TLSVersion.TLSv1_2) et rompre la connexion en dessous.',
      },
      'offered-version': {
        finding: 'Le client propose encore {actual}.',
        expected: 'Aucune version antérieure à TLS 1.2 dans le Client Hello.',
        remedy: 'Retirer SSL, TLS 1.0 et TLS 1.1 des versions activées dans le client.',
      },
      newer: {
        finding: 'La session est établie en TLS 1.3.',
        expected:
          "Permis par MSS/CONF.02 ; l'exigence de vague 1 MSS/va1.31 ne connaissait que TLS 1.2 : l'auditeur lit les deux ensemble.",
        remedy: 'Rien à corriger ; pour une preuve de MSS/va1.31, joindre aussi une session établie en TLS 1.2.',
      },
      suite: {
        finding: 'La session emploie la suite {actual}.',
        expected:
          'ECDHE_RSA avec AES_256_GCM_SHA384, AES_128_GCM_SHA256, AES_256_CBC_SHA384 ou AES_128_CBC_SHA256, DHE_RSA avec AES_256_GCM_SHA384 ou AES_128_GCM_SHA256, ou une suite de TLS 1.3.',
        remedy:
          "N'activer que ces suites dans le client : la connexion échoue si le serveur n'en a aucune, et c'est ce qui est demandé.",
      },
      'offered-suites': {
        finding: 'Le client propose des suites hors de la liste ({count}) : {actual}.',
        expected: 'Les six suites de MSS/CONF.03 seules, et celles de TLS 1.3.',
        remedy:
          "Réduire la liste du client (setEnabledCipherSuites, ciphers de Python ou d'OpenSSL) aux six suites ; les valeurs GREASE et SCSV ne comptent pas.",
      },
      group: {
        finding: "L'échange de clés se fait avec {actual}, {bits} bits.",
        expected: '{wanted} bits au moins (2048 pour DH, 256 pour ECDH) ; en dessous, le client rejette la connexion.',
        remedy:
          "Désactiver les groupes plus courts (jdk.tls.disabledAlgorithms, niveau de sécurité 2 d'OpenSSL) et rompre la connexion.",
      },
    },
  },
  'mss/server-certificate': {
    title: "Certificat présenté par le serveur de l'opérateur MSSanté",
    what: "À l'heure du journal, le certificat du serveur de messagerie est dans ses dates, et son émetteur porte le nom des autorités de l'IGC-Santé, gamme Élémentaire, domaine Organisations (branche de test admise dans un environnement de test). Le journal ne donne qu'un nom : la chaîne elle-même n'est pas vérifiée.",
    why: "Un client qui accepte n'importe quel certificat remet le jeton et les messages à qui se fait passer pour l'opérateur.",
    rules: {
      validity: {
        finding: "La session s'établit avec un certificat hors de ses dates ({actual}).",
        expected: 'Un certificat valide à la date de la connexion ; sinon, pas de connexion.',
        remedy:
          'Laisser la bibliothèque TLS vérifier les dates et rompre la connexion (aucun gestionnaire de confiance qui accepte tout).',
      },
      issuer: {
        finding: "L'émetteur du certificat se nomme « {actual} ».",
        expected:
          "Une autorité de l'IGC-Santé : AC IGC-SANTE ELEMENTAIRE ORGANISATIONS, ou TEST AC… en test. Ce contrôle ne compare que le nom.",
        remedy:
          "Ne mettre que les autorités de l'IGC-Santé dans le magasin de confiance de la messagerie, et vérifier le nom du serveur.",
      },
      'test-issuer': {
        finding: "Le dossier est de production et l'émetteur porte le nom de la branche de test de l'IGC-Santé.",
        expected: 'AC IGC-SANTE ELEMENTAIRE ORGANISATIONS, sans TEST.',
        remedy:
          'Retirer les autorités de test du magasin de production, ou déclarer environment: test dans segur.yaml.',
      },
      unverified: {
        finding: 'La session continue alors que la vérification du certificat a échoué : {actual}.',
        expected: 'Une vérification réussie, ou une connexion rompue.',
        remedy:
          "Donner au client (ou à l'outil : openssl -CAfile, curl --cacert) les autorités de l'IGC-Santé, et rompre la connexion quand la vérification échoue.",
      },
    },
  },
  'mss/starttls': {
    title: 'STARTTLS avant tout échange SMTP ou IMAP',
    what: "Dans chaque connexion du journal, STARTTLS est demandé et accepté avant l'authentification et avant toute commande sur des messages, puis le client se présente de nouveau.",
    why: 'Un jeton ou un message envoyé avant STARTTLS passe en clair sur le réseau.',
    rules: {
      'in-clear': {
        finding: 'La commande {protocol} {command} part en clair.',
        expected: 'STARTTLS accepté par le serveur avant {command} ; si le serveur refuse, la connexion est fermée.',
        remedy:
          'Exiger STARTTLS dans le client (mail.smtp.starttls.required=true, SecureSocketOptions.StartTls), pas seulement le tenter.',
      },
      'no-starttls': {
        finding: "La connexion {protocol} n'a pas de STARTTLS avant {command}.",
        expected:
          "STARTTLS sur une connexion ouverte en clair (RFC 3207, RFC 9051) ; le TLS implicite des ports 465 et 993 ne répond pas à l'exigence.",
        remedy:
          "Ouvrir la connexion sans TLS et demander STARTTLS avant l'authentification (ports et type donnés par l'autoconfiguration).",
      },
      'hello-again': {
        finding: 'Après STARTTLS, la première commande {protocol} est {command}.',
        expected: 'EHLO (SMTP) ou CAPABILITY (IMAP) de nouveau : ce que le serveur a annoncé en clair ne compte plus.',
        remedy:
          "Envoyer EHLO ou CAPABILITY dès que TLS est établi, puis choisir l'authentification d'après la réponse.",
      },
    },
  },
  'mss/xoauth2': {
    title: "Ouverture d'une BAL personnelle ou organisationnelle par XOAUTH2",
    what: "En SMTP et en IMAP, la BAL s'ouvre par la commande XOAUTH2 avec la chaîne user=<BAL>^Aauth=Bearer <jeton>^A^A, où le jeton est l'access token de Pro Santé Connect ; aucune commande sur des messages ne précède l'accord du serveur. Un jeton masqué dans la chaîne n'est pas jugé ; sa signature ne l'est jamais.",
    why: "L'opérateur n'ouvre la boîte qu'au professionnel que Pro Santé Connect a authentifié : une chaîne mal formée est refusée, un mot de passe contourne cette garantie.",
    rules: {
      mechanism: {
        finding: "La BAL s'ouvre en {protocol} par {actual}.",
        expected: 'AUTH XOAUTH2 en SMTP, AUTHENTICATE XOAUTH2 en IMAP.',
        remedy:
          'Choisir XOAUTH2 et non un mot de passe (mail.imap.auth.mechanisms=XOAUTH2, SaslMechanismOAuth2) pour les BAL PER et ORG.',
      },
      form: {
        finding: "La chaîne {protocol} n'a pas la forme de XOAUTH2.",
        expected: 'En base64 : user=<adresse de la BAL>^Aauth=Bearer <jeton>^A^A, où ^A est le caractère de code 1.',
        remedy:
          "Composer la chaîne avec ces mots exacts, une espace après Bearer, les deux ^A finals, puis l'encoder en base64 sans retour à la ligne.",
      },
      user: {
        finding: "Le champ user de la chaîne {protocol} n'est pas une adresse.",
        expected: "L'adresse complète de la BAL.",
        remedy: "Mettre dans user l'adresse de la BAL, pas le nom du compte ni l'identifiant du professionnel.",
      },
      'not-jwt': {
        finding: "Le jeton de la chaîne {protocol} n'est pas un JWT lisible.",
        expected: "L'access token de Pro Santé Connect, au format JWT, tel que reçu.",
        remedy:
          "Transmettre access_token de la réponse de Pro Santé Connect sans le couper, le chiffrer ni l'encoder une fois de plus.",
      },
      'not-access-token': {
        finding: 'Le jeton de la chaîne {protocol} est de type {actual}.',
        expected: "L'access token (typ Bearer), et non l'ID token ni le refresh token.",
        remedy: 'Prendre le champ access_token de la réponse de Pro Santé Connect.',
      },
      issuer: {
        finding: 'Le jeton de la chaîne {protocol} vient de « {actual} ».',
        expected:
          'Un jeton de Pro Santé Connect : https://auth.esw.esante.gouv.fr/… ou, en bac à sable, https://auth.bas.psc.esante.gouv.fr/….',
        remedy: "Transmettre le jeton de Pro Santé Connect, pas celui d'un fournisseur d'identité interne.",
      },
      early: {
        finding: "En {protocol}, une commande sur des messages part sans l'accord du serveur.",
        expected: "L'accord du serveur (235 en SMTP, OK en IMAP) avant toute autre commande.",
        remedy: "Attendre la réponse à l'authentification, et s'arrêter si elle est négative.",
      },
      expired: {
        finding: 'Le jeton de la chaîne {protocol} avait expiré ({actual}) au moment de la connexion.',
        expected: "Un jeton en cours de validité à l'heure du journal.",
        remedy: "Renouveler l'access token par le refresh token avant d'ouvrir la connexion.",
      },
      acr: {
        finding: 'Le jeton de la chaîne {protocol} porte acr « {actual} ».',
        expected: 'eidas1, eidas2 ou eidas3, comme dans les jetons connus de Pro Santé Connect.',
        remedy: "Demander acr_values=eidas1 à la connexion, et vérifier que le jeton est bien celui de l'utilisateur.",
      },
      sender: {
        finding: "Un message part d'une autre adresse que celle de la BAL ouverte.",
        expected: "L'adresse d'expédition (MAIL FROM) est en général celle de user.",
        remedy: "Vérifier que l'utilisateur écrit bien depuis la BAL qu'il a ouverte.",
      },
      'token-in-log': {
        finding: 'Le journal contient un jeton entier.',
        expected:
          "Un jeton n'est conservé que le temps de sa validité, en mémoire protégée (MSS/CONF.28) : un journal déposé comme preuve le masque.",
        remedy:
          'Remplacer le jeton par *** dans la chaîne avant de la réencoder, et ne plus écrire les jetons dans les journaux.',
      },
    },
  },
  'mss/applicative-login': {
    title: "Ouverture d'une BAL applicative par certificat",
    what: "En SMTP et en IMAP, le client présente son certificat à l'ouverture de TLS, puis donne l'adresse de la BAL comme identifiant de la méthode PLAIN, avant toute autre commande. Les journaux ne disent pas si le certificat est un ORG AUTH_CLI : une personne le vérifie.",
    why: "L'opérateur reconnaît l'organisation à son certificat et la boîte à cet identifiant : sans l'un ou l'autre, la BAL ne s'ouvre pas.",
    rules: {
      mechanism: {
        finding: "La BAL applicative s'ouvre en {protocol} par {actual}.",
        expected: 'AUTH PLAIN en SMTP, AUTHENTICATE PLAIN en IMAP, après TLS avec certificat client.',
        remedy: 'Choisir la méthode PLAIN pour les BAL applicatives (mail.smtp.auth.mechanisms=PLAIN).',
      },
      login: {
        finding: "L'identifiant de PLAIN en {protocol} n'est pas une adresse.",
        expected: "L'adresse complète de la BAL applicative.",
        remedy: "Mettre l'adresse de la BAL à la place du nom de compte.",
      },
      form: {
        finding: "La chaîne {protocol} n'a pas la forme de PLAIN.",
        expected: "En base64 : NUL, l'adresse de la BAL, NUL, puis le mot de passe s'il y en a un (RFC 4616).",
        remedy: 'Laisser la bibliothèque de messagerie composer la chaîne PLAIN.',
      },
      certificate: {
        finding: "Le serveur a demandé un certificat et le client n'en a pas présenté.",
        expected: "Le certificat ORG AUTH_CLI de l'organisation, présenté pendant la négociation TLS.",
        remedy:
          'Charger le certificat et sa clé dans le client (KeyManager, SSL_CTX_use_certificate) pour cette connexion.',
      },
      early: {
        finding: "En {protocol}, une commande sur des messages part sans l'accord du serveur.",
        expected: "L'accord du serveur (235 en SMTP, OK en IMAP) avant toute autre commande.",
        remedy: "Attendre la réponse à l'authentification, et s'arrêter si elle est négative.",
      },
    },
  },
  'mss/session-reopened': {
    title: 'Session coupée par le serveur, puis rouverte',
    what: "Dans un journal SMTP ou IMAP, une session ouverte par XOAUTH2 que le serveur ferme de lui-même (BYE, 421) est suivie d'une autre, ouverte avec un jeton Pro Santé Connect. Que l'utilisateur n'ait rien eu à faire se voit dans l'exécution.",
    why: 'Un opérateur coupe les sessions inactives : sans reconnexion, le professionnel ne reçoit plus rien et ne le sait pas.',
    rules: {
      'not-reopened': {
        finding:
          "Le serveur ferme ici la session, et le journal n'en montre pas d'autre ouverte ensuite avec un jeton.",
        expected:
          'Une nouvelle session, ouverte par XOAUTH2 sans geste de l’utilisateur, tant que sa session PSC est valable.',
        remedy:
          'Rouvrir la session dès que le serveur la ferme, avec un Access Token renouvelé ; fournir le journal jusqu’à cette reconnexion.',
      },
    },
  },
  'mss/session-end': {
    title: 'Sessions de messagerie fermées quand Pro Santé Connect ne renouvelle plus le jeton',
    what: "Quand la capture montre que Pro Santé Connect refuse le refresh token (invalid_grant), les sessions SMTP et IMAP ouvertes avec un jeton ne servent plus au-delà d'une minute. Seules des heures avec date et décalage se comparent ; une coupure sans QUIT ni LOGOUT ne se voit pas dans ces journaux.",
    why: "Une session qui reste ouverte laisse lire la boîte d'un professionnel qui s'est déconnecté.",
    rules: {
      'still-used': {
        finding: 'La session sert encore à {actual}, alors que le jeton est refusé depuis {refused}.',
        expected: 'QUIT ou LOGOUT dès que le refresh token est invalide.',
        remedy:
          'Fermer toutes les connexions de messagerie dans le code qui reçoit le refus du renouvellement (invalid_grant).',
      },
    },
  },
  'mss/autoconfiguration': {
    title: "Autoconfiguration d'une BAL à partir de son adresse",
    what: "La capture montre la demande https://autoconfig.<domaine de la BAL>/mail/config-v1.1.xml et sa réponse, et un journal montre ensuite l'ouverture d'une BAL de ce domaine. Le certificat de ce serveur-là peut venir d'une autorité commerciale : il n'est pas jugé.",
    why: "Sans cela, l'utilisateur saisit à la main des serveurs et des ports que l'opérateur peut changer.",
    rules: {
      address: {
        finding: 'Les réglages sont demandés à {actual}.',
        expected: 'https://autoconfig.<domaine de la BAL>/mail/config-v1.1.xml',
        remedy:
          "Composer l'adresse avec ce qui suit @ dans l'adresse de la BAL ; une autre adresse ne peut être qu'un second essai.",
      },
      insecure: {
        finding: 'Les réglages sont demandés en HTTP.',
        expected: 'https://autoconfig.<domaine de la BAL>/mail/config-v1.1.xml',
        remedy: 'Demander les réglages en HTTPS seulement : en clair, un tiers pourrait donner ses propres serveurs.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
