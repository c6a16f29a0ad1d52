import { type Alteration, altered } from './alteration.js';

const RELATED = '<relatedDocument typeCode="RPLC">';
const DOCUMENT =
  "Le document « Prescription d'examens de biologie » du 5 mars 2026, qui concernait TEST-ALPHA CAMILLE,";

/** A document that replaces another, and one that was deleted (REM MSS/va1.02, MSS/va1.13, MSS/va1.37). */
export const REPLACEMENT_ALTERATIONS: readonly Alteration[] = [
  altered(
    'replacement.body',
    'Il annule et remplace la version précédente.',
    'Voici la nouvelle version.',
    'mss/replacement',
  ),
  altered('replacement.pdf', 'Ce document annule et remplace la version 1.', 'Seconde version.', 'mss/replacement'),
  altered('replacement.cda', '  <versionNumber value="2"/>', '  <versionNumber value="3"/>', 'cda/versions'),
  altered(
    'replacement.pdf',
    'Ce document annule et remplace la version 1.',
    'Ce document remplace la version 1.',
    'mss/replacement',
  ),
  altered('replacement.cda', RELATED, '<relatedDocument typeCode="APND">', 'cda/versions'),
  altered(
    'replacement.cda',
    '  <versionNumber value="2"/>',
    '  <versionNumber value="1"/>',
    'cda/versions',
    'dmp/life-cycle',
    'mss/replacement',
  ),
  altered(
    'replacement.cda',
    '  <setId root="2.999.2.20260302.1"/>',
    '  <setId root="2.999.2.20260304.1"/>',
    'mss/replacement',
  ),
  altered('automatic.body', 'Bonjour,', 'Bonjour,\n\nCe document annule et remplace le précédent.', 'mss/replacement'),
  altered('deletion.body', DOCUMENT, 'Un document', 'mss/deletion-notice'),
];
