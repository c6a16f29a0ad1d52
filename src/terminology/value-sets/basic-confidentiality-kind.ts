import { valueSet } from '../value-set.js';

/** Confidentiality of a document since 16 June 2025: three levels, of the seven that HL7 knows. */
export const BASIC_CONFIDENTIALITY_KIND = valueSet({
  oid: '2.16.840.1.113883.1.11.16926',
  name: 'xBasicConfidentialityKind',
  version: '2025-06-16',
  source: 'HL7 v3, jeu repris par le CI-SIS (Structuration minimale v1.16.8, §3.5.5.8)',
  codes: { '2.16.840.1.113883.5.25': 'N R V' },
});
