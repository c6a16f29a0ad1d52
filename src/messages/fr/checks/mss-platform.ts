import type { CheckTexts } from '../../check-texts.js';

export const mssPlatform = {
  'mss/platform-mail': {
    title: 'Courriels que la PFI produit à partir des messages HL7 v2',
    what: "Chaque courriel qui porte un document est rapproché du message ORU ou MDM qui a demandé de l'envoyer (même CDA, par son empreinte ou son identifiant) : expéditeur, adresse de réponse, destinataires, texte, X-MSS-MES, accusés demandés, et document au même octet près. Les courriels déclarés « mailbox: PER » ou « ORG » n'en sont pas.",
    why: "Le professionnel choisit dans son logiciel à qui il écrit et ce qu'il écrit : la PFI doit envoyer cela, rien de plus et rien d'autre.",
    rules: {
      from: {
        finding: "Le courriel part de {actual}, l'adresse à laquelle le message demande de répondre.",
        expected:
          "From : l'adresse de la BAL applicative qui envoie ({message}, {message-path} ne sert qu'à Reply-To).",
        remedy: 'Envoyer depuis la BAL applicative de la PFI, et écrire PRT-15.4 (PRT-4 = REPLY) dans Reply-To.',
      },
      'reply-to': {
        finding: "Reply-To n'est pas l'adresse de réponse que donne le message ({message}, {message-path}).",
        expected: 'Reply-To = PRT-15.4 du segment PRT dont PRT-4 vaut REPLY.',
        remedy: 'Recopier cette adresse dans Reply-To ; à défaut, les réponses vont à une BAL que personne ne lit.',
      },
      recipient: {
        finding: 'Le courriel est envoyé à {actual}, que le message ne nomme pas ({message}, {message-path}).',
        expected: 'Les adresses de PRT-15.4 des segments PRT dont PRT-4 vaut RCT, et aucune autre.',
        remedy:
          "Composer To à partir des seuls segments PRT du message : n'ajouter ni copie, ni adresse de l'annuaire.",
      },
      'no-reply': {
        finding:
          'Le message demande que le patient ne puisse pas répondre (FIN, {message}, {message-path}), et le courriel ne le dit pas.',
        expected: 'X-MSS-MES: FIN dans le courriel envoyé au patient.',
        remedy: "Ajouter l'entête X-MSS-MES quand NTE-4, sous DESTMSSANTEPAT, vaut FIN.",
      },
      text: {
        finding: 'Le texte du courriel ne contient pas celui que propose le message ({message}, {message-path}).',
        expected:
          "Le texte décodé de CORPSMAIL_PS pour un professionnel, de CORPSMAIL_PATIENT pour le patient, en entier ; la mention d'envoi automatique peut le suivre.",
        remedy:
          'Décoder OBX-5 (Base64, puis UTF-8) et le mettre dans le corps du courriel, avant la mention automatique.',
      },
      altered: {
        finding: "Le CDA du courriel n'est pas, à l'octet près, celui du message ({message}, {message-path}).",
        expected: 'Les mêmes octets : même empreinte SHA-256.',
        remedy:
          "Mettre dans l'archive le fichier décodé de OBX-5, sans le lire ni le réécrire (encodage, fins de ligne, indentation).",
      },
      'reading-receipt': {
        finding: "Le message demande un accusé de lecture ({message}, {message-path}) ; le courriel n'en demande pas.",
        expected: "Disposition-Notification-To : l'adresse de la BAL qui envoie.",
        remedy: 'Ajouter Disposition-Notification-To quand ACK_LECTURE_MSS vaut Y.',
      },
      'delivery-receipt': {
        finding:
          "Le message demande un accusé de réception ({message}, {message-path}) ; le courriel n'en demande pas.",
        expected: "Return-Receipt-To : l'adresse de la BAL qui envoie, ou une demande de DSN au serveur SMTP.",
        remedy:
          'Ajouter Return-Receipt-To quand ACK_RECEPTION vaut Y. Si la demande est faite au serveur (NOTIFY, RFC 3461), le montrer par le journal SMTP.',
      },
      deletion: {
        finding:
          'Le message demande de supprimer le document (OBX-11 = D, {message}) ; le courriel ne dit pas à ses destinataires de le faire.',
        expected: 'Un texte qui dit que le document joint est à supprimer.',
        remedy:
          "Reprendre CORPSMAIL_PS ou CORPSMAIL_PATIENT ; s'ils manquent, écrire un texte par défaut qui demande la suppression.",
      },
    },
  },
  'mss/platform-masking': {
    title: 'Courriels de la PFI : à qui le message permet de les envoyer',
    what: 'Chaque courriel est confronté à MASQUE_PS, INVISIBLE_PATIENT, INVISIBLE_REP_LEGAUX, CONNEXION_SECRETE, DESTDMP, DESTMSSANTEPS et DESTMSSANTEPAT du message dont il porte le document : ses destinataires sont de ceux que la matrice du volet autorise.',
    why: "Un document que le patient ne doit pas encore voir, ou qu'il a fait masquer, ne doit pas arriver par courriel à qui ne peut pas le lire ailleurs.",
    rules: {
      'patient-hidden': {
        finding:
          'Le courriel est envoyé au patient ({actual}), à qui le document est masqué ({message}, {message-path}).',
        expected: 'Aucun courriel au patient quand INVISIBLE_PATIENT vaut Y.',
        remedy:
          "Ne pas produire le courriel au patient ; répondre au logiciel émetteur par une erreur s'il l'a demandé.",
      },
      'not-asked': {
        finding:
          'Le courriel est envoyé à {actual}, alors que le message dit de ne pas le faire ({message}, {message-path}).',
        expected:
          'Un courriel au patient seulement si DESTMSSANTEPAT vaut Y, à un professionnel seulement si DESTMSSANTEPS vaut Y.',
        remedy: 'Lire les deux indicateurs avant les segments PRT : une adresse en PRT ne suffit pas.',
      },
      'professionals-masked': {
        finding:
          'Le courriel est envoyé à {actual}, alors que le document est masqué aux professionnels ({message}, {message-path}).',
        expected:
          "La matrice du volet n'a aucun envoi à un professionnel quand MASQUE_PS vaut Y : la PFI répond par une erreur.",
        remedy: "Refuser le message (MSA-1 = AE, ERR) et n'envoyer aucun courriel à un professionnel.",
      },
      'not-refused': {
        finding:
          "Un courriel est produit, alors que le message combine ses indicateurs d'une façon que la matrice n'a pas ({message}, {message-path}).",
        expected:
          "Pour un envoi par MSSanté, l'une des trois combinaisons du volet ; à toute autre, la PFI répond par une erreur.",
        remedy: 'Refuser le message (MSA-1 = AE, ERR) ; faire corriger les indicateurs par le logiciel émetteur.',
      },
    },
  },
  'mss/received-mail': {
    title: "Ce qu'un message de remise dit du courriel reçu",
    what: "Le message MDM qui remet un document reçu par MSSanté est comparé au courriel dont OBX-3.1 porte le Message-ID : l'objet (OBX-3.2), le texte (OBX-5) et l'adresse de réponse (PRT dont PRT-4 vaut REPLY). Le document, l'expéditeur et le destinataire relèvent de cda/mail-forwarded.",
    why: "Le logiciel métier n'a que le message : ce que l'expéditeur a écrit, et où lui répondre, doit s'y trouver.",
    rules: {
      subject: {
        finding: "OBX-3.2 vaut « {actual} », qui n'est pas l'objet du courriel {mail}.",
        expected: "L'objet du courriel, une fois ses mots encodés décodés (RFC 2047).",
        remedy: "Recopier l'objet (Subject), une fois décodé, en OBX-3.2.",
      },
      text: {
        finding: 'OBX-5 ne contient pas le texte du courriel {mail}.',
        expected: 'Le texte du courriel, décodé de son encodage de transfert, puis en Base64.',
        remedy:
          'Prendre la partie text/plain, la décoder (quoted-printable, jeu de caractères) et la coder en Base64 depuis UTF-8.',
      },
      'reply-to': {
        finding: "L'adresse de réponse du message est « {actual} », qui n'est pas celle du courriel {mail}.",
        expected: 'Reply-To du courriel, à défaut From, en PRT-15.4 (PRT-4 = REPLY).',
        remedy: 'Recopier Reply-To ; sans adresse de réponse, omettre ce segment PRT.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
