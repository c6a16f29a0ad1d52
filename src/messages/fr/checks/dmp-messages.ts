import type { CheckTexts } from '../../check-texts.js';
import { dmpQueries } from './dmp-queries.js';
import { dmpVihf } from './dmp-vihf.js';
import { outcome } from './outcome.js';

export const dmpMessages = {
  'dmp/message-form': {
    title: 'Message au DMP : enveloppe et en-têtes',
    what: 'Une requête au DMP est une enveloppe SOAP 1.2 dont les en-têtes WS-Addressing disent la même transaction que le corps ; sur HTTP, ses types de contenu et son adresse sont ceux du service ; la réponse nomme sa requête.',
    why: "Le DMP aiguille la requête d'après ces en-têtes : s'ils se contredisent, elle est refusée avant même d'être lue.",
    rules: {
      'soap-version': {
        finding: "L'enveloppe est en SOAP {actual}.",
        expected: 'Une enveloppe SOAP 1.2 (http://www.w3.org/2003/05/soap-envelope).',
        remedy: "Écrire l'enveloppe dans l'espace de noms de SOAP 1.2, comme le demandent les WSDL des services.",
      },
      action: {
        finding: "wsa:Action vaut « {actual} », qui n'est pas l'action de la transaction du corps.",
        expected: '{expected}',
        remedy: 'Écrire dans wsa:Action la valeur {expected}.',
      },
      'message-id': {
        finding: 'wsa:MessageID est absent ou vide.',
        expected: "urn:uuid: suivi d'un UUID nouveau à chaque message.",
        remedy: "Engendrer un UUID à chaque requête et l'écrire dans wsa:MessageID.",
      },
      'message-id-form': {
        finding: "wsa:MessageID vaut « {actual} », qui n'est pas urn:uuid: suivi d'un UUID.",
        expected: "urn:uuid: suivi d'un UUID.",
        remedy: 'Écrire le préfixe urn:uuid: puis un UUID nouveau.',
      },
      'reply-to': {
        finding: "wsa:ReplyTo demande une réponse à l'adresse « {actual} ».",
        expected: '{expected} : la réponse revient sur la même connexion HTTP.',
        remedy: 'Écrire {expected} dans wsa:ReplyTo/wsa:Address.',
      },
      'content-type': {
        finding: "Le Content-Type « {actual} » n'est pas celui d'une enveloppe SOAP 1.2 ni d'un message MTOM.",
        expected:
          'application/soap+xml ; avec MTOM, multipart/related de type="application/xop+xml", dont la première partie est en application/xop+xml de type="application/soap+xml".',
        remedy: 'Régler le client HTTP pour SOAP 1.2 ou MTOM au lieu de SOAP 1.1.',
      },
      'content-action': {
        finding: 'Le paramètre action du Content-Type vaut « {actual} », et wsa:Action « {action} ».',
        expected: 'La même action dans le Content-Type et dans wsa:Action.',
        remedy: 'Écrire {action} dans le paramètre action, ou retirer ce paramètre.',
      },
      'inline-document': {
        finding: "Un document publié est en base64 dans l'enveloppe alors que le message pouvait le joindre.",
        expected: 'Un xop:Include par document, et son contenu dans une partie MIME (MTOM, EX_2.1-1260).',
        remedy: "Activer MTOM dans le client SOAP pour l'élément Document.",
      },
      endpoint: {
        finding: 'La transaction est envoyée au service « {actual} ».',
        expected: 'Le service {expected}.',
        remedy:
          'Adresser les publications et les consultations (ITI-41, ITI-43) à repository, les recherches et les mises à jour (ITI-18, ITI-57) à registry.',
      },
      'answer-action': {
        finding: 'La réponse a pour wsa:Action « {actual} », qui ne répond pas à la requête.',
        expected: '{expected}',
        remedy: 'Vérifier que la réponse jointe est bien celle de cette requête.',
      },
      'relates-to': {
        finding: 'La réponse ne nomme pas la requête à laquelle elle répond (wsa:RelatesTo : « {actual} »).',
        expected: 'Dans wsa:RelatesTo, le wsa:MessageID de la requête.',
        remedy: "Exporter les deux messages d'un même échange, sans retirer leurs en-têtes.",
      },
    },
  },
  'dmp/publication': {
    title: 'Publication au DMP (TD2.1) : un document par entrée',
    what: "Une alimentation (ITI-41) porte, pour chaque entrée de document (ExtrinsicObject), signature du lot comprise, un élément Document de même identifiant et non vide ; la réponse dit clairement si le DMP l'a acceptée.",
    why: 'Le DMP associe chaque contenu à son entrée par cet identifiant : une lettre de différence, et le lot entier est refusé.',
    rules: {
      ...outcome,
      'no-entry': {
        finding: 'La publication ne décrit aucun document.',
        expected: 'Un ExtrinsicObject par document et un pour la signature du lot.',
        remedy: 'Écrire les métadonnées dans SubmitObjectsRequest/RegistryObjectList.',
      },
      'no-document': {
        finding: "L'entrée « {actual} » n'a pas de document dans le message.",
        expected: "Un élément Document dont l'attribut id est celui de l'ExtrinsicObject.",
        remedy: "Joindre le contenu de cette entrée, ou retirer l'entrée du lot.",
      },
      'no-entry-of-document': {
        finding: 'Le document « {actual} » ne correspond à aucune entrée.',
        expected: "L'attribut id d'un ExtrinsicObject du lot.",
        remedy: "Reprendre dans Document l'attribut id de l'ExtrinsicObject qui le décrit.",
      },
      'id-case': {
        finding: 'Le document a pour identifiant « {actual} » et son entrée « {expected} » : la casse diffère.',
        expected: 'Le même identifiant, à la lettre : {expected}.',
        remedy: "Écrire {expected} dans l'attribut id de Document.",
      },
      'document-twice': {
        finding: "Deux documents du message ont l'identifiant « {actual} ».",
        expected: 'Un seul élément Document par entrée.',
        remedy: "Donner à chaque document l'identifiant de son entrée.",
      },
      'empty-document': {
        finding: 'Le document « {actual} » est vide.',
        expected: 'Un xop:Include vers une partie du message, ou le contenu en base64.',
        remedy:
          "Vérifier que le document est écrit avant l'envoi, et que la partie MIME est désignée par un xop:Include.",
      },
      'unused-part': {
        finding: "La partie MIME « {actual} » n'est désignée par aucun document du message.",
        expected: 'Un xop:Include de même Content-ID pour chaque partie jointe.',
        remedy: 'Retirer la partie, ou la désigner dans un élément Document.',
      },
    },
  },
  'dmp/retrieval': {
    title: "Consultation d'un document du DMP (TD3.2)",
    what: "La requête (ITI-43) désigne chaque document par son uniqueId (un OID) et par l'OID de l'entrepôt, tels que la recherche les a donnés ; la réponse contient ce qui était demandé.",
    why: "L'entrepôt ne connaît que l'uniqueId : demander l'entryUUID de l'entrée donne une erreur XDSDocumentUniqueIdError, et rien à lire.",
    rules: {
      ...outcome,
      'nothing-asked': {
        finding: 'La requête ne demande aucun document.',
        expected: 'Au moins un DocumentRequest.',
        remedy: 'Ajouter un DocumentRequest par document à consulter.',
      },
      repository: {
        finding: "RepositoryUniqueId vaut « {actual} », qui n'est pas un OID.",
        expected: "L'OID de l'entrepôt : le repositoryUniqueId de l'entrée trouvée.",
        remedy: 'Reprendre le repositoryUniqueId que la réponse à la recherche (TD3.1) donne.',
      },
      'entry-uuid': {
        finding: "DocumentUniqueId vaut « {actual} », qui est un UUID d'entrée.",
        expected: "L'uniqueId du document, un OID (XDSDocumentEntry.uniqueId).",
        remedy: "Reprendre l'uniqueId de l'entrée au lieu de son entryUUID.",
      },
      'unique-id': {
        finding: "DocumentUniqueId vaut « {actual} », qui n'est pas un OID.",
        expected: "L'uniqueId du document, un OID (XDSDocumentEntry.uniqueId).",
        remedy: "Reprendre l'uniqueId de l'entrée, sans préfixe.",
      },
      'not-given': {
        finding: 'La réponse annonce un succès sans contenir le document demandé « {actual} ».',
        expected: 'Un DocumentResponse par document demandé.',
        remedy: "Vérifier que la réponse jointe est entière, et que c'est celle de cette requête.",
      },
      'not-asked': {
        finding: 'La réponse contient le document « {actual} », que la requête ne demande pas.',
        expected: 'Les documents demandés et eux seuls.',
        remedy: 'Vérifier que la réponse jointe est bien celle de cette requête.',
      },
      'empty-document': {
        finding: 'Le document « {actual} » de la réponse est vide.',
        expected: 'Le contenu du document.',
        remedy: 'Exporter la réponse avec ses parties MIME.',
      },
    },
  },
  'dmp/entry-update': {
    title: "Mise à jour d'une entrée du DMP (TD3.3a à d)",
    what: "Une mise à jour (ITI-57, UpdateDocumentSet) change le statut d'une entrée (suppression, archivage) ou renvoie l'entrée entière (masquage, visibilité) ; la réponse dit clairement si le DMP l'a faite.",
    why: "Une mise à jour qui ne change rien est acceptée ou refusée sans que le document soit supprimé ni masqué : l'utilisateur croit l'avoir fait.",
    rules: {
      ...outcome,
      'nothing-changed': {
        finding: "La mise à jour ne change le statut d'aucune entrée et n'en renvoie aucune.",
        expected:
          "Une association UpdateAvailabilityStatus (TD3.3c, TD3.3d), ou l'ExtrinsicObject modifié (TD3.3a, TD3.3b).",
        remedy:
          "Pour supprimer ou archiver, écrire une association urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus ; pour masquer, renvoyer l'entrée entière.",
      },
    },
  },
  ...dmpQueries,
  ...dmpVihf,
} satisfies Record<string, CheckTexts>;
