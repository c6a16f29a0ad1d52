import type { dmpMessages as french } from '../../fr/checks/dmp-messages.js';
import type { SameKeys } from '../../same-keys.js';
import { dmpQueries } from './dmp-queries.js';
import { dmpVihf } from './dmp-vihf.js';
import { outcome } from './outcome.js';

export const dmpMessages: SameKeys<typeof french> = {
  'dmp/message-form': {
    title: 'Message to the DMP: envelope and headers',
    what: 'A request to the DMP is a SOAP 1.2 envelope whose WS-Addressing headers tell the same transaction as the body; over HTTP, its content types and its address are those of the service; the answer names its request.',
    why: 'The DMP routes the request by these headers: when they contradict each other, it is refused before it is read.',
    rules: {
      'soap-version': {
        finding: 'The envelope is in SOAP {actual}.',
        expected: 'A SOAP 1.2 envelope (http://www.w3.org/2003/05/soap-envelope).',
        remedy: 'Write the envelope in the namespace of SOAP 1.2, as the WSDL of the services want.',
      },
      action: {
        finding: 'wsa:Action is "{actual}", which is not the action of the transaction of the body.',
        expected: '{expected}',
        remedy: 'Write {expected} in wsa:Action.',
      },
      'message-id': {
        finding: 'wsa:MessageID is missing or empty.',
        expected: 'urn:uuid: then a UUID that is new for each message.',
        remedy: 'Make a UUID for each request and write it in wsa:MessageID.',
      },
      'message-id-form': {
        finding: 'wsa:MessageID is "{actual}", which is not urn:uuid: then a UUID.',
        expected: 'urn:uuid: then a UUID.',
        remedy: 'Write the prefix urn:uuid: then a new UUID.',
      },
      'reply-to': {
        finding: 'wsa:ReplyTo wants the answer at "{actual}".',
        expected: '{expected}: the answer comes back on the same HTTP connection.',
        remedy: 'Write {expected} in wsa:ReplyTo/wsa:Address.',
      },
      'content-type': {
        finding: 'The Content-Type "{actual}" is neither that of a SOAP 1.2 envelope nor of an MTOM message.',
        expected:
          'application/soap+xml; with MTOM, multipart/related of type="application/xop+xml", whose first part is application/xop+xml of type="application/soap+xml".',
        remedy: 'Set the HTTP client for SOAP 1.2 or MTOM instead of SOAP 1.1.',
      },
      'content-action': {
        finding: 'The action parameter of the Content-Type is "{actual}", and wsa:Action is "{action}".',
        expected: 'The same action in the Content-Type and in wsa:Action.',
        remedy: 'Write {action} in the action parameter, or leave that parameter out.',
      },
      'inline-document': {
        finding: 'A published document is in base64 in the envelope though the message could attach it.',
        expected: 'One xop:Include per document, and its content in a MIME part (MTOM, EX_2.1-1260).',
        remedy: 'Switch MTOM on in the SOAP client for the element Document.',
      },
      endpoint: {
        finding: 'The transaction is sent to the service "{actual}".',
        expected: 'The service {expected}.',
        remedy:
          'Send publications and retrievals (ITI-41, ITI-43) to repository, searches and updates (ITI-18, ITI-57) to registry.',
      },
      'answer-action': {
        finding: 'The answer has wsa:Action "{actual}", which does not answer the request.',
        expected: '{expected}',
        remedy: 'Check that the answer attached is that of this request.',
      },
      'relates-to': {
        finding: 'The answer does not name the request that it answers (wsa:RelatesTo: "{actual}").',
        expected: 'In wsa:RelatesTo, the wsa:MessageID of the request.',
        remedy: 'Export both messages of one exchange, without taking their headers out.',
      },
    },
  },
  'dmp/publication': {
    title: 'Publication to the DMP (TD2.1): one document per entry',
    what: 'A publication (ITI-41) carries for each document entry (ExtrinsicObject), the signature of the submission included, a Document element of the same identifier that is not empty; the answer tells clearly whether the DMP took it.',
    why: 'The DMP ties each content to its entry by that identifier: one letter differs, and the whole submission is refused.',
    rules: {
      ...outcome,
      'no-entry': {
        finding: 'The publication describes no document.',
        expected: 'One ExtrinsicObject per document and one for the signature of the submission.',
        remedy: 'Write the metadata in SubmitObjectsRequest/RegistryObjectList.',
      },
      'no-document': {
        finding: 'The entry "{actual}" has no document in the message.',
        expected: 'A Document element whose id is that of the ExtrinsicObject.',
        remedy: 'Attach the content of this entry, or take the entry out of the submission.',
      },
      'no-entry-of-document': {
        finding: 'The document "{actual}" is that of no entry.',
        expected: 'The id of an ExtrinsicObject of the submission.',
        remedy: 'Repeat in Document the id of the ExtrinsicObject that describes it.',
      },
      'id-case': {
        finding: 'The document has the identifier "{actual}" and its entry "{expected}": the case differs.',
        expected: 'The same identifier to the letter: {expected}.',
        remedy: 'Write {expected} in the id of Document.',
      },
      'document-twice': {
        finding: 'Two documents of the message have the identifier "{actual}".',
        expected: 'One Document element per entry.',
        remedy: 'Give each document the identifier of its entry.',
      },
      'empty-document': {
        finding: 'The document "{actual}" is empty.',
        expected: 'An xop:Include of a part of the message, or the content in base64.',
        remedy: 'Check that the document is written before it is sent, and that an xop:Include names its MIME part.',
      },
      'unused-part': {
        finding: 'The MIME part "{actual}" is named by no document of the message.',
        expected: 'An xop:Include of the same Content-ID for each attached part.',
        remedy: 'Take the part out, or name it in a Document element.',
      },
    },
  },
  'dmp/retrieval': {
    title: 'Retrieval of a document of the DMP (TD3.2)',
    what: 'The request (ITI-43) names each document by its uniqueId (an OID) and by the OID of the repository, as the search gave them; the answer holds what was asked.',
    why: "The repository knows the uniqueId only: asking for the entry's entryUUID gives an error XDSDocumentUniqueIdError, and nothing to read.",
    rules: {
      ...outcome,
      'nothing-asked': {
        finding: 'The request asks for no document.',
        expected: 'One DocumentRequest at least.',
        remedy: 'Add a DocumentRequest for each document to read.',
      },
      repository: {
        finding: 'RepositoryUniqueId is "{actual}", which is not an OID.',
        expected: 'The OID of the repository: the repositoryUniqueId of the entry found.',
        remedy: 'Repeat the repositoryUniqueId that the answer to the search (TD3.1) gives.',
      },
      'entry-uuid': {
        finding: 'DocumentUniqueId is "{actual}", which is the UUID of an entry.',
        expected: "The document's uniqueId, an OID (XDSDocumentEntry.uniqueId).",
        remedy: "Repeat the entry's uniqueId instead of its entryUUID.",
      },
      'unique-id': {
        finding: 'DocumentUniqueId is "{actual}", which is not an OID.',
        expected: "The document's uniqueId, an OID (XDSDocumentEntry.uniqueId).",
        remedy: "Repeat the entry's uniqueId, without a prefix.",
      },
      'not-given': {
        finding: 'The answer tells of a success without the document asked for, "{actual}".',
        expected: 'One DocumentResponse for each document asked for.',
        remedy: 'Check that the answer attached is whole, and that it is that of this request.',
      },
      'not-asked': {
        finding: 'The answer holds the document "{actual}", which the request does not ask for.',
        expected: 'The documents asked for and no other.',
        remedy: 'Check that the answer attached is that of this request.',
      },
      'empty-document': {
        finding: 'The document "{actual}" of the answer is empty.',
        expected: 'The content of the document.',
        remedy: 'Export the answer with its MIME parts.',
      },
    },
  },
  'dmp/entry-update': {
    title: 'Update of an entry of the DMP (TD3.3a to d)',
    what: 'An update (ITI-57, UpdateDocumentSet) changes the status of an entry (deletion, archiving) or sends the whole entry again (masking, visibility); the answer tells clearly whether the DMP did it.',
    why: 'An update that changes nothing is taken or refused without the document being deleted or masked: the user believes that it is.',
    rules: {
      ...outcome,
      'nothing-changed': {
        finding: 'The update changes the status of no entry and sends none again.',
        expected:
          'An association UpdateAvailabilityStatus (TD3.3c, TD3.3d), or the changed ExtrinsicObject (TD3.3a, TD3.3b).',
        remedy:
          'To delete or archive, write an association urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus; to mask, send the whole entry again.',
      },
    },
  },
  ...dmpQueries,
  ...dmpVihf,
};
