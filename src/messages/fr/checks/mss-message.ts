import type { CheckTexts } from '../../check-texts.js';

export const mssMessage = {
  'mss/message-body': {
    title: 'Corps du message en texte brut, doublé ou non de HTML',
    what: "Le texte d'un message envoyé est en text/plain, ou dans un multipart/alternative qui donne text/plain puis text/html avec les mêmes mots (comparés sans la casse, les accents, la mise en page ni les adresses des liens). Les pièces jointes se trouvent à côté, dans un multipart/mixed.",
    why: "Le logiciel du destinataire peut ne montrer que le texte brut : ce qui n'est écrit qu'en HTML n'est alors lu par personne.",
    rules: {
      'html-only': {
        finding: "Le corps du message n'est qu'en HTML.",
        expected: 'text/plain, ou multipart/alternative avec text/plain puis text/html.',
        remedy:
          'Produire aussi la version en texte brut et envoyer les deux dans un multipart/alternative, le texte brut en premier.',
      },
      type: {
        finding: 'Le corps du message est de type {actual}.',
        expected: 'text/plain, ou multipart/alternative avec text/plain puis text/html.',
        remedy: 'Envoyer le texte du message en text/plain ; joindre comme document ce qui a une autre forme.',
      },
      formatted: {
        finding: 'La partie text/plain contient du HTML ou du RTF, que le destinataire verra avec ses balises.',
        expected: 'Du texte brut, sans balise ni commande de mise en forme.',
        remedy: 'Retirer les balises de la version text/plain, ou annoncer la partie HTML comme text/html.',
      },
      'empty-text': {
        finding: 'La partie text/plain est vide alors que la partie text/html contient le message.',
        expected: 'Le même contenu dans les deux parties.',
        remedy: 'Écrire dans la partie text/plain tout le texte de la partie HTML.',
      },
      order: {
        finding: 'La partie text/html vient avant la partie text/plain.',
        expected: 'text/plain en premier, text/html en second.',
        remedy:
          "Inverser les deux parties : un logiciel de messagerie montre la dernière qu'il sait lire, et ici ce serait le texte brut.",
      },
      alternatives: {
        finding: 'Le multipart/alternative contient : {actual}.',
        expected: 'Deux parties : text/plain, puis text/html.',
        remedy:
          "Ne mettre dans l'alternative que les deux versions du texte ; s'il n'y en a qu'une, la mettre seule, sans multipart/alternative.",
      },
      different: {
        finding: 'Les parties text/plain et text/html ne disent pas la même chose.',
        expected: 'Le même contenu rédactionnel dans les deux parties.',
        remedy:
          'Tirer la version en texte brut de la version HTML à chaque envoi, sans la résumer ni la remplacer par une phrase toute faite.',
      },
      'no-text': {
        finding: "Le message n'a pas de corps : il ne contient que des pièces jointes.",
        expected: 'Un texte en text/plain, fût-il court, qui dit ce que sont les pièces jointes.',
        remedy: 'Mettre une partie text/plain, sans Content-Disposition: attachment, avant les pièces jointes.',
      },
      'attachment-inside': {
        finding:
          'Une pièce jointe ({actual}) se trouve parmi les versions du texte (multipart/alternative) ou ses images (multipart/related).',
        expected: 'Les pièces jointes dans un multipart/mixed, après le corps du message.',
        remedy:
          "Mettre au premier niveau un multipart/mixed dont la première partie est le corps et les suivantes les pièces jointes ; sinon, le logiciel qui montre une autre version du texte n'affiche pas la pièce.",
      },
      empty: {
        finding: 'Le corps du message est vide.',
        expected: 'Quelques mots pour le destinataire.',
        remedy: 'Proposer un texte par défaut, que le professionnel peut modifier.',
      },
    },
  },
  'mss/charset': {
    title: 'Jeu de caractères des textes et des entêtes',
    what: "Chaque partie de texte d'un message envoyé annonce UTF-8 dans son Content-Type et y est vraiment ; les entêtes ne contiennent que de l'ASCII, le reste étant écrit en mots encodés (RFC 2047). Les fichiers texte joints ne sont pas regardés.",
    why: "Un texte dont le jeu de caractères n'est pas celui annoncé s'affiche avec des caractères altérés : un nom ou une posologie peut devenir illisible.",
    rules: {
      missing: {
        finding: "La partie {type} n'annonce pas son jeu de caractères.",
        expected: 'Content-Type: {type}; charset=UTF-8',
        remedy: 'Ajouter le paramètre charset=UTF-8, et encoder le texte en UTF-8.',
      },
      'not-utf-8': {
        finding: 'Le texte est en {actual}.',
        expected: 'UTF-8',
        remedy: "Encoder en UTF-8 tous les textes envoyés et l'annoncer dans le paramètre charset.",
      },
      contradicts: {
        finding: "Le texte n'est pas dans le jeu de caractères annoncé, {actual}.",
        expected: 'Un texte encodé comme le dit son paramètre charset, en UTF-8.',
        remedy:
          "Encoder le texte en UTF-8 au moment d'écrire le message, puis l'annoncer : ne pas recopier tel quel un texte de la base ou d'un modèle.",
      },
      'header-8bit': {
        finding: "L'entête {field} contient des caractères hors de l'ASCII, non encodés.",
        expected: 'Des mots encodés : =?UTF-8?B?…?= (RFC 2047), ou la forme de la RFC 2231 pour un nom de fichier.',
        remedy:
          "Encoder les valeurs accentuées avant d'écrire l'entête ; l'UTF-8 direct n'est permis que vers un serveur qui annonce SMTPUTF8.",
      },
      'encoded-word': {
        finding: "L'entête {field} contient un mot encodé qui ne peut pas être décodé.",
        expected: 'Des octets valides dans le jeu de caractères que le mot annonce, et un jeu connu.',
        remedy: "Encoder la valeur en UTF-8 d'un bloc, en ne coupant jamais un caractère entre deux mots.",
      },
    },
  },
  'mss/message-id': {
    title: 'Identifiant du message (Message-ID)',
    what: "Chaque message envoyé a un seul entête Message-ID, de la forme <gauche@droite> de la RFC 5322, et aucun autre message du dossier n'a le même. Le même message exporté deux fois compte pour un.",
    why: 'Les réponses et les accusés désignent un message par cet identifiant : sans lui, ou avec celui d’un autre, la conversation ne peut plus être suivie.',
    rules: {
      missing: {
        finding: "Le message n'a pas de Message-ID.",
        expected: 'Message-ID: <identifiant unique@domaine>',
        remedy: "Créer l'identifiant dans le logiciel, à l'envoi, sans compter sur le serveur de l'opérateur.",
      },
      repeated: {
        finding: 'Le message a {count} entêtes Message-ID.',
        expected: 'Un seul.',
        remedy: "Laisser un seul composant écrire l'identifiant.",
      },
      form: {
        finding: "Le Message-ID {actual} n'a pas la forme demandée.",
        expected:
          '<gauche@droite>, entre chevrons, avec un seul @ et sans espace ; de chaque côté, des lettres, des chiffres et les signes permis dans une adresse, sans point au début ni à la fin, ni deux points de suite.',
        remedy: 'Composer par exemple <UUID@domaine-de-messagerie>.',
      },
      obsolete: {
        finding: 'Le Message-ID {actual} est écrit sous une forme que la RFC 5322 demande de ne plus produire.',
        expected: '<gauche@droite> sans guillemets ni espace.',
        remedy: 'Composer par exemple <UUID@domaine-de-messagerie>.',
      },
      duplicate: {
        finding: 'Le Message-ID {actual} est déjà celui d’un autre message ({where}).',
        expected: 'Un identifiant propre à chaque message, même renvoyé ou corrigé.',
        remedy:
          'Tirer un nouvel identifiant à chaque envoi (un UUID), plutôt que de le dériver de la date ou du document.',
      },
    },
  },
  'mss/message-form': {
    title: 'Forme du message : entêtes obligatoires et uniques, pièces jointes',
    what: "Un message envoyé a une date et un expéditeur, aucun des entêtes qui doivent être uniques n'y est deux fois, sa date est bien écrite, ses lignes ne sont pas trop longues, et l'archive IHE_XDM.zip et les PDF sont joints sous leur type, en pièces jointes et en base64.",
    why: "Un serveur peut refuser ou réécrire un message mal formé, et le logiciel du destinataire ne retrouve un document que s'il est joint comme il l'attend.",
    rules: {
      missing: {
        finding: "Le message n'a pas d'entête {field}.",
        expected: 'Un entête {field} et un seul.',
        remedy: "Écrire l'entête {field} à l'envoi.",
      },
      repeated: {
        finding: "L'entête {field} est écrit plus d'une fois.",
        expected: 'Une seule fois : les logiciels ne lisent pas tous le même.',
        remedy:
          "Laisser un seul composant écrire l'entête ; mettre plusieurs adresses dans un seul champ, séparées par des virgules.",
      },
      date: {
        finding: 'La date « {actual} » ne peut pas être lue.',
        expected: 'Une date de la forme Mon, 16 Mar 2026 10:30:00 +0100.',
        remedy: 'Écrire la date en anglais, sous la forme de la RFC 5322, avec le décalage horaire en chiffres.',
      },
      weekday: {
        finding: "Le jour de la semaine de « {actual} » n'est pas celui de la date.",
        expected: 'Le jour de cette date, ou pas de jour.',
        remedy: 'Calculer le jour à partir de la date même, avec son décalage horaire.',
      },
      'obsolete-date': {
        finding: 'La date « {actual} » est écrite sous une forme ancienne.',
        expected: 'Une année à quatre chiffres et un décalage horaire en chiffres, sans espace autour des deux-points.',
        remedy: 'Écrire par exemple Mon, 16 Mar 2026 10:30:00 +0100.',
      },
      'no-address': {
        finding: "L'entête {field} ne contient aucune adresse.",
        expected: 'Nom <adresse@domaine>, ou un groupe.',
        remedy: "Écrire l'adresse entre chevrons après le nom.",
      },
      sender: {
        finding: "L'entête From donne {count} adresses, et il n'y a pas d'entête Sender.",
        expected: 'Une seule adresse dans From, ou un entête Sender qui dit laquelle a envoyé.',
        remedy:
          "Mettre dans From l'adresse de la seule boîte qui envoie, et mettre entre guillemets un nom qui contient une virgule.",
      },
      'no-recipient': {
        finding: "Le message n'a pas d'entête To, Cc ni Bcc.",
        expected: 'Au moins un destinataire dans To ou Cc.',
        remedy:
          'Écrire le destinataire dans To. Si tous sont en copie cachée, écrire To: undisclosed-recipients:; pour le dire.',
      },
      'mime-version': {
        finding: "Le message suit MIME mais n'a pas d'entête MIME-Version: 1.0.",
        expected: 'MIME-Version: 1.0',
        remedy:
          "Ajouter l'entête : un logiciel peut sinon afficher tout le message comme un texte, pièces jointes comprises.",
      },
      'line-length': {
        finding: 'Une ligne a plus de 998 octets.',
        expected: '998 octets au plus par ligne, sans sa fin de ligne.',
        remedy:
          'Encoder le texte en quoted-printable ou en base64, couper le base64 toutes les 76 positions, replier les entêtes longs.',
      },
      'attachment-type': {
        finding: 'Le document est joint avec le type {actual}.',
        expected: 'Content-Type: {type}',
        remedy: "Annoncer {type} pour ce document ; le destinataire s'y fie pour l'intégrer.",
      },
      'attachment-disposition': {
        finding: "Le document n'est pas joint en pièce jointe (Content-Disposition : « {actual} »).",
        expected: 'Content-Disposition: attachment; filename="…"',
        remedy: 'Mettre attachment, avec le nom du fichier dans filename.',
      },
      'attachment-encoding': {
        finding: 'Le document est transmis en {actual}.',
        expected: 'Content-Transfer-Encoding: base64',
        remedy: 'Encoder la pièce en base64, en lignes de 76 caractères : un serveur peut altérer un contenu binaire.',
      },
    },
  },
  'mss/message-size': {
    title: 'Taille des messages envoyés à un patient',
    what: "La taille totale d'un message envoyé à une adresse @patient.mssante.fr, pièces jointes encodées comprises, ne dépasse pas 25 Mio.",
    why: 'Au-delà, Mon espace santé ne remet pas le message, et l’expéditeur n’en reçoit qu’un avis de non-remise.',
    rules: {
      'too-large': {
        finding: 'Le message pèse près de {size} Mio.',
        expected: '{most} Mio au plus, encodage des pièces jointes compris (un tiers de plus que les fichiers).',
        remedy:
          "Réduire les images des PDF, ou répartir les documents sur plusieurs messages ; prévenir l'utilisateur avant l'envoi.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
