import type { CheckTexts } from '../../check-texts.js';

const requiredField = {
  finding: 'Le champ {field} est vide.',
  expected: '{field} rempli : le volet le requiert.',
  remedy: 'Remplir {field}.',
};

const value = {
  finding: 'Le champ {field} vaut « {actual} ».',
  expected: '{field} : {wanted}.',
  remedy: 'Écrire dans {field} une des valeurs que fixe le volet : {wanted}.',
};

export const hl7Exchanges = {
  'cda/transport-acknowledgement': {
    title: 'Acquittement HL7 v2 des messages porteurs de CDA',
    what: "Chaque message ORU ou MDM qui porte un CDA a son acquittement : MSA-1, MSA-2, et ERR lorsque le message n'est pas accepté.",
    why: "Sans acquittement exact, l'émetteur renvoie un document déjà pris en charge, ou croit pris en charge celui qui est rejeté.",
    rules: {
      'required-field': requiredField,
      value,
      code: {
        finding: 'MSA-1 vaut « {actual} ».',
        expected: 'AA (accepté), AE (erreur) ou AR (rejet).',
        remedy: 'Écrire AA, AE ou AR en MSA-1.',
      },
      'control-id': {
        finding: "MSA-2 vaut « {actual} » : ce n'est pas l'identifiant du message reçu, {id} ({other}).",
        expected: 'MSA-2 = {id}, le MSH-10 du message acquitté.',
        remedy: 'Recopier le MSH-10 du message reçu en MSA-2, sans le transformer.',
      },
      event: {
        finding: "L'acquittement est de l'événement {actual}, mais le message ({other}) était {event}.",
        expected: 'MSH-9 = ACK^{event}^ACK.',
        remedy: "Reprendre en MSH-9.2 l'événement du message acquitté.",
      },
      parties: {
        finding: 'Émetteur et récepteur ({actual}) ne sont pas ceux du message acquitté, inversés ({other}).',
        expected: 'MSH-3 à MSH-6 : {wanted}.',
        remedy: 'Inverser MSH-3 et MSH-5, MSH-4 et MSH-6 du message reçu.',
      },
      'error-missing': {
        finding: 'Le message est refusé ({actual}) sans segment ERR.',
        expected: 'Un segment ERR qui dit la cause : ERR-3 et ERR-4, et ERR-5 pour une erreur applicative.',
        remedy: 'Ajouter ERR avec un code de la table messageErrorCondition en ERR-3.',
      },
      'unknown-error': {
        finding: "ERR-3 vaut « {actual} », qui n'est pas un code de la table messageErrorCondition (HL7 0357).",
        expected: 'Un code de la table HL7 0357 : 100 à 104, 198, 199, 200 à 207.',
        remedy: 'Écrire 207 pour une erreur applicative, et son code en ERR-5.',
      },
      'application-code': {
        finding: 'ERR-3 vaut 207 (erreur applicative), mais ERR-5 ne dit pas laquelle.',
        expected: 'Un code de 900 à 906 en ERR-5, par exemple 902^Identifiant patient inconnu^applicationErrorCode.',
        remedy: 'Remplir ERR-5.',
      },
    },
  },
  'cda/business-acknowledgement': {
    title: 'Accusés métier ZAM de la PFI',
    what: "Chaque accusé métier (ZAM^Z01 réception DMP, Z02 réception MSSanté, Z03 lecture MSSanté) dit son résultat, de quel message il rend compte, et l'erreur s'il y en a une.",
    why: "C'est par lui que l'utilisateur apprend que son document n'est pas arrivé au DMP ou au confrère.",
    rules: {
      'required-field': requiredField,
      value,
      profile: {
        finding: 'MSH-21 vaut « {actual} ».',
        expected: '2.1^CISIS_CDA_HL7_V2',
        remedy: 'Écrire 2.1^CISIS_CDA_HL7_V2 en MSH-21.',
      },
      statement: {
        finding: 'Le premier OBX de cet accusé {event} est « {actual} ».',
        expected: 'OBX-3.1 = {wanted}.',
        remedy: "Mettre en tête l'OBX {wanted}^…^AckMetierZAM, à Y ou N.",
      },
      addressee: {
        finding: "Cet accusé {event} ne dit pas de qui il vient : l'OBX {wanted} manque.",
        expected: "Un second OBX, {wanted}, de type XTN, avec l'adresse MSSanté : ^^X.400^adresse.",
        remedy: "Ajouter l'OBX {wanted}.",
      },
      'error-missing': {
        finding: "L'accusé dit N (erreur) sans segment ERR.",
        expected: 'Un ERR : 207 en ERR-3, la gravité en ERR-4, le code du DMP, du SMTP ou du destinataire en ERR-5.',
        remedy: "Ajouter ERR avec l'erreur reçue du DMP ou de la messagerie.",
      },
      'application-code': {
        finding: 'ERR-5 vaut « {actual} ».',
        expected: 'Pour {event} : code^libellé^{tables}.',
        remedy: 'Écrire en ERR-5 le code reçu, son libellé et le nom de sa table.',
      },
      reference: {
        finding: 'OBX-4 vaut « {actual} », identifiant du document ; le message de {other} a pour identifiant {id}.',
        expected: 'OBX-4 = {id}, le MSH-10 du message qui portait le document.',
        remedy: "Écrire en OBX-4 l'identifiant du message, et non celui du document.",
      },
    },
  },
  'cda/mail-forwarded': {
    title: "Documents d'un courriel MSSanté relayés en HL7 v2",
    what: "Pour chaque courriel reçu avec une archive IHE_XDM : un message MDM par CDA, au même octet près, avec l'expéditeur, le destinataire et le Message-ID du courriel.",
    why: "Le logiciel métier ne voit que le message : un document omis, transformé ou mal attribué n'est plus celui qui a été envoyé.",
    rules: {
      'not-forwarded': {
        finding: 'Aucun message ne transmet ce document du courriel {mail}.',
        expected: "Un message MDM par CDA de l'archive.",
        remedy: "Relayer chaque document de l'archive, et joindre chaque message au dossier.",
      },
      altered: {
        finding: "Le CDA du message n'est pas, à l'octet près, celui de l'archive ({document}).",
        expected: 'Les mêmes octets : même empreinte SHA-256.',
        remedy:
          "Encoder en Base64 le fichier extrait de l'archive sans le lire ni le réécrire (encodage, fins de ligne, indentation).",
      },
      profile: {
        finding: 'Le document du courriel {mail} est relayé par un message dont MSH-21 vaut « {actual} ».',
        expected: '1.1^CISIS_CDA_HL7_LPS',
        remedy: "Relayer selon le volet « Transmission au LPS d'un document CDA reçu par courriel MSSanté ».",
      },
      event: {
        finding: "Le message est de l'événement {actual} ; les métadonnées du courriel {mail} demandent {event}.",
        expected: 'T02 pour un premier envoi, T10 pour un remplacement (C), T04 pour une suppression (D).',
        remedy: "Lire urn:action:extraMetadataSlot dans METADATA.XML pour choisir l'événement.",
      },
      sender: {
        finding: "L'expéditeur du message est « {actual} », qui n'est pas celui du courriel {mail}.",
        expected: "L'adresse du champ From du courriel en PRT-15.4 (PRT-4 = SB).",
        remedy: "Recopier l'adresse de From.",
      },
      recipient: {
        finding: 'Le destinataire du message est « {actual} », que le courriel {mail} ne nomme pas.',
        expected: 'Une adresse des champs To ou Cc du courriel en PRT-15.4 (PRT-4 = RCT).',
        remedy:
          "Recopier l'adresse du destinataire initial ; si le courriel a été transféré et qu'elle est inconnue, omettre ce PRT.",
      },
      'message-id': {
        finding: 'OBX-3.1 vaut « {actual} » ; le Message-ID du courriel {mail} est {id}.',
        expected: 'OBX-3.1 = {id}',
        remedy: 'Recopier le Message-ID du courriel en OBX-3.1.',
      },
    },
  },
  'cda/mail-receipt': {
    title: "Document venu d'un courriel : intégration et accusé de lecture",
    what: "Chaque MDM qui remet un document reçu par MSSanté est acquitté, le document ressort inchangé du logiciel, et le courriel MDN rendu à l'expéditeur dit ce qu'il est devenu.",
    why: "L'expéditeur doit savoir si son document est dans le dossier du patient ; le destinataire doit y avoir celui qui lui a été envoyé.",
    rules: {
      altered: {
        finding: "Le document exporté n'est pas, à l'octet près, celui que le message a remis ({other}, {other-path}).",
        expected: 'Les mêmes octets : même empreinte SHA-256.',
        remedy: 'Conserver les octets reçus tels quels, et exporter ceux-là.',
      },
      'receipt-field': {
        finding: "Le champ {field} de l'accusé de lecture (MDN) manque ou est mal écrit.",
        expected:
          'Final-Recipient, Original-Message-ID et Disposition : automatic-action/MDN-sent-automatically; processed.',
        remedy: 'Remplir {field} dans la partie message/disposition-notification.',
      },
      'receipt-contradicts': {
        finding: "L'accusé de lecture dit « {actual} », mais le logiciel a répondu {code} ({other}).",
        expected: 'processed si le message est accepté (AA) ; processed/error sinon.',
        remedy: "Produire l'accusé de lecture d'après l'acquittement reçu du logiciel métier.",
      },
      'receipt-code': {
        finding: "L'accusé de lecture donne l'erreur {actual} ; l'acquittement du logiciel donne {code}.",
        expected: "Le code de ERR-5 de l'acquittement.",
        remedy: "Recopier le code et le libellé de ERR-5 dans l'accusé de lecture.",
      },
      'receipt-subject': {
        finding: "L'objet de cet accusé en erreur, « {actual} », ne dit ni l'erreur ni son code.",
        expected: "[KO Intégration système !][code] suivi de l'objet du courriel reçu.",
        remedy: "Faire précéder l'objet de [KO Intégration système !][902], avec le code de l'erreur.",
      },
    },
  },
} satisfies Record<string, CheckTexts>;
