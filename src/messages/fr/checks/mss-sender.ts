import type { CheckTexts } from '../../check-texts.js';

export const mssSender = {
  'mss/sender-label': {
    title: "Intitulé de l'expéditeur",
    what: "From donne un intitulé puis l'adresse MSSanté entre chevrons. Selon la boîte déclarée (mailbox dans segur.yaml), l'intitulé est Titre_Prénom_NOM_Entité pour une boîte personnelle (titre et entité facultatifs), l'entité fonctionnelle pour une boîte organisationnelle ou applicative. Les accusés de lecture ne sont pas jugés.",
    why: 'Le destinataire reconnaît son correspondant à cet intitulé dans la liste de ses messages : une adresse seule ne dit ni qui écrit ni de quel service.',
    rules: {
      'no-label': {
        finding: "L'expéditeur {address} n'a pas d'intitulé.",
        expected: "Un intitulé devant l'adresse : Dr_Claire_MARTIN_Cabinet médical <{address}>, ou le nom du service.",
        remedy:
          "Écrire l'intitulé de la boîte dans From, devant l'adresse entre chevrons ; le prendre dans le paramétrage de la boîte ou dans l'Annuaire Santé.",
      },
      'address-as-label': {
        finding: "L'intitulé de l'expéditeur n'est que son adresse, {address}.",
        expected: 'Un intitulé qui dit qui écrit : Dr_Claire_MARTIN_Cabinet médical <{address}>, ou le nom du service.',
        remedy:
          "Renseigner le nom affiché de la boîte : sans lui, la bibliothèque de messagerie recopie l'adresse à sa place.",
      },
      'other-domain': {
        finding: "L'adresse {actual} de l'expéditeur n'est pas du domaine mssante.fr.",
        expected: 'Une adresse MSSanté de la forme xxx@xxx.mssante.fr.',
        remedy:
          "Envoyer depuis la boîte MSSanté ; si l'export vient d'un serveur d'essai, le refaire avec une boîte de test d'un opérateur MSSanté.",
      },
      'person-form': {
        finding: "L'intitulé « {actual} » n'est pas celui d'une boîte personnelle.",
        expected:
          "Titre_Prénom_NOM_Entité, séparés par des tirets bas, le NOM en capitales ; le titre et l'entité sont facultatifs : Jean_DUPONT.",
        remedy:
          "Composer l'intitulé dans cet ordre avec des tirets bas. Si la boîte est celle d'un service ou d'un logiciel, déclarer mailbox: ORG ou APP pour ce message dans segur.yaml.",
      },
      'person-of-shared': {
        finding: "L'intitulé « {actual} » nomme une personne alors que la boîte d'envoi n'est pas personnelle.",
        expected: "L'entité fonctionnelle seule : « Cabinet médical », « Service de radiologie ».",
        remedy:
          'Mettre le nom du service ou de la structure comme intitulé de la boîte. Si la boîte est personnelle, déclarer mailbox: PER pour ce message dans segur.yaml.',
      },
    },
  },
  'mss/automatic-sending': {
    title: "Message parti d'une boîte applicative",
    what: "Un message envoyé d'une boîte applicative (mailbox: APP dans segur.yaml) a un entête Reply-To vers une boîte personnelle ou organisationnelle, et les dernières lignes de son texte disent qu'il est automatique et citent la même adresse.",
    why: "Personne ne lit une boîte applicative : sans adresse où répondre, la question d'un patient ou d'un confrère se perd.",
    rules: {
      'no-reply-to': {
        finding: "Le message part d'une boîte applicative et n'a pas d'adresse de réponse.",
        expected: "Reply-To: <adresse d'une boîte MSSanté personnelle ou organisationnelle>",
        remedy: "Ajouter l'entête Reply-To, avec l'adresse de retour du paramétrage (MSS/va1.18).",
      },
      'reply-to-sender': {
        finding: 'Reply-To renvoie à la boîte applicative {actual} qui envoie le message.',
        expected: 'Une boîte personnelle ou organisationnelle, autre que celle de From.',
        remedy: "Prendre l'adresse de retour du paramétrage, à part de la boîte d'envoi.",
      },
      'reply-to-outside': {
        finding: "L'adresse de réponse {actual} n'est pas celle d'un professionnel ou d'une structure dans MSSanté.",
        expected: "Une adresse de la forme xxx@xxx.mssante.fr, autre que celle d'un patient.",
        remedy:
          "Paramétrer une boîte MSSanté comme adresse de retour : une réponse ailleurs quitte l'espace de confiance.",
      },
      'no-notice': {
        finding: 'Les dernières lignes du texte ne disent pas que le message est automatique.',
        expected:
          'À la fin du texte, une mention comme : « Ce message a été généré automatiquement ; pour joindre son émetteur : service@exemple.mssante.fr ».',
        remedy: "Ajouter la mention à la fin du modèle de message, avec l'adresse de Reply-To.",
      },
      'notice-address': {
        finding: "Les dernières lignes du texte ne citent pas l'adresse de réponse.",
        expected: '{expected}, comme dans Reply-To.',
        remedy: "Écrire la même adresse aux deux endroits, à partir d'un seul réglage.",
      },
    },
  },
  'mss/delivery-request': {
    title: "Demande d'accusé de réception (DSN)",
    what: "Un message qui demande un accusé de réception le fait par Return-Receipt-To, avec l'adresse de la boîte qui envoie. Un message qui n'en demande pas n'est pas jugé.",
    why: "Le serveur du destinataire envoie l'accusé à cette adresse : vide ou fausse, l'émetteur ne saura jamais si son message est arrivé.",
    rules: {
      'no-address': {
        finding: "Return-Receipt-To vaut « {actual} », qui n'est pas une adresse.",
        expected: 'Return-Receipt-To: <adresse MSSanté de la boîte émettrice>',
        remedy: "Écrire l'adresse de From, ou ne pas écrire l'entête quand l'accusé n'est pas demandé.",
      },
      'other-address': {
        finding: "L'accusé de réception est demandé pour {actual}, qui n'envoie pas le message.",
        expected: 'Return-Receipt-To: <{sender}>, comme dans From.',
        remedy: "Prendre l'adresse de la boîte qui envoie le message.",
      },
    },
  },
  'mss/receipt-request': {
    title: "Demande d'accusé de lecture (MDN)",
    what: "Un message qui demande un accusé de lecture le fait par Disposition-Notification-To, avec l'adresse de la boîte qui envoie (ou celle où l'on répond), seule ou dans une liste. Un message qui n'en demande pas n'est pas jugé ; un accusé de lecture n'en demande jamais.",
    why: "Le logiciel du lecteur n'envoie l'accusé de lui-même qu'à l'adresse de l'expéditeur ; pour une autre, il doit le demander à son utilisateur.",
    rules: {
      'no-address': {
        finding: "Disposition-Notification-To vaut « {actual} », qui n'est pas une adresse.",
        expected: "Disposition-Notification-To: <adresse MSSanté de l'expéditeur>",
        remedy: "Écrire l'adresse de From, ou ne pas écrire l'entête quand l'accusé n'est pas demandé.",
      },
      'other-address': {
        finding: "L'accusé de lecture est demandé pour {actual}, et non pour l'expéditeur.",
        expected: 'Disposition-Notification-To: <{sender}>, comme dans From.',
        remedy: "Prendre l'adresse de la boîte qui envoie le message : c'est elle qui reçoit les accusés automatiques.",
      },
      'in-receipt': {
        finding: 'Cet accusé de lecture demande lui-même un accusé de lecture.',
        expected: "Pas d'entête Disposition-Notification-To dans un accusé : deux logiciels se répondraient sans fin.",
        remedy: "Ne pas appliquer aux accusés l'option d'accusé de lecture des messages écrits par l'utilisateur.",
      },
    },
  },
  'mss/patient-address': {
    title: "Adresse MSSanté d'un patient",
    what: "Un patient reçoit à <matricule INS>@patient.mssante.fr, et seulement si les documents joints portent une INS qualifiée (matricule, OID et quatre traits). L'adresse de test reponse.automatique-test@patient.mssante.fr est acceptée. La forme et la clé du matricule sont jugées par ins/mailbox-identity, le patient désigné par mss/one-patient, le statut déclaré par ins/unqualified-mail.",
    why: "L'adresse d'un patient se déduit de son matricule : bâtie sur une identité qui n'est pas qualifiée, elle peut être celle de quelqu'un d'autre.",
    rules: {
      'other-domain': {
        finding: "L'adresse {actual} porte un matricule INS hors du domaine des patients.",
        expected: 'Le matricule suivi de @patient.mssante.fr.',
        remedy:
          "Composer l'adresse du patient avec le domaine patient.mssante.fr, sans sous-domaine ni domaine de l'opérateur.",
      },
      'unqualified-document': {
        finding:
          "Le message part vers le patient ({actual}) alors que le document {document} ne porte pas d'INS qualifiée : il y manque le matricule, son OID ou l'un des quatre traits.",
        expected:
          "Matricule, OID, nom de naissance, premier prénom, date de naissance et sexe dans l'entête du CDA, ou pas d'envoi au patient.",
        remedy:
          "Bloquer l'envoi au patient tant que son identité n'est pas qualifiée ; si elle l'est, compléter recordTarget dans le CDA produit.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
