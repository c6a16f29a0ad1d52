import type { CheckTexts } from '../../check-texts.js';

export const mssConversation = {
  'mss/reply': {
    title: 'Une réponse désigne le message auquel elle répond',
    what: "Une réponse émise porte In-Reply-To, qui nomme le message auquel elle répond, et References, qui finit par lui et garde les messages d'avant. Elle est comparée au message d'origine quand le dossier le contient.",
    why: "C'est par ces entêtes que le logiciel du destinataire range la réponse avec la question ; sans eux, elle arrive comme un message isolé.",
    rules: {
      unthreaded: {
        finding: "L'objet annonce une réponse à {other}, mais le message n'a ni In-Reply-To ni References.",
        expected: "In-Reply-To avec le Message-ID de {other}, et References avec ce qu'il citait puis ce Message-ID.",
        remedy:
          "À la réponse, recopier le Message-ID du message d'origine dans In-Reply-To et l'ajouter à la fin de ses References.",
      },
      threading: {
        finding: "L'objet annonce une réponse, mais le message n'a ni In-Reply-To ni References.",
        expected: "Les deux entêtes, avec le Message-ID du message d'origine.",
        remedy:
          "À la réponse, recopier le Message-ID du message d'origine dans In-Reply-To et l'ajouter à la fin de ses References.",
      },
      'in-reply-to': {
        finding: "Le message cite des messages dans References mais n'a pas d'entête In-Reply-To.",
        expected: 'In-Reply-To: suivi du Message-ID du message auquel celui-ci répond.',
        remedy: "Ajouter In-Reply-To à chaque réponse, avec le Message-ID du message d'origine, chevrons compris.",
      },
      references: {
        finding: "La réponse a In-Reply-To mais pas d'entête References.",
        expected: "References: les identifiants que citait le message d'origine, puis le sien.",
        remedy: "Ajouter References à chaque réponse : celles du message d'origine, suivies de son Message-ID.",
      },
      identifiers: {
        finding: '{field} contient autre chose que des identifiants de message.',
        expected: 'Des identifiants entre chevrons, <gauche@droite>, séparés par des espaces.',
        remedy: 'Recopier le Message-ID tel quel, avec ses chevrons, sans texte ni virgule autour.',
      },
      itself: {
        finding: 'In-Reply-To nomme la réponse elle-même.',
        expected: 'Le Message-ID du message auquel elle répond.',
        remedy: "Donner à la réponse un Message-ID nouveau, et mettre dans In-Reply-To celui du message d'origine.",
      },
      last: {
        finding: 'References ne finit pas par le message que nomme In-Reply-To, <{id}>.',
        expected: 'References qui se termine par <{id}>.',
        remedy: "Ajouter à la fin de References le Message-ID du message d'origine.",
      },
      chain: {
        finding: 'References ne garde pas tous les messages que citait {other}.',
        expected: "Les References du message d'origine, dans leur ordre, puis son Message-ID.",
        remedy: "Reprendre en entier l'entête References du message d'origine avant d'y ajouter son Message-ID.",
      },
      'other-original': {
        finding:
          'In-Reply-To et References ne nomment aucun message du dossier, alors que {other} semble être celui auquel le message répond.',
        expected: 'In-Reply-To: <{id}>',
        remedy:
          "Vérifier que l'identifiant recopié est celui du message d'origine, au caractère près ; si la réponse est à un autre message, le joindre au dossier.",
      },
      'no-original': {
        finding:
          "Le message auquel celui-ci répond, <{id}>, n'a pas été jugé avec lui : seule la forme des entêtes a été vue.",
        expected: "La source du message d'origine à côté de celle de la réponse.",
        remedy:
          "Joindre au dossier la source du message d'origine, déclarée « role: incoming » sous artifacts dans segur.yaml : segur-check run juge ensemble les messages du dossier.",
      },
    },
  },
  'mss/reading-receipt': {
    title: 'Accusé de lecture (MDN) renvoyé par le logiciel',
    what: "L'accusé de lecture émis a la forme d'un MDN (RFC 8098) ; il désigne le message lu et son destinataire, et il est comparé au message d'origine quand le dossier le contient : demandé, adressé à qui l'a demandé, une seule fois.",
    why: "Le logiciel de l'expéditeur rattache l'accusé à son message par ces champs ; s'il ne les lit pas, l'expéditeur croit son message ignoré.",
    rules: {
      report: {
        finding: "L'accusé n'est pas un message multipart/report dont report-type est disposition-notification.",
        expected: 'Content-Type: multipart/report; report-type=disposition-notification pour tout le message.',
        remedy: 'Déclarer ce type à la racine du message, et non dans une de ses parties.',
      },
      parts: {
        finding: "Les parties de l'accusé ne sont pas celles d'un MDN, ou pas dans l'ordre.",
        expected:
          "Un texte pour une personne, puis message/disposition-notification, puis, si l'on veut, le message d'origine (message/rfc822) ou ses entêtes (text/rfc822-headers).",
        remedy: 'Composer les parties dans cet ordre, la notification en deuxième.',
      },
      recipient: {
        finding: "L'accusé n'a pas de champ Final-Recipient, ou ce champ n'a pas la forme attendue.",
        expected: 'Final-Recipient: rfc822; <adresse de la boîte qui a lu le message>',
        remedy: "Écrire le type rfc822, un point-virgule, puis l'adresse de la boîte pour laquelle l'accusé est émis.",
      },
      disposition: {
        finding: "Le champ Disposition manque ou n'a pas la forme attendue : « {actual} ».",
        expected:
          'manual-action ou automatic-action, « / », MDN-sent-manually ou MDN-sent-automatically, « ; », puis displayed, deleted, dispatched ou processed.',
        remedy: 'Écrire par exemple Disposition: manual-action/MDN-sent-manually; displayed.',
      },
      repeated: {
        finding: "Le champ {field} figure plusieurs fois dans la notification de l'accusé.",
        expected: 'Chaque champ de message/disposition-notification une seule fois.',
        remedy: 'Écrire un seul champ {field} ; pour plusieurs destinataires, renvoyer un accusé par destinataire.',
      },
      'original-id': {
        finding: "L'accusé n'a pas de champ Original-Message-ID, alors que le message lu avait l'identifiant <{id}>.",
        expected: 'Original-Message-ID: <{id}>',
        remedy: 'Recopier le Message-ID du message lu dans Original-Message-ID.',
      },
      unidentified: {
        finding: "Rien dans l'accusé ne dit quel message a été lu : il n'a ni Original-Message-ID ni copie du message.",
        expected: 'Original-Message-ID, avec le Message-ID du message lu.',
        remedy: 'Recopier le Message-ID du message lu dans Original-Message-ID.',
      },
      'returned-original': {
        finding: "Original-Message-ID vaut <{actual}>, mais le message renvoyé avec l'accusé est <{id}>.",
        expected: 'Original-Message-ID: <{id}>',
        remedy: "Prendre l'identifiant et la copie dans le même message.",
      },
      'not-asked': {
        finding: "L'accusé porte sur {other}, qui n'en demande pas.",
        expected: "Un accusé pour les seuls messages qui ont l'entête Disposition-Notification-To.",
        remedy: "Vérifier la présence de Disposition-Notification-To avant d'émettre un accusé.",
      },
      'of-report': {
        finding: "L'accusé porte sur {other}, qui est lui-même un accusé ou un rapport de remise.",
        expected: 'Aucun accusé pour un accusé ou un rapport de remise.',
        remedy: "Ne pas émettre d'accusé pour un message multipart/report.",
      },
      'sent-to': {
        finding: "L'accusé n'est pas adressé à qui l'a demandé dans {other}.",
        expected: 'To: {address}',
        remedy:
          "Adresser l'accusé à l'adresse de Disposition-Notification-To du message lu, et non à From ou à Reply-To.",
      },
      twice: {
        finding: 'Le message a déjà eu cet accusé pour le même destinataire : {other}.',
        expected: 'Un seul accusé par message et par destinataire.',
        remedy:
          "Garder trace de l'accusé émis (marque $MDNSent en IMAP) et ne pas le renvoyer à une nouvelle ouverture.",
      },
      automatic: {
        finding:
          "L'accusé est parti sans confirmation, alors que dans {other} l'adresse de Disposition-Notification-To n'est pas celle de Return-Path.",
        expected: "MDN-sent-manually, après accord de l'utilisateur, quand ces deux adresses diffèrent.",
        remedy: "Demander confirmation avant l'envoi dans ce cas : l'accusé partirait à un tiers, ou en boucle.",
      },
      'other-mailbox': {
        finding: "Final-Recipient n'est aucun des destinataires de {other}.",
        expected: "L'adresse de la boîte qui a reçu le message.",
        remedy:
          "Écrire dans Final-Recipient la boîte qui a reçu le message ; s'il a été transféré, donner dans Original-Recipient l'adresse que son expéditeur avait écrite.",
      },
      'not-returned': {
        finding: "L'accusé d'intégration ne rend pas l'archive et les PDF de {other}.",
        expected:
          "Les pièces jointes du message d'origine, identiques, dans l'accusé ou dans le message qu'il renvoie.",
        remedy: "Joindre en troisième partie le message d'origine entier (message/rfc822).",
      },
      subject: {
        finding: "L'objet de l'accusé d'intégration n'est pas celui de {other}.",
        expected: "L'objet du message d'origine, sans rien devant.",
        remedy: "Reprendre tel quel l'objet du message qui portait le document.",
      },
      'no-original': {
        finding: "Le message lu, <{id}>, n'a pas été jugé avec l'accusé : celui-ci ne l'a été que sur sa forme.",
        expected: "La source du message lu à côté de celle de l'accusé.",
        remedy:
          'Joindre au dossier la source du message lu, déclarée « role: incoming » sous artifacts dans segur.yaml : segur-check run juge ensemble les messages du dossier.',
      },
    },
  },
  'mss/integration-error': {
    title: "Erreur d'intégration signalée à l'expéditeur",
    what: "Quand un document reçu n'a pas pu être intégré, l'accusé (MDN) ou, s'il n'était pas demandé, le courriel envoyé à l'expéditeur donne le code et le libellé de l'erreur, dans un objet convenu, et rend le message et ses pièces jointes.",
    why: "L'expéditeur ne sait qu'ainsi que son document n'est dans aucun dossier, et ce qu'il doit corriger avant de le renvoyer.",
    rules: {
      code: {
        finding: "Le message signale une erreur d'intégration sans donner son code.",
        expected: "Le code de l'erreur, par exemple 902^Identifiant patient inconnu.",
        remedy:
          "Écrire dans l'accusé Error: <code>^<libellé> ; dans un courriel, donner le code dans l'objet et dans le texte.",
      },
      'unknown-code': {
        finding: "Le code d'erreur {actual} n'est pas dans les tables du volet.",
        expected: 'Un code HL7 (100 à 207) ou applicatif (900 à 906).',
        remedy: 'Prendre le code qui convient, ou 906 (autre) et dire la cause dans le libellé.',
      },
      'other-code': {
        finding: "L'objet donne le code {actual}, le message le code {code}.",
        expected: '{code} aux deux endroits.',
        remedy: "Composer l'objet à partir du code que donne le message.",
      },
      text: {
        finding: "Le texte du message ne donne pas le code de l'erreur, {code}.",
        expected: "Le code et le libellé de l'erreur dans le texte, lisible par une personne.",
        remedy: 'Ajouter au texte : « erreur {code} », suivi du libellé.',
      },
      label: {
        finding: "Le texte du message ne donne pas le libellé de l'erreur.",
        expected: "Le libellé que donne l'accusé, dans le texte aussi.",
        remedy: "Reprendre dans le texte le libellé de l'erreur.",
      },
      subject: {
        finding: "L'objet d'un message d'erreur d'intégration n'a pas la forme convenue.",
        expected: '[KO Intégration système !][<code>] XDM/1.0/DDM+<libellé> <NOM> <prénom> <date de naissance>',
        remedy: "Mettre devant l'objet du message d'origine [KO Intégration système !] et le code entre crochets.",
      },
      original: {
        finding: "Le message ne rend pas celui qui n'a pas pu être intégré.",
        expected: "Le message d'origine joint en entier (message/rfc822).",
        remedy: "Joindre le message d'origine dans une partie message/rfc822.",
      },
      'not-returned': {
        finding: "Le message ne rend pas l'archive et les PDF qui n'ont pas pu être intégrés.",
        expected: "Les pièces jointes du message d'origine, identiques.",
        remedy: "Joindre l'archive IHE_XDM.zip et les PDF reçus, ou le message d'origine entier.",
      },
    },
  },
  'mss/delivery-report': {
    title: 'Accusé reçu, rattaché au message envoyé',
    what: "L'accusé de remise (DSN) ou de lecture (MDN) que le logiciel a reçu est lisible et porte sur un message du dossier. Ce n'est pas le logiciel qui l'a écrit : rien ici ne lui est reproché, mais un accusé qui ne dit rien ne prouve rien.",
    why: "Le professionnel doit voir que son message est arrivé, ou qu'il ne l'est pas ; la preuve est l'accusé de ce message-là.",
    rules: {
      unreadable: {
        finding: "L'accusé reçu ne dit pas ce qu'est devenu le message, ou pour qui : cette preuve ne montre rien.",
        expected:
          'Pour chaque destinataire, Final-Recipient, et une Action (DSN : delivered, relayed, expanded, delayed, failed) ou une Disposition (MDN : displayed, deleted…) connue.',
        remedy: "Fournir un accusé complet, tel que l'opérateur l'a transmis.",
      },
      unidentified: {
        finding: "Rien dans l'accusé reçu ne dit de quel message il rend compte : cette preuve ne montre rien.",
        expected: "Le message d'origine ou ses entêtes, avec son Message-ID, ou Original-Message-ID.",
        remedy: "Fournir l'accusé tel que reçu, avec toutes ses parties.",
      },
      'other-mail': {
        finding: "L'accusé reçu porte sur <{id}>, qui n'est aucun des messages envoyés du dossier.",
        expected: "L'accusé d'un des messages envoyés.",
        remedy: "Joindre la source du message envoyé, ou l'accusé qui porte sur lui.",
      },
      recipient: {
        finding: "L'accusé reçu n'est d'aucun des destinataires de {other}.",
        expected: 'Un destinataire de ce message.',
        remedy: "Vérifier que l'adresse est une redirection d'un destinataire ; sinon fournir l'accusé de l'un d'eux.",
      },
      failed: {
        finding: "Le message n'a pas été remis à un destinataire ({status}).",
        expected: 'Un échec que le professionnel voit.',
        remedy: 'Vérifier dans la démonstration que le logiciel montre cet échec au professionnel.',
      },
    },
  },
  'mss/exchange-end': {
    title: "Fin de l'échange avec un patient",
    what: "Un courriel à un patient qui porte X-MSS-MES: FIN, ou dont l'objet est [FIN], met fin à l'échange : on regarde si un autre courriel le suit dans le même fil.",
    why: 'Mon espace santé ferme le fil au patient : ce qui suit ne peut plus recevoir de réponse de lui.',
    rules: {
      answered: {
        finding: "Le patient répond à {file}, qui mettait fin à l'échange.",
        expected: 'Pas de réponse du patient à un courriel qui porte X-MSS-MES: FIN.',
        remedy:
          "Vérifier que l'entête X-MSS-MES part bien jusqu'à l'opérateur, et que cette réponse n'est pas partie avant la fin de l'échange.",
      },
      continued: {
        finding: "Ce courriel au patient continue le fil de {file}, qui mettait fin à l'échange.",
        expected: "Un nouveau fil, sans In-Reply-To ni References, quand l'échange reprend.",
        remedy:
          'Écrire au patient par un nouveau courriel plutôt que par une suite : il ne peut plus répondre dans un fil fermé.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
