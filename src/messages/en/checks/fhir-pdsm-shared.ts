import type { RuleTexts } from '../../check-texts.js';

/** Texts that the metadata of documents share, published in a set or alone. */
export const METADATA = {
  required: {
    finding: 'The element {element}, which PDSm requires, is missing.',
    expected: '{element}, with a value.',
    remedy: 'Add {element}: an incomplete publication is refused.',
  },
  custodian: {
    finding: 'custodian, the organisation in charge of keeping the document, is missing.',
    expected: 'custodian 1..1: a reference to an Organization, by its address or its identifier (Struct_IdNat).',
    remedy:
      'Add "custodian": { "identifier": { "system": "urn:oid:1.2.250.1.71.4.2.2", "value": "…" } } with the number of the structure.',
  },
  repeated: {
    finding: '{element} stands {count} times.',
    expected: '{element} once only.',
    remedy: 'Keep one value of {element}.',
  },
  forbidden: {
    finding: '{element} has no place in this profile.',
    expected: 'No {element}.',
    remedy: 'Remove {element}.',
  },
  status: {
    finding: 'status is "{actual}", which this profile does not accept.',
    expected: 'One of these values: {statuses}.',
    remedy:
      'Write current for a document in force; a replaced document becomes superseded by a PATCH, not by being sent again.',
  },
  language: {
    finding: 'The language of the document is "{actual}".',
    expected: 'fr-FR, for any document that a French software makes.',
    remedy: 'Write "language": "fr-FR" in content.attachment.',
  },
  'unique-id': {
    finding: 'The identifier of the document, "{actual}", is neither an OID nor a UUID that is well formed.',
    expected:
      'urn:oid: followed by an OID, or urn:uuid: followed by a UUID of 36 characters, under the system urn:ietf:rfc:3986.',
    remedy: 'Take the uniqueId of the document (ClinicalDocument/id) after urn:oid:.',
  },
  'hash-form': {
    finding: 'hash, "{actual}", is not a SHA-1 in base64.',
    expected: 'The 20 bytes of the SHA-1 of the document, in base64: 28 characters that end with =.',
    remedy: 'Encode the bytes of the hash in base64, not its hexadecimal writing (that of XDS).',
  },
  terminology: {
    finding: '{element}: the code is given in none of the terminologies of the CI-SIS (system "{system}").',
    expected: 'A coding of {set}; terminologies accepted, by their OID: {systems}.',
    remedy:
      'Put the French code in coding, with its system: http://loinc.org, or the mos.esante.gouv.fr address of the TRE.',
  },
  'context-terminology': {
    finding: '{element}: the code is given in none of the terminologies of the CI-SIS (system "{system}").',
    expected: 'A coding of {set}; terminologies accepted, by their OID: {systems}.',
    remedy:
      'Replace the foreign coding (SNOMED CT…) by that of the French TRE, or add it beside: TRE_R02 for the sector, TRE_A01 for the setting, TRE_A06 or TRE_A11 for the format.',
  },
  code: {
    finding: '{element}: the code "{actual}" is neither in {set} nor in the value set of the DMP.',
    expected: 'A code of {set} (copy of {version}) or of the same set of the DMP.',
    remedy: 'Correct the code; if it is newer than {version}, ignore this alarm.',
  },
  'category-of-type': {
    finding: 'The class "{actual}" (category) does not go with the type {type}.',
    expected: '{expected}, which {table} ({version}) gives for {type}.',
    remedy: 'Write {expected} in category, or correct the type.',
  },
  'person-kind': {
    finding: '{element} refers to a {type}.',
    expected: 'One of these types: {types}.',
    remedy: 'Refer in {element} to one of: {types}.',
  },
  'person-id': {
    finding: 'The professional ({type}) has no national identifier.',
    expected: 'An identifier under urn:oid:1.2.250.1.71.4.2.1 (PS_IdNat) or under https://rpps.esante.gouv.fr.',
    remedy: 'Add the PS_IdNat of the professional (8 and the RPPS number) to the contained resource.',
  },
  'person-id-form': {
    finding: '"{actual}" does not have the form of a national identifier of a professional (PS_IdNat).',
    expected: '8 and the 11 digits of the RPPS, 0 and the ADELI number, or structure/internal identifier.',
    remedy: 'Write 8 before the RPPS number under urn:oid:1.2.250.1.71.4.2.1.',
  },
} satisfies Readonly<Record<string, RuleTexts>>;

export const ENTRY_UUID = {
  finding: 'The identifier of type entryUUID, "{actual}", is not a UUID written as a URN.',
  expected: 'system urn:ietf:rfc:3986, value urn:uuid: and the UUID.',
  remedy: 'Write the value as urn:uuid:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.',
};
export const CONTAINED = {
  finding: '{element} refers to a resource that is not in this one.',
  expected: 'A local reference (#id) to a contained resource: the Comprehensive profile of MHD wants it.',
  remedy: 'Copy the resource into contained and write "reference": "#id" in {element}.',
};
export const HASH = {
  finding: 'hash, "{actual}", is not that of the document sent.',
  expected: '{expected}, the SHA-1 in base64 of the bytes of the document.',
  remedy: 'Compute the hash on the decoded bytes of data, once the document is final.',
};
export const SIZE = {
  finding: 'size is {actual}, but the document sent has another size.',
  expected: '{expected} bytes, once data is decoded.',
  remedy: 'Write {expected}: the size of the document, not that of its base64.',
};
