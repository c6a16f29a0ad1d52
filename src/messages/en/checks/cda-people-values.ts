import type { cdaPeopleValues as french } from '../../fr/checks/cda-people-values.js';
import type { SameKeys } from '../../same-keys.js';

export const cdaPeopleValues: SameKeys<typeof french> = {
  'cda/people-codes': {
    title: 'Codes of the people of the header',
    what: 'Profession, function, frame of practice, kinship and titles of the people of the header are of the value sets of the CI-SIS.',
    why: 'The metadata for sharing repeat these codes; an unknown code makes the deposit fail, or is shown without a label.',
    rules: {
      'unknown-code': {
        finding: 'The code "{actual}" of {element} is not in {set} (copy of {version}).',
        expected: 'A code of this value set.',
        remedy: 'Translate the internal code to this value set, or check that this code is newer than our copy.',
      },
      'code-system': {
        finding: 'The code "{code}" of {element} stands under the system "{actual}".',
        expected: 'The system that {set} gives for this code.',
        remedy: 'Take the code, its system and its label together from the value set.',
      },
      incomplete: {
        finding: 'The element {element} has no {attribute}.',
        expected: 'code, codeSystem and displayName (optional for functionCode); without a code, originalText.',
        remedy: 'Take the code, its system and its label together from the value set of the CI-SIS.',
      },
      'unknown-title': {
        finding: 'The {element} "{actual}" is not in {set} (copy of {version}).',
        expected: 'Title of courtesy (prefix): M or MME. Title (suffix): DR, PR, MC, MG, PC or PG.',
        remedy: 'Write the code and not the label: MME rather than Madame, DR rather than Docteur.',
      },
    },
  },
  'cda/people-identifiers': {
    title: 'Identifiers of the people and organisations of the header',
    what: 'The people and the organisations of the header have complete identifiers, in the form that their authority gives them.',
    why: 'The DMP and the national directory know well-formed national identifiers only: without its prefix, a professional is not recognised.',
    rules: {
      missing: {
        finding: 'A person or an entity (assignedEntity) has no identifier.',
        expected: 'At least one id with root and extension.',
        remedy: "Add the professional's PS_IdNat, or the patient's INS.",
      },
      incomplete: {
        finding: 'An identifier has no {attribute}.',
        expected: 'root (the OID of the authority) and extension (the value).',
        remedy: 'Write both attributes, or a nullFlavor where it is allowed.',
      },
      'root-form': {
        finding: 'The root "{actual}" of an identifier is neither an OID nor a UUID.',
        expected: 'An OID in digits and dots, without leading zeros or prefix, or a UUID.',
        remedy: 'Write the OID alone, without "urn:oid:".',
      },
      'organization-root': {
        finding: 'The identifier of an organisation stands under the OID "{actual}".',
        expected:
          'root="1.2.250.1.71.4.2.2" (Struct_IdNat), or "1.3.2" (SIREN of the vendor of a referenced digital service).',
        remedy: 'Write the national identifier of the organisation, with its prefix.',
      },
      'professional-form': {
        finding: 'The identifier "{actual}" does not have the form of a PS_IdNat.',
        expected:
          '8 then the RPPS number (11 digits), 0 then ADELI (9 characters), or the prefixed identifier of an organisation, "/" and an internal identifier.',
        remedy: 'Add the prefix that tells the nature of the number, without spaces.',
      },
      'structure-form': {
        finding: 'The identifier "{actual}" does not have the form of a Struct_IdNat.',
        expected:
          '1 then FINESS (9 characters), 2 then SIREN (9 digits), 3 then SIRET (14 digits), 4 then RPPS and rank of the practice, or 0 then ADELI and rank.',
        remedy: 'Add the prefix that tells the nature of the number, without spaces.',
      },
    },
  },
  'cda/null-flavors': {
    title: 'What the header does not tell',
    what: 'An element of the header tells why it is not filled (nullFlavor) only where that is allowed, for an allowed reason, and without a value beside.',
    why: 'These elements feed the mandatory metadata for sharing: a nullFlavor in their place blocks the deposit.',
    rules: {
      forbidden: {
        finding: 'The element {element} has nullFlavor="{actual}", which is forbidden there.',
        expected: 'A value: table 3 of the minimal structure forbids nullFlavor on this element.',
        remedy: 'Fill {element}, or remove this occurrence when another one is filled.',
      },
      reason: {
        finding: 'The element {element} has nullFlavor="{actual}", which is no allowed reason in the header.',
        expected: 'UNK (unknown), NASK (not asked), ASKU (asked but unknown), NAV (not available) or MSK (masked).',
        remedy: 'Choose the reason that fits; remove the element when it is optional and does not apply.',
      },
      beside: {
        finding: 'The element {element} has nullFlavor="{actual}" and a value.',
        expected: 'One or the other.',
        remedy: 'Remove nullFlavor when the value is right, otherwise remove the value.',
      },
    },
  },
};
