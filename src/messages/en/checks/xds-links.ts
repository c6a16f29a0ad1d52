import type { CheckTexts } from '../../check-texts.js';

export const xdsLinks = {
  'dmp/associations': {
    title: 'XDS associations',
    what: 'Each entry is a member of the submission set once, and each association has a known type, leaves from an object of the submission and arrives at an object of the submission or at what the DMP holds.',
    why: 'The registry rejects a whole submission when an association leads nowhere, and a replacement that is not linked leaves the old version in place.',
    rules: {
      member: {
        finding: 'The entry is tied to the submission set by {count} HasMember associations instead of one.',
        expected:
          'For each entry, that of the signature too, an Association HasMember from the submission set (sourceObject) to the entry (targetObject).',
        remedy: 'Use in the association the id attributes of the RegistryPackage and of the ExtrinsicObject.',
      },
      'set-status': {
        finding: 'SubmissionSetStatus is "{actual}" for an entry that the submission brings.',
        expected: 'Original.',
        remedy: 'Write Original in the Slot SubmissionSetStatus of the HasMember association.',
      },
      type: {
        finding: 'The association type "{actual}" does not exist in XDS.',
        expected:
          'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember, urn:ihe:iti:2007:AssociationType:RPLC, …:signs, or urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus.',
        remedy: 'Write one of these types, in full, in associationType.',
      },
      source: {
        finding: 'The association {type} leaves from "{actual}".',
        expected:
          'The submission set for HasMember and UpdateAvailabilityStatus; an entry of the submission for RPLC and signs.',
        remedy: 'Write in sourceObject the id attribute of the object of the submission that the link leaves from.',
      },
      target: {
        finding: 'The association {type} arrives at "{actual}".',
        expected:
          'An entry of the submission for HasMember, the submission set for signs, the entryUUID (urn:uuid:…) of what the DMP holds for RPLC and UpdateAvailabilityStatus.',
        remedy:
          'For what the DMP holds, search for the entry first (TD3.1) and use its entryUUID: neither the uniqueId of the document, nor the id of an object of the submission.',
      },
    },
  },
  'dmp/life-cycle': {
    title: 'Life cycle of a document in the metadata',
    what: 'A new version, a deletion, an archiving or a mask is told as what carries it wants: a Slot in an archive, an RPLC association in a publication, lid, version and statuses in an update.',
    why: 'Without it the recipient keeps two versions of the same document, or the DMP refuses the change.',
    rules: {
      'slot-missing': {
        finding: 'The document is version {version}, and its entry does not say that it replaces another one.',
        expected: 'A Slot urn:action:extraMetadataSlot with the value C, or D for a deletion.',
        remedy: 'Add this Slot to the ExtrinsicObject of every document whose versionNumber is above 1.',
      },
      'slot-unexpected': {
        finding: 'The entry says that it replaces a previous version, but the document is version 1.',
        expected: 'No Slot urn:action:extraMetadataSlot for a first version.',
        remedy: 'Remove the Slot, or raise versionNumber if it is a new version indeed.',
      },
      'slot-value': {
        finding: 'urn:action:extraMetadataSlot is "{actual}".',
        expected: 'C for a new version, D for a deletion.',
        remedy: 'Correct the value, or remove the Slot from a first sending.',
      },
      'replacement-untold': {
        finding: 'The entry replaces another one (RPLC), but its document does not say which one it replaces.',
        expected: 'relatedDocument typeCode="RPLC" and the identifier of the replaced document in parentDocument/id.',
        remedy: 'Add relatedDocument to the CDA, keep setId and raise versionNumber; or remove the association.',
      },
      'replacement-unlinked': {
        finding: 'The document replaces {replaced}, but its entry replaces none in the DMP.',
        expected:
          'An Association urn:ihe:iti:2007:AssociationType:RPLC from the new entry to the entryUUID of the old one.',
        remedy:
          'Search for the old entry (TD3.1) and add the association; nothing to do if the old version was never sent to the DMP.',
      },
      'logical-id': {
        finding: 'The update does not say which entry it changes: lid is "{actual}".',
        expected: 'lid="urn:uuid:…", the logicalId of the entry as the DMP gave it.',
        remedy: 'Use the lid attribute of the entry found by TD3.1.',
      },
      version: {
        finding: 'The updated entry has no version: "{actual}".',
        expected: 'VersionInfo/@versionName, an integer from 1 on.',
        remedy: 'Use the VersionInfo of the entry found by TD3.1.',
      },
      'previous-version': {
        finding: 'The update does not say which version it starts from: "{actual}".',
        expected: 'A Slot PreviousVersion in the HasMember association, equal to the version that the DMP holds.',
        remedy: 'Add this Slot with the version read from the DMP just before the update.',
      },
      'status-missing': {
        finding: 'The change of status has no {slot}.',
        expected: 'The Slots OriginalStatus and NewStatus.',
        remedy: 'Add {slot} to the UpdateAvailabilityStatus association.',
      },
      'status-value': {
        finding: '{slot} "{actual}" is not a status of the DMP.',
        expected:
          'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved or Deprecated, urn:asip:ci-sis:2010:StatusType:Archived or Deleted.',
        remedy:
          'Write the status with its prefix: that of the CI-SIS for Archived and Deleted, that of ebXML for the others.',
      },
      'status-same': {
        finding: 'The new status is the one it starts from: {actual}.',
        expected: 'A NewStatus that differs from OriginalStatus.',
        remedy: 'Read the status of the entry from the DMP, and ask only for what changes it.',
      },
    },
  },
  'dmp/masking': {
    title: 'Confidentiality and masks',
    what: 'confidentialityCode gives the level of confidentiality first (N, R or V), then three masks at most, of the value set and the code system that the DMP knows.',
    why: 'A mask that is wrongly coded is not applied: the patient finds a result before the visit that announces it, or a professional sees what the patient masked.',
    rules: {
      level: {
        finding: 'The entry has {count} levels of confidentiality instead of one.',
        expected: 'N, R or V (2.16.840.1.113883.5.25), once, before the masks.',
        remedy:
          'Always send the level of the document, and the masks beside it: in an update too, every code has to be told again.',
      },
      first: {
        finding: 'The level {actual} is not the first confidentialityCode.',
        expected: 'The level of the document first, the masks then.',
        remedy: 'Put the Classification of the level before those of the masks.',
      },
      count: {
        finding: 'The entry has {count} confidentialityCode.',
        expected: 'One to four: the level and three masks at most.',
        remedy: 'Keep only the masks that are wanted.',
      },
      repeated: {
        finding: 'The mask {actual} is given twice.',
        expected: 'Each mask once.',
        remedy: 'Remove the second Classification.',
      },
      code: {
        finding: 'confidentialityCode "{actual}" is not in {set} ({oid}, version of {version}).',
        expected: 'N, R or V; MASQUE_PS, INVISIBLE_PATIENT or INVISIBLE_REPRESENTANTS_LEGAUX.',
        remedy: 'Take a code of the value set, or ignore this if the code entered it after {version}.',
      },
      scheme: {
        finding: 'confidentialityCode {code} is given under the code system "{actual}".',
        expected: '{expected}.',
        remedy: 'Write 2.16.840.1.113883.5.25 for N, R and V, 1.2.250.1.213.1.1.4.13 for the masks.',
      },
      'not-for-dmp': {
        finding: 'The DMP does not accept the mask {actual}.',
        expected: 'MASQUE_PS, INVISIBLE_PATIENT or INVISIBLE_REPRESENTANTS_LEGAUX.',
        remedy: 'Remove this mask from what goes to the DMP.',
      },
      both: {
        finding: 'The document is masked to professionals and to the patient at once.',
        expected: 'MASQUE_PS and INVISIBLE_PATIENT not together, as long as the DMP does not allow it (EX_2.1-1050).',
        remedy: 'Let nobody choose both, unless the parameter of the DMP allows it.',
      },
      restricted: {
        finding: 'A document of confidentiality {actual} goes to the DMP.',
        expected: 'N: a restricted or very restricted document is not to be shared.',
        remedy: 'Do not send this document to the DMP, or review its confidentiality; to hide it, use the masks.',
      },
    },
  },
  'dmp/unique-ids': {
    title: 'Unique identifiers of a submission',
    what: 'uniqueId and sourceId are well-formed OIDs, each object of the submission has its id, and no identifier serves twice in it.',
    why: 'The DMP rejects an identifier that is malformed or already known, and no longer knows which document an association means when two objects have the same id.',
    rules: {
      oid: {
        finding: '{attribute} "{actual}" is not an OID.',
        expected: 'Numbers without leading zero parted by dots, the first one being 0, 1 or 2; 64 characters at most.',
        remedy: 'Build the OID from the root of the organisation and numbers; no urn:oid:, no UUID, no letter.',
      },
      extension: {
        finding: 'uniqueId "{actual}" has an extension after the OID {oid}.',
        expected: 'An OID alone: the DMP does not accept the form OID^extension.',
        remedy: 'Give ClinicalDocument/id a whole OID in root, without extension, and use it in uniqueId.',
      },
      'object-id': {
        finding: 'The id "{actual}" of an object is not usable.',
        expected: 'urn:uuid: and a UUID, or a name of the submission such as Document01.',
        remedy: 'Give an id to each RegistryPackage and ExtrinsicObject.',
      },
      'repeated-object': {
        finding: 'The id {actual} is that of two objects.',
        expected: 'One id for each object.',
        remedy: 'Make a new UUID for each object of the submission.',
      },
      'repeated-id': {
        finding: 'The uniqueId {actual} is that of two objects.',
        expected: 'A uniqueId for the submission set, another one for each document and for the signature.',
        remedy:
          'Take every uniqueId from a shared counter, or from a branch of the OID of its own for each kind of object.',
      },
    },
  },
  'dmp/reused-ids': {
    title: 'Unique identifiers from one submission to another',
    what: 'In the whole dossier, two different submissions do not have the same uniqueId, nor do two different documents.',
    why: 'The DMP keeps every uniqueId that it received and rejects one that comes back with other content.',
    rules: {
      submission: {
        finding: 'The uniqueId {actual} is that of another submission already ({otherPath}, line {otherLine}).',
        expected: 'A new uniqueId for each submission; the same only to send the same again, unchanged.',
        remedy:
          'Take the uniqueId of the submission set from a counter that never goes back, even after a restoration.',
      },
      document: {
        finding: 'The document {actual} does not have the same hash here as in {otherPath} (line {otherLine}).',
        expected: 'The same bytes under the same identifier, whoever receives it.',
        remedy:
          'Produce the CDA once and send it as it is; when it changes, give it a new identifier and a new version.',
      },
    },
  },
  'dmp/signature-entry': {
    title: 'Entry of the signature of a submission',
    what: 'The entry of the signature of a submission to the DMP has the codes that say that it is one, is tied to the submission set by a signs association, and has the patient, the date and the author of the submission; an archive has none.',
    why: 'A signature that the DMP takes for a clinical document is rejected, or shown to the patient.',
    rules: {
      kind: {
        finding: '{attribute} of the signature is "{actual}".',
        expected: '{expected}.',
        remedy: 'Give the entry of the signature the codes of a signature, not those of the signed document.',
      },
      value: {
        finding: '{attribute} of the signature is "{actual}".',
        expected: '{expected}.',
        remedy: 'Write these values, the same for every signature of a submission.',
      },
      scheme: {
        finding: '{attribute} {code} is given under the code system "{actual}".',
        expected: '{expected}.',
        remedy: 'Write this value in codingScheme.',
      },
      'as-submission': {
        finding: '{attribute} of the signature is "{actual}".',
        expected: '{expected}, as the submission set has it.',
        remedy:
          'Use for the signature the INS of the patient, the submission date and the author of the submission set.',
      },
      signs: {
        finding: 'No association says what the signature signs.',
        expected: 'An Association urn:ihe:iti:2007:AssociationType:signs from the signature to the submission set.',
        remedy: 'Add the association, with the id of the entry of the signature and that of the submission set.',
      },
      'in-archive': {
        finding: 'The archive has the entry of a signature.',
        expected: 'Documents only: the signature of a submission is made for the DMP only.',
        remedy: 'Do not put the signature of the submission in IHE_XDM.ZIP.',
      },
      unsigned: {
        finding: 'The submission sent to the DMP is not signed: none of its entries is that of a signature.',
        expected:
          'The entry of a signature (typeCode E1762, formatCode http://www.w3.org/2000/09/xmldsig#) and its XAdES document.',
        remedy:
          'Sign the submission, and send the signature as one more document, tied to the submission set by a signs association.',
      },
      'not-a-signature': {
        finding: 'What is sent as the signature of the submission can not be read as an XML signature.',
        expected: 'A well-formed XML document whose root is ds:Signature (http://www.w3.org/2000/09/xmldsig#).',
        remedy:
          'Send the bytes of the signature as they were produced: well-formed XML, a root Signature in the namespace xmldsig#, nothing around.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
