import type { RuleTexts } from '../../check-texts.js';

/** Authors and responsible people that a lot or an entry names. */
export const xdsPeople = {
  'person-form': {
    finding: '{attribute} is malformed: {component} is missing or is not what XDS expects.',
    expected: 'id^NAME^First name^^^^^^&OID&ISO^D^^^type, such as …&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS.',
    remedy:
      'Build the value from thirteen components: the id, the name, the first name, the OID of the authority between two "&", D (U for a system), the type of the id.',
  },
  'person-kind': {
    finding: '{attribute} joins an authority, a kind of name and a kind of id that do not go together.',
    expected:
      'Professional: 1.2.250.1.71.4.2.1, D, IDNPS or EI. System: 1.2.250.1.71.4.2.1, U, RI. Patient: OID of the INS, D, NH.',
    remedy: 'Choose XCN.10 and XCN.13 from what the author is: a professional, a system or the patient.',
  },
  'person-id': {
    finding: '{attribute}: "{id}" has the form of no national identifier of a professional (PS_IdNat).',
    expected: '8 then the RPPS (12 characters), 0 then the ADELI (10), or an organisation, "/" and an internal number.',
    remedy: 'Write the digit 8 before the RPPS, without space, and write it whole.',
  },
  'institution-form': {
    finding: 'authorInstitution is malformed: {component} is missing or is not what XDS expects.',
    expected: 'name^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^id; the name alone when the organisation has no id.',
    remedy:
      'Build the value from ten components; without id, leave the authority (6), the type (7) and the id (10) empty.',
  },
  'institution-id': {
    finding: 'authorInstitution: "{id}" has the form of no national identifier of an organisation (Struct_IdNat).',
    expected:
      '1 then the FINESS (10 characters), 2 then the SIREN (10), 3 then the SIRET (15), 4 then the RPPS and the rank, 0 then the ADELI.',
    remedy: 'Write before the number the digit that says what it is.',
  },
  'specialty-form': {
    finding: 'authorSpecialty "{actual}" is not a code, its label and the OID of its code system.',
    expected: 'code^label^OID, such as G15_10/SM54^Médecin - Médecine générale (SM)^1.2.250.1.213.1.1.4.5.',
    remedy: 'Take the three parts of author/assignedAuthor/code of the document: code, displayName, codeSystem.',
  },
} satisfies Record<string, RuleTexts>;
