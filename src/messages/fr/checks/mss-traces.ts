import type { CheckTexts } from '../../check-texts.js';

const columns =
  'Renseigner la colonne à chaque ligne, échecs compris ; si elle existe sous un autre nom, corriger columns dans segur.yaml.';

export const mssTraces = {
  'mss/trace-fields': {
    title: "Ce que dit chaque ligne d'une trace fonctionnelle MSSanté",
    what: "Chaque ligne sur une boîte MSSanté donne l'identifiant de l'auteur authentifié, l'heure du poste, le type d'action, la demande faite au serveur et sa réponse, échec compris.",
    why: "Une ligne sans auteur ou sans réponse ne permet ni de savoir qui a envoyé ou supprimé un message, ni si l'opération a abouti.",
    rules: {
      actor: {
        finding: 'Lignes qui ne disent pas qui a agi : {count} sur {rows} ; voici la première.',
        expected:
          "L'identifiant de l'auteur authentifié à chaque ligne : numéro RPPS, identifiant national ou compte nominatif.",
        remedy: `Reprendre l'identifiant de la session ouverte (Pro Santé Connect, carte). ${columns}`,
      },
      instant: {
        finding: 'Lignes sans horodatage : {count} sur {rows} ; voici la première.',
        expected: "La date et l'heure locales du poste à chaque ligne, par exemple 2026-03-02T10:30:04+01:00.",
        remedy: `Horodater la ligne au moment de l'action. ${columns}`,
      },
      action: {
        finding: 'Lignes qui ne disent pas quelle action a été faite : {count} sur {rows} ; voici la première.',
        expected: "Le type d'action à chaque ligne : connexion, envoi, consultation, suppression…",
        remedy: columns,
      },
      request: {
        finding:
          'Lignes qui ne disent pas ce qui a été demandé au serveur de messagerie : {count} sur {rows} ; voici la première.',
        expected:
          'La demande faite au serveur MSSanté à chaque ligne : envoi SMTP, lecture, déplacement ou marquage IMAP.',
        remedy: columns,
      },
      response: {
        finding: 'Lignes qui ne disent pas ce que le serveur a répondu : {count} sur {rows} ; voici la première.',
        expected:
          'La réponse du serveur à chaque ligne, aussi quand il refuse ou ne répond pas : 250 accepté, 550 refusé, délai dépassé.',
        remedy: columns,
      },
      'generic-actor': {
        finding: 'Lignes dont l’auteur est un compte générique, « {actual} » : {count} ; voici la première.',
        expected: "L'identifiant d'une personne authentifiée ; un compte partagé ne dit pas qui a agi.",
        remedy:
          "Écrire l'identifiant de l'utilisateur connecté, et pour un envoi automatique celui de la boîte applicative ou du certificat qui s'authentifie.",
      },
      mailbox: {
        finding: 'Lignes qui ne disent pas de quelle boîte MSSanté il s’agit : {count} ; voici la première.',
        expected: "L'adresse de la boîte à chaque ligne : la trace est tenue par boîte.",
        remedy:
          "Ajouter une colonne avec l'adresse de la boîte, et la déclarer dans segur.yaml (columns: { mailbox: … }).",
      },
      order: {
        finding: "Lignes où l'horodatage recule d'une heure ou plus : {count} ; voici la première.",
        expected: "Des lignes dans l'ordre du temps, ou dans l'ordre inverse.",
        remedy: "Vérifier l'heure des postes et le fuseau écrit, ou trier l'extrait par date.",
      },
    },
  },
  'mss/trace-operations': {
    title: 'Les opérations que montrent les traces MSSanté',
    what: "L'ensemble des traces du dossier montre au moins un envoi et une suppression, une consultation, et une réponse en échec. Les actions sont reconnues à leurs mots, en français ou en anglais.",
    why: "L'ANS attend au minimum la trace des envois et des suppressions, et des échecs : ce sont eux que l'on cherche quand un message n'est pas arrivé ou a disparu.",
    rules: {
      sending: {
        finding: "Aucune ligne des traces n'est un envoi (fichiers : {files} ; lignes : {rows}).",
        expected: "Au moins une ligne dont l'action est un envoi (envoi, réponse, transfert, send…).",
        remedy:
          "Tracer chaque envoi et joindre un extrait qui en montre un ; si la colonne d'action n'est pas la bonne, corriger columns dans segur.yaml.",
      },
      deletion: {
        finding: "Aucune ligne des traces n'est une suppression (fichiers : {files} ; lignes : {rows}).",
        expected: "Au moins une ligne dont l'action est une suppression (suppression, corbeille, delete…).",
        remedy:
          "Tracer chaque suppression de message et joindre un extrait qui en montre une : envoi et suppression sont le minimum demandé par l'ANS.",
      },
      reading: {
        finding: "Aucune ligne des traces n'est une consultation (fichiers : {files} ; lignes : {rows}).",
        expected:
          "Une ligne dont l'action est une consultation (consultation, lecture, ouverture, read…) : tous les traitements sont tracés.",
        remedy: "Tracer l'ouverture des messages, ou joindre un extrait qui en montre une.",
      },
      failure: {
        finding: 'Aucune ligne des traces ne montre une réponse en échec (lignes : {rows}).',
        expected:
          'Une réponse du serveur en échec au moins (550, NO, délai dépassé…) : les échecs doivent être tracés aussi.',
        remedy: "Provoquer un refus (adresse inconnue, boîte fermée, réseau coupé) et joindre l'extrait qui le montre.",
      },
      words: {
        finding:
          "Aucune action de la trace n'est reconnue : ses mots ne disent ni envoi, ni consultation, ni suppression.",
        expected: "Une colonne d'action en clair (envoi, consultation, suppression…), en français ou en anglais.",
        remedy:
          "Déclarer la bonne colonne dans segur.yaml (columns: { action: … }), ou exporter le libellé de l'action plutôt que son code.",
      },
    },
  },
  'mss/trace-content': {
    title: 'Une trace MSSanté ne contient rien des messages',
    what: "Les lignes sur les boîtes MSSanté sont cherchées pour ce qui vient d'un message : texte, pièces jointes, documents, objet qui nomme le patient, jetons d'accès. Rien de ce qui est trouvé n'est recopié dans le rapport.",
    why: "Une trace est lue par des administrateurs et gardée des mois : le contenu des messages n'a rien à y faire, et un jeton y ouvre la boîte.",
    rules: {
      body: {
        finding: "Lignes qui contiennent le texte d'un message (colonne {column}) : {count} ; voici la première.",
        expected: 'Aucun contenu de message dans une trace.',
        remedy: "Tracer l'action et l'identifiant du message (Message-ID), jamais son texte ni sa source.",
      },
      document: {
        finding:
          'Lignes qui contiennent un document ou une pièce jointe (colonne {column}) : {count} ; voici la première.',
        expected: 'Aucun contenu de message dans une trace : ni CDA, ni PDF, ni archive, même en base64.',
        remedy: 'Tracer le nombre et le type des pièces jointes, ou leur empreinte, jamais leurs octets.',
      },
      encoded: {
        finding:
          'Lignes qui contiennent un long bloc en base64, peut-être un contenu de message (colonne {column}) : {count} ; voici la première.',
        expected: 'Aucun contenu de message dans une trace, même encodé.',
        remedy: 'Retirer ce bloc de la trace, ou le remplacer par une empreinte.',
      },
      token: {
        finding:
          "Lignes qui contiennent un jeton d'accès ou un mot de passe (colonne {column}) : {count} ; voici la première.",
        expected: "Aucun secret dans une trace : le jeton Pro Santé Connect n'est jamais conservé sur le poste.",
        remedy: "Masquer la valeur du jeton (Authorization, XOAUTH2) et des mots de passe avant d'écrire la ligne.",
      },
      subject: {
        finding:
          "Lignes qui contiennent l'objet d'un message, qui nomme le patient (colonne {column}) : {count} ; voici la première.",
        expected: "L'identifiant du message (Message-ID) plutôt que son objet.",
        remedy: "Ne pas tracer l'objet des messages, ou le couper après XDM/1.0/DDM+.",
      },
      dialogue: {
        finding: 'La trace recopie le dialogue avec le serveur : {commands}.',
        expected:
          "Les actions significatives sur la boîte, une ligne chacune : le dialogue IMAP ou SMTP complet n'est pas demandé.",
        remedy: 'Joindre la trace fonctionnelle du logiciel ; garder le dialogue pour la preuve du protocole.',
      },
    },
  },
  'mss/trace-and-mail': {
    title: 'Les traces et les messages du dossier concordent',
    what: "Chaque message du dossier envoyé ou reçu pendant la période que couvrent les traces de sa boîte y est cherché, par son Message-ID ou par la boîte et l'heure.",
    why: "Un message envoyé sans trace, ou tracé à une autre heure ou sur une autre boîte, montre que la trace n'est pas tenue pour toutes les opérations.",
    rules: {
      sending: {
        finding: "Ce message n'est pas dans {trace}, qui couvre pourtant sa boîte et sa date.",
        expected: "Une ligne d'envoi avec son Message-ID, ou avec sa boîte à dix minutes près.",
        remedy: "Tracer tous les envois, ou joindre la trace complète de la période si l'extrait a été coupé.",
      },
      reception: {
        finding: "Ce message reçu n'est pas dans {trace}, qui couvre pourtant sa date et nomme les messages reçus.",
        expected: 'Une ligne de réception avec son Message-ID.',
        remedy: "Tracer toutes les réceptions, ou joindre la trace complète de la période si l'extrait a été coupé.",
      },
      time: {
        finding: "L'envoi de {mail} est tracé à plus de dix minutes de la date du message.",
        expected: "L'heure locale du poste à l'envoi, avec son décalage (par exemple +01:00) s'il est écrit.",
        remedy: 'Vérifier le fuseau de la trace : une heure UTC écrite sans décalage paraît en avance ou en retard.',
      },
      mailbox: {
        finding: "L'envoi de {mail} est tracé sur une autre boîte que celle de l'expéditeur : {actual}.",
        expected: '{from}, la boîte du champ From.',
        remedy: 'Écrire dans la trace la boîte depuis laquelle le message part.',
      },
    },
  },
  'mss/trace-reception': {
    title: "L'histoire d'un message reçu, de sa réception à son traitement",
    what: "Pour chaque message reçu que nomment les traces, la réception vient d'abord, puis l'intégration, le remplacement ou la suppression.",
    why: "On doit pouvoir dire ce qu'est devenu un document reçu : intégré dans quel dossier, remplacé, supprimé, et par qui.",
    rules: {
      'no-treatment': {
        finding:
          'Les traces montrent des réceptions ({count}) mais aucun traitement : ni intégration, ni remplacement, ni suppression.',
        expected: "L'histoire d'un document reçu au moins, jusqu'à son traitement.",
        remedy: 'Tracer aussi ce qui est fait des documents reçus, ou joindre un extrait qui va jusque-là.',
      },
      'no-reception': {
        finding: "Le message traité ici n'a pas de ligne de réception dans les traces.",
        expected: 'Une ligne de réception avec le même identifiant de message, avant le traitement.',
        remedy:
          'Garder le même identifiant (Message-ID) dans toutes les lignes sur un message, ou joindre la trace depuis sa réception.',
      },
      'before-reception': {
        finding: "Le traitement du message est daté d'avant sa réception (ligne {line}).",
        expected: 'La réception, puis le traitement.',
        remedy: "Vérifier l'heure des postes et celle du serveur qui relève la boîte.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
