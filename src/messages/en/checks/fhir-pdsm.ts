import type { CheckTexts } from '../../check-texts.js';
import { CONTAINED, ENTRY_UUID, HASH, METADATA, SIZE } from './fhir-pdsm-shared.js';

export const fhirPdsm = {
  'fhir/pdsm-bundle': {
    title: 'PDSm: set of documents (ITI-65)',
    what: 'The Bundle that publishes a set has the form of flow 01 of PDSm: a transaction, one submission set, one document reference at least, a Binary for each document with the hash and the size that are told, and a PATCH for each document replaced.',
    why: 'The transaction is handled as a whole: one wrong entry, a false hash or an absent document has the whole set refused.',
    rules: {
      profile: {
        finding: 'The Bundle claims no profile (meta.profile).',
        expected: 'The profile pdsm-comprehensive-provide-document-bundle.',
        remedy:
          'Add "meta": { "profile": ["https://interop.esante.gouv.fr/ig/fhir/pdsm/StructureDefinition/pdsm-comprehensive-provide-document-bundle"] }.',
      },
      type: {
        finding: 'The Bundle is of type "{actual}".',
        expected: 'transaction: the set is accepted or refused as a whole.',
        remedy: 'Write "type": "transaction".',
      },
      'entry-kind': {
        finding: 'The profile takes no entry {kind} with the method {actual}.',
        expected: 'For {kind}: {methods}.',
        remedy:
          'Keep only the set (List), the DocumentReferences, their documents (Binary), the folders, one Patient and the PATCHes, each with its method.',
      },
      'submission-set': {
        finding: 'Number of submission sets in the Bundle: {count}.',
        expected: 'One List whose code is submissionset (MHDlistTypes), and one only.',
        remedy: 'Send one submissionset List in each Bundle.',
      },
      'document-reference': {
        finding: 'The Bundle holds no DocumentReference.',
        expected: 'One DocumentReference at least.',
        remedy: 'Add the DocumentReference of each document.',
      },
      patient: {
        finding: 'The Bundle holds {count} Patient resources.',
        expected: 'One Patient at most: all the documents of the set are of the same patient.',
        remedy: 'Keep only the Patient of the set.',
      },
      'document-missing': {
        finding: 'The address of the document, "{actual}", is that of no Binary of the Bundle.',
        expected: 'The fullUrl (or Binary/id) of an entry of the same Bundle: a Binary, or a document Bundle.',
        remedy: 'Add the Binary, and write its fullUrl in content.attachment.url.',
      },
      'document-unused': {
        finding: 'No DocumentReference of the Bundle refers to this Binary.',
        expected: 'Each Binary is the document of a DocumentReference.',
        remedy: 'Write the fullUrl of the Binary in content.attachment.url of its DocumentReference, or remove it.',
      },
      'entry-missing': {
        finding: 'The submission set does not refer to the DocumentReference {document}.',
        expected: 'One entry.item for each DocumentReference of the Bundle.',
        remedy: 'Add { "item": { "reference": "{document}" } } to the entries of the set.',
      },
      reference: {
        finding: 'The reference "{actual}" is that of no entry of the Bundle.',
        expected: 'An address in urn:uuid: or urn:oid: is the fullUrl of an entry of the same Bundle.',
        remedy: 'Add the resource to the Bundle, or refer to it by its address on the server.',
      },
      'replacement-patch': {
        finding: 'The document replaces {target}, but no PATCH makes that one superseded.',
        expected: 'A PATCH entry on {target}: Parameters, replace DocumentReference.status, superseded.',
        remedy: 'Add that entry to the Bundle, with "request": { "method": "PATCH", "url": "{target}" }.',
      },
      'patch-orphan': {
        finding: 'The Bundle holds a PATCH, but none of its documents replaces another.',
        expected: 'A PATCH only for a document that relatesTo (replaces) refers to.',
        remedy: 'Fill relatesTo on the new document, or send the update alone (flow 03).',
      },
      'patch-content': {
        finding:
          'The PATCH (operations: {operations}; {path}) does something else than making the document superseded.',
        expected: 'One operation: type replace, path DocumentReference.status, value superseded (valueCode).',
        remedy: 'Reduce the PATCH to that operation.',
      },
      hash: HASH,
      size: SIZE,
    },
  },
  'fhir/pdsm-submission-set': {
    title: 'PDSm: submission set',
    what: 'The List of the submission set has the elements of pdsm-submissionset-comprehensive: kind of activity, source, patient, date, contained author, identifiers.',
    why: 'The XDS metadata of the submission are drawn from the set: without them, it has neither author nor origin.',
    rules: {
      required: METADATA.required,
      extension: {
        finding: 'The extension {name} stands {count} times.',
        expected: '{name} once: ihe-designationType (kind of activity) and ihe-sourceId (sending system).',
        remedy: 'Add the extension https://profiles.ihe.net/ITI/MHD/StructureDefinition/{name}.',
      },
      forbidden: METADATA.forbidden,
      fixed: {
        finding: '{element} is "{actual}".',
        expected: '{expected}, always.',
        remedy: 'Write "{element}": "{expected}".',
      },
      'unique-id': {
        finding: 'The uniqueId of the set, "{actual}", is not an OID written as a URN.',
        expected: 'system urn:ietf:rfc:3986, value urn:oid: and the OID of the set.',
        remedy: 'Give the set an OID under the root of the software, written urn:oid:….',
      },
      'entry-uuid': ENTRY_UUID,
      contained: CONTAINED,
      'source-kind': {
        finding: 'The author of the set is a {type}.',
        expected: 'One of these types: {types}; for an organisation, the extension ihe-authorOrg of source.',
        remedy: 'Refer to the PractitionerRole of the professional, which itself refers to the Practitioner.',
      },
      'person-id': METADATA['person-id'],
      'person-id-form': METADATA['person-id-form'],
      terminology: {
        ...METADATA.terminology,
        remedy: 'Code the kind of activity with TRE_R209, TRE_R02 or TRE_A00, not with the class of the document.',
      },
      code: METADATA.code,
      empty: {
        finding: 'The submission set refers to no document.',
        expected: 'One entry.item for each document or folder submitted.',
        remedy: 'Add to entry a reference to each DocumentReference of the set.',
      },
    },
  },
  'fhir/pdsm-document-reference': {
    title: 'PDSm: metadata of a document',
    what: 'The DocumentReference has the elements of pdsm-comprehensive-document-reference, coded in the terminologies of the CI-SIS, with contained and identified authors, a SHA-1 hash, and a single relation when it replaces.',
    why: 'It is what a consumer searches, sorts and shows: the document is opened only afterwards.',
    rules: {
      ...METADATA,
      contained: CONTAINED,
      'identifier-type': {
        finding: 'masterIdentifier does not tell that it is the uniqueId of the document.',
        expected: 'A type whose code is uniqueId (MHDIdentifierType): MHD 4.2 asks for it.',
        remedy:
          'Add to masterIdentifier "type": { "coding": [{ "system": "https://profiles.ihe.net/ITI/MHD/CodeSystem/IHE.MHD.MHDIdentifierType", "code": "uniqueId" }] }.',
      },
      'entry-uuid': ENTRY_UUID,
      'reference-id': {
        finding: 'The type of identifier "{actual}" (context.related) is not known.',
        expected: 'A type of {set} (copy of {version}), for instance urn:ihe:iti:xds:2013:order.',
        remedy: 'Write the whole URN of the type, or ignore the alarm if it is newer than {version}.',
      },
      replaces: {
        finding: 'The document that replaces one has {count} relations (relatesTo).',
        expected: 'One only: replaces, to the document replaced.',
        remedy: 'Keep the relation replaces; send the others apart.',
      },
    },
  },
  'fhir/pdsm-simplified-publish': {
    title: 'PDSm: simplified publish (ITI-105)',
    what: 'The DocumentReference that is published alone has the elements of pdsm-simplified-publish, and carries the document in attachment.data, with the hash and the size of its bytes.',
    why: 'With neither set nor Binary, all is in this resource: what it lacks never reaches the recipient.',
    rules: {
      ...METADATA,
      'entry-uuid': {
        finding: 'The resource has an identifier of type entryUUID: the recipient is the one to assign it.',
        expected: 'No identifier of type entryUUID in a simplified publish.',
        remedy: 'Remove this identifier; keep masterIdentifier.',
      },
      hash: HASH,
      size: SIZE,
    },
  },
  'fhir/pdsm-update': {
    title: 'PDSm: update of metadata (flow 03)',
    what: 'The FHIRPath PATCH of a DocumentReference changes only status, securityLabel and the extension PDSm_isArchived, with values that they accept.',
    why: 'Any other change is answered by a 405: a document that changes is replaced, not touched up.',
    rules: {
      'not-modifiable': {
        finding: 'The PATCH changes {element}.',
        expected: 'status, securityLabel or the extension pdsm-ext-is-archived, and nothing else.',
        remedy: 'Publish a new DocumentReference that replaces this one (relatesTo replaces).',
      },
      status: {
        finding: 'The PATCH makes status "{actual}", which MHD does not accept.',
        expected: 'current or superseded.',
        remedy: 'Write superseded to set the document aside, current to restore it.',
      },
      archived: {
        finding: 'The value of the archiving is "{actual}", which is not a boolean.',
        expected: 'valueBoolean true or false.',
        remedy: 'Write "valueBoolean": true to archive, false to restore.',
      },
    },
  },
  'fhir/pdsm-and-metadata': {
    title: 'PDSm, XDS and document',
    what: 'The PDSm metadata say of a document what the XDS entry of the same identifier in the dossier says, and what the CDA that they carry says: codes, dates, title, language, hash, size, identifier.',
    why: 'One document, published in two ways, is to be found by the same criteria: a difference files it in two places.',
    rules: {
      metadata: {
        finding:
          '{element}, "{actual}", is not what {attribute} says in the XDS entry of the document, "{value}" ({where}).',
        expected: 'The same value, each in its form: instant, hash in base64 or in hexadecimal, code.',
        remedy: 'Draw {element} and {attribute} from the same data, and correct the one that is wrong.',
      },
      document: {
        finding: '{element}, "{actual}", is not what the CDA that it carries says, "{value}" ({where}).',
        expected: 'The value of the header of the CDA, from which {attribute} is drawn.',
        remedy: 'Take in {element} the value of the CDA, or correct the CDA if it is wrong.',
      },
    },
  },
} satisfies Record<string, CheckTexts>;
